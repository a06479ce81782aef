"""How a drawn thing lies: its frame before it is flipped and turned, and both; within groups, theirs too.

DrawingML flips a frame first and turns it then, about its centre. An anchor holds the box as it is seen: of a thing
turned by about a quarter its frame stands the other way.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from sopgen.workbook.values import Box, Point

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMU: Final = 12700  # a point


class Pose(NamedTuple):
    """`turn`: degrees clockwise."""

    centre: Point
    width: float
    height: float
    flips: tuple[bool, bool] = (False, False)
    turn: float = 0.0

    @property
    def box(self) -> Box:
        """As it is seen, a turn by less than an eighth aside."""
        width, height = (self.height, self.width) if _stands(self.turn) else (self.width, self.height)
        x, y = self.centre
        return x - width / 2, y - height / 2, x + width / 2, y + height / 2

    @property
    def is_plain(self) -> bool:
        """Whether it is seen as it stands in its frame."""
        return self.flips == (False, False) and self.turn < 1e-6

    def placed(self, point: Point) -> Point:
        """A point of the frame, from its left top, as it is seen."""
        x, y = point[0] - self.width / 2, point[1] - self.height / 2
        x, y = (-x if self.flips[0] else x), (-y if self.flips[1] else y)
        sine, cosine = math.sin(math.radians(self.turn)), math.cos(math.radians(self.turn))
        return self.centre[0] + x * cosine - y * sine, self.centre[1] + x * sine + y * cosine


def anchored(box: Box, frame: ET.Element | None) -> Pose:
    """What an anchor holds. `frame`: its `a:xfrm`, if it has one."""
    x0, y0, x1, y1 = box
    turn = _turn(frame)
    width, height = (y1 - y0, x1 - x0) if _stands(turn) else (x1 - x0, y1 - y0)
    return Pose(((x0 + x1) / 2, (y0 + y1) / 2), width, height, _flips(frame), turn)


def grouped(group: Pose, space: ET.Element, frame: ET.Element) -> Pose:
    """A member of a group. `space`: the group's `a:xfrm`, which tells its own coordinates; `frame`: the member's."""
    x, y = numbers(space.find(f"{A}chOff"), "x", "y")
    wide, high = numbers(space.find(f"{A}chExt"), "cx", "cy")
    across = group.width / wide if wide else 1.0
    down = group.height / high if high else 1.0
    left, top = numbers(frame.find(f"{A}off"), "x", "y")
    width, height = numbers(frame.find(f"{A}ext"), "cx", "cy")
    centre = group.placed(((left + width / 2 - x) * across, (top + height / 2 - y) * down))
    own, turn = _flips(frame), _turn(frame)
    if group.flips[0] != group.flips[1]:  # a mirror turns a turn about
        turn = -turn
    flips = own[0] != group.flips[0], own[1] != group.flips[1]
    return Pose(centre, width * across, height * down, flips, (turn + group.turn) % 360)


def numbers(element: ET.Element | None, first: str, second: str) -> Point:
    """Two lengths, in points; (0, 0) without an element."""
    if element is None:
        return 0.0, 0.0
    return float(element.get(first, "0")) / EMU, float(element.get(second, "0")) / EMU


def _stands(turn: float) -> bool:
    return 45 <= turn < 135 or 225 <= turn < 315


def _turn(frame: ET.Element | None) -> float:
    return float(frame.get("rot", "0")) / 60_000 % 360 if frame is not None else 0.0


def _flips(frame: ET.Element | None) -> tuple[bool, bool]:
    if frame is None:
        return False, False
    return frame.get("flipH") in {"1", "true"}, frame.get("flipV") in {"1", "true"}
