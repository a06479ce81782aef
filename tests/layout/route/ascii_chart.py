"""A routed page as a picture of characters: lanes of 12 characters, one row a symbol, one row a level of tracks.

`(1)` capsule, `[2]` box, `<3>` diamond, `{4}` a pentagon that leads to or comes from kegiatan 4; `v ^ > <` heads,
`Ω` a crossing on its horizontal. Lines that touch without an Ω show as `┴ ┬ ├ ┤ ┼`: joins.
A lane has three columns that lines may run in: its centre, where its symbols stand, and one at each side.
"""

from __future__ import annotations

from itertools import pairwise
from textwrap import dedent

from sopgen.flow import Flow, build_flow
from sopgen.intake.sop import Sop
from sopgen.layout import style
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.chartproblem import ChartStyle
from sopgen.layout.flowpages.chartsearch import ChartSearch
from sopgen.layout.flowpages.connectors import Pair, plan_pairs, strips_of
from sopgen.layout.flowpages.lanes import LaneGrid
from sopgen.layout.route.drawing import Frame, draw
from sopgen.layout.route.lines import Polyline
from sopgen.layout.route.problem import BandKind, Obstacle

CHARACTER = 6.0  # points
LANE = 12  # characters
NORTH, EAST, SOUTH, WEST = 1, 2, 4, 8
LINES = dict(
    zip(
        (1, 4, 5, 2, 8, 10, 3, 9, 6, 12, 11, 14, 7, 13, 15),
        "│││───└┘┌┐┴┬├┤┼",
        strict=True,
    )
)
BRACKETS = {"terminator": "()", "process": "[]", "decision": "<>"}
HEADS = {"T": (0, -1, "v"), "B": (0, 1, "^"), "L": (0, 0, ">"), "R": (0, 0, "<")}


def picture(sop: Sop, *, pages: tuple[tuple[int, int], ...] | None = None, page: int = 0) -> str:
    """The chart of one page; `pages` are (first, last) kegiatan, one page without them."""
    flow = build_flow(sop)
    pairs = plan_pairs(flow, list(pages or [(1, len(sop.kegiatan))]))
    chart = chart_of(flow, pairs, (pages or ((1, len(sop.kegiatan)),))[page], page)
    edges = [0.0]
    least = {BandKind.STEP: style.ROW_STEPS[0], BandKind.HEAD: style.STRIP_HEAD, BandKind.FOOT: style.STRIP_FOOT}
    heights = [
        max(least[row.kind], chart.stack_height(row) + style.ROW_STEPS[0] - style.SYMBOL_HEIGHT) for row in chart.rows
    ]
    for height in chart.least_heights(heights):
        edges.append(edges[-1] + height)
    frame = chart.frame(edges)
    return drawn(_Canvas(chart, frame, draw(chart.routed, frame), pairs).text())


def drawn(text: str) -> str:
    """A picture as it stands in a test, without what is left of it."""
    return "\n".join(line.rstrip() for line in dedent(text).strip("\n").rstrip().split("\n"))


def chart_of(flow: Flow, pairs: list[Pair], steps: tuple[int, int], page: int) -> Chart:
    spans = {(node.lane_lo, node.lane_hi) for level in flow.levels for node in level.nodes}
    labels = dict.fromkeys((e.label for e in flow.edges), 3.0)
    sizes = ChartStyle(style.SYMBOL_HEIGHT, 3 * CHARACTER, labels, labels)
    strips, ids = strips_of(pairs, page, {})
    chart = ChartSearch(flow, steps, strips, sizes).best(None, [coarse_grid(len(flow.lanes), spans)])
    return chart._replace(pairs=ids)


def coarse_grid(lanes: int, spans: set[tuple[int, int]]) -> LaneGrid:
    width = LANE * CHARACTER
    edges = tuple(width * i for i in range(lanes + 1))
    wide = {(lo, hi): (edges[lo] + edges[hi + 1]) / 2 for lo, hi in spans}
    places = {edge + width * part / 6 for edge in edges[:-1] for part in (1, 3, 5)}
    x = tuple(sorted(places | set(wide.values())))
    borders = frozenset(x.index(centre) for centre in wide.values() if centre in edges)
    boxes = {}
    for lo, hi in spans | {(lane, lane) for lane in range(lanes)}:
        centre = x.index((edges[lo] + edges[hi + 1]) / 2)
        blocked = [x.index(edges[lane] + width / 2) for lane in (lo, hi)]
        boxes[lo, hi] = Obstacle(centre, *blocked, centre in borders)
    return LaneGrid(edges, x, boxes, borders, 3 * CHARACTER)


