"""Where a branch label may stand beside its arm, the likeliest places first; whether they are clear is not asked.

Above the side arm, below it, in the empty corner beside the diamond's vertex, beside the stem; then along the arrow's
further way.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from sopgen.layout import style
from sopgen.scene import Align, Box, Point

Place = tuple[float, float, Align]  # left, baseline, alignment


class Arm(NamedTuple):
    """A labelled arrow: its points from the symbol on, the port it leaves by, and the box of the diamond it leaves."""

    text: str
    step: int | None
    points: tuple[Point, ...]
    port: str
    diamond: Box | None = None


def level_places(arm: Arm, width: float, height: float, drop: float, to_diamond: float) -> Iterator[Place]:
    """From the likeliest place outward."""
    (x0, y0), (x1, y1) = arm.points[0], arm.points[1]
    if arm.port in ("L", "R"):
        yield from _along_arm(x0, x1, y0, width, height)
        if arm.diamond is not None:
            yield from _in_corner(arm, arm.diamond, width, height, drop, to_diamond)
        if len(arm.points) > 2:
            yield from _beside_stem(x1, y0, arm.points[2][1], width, height)
        yield from _past_corner(x0, x1, y0, width, height)
    else:
        yield from _beside_stem(x0, y0, y1, width, height)
    for (ax, ay), (bx, by) in zip(arm.points[1:], arm.points[2:], strict=False):
        if abs(ay - by) < 0.01:
            yield from _along_arm(ax, bx, ay, width, height)
        else:
            yield from _beside_stem(ax, ay, by, width, height)


def beginning(points: tuple[Point, ...], along: float) -> tuple[Point, ...]:
    """The first points of a line: as much of it as is so long."""
    found = [points[0]]
    for (ax, ay), (bx, by) in pairwise(points):
        length = abs(bx - ax) + abs(by - ay)
        if length > along:
            share = along / length
            return (*found, (ax + (bx - ax) * share, ay + (by - ay) * share))
        found.append((bx, by))
        along -= length
    return tuple(found)


def turned_places(arm: Arm, thick: float, length: float) -> Iterator[tuple[float, float]]:
    """(left, top) of turned labels: beside upright pieces, then standing on or hanging from level ones."""
    pieces = list(zip(arm.points, arm.points[1:], strict=False))
    for (x, y0), (x1, y1) in pieces:
        if abs(x - x1) > 0.01:
            continue
        top, bottom = min(y0, y1) + 1.0, max(y0, y1) - 1.0
        count = max(0, int((bottom - top - length) / 2.0)) + 1
        for k in range(count):
            start = top + 2.0 * k if y1 > y0 else bottom - length - 2.0 * k
            for gap in (style.LABEL_SIDE, style.LABEL_TIGHT):
                yield x + gap, start
                yield x - gap - thick, start
    for (x0, y), (x1, y1) in pieces:
        if abs(y - y1) < 0.01:
            lo, hi = min(x0, x1), max(x0, x1)
            for k in range(int((hi - lo - thick) / 0.75) + 1):
                yield lo + 0.75 * k, y - style.LABEL_TIGHT - length
                yield lo + 0.75 * k, y + style.LABEL_TIGHT


def _along_arm(x0: float, x1: float, y: float, width: float, height: float) -> Iterator[Place]:
    lo, hi = min(x0, x1), max(x0, x1)
    if hi - lo < width:
        return
    step = 1.5
    count = int((hi - lo - width) / step)
    places = [lo + k * step if x1 > x0 else hi - width - k * step for k in range(count + 1)]
    for baseline in (y - style.LABEL_ABOVE, y + style.LABEL_ABOVE + height):
        for left in places:
            yield left, baseline, "center"


def _in_corner(arm: Arm, diamond: Box, width: float, height: float, drop: float, to_diamond: float) -> Iterator[Place]:
    """Below or above the vertex, close to the diamond's slanted side; first where the arm does not turn to."""
    x0, y0, x1, y1 = diamond
    a, b = (x1 - x0) / 2, (y1 - y0) / 2
    reach = 1.0 + to_diamond * sqrt(a * a + b * b) / (a * b)
    turns_up = len(arm.points) > 2 and arm.points[2][1] < arm.points[1][1]
    for below in (turns_up, not turns_up):
        for gap in range(int(style.LABEL_ABOVE) + 1, int(b) + 1):
            near = a * (reach - gap / b)
            middle = (x0 + x1) / 2
            left = middle - near - width if arm.port == "L" else middle + near
            yield left, arm.points[0][1] + (gap + height if below else -gap - drop), "center"


def _past_corner(x0: float, x1: float, y: float, width: float, height: float) -> Iterator[Place]:
    for baseline in (y - style.LABEL_ABOVE, y + style.LABEL_ABOVE + height):
        for k in range(12):
            reach = k * 2.0
            yield (x0 + 1.5 + reach if x1 > x0 else x0 - 1.5 - width - reach), baseline, "center"


def _beside_stem(x: float, y0: float, y1: float, width: float, height: float) -> Iterator[Place]:
    down = y1 > y0
    length = abs(y1 - y0)
    first = style.LABEL_DROP
    steps = max(1, int((length - first + 6.0) / 3.0) + 1)
    nearer = (-1.0, -2.0) if down else ()  # to the symbol, where the row ends soon
    for along in (0.0, *nearer, *(k * 3.0 for k in range(1, min(steps, 60)))):
        baseline = y0 + (first - 5.4 + height + along if down else -4.0 - along)
        for side in (style.LABEL_SIDE, style.LABEL_TIGHT):
            yield x + side, baseline, "left"
            yield x - side - width, baseline, "right"
