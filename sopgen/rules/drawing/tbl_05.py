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
from sopgen.rules.drawing.source import DueStep, Source
from sopgen.rules.drawing.wording import FACT, LOST, column_name, shortened, told_apart

_REMARKS: Final = frozenset({"keterangan"})  # what changes neither who does what nor what must come of it
_RESTORED: Final = Message(
    "Kembalikan seperti semula, atau minta berkas yang dibuat lagi dari spesifikasinya.",
    "Undo it, or ask for the file made anew from its spec.",
)
_EMPTY: Final = Message("kosong", "empty")
_TALL: Final = 4.0  # points: a lower gap between rows is none
_REWRITTEN: Final = 3  # cells of one row that differ: the row was written anew


def check(chart: Chart) -> Iterator[Breach]:
    if chart.source is None:
        return
    yield from _rows(chart, chart.source)
    yield from _gaps(chart)
    yield from _cells(chart, chart.source)
    yield from _lane_names(chart, chart.source)
    yield from changed_header(chart, chart.source.document)
    yield from (Breach(each.told, _RESTORED, kind="look", grave=True, where=each.where) for each in chart.source.unlike)


def _rows(chart: Chart, source: Source) -> Iterator[Breach]:
    """Rows that were put in between or stand elsewhere, steps that were taken out."""
    moved = _moved(chart)
    for step in chart.steps:
        if step.due is None:
            words = shortened(step.texts.get("kegiatan", ""))
            told = f" (“{words}”)" if words else ""
            yield Breach(
                Message(
                    f"Langkah {step.name}{told} disisipkan; tidak ada di spesifikasinya.",
                    f"Step {step.name}{told} was put in; the spec does not have it.",
                ),
                FACT,
                step.order,
                step.spot,
                "inserted",
                _around(chart, step.order, step.order),
                grave=bool(words),
            )
        elif step in moved:
            words = shortened(step.texts.get("kegiatan", ""))
            yield Breach(
                Message(
                    f"Langkah ini (“{words}”) dipindahkan; di spesifikasinya langkah {step.due}.",
                    f"This step (“{words}”) was moved; in the spec it is step {step.due}.",
                ),
                FACT,
                step.order,
                step.spot,
                "moved",
                _around(chart, min(step.order, step.due), max(step.order, step.due)),
                grave=True,
            )
    present = {step.due for step in chart.steps}
    yield from (_deleted(chart, source, due) for due in source.steps if due.number not in present)


def _around(chart: Chart, first: int, last: int) -> tuple[int, ...]:
    return tuple(order for order in range(first - 1, last + 2) if 0 < order <= len(chart.steps))


def _moved(chart: Chart) -> tuple[Step, ...]:
    """The fewest rows that keep the others from standing in the source's order."""
    known = [step for step in chart.steps if step.due is not None]
    ordered: list[list[int]] = []
    for at, step in enumerate(known):
        before = [each for each in ordered if (known[each[-1]].due or 0) < (step.due or 0)]
        ordered.append([*max(before, key=len, default=[]), at])
    kept = max(ordered, key=len, default=[])
    return tuple(step for at, step in enumerate(known) if at not in kept)


def _deleted(chart: Chart, source: Source, due: DueStep) -> Breach:
    ways = [edge for edge in source.edges if due.number in edge]
    near = tuple(
        row.order for edge in ways for number in edge if number is not None and (row := chart.row_of_due(number))
    )
    after = max((step for step in chart.steps if step.due and step.due < due.number), default=None)
    words = shortened(due.texts.get("kegiatan", ""))
    spot = next((gap.spot for gap in _gaps(chart) if after and gap.step == after.order), None)
    told = (
        Message(
            f"Isi langkah {due.number} di spesifikasinya (“{words}”) dikosongkan; barisnya masih ada.",
            f"What step {due.number} of the spec says (“{words}”) was emptied; its row is still there.",
        )
        if spot
        else Message(
            f"Langkah {due.number} di spesifikasinya (“{words}”) tidak ada lagi.",
            f"Step {due.number} of the spec (“{words}”) is gone.",
        )
    )
    return Breach(
        told,
        FACT,
        after.order if after else None,
        spot or (after.spot if after else None),
        "deleted",
        (*near, *((after.order,) if after else ())),
        grave=True,
    )


def _gaps(chart: Chart) -> Iterator[Breach]:
    """Empty rows between steps of one page."""
    for above, below in zip(chart.steps, chart.steps[1:], strict=False):
        gap = below.down[0] - above.down[1]
        same_page = chart.page(above.panel, above.down[0] + 1) == chart.page(below.panel, below.down[0] + 1)
        if above.panel == below.panel and same_page and gap > _TALL and not _is_strip(chart, above, below):
            yield Breach(
                Message(
                    f"Baris kosong di antara langkah {above.name} dan {below.name}.",
                    f"An empty row between steps {above.name} and {below.name}.",
                ),
                Message("Hapus barisnya.", "Delete the row."),
                above.order,
                Spot(above.panel, (above.across[0] + 0.5, above.down[1] + 1)),
                "gap",
                (above.order, below.order),
            )


def _is_strip(chart: Chart, above: Step, below: Step) -> bool:
    return any(
        symbol.kind == "offpage"
        and symbol.panel == above.panel
        and above.down[1] - 1 < symbol.drawn.centre[1] < below.down[0] + 1
        for symbol in chart.symbols
    )


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
        LOST if role in _REMARKS else FACT,
        step.order,
        Spot(step.panel, (_inside(chart.columns[role]), step.down[0] + 1)),
        "cell",
        (step.order,),
        grave=role not in _REMARKS,
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
