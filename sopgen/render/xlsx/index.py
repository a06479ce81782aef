"""Index rows in, a workbook out that a clerk can sort and filter: the same bytes for the same rows."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from math import ceil
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from sopgen.bureau.index import IndexRow, SignatureBox
from sopgen.render.ooxml.parts import XML_HEAD, packed
from sopgen.render.ooxml.seal import with_seal
from sopgen.render.ooxml.serialising import serialised
from sopgen.render.xlsx.cells import set_normal_style
from sopgen.render.xlsx.font_order import with_fonts_in_order
from sopgen.render.xlsx.safety import cell_text

Value = str | int | date | None


class Column(NamedTuple):
    """`width` in characters; `value` of the row that has this number, from 1."""

    heading: str
    width: int
    value: Callable[[IndexRow, int], Value]


COLUMNS = (
    Column("No", 5, lambda _, number: number),
    Column("Nomor SOP", 18, lambda row, _: row.number),
    Column("Judul", 28, lambda row, _: row.title),
    Column("Unit", 22, lambda row, _: row.unit),
    Column("Jenis", 12, lambda row, _: row.kind),
    Column("Sifat", 10, lambda row, _: row.nature),
    Column("Cakupan", 9, lambda row, _: row.scope),
    Column("Tanggal Pembuatan", 11, lambda row, _: row.created),
    Column("Tanggal Revisi", 10, lambda row, _: row.revised),
    Column("Tanggal Efektif", 10, lambda row, _: row.effective),
    Column("Pelaksana", 25, lambda row, _: ", ".join(row.executors)),
    Column("Kegiatan", 8, lambda row, _: row.steps),
    Column("Keputusan", 9, lambda row, _: row.decisions),
    Column("Waktu jalur utama", 18, lambda row, _: row.time),
    Column("Temuan wajib", 8, lambda row, _: row.mandatory),
    Column("Temuan anjuran", 8, lambda row, _: row.advisory),
    Column("Halaman", 8, lambda row, _: row.pages or None),
    Column("Halaman tanda tangan", 9, lambda row, _: row.signature.page if row.signature else None),
    Column("Kotak tanda tangan (pt dari kiri bawah: x0 y0 x1 y1)", 19, lambda row, _: _box(row.signature)),
    Column("Monitoring berikutnya", 11, lambda row, _: row.monitoring),
    Column("Evaluasi berikutnya", 11, lambda row, _: row.evaluation),
)
STANDING = (
    Column("Hasil monitoring", 22, lambda row, _: row.standing.monitoring if row.standing else None),
    Column("Hasil evaluasi", 22, lambda row, _: row.standing.evaluation if row.standing else None),
    Column("Perlu direvisi", 10, lambda row, _: ("ya" if row.standing.revise else "tidak") if row.standing else None),
    Column("Tindak lanjut", 30, lambda row, _: row.standing.action if row.standing else None),
    Column("Batas tindak lanjut", 13, lambda row, _: row.standing.deadline if row.standing else None),
)
"""What filled forms of monitoring and evaluation say, where such were given."""
_TITLE = next(number for number, column in enumerate(COLUMNS, start=1) if column.heading == "Judul")
FIRST = 4  # row of the first SOP
_DATE = "dd-mm-yyyy"
_A4, _A4_LONG = 9, 297 / 25.4 * 72
_MARGIN = 0.4  # inches at the sides
_SCALE = 75  # per cent: type of 10 pt prints at 7.5
_LINE, _PAD = 13.0, 4.0  # points of a row: LibreOffice shows a row as high as the file says
_LETTERS = 1.0  # of a column's width in digits that a line of words fills
_CORE = (
    f'{XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Indeks SOP</dc:title><dc:language>id-ID</dc:language>'
    "</cp:coreProperties>"
)


def render_index(rows: Sequence[IndexRow], title: str, today: date) -> bytes:
    """One sheet, its head frozen and filterable. `today` is what due dates were counted from."""
    columns = (*COLUMNS, *STANDING) if any(row.standing for row in rows) else COLUMNS
    book = Workbook()
    set_normal_style(book)
    sheet: Any = book.active
    sheet.title = "Indeks"
    _write(sheet.cell(1, 1), title)
    sheet.cell(1, 1).font = Font(name="Arial", size=14, bold=True)
    _write(sheet.cell(2, 1), f"{len(rows)} SOP. Jatuh tempo dihitung dari tanggal acuan {today:%d-%m-%Y}.")
    sheet.cell(2, 1).font = Font(name="Arial", size=9, italic=True)
    _head(sheet, columns)
    for number, row in enumerate(rows, start=1):
        _row(sheet, FIRST + number - 1, number, row, columns)
    last = get_column_letter(len(columns))
    sheet.freeze_panes = f"D{FIRST}"
    sheet.auto_filter.ref = f"A{FIRST - 1}:{last}{FIRST + max(len(rows), 1) - 1}"
    _print_setup(sheet, columns)
    target = BytesIO()
    book.save(target)
    return _same_bytes(target.getvalue())


def _print_setup(sheet: Any, columns: Sequence[Column]) -> None:
    """A4 sheets beside each other in type that can be read, each with the SOP's number and title at its left."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.scale = "landscape", _A4, _SCALE
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.print_title_rows = f"{FIRST - 1}:{FIRST - 1}"
    sheet.print_title_cols = f"A:{get_column_letter(_TITLE)}"
    sheet.oddFooter.right.text = "Halaman &P dari &N"
    sheet.oddFooter.right.size = 8
    room = (_A4_LONG - 2 * _MARGIN * 72) / (_SCALE / 100)
    repeated = sum(_points(column.width) for column in columns[:_TITLE])
    used = repeated
    for number, column in enumerate(columns[_TITLE:], start=_TITLE + 1):
        if used + _points(column.width) > room:
            sheet.col_breaks.append(Break(id=number - 1))
            used = repeated
        used += _points(column.width)


