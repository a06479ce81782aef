"""Cells whose text and row do not belong together → doubts: those that stand over several rows, and overfull ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sopgen.drawn import doubts as told
from sopgen.drawn import textdoubts
from sopgen.drawn.model import Cell, Doubt, Panel
from sopgen.drawn.table import PARTS, Part, in_column
from sopgen.drawn.words import bare


def doubts_of_cells(panels: Sequence[Panel], parts: Sequence[Part]) -> Iterator[Doubt]:
    """One for each such cell, at the first of its steps; a row belongs to it whose middle it holds."""
    first = 0
    told_of: set[tuple[int, Cell]] = set()
    for part in parts:
        panel = panels[part.panel]
        columns = [(key, column) for key in PARTS if (column := part.head.columns.get(key))]
        tops = [row.down[0] - 1 for row in part.rows]
        middles = [(row.down[0] + row.down[1]) / 2 for row in part.rows]
        for cell in panel.cells:
            at = bisect_right(tops, cell.box[1]) - 1
            if not (0 <= at < len(part.rows) and cell.box[1] < middles[at] and bare(cell.text)):
                continue
            last = bisect_right(middles, cell.box[3]) - 1
            key = next((key for key, column in columns if in_column(cell, column)), None)
            place = told.at_step(panel, first + at)
            if key and key != "kegiatan" and at < last:
                yield textdoubts.merged_cell(place, key, first + at, first + last)._replace(at=(part.panel, cell.box))
            if key and cell.overfull:
                told_of.add((part.panel, cell))
                yield textdoubts.overfull_cell(place, key, first + at)._replace(at=(part.panel, cell.box))
        first += len(part.rows)
    for number, panel in enumerate(panels):
        for cell in panel.cells:
            if cell.overfull and (number, cell) not in told_of:
                middle = (cell.box[0] + cell.box[2]) / 2, (cell.box[1] + cell.box[3]) / 2
                yield textdoubts.overfull_cell(told.at_point(panel, middle), "", None)._replace(at=(number, cell.box))
