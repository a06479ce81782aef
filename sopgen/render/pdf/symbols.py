"""Symbols, arrows and glyph shapes in, paths on reportlab's canvas out."""

from __future__ import annotations

from typing import Any

from sopgen.outlines import arrow_head, arrow_shaft, symbol_outline
from sopgen.render.pdf.elements import PageMarks
from sopgen.render.pdf.marking import marked
from sopgen.render.pdf.operators import Painting, outline
from sopgen.render.shapes import glyph_shape
from sopgen.scene import Glyph, Page, Path, Style, Text

_BUTT_CAP = 0  # corners need no setting: a page begins with miter joins


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
            _draw(canvas, arrow_shaft(arrow, style), height, "S")
        for arrow in page.arrows:
            head = arrow_head(arrow, style)
            if head:
                _draw(canvas, head, height, "f")
    canvas.setFillGray(1)
    for symbol, mark in zip(page.symbols, marks.symbols, strict=True):
        with marked(canvas, mark):
            _draw(canvas, symbol_outline(symbol, style), height, "B")


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
        _draw(canvas, path, height, "f" if shape.stroke is None else "S")


def _draw(canvas: Any, path: Path, height: float, painting: Painting) -> None:
    canvas._code.append(outline(path, height, painting))  # noqa: SLF001 - the page's operators
