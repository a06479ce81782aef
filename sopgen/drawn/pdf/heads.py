"""Lines and the open heads of arrows: `>` drawn as one path, or as two short strokes that meet in a point."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

from sopgen.drawn.model import Point, Stroke
from sopgen.drawn.pdf.values import Loop

_NEXT: Final = 6  # paths: two strokes of one head are drawn so soon after each other
_LONGEST: Final = 14.0  # points: no stroke of a head is longer
_MOST_AT_POINT: Final = 8  # strokes that end at one point: more are no head

Look = tuple[tuple[int, int, int], int]


class Line(NamedTuple):
    """A line as it is drawn; `order` of its path. `look`: its colour, and its width in tenths of a point."""

    order: int
    points: tuple[Point, ...]
    heads: tuple[bool, bool] = (False, False)
    look: Look = ((0, 0, 0), 0)

    @property
    def stroke(self) -> Stroke:
        return Stroke(self.points, self.heads)


class Head(NamedTuple):
    order: int
    corners: tuple[Point, ...]


def is_open_head(loop: Loop) -> bool:
    """Two short strokes that meet in a point: `>`."""
    return len(loop.points) == 3 and not loop.curved and _is_vee(*loop.points)


def _is_vee(one: Point, tip: Point, other: Point) -> bool:
    first, second = math.dist(one, tip), math.dist(tip, other)
    if not (2 < first < _LONGEST and abs(first - second) < 0.25 * first):
        return False
    cosine = ((one[0] - tip[0]) * (other[0] - tip[0]) + (one[1] - tip[1]) * (other[1] - tip[1])) / (first * second)
    return cosine > 0.2 and not _is_level(one, tip) and not _is_level(other, tip)


def _is_level(one: Point, other: Point) -> bool:
    return min(abs(one[0] - other[0]), abs(one[1] - other[1])) < 0.05 * math.dist(one, other)


def without_vees(lines: Sequence[Line]) -> tuple[list[Line], list[Head]]:
    """The lines without the pairs of strokes that are open heads, and these as heads."""
    at_point: dict[tuple[float, float], list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if len(line.points) == 2 and math.dist(*line.points) < _LONGEST:
            for point in line.points:
                at_point[round(point[0], 1), round(point[1], 1)].append(number)
    taken: set[int] = set()
    heads: list[Head] = []
    for point, numbers in at_point.items():
        for one, other in combinations(numbers[:_MOST_AT_POINT], 2):
            if {one, other} & taken or abs(lines[one].order - lines[other].order) > _NEXT:
                continue
            corners = _far(lines[one], point), point, _far(lines[other], point)
            if _is_vee(*corners):
                taken |= {one, other}
                heads.append(Head(lines[one].order, corners))
    return [line for number, line in enumerate(lines) if number not in taken], heads


def _far(line: Line, point: Point) -> Point:
    return max(line.points, key=lambda each: math.dist(each, point))
