"""A box's list in, the same list in two columns out, where its items are short enough for that to save room."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.layout import style
from sopgen.layout.identity.parts import Lines
from sopgen.layout.setting import Setter
from sopgen.text.block import Block

_LONG_LIST = 6  # items: fewer are no long list
_LINES_SAVED = 0.4  # of its lines at least, or the items are not short
_BETWEEN = 4.0  # points between a column's longest line and the middle of the box


class TwoColumns(NamedTuple):
    """The lines of both columns, the left one first, and where the right one's part of the box begins."""

    middle: float
    lines: tuple[Lines, Lines]
    texts: tuple[str, str]


def two_columns(block: Block, left: float, right: float, setter: Setter, size: float) -> TwoColumns | None:
    """The list of a box between `left` and `right`; None where it is short, or where its items are long."""
    if len(block.items) < _LONG_LIST or not all(item.marker for item in block.items):
        return None
    middle = left + style.on_grid((right - left) / 2)
    narrower = min(middle - left - _BETWEEN, right - middle - style.IDENTITY_PAD_SIDE) - style.IDENTITY_PAD_SIDE
    lines = block.lines(setter.room(narrower, size))
    starts = [number for number, line in enumerate(lines) if line.first]
    cut = min(starts[1:], key=lambda start: (max(start, len(lines) - start), -start))
    whole = block.line_count(setter.room(right - left - 2 * style.IDENTITY_PAD_SIDE, size))
    if max(cut, len(lines) - cut) > (1 - _LINES_SAVED) * whole:
        return None
    said = [f"{item.marker} {item.text}" for item in block.items]
    first = starts.index(cut)
    texts = ("\n".join(said[:first]), "\n".join(said[first:]))
    return TwoColumns(round(middle, 2), (lines[:cut], lines[cut:]), texts)
