"""Rings in, badges out: each group of codes where it covers no text, symbol or arrow, as near its ring as can be.

A place is tried on the ring's outline first, then inside it, then beside it, then farther off with a line to it.
Of the free places the cheapest counts; crossing another ring costs a little, and a rule of the table is crossed only
where nothing else is free.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from sopgen.marking.boxes import grown, overlap
from sopgen.scene import Badge, Box, Point, Run, Text
from sopgen.text.face import Face
from sopgen.text.measure import metrics, width

SIZE: Final = 6.0
_HEIGHT: Final = 8.6
_SIDE: Final = 3.4
_BETWEEN: Final = 1.3
_WHITE: Final = 1.0
_STEP: Final = 3.0  # between the places tried along a ring
_FARTHER: Final = (8.0, 14.0, 22.0, 32.0, 44.0, 58.0, 76.0, 100.0)
_FARTHEST: Final = (130.0, 170.0, 220.0, 280.0, 360.0)  # rather than on a border of a table of many narrow columns
_NEAR: Final = 60.0  # a badge group is hardly ever larger
_TOUCH: Final = 0.8
_APART: Final = 1.5  # a badge that touches another's ring seems to belong to it
_STACK_COST: Final = 0.8
_RULE_COST: Final = 2.0
_RING_COST: Final = 6.0
_LEADER_COST: Final = 12.0
_THROUGH_COST: Final = 15.0  # a line through something


class Room(NamedTuple):
    """What stands on a page: `covered` must stay free, `rules` and `rings` had better. `paper` bounds all."""

    paper: Box
    covered: tuple[Box, ...]
    rules: tuple[Box, ...] = ()
    rings: tuple[Box, ...] = ()

    def within(self, ring: Box, reach: float) -> Room:
        """What stands no farther from the ring than `reach`."""
        window = grown(ring, reach)
        return self._replace(
            covered=tuple(box for box in self.covered if overlap(box, window)),
            rules=tuple(box for box in self.rules if overlap(box, window)),
            rings=tuple(box for box in self.rings if overlap(box, window)),
        )


class Tag(NamedTuple):
    """One code to be written, with its badge's colour `#RRGGBB`."""

    code: str
    fill: str


def place_badges(
    tags: tuple[Tag, ...], ring: Box, room: Room, face: Face, elsewhere: tuple[Box, ...] = ()
) -> tuple[tuple[Badge, ...], tuple[Point, ...]]:
    """The badges of one ring, and the points of the line between them (none if they touch).

    `elsewhere`: where badges would seem to belong to something else, as in another step's row: the farthest place of
    its own row is better.
    """
    clear = room._replace(covered=room.covered + room.rules, rules=())  # no badge sits on a border of the table
    own = clear._replace(covered=clear.covered + elsewhere)
    found = (
        _best(tags, ring, own, face)
        or _off(tags, ring, own, face, _FARTHEST)
        or _best(tags, ring, clear, face)
        or _off(tags, ring, clear, face, _FARTHEST)
        or _best(tags, ring, room, face)
    )
    if found is None:  # a page full to the brim: on the ring, over whatever is there
        shape = _Shape.of(tags, face, 1)
        found = _Spot(0, _at(ring[2] - shape.width, ring[1] - shape.height, shape), shape)
    return _badges(tags, found.box, found.shape, face), _leader(ring, found.box)


def _best(tags: tuple[Tag, ...], ring: Box, room: Room, face: Face) -> _Spot | None:
    """At the ring, or farther off where that is better."""
    found = _cheapest(_spots_at(tags, ring, face), ring, room.within(ring, _NEAR))
    if found is None or found.cost > _LEADER_COST:
        farther = _off(tags, ring, room, face, _FARTHER)
        found = min((each for each in (found, farther) if each), key=lambda each: each.cost, default=None)
    return found


def _off(tags: tuple[Tag, ...], ring: Box, room: Room, face: Face, distances: Sequence[float]) -> _Spot | None:
    return _cheapest(_spots_off(tags, ring, face, distances), ring, room.within(ring, distances[-1] + _NEAR))