def _points(width: int) -> float:
    """A column's width: digits of half an em of the style Normal, and 5 pixels between columns, at 96 dpi."""
    return 6.0 * width + 3.75


def _head(sheet: Any, columns: Sequence[Column]) -> None:
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(FIRST - 1, number, column.heading)
        cell.font = Font(name="Arial", size=9, bold=True)
        cell.fill = PatternFill("solid", fgColor="E4E4E4")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _border()
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[FIRST - 1].height = 40


def _row(sheet: Any, at: int, number: int, row: IndexRow, columns: Sequence[Column]) -> None:
    values = [column.value(row, number) for column in columns]
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(at, column)
        _write(cell, value)
        cell.font = Font(name="Arial", size=10)
        text = isinstance(value, str)
        cell.alignment = Alignment(horizontal=None if text else "center", vertical="top", wrap_text=text)
        cell.border = _border()
    lines = [
        ceil(len(value) / (_LETTERS * column.width))
        for value, column in zip(values, columns, strict=True)
        if isinstance(value, str)
    ]
    sheet.row_dimensions[at].height = _PAD + _LINE * max(1, *lines)
    if row.link:
        numbered = sheet.cell(at, 1)  # no long text: LibreOffice does not wrap a link
        numbered.hyperlink = row.link
        numbered.font = Font(name="Arial", size=10, color="1F4E79", underline="single")


def _box(signature: SignatureBox | None) -> str | None:
    return " ".join(f"{edge:.1f}" for edge in signature[1:]) if signature else None


def _write(cell: Any, value: Value) -> None:
    if isinstance(value, str):
        cell.value = cell_text(value)
        cell.data_type = "s"  # what begins with = is a text here, too
        if value.startswith(("=", "+", "-", "@")):
            cell.quotePrefix = True
    elif value is not None:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = _DATE


def _border() -> Border:
    line = Side(style="hair", color="808080")
    return Border(left=line, right=line, top=line, bottom=line)


def _same_bytes(data: bytes) -> bytes:
    """Without the times of day that openpyxl writes, and sealed, so that an edit by hand is noticed."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = serialised({name: archive.read(name) for name in archive.namelist()})
    parts["docProps/core.xml"] = _CORE.encode()
    parts["xl/styles.xml"] = with_fonts_in_order(parts["xl/styles.xml"])
    return packed(with_seal(parts, "index"))
