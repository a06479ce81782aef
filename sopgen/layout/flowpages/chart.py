"""The flowchart of one page, routed: from a routing to row heights, and to places on the page.

A chart knows its rows (kegiatan and strips) and bands (heights of symbols); where they stand on the
page is decided by the caller, who asks first how high the rows must be for the tracks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, NamedTuple

from sopgen.flow import Edge, Flow
from sopgen.layout import style
from sopgen.layout.flowpages.chartproblem import ChartRow
from sopgen.layout.flowpages.lanes import LaneGrid
from sopgen.layout.route import NoRoomError, Routed
from sopgen.layout.route.drawing import Frame
from sopgen.layout.route.problem import BandKind
from sopgen.layout.route.tracks import Level


class Clearances(NamedTuple):
    """What the tracks in a gap between two rows keep, in points: to its rule, to symbols, for heads."""

    above_rule: float
    below_rule: float
    to_symbol: float
    head: float


USUAL = Clearances(style.TRACK_ABOVE_RULE, style.TRACK_BELOW_RULE, style.TRACK_TO_SYMBOL, style.HEAD_ROOM)
LOW = Clearances(style.CLEAR_LEAST, style.CLEAR_LEAST, style.CLEAR_LEAST, style.TRACK_TO_HEAD)  # in low rows


class SideHead(NamedTuple):
    """A return's head at a symbol's side: its lane, its column, the symbol's edge, how far off. Points."""

    port: Literal["L", "R"]
    lane: int
    column: int
    edge: float
    reach: float


