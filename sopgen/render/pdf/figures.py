"""Figures in, their shapes and texts on reportlab's canvas out, each figure under its mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sopgen.render.pdf.elements import Piece
from sopgen.render.pdf.marking import marked
from sopgen.render.pdf.operators import Painting, outline, rgb
from sopgen.render.pdf.pieces import lines_of
from sopgen.render.pdf.texts import draw_texts
from sopgen.scene import Page, Shape

_BUTT, _MITER, _ROUND = 0, 0, 1


def draw_figures(canvas: Any, page: Page, marks: Sequence[str]) -> None:
    height = page.size[1]
    for figure, mark in zip(page.figures, marks, strict=True):
        with marked(canvas, mark):
            for shape in figure.shapes:
                _draw(canvas, shape, height)
            draw_texts(canvas, [Piece(text, lines_of(text)) for text in figure.texts], height)


def _draw(canvas: Any, shape: Shape, height: float) -> None:
    if shape.fill:
        canvas.setFillColorRGB(*rgb(shape.fill))
    if shape.stroke:
        canvas.setLineWidth(shape.stroke)
        canvas.setStrokeGray(0)
        canvas.setLineCap(_ROUND if shape.round else _BUTT)
        canvas.setLineJoin(_ROUND if shape.round else _MITER)
        canvas.setDash(list(shape.dash))
    painting: Painting = "B" if shape.fill and shape.stroke else "f" if shape.fill else "S"
    canvas._code.append(outline(shape.path, height, painting))  # noqa: SLF001 - the page's operators
    if shape.dash:
        canvas.setDash([])
    if shape.round:
        canvas.setLineJoin(_MITER)
