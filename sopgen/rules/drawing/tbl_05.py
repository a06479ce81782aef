"""TBL-05. Every cell still says what the workbook's own source says; an edit there is lost with the next build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from sopgen.columns import FIELD_OF
from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart
from sopgen.scene import Cell, Document, Page
from sopgen.workbook.cells import reference_of
from sopgen.workbook.values import Place, Sheet

_SHOWN: Final = 40
_REMEDY: Final = Message(
    "Ubah spesifikasinya lalu jalankan `sopgen build`; suntingan di sini hilang pada pembuatan berikutnya.",
    "Change the spec and run `sopgen build`; an edit made here is lost with the next build.",
)


def check(chart: Chart) -> Iterator[Breach]:
    if chart.expected is None:
        return
    rows = {int(number): row for row, number in chart.steps}
    columns = dict(_columns(chart))
    for cell in (cell for page in chart.expected.pages for table in page.tables for cell in table.cells):
        if cell.step is None or cell.role not in columns or cell.step not in rows:
            continue
        first, last = columns[cell.role]
        row = rows[cell.step]
        said = "".join(chart.sheet.cells.get((row, column), "") for column in range(first, last + 1))
        if _letters(said) != _letters(_due(cell)):
            place = next(
                ((row, column) for column in range(first, last + 1) if (row, column) in chart.sheet.cells), (row, last)
            )
            yield _changed(chart.sheet, place, said, cell.step)
    yield from _lane_names(chart)
    yield from _identity(chart.expected, chart.others)


def _columns(chart: Chart) -> Iterator[tuple[str, tuple[int, int]]]:
    """Role → first and last column, by the headings as they should read."""
    assert chart.expected is not None
    for cell in (cell for page in chart.expected.pages for table in page.tables for cell in table.cells):
        role = cell.role.removeprefix("kepala_")
        if cell.role.startswith("kepala_") and role in FIELD_OF:
            found = next((place for place, text in chart.head if text.split() == _due(cell).split()), None)
            if found is not None:
                first, last = chart.sheet.span(found)
                yield role, (first[1], last[1])


def _lane_names(chart: Chart) -> Iterator[Breach]:
    """The executors' names, and what stands above neighbours of one group."""
    assert chart.expected is not None
    cells = next(filter(None, (_lane_heads(page) for page in chart.expected.pages)), ())
    lanes = sorted({cell.column for cell in cells if cell.role == "nama_pelaksana"})
    columns = {column: first for column, (first, _) in zip(lanes, chart.lanes, strict=False)}
    for cell in cells:
        first = columns.get(cell.column)
        if first is None:
            continue
        rows = [place[0] for place, text in chart.head if place[1] == first and not text.startswith("(")]
        named = cell.role == "nama_pelaksana"
        row = max(rows, default=0) if named else max(rows, default=0) - 1
        said = chart.sheet.cells.get((row, first), "")
        if _letters(said) != _letters(_due(cell)):
            yield _changed(chart.sheet, (row, first), said, None)


def _lane_heads(page: Page) -> tuple[Cell, ...]:
    """Left to right, on whatever level of the head."""
    roles = {"nama_pelaksana", "kelompok_pelaksana"}
    return tuple(
        sorted((c for table in page.tables for c in table.cells if c.role in roles), key=lambda c: (c.column, c.row))
    )


def _due(cell: Cell) -> str:
    return "\n".join(text.text for text in cell.texts)


def _letters(text: str) -> str:
    """Without blanks: a program that saves a workbook anew may break lines elsewhere."""
    return "".join(text.split())


def _identity(expected: Document, sheets: tuple[Sheet, ...]) -> Iterator[Breach]:
    """What the identity page's cells say that the spec does not, and what the spec says that no cell does.

    Word by word: a text is spread over several cells there as its lines ask for it.
    """
    if not sheets:
        return
    tables = [table for page in expected.pages for table in page.tables if table.role == "identitas"]
    cells = [cell for table in tables for cell in table.cells]
    due = [line for cell in cells for line in _due(cell).splitlines()]
    due_words = Counter(word for line in due for word in line.split())
    told_words = Counter(word for sheet in sheets for text in sheet.cells.values() for word in text.split())
    added, gone = told_words - due_words, due_words - told_words
    for sheet in sheets:
        for place, text in sorted(sheet.cells.items()):
            if not added.keys().isdisjoint(text.split()):
                yield _changed(sheet, place, text, None, on_flow_sheet=False)
    for line in due:
        if not gone.keys().isdisjoint(line.split()):
            yield Breach(
                Message(f"“{_shortened(line)}” tidak ada lagi di buku kerja.", f"“{_shortened(line)}” is gone."),
                _REMEDY,
            )


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return f"{plain[:_SHOWN]}…" if len(plain) > _SHOWN else plain


def _changed(sheet: Sheet, place: Place, said: str, step: int | None, *, on_flow_sheet: bool = True) -> Breach:
    name = f"{sheet.name}!{reference_of(place)}"
    return Breach(
        Message(
            f"Isi sel {name} (“{_shortened(said)}”) tidak sama dengan spesifikasinya.",
            f"Cell {name} (“{_shortened(said)}”) differs from the spec.",
        ),
        _REMEDY,
        step,
        place if on_flow_sheet else None,
    )
