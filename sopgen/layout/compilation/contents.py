"""The table of contents: every SOP with its number, dates and page, under its unit; room to note changes by hand.

(Lampiran Permenpan-RB 35/2012: the daftar isi also records changes.)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sopgen.layout import style
from sopgen.layout.compilation.column import Column
from sopgen.layout.compilation.paper import TABLE_SIZE, Upright
from sopgen.layout.setting import Setter
from sopgen.scene import Align, Box, Cell, Link, Rule, Table, Text
from sopgen.text.block import Block, Item, block_of

HEADINGS = ("No", "Nomor SOP", "Judul", "Tanggal Efektif", "Perubahan", "Hal.")
ROLES = ("no", "nomor", "judul_sop", "efektif", "perubahan", "halaman")
ALIGNS: tuple[Align, ...] = ("center", "left", "left", "center", "center", "center")
WIDTHS = (27.0, 99.0, 0.0, 71.0, 71.0, 33.0)  # the title takes what is left
TITLE = 2
PAD = (4.5, 5.0)
UNIT_FILL = "#F3F3F3"


class ContentsEntry(NamedTuple):
    """A row: a SOP, a part of the volume (`whole`), or the heading of a unit (no page)."""

    texts: tuple[str, ...]
    page: int | None
    whole: bool = False


class _Row(NamedTuple):
    entry: ContentsEntry
    height: float


class Contents:
    """Writes a table into a column, over as many pages as it takes. `links` stand by page of the column."""

    def __init__(self, column: Column, head_fill: str) -> None:
        self.column = column
        self.paper: Upright = column.paper
        self.fill = head_fill
        self.setter = Setter(column.setter.measurer)
        self.links: list[list[Link]] = []
        fixed = sum(WIDTHS)
        widths = [width or self.paper.breadth - fixed for width in WIDTHS]
        self.edges = [self.paper.left]
        for width in widths:
            self.edges.append(round(self.edges[-1] + width, 2))

    def write(self, entries: Sequence[ContentsEntry]) -> None:
        rows = [_Row(entry, self._height(entry)) for entry in entries]
        head = self._head_height()
        at = 0
        while at < len(rows):
            room = self.paper.bottom - self.column.y - head
            count, used = 0, 0.0
            while at + count < len(rows) and used + rows[at + count].height <= room:
                used += rows[at + count].height
                count += 1
            # A unit's heading never stands alone at a page's foot.
            while 0 < count < len(rows) - at and rows[at + count - 1].entry.page is None:
                count -= 1
            if count == 0 and self.column.y > self.paper.top:
                self.column.turn()
                continue
            self._table(rows[at : at + max(count, 1)], head)
            at += max(count, 1)
            if at < len(rows):
                self.column.turn()

    def _block(self, text: str, *, bold: bool = False) -> Block:
        return block_of((Item("", text),), self.paper.face(bold=bold), self.setter.measurer)

    def _text_height(self, text: str, first: int, last: int, *, bold: bool = False) -> float:
        width = self.edges[last] - self.edges[first] - 2 * PAD[0]
        return self.setter.height(self._block(text, bold=bold), width, TABLE_SIZE) + 2 * PAD[1]

    def _head_height(self) -> float:
        return max(self._text_height(text, i, i + 1, bold=True) for i, text in enumerate(HEADINGS)) + 2

    def _height(self, entry: ContentsEntry) -> float:
        if entry.page is None:
            return self._text_height(entry.texts[0], 0, len(HEADINGS), bold=True)
        if entry.whole:
            return self._text_height(entry.texts[0], 0, len(HEADINGS) - 1)
        return max(self._text_height(text, i, i + 1) for i, text in enumerate(entry.texts))

    def _table(self, rows: Sequence[_Row], head: float) -> None:
        top = self.column.y
        edges = [top, round(top + head, 2)]
        for row in rows:
            edges.append(round(edges[-1] + row.height, 2))
        cells = [
            self._cell(0, i, i + 1, f"kepala_{ROLES[i]}", text, edges, "center", bold=True, fill=self.fill, header=True)
            for i, text in enumerate(HEADINGS)
        ]
        for number, row in enumerate(rows, start=1):
            cells += self._row_cells(number, row.entry, edges)
        upright = self._upright_rules(rows, edges)
        level = [Rule(self.edges[0], y, self.edges[-1], y, style.RULE_TEXT) for y in edges[1:-1]]
        x0, x1, y0, y1 = self.edges[0], self.edges[-1], edges[0], edges[-1]
        frame = [
            Rule(x0, y0, x1, y0, style.RULE_FRAME),
            Rule(x0, y1, x1, y1, style.RULE_FRAME),
            Rule(x0, y0, x0, y1, style.RULE_FRAME),
            Rule(x1, y0, x1, y1, style.RULE_FRAME),
        ]
        table = Table("daftar_isi", tuple(self.edges), tuple(edges), tuple(cells), (*upright, *level, *frame))
        self.column.draft.tables.append(table)
        self.column.y = edges[-1]

    def _upright_rules(self, rows: Sequence[_Row], edges: Sequence[float]) -> list[Rule]:
        """Between columns, interrupted where a cell spans them."""
        rules = [Rule(x, edges[0], x, edges[1], style.RULE_TEXT) for x in self.edges[1:-1]]
        for number, row in enumerate(rows, start=1):
            inner = [] if row.entry.page is None else self.edges[-2:-1] if row.entry.whole else self.edges[1:-1]
            rules += [Rule(x, edges[number], x, edges[number + 1], style.RULE_TEXT) for x in inner]
        return rules

    def _row_cells(self, row: int, entry: ContentsEntry, edges: Sequence[float]) -> list[Cell]:
        last = len(HEADINGS)
        if entry.page is None:
            return [self._cell(row, 0, last, "unit", entry.texts[0], edges, "left", bold=True, fill=UNIT_FILL)]
        first = 0 if entry.whole else TITLE
        self._link(entry, (self.edges[first], edges[row], self.edges[-1], edges[row + 1]))
        page = self._cell(row, last - 1, last, "halaman", str(entry.page), edges, "center")
        if entry.whole:
            return [self._cell(row, 0, last - 1, "bagian", entry.texts[0], edges, "left"), page]
        return [
            *(self._cell(row, i, i + 1, ROLES[i], text, edges, ALIGNS[i]) for i, text in enumerate(entry.texts)),
            page,
        ]

    def _cell(
        self,
        row: int,
        first: int,
        last: int,
        role: str,
        text: str,
        edges: Sequence[float],
        align: Align,
        *,
        bold: bool = False,
        fill: str | None = None,
        header: bool = False,
    ) -> Cell:
        box: Box = (self.edges[first], edges[row], self.edges[last], edges[row + 1])
        block = self._block(text, bold=bold)
        printed: Text | None = self.setter.text(role, block, TABLE_SIZE, box, pad=PAD, align=align)
        texts = (printed,) if printed else ()
        return Cell(row, first, role, texts, 1, last - first, None, fill, header)

    def _link(self, entry: ContentsEntry, box: Box) -> None:
        assert entry.page is not None
        while len(self.links) < len(self.column.pages):
            self.links.append([])
        name = entry.texts[0] if entry.whole else entry.texts[TITLE]
        self.links[-1].append(Link(box, entry.page, f"{name}, halaman {entry.page}"))
