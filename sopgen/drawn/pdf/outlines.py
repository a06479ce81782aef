"""Closed loops → what they are: a bar, a head, a symbol of some kind."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from sopgen.drawn.model import Box, Kind, Point
from sopgen.drawn.pdf.values import Loop

THIN: Final = 2.4  # points: what is thinner is a line
_HEAD: Final = 16.0  # points: no head is larger
_STRAIGHT: Final = 0.35  # points off the straight line between its neighbours: no corner

_MOST_OF_ARROW: Final = 25  # corners of a broad arrow

Form = Literal["head", "thin", "shape"]


class Outline(NamedTuple):
    """A closed loop. `corners`: its points without those on a straight line."""

    form: Form
    kind: Kind
    box: Box
    corners: tuple[Point, ...]


def box_of(points: tuple[Point, ...]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def corners_of(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The corners of a closed loop."""
    kept = list(points)
    changed = True
    while changed and len(kept) > 3:
        changed = False
        for at in range(len(kept)):
            before, point, after = kept[at - 1], kept[at], kept[(at + 1) % len(kept)]
            if _off(before, after, point) < _STRAIGHT:
                del kept[at]
                changed = True
                break
    return tuple(kept)


def _off(start: Point, end: Point, point: Point) -> float:
    length = math.dist(start, end)
    if length < 1e-6:
        return math.dist(start, point)
    return abs((end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])) / length


def area(points: tuple[Point, ...]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*points, points[0])))) / 2


def perimeter(points: tuple[Point, ...]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise((*points, points[0])))


def outline_of(loop: Loop) -> Outline:
    """What a closed loop is."""
    box = box_of(loop.points)
    wide, high = box[2] - box[0], box[3] - box[1]
    corners = corners_of(loop.points) if len(loop.points) <= 40 else loop.points
    if min(wide, high) <= THIN or 2 * area(loop.points) / max(perimeter(loop.points), 0.1) < THIN:
        pointed = len(corners) == 3 or (len(corners) == 4 and not loop.curved and _is_dart(corners))
        if pointed and max(wide, high) <= _HEAD and min(wide, high) > 1.2:
            return Outline("head", "unknown", box, corners)
        return Outline("thin", "unknown", box, corners)
    if len(corners) == 3 and not loop.curved:
        return Outline("head" if max(wide, high) <= _HEAD else "shape", "unknown", box, corners)
    if len(corners) == 4 and not loop.curved and max(wide, high) <= _HEAD and _is_dart(corners):
        return Outline("head", "unknown", box, corners)
    return Outline("shape", _kind(loop, corners, box), box, corners)


def _is_dart(corners: tuple[Point, ...]) -> bool:
    """A head with a notch at its base: its four corners do not turn one way."""
    turns = []
    for at in range(4):
        (ax, ay), (bx, by), (cx, cy) = corners[at - 1], corners[at], corners[(at + 1) % 4]
        turns.append((bx - ax) * (cy - by) - (by - ay) * (cx - bx) > 0)
    return sum(turns) in {1, 3}


def _kind(loop: Loop, corners: tuple[Point, ...], box: Box) -> Kind:
    x0, y0, x1, y1 = box
    wide, high = x1 - x0, y1 - y0
    near = 0.06 * min(wide, high) + 0.6
    share = area(loop.points) / max(wide * high, 0.1)
    smooth = loop.curved or len(loop.points) > 12
    if not smooth and len(corners) == 4:
        middles = ((x0 + wide / 2, y0), (x1, y0 + high / 2), (x0 + wide / 2, y1), (x0, y0 + high / 2))
        if all(min(math.dist(corner, middle) for corner in corners) < 3 * near for middle in middles):
            return "decision"
        return "process" if share > 0.93 else "unknown"
    if not smooth and len(corners) == 5:
        return "offpage" if share > 0.6 and _has_point(corners, box, near) else "unknown"
    if smooth and share > 0.7:
        if abs(wide - high) < 0.12 * high and share < 0.82:
            return "offpage"  # a circle: the connector of other kinds of flowcharts
        return "terminator" if _is_round(loop.points, box) else "unknown"
    return "unknown"


def _has_point(corners: tuple[Point, ...], box: Box, near: float) -> bool:
    """A rectangle with one side drawn out to a point."""
    square = sum(
        1
        for corner in corners
        if min(
            math.dist(corner, each) for each in ((box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3]))
        )
        < near
    )
    return square == 2


def _is_round(points: tuple[Point, ...], box: Box) -> bool:
    """Whether all four corners are cut off alike."""
    x0, y0, x1, y1 = box
    gaps = [min(math.dist(point, corner) for point in points) for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
    return min(gaps) > 0.6 and max(gaps) < 2.2 * min(gaps) + 1


def block_arrow(corners: tuple[Point, ...]) -> tuple[Point, ...] | None:
    """The line that a broad arrow stands for, from the middle of its foot to its point; None for any other outline.

    It may be bent: both sides have as many corners.
    """
    count = len(corners)
    if count < 7 or count % 2 == 0 or count > _MOST_OF_ARROW:
        return None
    for at in range(count):
        tip, *rest = (corners[(at + step) % count] for step in range(count))
        one, other = rest[: count // 2], rest[: count // 2 - 1 : -1]  # from the wings to the foot
        if _is_arrow(tip, one, other):
            middle = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(one[1:], other[1:], strict=True)]
            return (*middle[:0:-1], tip)
    return None


def _is_arrow(tip: Point, one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether two sides, each from its wing over its neck to the foot, lie along each other below a point."""
    (wing, neck), (other_wing, other_neck) = one[:2], other[:2]
    pairs: tuple[tuple[Point, Point, Point, Point], ...] = (
        (tip, wing, tip, other_wing),
        (wing, neck, other_wing, other_neck),
    )
    if len(one) == 3:
        pairs = (*pairs, (neck, one[2], other_neck, other[2]))
    even = all(
        abs(first - second) < 0.15 * max(first, second) + 0.5
        for first, second in ((math.dist(a, b), math.dist(c, d)) for a, b, c, d in pairs)
    )
    broad = math.dist(neck, other_neck)
    level = all(_off(wing, other_wing, each) < 1.0 for each in (neck, other_neck))
    band = all(0.7 * broad < math.dist(a, b) < 1.6 * broad for a, b in zip(one[2:], other[2:], strict=True))
    return even and level and band and math.dist(wing, other_wing) > 1.3 * broad


def spine(corners: tuple[Point, ...]) -> tuple[Point, ...] | None:
    """The line that a thin polygon was drawn for: halfway between its two long sides; None if it has no two."""
    count = len(corners)
    if count < 4 or count % 2:
        return None
    half = count // 2
    best, worst = None, 3 * THIN
    for at in range(half):
        one = [corners[(at + step) % count] for step in range(half)]
        other = [corners[(at - 1 - step) % count] for step in range(half)]
        width = max(math.dist(a, b) for a, b in zip(one, other, strict=True))
        if width < worst:
            worst = width
            best = tuple(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(one, other, strict=True))
    return best
