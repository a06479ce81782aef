"""Columns moved a little within their lanes once a page is routed, so that heads, frames and labels have their room.

A routed page uses few of the columns that its lanes offer. What it uses keeps its order and its lane, keeps clear of
symbols and rules, and stands where it stood unless something asks for more room: so no line changes its way, and no
crossing comes or goes. (The nudging of orthogonal routing: Wybrow, Marriott, Stuckey 2009; here with columns for
channels.)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from sopgen.layout import style
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.labelplaces import Arm

_SHARES = (0.5, 1.0)  # of the way that columns can give, tried in this order for a label
_NEAR = 0.01


class _Wish(NamedTuple):
    """A column that should stand no further left than `least`, no further right than `most`. Points."""

    column: int
    least: float = float("-inf")
    most: float = float("inf")

    def is_met(self, x: tuple[float, ...]) -> bool:
        return self.least - _NEAR <= x[self.column] <= self.most + _NEAR


class _Places:
    """The columns in use on one page: how far each may move, and what neighbours keep from each other. Points."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.x = chart.grid.x
        self.columns = sorted({column for gap in _gaps(chart) for column in gap} | _fixed(chart))
        self.before: dict[int, list[tuple[int, float]]] = {column: [] for column in self.columns}
        for left, right in sorted({pair for gap in _gaps(chart) for pair in pairwise(sorted(gap))}):
            self.before[right].append((left, self._apart(left, right)))
        self.lo, self.hi = {}, {}
        fixed = _fixed(chart)
        for column in self.columns:
            place = self.x[column]
            self.lo[column], self.hi[column] = (place, place) if column in fixed else self._reach(column)

    def _apart(self, left: int, right: int) -> float:
        """What two verticals keep from each other: as much as they do, up to the room that an Ω needs."""
        wish = style.INNER_SPACING if self.chart.routed.crossings else style.CLEAR_WISH
        return min(self.x[right] - self.x[left], wish)

    def _reach(self, column: int) -> tuple[float, float]:
        """From where to where a column may stand: in its half of its lane, off rules and off the page's symbols."""
        grid, place = self.chart.grid, self.x[column]
        lane = bisect_right(grid.edges, place) - 1
        left, right = grid.edges[lane], grid.edges[lane + 1]
        centre = (left + right) / 2
        lo, hi = (left, centre) if place < centre else (centre, right)
        lo, hi = lo + style.CLEAR_LEAST, hi - style.CLEAR_LEAST
        for span in _spans(self.chart):
            box, (x0, x1) = grid.spans[span], grid.outline(*span)
            if column < box.lo:
                hi = min(hi, max(x0 - style.CLEAR_WISH, place))
            elif column > box.hi:
                lo = max(lo, min(x1 + style.CLEAR_WISH, place))
        return min(lo, place), max(hi, place)

    def ranges(self, wishes: Iterable[_Wish]) -> dict[int, tuple[float, float]] | None:
        """From where to where each column may stand if these wishes are met; None where they cannot be."""
        lo, hi = dict(self.lo), dict(self.hi)
        for column, least, most in wishes:
            lo[column], hi[column] = max(lo[column], least), min(hi[column], most)
        for column in self.columns:
            lo[column] = max([lo[column], *(lo[other] + apart for other, apart in self.before[column])])
        for column in reversed(self.columns):
            for other, apart in self.before[column]:
                hi[other] = min(hi[other], hi[column] - apart)
        if any(lo[column] > hi[column] + _NEAR for column in self.columns):
            return None
        return {column: (lo[column], hi[column]) for column in self.columns}

    def granted(self, wishes: Iterable[_Wish]) -> list[_Wish]:
        """Those of the wishes that can be met together, the first before the others."""
        kept: list[_Wish] = []
        for wish in wishes:
            if self.ranges([*kept, wish]) is not None:
                kept.append(wish)
        return kept

    def placed(self, wishes: Iterable[_Wish]) -> Chart:
        """The chart with each column as near to where it stood as the wishes allow; they can be met."""
        ranges = self.ranges(wishes)
        assert ranges is not None
        x = list(self.x)
        for column in self.columns:
            lo, hi = ranges[column]
            lo = max([lo, *(x[other] + apart for other, apart in self.before[column])])
            x[column] = lo if x[column] < lo - _NEAR else hi if x[column] > hi + _NEAR else x[column]
        return self.chart._replace(grid=self.chart.grid._replace(x=tuple(x)))


