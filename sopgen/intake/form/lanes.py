"""The sheet *Pelaksana*: a row a lane of the chart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Path, name
from sopgen.intake.form.celltexts import as_offered, text_in
from sopgen.intake.form.filling import Form, Renamed
from sopgen.intake.form.leftovers import names_by_key
from sopgen.intake.form.sheets import find_table
from sopgen.intake.form.unread import tell_unread_columns
from sopgen.intake.form.words import LANE_COLUMNS, LANES, ROLES, YES_NO, folded

_OFFERED: Final = {"eksternal": YES_NO, "peran": ROLES}


def read_executors(form: Form) -> None:
    table = find_table(form.free(), LANES, LANE_COLUMNS, ("nama",), form.tree.shown)
    if table is not None:
        form.taken.add(table.grid.name)
        tell_unread_columns(form, table)
    lanes: dict[str, Any] = {}
    shorts: dict[str, str] = {}
    for row in table.rows() if table else ():
        assert table is not None
        printed, short_cell = table.at(row, "nama"), table.at(row, "kunci")
        text, short = text_in(printed, form.tree.faults), text_in(short_cell, form.tree.faults)
        if not text and not short:
            continue
        code = text_in(table.at(row, "kode"), [])
        key = code if code and code not in lanes else short or _short_name(text, lanes)
        if key in lanes or (short and folded(short) in shorts):
            form.fault(
                Code.DUPLICATE_KEY,
                short_cell.span,
                Message(f"Nama singkat {name(short)} dipakai dua kali.", f"The short name {name(short)} stands twice."),
                Message("Beri nama singkat yang berbeda.", "Give another short name."),
            )
            continue
        shorts[folded(short)] = key
        path: Path = ("pelaksana", key)
        value: dict[str, Any] = {"nama": text or short}
        for own in ("eksternal", "peran", "kelompok", "publik"):
            found = table.at(row, own)
            if said := text_in(found, form.tree.faults):
                value[own] = as_offered(said, _OFFERED.get(own, ()))
                form.tree.spans[(*path, own)] = found.span
        lanes[key] = value if len(value) > 1 else value["nama"]
        form.tree.spans[path] = form.tree.key_spans[path] = printed.span
        form.tree.spans[(*path, "nama")] = printed.span
        form.lanes.setdefault(folded(text), key)
    form.lanes |= {folded(key): key for key in lanes} | {short: key for short, key in shorts.items() if short}
    _know_old_names(form, lanes)
    form.data["pelaksana"] = lanes
    span = Span(form.tree.shown, (table.head + 2) if table else 1, 1, sheet=table.grid.name if table else LANES)
    form.tree.spans[("pelaksana",)] = span


def _know_old_names(form: Form, lanes: Mapping[str, Any]) -> None:
    """Cells of steps may still say what an executor was called when the form was made, if nobody else is called so."""
    for key, old in names_by_key(form.grids).items():
        if key in lanes and folded(old) and folded(old) not in form.lanes:
            value = lanes[key]
            now = value["nama"] if isinstance(value, dict) else value
            form.lanes[folded(old)] = key
            form.renamed[folded(old)] = Renamed(
                form.tree.spans["pelaksana", key],
                now,
                Message(
                    f"Lembar Kegiatan masih menyebut {name(old)}; dibaca {name(now)}.",
                    f"The sheet Kegiatan still says {name(old)}; read as {name(now)}.",
                ),
            )


def _short_name(text: str, taken: Mapping[str, Any]) -> str:
    base = folded(text).replace(" ", "_")[:24].strip("_") or "pelaksana"
    if base.isdigit():
        base = f"p{base}"
    short, number = base, 2
    while short in taken:
        short, number = f"{base}_{number}", number + 1
    return short
