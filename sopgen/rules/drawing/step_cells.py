"""The cells of steps beside what their source says there: what one stroke changed once, a row once, a cell once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.columns import FIELD_OF
from sopgen.diagnostics import Message
from sopgen.rules.drawing.cell_edits import cell_edits
from sopgen.rules.drawing.chart import Breach, Chart, Spot, Step
from sopgen.rules.drawing.letters import letters
from sopgen.rules.drawing.source import Source
from sopgen.rules.drawing.strokes import StepCell, Stroke, strokes
from sopgen.rules.drawing.wording import FACT, column_name, shortened, told_apart
from sopgen.rules.ranges import ranges

_EMPTY: Final = Message("kosong", "empty")
_REWRITTEN: Final = 3  # cells of one row that differ: the row was written anew


def changed_cells(chart: Chart, source: Source) -> Iterator[Breach]:
    """Each cell that says something else in one breach."""
    cells = [*_cells(chart, source)]
    told = strokes(cells)
    yield from (_stroke_told(chart, stroke) for stroke in told)
    taken = {cell for stroke in told for cell in stroke.cells}
    yield from _one_by_one(chart, [cell for cell in cells if cell.is_odd and cell not in taken])


def _cells(chart: Chart, source: Source) -> Iterator[StepCell]:
    due = {step.number: step for step in source.steps}
    for step in chart.steps:
        if step.due is None:
            continue
        texts = due[step.due].texts
        for role in FIELD_OF:
            if role in chart.columns:
                yield StepCell(step.order, step.due, role, step.texts.get(role, ""), texts.get(role, ""))


def _stroke_told(chart: Chart, stroke: Stroke) -> Breach:
    columns = tuple(column_name(chart, role) for role in stroke.roles)
    message = stroke.message(columns, _named(chart, [cell.order for cell in stroke.cells]))
    return _at(chart, stroke.cells, message)


def _named(chart: Chart, orders: Sequence[int]) -> str:
    """The steps as they are numbered on paper."""
    names = [chart.step(order).name for order in dict.fromkeys(orders)]
    return ranges(map(int, names)) if all(map(str.isdecimal, names)) else ", ".join(names)


def _at(chart: Chart, cells: Sequence[StepCell], message: Message) -> Breach:
    """One breach at all those cells."""
    spots = [spot for cell in cells for spot in _edited(chart, chart.step(cell.order), cell.role)]
    paths = [("kegiatan", cell.due - 1, FIELD_OF[cell.role]) for cell in cells]
    return Breach(
        message,
        FACT,
        cells[0].order,
        spots[0],
        "cell",
        tuple(dict.fromkeys(cell.order for cell in cells)),
        grave=True,
        path=paths[0],
        more=tuple(spots[1:]),
        paths=tuple(paths[1:]),
    )


def _one_by_one(chart: Chart, odd: Sequence[StepCell]) -> Iterator[Breach]:
    """Rows written anew by themselves; a text that was changed alike in several rows once."""
    alike: dict[tuple[str, str, str], list[StepCell]] = {}
    for order in dict.fromkeys(cell.order for cell in odd):
        row = [cell for cell in odd if cell.order == order]
        emptied = [cell for cell in row if not cell.here.strip()]
        if len(emptied) > 1 or len(row) >= _REWRITTEN:
            yield _row_changed(chart, row, is_emptied=row == emptied)
            continue
        for cell in row:
            alike.setdefault((cell.role, letters(cell.here), letters(cell.there)), []).append(cell)
    for cells in alike.values():
        first = cells[0]
        place = f"langkah {_named(chart, [cell.order for cell in cells])}, kolom {column_name(chart, first.role)}"
        yield _at(chart, cells, _differs(place, first.here, first.there))


def _row_changed(chart: Chart, row: Sequence[StepCell], *, is_emptied: bool) -> Breach:
    """A row that was emptied or written anew: once, its columns listed."""
    columns = ", ".join(column_name(chart, cell.role) for cell in row)
    step, source = chart.step(row[0].order), chart.source
    due = next((each for each in source.steps if each.number == step.due), None) if source else None
    words = shortened(due.texts.get("kegiatan", "") if due else "")
    told = (
        Message(
            f"Isi langkah {step.name} dikosongkan (kolom {columns}); menurut spesifikasinya “{words}”.",
            f"Step {step.name} was emptied (columns {columns}); by the spec it is “{words}”.",
        )
        if is_emptied
        else Message(
            f"Isi langkah {step.name} tidak sama dengan spesifikasinya (“{words}”) di kolom {columns}.",
            f"Step {step.name} differs from the spec (“{words}”) in the columns {columns}.",
        )
    )
    found = _at(chart, row, told)
    return found._replace(path=found.path[:2], paths=())


def _edited(chart: Chart, step: Step, role: str) -> tuple[Spot, ...]:
    """The very cells of a step's row that were changed in one column, else the column's middle."""
    (left, right), (top, bottom) = chart.columns[role], step.down
    found = [
        edit.spot
        for edit in cell_edits(chart)
        if edit.spot.panel == step.panel and left <= edit.spot.point[0] < right and top <= edit.spot.point[1] < bottom
    ]
    return tuple(found) or (Spot(step.panel, ((left + right) / 2, top + 1)),)


def _differs(place: str, said: str, expected: str) -> Message:
    english = place.replace("langkah", "step").replace("kolom", "column")
    here, there = told_apart(said, expected)
    quoted = Message(f"“{here}”", f"“{here}”") if here else _EMPTY
    due = Message(f"“{there}”", f"“{there}”") if there else _EMPTY
    return Message(
        f"Isi {place} ({quoted.id}) tidak sama dengan spesifikasinya ({due.id}).",
        f"Cell {english} ({quoted.en}) differs from the spec ({due.en}).",
    )
