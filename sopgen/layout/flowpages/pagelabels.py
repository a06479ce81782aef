"""The branch labels of one flow page: its lines and what stands around them in, placed labels out."""

from __future__ import annotations

from itertools import pairwise

from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.labels import Arm, Ground, Segment, place_labels
from sopgen.layout.route.lines import NEAR, Point, Polyline
from sopgen.layout.setting import Setter
from sopgen.scene import Box, Text
from sopgen.text.face import Face

_SHARED = -1  # no arrow's own: beyond a join a label would speak for both


class UnlabelledError(Exception):
    """Labels that found no place: the kegiatan whose rows should grow."""

    def __init__(self, steps: tuple[int, ...]) -> None:
        self.steps = steps


def flow_labels(
    chart: Chart,
    lines: list[Polyline],
    symbols: tuple[Box, ...],
    rules: tuple[Segment, ...],
    area: Box,
    setter: Setter,
    face: Face,
) -> dict[int, Text]:
    """The label of each labelled line, by the line's index. Raises UnlabelledError."""
    arms: dict[int, Arm] = {}
    segments: list[tuple[int, Segment]] = []
    for i, line in enumerate(lines):
        own, shared = _parted(lines, i)
        segments += [(i, (*a, *b)) for a, b in pairwise(own)]
        segments += [(_SHARED, (*a, *b)) for a, b in pairwise(shared)]
        if line.link is not None and line.link.labelled:
            edge = chart.edges[line.link.id][0]
            arms[i] = Arm(edge.label, edge.steps[0], tuple(own), line.ports[0], _diamond(chart, line, symbols))
    omegas = tuple(o for line in lines for o in line.omegas)
    ground = Ground(tuple(segments), symbols, rules, omegas, area)
    placed, lost = place_labels(arms, ground, setter, face)
    # a level stub that another arrow joins at once cannot grow: its label may stand beyond the join
    stubs = {i: arms[i]._replace(points=tuple(lines[i].points)) for i in lost if _is_level(arms[i].points)}
    if stubs:
        whole = tuple((i, (*a, *b)) for i, line in enumerate(lines) for a, b in pairwise(line.points))
        taken = tuple(label.box for label in placed.values())
        beyond, _ = place_labels(stubs, ground._replace(segments=whole), setter, face, taken)
        placed |= beyond
    lost = [i for i in lost if i not in placed]
    if lost:
        raise UnlabelledError(tuple(sorted({arms[i].step or 0 for i in lost})))
    return placed


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
