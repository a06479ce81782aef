"""Lines that a page's edge cuts → both halves with a connector at the cut, so that the flow goes on through the pair.

Who prints a sheet that is longer than a page cuts its arrows: the upper half leaves the table's lower edge, the lower
half comes in at the same place above the next page's first row. Some programs draw the whole line on both pages and
hide what is outside; others draw the halves. Pairs are found by their place alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from sopgen.drawn.model import Panel, Point, Stroke, Symbol
from sopgen.drawn.table import Part

_NEAR: Final = 3.0  # points: how far from an edge a cut line may end, and the halves from each other
_RADIUS: Final = 0.5  # points: half a connector's side
_DEEPEST: Final = 60.0  # points below the last step where the table may end
CUT: Final = "\x00"
"""How the names of these connectors begin: no hand writes it."""


class _Cut(NamedTuple):
    """Where line number `stroke` crosses an edge: on its piece from point `at`; `x` from the chart's left."""

    stroke: int
    at: int
    point: Point
    x: float


def mended(panels: Sequence[Panel], parts: Sequence[Part]) -> list[Panel]:
    """The panels of one SOP with connectors where a page's edge cut lines."""
    result = list(panels)
    count = 0
    for upper, lower in pairwise(sorted({part.panel for part in parts})):
        if lower != upper + 1 or not (panels[upper].wrapped and panels[lower].wrapped):
            continue
        before = [part for part in parts if part.panel == upper][-1]
        after = next(part for part in parts if part.panel == lower)
        feet = list(_cuts(result[upper], before, _foot(result[upper], before), downward=True))
        tops = list(_cuts(result[lower], after, _top(after), downward=False))
        pairs = _pairs(feet, tops)
        for foot, top in pairs:
            count += 1
            _part(result, upper, foot, lower, top, f"{CUT}{count}")
    return result


def _foot(panel: Panel, part: Part) -> float:
    """The table's lower edge on its page."""
    last = part.rows[-1].down[1] if part.rows else part.head.bottom
    left, right = part.head.chart
    return max(
        (
            cell.box[3]
            for cell in panel.cells
            if cell.ruled
            and cell.box[0] < right
            and cell.box[2] > left
            and cell.box[1] >= last - 1
            and cell.box[3] < last + _DEEPEST
        ),
        default=last,
    )


def _top(part: Part) -> float:
    return part.head.bottom if part.headed else part.rows[0].down[0]


def _cuts(panel: Panel, part: Part, edge: float, *, downward: bool) -> Iterator[_Cut]:
    """Where lines cross an edge, or end at it without a head and run straight towards it."""
    left, right = part.head.chart
    side = 1.0 if downward else -1.0
    for number, stroke in enumerate(panel.strokes):
        for at, (a, b) in enumerate(pairwise(stroke.points)):
            beyond = [(point[1] - edge) * side for point in (a, b)]
            if min(beyond) < -_NEAR and max(beyond) > 0:
                share = (edge - a[1]) / (b[1] - a[1])
                point = (a[0] + (b[0] - a[0]) * share, edge)
            elif (end := _ends_at(stroke, at, edge)) is not None:
                point = end
            else:
                continue
            if left - _NEAR <= point[0] <= right + _NEAR:
                yield _Cut(number, at, point, point[0] - left)
                break  # a line that comes back over the edge is not cut twice


def _ends_at(stroke: Stroke, at: int, edge: float) -> Point | None:
    """The end of a line's piece, if the line ends there, upright and without a head, at the edge."""
    for end, piece in ((0, 0), (1, len(stroke.points) - 2)):
        tip, before = (stroke.points[-1], stroke.points[-2]) if end else stroke.points[:2]
        upright = abs(tip[0] - before[0]) < 1 < abs(tip[1] - before[1])
        if piece == at and upright and not stroke.heads[end] and abs(tip[1] - edge) <= _NEAR:
            return tip
    return None


def _pairs(feet: list[_Cut], tops: list[_Cut]) -> list[tuple[_Cut, _Cut]]:
    """Halves at one place, the nearest first."""
    found: list[tuple[_Cut, _Cut]] = []
    wishes = sorted(
        (abs(foot.x - top.x), one, other)
        for one, foot in enumerate(feet)
        for other, top in enumerate(tops)
        if abs(foot.x - top.x) <= _NEAR
    )
    taken: set[tuple[str, int]] = set()
    for _, one, other in wishes:
        if not {("foot", one), ("top", other)} & taken:
            taken |= {("foot", one), ("top", other)}
            found.append((feet[one], tops[other]))
    return found


def _part(panels: list[Panel], upper: int, foot: _Cut, lower: int, top: _Cut, name: str) -> None:
    """Both halves of one line, each with its connector. The flow goes to the half that has a head."""
    above = _half(panels[upper].strokes[foot.stroke], foot, keep_above=True)
    below = _half(panels[lower].strokes[top.stroke], top, keep_above=False)
    upward = above.heads[1] and not below.heads[1]
    for at, cut, half, leaves in ((upper, foot, above, not upward), (lower, top, below, upward)):
        panel = panels[at]
        number = max((symbol.id for symbol in panel.symbols), default=0) + 1
        x, y = cut.point
        box = (x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS)
        glued = half._replace(glue=(number, half.glue[1]))
        strokes = list(panel.strokes)
        strokes[cut.stroke] = glued.turned()._replace(heads=(False, True)) if leaves else glued
        symbol = Symbol(number, "offpage", box, name)
        panels[at] = panel._replace(symbols=(*panel.symbols, symbol), strokes=tuple(strokes))


def _half(stroke: Stroke, cut: _Cut, *, keep_above: bool) -> Stroke:
    """The half of a line on its page, from the cut on."""
    before, after = stroke.points[: cut.at + 1], stroke.points[cut.at + 1 :]
    if (before[-1][1] < after[0][1]) == keep_above:
        stroke, before, after = stroke.turned(), after[::-1], before[::-1]
    kept = (cut.point, *(after if after[0] != cut.point else after[1:]))
    return stroke._replace(points=kept, heads=(False, stroke.heads[1]), glue=(None, stroke.glue[1]))
