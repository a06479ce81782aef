"""A form's cells → the tree of a spec: what is left empty is left out, each value at its cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, Path
from sopgen.intake.form.boxes import read_boxes
from sopgen.intake.form.entries import read_accepted, read_history, read_public
from sopgen.intake.form.fieldsheets import read_identity, read_service
from sopgen.intake.form.filling import Form, FormTree
from sopgen.intake.form.lanes import read_executors
from sopgen.intake.form.leftovers import apply_leftovers
from sopgen.intake.form.steps import find_steps, read_steps
from sopgen.intake.form.unread import tell_unread_steps
from sopgen.intake.form.words import SOURCE
from sopgen.intake.rereading import refuse_unparsed
from sopgen.workbook.grid import Grid, read_grids
from sopgen.workbook.package import NoWorkbook


def read_form(data: bytes, shown: str) -> FormTree:
    """The tree; a workbook that is no form has one fault that says so."""
    try:
        return read_sheets(read_grids(data), shown)
    except NoWorkbook:
        message = Message("Buku kerja ini tidak dapat dibaca.", "This workbook cannot be read.")
        remedy = Message("Buka lalu simpan lagi sebagai XLSX.", "Open it and save it again as XLSX.")
        return _refused(FormTree(shown), Fault(Code.BINARY, (), message, remedy))


def read_sheets(grids: Sequence[Grid], shown: str) -> FormTree:
    """The same of sheets that have been read."""
    tree = FormTree(shown)
    form = Form(grids, tree)
    tree.sheets = tuple(grid.name for grid in grids)
    read_identity(form)
    read_service(form)
    steps = find_steps(form)
    if steps is None:
        message = Message("Lembar Kegiatan tidak ditemukan.", "There is no sheet Kegiatan.")
        remedy = Message(
            "Lembar itu memuat kolom Uraian kegiatan dan Pelaksana; buat formulir baru dengan `sopgen form`.",
            "It has the headings Uraian kegiatan and Pelaksana; make a new form by `sopgen form`.",
        )
        return _refused(tree, Fault(Code.MISSING, (), message, remedy))
    tree.spans[()] = Span(shown, 1, 1, sheet=steps.grid.name)
    read_boxes(form)
    read_executors(form)
    read_steps(form, steps)
    read_public(form)
    read_history(form)
    read_accepted(form)
    tell_unread_steps(form)
    tree.data = form.data
    apply_leftovers(form.grids, form.data, tree.codes)
    tree.spans = {path: span for path, span in tree.spans.items() if _is_there(form.data, path)}
    return tree


def _is_there(data: Any, path: Path) -> bool:
    """A short form has no keys of its own, and what the hidden sheet puts back may have others."""
    for element in path:
        try:
            data = data[element]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def _refused(tree: FormTree, fault: Fault) -> FormTree:
    tree.broken = True
    tree.faults.append(fault)
    return tree


def outdated_cells(data: bytes, shown: str) -> dict[Span, str]:
    """Cells that call a step as it was called once → what is to stand there. Raises `Refusal` for what is no form."""
    form = read_form(data, shown)
    if form.broken:
        refuse_unparsed(form)
    cells = {grid.name: grid.cells for grid in read_grids(data)}
    found: dict[Span, str] = {}
    for span, names in form.outdated.items():
        cell = cells[span.sheet].get((span.line - 1, span.column - 1))
        text = cell.text.replace("\r\n", "\n") if cell else ""
        for old, new in names:
            text = text.replace(old, new, 1)
        if text:
            found[span] = text
    return found


def source_text(data: bytes) -> str:
    """The text that a form was made from; empty where it was made of nothing."""
    grid = next((each for each in read_grids(data) if each.name == SOURCE), None)
    return "".join(grid.cells[place].text for place in sorted(grid.cells)) if grid else ""
