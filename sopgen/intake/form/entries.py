"""Sheets of a row an entry: *Bagi pemohon*, *Riwayat*, *Temuan diterima*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Path
from sopgen.intake.form.celltexts import as_offered, text_in
from sopgen.intake.form.fieldsheets import iso_date
from sopgen.intake.form.filling import Form
from sopgen.intake.form.sheets import Table, find_table
from sopgen.intake.form.steps import target_of
from sopgen.intake.form.unread import tell_unread_columns
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


def read_history(form: Form) -> None:
    """Newest last."""
    form.tree.history = _table(form, HISTORY, HISTORY_COLUMNS, ("tanggal", "menjadi"))
    _read_list(form, "riwayat", form.tree.history)


def read_accepted(form: Form) -> None:
    _read_list(form, "abaikan", _table(form, ACCEPTED, ACCEPTED_COLUMNS, ("aturan", "alasan")))


def read_public(form: Form) -> None:
    """Words for applicants, each row to the step that it names."""
    table = _table(form, PUBLIC, PUBLIC_COLUMNS, ("kegiatan", "judul"))
    steps = form.data["kegiatan"]
    for row in table.rows() if table else ():
        assert table is not None
        named = table.at(row, "kegiatan")
        text = text_in(named, form.tree.faults)
        told = target_of(form, text, named.span, ()) if text else ""
        number = _number(form, told)
        if number is None:
            if text or not form.tree.faults or form.tree.faults[-1].span != named.span:
                _name_unknown(form, named.span)
            continue
        path: Path = ("kegiatan", number - 1, "publik")
        words = dict(_entry(form, table, row, path, skip="kegiatan"))
        if "publik" in steps[number - 1]:
            form.fault(
                Code.DUPLICATE_KEY,
                named.span,
                Message(f"Kegiatan {number} ditulis dua kali di sini.", f"Step {number} stands here twice."),
                Message("Gabungkan kedua baris itu.", "Join the two rows."),
            )
        form.tree.spans[path] = named.span
        steps[number - 1]["publik"] = words["judul"] if set(words) == {"judul"} else words


def _number(form: Form, told: str) -> int | None:
    if told in form.steps.ids and told:
        return form.steps.ids.index(told) + 1
    return int(told) if told.isascii() and told.isdigit() and 1 <= int(told) <= len(form.steps.texts) else None


def _name_unknown(form: Form, span: Span) -> None:
    form.fault(
        Code.UNKNOWN_STEP,
        span,
        Message("Kegiatan yang dimaksud tidak ada.", "There is no such step."),
        Message("Pilih kegiatannya dari daftar di sel ini.", "Choose the step from this cell's list."),
    )


def _table(form: Form, title: str, columns: Mapping[str, Sequence[str]], needed: Sequence[str]) -> Table | None:
    table = find_table(form.free(), title, columns, needed, form.tree.shown)
    if table is not None:
        form.taken.add(table.grid.name)
        tell_unread_columns(form, table)
    return table


def _read_list(form: Form, key: str, table: Table | None) -> None:
    entries: list[dict[str, Any]] = []
    for row in table.rows() if table else ():
        assert table is not None
        path: Path = (key, len(entries))
        form.tree.spans[path] = table.at(row, next(iter(table.columns))).span
        if entry := dict(_entry(form, table, row, path)):
            entries.append(entry)
    if entries:
        form.data[key] = entries
        form.tree.spans.setdefault((key,), form.tree.spans[key, 0])


def _entry(form: Form, table: Table, row: int, path: Path, *, skip: str = "") -> Iterator[tuple[str, str]]:
    """What the row's cells say, each at its place."""
    for key in table.columns:
        found = table.at(row, key)
        text = "" if key == skip else text_in(found, form.tree.faults, dates=key in ENTRY_DATES)
        if not text:
            continue
        form.tree.spans[(*path, key)] = found.span
        if key == "kegiatan":
            text = target_of(form, text, found.span, (*path, key))
        yield key, iso_date(text) if key in ENTRY_DATES else as_offered(text, PUBLIC_CHOICES.get(key, ()))
