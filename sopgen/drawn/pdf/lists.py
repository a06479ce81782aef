"""A list set in columns within one cell, "1." to "4." with "5." to "7." beside them: read column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from sopgen.drawn.pdf.texts import Written

_ITEM: Final = re.compile(r"(\d{1,2})[.)]\s+\S")
_ALIKE: Final = 0.5  # em between the left edges of a column's items
_LEAST: Final = 2  # items in the first column: one above another


class _Start(NamedTuple):
    number: int
    line: Written


def by_column(pieces: Sequence[Written]) -> list[Written] | None:
    """`pieces` of lines (parted where texts stand apart) column by column; None where they are no list in columns.

    Items count on from the foot of one column to the head of the next, and no line reaches over the room between.
    """
    left, right = _parted(pieces)
    if not right:
        return None
    return [*left, *(by_column(right) or right)]


def _parted(pieces: Sequence[Written]) -> tuple[list[Written], list[Written]]:
    """The first column, and all that stands right of it."""
    starts = [_Start(int(found[1]), line) for line in pieces if (found := _ITEM.match(line.text))]
    if not starts:
        return [], []
    edge = min(start.line.box[0] for start in starts)
    first = [start for start in starts if start.line.box[0] - edge < _ALIKE * start.line.size]
    others = [start for start in starts if start not in first]
    if len(first) < _LEAST or not others:
        return [], []
    beyond = min(start.line.box[0] for start in others)
    head = min(
        (start for start in others if start.line.box[0] - beyond < start.line.size), key=lambda each: each.number
    )
    if head.number != max(start.number for start in first) + 1 or head.line.base > first[-1].line.base + 1:
        return [], []
    reach = beyond - _ALIKE * head.line.size
    left = [line for line in pieces if line.box[0] < reach]
    if any(line.box[2] > beyond for line in left):
        return [], []
    return left, [line for line in pieces if line.box[0] >= reach]
