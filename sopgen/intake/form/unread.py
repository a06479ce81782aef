"""What stands in a form and nobody reads: told, since somebody typed it."""

from __future__ import annotations

from collections.abc import Collection

from sopgen.diagnostics import Message, Span
from sopgen.intake.fault import name
from sopgen.intake.form.filling import Form
from sopgen.intake.form.sheets import Table, table_of
from sopgen.intake.form.words import STEP_COLUMNS
from sopgen.workbook.cells import column_letters


def tell_unread_columns(form: Form, table: Table, read: Collection[int] = ()) -> None:
    """Columns with something below a heading that is none of ours, or below none. `read`: those read all the same."""
    known = {*table.columns.values(), *read}
    for column in sorted({column for _, column in table.filled()} - known):
        span = Span(form.tree.shown, table.head + 1, column + 1, sheet=table.grid.name)
        heading = table.grid.cells.get((table.head, column))
        if heading is not None and heading.text.strip():
            told = Message(
                f"Kolom {name(heading.text)} tidak dikenal; isinya tidak dibaca.",
                f"There is no column {name(heading.text)}; what stands below is not read.",
            )
        else:
            letters = column_letters(column)
            told = Message(
                f"Kolom {letters} tanpa judul; isinya tidak dibaca.",
                f"Column {letters} has no heading; what stands below is not read.",
            )
        form.remark(span, told)


def tell_unread_steps(form: Form) -> None:
    """Another sheet of steps, such as a copy of the one that was read."""
    for grid in form.free():
        table = None if grid.is_hidden else table_of(grid, STEP_COLUMNS, ("uraian", "pelaksana"), form.tree.shown)
        row = next(table.rows(), None) if table else None
        if table is not None and row is not None:
            told = Message(
                "Lembar ini juga berisi kegiatan; tidak dibaca.", "This sheet has steps, too; it is not read."
            )
            form.remark(table.at(row, "uraian").span, told)
