"""Sheets in, the workbook's parts out: cells, styles, merges and print setup, written by openpyxl.

The style "Normal" is set in Times New Roman 12 and used by no text: its digits are half an em wide, so that column
widths come out alike in every program and at every magnification (8 pixels a digit at 96 dpi).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.pagebreak import Break
from openpyxl.writer.excel import ExcelWriter

from sopgen.render.ooxml.serialising import serialised
from sopgen.render.xlsx.safety import cell_text, footer_text, needs_quote
from sopgen.render.xlsx.sheets import GridSheet, Range
from sopgen.render.xlsx.words import RangeText
from sopgen.scene import Document, Page, Text
from sopgen.text.face import FAMILIES, Face

_NORMAL = "Times New Roman"
_POINTS_A_DIGIT = 6.0  # of the Normal style
_NORMAL_LINE = 1.108  # em from line to line of its font
_OWN_OF_A_ROW = 4.5  # points of a row that programs add to its line, and what they may round up
_INCH = 72.0
_RIGHT_SLACK = 12.0  # a printer driver may set columns a little wider: no column may run over to a page of its own
_PAPER_CODES = {(595, 841): 9, (609, 935): 14, (612, 792): 1, (612, 1008): 5}  # F4 is sold as Folio, 8.5 x 13 in
_FOLIO_HEIGHT = 612.0
_FOOTER_HEIGHT = 1.02  # em: with less LibreOffice crops the line, with more it parts it from the table
_DESCENT = 0.5  # em below the baseline, a little of it paper that descenders do not reach
_NO_BREAK_SPACE = "\u00a0"
_SPACE_WIDTH = 0.278  # em in Arial and alike
_FRAME = 0.6  # points: every rule is drawn as wide as a thin border, so black ones thinner than this are dark grey
_DARK = "595959"


def workbook_parts(document: Document, sheets: Sequence[GridSheet]) -> dict[str, bytes]:
    """The workbook without drawings, as parts. Its properties are still openpyxl's own."""
    book = Workbook()
    book.remove(book.active)
    set_normal_style(book)
    first_page = 1
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        _Writer(page, sheet).write()
        _set_up_print(page, sheet, document, first_page)
        first_page += len(sheet.places)
    parts = _Parts()
    ExcelWriter(book, parts).save()
    return serialised(parts.found)


class _Parts:
    """What openpyxl takes for a zip file."""

    def __init__(self) -> None:
        self.found: dict[str, bytes] = {}

    def writestr(self, name: str, data: str | bytes) -> None:
        self.found[name] = data.encode() if isinstance(data, str) else data

    def write(self, path: str, name: str) -> None:
        with open(path, "rb") as file:  # noqa: PTH123 - openpyxl's own temporary file
            self.found[name] = file.read()

    def namelist(self) -> list[str]:
        return list(self.found)

    def close(self) -> None:
        """Nothing is open."""


def set_normal_style(book: Any) -> None:
    normal = Font(name=_NORMAL, size=12, family=1)
    book._fonts = type(book._fonts)([normal])  # noqa: SLF001 - openpyxl offers no way to set the default font
    book._named_styles["Normal"].font = normal  # noqa: SLF001


def put_ranges_in_order(target: Any) -> None:
    """Where openpyxl keeps sets, their order hangs on how wide the machine's words are."""
    for ranges in (target.merged_cells, *(each.sqref for each in target.data_validations.dataValidation)):
        vars(ranges)["ranges"] = sorted(ranges.ranges, key=lambda each: (each.min_row, each.min_col))


class _Looks(NamedTuple):
    """All that makes a cell's style. Sides: width and grey, or None."""

    words: RangeText | None
    quote: bool
    fill: str | None
    left: tuple[float, float] | None
    right: tuple[float, float] | None
    top: tuple[float, float] | None
    bottom: tuple[float, float] | None


