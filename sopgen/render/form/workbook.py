"""A spec's data in, the form's bytes out: the same for the same data, whatever the clock."""

from __future__ import annotations

import copy
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook

from sopgen.intake.fault import Path
from sopgen.intake.form.leftovers import differences, lanes_named, rows_named
from sopgen.intake.form.reading import read_sheets
from sopgen.intake.form.words import (
    ACCEPTED,
    BOX_COLUMNS,
    BOX_TITLES,
    BOXES,
    FIELDS,
    HISTORY,
    IDENTITY,
    LANES,
    MATRIX,
    ONE_ITEM,
    PUBLIC,
    REST,
    SERVICE,
    SERVICE_FIELDS,
    SOURCE,
    STEPS,
    UNNUMBERED,
    Field,
)
from sopgen.intake.text import clean
from sopgen.render.form.cells import (
    FIRST,
    HEAD,
    as_date,
    as_text,
    choose,
    fit_rows,
    listed,
    printed,
    put,
    resizable,
    shown_value,
    widths,
)
from sopgen.render.form.entries import write_accepted, write_history, write_public
from sopgen.render.form.guide import described, write_guide
from sopgen.render.form.lanes import called, write_lanes
from sopgen.render.form.steps import write_matrix, write_steps
from sopgen.render.ooxml.parts import XML_HEAD, packed
from sopgen.render.ooxml.serialising import serialised
from sopgen.render.xlsx.font_order import with_fonts_in_order
from sopgen.workbook.grid import Cell, Grid

BOX_ROWS: Final = 36  # one page
_CHUNK: Final = 30_000
_CORE: Final = (
    f'{XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Formulir SOP</dc:title><dc:language>id-ID</dc:language>'
    "</cp:coreProperties>"
)


def render_form(data: Mapping[str, Any] | None = None, source: str = "") -> bytes:
    """The form of a spec's data (as its tree says it), empty without. `source`: its text, kept for the way back."""
    meant = _as_read(data or {})
    steps = [step for step in meant.get("kegiatan") or () if isinstance(step, dict)]
    codes = [str(step.get("id") or f"#{number}") for number, step in enumerate(steps, start=1)]
    book = Workbook()
    write_guide(book.active)
    _fields(book.create_sheet(IDENTITY), IDENTITY, "Isi kolom tengah.", FIELDS, meant)
    _boxes(book.create_sheet(BOXES), meant)
    lanes = meant.get("pelaksana")
    lanes = lanes if isinstance(lanes, dict) else {}
    write_lanes(book, book.create_sheet(LANES), lanes)
    write_steps(book, book.create_sheet(STEPS), steps, codes, called(lanes))
    write_matrix(book.create_sheet(MATRIX), len(lanes))
    service = "Untuk SOP pelayanan: yang diminta standar pelayanan selain formulir SOP. Lembar ini boleh kosong."
    _fields(book.create_sheet(SERVICE), SERVICE, service, SERVICE_FIELDS, meant)
    write_public(book.create_sheet(PUBLIC), meant)
    write_history(book.create_sheet(HISTORY), meant)
    write_accepted(book.create_sheet(ACCEPTED), meant)
    book.active = 1
    if data is None:
        return _same_bytes(book)
    tree = read_sheets([_grid_of(sheet) for sheet in book.worksheets], "")
    kept = [
        *differences(_as_read(tree.data), meant, tree.codes),
        *rows_named(tree.codes, tree.texts),
        *lanes_named(called(lanes)),
    ]
    _hidden(book.create_sheet(REST), kept)
    chunks = [source[at : at + _CHUNK] for at in range(0, len(source), _CHUNK)]
    _hidden(book.create_sheet(SOURCE), [(chunk,) for chunk in chunks])
    return _same_bytes(book)


def _grid_of(sheet: Any) -> Grid:
    """What a reader will find in a sheet once it is saved; nobody has worked out its formulas."""
    cells = {}
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, date):
                cells[cell.row - 1, cell.column - 1] = Cell(cell.value.isoformat(), "date")
            elif isinstance(cell.value, str) and cell.data_type != "f":
                cells[cell.row - 1, cell.column - 1] = Cell(cell.value.replace("_x005F_x", "_x"))  # as it is shown
    return Grid(sheet.title, cells, sheet.sheet_state != "visible")


