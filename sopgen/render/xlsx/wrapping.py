"""A text and a width in; how a spreadsheet wraps it there, and in which size it stays whole, out.

A spreadsheet fills each line as far as it goes. It knows no hyphenation: a word wider than its cell it breaks at any
letter. And no two programs set a text equally wide, so the widest is counted with.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from sopgen.text.face import Face
from sopgen.text.measure import width

OWN_ROOM = 3.75  # points that a spreadsheet leaves at both sides of a text together
FONT_STEP = 0.5
_WIDEST_TYPE = 1.02  # how much wider than in print a program may set a text
_NARROWEST_TYPE = 0.99
_LEAST_OWN_ROOM = 2.4
_LEAST_SHARE = 0.8  # of its size, to which a text is made smaller so that no word of it is broken
_SMALLEST = 1.0


class Wrapped(NamedTuple):
    """How many lines a text takes, and whether its words are whole."""

    lines: int
    whole: bool


class Fit(NamedTuple):
    """The size a text is set in, in points, and which of the rooms asked for it takes."""

    size: float
    room: float


def wrapped(text: str, face: Face, size: float, room: float) -> Wrapped:
    """`text` in a cell `room` points wide, as the program breaks it that sets it widest."""
    available = max((room - OWN_ROOM) / _WIDEST_TYPE / size, 0.1)
    space = width(" ", face, 1.0)
    lines, whole = 0, True
    for hard in text.split("\n"):
        filled = math.inf  # em of the line that is being filled
        for word in hard.split(" "):
            wide = width(word, face, 1.0)
            if filled + space + wide <= available:
                filled += space + wide
                continue
            lines, filled = lines + max(1, math.ceil(wide / available)), wide % available
            whole = whole and wide <= available
    return Wrapped(lines, whole)


def foreseen(text: str, face: Face, size: float, room: float) -> int | None:
    """The lines that every program breaks `text` into, `room` points being free; None where they may differ."""
    most = wrapped(text, face, size, room)
    narrower = (room - _LEAST_OWN_ROOM) / _NARROWEST_TYPE * _WIDEST_TYPE + OWN_ROOM
    least = wrapped(text, face, size, narrower)
    return most.lines if most == least and most.whole else None


def fit(text: str, face: Face, size: float, rooms: Sequence[float], line: float, height: float) -> Fit:
    """The largest size in which all lines are seen, in the first room in which they are.

    `rooms`: widths to choose from; `line`: em from line to line; all lines together are at most `height`. Rather than
    break a word the text is made smaller by up to a fifth, where that helps.
    """
    smaller = size
    while smaller >= size * _LEAST_SHARE:
        for room in rooms:
            found = wrapped(text, face, smaller, room)
            if found.whole and found.lines * line * smaller <= height:
                return Fit(smaller, room)
        smaller -= FONT_STEP
    while size > _SMALLEST and wrapped(text, face, size, rooms[-1]).lines * line * size > height:
        size -= FONT_STEP
    return Fit(size, rooms[-1])
