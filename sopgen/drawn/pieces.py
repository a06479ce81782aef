"""The lines of a panel → pieces: what was drawn as several lines end to end is one again."""

from __future__ import annotations

import math
from typing import Final

from sopgen.drawn.model import Stroke, Symbol, distance_to_symbol

TOUCH: Final = 2.5  # points: two ends that near are one
SHORT: Final = 1.0  # points: a line shorter than this was drawn by a slip


def pieces_of(strokes: tuple[Stroke, ...], symbols: tuple[Symbol, ...]) -> tuple[Stroke, ...]:
    """Lines whose ends meet, two at a place and off any symbol, tied together."""
    pieces = [stroke for stroke in strokes if len(stroke.points) > 1 and _length(stroke) > SHORT]
    while (pair := _next_pair(pieces, symbols)) is not None:
        first, second = pair
        one, other = pieces[first[0]], pieces[second[0]]
        one = one if first[1] == 1 else one.turned()
        other = other if second[1] == 0 else other.turned()
        pieces = [each for at, each in enumerate(pieces) if at not in {first[0], second[0]}]
        pieces.append(one.followed_by(other))
    return tuple(pieces)


def _length(stroke: Stroke) -> float:
    return sum(math.dist(a, b) for a, b in zip(stroke.points, stroke.points[1:], strict=False))


def _next_pair(pieces: list[Stroke], symbols: tuple[Symbol, ...]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Two ends, as (piece, end), that meet each other and no third."""
    free = [
        (at, end)
        for at, piece in enumerate(pieces)
        for end in (0, 1)
        if not piece.heads[end] and piece.glue[end] is None and not _at_symbol(piece.points[-end], symbols)
    ]
    for number, (at, end) in enumerate(free):
        point = pieces[at].points[-end]
        near = [
            other for other in free if other[0] != at and math.dist(pieces[other[0]].points[-other[1]], point) <= TOUCH
        ]
        if len(near) == 1 and near[0] in free[number + 1 :]:
            return (at, end), near[0]
    return None


def _at_symbol(point: tuple[float, float], symbols: tuple[Symbol, ...]) -> bool:
    return any(distance_to_symbol(symbol, point) <= 1.0 for symbol in symbols)
