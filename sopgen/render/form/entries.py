"""Sheets of a row an entry: *Bagi pemohon*, *Riwayat*, *Temuan diterima*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from openpyxl.utils import get_column_letter

from sopgen.intake.form.words import (
    ACCEPTED,
    ACCEPTED_COLUMNS,
    ENTRY_DATES,
    HISTORY,
    HISTORY_COLUMNS,
    PUBLIC,
    PUBLIC_CHOICES,
    PUBLIC_COLUMNS,
)
from sopgen.render.form.cells import FIRST, HEAD, as_date, as_text, choose, listed, printed, put, shown_value, widths
from sopgen.render.form.steps import named_step

ROWS: Final = 20
SPARE: Final = 10


class _Sheet(NamedTuple):
    title: str
    told: str
    columns: Mapping[str, Sequence[str]]
    widths: Sequence[float]


_PUBLIC: Final = _Sheet(
    PUBLIC,
    "Untuk edisi publik: kata-kata bagi pemohon pada kegiatan yang ia temui. Lembar ini boleh kosong.",
    PUBLIC_COLUMNS,
    (38, 28, 60, 28, 16, 20),
)
_HISTORY: Final = _Sheet(
    HISTORY,
    "Satu baris satu revisi, yang terbaru paling bawah. Lembar ini boleh kosong.",
    HISTORY_COLUMNS,
    (10, 13, 26, 40, 40, 30),
)
_ACCEPTED: Final = _Sheet(
    ACCEPTED,
    "Temuan sopgen check yang memang disengaja, dengan alasannya. Tanpa kegiatan: seluruh SOP. Boleh kosong.",
    ACCEPTED_COLUMNS,
    (14, 50, 80, 16),
)


def write_public(sheet: Any, data: Mapping[str, Any]) -> None:
    steps = _steps(data)
    rows = []
    for number, step in enumerate(steps, start=1):
        words = step.get("publik")
        if words:
            whole = words if isinstance(words, dict) else {"judul": words}
            rows.append({**whole, "kegiatan": str(number)})
    _write(sheet, _PUBLIC, rows, steps)


def write_history(sheet: Any, data: Mapping[str, Any]) -> None:
    _write(sheet, _HISTORY, _entries(data, "riwayat"), ())


def write_accepted(sheet: Any, data: Mapping[str, Any]) -> None:
    _write(sheet, _ACCEPTED, _entries(data, "abaikan"), _steps(data))


def _steps(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [step for step in data.get("kegiatan") or () if isinstance(step, dict)]


def _entries(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    return [each for each in data.get(key) or () if isinstance(each, dict)]


def _write(sheet: Any, told: _Sheet, entries: Sequence[Mapping[str, Any]], steps: Sequence[Mapping[str, Any]]) -> None:
    put(sheet, 1, 1, told.title, kind="title")
    put(sheet, 2, 1, told.told, kind="line")
    last = FIRST + max(ROWS, len(entries) + SPARE) - 1
    for column, (key, words) in enumerate(told.columns.items(), start=1):
        put(sheet, HEAD, column, words[0], kind="head")
        for row in range(FIRST, last + 1):
            value = entries[row - FIRST].get(key) if row - FIRST < len(entries) else None
            value = named_step(value, steps) if key == "kegiatan" and value else value
            cell = put(sheet, row, column, shown_value(value, "date" if key in ENTRY_DATES else "text"))
            if key in ENTRY_DATES:
                as_date(cell)
            else:
                as_text(cell)
        letter = get_column_letter(column)
        if key == "kegiatan":
            choose(sheet, f"{letter}{FIRST}:{letter}{last}", "DaftarLangkah", prompt="Pilih kegiatannya.")
        elif key in PUBLIC_CHOICES:
            choose(sheet, f"{letter}{FIRST}:{letter}{last}", listed(PUBLIC_CHOICES[key]), strict=True)
    widths(sheet, told.widths)
    sheet.freeze_panes = f"A{FIRST}"
    printed(sheet, rows=f"{HEAD}:{HEAD}")
