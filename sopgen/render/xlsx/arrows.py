"""Arrows in, the forms that a spreadsheet can draw them in out: straight, bent and glued, or an exact freeform.

An arrow that joins another runs on over that one's trunk to the symbol, for only at a symbol can it be glued. The
bent forms are DrawingML's `bentConnector2` to `5`: their frame starts level at its left top and ends at its right
bottom; flips and a quarter turn bring it into place.

Points as on the sheet, y downward.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sopgen.scene import Arrow, Box, Point, Symbol

SITES = {"T": 0, "L": 1, "B": 2, "R": 3}  # of all four shapes that stand for symbols
MOST_BENDS = 4
_ON_SITE = 0.05  # how far an arrow's end may lie from the site it is glued to
_NEAR = 0.02  # what rounding leaves between a joint and the trunk it lies on
_FLAT = 1.0  # what a bent form without width or height is given, as office programs do
_QUARTER_TURN = 90


class Route(NamedTuple):
    """Where an arrow runs from symbol to symbol. `sites`: the connection sites of its ends, None for an end off any."""

    points: tuple[Point, ...]
    omegas: tuple[Point, ...]
    head: bool
    sites: tuple[int | None, int | None]

    @property
    def straight(self) -> bool:
        return len(self.points) == 2 and not self.omegas

    @property
    def can_be_glued(self) -> bool:
        return not self.omegas and None not in self.sites and len(self.points) - 2 <= MOST_BENDS


class Bent(NamedTuple):
    """A `bentConnector`: its frame before it is turned, its adjustments in 1/100000."""

    preset: str
    turned: int  # degrees, clockwise
    flip_x: bool
    flip_y: bool
    width: float
    height: float
    centre: Point
    adjustments: tuple[int, ...]

    @property
    def frame(self) -> Box:
        """Before the turn."""
        (x, y), wide, high = self.centre, self.width / 2, self.height / 2
        return x - wide, y - high, x + wide, y + high

    @property
    def seen(self) -> Box:
        """Where it is seen: what a turned shape is anchored by."""
        (x, y), wide, high = self.centre, self.width / 2, self.height / 2
        if self.turned:
            wide, high = high, wide
        return x - wide, y - high, x + wide, y + high


def route_of(arrow: Arrow, arrows: Mapping[str, Arrow], symbols: Mapping[str, Symbol]) -> Route:
    """The arrow's way from its symbol to its target's, along the trunks it joins."""
    points, omegas = list(arrow.points), list(arrow.omegas)
    last = arrow
    for last in _trunks(arrow, arrows):
        rest = _from_joint(points[-1], last)
        omegas += [omega for omega in last.omegas if _lies_on(omega, rest)]
        points += rest[1:]
    ends = (
        _site(symbols.get(arrow.source), arrow.ports[0], points[0]),
        _site(symbols.get(last.target), last.ports[1], points[-1]),
    )
    return Route(_corners(points), tuple(omegas), last.head, ends)


def target_of(arrow: Arrow, arrows: Mapping[str, Arrow]) -> str:
    """The symbol at which the arrow, or the last trunk it runs on over, ends."""
    return [arrow, *_trunks(arrow, arrows)][-1].target


def _trunks(arrow: Arrow, arrows: Mapping[str, Arrow]) -> Iterator[Arrow]:
    """The arrow that this one joins, the one which that joins, and so on."""
    while arrow.joins is not None:
        arrow = arrows[arrow.joins]
        yield arrow


def _from_joint(joint: Point, trunk: Arrow) -> list[Point]:
    """The trunk from the place where another arrow joins it."""
    for k, piece in reversed(list(enumerate(pairwise(trunk.points)))):
        if _lies_on(joint, piece):
            return [joint, *trunk.points[k + 1 :]]
    return [joint]


def _lies_on(point: Point, line: Sequence[Point]) -> bool:
    x, y = point
    return any(
        min(ax, bx) - _NEAR <= x <= max(ax, bx) + _NEAR and min(ay, by) - _NEAR <= y <= max(ay, by) + _NEAR
        for (ax, ay), (bx, by) in pairwise(line)
    )


def _corners(points: Sequence[Point]) -> tuple[Point, ...]:
    """Without repeated points and those that lie between two others on one line."""
    kept: list[Point] = []
    for point in points:
        if kept and math.dist(kept[-1], point) < _NEAR:
            continue
        if len(kept) > 1 and any(abs(kept[-2][i] - point[i]) + abs(kept[-1][i] - point[i]) < _NEAR for i in (0, 1)):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _site(symbol: Symbol | None, port: str, end: Point) -> int | None:
    """The connection site at which the end lies."""
    if symbol is None or port not in SITES:
        return None
    x0, y0, x1, y1 = symbol.box
    places = {
        "T": ((x0 + x1) / 2, y0),
        "L": (x0, (y0 + y1) / 2),
        "B": ((x0 + x1) / 2, y1),
        "R": (x1, (y0 + y1) / 2),
    }
    return SITES[port] if math.dist(places[port], end) < _ON_SITE else None


def bent(points: Sequence[Point]) -> Bent:
    """The connector with these one to four corners, its pieces level and upright in turn."""
    (ax, ay), (bx, by) = points[0], points[-1]
    upright = abs(points[1][0] - ax) < abs(points[1][1] - ay)
    dx, dy = bx - ax, by - ay
    along, across = (dy, dx) if upright else (dx, dy)
    width, height = max(abs(along), _FLAT), max(abs(across), _FLAT)
    # As the flips below turn it: an upright frame without a flip has its lower side at the left.
    toward_x, toward_y = (-1 if along < 0 else 1), (-1 if across < 0 or (upright and across == 0) else 1)

    def local(point: Point) -> Point:
        x, y = point[0] - ax, point[1] - ay
        return (y * toward_x, x * toward_y) if upright else (x * toward_x, y * toward_y)

    corners = [local(point) for point in points[1:-1]]
    shares = [
        corner[i % 2] / (height if i % 2 else width) for i, corner in enumerate(corners[: max(0, len(corners) - 1)])
    ]
    flips = (dy < 0, dx > 0) if upright else (dx < 0, dy < 0)
    return Bent(
        f"bentConnector{len(corners) + 1}",
        _QUARTER_TURN if upright else 0,
        *flips,
        width,
        height,
        ((ax + bx) / 2, (ay + by) / 2),
        tuple(round(share * 100_000) for share in shares),
    )


def monotone_parts(route: Route) -> tuple[Route, ...]:
    """The route in parts that each end at the edges of what they span, so that a row made higher parts none of them.

    Nearly every route is one part: only a return that comes to its target from above has an end between its
    highest and its lowest point.
    """
    heights = [y for _, y in route.points]
    low, high = min(heights), max(heights)
    if all(min(y - low, high - y) < _NEAR for y in (heights[0], heights[-1])):
        return (route,)
    last_is_inside = min(heights[-1] - low, high - heights[-1]) >= _NEAR
    inside = heights[-1] if last_is_inside else heights[0]
    extreme = low if inside - low < high - inside else high
    at = [i for i, y in enumerate(heights) if abs(y - extreme) < _NEAR]
    cut = at[-1] if last_is_inside else at[0]
    if cut in {0, len(heights) - 1}:
        return (route,)
    before, after = route.points[: cut + 1], route.points[cut:]
    return (
        Route(before, tuple(o for o in route.omegas if _lies_on(o, before)), head=False, sites=(route.sites[0], None)),
        Route(after, tuple(o for o in route.omegas if _lies_on(o, after)), route.head, (None, route.sites[1])),
    )


def bounds(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