def _cheapest(spots: Iterable[_Spot], ring: Box, room: Room) -> _Spot | None:
    """`cost` of a spot as given is the least it can be: once that is too much, none behind can be better."""
    best: _Spot | None = None
    for spot in sorted(spots, key=lambda each: each.cost):
        if best is not None and spot.cost >= best.cost:
            break
        if _is_free(spot.box, room):
            cost = spot.cost + _cost(spot.box, ring, room)
            if best is None or cost < best.cost:
                best = spot._replace(cost=cost)
    return best


class _Shape(NamedTuple):
    """Badges in rows: `columns` a row, each as wide as the widest."""

    columns: int
    each: float
    width: float
    height: float

    @classmethod
    def of(cls, tags: tuple[Tag, ...], face: Face, columns: int) -> _Shape:
        each = max(width(tag.code, face, SIZE) for tag in tags) + 2 * _SIDE
        rows = math.ceil(len(tags) / columns)
        return cls(columns, each, columns * each + (columns - 1) * _BETWEEN, rows * _HEIGHT + (rows - 1) * _BETWEEN)


class _Spot(NamedTuple):
    """A place for a ring's badges, and what it costs not to be a better one."""

    cost: float
    box: Box
    shape: _Shape


def badge_width(code: str, face: Face) -> float:
    return width(code, face, SIZE) + 2 * _SIDE


def badge_at(tag: Tag, x: float, y: float, face: Face, each: float | None = None) -> Badge:
    """One badge with its left top corner at (x, y)."""
    wide = badge_width(tag.code, face) if each is None else each
    text_width = width(tag.code, face, SIZE)
    cap = metrics(face).cap_height * SIZE
    left, baseline = x + (wide - text_width) / 2, y + (_HEIGHT + cap) / 2
    box = (x, y, x + wide, y + _HEIGHT)
    run = Run(tag.code, left, baseline, text_width)
    text_box = (left, baseline - cap, left + text_width, baseline)
    text = Text("tanda", tag.code, (run,), face, SIZE, text_box, box, None, "center", grey=_WHITE)
    return Badge(box, text, tag.fill)


def _badges(tags: tuple[Tag, ...], spot: Box, shape: _Shape, face: Face) -> tuple[Badge, ...]:
    return tuple(
        badge_at(
            tag,
            spot[0] + at % shape.columns * (shape.each + _BETWEEN),
            spot[1] + at // shape.columns * (_HEIGHT + _BETWEEN),
            face,
            shape.each,
        )
        for at, tag in enumerate(tags)
    )


def _spots_at(tags: tuple[Tag, ...], ring: Box, face: Face) -> Iterator[_Spot]:
    """In the ring's middle, on its outline, or beside it."""
    x0, y0, x1, y1 = ring
    for shape, stacked in _shapes(tags, face):
        middle = ((x0 + x1 - shape.width) / 2, (y0 + y1 - shape.height) / 2)
        yield _Spot(stacked, _at(*middle, shape), shape)
        for x in _along(x0 + 2, x1 - shape.width - 2, first=x1 - shape.width - 2):
            cost = abs(x1 - shape.width - 2 - x) / 40 + stacked
            yield _Spot(1 + cost, _at(x, y0 - shape.height / 2, shape), shape)
            yield _Spot(1.3 + cost, _at(x, y1 - shape.height / 2, shape), shape)
            yield _Spot(2 + cost, _at(x, y0 - shape.height - _TOUCH, shape), shape)
            yield _Spot(2.2 + cost, _at(x, y1 + _TOUCH, shape), shape)
        for y in _along(y0 - shape.height / 2, y1 - shape.height / 2, first=middle[1]):
            cost = abs(middle[1] - y) / 40 + stacked
            yield _Spot(1.8 + cost, _at(x1 + _TOUCH, y, shape), shape)
            yield _Spot(2 + cost, _at(x0 - shape.width - _TOUCH, y, shape), shape)


