"""TBL-03. One column for each executor (KemenPAN-RB slides 2014, slide 51)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.diagnostics import Message
from sopgen.rules.drawing.cell_edits import is_lane, undone
from sopgen.rules.drawing.chart import Breach, Chart, Spot
from sopgen.rules.drawing.lanes_due import lane_missing, lanes_due
from sopgen.rules.drawing.wording import or_made_anew


def check(chart: Chart) -> Iterator[Breach]:
    seen: set[str] = set()
    for heading in chart.lanes:
        name = " ".join(heading.cell.text.split())
        if name.casefold() in seen:
            yield Breach(
                Message(f"Pelaksana {name} mempunyai dua kolom.", f"Executor {name} has two columns."),
                Message("Satukan kolomnya.", "Make them one column."),
                spot=heading.spot,
                kind="lane-head",
            )
        seen.add(name.casefold())
    for edit in undone(chart, "head"):
        if is_lane(chart, edit) and not edit.here.strip():
            yield _unnamed(" ".join(edit.there.split()), edit.spot)
    if missing := lane_missing(chart):
        yield _missing(chart, missing)
    yield from _added(chart)


def _unnamed(name: str, spot: Spot) -> Breach:
    return Breach(
        Message(f"Nama kolom pelaksana “{name}” dihapus.", f"The name of the column of “{name}” was deleted."),
        or_made_anew(Message("Tulis lagi namanya", "Write the name again")),
        spot=spot,
        kind="lane-head",
        grave=True,
    )


def _missing(chart: Chart, names: Sequence[str]) -> Breach:
    """Executors of the source without a column; the steps in whose rows their symbols stood."""
    assert chart.source is not None
    gone = {at for at, name in enumerate(chart.source.lane_names) if name in names}
    due = {step.number for step in chart.source.steps if not gone.isdisjoint(step.lanes)}
    around = {end for edge in chart.source.edges if not due.isdisjoint(edge) for end in edge}
    told = ", ".join(names)
    return Breach(
        Message(f"Kolom pelaksana {told} tanpa nama, atau hilang.", f"The column of {told} has no name, or is gone."),
        or_made_anew(Message("Pulihkan kolom dan namanya", "Put the column and its name back")),
        spot=chart.lanes[0].spot if chart.lanes else None,
        kind="lane-gone",
        steps=tuple(step.order for step in chart.steps if step.due in due | around),
        grave=True,
    )


def _added(chart: Chart) -> Iterator[Breach]:
    """Columns of executors that the source does not have."""
    for heading, due in zip(chart.lanes, lanes_due(chart), strict=False):
        if due is None and heading.cell.text.strip():
            name = " ".join(heading.cell.text.split())
            yield Breach(
                Message(
                    f"Kolom pelaksana “{name}” ditambahkan; tidak ada di spesifikasinya.",
                    f"A column of an executor “{name}” was added; the spec does not have it.",
                ),
                or_made_anew(Message("Hapus kolomnya", "Delete the column")),
                spot=heading.spot,
                kind="lane-head",
                grave=True,
            )
