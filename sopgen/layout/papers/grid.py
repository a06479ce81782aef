"""A table's rows in, tables of the Scene out: heights, rules between what differs, rows that are higher than a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from sopgen.layout.papers import sizes
from sopgen.layout.papers.pieces import Ink, Setting
from sopgen.layout.style import MM
from sopgen.papers.blocks import Cell, Grid, Row
from sopgen.papers.placing import edges_of, places_of
from sopgen.scene import Align, Box, Rule, Table, Text
from sopgen.scene import Cell as SceneCell
from sopgen.text.face import Family
from sopgen.text.measure import Measurer

Occupied = list[list[int]]
"""For each row and column the number of the cell that is there."""


class MeasuredGrid:
    """A table whose columns stand between `left` and `right`; it measures and draws rows of itself."""

    def __init__(self, grid: Grid, left: float, right: float, family: Family, measurer: Measurer) -> None:
        self.grid = grid
        self.edges = tuple(round(left + x * MM, 2) for x in edges_of(grid, (right - left) / MM))
        self.body = Setting(family, measurer, grid.size, role="isi")
        self.bold = self.body._replace(bold=True, role="kepala", align="center")
        self.head_height = sum(self.heights(grid.head, head=True))

    # --- heights ---------------------------------------------------------------------------------

    def heights(self, rows: Sequence[Row], *, head: bool = False) -> list[float]:
        """Each row's; what reaches over several makes the last of them higher."""
        found = [max(row.least * MM, self.grid.size + 2 * sizes.PAD[1] - 3) for row in rows]
        spanning: list[tuple[int, int, float]] = []
        for at, column, cell in places_of(rows):
            needed = self._ink(rows[at], cell, column, head=head) + 2 * self._pad(head=head)
            if cell.row_span == 1:
                found[at] = max(found[at], needed)
            else:
                spanning.append((at, cell.row_span, needed))
        for at, span, needed in spanning:
            lacking = needed - sum(found[at : at + span])
            if lacking > 0:
                found[at + span - 1] += lacking
        return [round(height, 2) for height in found]

    def _pad(self, *, head: bool) -> float:
        return sizes.HEAD_PAD if head else sizes.PAD[1]

    def _ink(self, row: Row, cell: Cell, column: int, *, head: bool) -> float:
        return self._setting(row, cell, column, head=head).height(cell.pieces, self._width(cell, column))

    def _width(self, cell: Cell, column: int) -> float:
        return self.edges[column + cell.column_span] - self.edges[column] - 2 * sizes.PAD[0]

    def _setting(self, row: Row, cell: Cell, column: int, *, head: bool) -> Setting:
        if head:
            return self.bold._replace(align=cell.align or "center", bold=False)
        align: Align = cell.align or ("left" if row.group else self.grid.columns[column].align)
        return self.body._replace(align=align)

    # --- rows higher than a page -------------------------------------------------------------------

    def split(self, row: Row, room: float) -> tuple[Row, Row] | None:
        """The row as far as its pieces fit into `room`, and what is left of it; None where not one piece does."""
        above: list[Cell] = []
        below: list[Cell] = []
        for _, column, cell in places_of((row,)):
            count = len(cell.pieces)
            while (
                count
                and self._ink(row, cell._replace(pieces=cell.pieces[:count]), column, head=False) + (2 * sizes.PAD[1])
                > room
            ):
                count -= 1
            if cell.pieces and not count:
                return None
            above.append(cell._replace(pieces=cell.pieces[:count]))
            below.append(cell._replace(pieces=cell.pieces[count:]))
        if not any(cell.pieces for cell in below):
            return None
        return row._replace(cells=tuple(above), least=0.0), row._replace(cells=tuple(below), least=0.0)

    # --- drawing -----------------------------------------------------------------------------------

    def table(self, rows: Sequence[Row], top: float, ink: Ink, *, goes_on: bool) -> Table:
        """Head and rows from `top` down. Strokes and frames that are no rules of the table go to `ink`."""
        head = self.grid.head
        everything = (*head, *rows)
        heights = (*self.heights(head, head=True), *self.heights(rows))
        levels = tuple(round(y, 2) for y in accumulate(heights, initial=top))
        occupied: Occupied = [[-1] * len(self.grid.columns) for _ in everything]
        cells: list[SceneCell] = []
        placed = [*places_of(head), *(each._replace(row=each.row + len(head)) for each in places_of(rows))]
        for number, (at, column, cell) in enumerate(placed):
            for down in range(cell.row_span):
                for along in range(cell.column_span):
                    occupied[at + down][column + along] = number
            row, is_head = everything[at], at < len(head)
            box = (self.edges[column], levels[at], self.edges[column + cell.column_span], levels[at + cell.row_span])
            texts = self._set(row, cell, column, box, ink, head=is_head)
            fill = sizes.FILL if is_head or row.group else None
            role = "kepala" if is_head else "sambungan" if row.going_on else "kelompok" if row.group else "isi"
            cells.append(SceneCell(at, column, role, texts, cell.row_span, cell.column_span, fill=fill, header=is_head))
        rules = [*self._rules(occupied, levels, len(head)), *self._frame(levels)]
        return Table("lembar", self.edges, levels, tuple(cells), tuple(rules), goes_on)

    def _set(self, row: Row, cell: Cell, column: int, box: Box, ink: Ink, *, head: bool) -> tuple[Text, ...]:
        own = Ink([], ink.rules, ink.filled)
        setting = self._setting(row, cell, column, head=head)
        high = setting.height(cell.pieces, self._width(cell, column))
        middle = head or row.group or (cell.valign or self.grid.columns[column].valign) == "middle"
        top = (box[1] + box[3] - high) / 2 if middle else box[1] + sizes.PAD[1]
        setting.put(cell.pieces, box[0] + sizes.PAD[0], box[2] - sizes.PAD[0], top, own, box)
        return tuple(own.texts)

    def _rules(self, occupied: Occupied, levels: Sequence[float], heads: int) -> Iterator[Rule]:
        """Between neighbours that are two cells; black ones in one stroke as far as they run."""
        count, across = len(occupied), len(self.grid.columns)
        for level in range(1, count):
            for first, last in _stretches([occupied[level - 1][c] != occupied[level][c] for c in range(across)]):
                width = sizes.RULE_FRAME if level == heads else sizes.RULE_CELL
                yield Rule(self.edges[first], levels[level], self.edges[last], levels[level], width)
        for edge in range(1, across):
            apart = [occupied[row][edge - 1] != occupied[row][edge] for row in range(count)]
            if self.grid.columns[edge].grey:
                body = [row >= heads and differs for row, differs in enumerate(apart)]
                for first, last in _stretches(body):
                    x = self.edges[edge]
                    yield Rule(x, levels[first], x, levels[last], sizes.RULE_GREY, sizes.GREY)
                apart = [row < heads and differs for row, differs in enumerate(apart)]
            for first, last in _stretches(apart):
                yield Rule(self.edges[edge], levels[first], self.edges[edge], levels[last], sizes.RULE_CELL)

    def _frame(self, levels: Sequence[float]) -> Iterator[Rule]:
        x0, x1 = self.edges[0], self.edges[-1]
        for y in (levels[0], levels[-1]):
            yield Rule(x0, y, x1, y, sizes.RULE_FRAME)
        for x in (x0, x1):
            yield Rule(x, levels[0], x, levels[-1], sizes.RULE_FRAME)


def _stretches(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where a run of true ones begins and ends."""
    marks = [False, *flags, False]
    turns = [at for at, (before, after) in enumerate(pairwise(marks)) if before != after]
    yield from zip(turns[::2], turns[1::2], strict=True)
