"""Changes in, marks on one page out, all legible in black and white: old is dashed, new is heavy, removed is hatched.

Lengths are in the page's own points, before it is made smaller.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import dist
from typing import Final, NamedTuple

from sopgen.comparing import Change
from sopgen.comparing.words import SIGNS
from sopgen.layout.changes.places import Shown
from sopgen.layout.setting import Setter
from sopgen.outlines import circle, polyline, rectangle
from sopgen.scene import Box, Path, Point, Shape, Text
from sopgen.text.face import Face

BAR: Final = 4.0
BAR_GAP: Final = 5.0
DISC: Final = 12.0  # radius
DISC_GAP: Final = 5.0
GUTTER: Final = BAR_GAP + BAR + DISC_GAP + 2 * DISC
_STROKE_OLD, _STROKE_NEW = 2.0, 2.6
DASH: Final = (7.0, 4.5)
_SIGN: Final = 15.0  # a side of the square
_SIGN_SIZE: Final = 14.0
_NUMBER_SIZE: Final = 14.5
_HATCH: Final = 13.0
_HATCH_STROKE: Final = 0.7
_BLACK, _PAPER = "#000000", "#FFFFFF"
_BOLD: Final = Face("sans", bold=True)


class Marked(NamedTuple):
    """A change that a page shows, by its number in the matrix."""

    number: int
    change: Change
    shown: Shown


class Drawn(NamedTuple):
    shapes: tuple[Shape, ...]
    texts: tuple[Text, ...]


def draw_marks(marks: Sequence[Marked], left: float, right: float, *, old: bool, setter: Setter) -> Drawn:
    """`left`, `right`: the table's edges. `old`: the page is of the old document."""
    shapes: list[Shape] = []
    texts: list[Text] = []
    taken: list[float] = []  # heights of discs
    for mark in marks:
        shapes += _bar(mark.shown, left)
        shapes += _frames(mark, old=old)
        at = _free_height(sum(mark.shown.beside) / 2, taken)
        taken.append(at)
        disc = (left - BAR_GAP - BAR - DISC_GAP - DISC, at)
        shapes.append(Shape(circle(disc, DISC), fill=_BLACK))
        texts.append(_letter(str(mark.number), disc, _NUMBER_SIZE, setter, white=True))
    signs: list[Point] = []
    for mark in marks:  # on top of all frames
        x, y = _sign_place(mark, left, right)
        while any(abs(x - a) < _SIGN and abs(y - b) < _SIGN for a, b in signs):
            x -= _SIGN + 1
        signs.append((x, y))
        half = _SIGN / 2
        shapes.append(Shape(rectangle((x - half, y - half, x + half, y + half)), 1.0, _PAPER))
        texts.append(_letter(SIGNS[mark.change.kind], (x, y), _SIGN_SIZE, setter))
    return Drawn(tuple(shapes), tuple(texts))


def _bar(shown: Shown, left: float) -> Iterator[Shape]:
    top, bottom = shown.beside
    yield Shape(rectangle((left - BAR_GAP - BAR, top + 1, left - BAR_GAP, bottom - 1)), fill=_BLACK)


def _frames(mark: Marked, *, old: bool) -> Iterator[Shape]:
    stroke, dash = (_STROKE_OLD, DASH) if old else (_STROKE_NEW, ())
    for box in mark.shown.boxes:
        if mark.change.kind == "removed" and mark.shown.kind == "row":
            yield from hatching(box)
        yield Shape(rectangle(box), stroke, dash=dash)
    for line in mark.shown.lines:
        yield Shape(polyline(line), stroke, dash=dash)


def hatching(box: Box) -> Iterator[Shape]:
    """Slanting lines that fill the box."""
    x0, y0, x1, y1 = box
    high = y1 - y0
    at = x0 + _HATCH - high
    while at < x1:
        start = (max(at, x0), y1 - (max(at, x0) - at))
        end_x = min(at + high, x1)
        path: Path = polyline([start, (end_x, y1 - (end_x - at))])
        yield Shape(path, _HATCH_STROKE)
        at += _HATCH


def _free_height(wanted: float, taken: Sequence[float]) -> float:
    at = wanted
    while any(abs(at - other) < 2 * DISC + 1 for other in taken):
        at += 2 * DISC + 1
    return at


def _sign_place(mark: Marked, left: float, right: float) -> Point:
    """On the frame's upper right corner, at the end of a row, on the longest piece of an arrow."""
    shown = mark.shown
    if shown.kind == "arrows":
        pieces = [piece for line in shown.lines for piece in pairwise(line)]
        middles = [_middle(*piece) for piece in sorted(pieces, key=lambda piece: -dist(*piece))]
        return next((middle for middle in middles if not _covers(middle, shown.labels)), middles[0])
    if not shown.boxes:
        return left, sum(shown.beside) / 2
    _, y0, x1, y1 = shown.boxes[0]
    return (right - _SIGN, (y0 + y1) / 2) if shown.kind == "row" else (x1, y0)


def _middle(start: Point, end: Point) -> Point:
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def _covers(middle: Point, boxes: Sequence[Box]) -> bool:
    """Whether a sign there would stand on one of the boxes."""
    (x, y), half = middle, _SIGN / 2
    return any(x + half > x0 and x - half < x1 and y + half > y0 and y - half < y1 for x0, y0, x1, y1 in boxes)


def _letter(text: str, middle: Point, size: float, setter: Setter, *, white: bool = False) -> Text:
    x, y = middle
    baseline = y + setter.cap(_BOLD, size) / 2
    cell = (x - DISC, y - DISC, x + DISC, y + DISC)
    label = setter.single("label", text, _BOLD, size, (x, baseline), cell, "center")
    return label._replace(grey=1.0 if white else 0.0)
