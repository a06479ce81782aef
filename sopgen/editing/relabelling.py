"""A clerk's own form → the same file with its steps called as they are now, and nothing else touched."""

from __future__ import annotations

from sopgen.diagnostics import Message, Span
from sopgen.editing.edit_fault import EditFault
from sopgen.intake.form.reading import outdated_cells, read_form
from sopgen.intake.form.words import LIST, STEP_COLUMNS, STEPS
from sopgen.workbook.amending import NotKeptError, amend
from sopgen.workbook.forgetting import forget_values
from sopgen.workbook.grid import read_grids
from sopgen.workbook.package import NoWorkbook
from sopgen.workbook.values import Place

_HEAD_WITHIN = 60  # rows


def call_steps_as_now(data: bytes, shown: str) -> tuple[bytes, tuple[Span, ...]]:
    """The workbook, and the cells that named a step as it was called once. It says what it said before.

    Raises `Refusal` for what is no form, `EditFault` for a workbook whose cells cannot be put in place one by one.
    """
    labels = outdated_cells(data, shown)
    if not labels:
        return data, ()
    cells: dict[str, dict[Place, str]] = {}
    for span, text in labels.items():
        cells.setdefault(span.sheet, {})[span.line - 1, span.column - 1] = text
    try:
        made = forget_values(amend(data, cells), {STEPS: _columns_of_checks(data), LIST: None})
    except NotKeptError as reason:
        raise EditFault(reason.message) from None
    except NoWorkbook:
        raise EditFault(Message("buku kerja ini tidak dapat disunting", "this workbook cannot be edited")) from None
    if read_form(made, shown).data != read_form(data, shown).data:
        raise EditFault(
            Message(
                "tujuannya tidak dapat diperbarui tanpa mengubah isi lain",
                "its targets cannot be brought up to date without changing something else",
            )
        )
    return made, tuple(labels)


def _columns_of_checks(data: bytes) -> frozenset[int]:
    """Where *Periksa* stands, whose formulas look at targets."""
    heading = STEP_COLUMNS["periksa"][0]
    sheets = [grid.cells.items() for grid in read_grids(data) if grid.name == STEPS]
    return frozenset(
        column for cells in sheets for (row, column), cell in cells if row < _HEAD_WITHIN and cell.text == heading
    )