class Chart(NamedTuple):
    """One page's flowchart, routed. `levels[b]` is the flow level of band b (None in a strip)."""

    flow: Flow
    grid: LaneGrid
    rows: tuple[ChartRow, ...]
    levels: tuple[int | None, ...]
    edges: dict[int, tuple[Edge, ...]]  # link id → the flow's edges it carries
    routed: Routed
    symbol_height: float
    pentagon_width: float
    pairs: tuple[int, ...]  # the ids of the strips' connector pairs, in the order that the routing counts them
    least: int = 0  # crossings, if no slot were too narrow
    lower_bound: int = 0  # what is proved of them
    clear: Clearances = USUAL
    stack_extra: Mapping[int, float] = MappingProxyType({})  # by kegiatan: for a label beside a stem in its stack

    def least_heights(self, heights: list[float]) -> list[float]:
        """Row heights with room for every track, at least `heights`. Only step rows grow."""
        grown = list(heights)
        for _ in range(6):
            before = list(grown)
            for gap, levels in enumerate(self.routed.levels):
                self._grow(gap, levels, grown)
            if grown == before:
                break
        return grown

    def pentagon_places(self) -> Iterator[tuple[int, float]]:
        """(pair id, x) of every pentagon on the page."""
        columns = self.routed.columns
        for band, level in enumerate(self.levels):
            if level is None:
                places = columns.departures[band] or columns.arrivals[band]
                for pair, column in zip(self.pairs_at(band), places, strict=True):
                    yield pair, self.grid.x[column]

    def feet(self) -> dict[int, int]:
        """The places along the foot strip of the pairs whose pentagons stand there, by pair id."""
        last = len(self.routed.wiring.bands) - 1
        return {pair: place for place, pair in enumerate(self.pairs_at(last))} if self.levels[last] is None else {}

    def pairs_at(self, band: int) -> list[int]:
        """The ids of the connector pairs whose pentagons stand in a strip, from left to right."""
        return [self.pairs[i] for i in self.routed.wiring.bands[band].pentagons]

    def side_heads(self) -> Iterator[SideHead]:
        """The heads of returns that enter symbols by a side."""
        for number, band in enumerate(self.routed.wiring.bands):
            level = self.levels[number]
            if level is None:
                continue
            nodes = self.flow.levels[level].nodes
            for departure, column in zip(band.departures, self.routed.columns.departures[number], strict=True):
                if departure.port not in {"L", "R"} or not self.routed.wiring.nets[departure.net].is_return:
                    continue
                node = nodes[departure.box]
                left, right = self.grid.outline(node.lane_lo, node.lane_hi)
                x = self.grid.x[column]
                if departure.port == "L":
                    yield SideHead("L", node.lane_lo, column, left, left - x)
                else:
                    yield SideHead("R", node.lane_hi, column, right, x - right)

    def crowded_heads(self) -> list[int]:
        """The lanes beside whose symbols a return has no room for its head and a bit of shaft: a head once."""
        return [head.lane for head in self.side_heads() if head.reach < style.HEAD_ROOM - 0.01]

    def straight_runs(self) -> set[int]:
        """The columns in which something runs straight from one band to the next."""
        columns = self.routed.columns
        bands = zip(columns.departures, columns.arrivals[1:], strict=False)
        return {column for above, below in bands for column in {*above} & {*below}}

    def framed_lanes(self) -> set[int]:
        """The outer lanes in which a run that passes a row stands too near to the table's black frame."""
        edges, x = self.grid.edges, self.grid.x
        found: set[int] = set()
        for column in self.straight_runs():
            if x[column] - edges[0] < style.FRAME_CLEAR - 0.01:
                found.add(0)
            if edges[-1] - x[column] < style.FRAME_CLEAR - 0.01:
                found.add(len(edges) - 2)
        return found

    def row_of(self, band: int) -> int:
        return bisect_right(self.rows, band, key=lambda row: row.bands[0]) - 1

    def _grow(self, gap: int, levels: tuple[Level, ...], heights: list[float]) -> None:
        if not levels:
            return
        upper, lower = self.row_of(gap), self.row_of(gap + 1)
        if upper == lower:
            return  # inside a stack the gap itself is stretched: see stack_gaps
        above, below = self._rooms(gap, heights)
        split = self._split(levels, above, below, self._fixed(upper, lower))
        need_above, need_below = self._need_above(levels[:split]), self._need_below(levels[split:])
        if need_above > above and self.rows[upper].kind is BandKind.STEP:
            heights[upper] = style.on_grid(heights[upper] + 2 * (need_above - above))
        if need_below > below and self.rows[lower].kind is BandKind.STEP:
            heights[lower] = style.on_grid(heights[lower] + 2 * (need_below - below))

    def _rooms(self, gap: int, heights: list[float]) -> tuple[float, float]:
        """Free height above and below the row rule in a gap between two rows."""
        upper, lower = self.rows[self.row_of(gap)], self.rows[self.row_of(gap + 1)]
        if upper.kind is BandKind.HEAD:
            above = style.STRIP_HEAD - style.STRIP_PAD - self.symbol_height
        else:
            above = (heights[self.row_of(gap)] - self.stack_height(upper)) / 2
        if lower.kind is BandKind.FOOT:
            below = style.STRIP_FOOT - style.STRIP_PAD - self.symbol_height
        else:
            below = (heights[self.row_of(gap + 1)] - self.stack_height(lower)) / 2
        return above, below

    def _fixed(self, upper: int, lower: int) -> tuple[bool, bool]:
        return self.rows[upper].kind is not BandKind.STEP, self.rows[lower].kind is not BandKind.STEP

    def stack_gaps(self, row: ChartRow) -> list[float]:
        """The gaps between the symbols stacked in one row."""
        extra = self.stack_extra.get(row.step or 0, 0.0)
        return [stack_gap(len(self.routed.levels[band])) + extra for band in row.bands[:-1]]

    def stack_height(self, row: ChartRow) -> float:
        return len(row.bands) * self.symbol_height + sum(self.stack_gaps(row))

    def frame(self, edges: list[float]) -> Frame:
        """Where everything stands, for row edges `edges` (one more than rows)."""
        boxes: list[tuple[tuple[float, float, float, float], ...]] = []
        for i, row in enumerate(self.rows):
            y = (edges[i] + edges[i + 1] - self.stack_height(row)) / 2
            if row.kind is BandKind.HEAD:
                y = edges[i] + style.STRIP_PAD
            elif row.kind is BandKind.FOOT:
                y = edges[i + 1] - style.STRIP_PAD - self.symbol_height
            gaps = [*self.stack_gaps(row), 0.0]
            for band, gap in zip(row.bands, gaps, strict=True):
                boxes.append(self._boxes(band, y))
                y += self.symbol_height + gap
        return Frame(self.grid.x, tuple(boxes), tuple(self._level_places(edges, boxes)))

    def _boxes(self, band: int, y: float) -> tuple[tuple[float, float, float, float], ...]:
        level = self.levels[band]
        bottom = y + self.symbol_height
        if level is None:
            columns = self.routed.columns.departures[band] or self.routed.columns.arrivals[band]
            half = self.pentagon_width / 2
            return tuple((self.grid.x[c] - half, y, self.grid.x[c] + half, bottom) for c in columns)
        found = []
        for node in self.flow.levels[level].nodes:
            left, right = self.grid.outline(node.lane_lo, node.lane_hi)
            found.append((left, y, right, bottom))
        return tuple(found)

    def _level_places(
        self, edges: list[float], boxes: list[tuple[tuple[float, float, float, float], ...]]
    ) -> list[tuple[float, ...]]:
        places: list[tuple[float, ...]] = []
        heights = [b - a for a, b in pairwise(edges)]
        for gap, levels in enumerate(self.routed.levels):
            upper, lower = self.row_of(gap), self.row_of(gap + 1)
            top, bottom = boxes[gap][0][3], boxes[gap + 1][0][1]
            count = len(levels)
            if upper == lower:
                first = (top + bottom - style.HEAD_ROOM + style.TRACK_TO_SYMBOL - (count - 1) * style.TRACK_PITCH) / 2
                places.append(tuple(first + i * style.TRACK_PITCH for i in range(count)))
                continue
            rule = edges[lower]
            split = self._split(levels, *self._rooms(gap, heights), self._fixed(upper, lower))
            above = [rule - self.clear.above_rule - (split - 1 - i) * style.TRACK_PITCH for i in range(split)]
            below = [rule + self.clear.below_rule + i * style.TRACK_PITCH for i in range(count - split)]
            places.append(tuple(above + below))
        return places

    def _need_above(self, levels: tuple[Level, ...]) -> float:
        """The height between a symbol and the row rule below it that these levels need."""
        last = len(levels) - 1
        heads = [self.clear.head + (last - i) * style.TRACK_PITCH for i, level in enumerate(levels) if level.rises]
        own = max(heads, default=0.0) + self.clear.above_rule if heads else 0.0
        return max(own, _need(len(levels), self.clear.to_symbol + self.clear.above_rule))

    def _need_below(self, levels: tuple[Level, ...]) -> float:
        """The height between a row rule and the symbol below it that these levels need."""
        heads = [self.clear.head + i * style.TRACK_PITCH for i, level in enumerate(levels) if level.falls]
        own = max(heads, default=0.0) + self.clear.below_rule if heads else 0.0
        return max(own, _need(len(levels), self.clear.below_rule + style.TRACK_TO_HEAD))

    def _split(self, levels: tuple[Level, ...], above: float, below: float, fixed: tuple[bool, bool]) -> int:
        """How many of a gap's levels lie above the row rule: all that fit, what is left below it.

        `fixed`: whether the room above, below, cannot grow (a connector strip).
        """
        count = len(levels)
        least = max((i + 1 for i, level in enumerate(levels) if level.zone == "above"), default=0)
        most = min((i for i, level in enumerate(levels) if level.zone == "below"), default=count)
        if least > most:
            raise NoRoomError

        def lack(split: int) -> tuple[float, int]:
            a = max(0.0, self._need_above(levels[:split]) - above - 1e-6)
            b = max(0.0, self._need_below(levels[split:]) - below - 1e-6)
            return (a * (1000.0 if fixed[0] else 1.0) + b * (1000.0 if fixed[1] else 1.0), -split)

        return min(range(least, most + 1), key=lack)


def stack_gap(levels: int) -> float:
    """Height between two symbols stacked in one row, with so many tracks between them."""
    if not levels:
        return style.STACK_GAP
    return max(style.STACK_GAP, _need(levels, style.TRACK_TO_SYMBOL + style.HEAD_ROOM))


def _need(levels: int, ends: float) -> float:
    return ends + (levels - 1) * style.TRACK_PITCH if levels else 0.0
