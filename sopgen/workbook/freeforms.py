"""`a:custGeom` → the traces of its pen, in points of its frame.

A form has several paths, and a path several traces. One that only fills is left out where another is drawn; so is one
drawn a second time.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from sopgen.workbook.guides import Guides
from sopgen.workbook.poses import EMU, A
from sopgen.workbook.values import Box, Point

_FULL_TURN: Final = 21_600_000
_PIECES: Final = 6  # straight ones for a curve
_CLOSE: Final = 0.5  # points: a trace that ends so near its beginning is a ring
_MOST: Final = 40  # traces of one form
_COMPARED: Final = 200  # points of a trace that is held against others


class Trace(NamedTuple):
    """`points` follow curves, `corners` only their ends; half circles stand around `humps`. `closed`: by its pen."""

    points: tuple[Point, ...]
    corners: tuple[Point, ...]
    humps: tuple[Point, ...]
    closed: bool

    @property
    def ends_meet(self) -> bool:
        return len(self.points) > 3 and math.dist(self.points[0], self.points[-1]) < _CLOSE

    @property
    def box(self) -> Box:
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)


def traces_of(geometry: ET.Element, width: float, height: float) -> tuple[Trace, ...]:
    """In the order of drawing; none where the form says what nobody can reckon."""
    paths = geometry.findall(f"{A}pathLst/{A}path")
    drawn = [path for path in paths if path.get("stroke") not in {"0", "false"}] or paths
    try:
        guides = Guides(geometry, width * EMU, height * EMU)
        found: list[Trace] = []
        for path in drawn:
            for trace in _traces(path, guides, (width, height)):
                if all(not _is_same(trace, other) for other in found):
                    found.append(trace)
                if len(found) > _MOST:
                    return ()
        if not all(math.isfinite(each) for one in found for pair in one.points for each in pair):
            return ()
    except (ValueError, KeyError, TypeError, OverflowError):  # a name or a formula that there is none of
        return ()
    return tuple(found)


def _is_same(one: Trace, other: Trace) -> bool:
    alike = one.closed == other.closed and len(one.points) == len(other.points) <= _COMPARED
    return alike and all(math.dist(a, b) < _CLOSE for a, b in zip(one.points, other.points, strict=True))


def _traces(path: ET.Element, guides: Guides, size: Point) -> Iterator[Trace]:
    wide = float(path.get("w", "0")) or size[0] * EMU
    high = float(path.get("h", "0")) or size[1] * EMU
    pen = _Pen(guides, (size[0] / wide if wide else 1.0, size[1] / high if high else 1.0))
    for command in path:
        if command.tag == f"{A}moveTo":
            yield from pen.trace(closed=False)
            pen.begin(command)
        elif command.tag == f"{A}close":
            yield from pen.trace(closed=True)
        elif command.tag == f"{A}arcTo":
            pen.arc(command)
        else:
            pen.go(command)
    yield from pen.trace(closed=False)


class _Pen:
    """Where the pen is, in the path's own numbers, and its trace so far."""

    def __init__(self, guides: Guides, scale: Point) -> None:
        self.guides, self.scale = guides, scale
        self.at = self.home = (0.0, 0.0)
        self.points: list[Point] = []
        self.corners: list[Point] = []
        self.humps: list[Point] = []

    def _point(self, element: ET.Element) -> Point:
        return self.guides.value(element.get("x", "0")), self.guides.value(element.get("y", "0"))

    def _scaled(self, point: Point) -> Point:
        return point[0] * self.scale[0], point[1] * self.scale[1]

    def _add(self, *points: Point) -> None:
        self.at = points[-1]
        self.points += map(self._scaled, points)
        self.corners.append(self._scaled(points[-1]))

    def begin(self, command: ET.Element) -> None:
        point = command.find(f"{A}pt")
        if point is not None:
            self.home = self._point(point)
            self._add(self.home)

    def trace(self, *, closed: bool) -> Iterator[Trace]:
        """What was drawn since the pen was put down; then it stands where that began."""
        if len(self.points) > 1:
            yield Trace(tuple(self.points), tuple(self.corners), tuple(self.humps), closed)
        self.at = self.home if closed else self.at
        self.points, self.corners, self.humps = [], [], []

    def go(self, command: ET.Element) -> None:
        points = [self._point(each) for each in command.findall(f"{A}pt")]
        if not points:
            return
        self._start()
        degree = len(points)
        if degree == 1:
            self._add(*points)
        else:
            self._add(*(_on_curve((self.at, *points), step / _PIECES) for step in range(1, _PIECES)), points[-1])

    def arc(self, command: ET.Element) -> None:
        self._start()
        across, down = (self.guides.value(command.get(key, "0")) for key in ("wR", "hR"))
        start, sweep = (math.tau * self.guides.value(command.get(key, "0")) / _FULL_TURN for key in ("stAng", "swAng"))
        x, y = self.at[0] - across * math.cos(start), self.at[1] - down * math.sin(start)
        turns = (start + sweep * step / _PIECES for step in range(1, _PIECES + 1))
        self._add(*((x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns))
        self.humps.append(self._scaled((x, y)))

    def _start(self) -> None:
        if not self.points:  # after `a:close`, or without `a:moveTo`
            self._add(self.at)


def _on_curve(points: tuple[Point, ...], t: float) -> Point:
    """Of Bézier's, by halving as often as it takes (de Casteljau)."""
    while len(points) > 1:
        points = tuple((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])) for a, b in pairwise(points))
    return points[0]
