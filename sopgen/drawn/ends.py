"""Where each line begins and ends: a symbol, another line, or nothing. Solved for a whole panel at once.

Every end has a few candidates, each with a cost: how far, whether the line points there, what glue says. What a choice
leaves behind costs too: a symbol without a way out or in, a line from a symbol to itself, two lines between one pair.
The sum is brought down end by end until nothing gets better. How much the second best choice would cost more is how
sure the reading is.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from sopgen.drawn.model import Box, Point, Stroke, Symbol, distance_to_path, distance_to_symbol
from sopgen.drawn.near import Near, boxes_of

REACH: Final = 16.0  # points: an end this far from a symbol may still mean it
FAR: Final = 45.0  # points: the same where it points at one; always doubtful
_FARTHER: Final = 0.25  # what a point beyond REACH costs
JOIN_REACH: Final = 5.0  # points: the same for another line
SURE: Final = 4.0  # a second best choice that costs less than this above the best leaves a doubt
_NOWHERE: Final = 22.0
_AWAY: Final = 0.8  # what a point between an end and its symbol costs
_SIDEWAYS: Final = 5.0  # the line does not point there
_JOIN: Final = 2.5
_GLUED: Final = -6.0
_STALE: Final = 18.0  # glue that names a symbol far away, where the line is drawn to another
_LONELY: Final = 8.0  # a symbol without the way out or in that it needs
_LOOP: Final = 40.0
_TWICE: Final = 6.0
_FORK: Final = 3.0  # a second way out of what is no decision
_TOUCHES: Final = 1.0  # points
_CLEAR: Final = 1.0  # a second best choice so much worse is out of the question where ends touch
_ROUND: Final = 4  # lines that join each other in a circle
_SWEEPS: Final = 8
_MOST_CANDIDATES: Final = 5
_MOST_TWINS: Final = 50  # symbols with one id


class Goal(NamedTuple):
    """What an end may be attached to: a symbol or another piece, by their numbers; both None: nothing."""

    symbol: int | None = None
    piece: int | None = None


NOTHING: Final = Goal()


class Need(NamedTuple):
    """Whether a symbol, where it stands, must have a way in and a way out. `either`: one of the two.

    `mates`: the other symbols of a joint step; what one of them has, all have.
    """

    way_in: bool
    way_out: bool
    either: bool = False
    many_out: bool = False
    mates: tuple[int, ...] = ()


class Attached(NamedTuple):
    """A piece with what its two ends mean; `margin` is how much worse the next best meaning is, `other`.

    `named`: the symbols that its glue names, where they are others.
    """

    stroke: Stroke
    start: Goal
    end: Goal
    margin: float
    gap: float  # points between the ends and what they mean, the larger
    other: tuple[Goal, Goal] = (NOTHING, NOTHING)
    named: tuple[int | None, int | None] = (None, None)

    @property
    def is_loose(self) -> bool:
        """Whether an end means nothing, or both mean one thing."""
        return self.start == self.end or NOTHING in {self.start, self.end}

    @property
    def is_unsure(self) -> bool:
        """Whether another meaning is nearly as likely; where ends touch it must be nearer still."""
        touches = self.gap < _TOUCHES and self.margin > _CLEAR
        return self.is_far or self.is_stale or (self.margin < SURE and not touches)

    @property
    def is_stale(self) -> bool:
        """Whether its glue names another symbol than the one that it is drawn to."""
        return self.named != (None, None)

    @property
    def is_far(self) -> bool:
        return self.gap > REACH


_Choice = tuple[Goal, float]


def attach(pieces: Sequence[Stroke], symbols: Sequence[Symbol], needs: Sequence[Need]) -> tuple[Attached, ...]:
    """The pieces, attached."""
    by_id: dict[int, list[int]] = defaultdict(list)
    for number, symbol in enumerate(symbols):  # copied symbols may have one id
        if len(by_id[symbol.id]) < _MOST_TWINS:
            by_id[symbol.id].append(number)
    shapes = Near([[symbol.box] for symbol in symbols], FAR)
    lines = Near([boxes_of(piece.points) for piece in pieces], JOIN_REACH)
    choices = [
        tuple(_candidates(pieces, at, end, symbols, by_id, shapes, lines) for end in (0, 1))
        for at in range(len(pieces))
    ]
    chosen = [[_cheapest(each) for each in pair] for pair in choices]
    state = _State(choices, chosen, pieces, needs)
    for _ in range(_SWEEPS):
        improved = [state.improve(at) for at in range(len(pieces))]
        if not any(improved):
            break
    result = []
    for at, piece in enumerate(pieces):
        margin, other = state.margin(at)
        gap = _gap(piece, at, state, symbols, pieces)
        start, end = state.goal(at, 0), state.goal(at, 1)
        named = _named(piece, 0, start, by_id), _named(piece, 1, end, by_id)
        result.append(Attached(piece, start, end, margin, gap, other, named))
    return tuple(result)


def _named(piece: Stroke, end: int, goal: Goal, by_id: dict[int, list[int]]) -> int | None:
    told = piece.glue[end]
    named = by_id.get(told, []) if told is not None else []
    return named[0] if named and goal.symbol is not None and goal.symbol not in named else None


def _cheapest(choices: list[_Choice]) -> int:
    return min(range(len(choices)), key=lambda number: choices[number][1])


class _State:
    """A choice for every end, and what it costs."""

    def __init__(
        self,
        choices: list[tuple[list[_Choice], ...]],
        chosen: list[list[int]],
        pieces: Sequence[Stroke],
        needs: Sequence[Need],
    ) -> None:
        self.choices, self.chosen, self.pieces, self.needs = choices, chosen, pieces, needs
        self.outs: Counter[int] = Counter()
        self.ins: Counter[int] = Counter()
        self.pairs: Counter[tuple[int, int]] = Counter()
        for at in range(len(choices)):
            self._count(at, 1)

    def goal(self, at: int, end: int) -> Goal:
        return self.choices[at][end][self.chosen[at][end]][0]

    def _count(self, at: int, by: int) -> None:
        start, end = self.goal(at, 0).symbol, self.goal(at, 1).symbol
        if start is not None:
            self.outs[start] += by
        if end is not None:
            self.ins[end] += by
        if start is not None and end is not None:
            self.pairs[start, end] += by

    def _cost(self, at: int) -> float:
        """Of one piece as it is chosen, with what it leaves behind."""
        total = sum(self.choices[at][end][self.chosen[at][end]][1] for end in (0, 1))
        start, end = self.goal(at, 0), self.goal(at, 1)
        if start.symbol is not None and start.symbol == end.symbol:
            total += _LOOP
        if start.symbol is not None and end.symbol is not None and self.pairs[start.symbol, end.symbol] > 1:
            total += _TWICE
        if start == NOTHING and end == NOTHING:
            total += _LONELY
        if any(self._leads_back(at, end) for end in (0, 1)):
            total += _LOOP
        return total

    def _leads_back(self, at: int, end: int) -> bool:
        """Whether what this end joins goes on to this piece again, as two lines would that end at one point."""
        here = self.goal(at, end).piece
        for _ in range(_ROUND):
            if here is None or here == at:
                break
            onward = 0 if self.pieces[here].heads == (True, False) else 1
            here = self.goal(here, onward if end else 1 - onward).piece
        return here == at

    def _near(self, at: int) -> set[int]:
        return {goal.symbol for choices in self.choices[at] for goal, _ in choices if goal.symbol is not None}

    def _left(self, numbers: set[int]) -> float:
        """What symbols lack."""
        total = 0.0
        for number in numbers:
            need, way_in, way_out = self.needs[number], self.ins[number], self.outs[number]
            if need.mates:
                if any(mate in numbers and mate < number for mate in need.mates):
                    continue
                way_in += sum(self.ins[mate] for mate in need.mates)
                way_out += sum(self.outs[mate] for mate in need.mates)
            total += _LONELY * ((need.way_in and not way_in) + (need.way_out and not way_out))
            total += _LONELY * (need.either and not way_in and not way_out)
            total += _LONELY * (need.either and way_in > 0 and way_out > 0)
            total += 0.0 if need.many_out or way_out < 2 else _FORK * (way_out - 1)
        return total

    def _pairs_of(self, at: int) -> list[tuple[int, int]]:
        first, second = self.choices[at]
        return [(a, b) for a in range(len(first)) for b in range(len(second))]

    def _measure(self, at: int, pair: tuple[int, int]) -> float:
        """The cost if these ends were chosen; leaves the choice in place."""
        self._count(at, -1)
        self.chosen[at] = list(pair)
        self._count(at, 1)
        return self._cost(at) + self._left(self._near(at))

    def improve(self, at: int) -> bool:
        before = (self.chosen[at][0], self.chosen[at][1])
        costs = {pair: self._measure(at, pair) for pair in self._pairs_of(at)}
        best = min(costs, key=lambda pair: (costs[pair], pair != before))
        self._measure(at, best)
        return best != before and costs[best] < costs[before] - 1e-9

    def margin(self, at: int) -> tuple[float, tuple[Goal, Goal]]:
        """How much more the next best meaning of this piece would cost, and which it is."""
        kept = (self.chosen[at][0], self.chosen[at][1])
        costs = {pair: self._measure(at, pair) for pair in self._pairs_of(at)}
        self._measure(at, kept)
        rivals = [(cost, pair) for pair, cost in costs.items() if pair != kept]
        if not rivals:
            return math.inf, (NOTHING, NOTHING)
        cost, (start, end) = min(rivals)
        return cost - costs[kept], (self.choices[at][0][start][0], self.choices[at][1][end][0])


def _candidates(
    pieces: Sequence[Stroke],
    at: int,
    end: int,
    symbols: Sequence[Symbol],
    by_id: dict[int, list[int]],
    shapes: Near,
    lines: Near,
) -> list[_Choice]:
    """What an end may mean, cheapest first."""
    piece = pieces[at]
    point, outward = piece.points[-end], direction(piece, end)
    told = piece.glue[end]
    named = by_id.get(told, []) if told is not None else []
    glue = min(named, key=lambda number: distance_to_symbol(symbols[number], point), default=None)
    found: list[_Choice] = []
    near = sorted({*shapes.at(point), *(() if glue is None else (glue,))})
    is_at_one = any(number != glue and distance_to_symbol(symbols[number], point) <= _TOUCHES for number in near)
    for number in near:
        symbol = symbols[number]
        away = distance_to_symbol(symbol, point)
        if number == glue:
            found.append((Goal(number), _STALE if is_at_one and away > REACH else _GLUED + min(0.2 * away, 5.0)))
        elif away <= REACH:
            points_there = away < 1e-6 or _hits(point, outward, symbol.box)
            found.append((Goal(number), _AWAY * away + (0.0 if points_there else _SIDEWAYS)))
        elif away <= FAR and _hits(point, outward, symbol.box):
            found.append((Goal(number), _AWAY * REACH + _FARTHER * (away - REACH)))
    found += [
        (Goal(piece=number), _JOIN + 2 * away)
        for number in lines.at(point)
        if number != at and (away := distance_to_path(pieces[number].points, point)) <= JOIN_REACH
    ]
    found.sort(key=lambda each: each[1])
    return [*found[:_MOST_CANDIDATES], (NOTHING, _NOWHERE)]


def direction(piece: Stroke, end: int) -> Point:
    """Where a line points at one of its ends, as a unit vector. Corners nearer than two points do not count."""
    points = piece.points[::-1] if end else piece.points
    tip = points[0]
    back = next((point for point in points[1:] if math.dist(point, tip) > 2), points[-1])
    length = math.dist(tip, back) or 1.0
    return (tip[0] - back[0]) / length, (tip[1] - back[1]) / length


def _hits(point: Point, outward: Point, box: Box) -> bool:
    """Whether a ray from a point meets a box."""
    low, high = 0.0, 60.0
    for at in (0, 1):
        edges = box[at] - 1, box[at + 2] + 1
        if abs(outward[at]) < 1e-9:
            if not edges[0] <= point[at] <= edges[1]:
                return False
            continue
        near, far = sorted((edge - point[at]) / outward[at] for edge in edges)
        low, high = max(low, near), min(high, far)
    return low <= high


def _gap(piece: Stroke, at: int, state: _State, symbols: Sequence[Symbol], pieces: Sequence[Stroke]) -> float:
    gaps = [0.0]
    for end in (0, 1):
        goal = state.goal(at, end)
        if goal.symbol is not None:
            gaps.append(distance_to_symbol(symbols[goal.symbol], piece.points[-end]))
        elif goal.piece is not None:
            gaps.append(distance_to_path(pieces[goal.piece].points, piece.points[-end]))
    return max(gaps)
