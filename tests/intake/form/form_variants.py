"""Forms as other hands and programs leave them: one change of a kind each, made of a filled form.

`Book` is what a person sees: sheets of rows of values, formulas as the values that a program has worked out for them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from sopgen.intake.form.words import (
    ACCEPTED,
    ACCEPTED_COLUMNS,
    BOX_COLUMNS,
    BOXES,
    HISTORY,
    HISTORY_COLUMNS,
    LANE_COLUMNS,
    LANES,
    PUBLIC,
    PUBLIC_COLUMNS,
    STEP_COLUMNS,
    STEPS,
)
from sopgen.render.form.cells import FIRST, HEAD

Rows = list[list[Any]]
Book = dict[str, Rows]
Change = Callable[[bytes], bytes]
TABLES: Final = {
    BOXES: BOX_COLUMNS,
    LANES: LANE_COLUMNS,
    STEPS: STEP_COLUMNS,
    PUBLIC: PUBLIC_COLUMNS,
    HISTORY: HISTORY_COLUMNS,
    ACCEPTED: ACCEPTED_COLUMNS,
}
LISTED: Final = list(LANE_COLUMNS).index("daftar")
EPOCH: Final = date(1899, 12, 30)


def seen(data: bytes) -> Book:
    """What stands in a form, on the sheets that nobody sees, too."""
    return {title: [list(row) for row in rows] for title, rows in _seen(data).items()}


@cache
def _seen(data: bytes) -> Book:
    workbook = load_workbook(io.BytesIO(data))
    book: Book = {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in workbook}
    steps = book[STEPS]
    for number, row in enumerate(steps[HEAD:], start=1):
        is_step = row[column(book, STEPS, "uraian")] is not None
        row[column(book, STEPS, "no")] = number if is_step else None
        row[column(book, STEPS, "periksa")] = "Siap" if is_step else None
    for row in book[LANES][HEAD:]:
        row[LISTED] = row[1] or row[0]
    lanes = [row[LISTED] for row in book[LANES][HEAD:] if row[LISTED]]
    for rows in book.values():
        rows[:] = [[_worked_out(value, lanes) for value in row] for row in rows]
    return book


def _worked_out(value: Any, lanes: list[Any]) -> Any:
    if not isinstance(value, str) or not value.startswith("="):
        return value
    if value.startswith("=IF(Pelaksana!"):
        row = int(re.findall(r"\d+", value)[0]) - FIRST
        return lanes[row] if row < len(lanes) else None
    return None


def column(book: Book, title: str, key: str) -> int:
    """Where the heading of `key` stands."""
    return book[title][HEAD - 1].index(TABLES[title][key][0])


def by_openpyxl(book: Mapping[str, Rows]) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, rows in book.items():
        sheet = workbook.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            for at, value in enumerate(row, start=1):
                if value is not None:
                    sheet.cell(number, at).value = value
        if title.startswith("_"):
            sheet.sheet_state = "hidden"
    return stored(workbook)


def stored(workbook: Any) -> bytes:
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def by_hand(change: Callable[[Any], None]) -> Change:
    """The form with `change(workbook)`, formulas and all."""

    def made(data: bytes) -> bytes:
        workbook = load_workbook(io.BytesIO(data))
        change(workbook)
        return stored(workbook)

    return made


def by_sight(change: Callable[[Book], Any]) -> Change:
    """The form's values alone with `change(book)`, which may give another book."""

    def made(data: bytes) -> bytes:
        book = seen(data)
        other = change(book)
        return by_openpyxl(other if isinstance(other, dict) else book)

    return made


MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"


def by_another_program(
    book: Mapping[str, Rows],
    *,
    inline: bool = False,
    places: bool = True,
    book_part: str = "xl/workbook.xml",
    absolute: bool = True,
    strict: bool = False,
) -> bytes:
    """A package as few parts as the standard asks: no hidden names, no dimension, absolute targets, runs of text.

    `inline`: texts in the cells; `places`: cells say where they stand; `strict`: by the names of ISO's strict form.
    """
    texts: dict[str, int] = {}
    parts: dict[str, str] = {}
    entries, relations = [], []
    for number, (title, rows) in enumerate(book.items(), start=1):
        state = ' state="hidden"' if title.startswith("_") else ""
        entries.append(f'<sheet name={quoteattr(title)} sheetId="{number}"{state} r:id="rId{number}"/>')
        target = f"/xl/worksheets/sheet{number}.xml" if absolute else f"worksheets/sheet{number}.xml"
        relations.append(f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="{target}"/>')
        lines = []
        for at, row in enumerate(rows, start=1):
            cells = "".join(
                _cell(value, get_column_letter(c) + str(at) if places else "", texts, inline=inline)
                for c, value in enumerate(row, start=1)
                if value is not None or not places
            )
            where = f' r="{at}"' if places else ""
            lines.append(f"<row{where}>{cells}</row>" if cells or not places else "")
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
        )
    shared = "".join(_runs(text) for text in texts)
    folder = "/xl/" if absolute else ""
    relations.append(f'<Relationship Id="rIdT" Type="{OFFICE}/sharedStrings" Target="{folder}sharedStrings.xml"/>')
    relations.append(f'<Relationship Id="rIdS" Type="{OFFICE}/styles" Target="{folder}styles.xml"/>')
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    )
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{shared}</sst>'
    parts[book_part] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr/><sheets>{"".join(entries)}</sheets></workbook>'
    )
    home, _, name = book_part.rpartition("/")
    parts[f"{home}/_rels/{name}.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(relations)}</Relationships>'
    )
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="{book_part}"/></Relationships>'
    )
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            told = text.replace(MAIN, STRICT_MAIN).replace(OFFICE, STRICT_OFFICE) if strict else text
            archive.writestr(part, f'<?xml version="1.0" encoding="UTF-8"?>{told}')
    return target.getvalue()


def _cell(value: Any, place: str, texts: dict[str, int], *, inline: bool) -> str:
    where = f' r="{place}"' if place else ""
    if value is None:
        return f"<c{where}/>"
    if isinstance(value, bool):
        return f'<c{where} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c{where} s="1"><v>{(date(value.year, value.month, value.day) - EPOCH).days}</v></c>'
    if isinstance(value, int | float):
        return f"<c{where}><v>{value}</v></c>"
    if inline:
        return f'<c{where} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c{where} t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'


def _runs(text: str) -> str:
    """A text in two looks, as programs store one of which a word is bold."""
    half = len(text) // 2
    runs = "".join(f'<r><t xml:space="preserve">{escape(part)}</t></r>' for part in (text[:half], text[half:]) if part)
    return f"<si>{runs}</si>"
