"""Cells that a sheet rules or shades apart from their neighbours: some draw the boxes of their chart so.

How heavy a cell is framed is how heavy the lightest of its four sides is; a side is as heavy as either of the two cells
that meet there says.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

from sopgen.drawn.model import Frame
from sopgen.workbook.styles import Look
from sopgen.workbook.values import Place, Sheet

_MOST: Final = 20_000  # cells with borders: more are no SOP's
_MOST_MERGED: Final = 200_000  # cells that are merged
_MOST_SIDES: Final = 200  # rows and columns of a merged cell: no box is larger
_NONE: Final = Look()


def frames_of(sheet: Sheet) -> tuple[Frame, ...]:
    """Of each cell with borders all around, or with a ground, merged ones as one."""
    if not 0 < len(sheet.looks) <= _MOST or sum(_area(first, last) for first, last in sheet.merges) > _MOST_MERGED:
        return ()
    spans: dict[Place, Place] = dict(sheet.merges)
    inner = {
        place
        for first, last in sheet.merges
        for place in _places(first, last)
        if place != first and place in sheet.looks
    }
    found = []
    for place, look in sorted(sheet.looks.items()):
        last = spans.get(place, place)
        if place in inner or last[0] + 1 >= len(sheet.rows) or last[1] + 1 >= len(sheet.columns):
            continue
        weight = _weight(sheet, place, last)
        if weight or look.filled:
            box = sheet.columns[place[1]], sheet.rows[place[0]], sheet.columns[last[1] + 1], sheet.rows[last[0] + 1]
            found.append(Frame(box, weight, look.filled))
    return tuple(found)


def _area(first: Place, last: Place) -> int:
    return max(0, last[0] - first[0] + 1) * max(0, last[1] - first[1] + 1)  # a stranger's range may run backward


def _places(first: Place, last: Place) -> Iterator[Place]:
    return product(range(first[0], last[0] + 1), range(first[1], last[1] + 1))


def _weight(sheet: Sheet, first: Place, last: Place) -> int:
    """Of the lightest side."""

    def at(row: int, column: int) -> Look:
        return sheet.looks.get((row, column), _NONE)

    (top, left), (bottom, right) = first, last
    if (bottom - top + 1) + (right - left + 1) > _MOST_SIDES:
        return 0
    sides: list[int] = []
    for row in range(top, bottom + 1):
        sides.append(max(at(row, left).left, at(row, left - 1).right))
        sides.append(max(at(row, right).right, at(row, right + 1).left))
    for column in range(left, right + 1):
        sides.append(max(at(top, column).top, at(top - 1, column).bottom))
        sides.append(max(at(bottom, column).bottom, at(bottom + 1, column).top))
    return min(sides, default=0)