def eased(chart: Chart) -> Chart:
    """The chart with shafts for its returns' heads and long runs off the frame, as far as its lanes have room."""
    wishes = _wishes(chart)
    if all(wish.is_met(chart.grid.x) for wish in wishes):
        return chart
    places = _Places(chart)
    return places.placed(places.granted(wishes))


def with_room_for(chart: Chart, arm: Arm) -> Iterator[Chart]:
    """The chart with more room beside an arrow's first upright piece, or above the level one that leads to it."""
    x = arm.points[0][0] if arm.port == "B" else arm.points[1][0]
    column = next((column for column, place in enumerate(chart.grid.x) if abs(place - x) < _NEAR), None)
    if column is None:
        return
    places = _Places(chart)
    kept = places.granted(_wishes(chart))
    seen = [chart.grid.x]
    for wishes in _outward(places, column, kept):
        if places.ranges([*kept, *wishes]) is None:
            continue
        moved = places.placed([*kept, *wishes])
        if all(_differ(moved.grid.x, x) for x in seen):
            seen.append(moved.grid.x)
            yield moved


def _outward(places: _Places, column: int, kept: list[_Wish]) -> Iterator[list[_Wish]]:
    """What is beyond the column moved away from it to the right, to the left, or the column itself: little first."""
    free = places.ranges(kept)
    assert free is not None
    for share in _SHARES:
        for outward in (1, -1):
            beyond = [other for other in places.columns if (other - column) * outward > 0]
            for moved in (beyond, [column] if column in free else []):
                yield [_moved(other, places.x[other], free[other], outward, share) for other in moved]


def _moved(column: int, place: float, free: tuple[float, float], outward: int, share: float) -> _Wish:
    """A column that gives a share of its way to the right (`outward` 1) or to the left."""
    lo, hi = free
    if outward > 0:
        return _Wish(column, least=place + max(0.0, hi - place) * share)
    return _Wish(column, most=place - max(0.0, place - lo) * share)


def _differ(x: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return any(abs(a - b) > style.LABEL_TIGHT for a, b in zip(x, other, strict=True))


def _gaps(chart: Chart) -> Iterator[set[int]]:
    """The columns of the verticals that stand beside each other between two bands."""
    columns = chart.routed.columns
    for above, below in zip(columns.departures, columns.arrivals[1:], strict=False):
        yield {*above, *below}


def _spans(chart: Chart) -> set[tuple[int, int]]:
    """The lanes (first, last) across which the page's symbols stand."""
    levels = [chart.flow.levels[level] for level in chart.levels if level is not None]
    return {(node.lane_lo, node.lane_hi) for level in levels for node in level.nodes}


def _fixed(chart: Chart) -> set[int]:
    """The columns that stay: symbols' centres, pentagons, lane borders."""
    grid, columns = chart.grid, chart.routed.columns
    strips = [number for number, level in enumerate(chart.levels) if level is None]
    pentagons = {column for number in strips for column in (*columns.arrivals[number], *columns.departures[number])}
    return pentagons | {box.centre for box in grid.spans.values()} | grid.borders


def _wishes(chart: Chart) -> list[_Wish]:
    """That heads which enter by a side have a bit of shaft, and long runs stand off the frame: first what is met."""
    wishes = [*_heads(chart), *_framed(chart)]
    return sorted(wishes, key=lambda wish: not wish.is_met(chart.grid.x))


def _heads(chart: Chart) -> Iterator[_Wish]:
    """What each head has of a shaft, and the whole of it."""
    for head in chart.side_heads():
        for reach in sorted({min(head.reach, style.HEAD_ROOM), style.HEAD_ROOM}):
            if head.port == "R":
                yield _Wish(head.column, least=head.edge + reach)
            else:
                yield _Wish(head.column, most=head.edge - reach)


def _framed(chart: Chart) -> Iterator[_Wish]:
    left, right = chart.grid.edges[0] + style.FRAME_CLEAR, chart.grid.edges[-1] - style.FRAME_CLEAR
    for column in sorted(chart.straight_runs()):
        yield _Wish(column, left, right)
