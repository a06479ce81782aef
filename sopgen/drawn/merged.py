"""Cells of the quality columns that stand over several rows → doubts: a spec says them of the first step alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sopgen.drawn import doubts as told
from sopgen.drawn.model import Doubt, Panel
from sopgen.drawn.table import PARTS, Part, in_column
from sopgen.drawn.words import bare


def merged_doubts(panels: Sequence[Panel], parts: Sequence[Part]) -> Iterator[Doubt]:
    """One for each such cell, at the first of its steps; a row belongs to it whose middle it holds."""
    first = 0
    for part in parts:
        columns = [(key, column) for key in PARTS[1:] if (column := part.head.columns.get(key))]
        tops = [row.down[0] - 1 for row in part.rows]
        middles = [(row.down[0] + row.down[1]) / 2 for row in part.rows]
        for cell in panels[part.panel].cells:
            at = bisect_right(tops, cell.box[1]) - 1
            last = bisect_right(middles, cell.box[3]) - 1
            key = next((key for key, column in columns if in_column(cell, column)), None)
            if key and bare(cell.text) and 0 <= at < last and cell.box[1] < middles[at]:
                place = told.at_step(panels[part.panel], first + at)
                yield told.merged_cell(place, key, first + at, first + last)
        first += len(part.rows)
