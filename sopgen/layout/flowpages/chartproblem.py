"""From the flow's levels to a routing problem: one page's rows, bands and links.

In: the flow, the page's kegiatan and strips, the lanes' columns. Out: `Problem`, and which of the
flow's edges each link carries.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from sopgen.flow import Edge, Flow
from sopgen.layout import style
from sopgen.layout.flowpages.connectors import StripEnd, Strips
from sopgen.layout.flowpages.lanes import LaneGrid
from sopgen.layout.route.problem import Band, BandKind, Link, Obstacle, Port, Problem, Side

_PORTS: dict[str, Port] = {"kiri": "L", "kanan": "R", "bawah": "B"}
_SIDES: dict[str, Side] = {"kiri": "L", "kanan": "R"}


class ChartRow(NamedTuple):
    """A row of the table: `step` None for a strip; `bands` are indexes into the chart's bands."""

    step: int | None
    kind: BandKind
    bands: tuple[int, ...]


class ChartStyle(NamedTuple):
    """What the chart needs beyond the grid: sizes, and the least widths of branch labels, also with words undivided.

    `inward`: whether returns enter an outer lane's symbol rather from inside where their heads have no shaft outside.
    """

    symbol_height: float
    pentagon_width: float
    label_widths: dict[str, float]
    whole_labels: dict[str, float]
    inward: bool = False