class _Writer:
    """Writes one sheet's grid. Styles are made once for each look."""

    def __init__(self, target: Any, sheet: GridSheet) -> None:
        self.target, self.sheet = target, sheet
        self.form = sheet.places[0].page.kind == "identitas"
        self.styles: dict[_Looks, Any] = {}

    def write(self) -> None:
        sheet, target = self.sheet, self.target
        for i, (left, right) in enumerate(zip(sheet.columns, sheet.columns[1:], strict=False), start=1):
            target.column_dimensions[get_column_letter(i)].width = (right - left) / _POINTS_A_DIGIT
        for i, (top, bottom) in enumerate(zip(sheet.rows, sheet.rows[1:], strict=False), start=1):
            target.row_dimensions[i].height = round(bottom - top, 2)
        for each in sheet.ranges:
            self._range(each)
        for row in sorted(sheet.growing):
            self._hold(row, sheet.rows[row + 1] - sheet.rows[row])
        put_ranges_in_order(target)
        target.sheet_view.showGridLines = False

    def _range(self, each: Range) -> None:
        words = each.words
        value = words.text if words else None
        quote = isinstance(value, str) and needs_quote(value)
        style_words = words._replace(text=None) if words else None
        for row in range(each.row, each.row + each.rows):
            for column in range(each.column, each.column + each.columns):
                cell = self.target.cell(row + 1, column + 1)
                cell._style = self._style(self._looks(row, column, style_words, each.fill, quote))  # noqa: SLF001
        if value not in (None, ""):
            cell = self.target.cell(each.row + 1, each.column + 1)
            cell.value = cell_text(value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"  # openpyxl would make a formula of "=…" and an error of "#N/A"
        # beside and below an identity page's texts nothing is written: cells there stay apart, for who edits the sheet
        written = words is not None or (each.fill is None and not self.form)
        if (each.rows > 1 or each.columns > 1) and written:
            # merge_cells would replace every cell by one without a style
            self.target.merged_cells.add(
                CellRange(
                    min_row=each.row + 1,
                    min_col=each.column + 1,
                    max_row=each.row + each.rows,
                    max_col=each.column + each.columns,
                )
            )

    def _hold(self, row: int, height: float) -> None:
        """An empty cell beside the table, outside of what is printed, whose font makes programs keep the row so high.

        Excel fits a row to what its cells hold when one is edited, and leaves merged ones out: the texts at the right.
        """
        holder = self.target.cell(row + 1, len(self.sheet.columns))
        size = math.floor((height - _OWN_OF_A_ROW) / _NORMAL_LINE * 2) / 2
        holder.font = Font(name=_NORMAL, size=max(1.0, size), family=1)

    def _looks(self, row: int, column: int, words: RangeText | None, fill: str | None, quote: bool) -> _Looks:
        level, upright = self.sheet.level, self.sheet.upright
        return _Looks(
            words,
            quote,
            fill,
            upright.get((column, row)),
            upright.get((column + 1, row)),
            level.get((row, column)),
            level.get((row + 1, column)),
        )

    def _style(self, looks: _Looks) -> Any:
        style = self.styles.get(looks)
        if style is None:
            cell = self.target.cell(1, len(self.sheet.columns) + 1)
            _dress(cell, looks)
            style = self.styles[looks] = cell._style  # noqa: SLF001
            del self.target._cells[cell.row, cell.column]  # noqa: SLF001
        return style


def _dress(cell: Any, looks: _Looks) -> None:
    words = looks.words
    if words:
        cell.font = _font(words.face, words.size, words.grey)
        cell.alignment = Alignment(
            horizontal=words.align,
            vertical=words.valign,
            wrap_text=True,
            text_rotation=90 if words.turned else 0,
            indent=1 if words.align == "right" and words.valign == "center" else words.indent,
        )
    if looks.fill:
        cell.fill = PatternFill("solid", fgColor=looks.fill.removeprefix("#"))
    cell.border = Border(*(_side(side) for side in (looks.left, looks.right, looks.top, looks.bottom)))
    if looks.quote:
        cell.quotePrefix = True


def _font(face: Face, size: float, grey: float) -> Font:
    return Font(
        name=FAMILIES[face.family].program_name,
        size=round(size * 2) / 2,
        bold=face.bold,
        italic=face.italic,
        color=grey_code(grey) if grey else None,
    )


def grey_code(grey: float) -> str:
    """0 black … 1 white as RRGGBB."""
    return f"{round(grey * 255):02X}" * 3


def _side(rule: tuple[float, float] | None) -> Side:
    if rule is None:
        return Side()
    width, grey = rule
    colour = grey_code(grey) if grey else "000000" if width >= _FRAME else _DARK
    return Side("thin", colour)


def _set_up_print(target: Any, sheet: GridSheet, document: Document, first_page: int) -> None:
    """One printed page for each page: breaks by hand, scale 100, slack in the right and bottom margins.

    A sheet with an identity table is fitted to its pages: an item that somebody adds makes it smaller, not longer.
    """
    page = sheet.places[0].page
    width, height = page.size
    setup, margins = target.page_setup, target.page_margins
    setup.orientation = "landscape" if width > height else "portrait"
    setup.paperSize = _PAPER_CODES[int(min(page.size)), int(max(page.size))]
    setup.scale = 100
    if page.tables[0].role == "identitas":
        target.sheet_properties.pageSetUpPr.fitToPage = True
        setup.fitToWidth, setup.fitToHeight = 1, len(sheet.places)
    setup.firstPageNumber, setup.useFirstPageNumber = first_page, True
    margins.left = page.edges[0] / _INCH
    margins.right = (width - page.edges[2] - _RIGHT_SLACK) / _INCH
    margins.top = (sheet.places[0].offset + sheet.rows[sheet.places[0].first]) / _INCH
    margins.header = 0.2
    paper_height = _FOLIO_HEIGHT if setup.paperSize == 14 else height
    _set_footer(target, page, document, paper_height)
    for place in sheet.places[:-1]:
        target.row_breaks.append(Break(id=place.end))
    last = get_column_letter(len(sheet.columns) - 1)
    target.print_area = f"A1:{last}{len(sheet.rows) - 1}"
    if sheet.titles:
        target.print_title_rows = f"1:{sheet.titles}"


def _set_footer(target: Any, page: Page, document: Document, paper_height: float) -> None:
    """The foot line of the pages, at its own height above the free band."""
    texts = {text.role: text for text in page.texts}
    foot = texts["halaman"]
    size = round(foot.size)
    below = paper_height - foot.runs[0].baseline - _DESCENT * foot.size
    margins = target.page_margins
    margins.footer = below / _INCH
    margins.bottom = (below + _FOOTER_HEIGHT * size) / _INCH
    number = texts.get("nomor_kaki")
    blanks = _NO_BREAK_SPACE * round(_RIGHT_SLACK / (_SPACE_WIDTH * size))
    footer = target.oddFooter
    if number:
        footer.left.text = _footer_code(number, footer_text(number.text))
    footer.right.text = _footer_code(foot, f"{_with_fields(foot.text, page.number, len(document.pages))}{blanks}")
    target.HeaderFooter.scaleWithDoc = False


def _with_fields(foot: str, number: int, count: int) -> str:
    """The foot line, in whatever words, with a program's own fields for the page's number and the count."""
    head, _, tail = footer_text(foot).rpartition(str(count))
    before, _, between = head.rpartition(str(number))
    return f"{before}&P{between}&N{tail}"


def _footer_code(text: Text, said: str) -> str:
    """Font, size and colour; the colour last, for digits would run on into the size."""
    bold, italic = text.face.bold, text.face.italic
    style = "Bold Italic" if bold and italic else "Bold" if bold else "Italic" if italic else "Regular"
    return f'&"{FAMILIES[text.face.family].program_name},{style}"&{round(text.size)}&K{grey_code(text.grey)}{said}'
