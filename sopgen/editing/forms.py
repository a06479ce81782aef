"""Operations on a filled form → the workbook with them made, all else kept as it is.

Only what has one cell: fields of one value, and entries of `riwayat`. What was written is read back: it says what the
data should, or nothing is written.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sopgen.diagnostics import Message, Span
from sopgen.editing.edit_fault import EditFault
from sopgen.intake.fault import Path
from sopgen.intake.form.filling import FormTree
from sopgen.intake.form.reading import read_form
from sopgen.intake.form.sheets import Table
from sopgen.intake.form.words import ENTRY_DATES, FIELDS, HISTORY, HISTORY_COLUMNS, IDENTITY
from sopgen.workbook.amending import NotKeptError, Value, amend
from sopgen.workbook.cells import MOST_ROWS
from sopgen.workbook.package import NoWorkbook
from sopgen.workbook.values import Place

_LIST: Final = "riwayat"
_DATES: Final = frozenset(field.path for field in FIELDS if field.kind == "date")
Cells = dict[str, dict[Place, Value]]


def apply_to_form(data: bytes, operations: Sequence[Mapping[str, Any]]) -> bytes:
    """`set` of a field or an entry, `append` of an entry, as `operations` of texts say them. Raises `EditFault`."""
    tree = read_form(data, "")
    meant = copy.deepcopy(tree.data)
    cells: Cells = {}
    rows = _free_rows(tree)
    for operation in operations:
        path, value = tuple(operation["path"]), operation["value"]
        if path[0] != _LIST:
            _set_field(cells, tree, path, value)
            meant.setdefault(path[0], {})[path[1]] = value
            continue
        entries = meant.setdefault(_LIST, [])
        if operation["op"] == "append":
            _write_entry(cells, tree, next(rows, None), value)
            entries.append(value)
        else:
            _write_entry(cells, tree, _row_of(tree, path), value)
            entries[path[1]] = value
    try:
        made = amend(data, cells)
    except NotKeptError as reason:
        raise EditFault(reason.message) from None
    except NoWorkbook:
        raise EditFault(_UNREADABLE) from None
    _agree(meant, made)
    return made


_UNREADABLE: Final = Message("buku kerja ini tidak dapat disunting", "this workbook cannot be edited")


def _set_field(cells: Cells, tree: FormTree, path: Path, value: str) -> None:
    place = tree.places.get(path)
    if place is None:
        title = next(field.title for field in FIELDS if field.path == path)
        raise EditFault(
            Message(
                f"lembar {IDENTITY} tidak memuat baris “{title}”; tambahkan baris itu",
                f"the sheet {IDENTITY} has no line “{title}”; add it",
            )
        )
    _write(cells, place, date.fromisoformat(value) if path in _DATES else value)


def _write_entry(cells: Cells, tree: FormTree, row: int | None, entry: Mapping[str, str]) -> None:
    table = tree.history
    if table is None or row is None:
        raise EditFault(
            Message(
                f"formulir ini tidak memuat lembar {HISTORY} yang masih kosong barisnya; salin lembar itu dari "
                "formulir kosong (sopgen form)",
                f"this form has no sheet {HISTORY} with rows left; copy that sheet from an empty form (sopgen form)",
            )
        )
    for key, titles in HISTORY_COLUMNS.items():
        text = entry.get(key, "")
        if key not in table.columns:
            if text:
                raise EditFault(
                    Message(
                        f"lembar {table.grid.name} tidak memuat kolom “{titles[0]}”; tambahkan kolom itu",
                        f"the sheet {table.grid.name} has no column “{titles[0]}”; add it",
                    )
                )
            continue
        _write(cells, table.at(row, key).span, date.fromisoformat(text) if key in ENTRY_DATES and text else text)


def _write(cells: Cells, span: Span, value: Value) -> None:
    cells.setdefault(span.sheet, {})[span.line - 1, span.column - 1] = value


def _row_of(tree: FormTree, path: Path) -> int | None:
    span = tree.spans.get(path[:2])
    return span.line - 1 if span else None


def _free_rows(tree: FormTree) -> Iterator[int]:
    """Below the last entry, without rows where anything else stands or cells are merged."""
    table = tree.history
    if table is None:
        return
    used = {row for row, _ in table.filled()} | set(_merged_rows(table))
    row = max(table.rows(), default=table.head) + 1
    while row < MOST_ROWS:
        if row not in used:
            yield row
        row += 1


def _merged_rows(table: Table) -> Iterator[int]:
    for first, last in table.grid.merges:
        yield from range(first[0], min(last[0], MOST_ROWS) + 1)


def _agree(meant: Any, made: bytes) -> None:
    tree = read_form(made, "")
    if tree.faults or tree.data != meant:
        raise EditFault(
            Message(
                "yang ditulis tidak terbaca kembali sama; lembar atau kolomnya mungkin bernama ganda",
                "what was written does not read back the same; a sheet or column may be there twice",
            )
        )