class _Canvas:
    """Characters by (column, row): the rows are the bands and levels in their order, heights do not show."""

    def __init__(self, chart: Chart, frame: Frame, lines: list[Polyline], pairs: list[Pair]) -> None:
        self.chart, self.frame, self.lines = chart, frame, lines
        self.targets = {pair.id: chart.flow.levels[pair.target].step for pair in pairs}
        self.rows = self._ranks()
        self.marks: dict[tuple[int, int], int] = {}
        self.signs: dict[tuple[int, int], str] = {}

    def text(self) -> str:
        for line in self.lines:
            points = [self._place(x, y) for x, y in line.points]
            for a, b in pairwise(points):
                self._stroke(a, b)
        for line in self.lines:
            if line.head:
                dx, dy, head = HEADS[line.ports[1]]
                x, y = self._place(*line.points[-1])
                self.signs[x + dx, y + dy] = head
            self.signs.update({self._place(*omega): "Ω" for omega in line.omegas})
        self._symbols()
        wide = LANE * len(self.chart.flow.lanes)
        rows = range(max(y for _, y in self.signs) + 1)
        text = ["".join(self._character(x, y) for x in range(wide)).rstrip() for y in rows]
        return "\n".join(text)

    def _character(self, x: int, y: int) -> str:
        return self.signs.get((x, y)) or LINES.get(self.marks.get((x, y), 0), " ")

    def _ranks(self) -> dict[float, int]:
        """A row for every height at which something lies; around a band with levels beside it, one for heads."""
        ranks: dict[float, int] = {}
        at = 0
        levels = sorted({round(y, 2) for line in self.lines for _, y in line.points})
        for band, boxes in enumerate(self.frame.boxes):
            y0, y1 = boxes[0][1], boxes[0][3]
            ranks[round(y0, 2)] = ranks[round(y1, 2)] = ranks[round((y0 + y1) / 2, 2)] = at
            if band + 1 == len(self.frame.boxes):
                break
            between = [y for y in levels if y1 + 0.1 < y < self.frame.boxes[band + 1][0][1] - 0.1]
            for i, y in enumerate(between):
                ranks[y] = at + 2 + i
            at += len(between) + 3 if between else 2
        return ranks

    def _row(self, y: float) -> int:
        return self.rows[round(y, 2)]

    def _place(self, x: float, y: float) -> tuple[int, int]:
        return round(x / CHARACTER), self._row(y)

    def _stroke(self, a: tuple[int, int], b: tuple[int, int]) -> None:
        (ax, ay), (bx, by) = min(a, b), max(a, b)
        before, after = (EAST, WEST) if ay == by else (SOUTH, NORTH)
        steps = max(bx - ax, by - ay)
        dx, dy = (1, 0) if ay == by else (0, 1)
        for i in range(steps):
            here, there = (ax + i * dx, ay + i * dy), (ax + (i + 1) * dx, ay + (i + 1) * dy)
            self.marks[here] = self.marks.get(here, 0) | before
            self.marks[there] = self.marks.get(there, 0) | after

    def _symbols(self) -> None:
        for band, boxes in enumerate(self.frame.boxes):
            level = self.chart.levels[band]
            if level is None:
                for pair, box in zip(self.chart.pairs_at(band), boxes, strict=True):
                    self._symbol(box, "{}", str(self.targets[pair]))
                continue
            info = self.chart.flow.levels[level]
            for i, (node, box) in enumerate(zip(info.nodes, boxes, strict=True)):
                named = i == info.lead and info.role == "step"
                self._symbol(box, BRACKETS[node.kind], str(info.step) if named else " ")

    def _symbol(self, box: tuple[float, float, float, float], brackets: str, name: str) -> None:
        left, y = self._place(box[0] + CHARACTER / 2, box[1])
        right = round(box[2] / CHARACTER - 0.5)
        inside = name.center(right - left - 1)
        for i, character in enumerate(f"{brackets[0]}{inside}{brackets[1]}"):
            self.signs[left + i, y] = character
