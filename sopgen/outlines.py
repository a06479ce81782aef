"""Outlines of the Scene: points, symbols and arrows in, path commands out, in its own coordinates, y downward."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

from sopgen.scene import Arrow, Box, Command, Path, Point, Style, Symbol

# The control point that makes a cubic curve a quarter circle within 0.03 % of its radius.
QUARTER = 0.5522847498

# A shaft that ended at the tip would blunt it; one that ended at the head's base would show a hair's gap.
_HEAD_MOST = 0.75  # of the last piece
_SHAFT_IN_HEAD = 0.5


def polygon(points: Iterable[Point]) -> Path:
    first, *rest = points
    return (Command("M", (first,)), *(Command("L", (point,)) for point in rest), Command("Z"))


def polyline(points: Iterable[Point]) -> Path:
    first, *rest = points
    return (Command("M", (first,)), *(Command("L", (point,)) for point in rest))


def rectangle(box: Box) -> Path:
    x0, y0, x1, y1 = box
    return polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


def circle(centre: Point, radius: float) -> Path:
    x, y = centre
    return capsule((x - radius, y - radius, x + radius, y + radius))


def capsule(box: Box) -> Path:
    """A rectangle whose ends are half circles of its full half height."""
    x0, y0, x1, y1 = box
    radius = min(x1 - x0, y1 - y0) / 2
    pull = radius * (1 - QUARTER)
    return (
        Command("M", ((x0 + radius, y0),)),
        Command("L", ((x1 - radius, y0),)),
        Command("C", ((x1 - pull, y0), (x1, y0 + pull), (x1, y0 + radius))),
        Command("L", ((x1, y1 - radius),)),
        Command("C", ((x1, y1 - pull), (x1 - pull, y1), (x1 - radius, y1))),
        Command("L", ((x0 + radius, y1),)),
        Command("C", ((x0 + pull, y1), (x0, y1 - pull), (x0, y1 - radius))),
        Command("L", ((x0, y0 + radius),)),
        Command("C", ((x0, y0 + pull), (x0 + pull, y0), (x0 + radius, y0))),
        Command("Z"),
    )


def rhombus(box: Box) -> Path:
    x0, y0, x1, y1 = box
    middle, centre = (x0 + x1) / 2, (y0 + y1) / 2
    return polygon([(middle, y0), (x1, centre), (middle, y1), (x0, centre)])


def pentagon(box: Box, point_share: float) -> Path:
    x0, y0, x1, y1 = box
    shoulder = y1 - point_share * (y1 - y0)
    return polygon([(x0, y0), (x1, y0), (x1, shoulder), ((x0 + x1) / 2, y1), (x0, shoulder)])


def symbol_outline(symbol: Symbol, style: Style) -> Path:
    """The outline's centre line; it fills the symbol's box."""
    match symbol.kind:
        case "terminator":
            return capsule(symbol.box)
        case "process":
            return rectangle(symbol.box)
        case "decision":
            return rhombus(symbol.box)
        case "offpage":
            return pentagon(symbol.box, style.offpage_point)


def arrow_head(arrow: Arrow, style: Style) -> Path | None:
    """The solid head, its tip on the arrow's last point; None for a line without one."""
    direction = _last_direction(arrow.points) if arrow.head else None
    if direction is None:
        return None
    (x, y), (dx, dy) = arrow.points[-1], direction
    length = _head_length(arrow, style)
    base_x, base_y = x - dx * length, y - dy * length
    half = style.arrow_width / 2 * length / style.arrow_length
    return polygon([(x, y), (base_x - dy * half, base_y + dx * half), (base_x + dy * half, base_y - dx * half)])


def _head_length(arrow: Arrow, style: Style) -> float:
    """A head never takes the whole of its last piece: a bit of shaft tells where it comes from."""
    (ax, ay), (bx, by) = arrow.points[-2:]
    return min(style.arrow_length, _HEAD_MOST * (abs(bx - ax) + abs(by - ay)))


def head_base(arrow: Arrow, style: Style) -> Point | None:
    """The middle of the head's base, where a program that draws its own heads ends the line; None without a head."""
    head = arrow_head(arrow, style)
    if head is None:
        return None
    (ax, ay), (bx, by) = head[1].points[0], head[2].points[0]
    return (ax + bx) / 2, (ay + by) / 2


def arrow_shaft(arrow: Arrow, style: Style) -> Path:
    """The line from the first point to inside the head, with a half circle in place of the line at each Ω."""
    points = list(arrow.points)
    direction = _last_direction(arrow.points) if arrow.head else None
    if direction is not None:
        inside = _head_length(arrow, style) * _SHAFT_IN_HEAD
        points[-1] = (points[-1][0] - direction[0] * inside, points[-1][1] - direction[1] * inside)
    path = [Command("M", (points[0],))]
    waiting = list(arrow.omegas)
    for start, end in pairwise(points):
        on_piece = sorted(
            (omega for omega in waiting if _lies_on(omega, start, end)), key=lambda o: abs(o[0] - start[0])
        )
        waiting = [omega for omega in waiting if omega not in on_piece]
        for omega in on_piece:
            path += _omega(omega, style.omega_radius, 1 if end[0] > start[0] else -1)
        path.append(Command("L", (end,)))
    return tuple(path)


def _omega(centre: Point, radius: float, direction: int) -> tuple[Command, ...]:
    """A half circle over `centre`, bulging up whichever way the line walks."""
    x, y = centre
    reach, pull = radius * direction, radius * QUARTER
    top = y - radius
    return (
        Command("L", ((x - reach, y),)),
        Command("C", ((x - reach, y - pull), (x - pull * direction, top), (x, top))),
        Command("C", ((x + pull * direction, top), (x + reach, y - pull), (x + reach, y))),
    )


def _lies_on(omega: Point, start: Point, end: Point) -> bool:
    """An Ω stands on a horizontal piece only: the vertical line runs through under it."""
    level = math.isclose(start[1], end[1], abs_tol=1e-6) and math.isclose(omega[1], start[1], abs_tol=0.01)
    return level and min(start[0], end[0]) < omega[0] < max(start[0], end[0])


def _last_direction(points: tuple[Point, ...]) -> Point | None:
    tip = points[-1]
    for point in reversed(points[:-1]):
        length = math.dist(point, tip)
        if length > 0:
            return (tip[0] - point[0]) / length, (tip[1] - point[1]) / length
    return None