def _spots_off(tags: tuple[Tag, ...], ring: Box, face: Face, distances: Sequence[float]) -> Iterator[_Spot]:
    """Round the ring, farther and farther off; a line leads there."""
    for shape, stacked in _shapes(tags, face):
        for far in distances:
            around = (ring[0] - far - shape.width, ring[1] - far - shape.height, ring[2] + far, ring[3] + far)
            cost = _LEADER_COST + far + stacked
            for x in _along(around[0], around[2], first=around[2]):
                yield _Spot(cost, _at(x, around[1], shape), shape)
                yield _Spot(cost, _at(x, around[3], shape), shape)
            for y in _along(around[1], around[3], first=around[1]):
                yield _Spot(cost, _at(around[0], y, shape), shape)
                yield _Spot(cost, _at(around[2], y, shape), shape)


def _shapes(tags: tuple[Tag, ...], face: Face) -> Iterator[tuple[_Shape, float]]:
    """All in a row, then in ever more rows, each with its cost."""
    for columns in range(len(tags), 0, -1):
        yield _Shape.of(tags, face, columns), _STACK_COST * (len(tags) - columns)


def _along(low: float, high: float, *, first: float) -> Iterator[float]:
    """`first`, then even steps over the whole length."""
    yield first
    steps = max(0, math.floor((high - low) / _STEP))
    yield from (low + step * _STEP for step in range(steps + 1))


def _at(x: float, y: float, shape: _Shape) -> Box:
    return x, y, x + shape.width, y + shape.height


def _is_free(spot: Box, room: Room) -> bool:
    paper = room.paper
    inside = paper[0] <= spot[0] and paper[1] <= spot[1] and spot[2] <= paper[2] and spot[3] <= paper[3]
    return inside and not any(overlap(spot, box) for box in room.covered)


def _cost(spot: Box, ring: Box, room: Room) -> float:
    cost = _RULE_COST * sum(1 for rule in room.rules if overlap(spot, rule))
    cost += _RING_COST * sum(1 for other in room.rings if other != ring and _crosses_outline(spot, other))
    if leader := _leader(ring, spot):
        cost += _THROUGH_COST * sum(1 for box in room.covered if _passes(leader, box))
    return cost


def _leader(ring: Box, spot: Box) -> tuple[Point, ...]:
    """From the ring's outline to the badge's, by the shortest way; nothing if they touch."""
    (rx, sx), (ry, sy) = _nearest(ring[0::2], spot[0::2]), _nearest(ring[1::2], spot[1::2])
    if math.dist((rx, ry), (sx, sy)) < 2:
        return ()
    return (rx, ry), (sx, sy)


def _nearest(ours: Iterable[float], theirs: Iterable[float]) -> tuple[float, float]:
    """The nearest points of two intervals; their middles' common ground if they overlap."""
    (a0, a1), (b0, b1) = ours, theirs
    if a1 < b0:
        return a1, b0
    if b1 < a0:
        return a0, b1
    middle = (max(a0, b0) + min(a1, b1)) / 2
    return middle, middle


def _crosses_outline(spot: Box, ring: Box) -> bool:
    apart = grown(ring, _APART)
    within = ring[0] <= spot[0] and ring[1] <= spot[1] and spot[2] <= ring[2] and spot[3] <= ring[3]
    return overlap(spot, apart) and not within


def _passes(leader: tuple[Point, ...], box: Box) -> bool:
    """Whether the straight line meets the box: clipped against each side (Liang-Barsky)."""
    (x0, y0), (x1, y1) = leader
    enter, leave = 0.0, 1.0
    for start, delta, low, high in ((x0, x1 - x0, box[0], box[2]), (y0, y1 - y0, box[1], box[3])):
        if abs(delta) < 1e-9:
            if not low <= start <= high:
                return False
            continue
        near, far = sorted(((low - start) / delta, (high - start) / delta))
        enter, leave = max(enter, near), min(leave, far)
    return enter <= leave
