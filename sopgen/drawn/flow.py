"""Attached pieces → which symbol leads to which, and what stands at the branch.

A line that ends on another goes where that one goes; a line that begins on another comes from where that one comes.
Connectors (pentagons) are paired by their number, else by what is nearest, and the flow runs on through them.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from sopgen.drawn.ends import NOTHING, Attached
from sopgen.drawn.model import Note, Point, distance_to_box
from sopgen.drawn.near import Near, boxes_of

_LABEL_REACH: Final = 45.0  # points from a way out to its label
_ALONG: Final = 0.2  # what a point further along its line costs a label
_FARTHEST: Final = 30.0  # what it costs at most: our own labels of long lines stand where there is room
_MOST_LABELS: Final = 4  # of one step
_LONGEST_LABEL: Final = 150.0  # points from its middle to its edge
_ONE_PART: Final = 2_000.0  # what it costs a pair to stand in one part of the table: it joins two
_LONGEST_WAY: Final = 200  # pieces one after another


class Link(NamedTuple):
    """From symbol to symbol, by number; `piece` is the line it leaves by, `way` the pieces it runs along."""

    source: int
    target: int
    piece: int
    way: tuple[int, ...]


def oriented(attached: Sequence[Attached]) -> tuple[Attached, ...]:
    """Every piece from its start to its head. Lines without a head take their direction from what they touch."""
    return tuple(_oriented(each) for each in attached)


def _oriented(each: Attached) -> Attached:
    if each.stroke.heads == (True, False):
        return _turned(each)
    if each.stroke.heads == (False, False) and each.start.piece is not None and each.end.symbol is not None:
        return _turned(each)
    if each.stroke.heads == (False, False) and each.start == NOTHING and each.end.symbol is not None:
        return _turned(each)
    return each


def _turned(each: Attached) -> Attached:
    return each._replace(
        stroke=each.stroke.turned(), start=each.end, end=each.start, other=each.other[::-1], named=each.named[::-1]
    )


def is_plain(each: Attached) -> bool:
    """A line without a head between two symbols."""
    return each.stroke.heads == (False, False) and each.start.symbol is not None and each.end.symbol is not None


def links_of(attached: Sequence[Attached], plain: set[int]) -> tuple[Link, ...]:
    """All ways from symbol to symbol."""
    links: list[Link] = []
    for number in range(len(attached)):
        if number in plain:
            continue
        source, _ = _followed(attached, number, 0)
        target, way = _followed(attached, number, 1)
        if source is not None and target is not None and source != target:
            links.append(Link(source, target, number, way))
    seen: set[tuple[int, int]] = set()
    kept = []
    for link in sorted(links, key=lambda each: len(each.way)):
        if (link.source, link.target) not in seen:
            seen.add((link.source, link.target))
            kept.append(link)
    return tuple(sorted(kept))


def _followed(attached: Sequence[Attached], number: int, end: int) -> tuple[int | None, tuple[int, ...]]:
    """The symbol that a piece comes to at one end, if any, and all the pieces that it runs along, itself first."""
    way = [number]
    while len(way) <= _LONGEST_WAY:
        goal = attached[way[-1]].end if end else attached[way[-1]].start
        if goal.symbol is not None:
            return goal.symbol, tuple(way)
        if goal.piece is None or goal.piece in way:
            break
        way.append(goal.piece)
    return None, tuple(way)


def labelled(attached: Sequence[Attached], ways_out: dict[int, list[int]], notes: Sequence[Note]) -> dict[int, Note]:
    """The label of each piece that leaves a branching step: {piece: label}. All labels of a step are placed together.

    `ways_out`: the pieces that leave each step with more than one way out.
    """
    wishes: dict[int, list[tuple[float, int]]] = {}
    costs = _Costs(attached, notes)
    leaving = [(step, piece) for step, pieces in ways_out.items() for piece in pieces]
    around = Near([boxes_of(attached[piece].stroke.points) for _, piece in leaving], _LABEL_REACH + _LONGEST_LABEL)
    for at, note in enumerate(notes):
        near = min(
            ((costs[at, leaving[number][1]], leaving[number][0]) for number in around.at(_middle(note))),
            default=(math.inf, 0),
        )
        if near[0] <= _LABEL_REACH:
            wishes.setdefault(near[1], []).append((near[0], at))
    result: dict[int, Note] = {}
    taken: set[int] = set()
    for step, found in wishes.items():
        near_notes = [at for _, at in sorted(found)][:_MOST_LABELS]
        pieces = ways_out[step][:_MOST_LABELS]
        size = min(len(near_notes), len(pieces))
        best = min(
            (
                tuple(zip(chosen, ways, strict=True))
                for chosen in itertools.combinations(near_notes, size)
                for ways in itertools.permutations(pieces, size)
            ),
            key=lambda pairs: sum(costs[pair] for pair in pairs),
        )
        taken.update(at for at, _ in best)
        result.update({piece: notes[at] for at, piece in best})
    late = sorted(  # a label nearer to another step's line than to its own, which lacks one
        (costs[at, piece], at, piece)
        for at, note in enumerate(notes)
        if at not in taken
        for _, piece in (leaving[number] for number in around.at(_middle(note)))
        if piece not in result
    )
    for cost, at, piece in late:
        if cost <= _LABEL_REACH and at not in taken and piece not in result:
            taken.add(at)
            result[piece] = notes[at]
    return result


class _Costs(dict[tuple[int, int], float]):
    """What each label costs at each piece, found when it is asked for."""

    def __init__(self, attached: Sequence[Attached], notes: Sequence[Note]) -> None:
        super().__init__()
        self._attached, self._notes = attached, notes

    def __missing__(self, pair: tuple[int, int]) -> float:
        at, piece = pair
        self[pair] = cost = _label_cost(self._attached[piece], self._notes[at])
        return cost


def _middle(note: Note) -> Point:
    x0, y0, x1, y1 = note.box
    return (x0 + x1) / 2, (y0 + y1) / 2


def _label_cost(piece: Attached, note: Note) -> float:
    """How far a label stands from a line, and how far along that line it stands."""
    centre = _middle(note)
    best, walked = math.inf, 0.0
    for start, end in itertools.pairwise(piece.stroke.points):
        length = math.dist(start, end)
        steps = max(1, min(200, int(length / 3)))
        for number in range(steps + 1):
            share = number / steps
            point = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            away = 1.2 * distance_to_box(note.box, point) + 0.15 * math.dist(centre, point)
            best = min(best, away + min(_ALONG * (walked + share * length), _FARTHEST))
        walked += length
    return best


class Connector(NamedTuple):
    """An off-page connector by its number among the symbols; `point` counts down through all pages."""

    at: int
    point: Point
    text: str
    part: int  # of the table


def paired(sinks: Sequence[Connector], springs: Sequence[Connector]) -> tuple[tuple[int, int, bool], ...]:
    """Pentagons that a line ends at, each with the one that goes on for it; True: by number.

    The cheapest pairs first: one number, then of two parts of the table, then near, then in one lane.
    """
    costs = sorted(
        (_pair_cost(one, other), one.at, other.at, bool(one.text) and one.text == other.text)
        for one in sinks
        for other in springs
    )
    taken: set[int] = set()
    pairs = []
    for _, one, other, by_number in costs:
        if one not in taken and other not in taken:
            taken |= {one, other}
            pairs.append((one, other, by_number))
    return tuple(pairs)


def _pair_cost(one: Connector, other: Connector) -> float:
    (x0, y0), (x1, y1) = one.point, other.point
    number = 0.0 if one.text and one.text == other.text else 10_000.0 if one.text or other.text else 1_000.0
    return number + (_ONE_PART if one.part == other.part else 0.0) + abs(y0 - y1) + 0.7 * abs(x0 - x1)
