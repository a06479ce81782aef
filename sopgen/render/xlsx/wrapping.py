"""A text and a width in; how a spreadsheet wraps it there, and in which size it stays whole, out.

A spreadsheet fills each line as far as it goes. It knows no hyphenation: a word wider than its cell it breaks after a
sign or at any letter, as the program likes. And no two programs set a text equally wide, so the most lines count.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from sopgen.text.face import Face
from sopgen.text.measure import width

OWN_ROOM = 3.75  # points that a spreadsheet leaves at both sides of a text together
FONT_STEP = 0.5
SMALLEST = 5.0  # points: nothing is set smaller, for nobody could read it
WIDEST_TYPE = 1.02  # how much wider than in print a program may set a text
_LEAST_SHARE = 0.8  # of its size, to which a text is made smaller so that no word of it is broken
_AFTER_SIGNS = re.compile(r" |(?<=[-–—/?])")


class Wrapped(NamedTuple):
    """How many lines a text takes, and whether its words are whole."""

    lines: int
    whole: bool


class Fit(NamedTuple):
    """The size a text is set in, in points, and which of the rooms asked for it takes."""

    size: float
    room: float


def wrapped(text: str, face: Face, size: float, room: float) -> Wrapped:
    """`text` in a cell `room` points wide, as the program breaks it that makes most lines of it."""
    available = max((room - OWN_ROOM) / WIDEST_TYPE / size, 0.1)
    hard_lines = text.split("\n")
    at_blanks = [_filled(hard.split(" "), face, available) for hard in hard_lines]
    after_signs = [_filled(_AFTER_SIGNS.split(hard), face, available) for hard in hard_lines]
    lines = sum(max(a.lines, b.lines) for a, b in zip(at_blanks, after_signs, strict=True))
    return Wrapped(lines, all(of.whole for of in at_blanks))


def _filled(words: Sequence[str], face: Face, available: float) -> Wrapped:
    """Words filled into lines `available` em wide; what is wider than a line is broken letter by letter."""
    space = width(" ", face, 1.0)
    lines, whole = 0, True
    filled = math.inf  # em of the line that is being filled
    for word in words:
        wide = width(word, face, 1.0)
        if filled + space + wide <= available:
            filled += space + wide
        elif wide <= available:
            lines, filled = lines + 1, wide
        else:
            whole = False
            lines, filled = lines + 1, 0.0
            for letter in word:
                one = width(letter, face, 1.0)
                if filled and filled + one > available:
                    lines, filled = lines + 1, 0.0
                filled += one
    return Wrapped(lines, whole)


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
    while size - FONT_STEP >= SMALLEST and wrapped(text, face, size, rooms[-1]).lines * line * size > height:
        size -= FONT_STEP
    return Fit(size, rooms[-1])
