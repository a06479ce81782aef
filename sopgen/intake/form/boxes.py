"""The sheet *Isi kotak*: a row an item, its box beside it or above."""

from __future__ import annotations

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import name
from sopgen.intake.form.celltexts import text_in
from sopgen.intake.form.filling import Form, without_dash
from sopgen.intake.form.sheets import find_table
from sopgen.intake.form.unread import tell_unread_columns
from sopgen.intake.form.words import BOX_COLUMNS, BOX_TITLES, BOXES, ONE_ITEM, UNNUMBERED, folded
from sopgen.intake.nearest import did_you_mean


def read_boxes(form: Form) -> None:
    table = find_table(form.free(), BOXES, BOX_COLUMNS, ("box", "item"), form.tree.shown)
    if table is None:
        return
    form.taken.add(table.grid.name)
    tell_unread_columns(form, table)
    keys = {folded(title): key for key, titles in BOX_TITLES.items() for title in (*titles, key)}
    current = ""
    for row in table.rows():
        box, item = table.at(row, "box"), table.at(row, "item")
        if said := text_in(box, form.tree.faults):
            current = keys.get(folded(said), "")
            if not current:
                form.fault(
                    Code.WRONG_CHOICE,
                    box.span,
                    Message(f"Kotak {name(said)} tidak ada.", f"There is no box {name(said)}."),
                    did_you_mean(said, [titles[0] for titles in BOX_TITLES.values()]),
                )
        text = text_in(item, form.tree.faults)
        if not current and text and not said:
            form.fault(
                Code.MISSING,
                box.span,
                Message("Nama kotaknya belum dipilih.", "Its box is not chosen."),
                Message("Pilih kotak di kolom Kotak.", "Choose the box in the column Kotak."),
            )
        if not current or not text:
            continue
        _add_to_box(form, current, text, folded(text_in(table.at(row, "how"), form.tree.faults)), item.span)


def _add_to_box(form: Form, key: str, text: str, how: str, span: Span) -> None:
    if how == folded(UNNUMBERED):
        there = form.data.get(key)
        form.data[key] = f"{there}\n{text}" if isinstance(there, str) else text
        form.tree.spans.setdefault((key,), span)
        return
    items = form.data.setdefault(key, [])
    if isinstance(items, str):
        items = form.data[key] = [items]
    form.tree.spans.setdefault((key,), span)
    for each in [text] if how == folded(ONE_ITEM) else text.split("\n"):
        if each.strip():
            form.tree.spans[(key, len(items))] = span
            items.append(without_dash(each))
