"""The branch labels of one flow page: its lines and what stands around them in, placed labels out."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from sopgen.layout import style
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.labelplaces import Arm
from sopgen.layout.flowpages.labels import (
    ACROSS,
    ALONG,
    ANYHOW,
    APART,
    CAREFUL,
    DIVIDED,
    SMALLER,
    UPRIGHT,
    Ground,
    Manner,
    narrowest_label,
    place_labels,
)
from sopgen.layout.flowpages.rulegrid import RuleGrid, Segment
from sopgen.layout.route.lines import NEAR, Point, Polyline
from sopgen.layout.setting import Setter
from sopgen.scene import Box, Text
from sopgen.text.face import Face

_SHARED = -1  # no arrow's own: beyond a join a label would speak for both


class Lost(NamedTuple):
    """A label that found no place: its kegiatan, the lane of its stem, by how much that is too narrow; and its line.

    Points.
    """

    step: int
    lane: int
    short: float
    line: int  # its index
    arm: Arm


class UnlabelledError(Exception):
    """Labels that found no place: the kegiatan whose rows should grow, or whose lanes."""

    def __init__(self, lost: tuple[Lost, ...]) -> None:
        self.lost = lost
        self.steps = tuple(sorted({each.step for each in lost}))


class Surroundings(NamedTuple):
    """What stands around a page's lines: symbols, rules, those of these between lanes, and the lanes' room."""

    symbols: tuple[Box, ...]
    rules: RuleGrid
    between_lanes: RuleGrid
    area: Box


def flow_labels(
    chart: Chart,
    lines: list[Polyline],
    around: Surroundings,
    setter: Setter,
    face: Face,
    manner: Manner,
) -> dict[int, Text]:
    """The label of each labelled line, by the line's index. Raises UnlabelledError."""
    arms, ground = _arms(chart, lines, around)
    placed, lost = place_labels(arms, ground, setter, face, manner=CAREFUL if manner in _GIVING else manner)
    if lost and manner in _GIVING:
        placed, lost = _giving_up(manner, arms, ground, setter, face, placed, lost)
    # a level stub that another arrow joins at once cannot grow: its label may stand beyond the join
    stubs = {i: arms[i]._replace(points=tuple(lines[i].points)) for i in lost if _is_level(arms[i].points)}
    if stubs:
        whole = tuple((i, (*a, *b)) for i, line in enumerate(lines) for a, b in pairwise(line.points))
        taken = tuple(label.box for label in placed.values())
        beyond, _ = place_labels(stubs, ground._replace(segments=whole), setter, face, taken, manner)
        placed |= beyond
    lost = [i for i in lost if i not in placed]
    if lost:
        raise UnlabelledError(tuple(_lost(i, arms[i], chart.grid.edges, setter, face) for i in lost))
    return placed


def has_room(
    chart: Chart, lines: list[Polyline], around: Surroundings, setter: Setter, face: Face, label: Lost
) -> bool:
    """Whether a label finds a place that others may still take."""
    arms, ground = _arms(chart, lines, around)
    return not place_labels({label.line: arms[label.line]}, ground, setter, face, manner=SMALLER)[1]


def _arms(chart: Chart, lines: list[Polyline], around: Surroundings) -> tuple[dict[int, Arm], Ground]:
    """The labelled lines, by index, and what their labels keep clear of."""
    arms: dict[int, Arm] = {}
    segments: list[tuple[int, Segment]] = []
    for i, line in enumerate(lines):
        own, shared = _parted(lines, i)
        segments += [(i, (*a, *b)) for a, b in pairwise(own)]
        segments += [(_SHARED, (*a, *b)) for a, b in pairwise(shared)]
        if line.link is not None and line.link.labelled:
            edge = chart.edges[line.link.id][0]
            arms[i] = Arm(edge.label, edge.steps[0], tuple(own), line.ports[0], _diamond(chart, line, around.symbols))
    omegas = tuple(o for line in lines for o in line.omegas)
    return arms, Ground(tuple(segments), around.symbols, around.rules, omegas, around.area, around.between_lanes)


_GIVING = {
    UPRIGHT: (SMALLER, ACROSS, ALONG),
    ANYHOW: (SMALLER, ACROSS, ALONG, DIVIDED, APART, ANYHOW),
}
"""Manners in which labels give up only what they must.

What can be given up least comes last: some of its size, a lane of its own, a place near its symbol, words undivided,
its own arm, reading upright and a legible size.
"""


def _giving_up(
    manner: Manner,
    arms: dict[int, Arm],
    ground: Ground,
    setter: Setter,
    face: Face,
    placed: dict[int, Text],
    lost: list[int],
) -> tuple[dict[int, Text], list[int]]:
    """What is lost put wherever there is room beside the others; or else all of them wherever there is room."""
    for given in _GIVING[manner]:
        taken = tuple(label.box for label in placed.values())
        more, lost = place_labels({i: arms[i] for i in lost}, ground, setter, face, taken, given)
        placed = placed | more
        if not lost:
            return placed, []
    return place_labels(arms, ground, setter, face, manner=manner)


def _lost(line: int, arm: Arm, edges: tuple[float, ...], setter: Setter, face: Face) -> Lost:
    (x0, _), (x1, _) = arm.points[0], arm.points[1]
    lane = bisect_right(edges, x1) - 1
    beside = narrowest_label(arm.text, setter, face) + style.LABEL_TIGHT + style.LABEL_CLEAR + 0.2
    if arm.port != "B" and edges[lane] < x0 < edges[lane + 1]:  # its stem stands in the corridor, not in the middle
        beside += style.CLEAR_WISH + style.LABEL_CLEAR
    return Lost(arm.step or 0, lane, 2 * beside - (edges[lane + 1] - edges[lane]), line, arm)


def _diamond(chart: Chart, line: Polyline, symbols: tuple[Box, ...]) -> Box | None:
    """The box of the diamond that a line leaves; None where it leaves a box (a decision taken together)."""
    level = chart.levels[line.band_from]
    if level is None or chart.flow.levels[level].nodes[line.box_from].kind != "decision":
        return None
    x, y = line.points[0]
    return next(
        (box for box in symbols if box[0] - NEAR <= x <= box[2] + NEAR and box[1] - NEAR <= y <= box[3] + NEAR), None
    )


def _is_level(points: tuple[Point, ...]) -> bool:
    return all(abs(a[1] - b[1]) < NEAR for a, b in pairwise(points))


def _parted(lines: list[Polyline], index: int) -> tuple[list[Point], list[Point]]:
    """A line's points up to the first place where another joins it, and from there on."""
    points = lines[index].points
    joints = [line.points[-1] for line in lines if line.joins == index]
    for k, ((ax, ay), (bx, by)) in enumerate(pairwise(points)):
        on_piece = [
            (abs(x - ax) + abs(y - ay), (x, y))
            for x, y in joints
            if min(ax, bx) - NEAR <= x <= max(ax, bx) + NEAR and min(ay, by) - NEAR <= y <= max(ay, by) + NEAR
        ]
        if on_piece:
            distance, joint = min(on_piece)
            if distance > NEAR:
                return [*points[: k + 1], joint], [joint, *points[k + 1 :]]
            if k:
                return points[: k + 1], points[k:]
    return points, []
