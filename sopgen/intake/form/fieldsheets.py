"""Sheets of one value a line, its words before it: *Identitas* and *Pelayanan*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sopgen.diagnostics import Span
from sopgen.intake.fault import Path
from sopgen.intake.form.filling import Form, content_of
from sopgen.intake.form.sheets import Found, text_in
from sopgen.intake.form.words import FIELDS, IDENTITY, SERVICE, SERVICE_FIELDS, Field, folded
from sopgen.workbook.grid import Grid

_ENOUGH = 3  # words of ours in a column, and a sheet of any name is the one


def read_identity(form: Form) -> None:
    _read_fields(form, IDENTITY, FIELDS)
    form.data.setdefault("judul", None)


def read_service(form: Form) -> None:
    _read_fields(form, SERVICE, SERVICE_FIELDS)


def _read_fields(form: Form, title: str, fields: Sequence[Field]) -> None:
    titles = {folded(each): field for field in fields for each in (field.title, *field.others)}
    grid = next((each for each in form.grids if folded(each.name) == folded(title)), None)
    grid = grid or next((each for each in form.grids if _tells(each, titles)), None)
    if grid is None:
        return
    seen: set[Path] = set()
    for (row, column), cell in sorted(grid.cells.items()):
        field = titles.get(folded(cell.text))
        if field is None or field.path in seen or (column and any((row, c) in grid.cells for c in range(column))):
            continue
        seen.add(field.path)
        found = _beside(form, grid, row, column)
        text = text_in(found, form.tree.faults, dates=field.kind == "date")
        text = iso_date(text) if field.kind == "date" else text
        if text or field.path == ("judul",):
            form.put(field.path, _items_or_text(text) if field.kind == "content" else text or None, found.span)


def _beside(form: Form, grid: Grid, row: int, column: int) -> Found:
    cell = grid.cells.get((row, column + 1))
    span = Span(form.tree.shown, row + 1, column + 2, sheet=grid.name)
    return Found(cell.text if cell else "", span, cell)


def _tells(grid: Grid, titles: Mapping[str, Field]) -> bool:
    return sum(folded(cell.text) in titles for (_, column), cell in grid.cells.items() if column == 0) >= _ENOUGH


def _items_or_text(text: str) -> Any:
    content = content_of(text)
    return [content["teks"], *content["butir"]] if isinstance(content, dict) else content


def iso_date(text: str) -> str:
    """`15/10/2018` and `15 Oktober 2018`, typed as texts, are dates, too."""
    from sopgen.intake.fields import suggested_date

    return suggested_date(text) or text
