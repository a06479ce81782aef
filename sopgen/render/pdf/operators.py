"""Places and outlines of the Scene in, the operators of a page's content out.

reportlab's own way to each number is slow enough to be a quarter of the time that drawing takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sopgen.render.shapes import number
from sopgen.scene import Path, Rule

Painting = Literal["S", "f", "B"]
"""How an outline is painted: its line, its inside (by the non-zero rule), or both."""

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def outline(path: Path, height: float, painting: Painting) -> str:
    """The outline, painted, on a page of this height; y grows upward there."""
    drawn = [
        " ".join([*(f"{number(x)} {number(height - y)}" for x, y in points), _OPERATORS[letter]])
        for letter, points in path
    ]
    return " ".join([*drawn, painting])


def rgb(colour: str) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1 of `#RRGGBB`."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def lines(rules: Iterable[Rule], height: float) -> str:
    drawn = [
        f"{number(rule.x0)} {number(height - rule.y0)} m {number(rule.x1)} {number(height - rule.y1)} l"
        for rule in rules
    ]
    return " ".join([*drawn, "S"])


def text_place(x: float, y: float, *, turned: bool) -> str:
    """Where the next text begins; y upward. `turned` text runs upward."""
    turn = "0 1 -1 0" if turned else "1 0 0 1"
    return f"{turn} {number(x)} {number(y)} Tm"
