"""Cells put into a workbook that others filled: a sheet's XML is spliced where they stand, all other bytes stay.

No part but the sheets named is touched, nor what else these hold: widths, notes, choices, pictures.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from sopgen.diagnostics import Message
from sopgen.workbook.cells import MOST_COLUMNS, column_edges, reference_of
from sopgen.workbook.grid import counts_since_1904, listed_sheets
from sopgen.workbook.package import NoWorkbook, book_of, parts_of, related, tree
from sopgen.workbook.sheetbytes import RowBytes, Unplaced, find_rows
from sopgen.workbook.styles import Styles, styles_of
from sopgen.workbook.values import Place

LONGEST_CELL: Final = 32_767  # characters
_ESCAPE_LIKE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LINE: Final = 13.0  # points that a line of Arial 10 takes
_LETTER: Final = 5.3  # points, the same's usual letter
_SIGNATURES: Final = "_xmlsignatures/"

Value = str | date
"""An empty text empties the cell and leaves its look."""


class NotKeptError(Exception):
    """What cannot be written without harm to the workbook. `message` says what and where."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


def amend(data: bytes, values: Mapping[str, Mapping[Place, Value]]) -> bytes:
    """The workbook with these cells, by sheet and place (from 0). Raises `NoWorkbook`, `NotKeptError`."""
    parts = parts_of(data)
    _refuse_signed(parts)
    book = book_of(parts)
    first_day = date(1904, 1, 1) if counts_since_1904(parts, book) else date(1899, 12, 30)
    looks = {kind: name for kind, name in related(parts, book).values() if kind == "styles"}
    styles = styles_of(tree(parts[looks["styles"]])) if looks.get("styles") in parts else Styles()
    named = {name: part for name, part, _ in listed_sheets(parts, book)}
    changed = {}
    for title, cells in values.items():
        if title not in named:
            raise NoWorkbook
        changed[named[title]] = _Sheet(title, parts[named[title]], styles, first_day).with_cells(cells)
    return repacked(data, changed)


def _refuse_signed(parts: Mapping[str, bytes]) -> None:
    if any(name.startswith(_SIGNATURES) for name in parts):
        raise NotKeptError(
            Message(
                "buku kerja ini bertanda tangan digital, dan perubahan apa pun membatalkannya",
                "this workbook carries a digital signature, which any change would void",
            )
        )


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The same package, parts in their order and as they are, but for those that changed."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            part = changed.get(entry.filename)
            new.writestr(entry, old.read(entry) if part is None else part)
    return target.getvalue()


