"""PNH-03. Arrows do not cross; a forced crossing carries an Ω (KemenPAN-RB slides 2014, slide 47)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.model import Point
from sopgen.drawn.near import box_of, overlaps
from sopgen.rules.drawing.chart import Arrow, Breach, Chart, Spot, rows_of, way_of
from sopgen.rules.drawing.naming import arrow_words

NEAR: Final = 4.0  # points between a crossing and the middle of its half circle
_WITHIN: Final = 1.0  # points: two lines that meet at an end of one touch, they do not cross


def check(chart: Chart) -> Iterator[Breach]:
    for one, other, point in crossings(chart):
        omegas = [*one.omegas, *other.omegas]
        if all(math.dist(point, omega) > NEAR for omega in omegas):
            first, second = arrow_words(chart, one), _within(arrow_words(chart, other))
            yield Breach(
                Message(
                    f"{first.id} dan {second.id} bersilangan tanpa Ω.",
                    f"{first.en} and {second.en} cross without an Ω.",
                ),
                Message("Alihkan salah satunya, atau beri tanda Ω.", "Lead one of them elsewhere, or draw an Ω."),
                spot=Spot(one.panel, point),
                kind="crossing",
                steps=rows_of(one, other),
                ways=(way_of(one), way_of(other)),
            )


def _within(words: Message) -> Message:
    """As they stand inside of a sentence."""
    return Message(*(f"{each[:1].lower()}{each[1:]}" for each in words))


def crossings(chart: Chart) -> Iterator[tuple[Arrow, Arrow, Point]]:
    """Every place where two lines cross, level, upright or slanting, once."""
    seen: set[tuple[int, int, int]] = set()
    for first, second in overlaps([box_of(arrow.points) for arrow in chart.arrows]):
        one, other = chart.arrows[first], chart.arrows[second]
        if one.panel != other.panel:
            continue
        for x, y in _meeting(one.points, other.points):
            around = {(one.panel, round(x) + right, round(y) + down) for right in (-1, 0, 1) for down in (-1, 0, 1)}
            if not around & seen:
                seen.add((one.panel, round(x), round(y)))
                yield one, other, (x, y)


def _meeting(one: tuple[Point, ...], other: tuple[Point, ...]) -> Iterator[Point]:
    for first in pairwise(one):
        for second in pairwise(other):
            point = _crossing(first, second)
            if point is not None:
                yield point


def _crossing(one: tuple[Point, Point], other: tuple[Point, Point]) -> Point | None:
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    across = ux * vy - uy * vx
    if abs(across) < 1e-6 * max(1.0, math.hypot(ux, uy) * math.hypot(vx, vy)):
        return None
    along = ((cx - ax) * vy - (cy - ay) * vx) / across
    point = (ax + along * ux, ay + along * uy)
    inside = all(
        math.dist(point, start) > _WITHIN and math.dist(point, end) > _WITHIN and _between(point, start, end)
        for start, end in (one, other)
    )
    return point if inside else None


def _between(point: Point, start: Point, end: Point) -> bool:
    return all(min(start[at], end[at]) - 0.01 <= point[at] <= max(start[at], end[at]) + 0.01 for at in (0, 1))
