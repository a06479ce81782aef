"""TBL-05. The table still says what the workbook's own source says; an edit there is lost with the next build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sopgen.columns import FIELD_OF
from sopgen.diagnostics import Message
from sopgen.drawn.words import bare
from sopgen.rules.drawing.chart import Breach, Chart, Spot, Step
from sopgen.rules.drawing.charting import letters
from sopgen.rules.drawing.header import changed_header
from sopgen.rules.drawing.rows import changed_rows, gaps
from sopgen.rules.drawing.source import Source
from sopgen.rules.drawing.wording import FACT, column_name, shortened, told_apart

_RESTORED: Final = Message(
    "Kembalikan seperti semula, atau minta berkas yang dibuat lagi dari spesifikasinya.",
    "Undo it, or ask for the file made anew from its spec.",
)
_EMPTY: Final = Message("kosong", "empty")
_REWRITTEN: Final = 3  # cells of one row that differ: the row was written anew


def check(chart: Chart) -> Iterator[Breach]:
    if chart.source is None:
        return
    yield from changed_rows(chart, chart.source)
    yield from gaps(chart)
    yield from _cells(chart, chart.source)
    yield from _lane_names(chart, chart.source)
    yield from changed_header(chart, chart.source.document)
    yield from (Breach(each.told, _RESTORED, kind="look", grave=True, where=each.where) for each in chart.source.unlike)


def _cells(chart: Chart, source: Source) -> Iterator[Breach]:
    due = {step.number: step for step in source.steps}
    for step in chart.steps:
        if step.due is None:
            continue
        texts = due[step.due].texts
        odd = [
            role
            for role in FIELD_OF
            if role in chart.columns and letters(step.texts.get(role, "")) != letters(texts.get(role, ""))
        ]
        emptied = [role for role in odd if not step.texts.get(role, "").strip()]
        if len(emptied) > 1 or len(odd) >= _REWRITTEN:
            yield _row_changed(chart, step, texts, odd, is_emptied=odd == emptied)
        else:
            yield from (_cell_changed(chart, step, texts, role) for role in odd)


def _row_changed(chart: Chart, step: Step, texts: Mapping[str, str], odd: Sequence[str], *, is_emptied: bool) -> Breach:
    """A row that was emptied or written anew: once, its columns listed."""
    columns = ", ".join(column_name(chart, role) for role in odd)
    words = shortened(texts.get("kegiatan", ""))
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
    first = _cell_changed(chart, step, texts, odd[0])
    return first._replace(message=told, remedy=FACT, grave=True, path=first.path[:2])


def _cell_changed(chart: Chart, step: Step, texts: Mapping[str, str], role: str) -> Breach:
    assert step.due is not None
    return Breach(
        _differs(
            f"langkah {step.name}, kolom {column_name(chart, role)}", step.texts.get(role, ""), texts.get(role, "")
        ),
        FACT,
        step.order,
        Spot(step.panel, (_inside(chart.columns[role]), step.down[0] + 1)),
        "cell",
        (step.order,),
        grave=True,
        path=("kegiatan", step.due - 1, FIELD_OF[role]),
    )


def _inside(column: tuple[float, float]) -> float:
    return (column[0] + column[1]) / 2


def _differs(place: str, said: str, expected: str) -> Message:
    english = place.replace("langkah", "step").replace("kolom", "column")
    here, there = told_apart(said, expected)
    quoted = Message(f"“{here}”", f"“{here}”") if here else _EMPTY
    due = Message(f"“{there}”", f"“{there}”") if there else _EMPTY
    return Message(
        f"Isi {place} ({quoted.id}) tidak sama dengan spesifikasinya ({due.id}).",
        f"Cell {english} ({quoted.en}) differs from the spec ({due.en}).",
    )


def _lane_names(chart: Chart, source: Source) -> Iterator[Breach]:
    """The executors' names, and what stands above neighbours of one group."""
    if len(chart.lanes) != len(source.lane_names):
        return
    flow = next(page for page in source.document.pages if page.lanes)
    groups = {lane.group for lane in flow.lanes if lane.group}
    for heading, expected in zip(chart.lanes, source.lane_names, strict=True):
        if letters(heading.cell.text) != letters(expected):
            yield Breach(
                Message(
                    f"Kolom “{shortened(heading.cell.text)}” bernama “{expected}” di spesifikasinya.",
                    f"Column “{shortened(heading.cell.text)}” is called “{expected}” in the spec.",
                ),
                FACT,
                spot=heading.spot,
                kind="lane-name",
                grave=True,
            )
    said = {bare(heading.cell.text) for heading in chart.headings}
    for group in sorted(groups):
        if bare(group) not in said:
            yield Breach(
                Message(f"Kepala kelompok “{group}” tidak ada lagi.", f"The common heading “{group}” is gone."),
                FACT,
                spot=chart.lanes[0].spot,
                grave=True,
            )
