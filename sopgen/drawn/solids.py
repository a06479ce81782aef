"""Lines that a workbook draws as surfaces: thin rectangles, with small triangles for their heads."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from sopgen.drawn.model import Box, Point, Stroke, distance_to_box
from sopgen.drawn.near import Near
from sopgen.drawn.pdf.outlines import block_arrow, corners_of
from sopgen.workbook.values import Shape

_THIN: Final = 3.0  # points: no symbol is thinner
_LONG: Final = 2.0  # times as long as thick: a line
_HEAD: Final = 14.0  # points: no head is larger
_AT_HEAD: Final = 4.0  # points between a line's end and its head
_MOST_CORNERS: Final = 40  # of a free form that may be an arrow
_BARS: Final = frozenset({"rect", "flowChartProcess"})
_TRIANGLES: Final = frozenset({"triangle", "flowChartExtract", "flowChartMerge", "chevron"})


def without_solids(shapes: Sequence[Shape], strokes: Sequence[Stroke]) -> tuple[list[Shape], list[Stroke]]:
    """The symbols among the shapes, and the lines with those and their heads. What is glued is none of them."""
    glued = {each for stroke in strokes for each in stroke.glue}
    bars = {at for at, each in enumerate(shapes) if _is_bar(each) and each.id not in glued}
    lines = [*strokes, *(Stroke(_spine(shapes[at].box), name=shapes[at].name) for at in sorted(bars))]
    for at, each in enumerate(shapes):
        if each.corners and each.id not in glued and not each.text.strip():
            arrow = block_arrow(corners_of(each.corners)) if len(each.corners) <= _MOST_CORNERS else None
            if arrow is not None:
                bars.add(at)
                lines.append(Stroke(arrow, (False, True), name=each.name))
    triangles = [at for at, each in enumerate(shapes) if _is_triangle(each) and each.id not in glued]
    if not triangles:
        return [each for at, each in enumerate(shapes) if at not in bars], lines
    boxes = [shapes[at].box for at in triangles]
    near = Near([[box] for box in boxes], _AT_HEAD)
    ends = (line.points[end] for line in lines for end in (0, -1))
    at_ends = {triangles[number] for end in ends for number in _heads_at(end, boxes, near)}
    rest = [each for at, each in enumerate(shapes) if at not in bars and at not in at_ends]
    return rest, [_headed(line, boxes, near) for line in lines]


def _size(box: Box) -> Point:
    return box[2] - box[0], box[3] - box[1]


def _is_bar(shape: Shape) -> bool:
    short, long = sorted(_size(shape.box))
    return shape.preset in _BARS and not shape.text.strip() and 0 < short <= _THIN and long >= _LONG * short


def _spine(box: Box) -> tuple[Point, Point]:
    x0, y0, x1, y1 = box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return ((x0, y), (x1, y)) if x1 - x0 >= y1 - y0 else ((x, y0), (x, y1))


def _is_triangle(shape: Shape) -> bool:
    return shape.preset in _TRIANGLES and not shape.text.strip() and max(_size(shape.box)) <= _HEAD


def _headed(line: Stroke, heads: Sequence[Box], near: Near) -> Stroke:
    """A line that ends in heads, drawn on through them; a head that its whole length lies in is not its own."""
    points, told = list(line.points), list(line.heads)
    for end, before in ((0, 1), (-1, -2)):
        for box in (heads[number] for number in _heads_at(points[end], heads, near)):
            if distance_to_box(box, points[before]) > 0 and _runs_into(box, points[before], points[end]):
                told[end] = True
                points[end] = _through(box, points[before], points[end])
                break
    return line._replace(points=tuple(points), heads=(told[0], told[1]))


def _heads_at(point: Point, heads: Sequence[Box], near: Near) -> list[int]:
    return [number for number in near.at(point) if distance_to_box(heads[number], point) <= _AT_HEAD]


def _runs_into(box: Box, start: Point, end: Point) -> bool:
    """Whether a line points at a box's middle, more or less."""
    x, y = (box[0] + box[2]) / 2 - start[0], (box[1] + box[3]) / 2 - start[1]
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(x, y) * math.hypot(dx, dy)
    return bool(length) and (x * dx + y * dy) / length > 0.9


def _through(box: Box, start: Point, end: Point) -> Point:
    """Where a line that runs on leaves the box."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    if abs(dx) > abs(dy):
        return (box[2] if dx > 0 else box[0]), end[1]
    return end[0], (box[3] if dy > 0 else box[1])
