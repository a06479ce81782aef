"""A marked copy's rings and badges in, paths and texts on reportlab's canvas out. They lie above all else."""

from __future__ import annotations

from typing import Any

from sopgen.render.mark_style import DASH, LEADER_STROKE, RING_RADIUS, RING_STROKE
from sopgen.render.pdf.elements import Piece
from sopgen.render.pdf.marking import marked
from sopgen.render.pdf.operators import rgb
from sopgen.render.pdf.pieces import lines_of
from sopgen.render.pdf.texts import draw_texts
from sopgen.scene import Badge, Box, Mark, Page

_ROUND_CAP = 1
_BUTT_CAP = 0


def draw_marks(canvas: Any, page: Page, mark: str) -> None:
    """Rings and leaders first, so that no line crosses a badge; of a clean page nothing.

    All stands under `mark`, as an artifact: the legend says in words what the rings point at.
    """
    if not page.marks:
        return
    height = page.size[1]
    with marked(canvas, mark):
        for each in page.marks:
            _draw_lines(canvas, each, height)
        for badge in (badge for each in page.marks for badge in each.badges):
            _draw_badge(canvas, badge, height)


def _draw_lines(canvas: Any, mark: Mark, height: float) -> None:
    canvas.setStrokeColorRGB(*rgb(mark.colour))
    if mark.leader:
        canvas.setLineCap(_ROUND_CAP)
        canvas.setLineWidth(LEADER_STROKE)
        path = canvas.beginPath()
        path.moveTo(mark.leader[0][0], height - mark.leader[0][1])
        for x, y in mark.leader[1:]:
            path.lineTo(x, height - y)
        canvas.drawPath(path, stroke=1, fill=0)
    if mark.ring:
        canvas.setLineCap(_BUTT_CAP)
        canvas.setLineWidth(RING_STROKE)
        if mark.dashed:
            canvas.setDash(*DASH)
        _round_rect(canvas, mark.ring, RING_RADIUS, height, stroke=1, fill=0)
        if mark.dashed:
            canvas.setDash()


def _draw_badge(canvas: Any, badge: Badge, height: float) -> None:
    canvas.setFillColorRGB(*rgb(badge.fill))
    _round_rect(canvas, badge.box, (badge.box[3] - badge.box[1]) / 2, height, stroke=0, fill=1)
    draw_texts(canvas, (Piece(badge.text, lines_of(badge.text)),), height)


def _round_rect(canvas: Any, box: Box, radius: float, height: float, *, stroke: int, fill: int) -> None:
    x0, y0, x1, y1 = box
    radius = min(radius, (x1 - x0) / 2, (y1 - y0) / 2)
    canvas.roundRect(x0, height - y1, x1 - x0, y1 - y0, radius, stroke=stroke, fill=fill)
