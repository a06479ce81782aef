"""A marked copy's rings and badges in, SVG out. They lie above all else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sopgen.render.mark_style import DASH, LEADER_STROKE, RING_RADIUS, RING_STROKE
from sopgen.render.shapes import number
from sopgen.render.svg.markup import quoted
from sopgen.scene import Box, Mark, Page, Text


def draw_marks(page: Page, draw_text: Callable[[Text], Iterator[str]]) -> Iterator[str]:
    """Rings and leaders first, so that no line crosses a badge; of a clean page nothing."""
    for mark in page.marks:
        yield from _lines(mark)
    for badge in (badge for mark in page.marks for badge in mark.badges):
        yield f"<rect {_round(badge.box, (badge.box[3] - badge.box[1]) / 2)} fill={quoted(badge.fill)}/>"
        yield from draw_text(badge.text)


def _lines(mark: Mark) -> Iterator[str]:
    ink = f'fill="none" stroke={quoted(mark.colour)}'
    if mark.leader:
        points = " ".join(f"{number(x)},{number(y)}" for x, y in mark.leader)
        yield f'<polyline points="{points}" {ink} stroke-width="{number(LEADER_STROKE)}" stroke-linecap="round"/>'
    if mark.ring:
        dash = f' stroke-dasharray="{" ".join(map(number, DASH))}"' if mark.dashed else ""
        yield f'<rect {_round(mark.ring, RING_RADIUS)} {ink} stroke-width="{number(RING_STROKE)}"{dash}/>'


def _round(box: Box, radius: float) -> str:
    x0, y0, x1, y1 = box
    radius = min(radius, (x1 - x0) / 2, (y1 - y0) / 2)
    size = f'width="{number(x1 - x0)}" height="{number(y1 - y0)}"'
    return f'x="{number(x0)}" y="{number(y0)}" {size} rx="{number(radius)}"'
