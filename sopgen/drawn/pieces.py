"""The lines of a panel → pieces: what was drawn as several lines end to end is one again."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from sopgen.drawn.model import Point, Stroke, Symbol, distance_to_symbol
from sopgen.drawn.near import Near

TOUCH: Final = 2.5  # points: two ends that near are one
SHORT: Final = 1.0  # points: a line shorter than this was drawn by a slip
_EXACT: Final = 0.3  # points: two ends at one place
_STRAIGHT: Final = -0.98  # cosine between two ends that point at each other
_AT: Final = 1.0  # points from a symbol: an end there belongs to it

_End = tuple[int, int]  # piece, 0 or 1


def pieces_of(strokes: tuple[Stroke, ...], symbols: tuple[Symbol, ...]) -> tuple[Stroke, ...]:
    """Lines whose ends meet, two at a place and off any symbol, tied together. Raises `TooMuch`."""
    pieces = dict(enumerate(stroke for stroke in strokes if len(stroke.points) > 1 and _length(stroke) > SHORT))
    meeting = _meeting(pieces, symbols)
    latest = len(pieces)
    while (pair := _next_pair(meeting)) is not None:
        (first, at_first), (second, at_second) = pair
        one, other = pieces.pop(first), pieces.pop(second)
        one = one if at_first == 1 else one.turned()
        other = other if at_second == 0 else other.turned()
        pieces[latest] = one.followed_by(other)
        _take_out(meeting, pair)
        _rename(meeting, (first, 1 - at_first), (latest, 0))
        _rename(meeting, (second, 1 - at_second), (latest, 1))
        latest += 1
    return tuple(pieces.values())


def _length(stroke: Stroke) -> float:
    return sum(math.dist(a, b) for a, b in zip(stroke.points, stroke.points[1:], strict=False))


def _meeting(pieces: dict[int, Stroke], symbols: tuple[Symbol, ...]) -> dict[_End, set[_End]]:
    """Of every free end the free ends of other pieces that it meets."""
    around = Near([[symbol.box] for symbol in symbols], _AT)

    def is_free(piece: Stroke, end: int) -> bool:
        point = piece.points[-end]
        return not (
            piece.heads[end]
            or piece.glue[end] is not None
            or any(distance_to_symbol(symbols[number], point) <= _AT for number in around.at(point))
        )

    free = [(at, end) for at, piece in pieces.items() for end in (0, 1) if is_free(piece, end)]
    points: list[Point] = [pieces[at].points[-end] for at, end in free]
    ends = Near([[(*point, *point)] for point in points], TOUCH)
    meeting = {
        here: {
            free[number]
            for number in ends.at(point)
            if free[number][0] != here[0] and math.dist(points[number], point) <= TOUCH
        }
        for here, point in zip(free, points, strict=True)
    }
    place = dict(zip(free, points, strict=True))
    for here in free:
        if len(meeting[here]) > 1:
            _part(meeting, here, lambda one, other: math.dist(place[one], place[other]) <= _EXACT)
        if len(meeting[here]) > 1:
            _part(meeting, here, lambda one, other: _is_straight(pieces, one, other))
    return meeting


def _part(meeting: dict[_End, set[_End]], here: _End, belong: Callable[[_End, _End], bool]) -> None:
    """Where more than two ends meet: of lines that cross in short pieces, or run beside each other, those that belong.

    Two ends that belong to each other and to no third are tied; the others meet them no more.
    """
    mine = [other for other in meeting[here] if belong(here, other)]
    if len(mine) != 1 or [end for end in meeting[mine[0]] if belong(mine[0], end)] != [here]:
        return
    for end in (here, mine[0]):
        for third in meeting[end] - {here, mine[0]}:
            meeting[third].discard(end)
    meeting[here], meeting[mine[0]] = {mine[0]}, {here}


def _is_straight(pieces: dict[int, Stroke], one: _End, other: _End) -> bool:
    """Whether two ends point at each other."""
    (ax, ay), (bx, by) = (_outward(pieces[piece], end) for piece, end in (one, other))
    return ax * bx + ay * by < _STRAIGHT


def _outward(piece: Stroke, end: int) -> Point:
    points = piece.points[::-1] if end else piece.points
    length = math.dist(points[0], points[1]) or 1.0
    return (points[0][0] - points[1][0]) / length, (points[0][1] - points[1][1]) / length


def _next_pair(meeting: dict[_End, set[_End]]) -> tuple[_End, _End] | None:
    """The first two ends that meet each other, the earlier of them no third."""
    single = ((here, min(others)) for here, others in meeting.items() if len(others) == 1)
    return min((pair for pair in single if pair[1] > pair[0]), default=None)


def _take_out(meeting: dict[_End, set[_End]], ends: tuple[_End, _End]) -> None:
    for end in ends:
        for other in meeting.pop(end):
            meeting.get(other, set()).discard(end)


def _rename(meeting: dict[_End, set[_End]], old: _End, new: _End) -> None:
    """What is left of a piece is an end of the new one, whose own other end it does not meet."""
    if old not in meeting:
        return
    others = meeting.pop(old)
    for other in others:
        meeting[other].discard(old)
    meeting[new] = {other for other in others if other[0] != new[0]}
    for other in meeting[new]:
        meeting[other].add(new)
