"""True outlines of the five symbols, and distances to them.

Every outline is a convex core widened by `rounding`: polygons have none, a capsule is its middle line widened by
half its height.
"""

from __future__ import annotations

from math import hypot
from typing import NamedTuple

from sopgen.layout.verify.finding import EPS
from sopgen.scene import Box, Point, Symbol


class Outline(NamedTuple):
    box: Box
    core: tuple[Point, ...]
    rounding: float = 0.0


def outline_of(symbol: Symbol, offpage_point: float) -> Outline:
    x0, y0, x1, y1 = box = symbol.box
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    if symbol.kind == "decision":
        return Outline(box, ((cx, y0), (x1, cy), (cx, y1), (x0, cy)))
    if symbol.kind == "offpage":
        shoulder = y1 - (y1 - y0) * offpage_point
        return Outline(box, ((x0, y0), (x1, y0), (x1, shoulder), (cx, y1), (x0, shoulder)))
    if symbol.kind == "terminator":
        r = min(x1 - x0, y1 - y0) / 2
        return Outline(box, ((x0 + r, y0 + r), (x1 - r, y1 - r)), r)
    return Outline(box, ((x0, y0), (x1, y0), (x1, y1), (x0, y1)))


def port_of(symbol: Symbol, port: str) -> Point | None:
    x0, y0, x1, y1 = symbol.box
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    return {"T": (cx, y0), "B": (cx, y1), "L": (x0, cy), "R": (x1, cy)}.get(port)


def boxes_gap(a: Box, b: Box) -> float:
    """Distance of two boxes (a point or a straight segment is a flat box); 0 when they meet."""
    dx = max(a[0] - b[2], b[0] - a[2], 0.0)
    dy = max(a[1] - b[3], b[1] - a[3], 0.0)
    return hypot(dx, dy) if dx and dy else dx or dy


def nearer(a: Box, b: Box, reach: float) -> bool:
    """Whether two boxes are nearer to each other than `reach`."""
    apart = a[0] - b[2] >= reach or b[0] - a[2] >= reach or a[1] - b[3] >= reach or b[1] - a[3] >= reach
    return not apart and boxes_gap(a, b) < reach


def enters_box(box: Box, solid: Box, tolerance: float = EPS) -> bool:
    """Whether a box or a straight segment meets the inside of `solid`, deeper than `tolerance`."""
    return (
        box[0] < solid[2] - tolerance
        and box[2] > solid[0] + tolerance
        and box[1] < solid[3] - tolerance
        and box[3] > solid[1] + tolerance
    )


def box_inside(inner: Box, outer: Box, tolerance: float = EPS) -> bool:
    return (
        inner[0] >= outer[0] - tolerance
        and inner[1] >= outer[1] - tolerance
        and inner[2] <= outer[2] + tolerance
        and inner[3] <= outer[3] + tolerance
    )


def outline_gap(outline: Outline, box: Box) -> float:
    """Distance of a box, a straight segment or a point to the outline; 0 when they meet."""
    if enters(outline, box):
        return 0.0
    x0, y0, x1, y1 = box
    sides = [((x0, y0), (x1, y1))] if x0 == x1 or y0 == y1 else _ring(((x0, y0), (x1, y0), (x1, y1), (x0, y1)))
    nearest = min(_segments_gap(a, b, c, d) for a, b in sides for c, d in _ring(outline.core))
    return max(0.0, nearest - outline.rounding)


def enters(outline: Outline, box: Box) -> bool:
    """Whether a box, a straight segment or a point meets the outline's inside, deeper than EPS."""
    shape: list[Point] = [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])]
    core = outline.core
    if outline.rounding:
        inside = boxes_gap(box, (core[0][0], core[0][1], core[-1][0], core[-1][1]))
        return inside < outline.rounding - EPS
    for (ax, ay), (bx, by) in _ring(core):
        length = hypot(bx - ax, by - ay)
        shape = _clipped(shape, (ax, ay), ((bx - ax) / length, (by - ay) / length))
        if not shape:
            return False
    return True


def _clipped(shape: list[Point], origin: Point, along: Point) -> list[Point]:
    """The part of `shape` that lies more than EPS to the inner side of a line (cores turn clockwise on the page)."""
    kept: list[Point] = []
    depths = [along[0] * (y - origin[1]) - along[1] * (x - origin[0]) - EPS for x, y in shape]
    for i, (p, depth) in enumerate(zip(shape, depths, strict=True)):
        before, depth_before = shape[i - 1], depths[i - 1]
        if (depth > 0) != (depth_before > 0):
            t = depth_before / (depth_before - depth)
            kept.append((before[0] + t * (p[0] - before[0]), before[1] + t * (p[1] - before[1])))
        if depth > 0:
            kept.append(p)
    return kept


def _ring(points: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    return [(points[i], points[(i + 1) % len(points)]) for i in range(len(points))]


def _segments_gap(a: Point, b: Point, c: Point, d: Point) -> float:
    if _cross(a, b, c, d):
        return 0.0
    return min(_point_gap(a, c, d), _point_gap(b, c, d), _point_gap(c, a, b), _point_gap(d, a, b))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _point_gap(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square)) if square else 0.0
    return hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
