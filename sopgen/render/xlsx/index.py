"""Index rows in, a workbook out that a clerk can sort and filter: the same bytes for the same rows."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from sopgen.bureau.index import IndexRow
from sopgen.render.ooxml.parts import CONTENT_TYPES, ROOT_RELATIONS, XML_HEAD, packed
from sopgen.render.ooxml.seal import CUSTOM_PROPERTIES, sealed
from sopgen.render.xlsx.safety import cell_text

# Heading and width in characters.
COLUMNS = (
    ("No", 5),
    ("Nomor SOP", 24),
    ("Judul", 44),
    ("Unit", 30),
    ("Jenis", 14),
    ("Sifat", 12),
    ("Cakupan", 11),
    ("Tanggal Pembuatan", 12),
    ("Tanggal Revisi", 12),
    ("Tanggal Efektif", 12),
    ("Pelaksana", 36),
    ("Kegiatan", 9),
    ("Keputusan", 10),
    ("Waktu jalur utama", 24),
    ("Temuan wajib", 9),
    ("Temuan anjuran", 9),
    ("Halaman", 9),
    ("Halaman tanda tangan", 10),
    ("Kotak tanda tangan (pt dari kiri bawah: x0 y0 x1 y1)", 26),
    ("Monitoring berikutnya", 13),
    ("Evaluasi berikutnya", 13),
)
FIRST = 4  # row of the first SOP
_DATE = "dd-mm-yyyy"
_A3 = 8
_LINE, _PAD = 12.0, 4.0  # points of a row: LibreOffice shows a row as high as the file says
_LETTERS = 0.95  # of a column's width in digits that a line of words fills
_SEAL_RELATION = (
    '<Relationship Id="rIdSegel" Target="docProps/custom.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"/>'
)
_SEAL_TYPE = (
    f'<Override PartName="/{CUSTOM_PROPERTIES}" '
    'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
)
_CORE = (
    f'{XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Indeks SOP</dc:title><dc:language>id-ID</dc:language>'
    "</cp:coreProperties>"
)


def render_index(rows: Sequence[IndexRow], title: str, today: date) -> bytes:
    """One sheet, its head frozen and filterable. `today` is what due dates were counted from."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Indeks"
    _write(sheet.cell(1, 1), title)
    sheet.cell(1, 1).font = Font(name="Arial", size=14, bold=True)
    _write(sheet.cell(2, 1), f"{len(rows)} SOP. Jatuh tempo dihitung dari tanggal acuan {today:%d-%m-%Y}.")
    sheet.cell(2, 1).font = Font(name="Arial", size=9, italic=True)
    _head(sheet)
    for number, row in enumerate(rows, start=1):
        _row(sheet, FIRST + number - 1, number, row)
    last = get_column_letter(len(COLUMNS))
    sheet.freeze_panes = f"D{FIRST}"
    sheet.auto_filter.ref = f"A{FIRST - 1}:{last}{FIRST + max(len(rows), 1) - 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A3
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{FIRST - 1}:{FIRST - 1}"
    target = BytesIO()
    book.save(target)
    return _same_bytes(target.getvalue())


def _head(sheet: Any) -> None:
    for column, (heading, width) in enumerate(COLUMNS, start=1):
        cell = sheet.cell(FIRST - 1, column, heading)
        cell.font = Font(name="Arial", size=9, bold=True)
        cell.fill = PatternFill("solid", fgColor="E4E4E4")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _border()
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[FIRST - 1].height = 40


def _row(sheet: Any, at: int, number: int, row: IndexRow) -> None:
    box = row.signature
    values: tuple[str | int | date | None, ...] = (
        number,
        row.number,
        row.title,
        row.unit,
        row.kind,
        row.nature,
        row.scope,
        row.created,
        row.revised,
        row.effective,
        ", ".join(row.executors),
        row.steps,
        row.decisions,
        row.time,
        row.mandatory,
        row.advisory,
        row.pages or None,
        box.page if box else None,
        f"{box.x0:.1f} {box.y0:.1f} {box.x1:.1f} {box.y1:.1f}" if box else None,
        row.monitoring,
        row.evaluation,
    )
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(at, column)
        _write(cell, value)
        cell.font = Font(name="Arial", size=9)
        text = isinstance(value, str)
        cell.alignment = Alignment(horizontal=None if text else "center", vertical="top", wrap_text=text)
        cell.border = _border()
    lines = [
        ceil(len(value) / (_LETTERS * width))
        for value, (_, width) in zip(values, COLUMNS, strict=True)
        if isinstance(value, str)
    ]
    sheet.row_dimensions[at].height = _PAD + _LINE * max(1, *lines)
    if row.link:
        title = sheet.cell(at, 3)
        title.hyperlink = row.link
        title.font = Font(name="Arial", size=9, color="1F4E79", underline="single")


def _write(cell: Any, value: str | int | date | None) -> None:
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
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = _CORE.encode()
    parts[ROOT_RELATIONS] = _before_end(parts[ROOT_RELATIONS], b"</Relationships>", _SEAL_RELATION)
    parts[CONTENT_TYPES] = _before_end(parts[CONTENT_TYPES], b"</Types>", _SEAL_TYPE)
    return packed(sealed(parts))


def _before_end(part: bytes, end: bytes, added: str) -> bytes:
    before, _, rest = part.rpartition(end)
    return before + added.encode() + end + rest
