"""Scene items in, outlines out: what every renderer draws alike, as plain path commands.

A path is a tuple of the scene's commands, in the scene's own coordinates: origin at the top left, y downward.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from sopgen.outlines import QUARTER, capsule, pentagon, polygon, polyline, rectangle, rhombus
from sopgen.scene import Arrow, Box, Command, Glyph, Path, Point, Style, Symbol

# A shaft that ended at the tip would blunt it; one that ended at the head's base would show a hair's gap.
_HEAD_MOST = 0.75  # of the last piece
_SHAFT_IN_HEAD = 0.5


def number(points: float) -> str:
    """To a ten-thousandth of a point, which no press resolves."""
    return f"{points:.4f}".rstrip("0").rstrip(".")


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


class GlyphShape(NamedTuple):
    """A drawn character: each path is filled, or stroked with `stroke` points where that is not None."""

    paths: tuple[Path, ...]
    stroke: float | None


# Drawn in a unit square, y downward; the baseline lies at its foot.
_TICK = ((0.12, 0.56), (0.36, 0.82), (0.86, 0.16))
_CROSS = (((0.16, 0.2), (0.8, 0.84)), ((0.8, 0.2), (0.16, 0.84)))
_SQUARE = ((0.1, 0.12), (0.88, 0.12), (0.88, 0.9), (0.1, 0.9))
_INNER_TICK = ((0.26, 0.52), (0.44, 0.72), (0.74, 0.3))
_INNER_CROSS = (((0.27, 0.29), (0.71, 0.73)), ((0.71, 0.29), (0.27, 0.73)))
_GLYPH_STROKE = 0.09
_GLYPH_STROKE_MOST = 0.7  # points: no heavier than a symbol's outline


def glyph_shape(glyph: Glyph, *, turned: bool = False) -> GlyphShape:
    """The shape that stands for a character no font has, centred in its box. `turned` text runs upward."""
    side = min(glyph.box[2] - glyph.box[0], glyph.box[3] - glyph.box[1])
    place = _placed(glyph.box, side, turned=turned)
    if glyph.character == "●":
        x, y = place((0.5, 0.5))
        radius = side * 0.3
        return GlyphShape((capsule((x - radius, y - radius, x + radius, y + radius)),), None)
    paths: dict[str, tuple[Path, ...]] = {
        "✓": (polyline(map(place, _TICK)),),
        "✗": tuple(polyline(map(place, stroke)) for stroke in _CROSS),
        "☐": (polygon(map(place, _SQUARE)),),
        "☑": (polygon(map(place, _SQUARE)), polyline(map(place, _INNER_TICK))),
        "☒": (polygon(map(place, _SQUARE)), *(polyline(map(place, stroke)) for stroke in _INNER_CROSS)),
    }
    return GlyphShape(paths[glyph.character], min(side * _GLYPH_STROKE, _GLYPH_STROKE_MOST))


def _placed(box: Box, side: float, *, turned: bool) -> Callable[[Point], Point]:
    left = (box[0] + box[2] - side) / 2
    top = (box[1] + box[3] - side) / 2
    if turned:
        return lambda unit: (left + unit[1] * side, top + (1 - unit[0]) * side)
    return lambda unit: (left + unit[0] * side, top + unit[1] * side)
