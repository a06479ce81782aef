"""The sheet *Riwayat*: a row a revision, newest last."""

from __future__ import annotations

from typing import Any

from sopgen.intake.fault import Path
from sopgen.intake.form.celltexts import text_in
from sopgen.intake.form.fieldsheets import iso_date
from sopgen.intake.form.filling import Form
from sopgen.intake.form.sheets import find_table
from sopgen.intake.form.unread import tell_unread_columns
from sopgen.intake.form.words import HISTORY, HISTORY_COLUMNS


def read_history(form: Form) -> None:
    table = find_table(form.free(), HISTORY, HISTORY_COLUMNS, ("tanggal", "menjadi"), form.tree.shown)
    entries: list[dict[str, Any]] = []
    if table is None:
        return
    form.taken.add(table.grid.name)
    tell_unread_columns(form, table)
    for row in table.rows():
        path: Path = ("riwayat", len(entries))
        form.tree.spans[path] = table.at(row, "tanggal").span
        entry: dict[str, Any] = {}
        for key in HISTORY_COLUMNS:
            found = table.at(row, key)
            if text := text_in(found, form.tree.faults, dates=key == "tanggal"):
                entry[key] = iso_date(text) if key == "tanggal" else text
                form.tree.spans[(*path, key)] = found.span
        if entry:
            entries.append(entry)
    if entries:
        form.data["riwayat"] = entries
        form.tree.spans.setdefault(("riwayat",), form.tree.spans["riwayat", 0])