def _as_read(data: Any) -> Any:
    """Texts as a reader takes them, targets by the id of their step where it has one."""
    meant = _cleaned(copy.deepcopy(data))
    steps = meant.get("kegiatan")
    ids = [each.get("id") if isinstance(each, dict) else None for each in steps] if isinstance(steps, list) else []
    for step in steps if isinstance(steps, list) else ():
        if isinstance(step, dict):
            for key in ("keputusan", "lanjut"):
                if key in step:
                    step[key] = _by_id(step[key], ids, (key,))
    return meant


def _by_id(value: Any, ids: Sequence[Any], path: Path) -> Any:
    if isinstance(value, list):
        return [_by_id(each, ids, path) for each in value]
    if isinstance(value, dict):
        branches = path == ("keputusan",)
        return {
            key: _by_id(each, ids, (*path, key)) if branches or key == "ke" else each for key, each in value.items()
        }
    if isinstance(value, str) and value.isascii() and value.isdigit() and 1 <= int(value) <= len(ids):
        return ids[int(value) - 1] or str(int(value))
    return value


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return clean(value) if isinstance(value, str) else value


def _fields(sheet: Any, title: str, told: str, fields: Sequence[Field], data: Mapping[str, Any]) -> None:
    put(sheet, 1, 1, title, kind="title")
    put(sheet, 2, 1, told, kind="line")
    for column, words in enumerate(("Isian", "Isi", "Keterangan"), start=1):
        put(sheet, HEAD, column, words, kind="head")
    for row, field in enumerate(fields, start=FIRST):
        put(sheet, row, 1, field.title, kind="quiet")
        value = _at(data, field.path)
        cell = put(sheet, row, 2, shown_value(value, field.kind))
        if field.kind == "date":
            as_date(cell)
        else:
            as_text(cell)
        if isinstance(field.kind, tuple):
            choose(sheet, f"B{row}", listed(field.kind), strict=True)
        put(sheet, row, 3, field.note, kind="note")
    widths(sheet, [28, 62, 62])
    sheet.freeze_panes = f"A{FIRST}"
    printed(sheet, rows=f"{HEAD}:{HEAD}")


def _at(data: Any, path: Path) -> Any:
    for element in path:
        if isinstance(data, str) and element == "lama":  # said in short
            return data
        data = data.get(element) if isinstance(data, dict) else None
    return data


def _boxes(sheet: Any, data: Mapping[str, Any]) -> None:
    put(sheet, 1, 1, "Isi kotak", kind="title")
    put(sheet, 2, 1, "Satu baris satu butir; nomornya dicetak program.", kind="line")
    for column, words in enumerate(BOX_COLUMNS.values(), start=1):
        put(sheet, HEAD, column, words[0], kind="head")
    rows: list[tuple[str, str, str]] = []
    for key, titles in BOX_TITLES.items():
        value = data.get(key)
        if isinstance(value, list):
            rows += [(titles[0], str(each), ONE_ITEM if "\n" in str(each) else "") for each in value if each]
        elif isinstance(value, str) and value:
            rows.append((titles[0], value, UNNUMBERED))
        else:
            rows.append((titles[0], "", ""))
    last = FIRST + max(BOX_ROWS, len(rows) + 20) - 1
    for row in range(FIRST, last + 1):
        values = rows[row - FIRST] if row - FIRST < len(rows) else ("", "", "")
        for column, value in enumerate(values, start=1):
            as_text(put(sheet, row, column, value or None))
    choose(sheet, f"A{FIRST}:A{last}", listed([titles[0] for titles in BOX_TITLES.values()]), strict=True)
    choose(sheet, f"C{FIRST}:C{last}", listed((UNNUMBERED, ONE_ITEM)))
    widths(sheet, [28, 110, 14])
    sheet.freeze_panes = f"A{FIRST}"
    printed(sheet, rows=f"{HEAD}:{HEAD}")


def _hidden(sheet: Any, rows: Sequence[Sequence[str]]) -> None:
    sheet.sheet_state = "hidden"
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            as_text(put(sheet, row, column, value, kind="plain"))


def _same_bytes(book: Any) -> bytes:
    """Without the times of day that openpyxl writes."""
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            fit_rows(sheet)
    target = BytesIO()
    book.save(target)
    with zipfile.ZipFile(target) as archive:
        parts = serialised({name: archive.read(name) for name in archive.namelist()})
    parts |= {name: resizable(part) for name, part in parts.items() if name.startswith("xl/worksheets/")}
    parts["docProps/core.xml"] = _CORE.encode()
    parts["xl/styles.xml"] = with_fonts_in_order(parts["xl/styles.xml"])
    return packed(described(parts))
