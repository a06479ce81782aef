"""What a page shows and nothing became of: neither symbol, line, head, rule, ground nor letter.

A surface without a rim is a ground if it fills a cell, lies under words or under a symbol; else it is to be seen.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.drawn.model import Box, Point
from sopgen.drawn.near import TooMuch
from sopgen.drawn.pdf.heads import Line
from sopgen.drawn.pdf.rules import Grid
from sopgen.drawn.pdf.strokes import Shape
from sopgen.drawn.pdf.texts import Finder
from sopgen.drawn.pdf.values import Character, Path, around
from sopgen.drawn.signs import DRAWN

_EDGE: Final = 2.5  # points between a ground's side and the rule that it ends at
_LEAST: Final = 2.0  # points: what is smaller both ways was drawn by a slip
_UNDER: Final = 4.0  # points between words and the line under them
_MOST_WORK: Final = 20_000_000  # surfaces held against letters and symbols; a page of an SOP comes to a hundredth
_BOX: Final = ((12.0, 7.0), (140.0, 60.0))  # points: the least and the largest box without a rim


def without_signs(paths: Sequence[Path], characters: Sequence[Character]) -> tuple[Path, ...]:
    """Paths without those that only draw what a character there says that it means."""
    signs = [each for each in characters if each.text in DRAWN]
    if not signs:
        return tuple(paths)
    finder = Finder([_grown(each.box, 0.3 * each.size) for each in signs])
    return tuple(path for path in paths if not _draws(path, signs, finder))


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _draws(path: Path, signs: Sequence[Character], finder: Finder) -> bool:
    x0, y0, x1, y1 = around([point for loop in path.loops for point in loop.points])
    at = finder.find((x0 + x1) / 2, (y0 + y1) / 2)
    return at is not None and max(x1 - x0, y1 - y0) < 1.2 * signs[at].size


def unrimmed(fills: Sequence[Shape], grid: Grid) -> list[Shape]:
    """Surfaces that are boxes of the chart, drawn without a rim: in a cell, and upon no other symbol."""
    finder = Finder([shape.box for shape in grid.shapes])
    found: list[Shape] = []
    for fill in _parted(fills, grid):
        wide, high = fill.box[2] - fill.box[0], fill.box[3] - fill.box[1]
        fits = all(low <= side <= most for side, low, most in zip((wide, high), *_BOX, strict=True))
        if fits and not _covers(fill.box, grid.shapes, finder) and all(fill.box != other.box for other in found):
            found.append(fill)
    return found


def _parted(fills: Sequence[Shape], grid: Grid) -> Iterator[Shape]:
    """Without the grounds of cells."""
    xs = sorted({x for box in grid.cells for x in (box[0], box[2])})
    ys = sorted({y for box in grid.cells for y in (box[1], box[3])})

    def ends(at: float, places: Sequence[float]) -> bool:
        return any(abs(at - place) <= _EDGE for place in places)

    for fill in fills:
        x0, y0, x1, y1 = fill.box
        if sum((ends(x0, xs), ends(x1, xs), ends(y0, ys), ends(y1, ys))) < 3:
            yield fill


def _covers(box: Box, shapes: Sequence[Shape], finder: Finder) -> bool:
    """Whether a surface and a symbol hold each other's middle."""
    return finder.find(*_middle(box)) is not None or any(_holds(box, shape.box) for shape in shapes)


def _holds(box: Box, other: Box) -> bool:
    x, y = _middle(other)
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _middle(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def leftovers(
    grid: Grid,
    read: tuple[Sequence[Line], Sequence[Shape]],
    fills: Sequence[Shape],
    characters: Sequence[Character],
) -> Iterator[Box]:
    """The boxes of what is left. `read`: the lines and symbols that the panel holds; `fills` that are no symbols."""
    lines, shapes = set(read[0]), set(read[1])
    words = Finder([each.box for each in characters if each.text.strip()])
    finder = Finder([shape.box for shape in grid.shapes])
    for line in grid.lines:
        box = _box(line)
        if line not in lines and max(box[2] - box[0], box[3] - box[1]) > _LEAST and not _underlines(box, words):
            yield box
    for shape in grid.shapes:
        if shape not in shapes:
            yield shape.box
    if len(fills) * (len(characters) + len(grid.shapes)) > _MOST_WORK:
        raise TooMuch
    letters = sorted(_middle(each.box)[::-1] for each in characters if each.text.strip())
    for fill in _parted(fills, grid):
        if not _covers(fill.box, grid.shapes, finder) and not _is_behind(fill.box, letters):
            yield fill.box


def _box(line: Line) -> Box:
    xs, ys = [x for x, _ in line.points], [y for _, y in line.points]
    return min(xs), min(ys), max(xs), max(ys)


def _underlines(box: Box, words: Finder) -> bool:
    """Whether a level line stands right under words."""
    if box[3] - box[1] > 1:
        return False
    x = (box[0] + box[2]) / 2
    places = [box[0] + 1, x, box[2] - 1]
    return any(words.find(at, box[1] - up) is not None for at in places for up in (1.0, _UNDER))


def _is_behind(box: Box, letters: Sequence[Point]) -> bool:
    """`letters`: their middles, downward, as (y, x)."""
    among = letters[bisect_left(letters, (box[1], -math.inf)) : bisect_right(letters, (box[3], math.inf))]
    return any(box[0] <= x <= box[2] for _, x in among)
