"""Symbols, arrows and glyph shapes in, paths on reportlab's canvas out."""

from __future__ import annotations

from typing import Any

from sopgen.render.pdf.elements import PageMarks
from sopgen.render.pdf.marking import marked
from sopgen.render.shapes import Path, arrow_head, arrow_shaft, glyph_shape, symbol_outline
from sopgen.scene import Glyph, Page, Style, Text

_BUTT_CAP = 0  # corners need no setting: a page begins with miter joins
_NON_ZERO = 1


def draw_drawing(canvas: Any, page: Page, style: Style, marks: PageMarks) -> None:
    """Arrows first: a symbol's white covers what lies inside its outline, and the outline the arrows' tips."""
    if not page.symbols and not page.arrows:
        return
    height = page.size[1]
    canvas.setLineWidth(style.stroke)
    canvas.setLineCap(_BUTT_CAP)
    canvas.setStrokeGray(0)
    canvas.setFillGray(0)
    with marked(canvas, marks.arrows if page.arrows else ""):
        for arrow in page.arrows:
            _draw(canvas, arrow_shaft(arrow, style), height, stroke=1, fill=0)
        for arrow in page.arrows:
            head = arrow_head(arrow, style)
            if head:
                _draw(canvas, head, height, stroke=0, fill=1)
    canvas.setFillGray(1)
    for symbol, mark in zip(page.symbols, marks.symbols, strict=True):
        with marked(canvas, mark):
            _draw(canvas, symbol_outline(symbol, style), height, stroke=1, fill=1)


def draw_glyph(canvas: Any, glyph: Glyph, text: Text, height: float) -> None:
    """A character that no font has, in its text's grey."""
    shape = glyph_shape(glyph, turned=text.turned)
    if shape.stroke is None:
        canvas.setFillGray(text.grey)
    else:
        canvas.setLineWidth(shape.stroke)
        canvas.setLineCap(_BUTT_CAP)
        canvas.setStrokeGray(text.grey)
    for path in shape.paths:
        _draw(canvas, path, height, stroke=int(shape.stroke is not None), fill=int(shape.stroke is None))


def _draw(canvas: Any, path: Path, height: float, *, stroke: int, fill: int) -> None:
    drawn = canvas.beginPath()
    for letter, points in path:
        match letter:
            case "M":
                drawn.moveTo(points[0][0], height - points[0][1])
            case "L":
                drawn.lineTo(points[0][0], height - points[0][1])
            case "C":
                (x1, y1), (x2, y2), (x3, y3) = points
                drawn.curveTo(x1, height - y1, x2, height - y2, x3, height - y3)
            case "Z":
                drawn.close()
    canvas.drawPath(drawn, stroke=stroke, fill=fill, fillMode=_NON_ZERO)