class ProblemBuilder:
    """Collects one page's bands and links."""

    def __init__(self, flow: Flow, grid: LaneGrid, steps: tuple[int, int], strips: Strips, sizes: ChartStyle) -> None:
        self.sizes = sizes
        self.flow, self.grid, self.steps = flow, grid, steps
        self.head = tuple(enumerate(strips.head))  # pentagons are counted along the head, then along the foot
        self.reading = strips.reading
        self.foot = tuple(enumerate(strips.foot, start=len(strips.head)))
        self.rows: list[ChartRow] = []
        self.levels: list[int | None] = []
        self.bands: list[Band] = []
        self.links: list[Link] = []
        self.carried: dict[int, tuple[Edge, ...]] = {}
        self.band_of: dict[int, int] = {}

    def problem(self) -> Problem:
        if self.head:
            self._strip(BandKind.HEAD)
        first, last = self.steps
        for step in range(first, last + 1):
            here = self.flow.levels_of(step)
            self.rows.append(ChartRow(step, BandKind.STEP, tuple(range(len(self.bands), len(self.bands) + len(here)))))
            for index in here:
                self.band_of[index] = len(self.bands)
                self.levels.append(index)
                self.bands.append(self._band(index))
        if self.foot:
            self._strip(BandKind.FOOT)
        self._link_all()
        wish = {i: self.grid.spans[self._lane(end), self._lane(end)].centre for i, end in self.head + self.foot}
        room = self.sizes.pentagon_width + style.CLEAR_WISH
        page = tuple(self.bands), tuple(self.links), self.grid.x
        return Problem(*page, wish, self._places(room), room, self.grid.borders, self.reading)

    def _places(self, room: float) -> tuple[int, ...]:
        """Pentagons stand on the lanes' centres; where they are too many, anywhere within lanes, else on any column."""
        grid = self.grid
        centres = tuple(sorted(grid.spans[i, i].centre for i in range(len(self.flow.lanes))))
        most = max(len(self.head), len(self.foot))
        if most <= len(centres) and _apart(grid, room):
            return centres
        inner = _inner_places(grid, self.sizes.pentagon_width)
        in_lanes = tuple(i for i in inner if _is_in_lane(grid, i, self.sizes.pentagon_width))
        return in_lanes if _held(grid, in_lanes, room) >= most else inner

    def leaves_here(self, link: int) -> bool:
        """Whether the link starts at its diamond, not at a pentagon: only there does its label stand."""
        found = self.links[link]
        return self.bands[found.source].kind is BandKind.STEP

    def _lane(self, end: StripEnd) -> int:
        level = self.flow.levels[end.target]
        return level.nodes[level.lead].lane_lo

    def _strip(self, kind: BandKind) -> None:
        self.rows.append(ChartRow(None, kind, (len(self.bands),)))
        self.levels.append(None)
        self.bands.append(Band(kind))

    def _band(self, index: int) -> Band:
        level = self.flow.levels[index]
        boxes = tuple(self._box(n.lane_lo, n.lane_hi) for n in level.nodes)
        return Band(BandKind.STEP, boxes, level.lead, level.opens, level.closes)

    def _box(self, lo: int, hi: int) -> Obstacle:
        box = self.grid.spans[lo, hi]
        if not self.sizes.inward:
            return box
        left, right = self.grid.outline(lo, hi)
        least = style.HEAD_ROOM - 0.01
        tight: tuple[tuple[Side, float], ...] = ("L", left - self.grid.x[0]), ("R", self.grid.x[-1] - right)
        return box._replace(tight=tuple(side for side, reach in tight if reach < least))

    def _link_all(self) -> None:
        for edge in self.flow.edges:
            if edge.source in self.band_of and edge.target in self.band_of:
                self._link(edge, self.band_of[edge.source], self.band_of[edge.target], (edge,), None)
        last = len(self.bands) - 1
        for i, end in self.head:
            if end.is_return:
                for edge in end.edges:
                    self._link(edge, self.band_of[edge.source], 0, (edge,), i)
            else:
                self._link(end.edges[0], 0, self.band_of[end.target], end.edges, i)
        for i, end in self.foot:
            if end.is_return:
                self._link(end.edges[0], last, self.band_of[end.target], end.edges, i)
            else:
                for edge in end.edges:
                    self._link(edge, self.band_of[edge.source], last, (edge,), i)

    def _link(self, edge: Edge, source: int, target: int, edges: tuple[Edge, ...], pentagon: int | None) -> None:
        number = len(self.links)
        starts_here = self.bands[source].kind is BandKind.STEP
        leave: Port | None = None
        passes: tuple[tuple[int, Side], ...] = ()
        rutes = [e.rute for e in edges if e.rute]
        if rutes:
            leave = _PORTS[rutes[0].keluar] if starts_here and rutes[0].keluar else None
            passes = self._passes(rutes[0].lewat, source, target)
        labelled = bool(edge.label) and starts_here
        first_choice = bool(edge.label) and edge is self._first_branch(edge)
        self.links.append(
            Link(
                number,
                source,
                target,
                target < source,
                pentagon,
                labelled,
                first_choice and starts_here and target > source,
                self._broad(edge) if labelled else 0,
                leave,
                passes,
            )
        )
        self.carried[number] = edges

    def _broad(self, edge: Edge) -> int:
        """Whether the label is too broad for the half lane beside its stem, even on several lines: 2 where much."""
        level = self.flow.levels[edge.source]
        lane = level.nodes[level.lead].lane_hi
        half = (self.grid.edges[lane + 1] - self.grid.edges[lane]) / 2
        room = half - style.LABEL_SIDE - style.LABEL_CLEAR
        if self.sizes.label_widths[edge.label] <= room:
            return 0
        return 1 if self.sizes.whole_labels[edge.label] <= room + style.LABEL_A_LITTLE else 2

    def _first_branch(self, edge: Edge) -> Edge:
        return next(e for e in self.flow.edges if e.source == edge.source)

    def _passes(self, lewat: tuple[tuple[int, str], ...], source: int, target: int) -> tuple[tuple[int, Side], ...]:
        found: list[tuple[int, Side]] = []
        lo, hi = sorted((source, target))
        for step, side in lewat:
            for index in self.flow.levels_of(step):
                band = self.band_of.get(index)
                if band is not None and lo < band < hi:
                    found.append((band, _SIDES[side]))
        return tuple(found)


def _apart(grid: LaneGrid, room: float) -> bool:
    return all(b - a >= room - 1e-6 for a, b in pairwise(grid.edges))


def _is_in_lane(grid: LaneGrid, column: int, width: float) -> bool:
    """Whether a pentagon on the column stands between two lane borders."""
    x = grid.x[column]
    return any(left <= x - width / 2 and x + width / 2 <= right for left, right in pairwise(grid.edges))


def _held(grid: LaneGrid, places: tuple[int, ...], room: float) -> int:
    """How many pentagons find room there side by side."""
    count, end = 0, float("-inf")
    for column in places:
        if end + room <= grid.x[column] + 1e-6:
            count, end = count + 1, grid.x[column]
    return count


def _inner_places(grid: LaneGrid, width: float) -> tuple[int, ...]:
    left, right = grid.edges[0] + style.CLEAR_WISH + width / 2, grid.edges[-1] - style.CLEAR_WISH - width / 2
    return tuple(i for i, x in enumerate(grid.x) if left <= x <= right and i not in grid.borders)
