"""Where the labels of branches stand, beside what the source says of them: which branches have another one, or none.

What was read gives every label to the branch that it stands nearest to. Our own labels stand where there is room, also
far along a line; so before one is missed it is looked for along its whole branch, and two count as swapped only where
each stands nearer to the other's branch.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from sopgen.drawn.model import Box, Point
from sopgen.rules.drawing.chart import Arrow, Chart, Label
from sopgen.rules.drawing.strips import twins

Edge = tuple[int, int | None]
_ALONG: Final = 30.0  # points from a branch within which its label may stand
_NEARER: Final = 6.0  # points that it stands nearer to another decision's branch: then it is that one's
_MOST_PAGES: Final = 200


def other_labels(chart: Chart, due: Mapping[Edge, str], found: Mapping[Edge, str]) -> list[Edge]:
    """The edges whose label is not the due one. Edges are those that both have, by the source's numbers."""
    odd = [edge for edge in due if edge in found and plain(due[edge]) != plain(found[edge])]
    if not odd:
        return []
    ways = _ways(chart)
    right = [edge for edge in due if edge in found and due[edge] and edge not in odd]
    used = {near for edge in right if (near := _nearest(chart, due[edge], ways.get(edge, ()), frozenset())) is not None}
    wrong: list[Edge] = []
    for source in sorted({edge[0] for edge in odd}):
        mine = [edge for edge in odd if edge[0] == source]
        labelled = [edge for edge in mine if due[edge]]
        stands = _standing(chart, labelled, due, ways, frozenset(used))
        crossed = sorted(plain(due[edge]) for edge in labelled) == sorted(plain(found[edge]) for edge in labelled)
        if crossed and _is_swapped(chart, labelled, due, ways, frozenset(used)):
            wrong += labelled
        else:
            used |= set(stands.values())
            wrong += [edge for edge in labelled if edge not in stands]
    for edge in odd:
        if not due[edge] and _nearest(chart, found[edge], ways.get(edge, ()), frozenset(used)) is not None:
            wrong.append(edge)
    return wrong


def plain(label: str) -> str:
    """Its letters: a label may stand on several lines, its words divided."""
    return "".join(label.replace("-", " ").replace("\u00ad", " ").split()).casefold()


def _standing(
    chart: Chart,
    edges: Sequence[Edge],
    due: Mapping[Edge, str],
    ways: Mapping[Edge, Sequence[Arrow]],
    used: frozenset[int],
) -> dict[Edge, int]:
    """The label of each edge that has its own somewhere along it."""
    stands: dict[Edge, int] = {}
    for edge in edges:
        near = _nearest(chart, due[edge], ways.get(edge, ()), used | set(stands.values()))
        if near is not None and not _is_elsewhere(chart.labels[near], edge, due, ways):
            stands[edge] = near
    return stands


def _is_elsewhere(label: Label, edge: Edge, due: Mapping[Edge, str], ways: Mapping[Edge, Sequence[Arrow]]) -> bool:
    """Whether it was moved to a branch of another decision."""
    away = _off(label, ways.get(edge, ()))
    others = (each for each in ways if each[0] != edge[0] and due.get(each))
    return any(_off(label, ways[each]) + _NEARER < away for each in others)


def _is_swapped(
    chart: Chart,
    edges: Sequence[Edge],
    due: Mapping[Edge, str],
    ways: Mapping[Edge, Sequence[Arrow]],
    used: frozenset[int],
) -> bool:
    """Whether two labels stand nearer to each other's branches than to their own."""
    if len(edges) != 2:
        return False
    (one, one_way), (other, other_way) = ((edge, ways.get(edge, ())) for edge in edges)
    straight = _away(chart, due[one], one_way, used) + _away(chart, due[other], other_way, used)
    return straight > _away(chart, due[other], one_way, used) + _away(chart, due[one], other_way, used)


def _away(chart: Chart, text: str, arrows: Sequence[Arrow], used: frozenset[int]) -> float:
    return min(
        (
            _off(label, arrows)
            for at, label in enumerate(chart.labels)
            if at not in used and plain(label.note.text) == plain(text)
        ),
        default=math.inf,
    )


def _nearest(chart: Chart, text: str, arrows: Iterable[Arrow], used: frozenset[int]) -> int | None:
    """The label with this text that stands nearest to these arrows, if one is near enough."""
    arrows = tuple(arrows)
    near = [
        (away, at)
        for at, label in enumerate(chart.labels)
        if at not in used and plain(label.note.text) == plain(text) and (away := _off(label, arrows)) <= _ALONG
    ]
    return min(near)[1] if near else None


def _off(label: Label, arrows: Iterable[Arrow]) -> float:
    return min(
        (
            _apart(label.note.box, *piece)
            for arrow in arrows
            if arrow.panel == label.panel
            for piece in pairwise(arrow.points)
        ),
        default=math.inf,
    )


def _apart(box: Box, start: Point, end: Point) -> float:
    """Between a box and the rectangle around a piece of a line."""
    piece = (min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
    across = max(piece[0] - box[2], box[0] - piece[2], 0.0)
    down = max(piece[1] - box[3], box[1] - piece[3], 0.0)
    return math.hypot(across, down)


def _ways(chart: Chart) -> dict[Edge, list[Arrow]]:
    """The arrows that leave by each edge, by the source's numbers."""
    ways: dict[Edge, list[Arrow]] = {}
    for arrow in chart.arrows:
        symbol = arrow.start.symbol
        if arrow.plain or symbol is None or symbol.step is None or symbol.extra:
            continue
        source = chart.step(symbol.step).due
        for target in _goals(chart, arrow, 0):
            if source is not None:
                ways.setdefault((source, target), []).append(arrow)
    return ways


def _goals(chart: Chart, arrow: Arrow, depth: int) -> list[int | None]:
    symbol = arrow.end.symbol
    if symbol is None or depth > _MOST_PAGES:
        return []
    if symbol.kind == "offpage":
        return [
            goal for twin in twins(chart, symbol) for on in chart.out_of(twin) for goal in _goals(chart, on, depth + 1)
        ]
    if symbol.extra:
        return [None]
    due = chart.step(symbol.step).due if symbol.step else None
    return [] if due is None else [due]
