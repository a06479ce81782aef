"""Which of many things lie near a point: a grid, so that work grows with what is near and not with what there is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from sopgen.drawn.model import Box, Point

_CELL: Final = 32.0  # points
_MOST_CELLS: Final = 2_000  # that one thing may cover: what is larger is near everything
_MOST_WORK: Final = 300_000
"""Boxes of things given out, of one grid: an SOP of a thousand steps comes to a tenth."""
MOST_OVERLAPS: Final = 100_000
"""Pairs of lines whose boxes overlap: an SOP of a thousand steps comes to a tenth."""


class TooMuch(Exception):  # noqa: N818 - what was found
    """More lines and symbols than any SOP has."""


class Near:
    """`things`: the boxes that make up each. `reach`: how far from a box a point is still near, in points."""

    def __init__(self, things: Sequence[Sequence[Box]], reach: float) -> None:
        self._cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._everywhere: list[int] = []
        self._weights: list[int] = []
        self._left = _MOST_WORK
        for number, boxes in enumerate(things):
            for box in boxes:
                self._enter(number, box, reach)
            self._weights.append(len(boxes))

    def _enter(self, number: int, box: Box, reach: float) -> None:
        if all(map(math.isfinite, box)):
            x0, y0, x1, y1 = (
                math.floor(edge / _CELL) for edge in (box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach)
            )
            if (x1 - x0 + 1) * (y1 - y0 + 1) <= _MOST_CELLS:
                for x in range(x0, x1 + 1):
                    for y in range(y0, y1 + 1):
                        self._cells[x, y].append(number)
                return
        self._everywhere.append(number)

    def at(self, point: Point) -> list[int]:
        """Their numbers, each once, rising; all that are near are among them. Raises `TooMuch` when work is spent."""
        if not all(map(math.isfinite, point)):
            return self._everywhere
        here = self._cells.get((math.floor(point[0] / _CELL), math.floor(point[1] / _CELL)), ())
        found = sorted({*here, *self._everywhere})
        self._left -= sum(self._weights[number] for number in found)
        if self._left < 0:
            raise TooMuch
        return found


def boxes_of(points: Sequence[Point]) -> list[Box]:
    """Of a path, piece by piece: a bend's box is mostly empty."""
    return [(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for a, b in pairwise(points)]


def box_of(points: Sequence[Point]) -> Box:
    """Of a whole path."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def overlaps(boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """The pairs of boxes that touch or overlap, by their numbers, rising. Raises `TooMuch`."""
    found: list[tuple[int, int]] = []
    open_boxes: list[int] = []
    for number in sorted(range(len(boxes)), key=lambda at: (boxes[at][1], at)):
        left, top, right, _ = boxes[number]
        open_boxes = [other for other in open_boxes if boxes[other][3] >= top]
        found += [
            (min(number, other), max(number, other))
            for other in open_boxes
            if boxes[other][0] <= right and boxes[other][2] >= left
        ]
        if len(found) > MOST_OVERLAPS:
            raise TooMuch
        open_boxes.append(number)
    return sorted(found)
