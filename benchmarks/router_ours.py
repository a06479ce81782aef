"""sopgen's router on a whole SOP, on one page without cuts: the symbols' places for all, and its own lines.

Lanes and symbols have the sizes that sopgen wishes for, on paper without end; rows have the least heights that hold
their tracks. Where the tracks find no room, or only at the price of a crossing, the corridors narrow, then the outer
lanes grow, as on paper.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from counter import Piece, Symbol
from peers.plane import Arrow, Plane

from sopgen.flow import Flow, build_flow
from sopgen.intake.sop import Sop
from sopgen.layout import style
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.chartproblem import ChartStyle
from sopgen.layout.flowpages.chartsearch import ChartSearch
from sopgen.layout.flowpages.connectors import Strips
from sopgen.layout.flowpages.lanes import lane_grid
from sopgen.layout.route import NoRoomError
from sopgen.layout.route.drawing import Frame, Polyline, draw

CROSSING_GROWTHS = 2  # so often outer lanes grow to avoid crossings that only narrow lanes force
LABEL_WIDTH = 16.0  # of a short label in its size


class Ours(NamedTuple):
    """`milliseconds`: processor time of routing, row heights and lines, all attempts included."""

    plane: Plane
    pieces: tuple[Piece, ...]
    milliseconds: float
    computed: int
    lower_bound: int
    proved: bool
    omegas: int


def route(sop: Sop) -> Ours:
    """Raises NoRoomError where even grown outer lanes do not suffice."""
    flow = build_flow(sop)
    gc.freeze()  # what earlier problems left behind is not collected in this one's time
    start = time.process_time()
    chart = _chart(flow)
    edges = [0.0]
    for height in chart.least_heights(_first_heights(chart)):
        edges.append(edges[-1] + height)
    frame = chart.frame(edges)
    lines = draw(chart.routed, frame)
    milliseconds = (time.process_time() - start) * 1000
    pieces = tuple(_piece(line) for line in lines)
    lanes = chart.grid.edges
    area = (lanes[0], edges[0], lanes[-1], edges[-1])
    routed = chart.routed
    return Ours(
        Plane(_symbols(flow, frame), _arrows(flow), tuple(p for p in pieces if p.source == p.target), area),
        pieces,
        milliseconds,
        routed.crossings,
        chart.lower_bound,
        chart.lower_bound >= routed.crossings,
        sum(len(line.omegas) for line in lines),
    )


def _chart(flow: Flow) -> Chart:
    """The narrowest outer lanes that serve, and wider ones where these spare a crossing."""
    spans = {(node.lane_lo, node.lane_hi) for level in flow.levels for node in level.nodes}
    labels = dict.fromkeys((edge.label for edge in flow.edges), LABEL_WIDTH)
    sizes = ChartStyle(style.SYMBOL_HEIGHT, style.SYMBOL_WIDTH * style.PENTAGON_SHARE, labels, labels)
    search = ChartSearch(flow, (flow.levels[0].step, flow.levels[-1].step), Strips((), ()), sizes)
    best: Chart | None = None
    for growth in range(len(style.OUTER_GROWTHS)):
        edges = [0.0]
        for lane in range(len(flow.lanes)):
            outer = lane in (0, len(flow.lanes) - 1)
            edges.append(edges[-1] + style.LANE_WISH + outer * style.OUTER_GROWTHS[growth])
        grids = (lane_grid(tuple(edges), style.SYMBOL_WIDTH, spans, spacing) for spacing in style.CORRIDOR_STEPS)
        try:
            chart = search.best(growth, grids)
        except NoRoomError:
            if best is not None:
                return best
            continue
        if best is None or chart.routed.crossings < best.routed.crossings:
            best = chart
        if best.routed.crossings == best.least or growth >= CROSSING_GROWTHS:
            return best
    raise NoRoomError


def _first_heights(chart: Chart) -> list[float]:
    around = style.ROW_STEPS[0] - style.SYMBOL_HEIGHT
    return [max(style.ROW_STEPS[0], style.on_grid(chart.stack_height(row) + around)) for row in chart.rows]


def _symbols(flow: Flow, frame: Frame) -> tuple[Symbol, ...]:
    found = []
    for group, (level, boxes) in enumerate(zip(flow.levels, frame.boxes, strict=True)):
        for i, (node, box) in enumerate(zip(level.nodes, boxes, strict=True)):
            lead = i == level.lead
            found.append(Symbol(group, box, node.kind == "decision", lead, lead and level.opens))
    return tuple(found)


def _arrows(flow: Flow) -> tuple[Arrow, ...]:
    leads: list[int] = []
    count = 0
    for level in flow.levels:
        leads.append(count + level.lead)
        count += len(level.nodes)
    return tuple(Arrow(e.source, e.target, (leads[e.source], leads[e.target])) for e in flow.edges)


def _piece(line: Polyline) -> Piece:
    is_return = line.link is not None and line.link.is_return
    return Piece(line.band_from, line.band_to, is_return, tuple(line.points), line.joins)
