"""Grids → tables by heading: which sheet is which, where its header row stands, which column holds what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sopgen.diagnostics import Span
from sopgen.intake.form.words import folded
from sopgen.workbook.grid import Cell, Grid
from sopgen.workbook.values import Place

HEAD_WITHIN: Final = 60  # rows in which a header is looked for
_MOST_MERGED: Final = 20_000  # cells
_NEVER_SHARED: Final = frozenset({"no", "uraian", "nama", "kunci", "item", "menjadi", "kode"})
"""What makes a row one of its own: merged cells hold it once."""
_OURS_ALONE: Final = frozenset({"no", "periksa", "daftar", "kode"})
"""Numbers, checks and codes: a row that holds nothing else is empty."""


class Found(NamedTuple):
    """A cell's text with its place; without a cell nothing stands there."""

    text: str
    span: Span
    cell: Cell | None = None


class Table(NamedTuple):
    """A sheet below its header row. `columns`: our key → column; `others`: heading → column of the rest.

    `merged`: cells that a merged one covers from above → where its text stands.
    """

    grid: Grid
    shown: str
    head: int
    columns: dict[str, int]
    others: dict[str, int]
    merged: dict[Place, Place]

    def rows(self, others: Collection[int] = ()) -> Iterator[int]:
        """Rows below the header that hold anything in a column of ours, or of `others`."""
        columns = {column for key, column in self.columns.items() if key not in _OURS_ALONE} | {*others}
        filled = {row for (row, column) in self.filled() if column in columns}
        yield from sorted(filled)

    def filled(self) -> Iterator[Place]:
        """Places below the header that hold anything."""
        for (row, column), cell in self.grid.cells.items():
            if row > self.head and (cell.text.strip() or cell.kind in {"error", "uncalculated"}):
                yield row, column

    def at(self, row: int, key: str) -> Found:
        """The cell of `key`; one below the first of merged cells has what stands there."""
        column = self.columns.get(key)
        if column is None:
            return self.found(row, min(self.columns.values(), default=0), nothing=True)
        found = self.found(row, column)
        if found.cell is None and key not in _NEVER_SHARED and (row, column) in self.merged:
            cell = self.grid.cells.get(self.merged[row, column])
            return Found(cell.text if cell else "", found.span, cell)
        return found

    def found(self, row: int, column: int, *, nothing: bool = False) -> Found:
        cell = None if nothing else self.grid.cells.get((row, column))
        return Found(cell.text if cell else "", Span(self.shown, row + 1, column + 1, sheet=self.grid.name), cell)


def find_table(
    grids: Sequence[Grid], title: str, names: Mapping[str, Sequence[str]], needed: Sequence[str], shown: str
) -> Table | None:
    """The sheet of that title, else the one whose header row names what is needed and most of the rest."""
    by_title = [grid for grid in grids if folded(grid.name) == folded(title)]
    others = [each for each in grids if each not in by_title and not each.is_hidden]
    for some in (by_title, others):
        found = [table for grid in some if (table := table_of(grid, names, needed, shown))]
        if found:
            return max(found, key=lambda table: len(table.columns))
    return None


def table_of(grid: Grid, names: Mapping[str, Sequence[str]], needed: Sequence[str], shown: str) -> Table | None:
    """The sheet below the row, or the two rows of merged cells, that names most columns; None without the needed."""
    by_word: dict[str, str] = {}
    for key, words in names.items():
        for word in words:
            by_word.setdefault(folded(word), key)
    rows = head_rows(grid)
    best: Table | None = None
    for row in sorted(rows):
        for headings in (rows[row], rows.get(row - 1, {}) | rows[row]):
            columns, others = _named(headings, by_word)
            if all(key in columns for key in needed) and (best is None or len(columns) > len(best.columns)):
                best = Table(grid, shown, row, columns, others, {})
    return best and best._replace(merged=_covered(grid, best.head))


def head_rows(grid: Grid) -> dict[int, dict[int, str]]:
    """Row → column → text, where a header may stand."""
    rows: dict[int, dict[int, str]] = defaultdict(dict)
    for (row, column), cell in grid.cells.items():
        if row < HEAD_WITHIN and cell.text.strip():
            rows[row][column] = cell.text
    return dict(rows)


def _named(headings: Mapping[int, str], by_word: Mapping[str, str]) -> tuple[dict[str, int], dict[str, int]]:
    columns: dict[str, int] = {}
    others: dict[str, int] = {}
    for column, text in sorted(headings.items()):
        known = by_word.get(folded(text))
        if known is not None and known not in columns:
            columns[known] = column
        elif folded(text):
            others[folded(text) if folded(text) not in others else f"{folded(text)} {column + 1}"] = column
    return columns, others


def _covered(grid: Grid, head: int) -> dict[Place, Place]:
    covered: dict[Place, Place] = {}
    for first, last in grid.merges:
        if first[0] <= head or first[0] == last[0]:
            continue
        if len(covered) + (last[0] - first[0]) > _MOST_MERGED:
            break
        covered.update({(row, first[1]): first for row in range(first[0] + 1, last[0] + 1)})
    return covered
