"""Where a table's cells stand among its rows and columns, and how wide these are: the same in every form of a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from sopgen.papers.blocks import Cell, Grid, Row


class Placed(NamedTuple):
    """A cell with the row and the column in which it begins, counted from 0."""

    row: int
    column: int
    cell: Cell

    @property
    def below(self) -> int:
        return self.row + self.cell.row_span

    @property
    def after(self) -> int:
        return self.column + self.cell.column_span


def places_of(rows: Sequence[Row]) -> Iterator[Placed]:
    """Every cell: those that reach down take places of the rows below."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (at, column) in taken:
                column += 1
            placed = Placed(at, column, cell)
            yield placed
            taken |= {(down, along) for down in range(at, placed.below) for along in range(column, placed.after)}
            column = placed.after


def widths_of(grid: Grid, breadth: float) -> tuple[float, ...]:
    """Each column's width in millimetres, of a table that is `breadth` wide."""
    fixed = sum(column.width or 0.0 for column in grid.columns)
    free = sum(column.width is None for column in grid.columns)
    return tuple((breadth - fixed) / free if column.width is None else column.width for column in grid.columns)


def edges_of(grid: Grid, breadth: float) -> tuple[float, ...]:
    """Where its columns begin, and where the last one ends, from its left edge."""
    return tuple(accumulate(widths_of(grid, breadth), initial=0.0))
