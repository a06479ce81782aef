"""A paper's tables in, a workbook out: a worksheet a sheet, lists to choose from where one of several is ticked.

What is no table stands as lines across the sheet. Columns are those of all tables of a sheet together: a cell reaches
over as many as it is wide.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from sopgen.layout.paper import paper_size
from sopgen.papers.blocks import (
    Block,
    Cell,
    Choice,
    Facts,
    Gap,
    Grid,
    Heading,
    Letterhead,
    Paper,
    Piece,
    Sheet,
    Signatures,
    Text,
    Tick,
    Words,
)
from sopgen.papers.placing import Placed, edges_of, places_of
from sopgen.render.description import author_of
from sopgen.render.ooxml.parts import packed
from sopgen.render.ooxml.properties import described
from sopgen.render.ooxml.seal import with_seal
from sopgen.render.ooxml.serialising import serialised
from sopgen.render.xlsx.cells import put_ranges_in_order, set_normal_style
from sopgen.render.xlsx.font_order import with_fonts_in_order, with_runs_in_order
from sopgen.render.xlsx.paper_words import TICKED, inline_font, said, spans_of
from sopgen.render.xlsx.safety import cell_text, footer_text, needs_quote
from sopgen.text.face import FAMILIES, Face
from sopgen.text.measure import DEFAULT
from sopgen.text.wrap import Paragraph
from sopgen.wording import Wording

_MARGINS = (20.0, 15.0)  # millimetres, left and right
_MM = 72 / 25.4
_POINTS_A_DIGIT = 6.0  # of the Normal style, in which columns are measured
_LINE = 1.28  # em from line to line, in the program that sets them widest
_PAD = 6.0  # points above and below a cell's text together
_CELL_SIDE = 2.2  # millimetres that a cell keeps free beside its text
_LOOSE = 0.96  # of a cell's breadth that a program fills before it breaks a line
_INDENT = 2.4  # millimetres that an indent takes
_LINE_TO_SIGN = "_" * 28
_FACT_LABEL = 40.0  # millimetres at least for the label of a fact
_DAY = "dd-mm-yyyy"
_PAPERS = {"A4": 9, "Letter": 1, "Legal": 5, "F4": 14}
_HEADINGS = {"title": (13.0, True), "subtitle": (10.5, True), "note": (7.5, False), "section": (9.5, True)}
_BAD_NAME = re.compile(r"[\[\]:*?/\\]")


def render_paper(paper: Paper) -> bytes:
    """The finished file: the same bytes for the same paper."""
    book = Workbook()
    set_normal_style(book)
    book.remove(book.active)
    for sheet in paper.sheets:
        name = _BAD_NAME.sub(" ", sheet.name)[:31]
        _SheetWriter(book.create_sheet(name), paper, sheet).write()
    target = BytesIO()
    book.save(target)
    with zipfile.ZipFile(BytesIO(target.getvalue())) as archive:
        parts = serialised({name: archive.read(name) for name in archive.namelist()})
    parts["xl/styles.xml"] = with_fonts_in_order(parts["xl/styles.xml"])
    parts |= {n: with_runs_in_order(part) for n, part in parts.items() if n.startswith("xl/worksheets/sheet")}
    parts |= described(paper.title, paper.number, author_of(paper.agency, paper.unit), paper.created, paper.created)
    return packed(with_seal(parts, paper.maker))


class _SheetWriter:
    """One worksheet; `at` is the next row, counted from 1."""

    def __init__(self, target: Any, paper: Paper, sheet: Sheet) -> None:
        self.target, self.paper, self.sheet = target, paper, sheet
        self.font = FAMILIES[paper.family].program_name
        short, long = paper_size(paper.kertas)
        self.breadth = (long if sheet.landscape else short) - sum(_MARGINS)
        grids = [block for block in sheet.blocks if isinstance(block, Grid)]
        edges = {round(x, 1) for grid in grids for x in edges_of(grid, self.breadth)} | {0.0, round(self.breadth, 1)}
        self.edges = sorted(edges)
        self.at = 1
        self.lists: dict[tuple[str, ...], DataValidation] = {}
        self.days: DataValidation | None = None

    def write(self) -> None:
        for number, width in enumerate(b - a for a, b in zip(self.edges, self.edges[1:], strict=False)):
            self.target.column_dimensions[get_column_letter(number + 1)].width = round(width * _MM / _POINTS_A_DIGIT, 3)
        before: Block | None = None
        for block in self.sheet.blocks:
            if before is not None and not (isinstance(before, Heading) and isinstance(block, Heading)):
                self._skip(9.0)
            self._write(block)
            before = block
        put_ranges_in_order(self.target)
        self._print_setup()

    def _skip(self, points: float) -> None:
        self.target.row_dimensions[self.at].height = points
        self.at += 1

    # --- blocks ----------------------------------------------------------------------------------

    def _write(self, block: Block) -> None:
        match block:
            case Heading():
                size, bold = _HEADINGS[block.level]
                align = "left" if block.level == "section" else "center"
                self._line(block.text, block.size or size, bold=bold, align=align)
            case Letterhead():
                self._line("\n".join(filter(None, block.lines)).upper(), 11.5, bold=True, align="center")
                self._line(block.address, 8.5, align="center")
            case Text():
                self._pieces(block.pieces, block.size)
            case Facts():
                self._facts(block)
            case Grid():
                self._grid(block)
            case Signatures():
                self._signatures(block)
            case Gap():
                self._skip(block.height * _MM)

    def _pieces(self, pieces: Sequence[Piece], size: float) -> None:
        for piece in pieces:
            self._line(said((piece,)), size)

    def _facts(self, block: Facts) -> None:
        """A label, and beside it what it says, or an open cell."""
        for fact in (*block.left, *block.right):
            value = fact.value.text if isinstance(fact.value, Words) else ""
            last = len(self.edges) - 1
            parted = next((n for n, x in enumerate(self.edges) if x >= _FACT_LABEL and 0 < n < last), 0)
            label = f"{fact.number} {fact.label}".strip()
            if not parted:
                self._line(f"{label}: {value}".strip(), block.size)
                continue
            row = self.at
            self._stretch(row, 1, parted, f"{label}:", block.size)
            self._stretch(row, parted + 1, last, value, block.size)
            width = self.breadth - self.edges[parted]
            self.target.row_dimensions[row].height = self._height(value, width, block.size)
            self.at += 1

    def _stretch(self, row: int, first: int, last: int, text: str, size: float) -> None:
        cell = self.target.cell(row, first)
        self._put(cell, text)
        cell.font = Font(name=self.font, size=size)
        cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
        cell.number_format = _DAY
        if first != last:
            self.target.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)

    def _signatures(self, block: Signatures) -> None:
        """Beside one another, from the columns nearest to their places on paper; a line to write on is of signs."""
        self._pieces(block.note, 7.5)
        starts = [min(range(len(self.edges) - 1), key=lambda n: abs(self.edges[n] - at)) for at in block.at]
        ends = [*starts[1:], len(self.edges) - 1]
        above = [[said((piece,)) for piece in signer.above] for signer in block.signers]
        below = [
            [signer.name or _LINE_TO_SIGN, *(text + _LINE_TO_SIGN * text.endswith(" ") for text in signer.below)]
            for signer in block.signers
        ]
        self._beside(above, starts, ends, block.size)
        self._skip(block.room * _MM)
        self._beside(below, starts, ends, block.size, bold=[signer.name for signer in block.signers])

    def _beside(
        self,
        texts: Sequence[Sequence[str]],
        starts: Sequence[int],
        ends: Sequence[int],
        size: float,
        *,
        bold: Sequence[str] = (),
    ) -> None:
        """Lines of several signers, the first ones in one row."""
        for number in range(max(map(len, texts))):
            height = 0.0
            for lines, start, end in zip(texts, starts, ends, strict=True):
                text = lines[number] if number < len(lines) else ""
                if text.strip():
                    self._stretch(self.at, start + 1, end, text, size)
                    self.target.cell(self.at, start + 1).font = Font(name=self.font, size=size, bold=text in bold)
                    height = max(height, self._height(text, self.edges[end] - self.edges[start], size, bold=True))
            self.target.row_dimensions[self.at].height = height or size * _LINE
            self.at += 1

    def _line(self, text: str, size: float, *, bold: bool = False, align: str = "left") -> None:
        if not text:
            return
        cell = self.target.cell(self.at, 1)
        self._put(cell, text)
        cell.font = Font(name=self.font, size=size, bold=bold)
        cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
        last = len(self.edges) - 1
        if last > 1:
            self.target.merge_cells(start_row=self.at, end_row=self.at, start_column=1, end_column=last)
        self.target.row_dimensions[self.at].height = self._height(text, self.breadth, size, bold=bold)
        self.at += 1

    def _height(self, text: str, width: float, size: float, *, bold: bool = False) -> float:
        room = (width - _CELL_SIDE) * _MM / size * _LOOSE
        face = Face(self.paper.family, bold)
        lines = sum(Paragraph(line, face, DEFAULT).line_count(room) for line in text.split("\n"))
        return round(_PAD + lines * size * _LINE, 1)

    # --- tables ----------------------------------------------------------------------------------

    def _grid(self, grid: Grid) -> None:
        rows = (*grid.head, *grid.rows)
        columns = [self.edges.index(round(x, 1)) for x in edges_of(grid, self.breadth)]
        first = self.at
        heights = [row.least * _MM for row in rows]
        for placed in places_of(rows):
            cell, head = placed.cell, placed.row < len(grid.head)
            left, right = columns[placed.column], columns[placed.after]
            here = (first + placed.row, left + 1, first + placed.below - 1, right)
            self._cell(grid, placed, here, head=head, filled=head or rows[placed.row].group)
            width = self.edges[right] - self.edges[left] - (0.0 if head else _INDENT)
            bold = head or any(isinstance(p, Words) and all(s.bold for s in p.spans) for p in cell.pieces)
            if cell.row_span == 1:
                needed = self._height(said(cell.pieces), width, grid.size, bold=bold)
                heights[placed.row] = max(heights[placed.row], needed)
        for number, height in enumerate(heights):
            self.target.row_dimensions[first + number].height = round(height, 1)
        if self.target.freeze_panes is None and grid.head:
            self.target.freeze_panes = f"A{first + len(grid.head)}"
            self.target.print_title_rows = f"{first}:{first + len(grid.head) - 1}"
        self.at = first + len(rows)

    def _cell(self, grid: Grid, placed: Placed, here: tuple[int, int, int, int], *, head: bool, filled: bool) -> None:
        top, left, bottom, right = here
        cell, column = placed.cell, grid.columns[placed.column]
        target = self.target.cell(top, left)
        for row in range(top, bottom + 1):
            for at in range(left, right + 1):
                each = self.target.cell(row, at)
                each.border = _border()
                if filled:
                    each.fill = PatternFill("solid", fgColor="E4E4E4")
        align = cell.align or ("center" if head else "left" if filled else column.align)
        # in the middle, and clear of the rule at its left: spreadsheets leave no room between a rule and a text
        indent = int(align == "left")
        target.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True, indent=indent)
        target.font = Font(name=self.font, size=grid.size, bold=self._all_bold(cell))
        self._content(target, cell, grid.size)
        if (top, left) != (bottom, right):
            self.target.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)

    @staticmethod
    def _all_bold(cell: Cell) -> bool:
        spans = [span for piece in cell.pieces if isinstance(piece, Words) for span in piece.spans]
        return bool(spans) and all(span.bold for span in spans)

    def _content(self, target: Any, cell: Cell, size: float) -> None:
        match cell.pieces:
            case (Choice() as choice,):
                self._choose(target, choice.options)
                self._put(target, choice.chosen)
            case (Tick(label="") as tick,):
                self._choose(target, (TICKED,))
                self._put(target, TICKED if tick.ticked else "")
            case () if cell.date:
                target.number_format = _DAY
                self._only_days(target)
            case _:
                spans = list(spans_of(cell.pieces, size))
                if len({look for _, look in spans}) > 1:
                    blocks = [TextBlock(inline_font(self.font, look), cell_text(text)) for text, look in spans]
                    target.value = CellRichText(*blocks)
                else:
                    for _, (bold, italic, struck, underlined, _) in spans[:1]:
                        line = "single" if underlined and said(cell.pieces).strip("_") else None
                        target.font = Font(
                            name=self.font, size=size, bold=bold, italic=italic, strike=struck, underline=line
                        )
                    self._put(target, said(cell.pieces))

    def _only_days(self, target: Any) -> None:
        if self.days is None:
            self.days = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
            self.days.errorTitle, self.days.error = "Tanggal", "Tulis tanggal, misalnya 31-12-2026."
            self.days.showErrorMessage = True
            self.target.add_data_validation(self.days)
        self.days.add(target)

    def _choose(self, target: Any, options: tuple[str, ...]) -> None:
        if options not in self.lists:
            listed = '"' + ",".join(options) + '"'
            made = DataValidation(type="list", formula1=listed, allow_blank=True, showErrorMessage=True)
            made.errorTitle, made.error = "Pilihan", "Pilih salah satu dari daftar, atau kosongkan."
            self.target.add_data_validation(made)
            self.lists[options] = made
        self.lists[options].add(target)

    @staticmethod
    def _put(target: Any, text: str) -> None:
        if not text:
            return
        target.value = cell_text(text)
        target.data_type = "s"  # what begins with = is a text here, too
        if needs_quote(text):
            target.quotePrefix = True

    def _print_setup(self) -> None:
        setup = self.target.page_setup
        setup.orientation = "landscape" if self.sheet.landscape else "portrait"
        setup.paperSize = _PAPERS[self.paper.kertas]
        setup.fitToWidth, setup.fitToHeight = 1, 0
        self.target.sheet_properties.pageSetUpPr.fitToPage = True
        margins = self.target.page_margins
        margins.left, margins.right = (side / 25.4 for side in _MARGINS)
        margins.top, margins.bottom, margins.footer = 12.5 / 25.4, 17.5 / 25.4, 9 / 25.4
        foot = self.target.oddFooter
        foot.left.text, foot.left.size = footer_text(self.sheet.foot), 8
        foot.right.text, foot.right.size = Wording().page_of("&P", "&N"), 8


def _border() -> Border:
    line = Side(style="thin", color="000000")
    return Border(left=line, right=line, top=line, bottom=line)