class _Sheet:
    """One sheet's XML with what its cells are written by."""

    def __init__(self, title: str, part: bytes, styles: Styles, first_day: date) -> None:
        self.title, self.part, self.styles, self.first_day = title, part, styles, first_day
        try:
            self.found = find_rows(part)
        except Unplaced:
            raise NotKeptError(
                Message(
                    f"lembar {title} ditulis dengan cara yang tidak dapat disunting; simpan lagi dengan Excel atau "
                    "LibreOffice",
                    f"the sheet {title} is written in a way that cannot be edited; save it again by Excel or "
                    "LibreOffice",
                )
            ) from None
        self.edges = column_edges(tree(part), MOST_COLUMNS, styles.digit)

    def with_cells(self, cells: Mapping[Place, Value]) -> bytes:
        by_row: dict[int, dict[int, Value]] = {}
        for (row, column), value in sorted(cells.items()):
            by_row.setdefault(row, {})[column] = value
        splices = [self._splice(row, told) for row, told in by_row.items()]
        part, found = self.part, self.found
        if found.inner == found.end and splices:  # <sheetData/>
            opening = part[found.start : found.inner].rstrip(b"/> \n") + b">"
            closing = f"</{found.prefix}sheetData>".encode()
            return part[: found.start] + opening + b"".join(new for *_, new in splices) + closing + part[found.end :]
        for start, end, new in reversed(splices):
            part = part[:start] + new + part[end:]
        return part

    def _splice(self, row: int, told: Mapping[int, Value]) -> tuple[int, int, bytes]:
        there = next((each for each in self.found.rows if each.number == row), None)
        if there is None:
            at = next((each.start for each in self.found.rows if each.number > row), self.found.last)
            return at, at, self._row(RowBytes(row, at, at, at, at, {"r": str(row + 1)}, ()), told)
        return there.start, there.end, self._row(there, told)

    def _row(self, row: RowBytes, told: Mapping[int, Value]) -> bytes:
        pieces: dict[int, bytes] = {each.column: self.part[each.start : each.end] for each in row.cells}
        for column, value in told.items():
            old = next((each for each in row.cells if each.column == column), None)
            if old is not None and old.has_formula:
                self._refuse_formula(row.number, column)
            pieces[column] = self._cell((row.number, column), value, old.style if old else self._style(row, column))
        held = b"".join(pieces[column] for column in sorted(pieces))
        prefix = self.found.prefix
        attributes = {key: text for key, text in row.attributes.items() if key != "spans"}
        attributes |= self._height(row, told)
        opening = f"<{prefix}row" + "".join(f" {key}={quoteattr(text)}" for key, text in attributes.items()) + ">"
        return opening.encode() + held + f"</{prefix}row>".encode()

    def _height(self, row: RowBytes, told: Mapping[int, Value]) -> dict[str, str]:
        """At least as high as the new texts, where nobody has set it: LibreOffice does not look for it on opening."""
        if row.attributes.get("customHeight") in {"1", "true"}:
            return {}
        lines = max((self._lines(column, value) for column, value in told.items()), default=1)
        needed = lines * _LINE + 3
        if lines == 1 or needed <= float(row.attributes.get("ht", "0")):
            return {}
        return {"ht": f"{needed:g}"}

    def _lines(self, column: int, value: Value) -> int:
        letters = max(int((self.edges[column + 1] - self.edges[column]) / _LETTER), 4)
        return sum(max(-(-len(line) // letters), 1) for line in str(value).split("\n"))

    def _style(self, row: RowBytes, column: int) -> str:
        """As the cell above looks; else as the row or nothing says."""
        for above in reversed(self.found.rows):
            if above.number < row.number:
                for cell in above.cells:
                    if cell.column == column:
                        return cell.style
        return row.attributes.get("s", "")

    def _cell(self, place: Place, value: Value, style: str) -> bytes:
        prefix = self.found.prefix
        opening = f'<{prefix}c r="{reference_of(place)}"' + (f" s={quoteattr(style)}" if style else "")
        if isinstance(value, date):
            if int(style or "0") in self.styles.dates:
                days = (value - self.first_day).days
                return f"{opening}><{prefix}v>{days}</{prefix}v></{prefix}c>".encode()
            value = f"{value:%d/%m/%Y}"
        if not value:
            return f"{opening}/>".encode()
        if len(value) > LONGEST_CELL:
            raise NotKeptError(
                Message(
                    f"isinya {len(value)} huruf, lebih dari yang muat di satu sel ({LONGEST_CELL})",
                    f"its {len(value)} characters are more than a cell holds ({LONGEST_CELL})",
                )
            )
        text = escape(_ESCAPE_LIKE.sub("_x005F_", value))
        inline = f'<{prefix}is><{prefix}t xml:space="preserve">{text}</{prefix}t></{prefix}is>'
        return f'{opening} t="inlineStr">{inline}</{prefix}c>'.encode()

    def _refuse_formula(self, row: int, column: int) -> None:
        where = f"{self.title}!{reference_of((row, column))}"
        raise NotKeptError(
            Message(
                f"sel {where} berisi rumus; ganti rumus itu dengan nilainya",
                f"the cell {where} holds a formula; put its value there instead",
            )
        )
