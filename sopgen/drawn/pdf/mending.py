"""Lines that were drawn in pieces → the lines that were meant, and the outlines that several of them make up.

Dashes drawn one by one, and short pieces on one straight line, are one line. Lines that were drawn one after another
and close a ring no larger than a symbol are its outline.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from sopgen.drawn.model import Point
from sopgen.drawn.pdf.heads import Line
from sopgen.drawn.pdf.outlines import box_of
from sopgen.drawn.pdf.values import Loop

_NEXT: Final = 2  # paths: two pieces of one line are drawn so soon after each other
_TOUCH: Final = 0.3  # points between two pieces
_DASH: Final = 10.0  # points: no dash is longer,
_GAP: Final = 5.0  # and no gap between two wider
_OFF: Final = 0.4  # points that a piece may stand off its line
_MOST_SIDES: Final = 8
_SYMBOL: Final = ((7.0, 5.0), (160.0, 90.0))  # points: the least and the largest outline
_NEAR: Final = 2.5  # points between a cell's corner and the rules that go on from it
_MOST_AT_POINT: Final = 64  # lines that end near one point: a table's corner has eight
_CORNER: Final = 0.6  # points between two sides of an outline, besides their width


def in_one(lines: Sequence[Line]) -> list[Line]:
    """Straight pieces that go on from each other as one line each."""
    whole: list[Line] = []
    piece = 0.0  # the length of the last one
    for line in lines:
        length = math.dist(line.points[0], line.points[-1])
        if whole and _goes_on(whole[-1], line, max(piece, length)):
            whole[-1] = whole[-1]._replace(order=line.order, points=(whole[-1].points[0], line.points[-1]))
        else:
            whole.append(line)
        piece = length
    return whole


def _goes_on(one: Line, other: Line, longest: float) -> bool:
    if len(one.points) != 2 or len(other.points) != 2 or one.look != other.look or other.order - one.order > _NEXT:
        return False
    (ax, ay), (bx, by) = one.points
    length = math.dist(*one.points)
    if length < _TOUCH:
        return False
    ux, uy = (bx - ax) / length, (by - ay) / length
    (start, off), (end, end_off) = (
        (ux * (x - bx) + uy * (y - by), abs(ux * (y - by) - uy * (x - bx))) for x, y in other.points
    )
    gap = _GAP if longest <= _DASH else _TOUCH
    return -_TOUCH <= start <= gap and end > start and max(off, end_off) <= _OFF


def outlines_in(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, Loop]]]:
    """The lines that are no sides of an outline, and the outlines with their places in the painter's order."""
    rest: list[Line] = []
    rings: list[tuple[int, Loop]] = []
    ends: dict[Point, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if len(line.points) == 2 and _is_square(*line.points):
            for x, y in line.points:
                ends[x // _NEAR, y // _NEAR].append(number)
    at = 0
    while at < len(lines):
        found = next(((count, ring) for count in range(2, _MOST_SIDES + 1) for ring in _rings(lines, at, count)), None)
        if found is None or _is_cell(found[1], range(at, at + found[0]), lines, ends):
            rest.append(lines[at])
            at += 1
        else:
            count, ring = found
            curved = any(len(line.points) > 3 for line in lines[at : at + count])
            rings.append((lines[at].order, Loop(ring, closed=True, curved=curved)))
            at += count
    return rest, rings


def _is_square(one: Point, other: Point) -> bool:
    """Whether a line is level or upright."""
    return min(abs(one[0] - other[0]), abs(one[1] - other[1])) < _OFF


def _is_cell(ring: Sequence[Point], sides: range, lines: Sequence[Line], ends: dict[Point, list[int]]) -> bool:
    """Whether a table's rules go on from the corners of a ring of level and upright sides: at least two of them."""
    if not all(_is_square(one, other) for one, other in pairwise((*ring, ring[0]))):
        return False
    found: set[int] = set()
    for x, y in ring:
        column, row = x // _NEAR, y // _NEAR
        for key in ((column + across, row + down) for across in (-1, 0, 1) for down in (-1, 0, 1)):
            for number in ends.get(key, ())[:_MOST_AT_POINT]:
                if number not in sides and min(math.dist((x, y), end) for end in lines[number].points) <= _NEAR:
                    found.add(number)
        if len(found) > 1:
            return True
    return False


def _rings(lines: Sequence[Line], at: int, count: int) -> Iterator[tuple[Point, ...]]:
    """The corners, if so many lines from here on close a ring."""
    sides = lines[at : at + count]
    if len(sides) < count or sides[-1].order - sides[0].order > _NEXT * count or sides[-1].look != sides[0].look:
        return
    box = box_of(tuple(point for side in sides for point in side.points))
    size = box[2] - box[0], box[3] - box[1]
    if not all(least <= side <= most for side, least, most in zip(size, *_SYMBOL, strict=True)):
        return
    near = _CORNER + sides[0].look[1] / 10
    ring, left = list(sides[0].points), list(sides[1:])
    while left:
        follows = [
            (number, side) for number, line in enumerate(left) for side in (line.points, line.points[::-1])
            if math.dist(side[0], ring[-1]) <= near
        ]  # fmt: skip
        if len(follows) != 1:
            return
        number, side = follows[0]
        ring[-1] = _between(ring[-1], side[0])
        ring += side[1:]
        del left[number]
    if math.dist(ring[0], ring[-1]) <= near:
        yield (_between(ring[0], ring[-1]), *ring[1:-1])


def _between(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
