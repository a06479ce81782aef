"""TBL-05. The table still says what the workbook's own source says; an edit there is lost with the next build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.words import bare
from sopgen.rules.drawing.cell_edits import is_lane, undone, untold
from sopgen.rules.drawing.chart import Breach, Chart, Heading, Spot
from sopgen.rules.drawing.header import Changed, changed_header
from sopgen.rules.drawing.lanes_due import lanes_due
from sopgen.rules.drawing.letters import letters
from sopgen.rules.drawing.repeated import said_once
from sopgen.rules.drawing.rows import changed_rows, gaps
from sopgen.rules.drawing.source import Source, Unlike, groups_of
from sopgen.rules.drawing.step_cells import changed_cells
from sopgen.rules.drawing.wording import FACT, shortened
from sopgen.rules.ranges import ranges

_RESTORED: Final = Message(
    "Kembalikan seperti semula, atau minta berkas yang dibuat lagi dari spesifikasinya.",
    "Undo it, or ask for the file made anew from its spec.",
)


def check(chart: Chart) -> Iterator[Breach]:
    if chart.source is None:
        return
    told = [*_told(chart, chart.source)]
    yield from told
    yield from untold(chart, told)


def _told(chart: Chart, source: Source) -> Iterator[Breach]:
    yield from changed_rows(chart, source)
    yield from gaps(chart)
    yield from changed_cells(chart, source)
    yield from _lane_names(chart, source)
    gone = any(each.kind == "sheet-gone" for each in source.unlike)
    fields = [] if gone else [*changed_header(chart, source.document)]
    margins = [Changed(*each.margin, _look(chart, each)) for each in source.unlike if each.margin]
    looks = [_look(chart, each) for each in source.unlike if not each.margin and not each.retyped]
    beyond = {spot for each in looks if each.kind == "beyond" for spot in (each.spot, *each.more)}
    yield from said_once([*(each for each in fields if each.breach.spot not in beyond - {None}), *margins])
    yield from (each for each in looks if each.kind != "picture" or not _stands_for_symbol(chart, each.spot))


def _stands_for_symbol(chart: Chart, spot: Spot | None) -> bool:
    """Whether a picture was read in a symbol's place, which another rule tells."""
    return spot is not None and any(
        each.panel == spot.panel
        and each.box[0] <= spot.point[0] <= each.box[2]
        and each.box[1] <= spot.point[1] <= each.box[3]
        for each in chart.strangers
    )


def _look(chart: Chart, unlike: Unlike) -> Breach:
    """What hides, covers or joins cells, at those."""
    at = next((number for number, panel in enumerate(chart.panels) if panel.sheet == unlike.sheet), None)
    spots = () if at is None else tuple(Spot(at, point) for point in unlike.points)
    steps = _in_rows(chart, at, unlike.rows)
    return Breach(
        _hidden_steps(chart, steps, unlike) if steps and unlike.kind == "hidden" else unlike.told,
        unlike.remedy or _RESTORED,
        spot=spots[0] if spots else None,
        kind=unlike.kind,
        steps=steps,
        note=unlike.note,
        grave=not unlike.note,
        where=None if spots else unlike.where,
        more=spots[1:],
    )


def _hidden_steps(chart: Chart, steps: Sequence[int], unlike: Unlike) -> Message:
    """Which steps nobody sees, and in which rows of the sheet."""
    words = shortened(chart.step(steps[0]).texts.get("kegiatan", ""))
    more = Message(" dan lainnya", " and others") if len(steps) > 1 else Message("", "")
    names = ", ".join(chart.step(order).name for order in steps)
    rows = ranges(row + 1 for row in unlike.rows)
    return Message(
        f"Langkah {names} (“{words}”{more.id}) tidak tampak: baris {rows} lembar “{unlike.sheet}” disembunyikan atau "
        "terlalu rendah.",
        f"Step {names} (“{words}”{more.en}) is not seen: row {rows} of sheet “{unlike.sheet}” is hidden or too low.",
    )


def _in_rows(chart: Chart, panel: int | None, rows: Sequence[int]) -> tuple[int, ...]:
    """The steps that stand in rows of a sheet."""
    if panel is None:
        return ()
    edges = chart.panels[panel].rows
    tops = {round(edges[row], 1) for row in rows if row < len(edges)}
    return tuple(step.order for step in chart.steps if step.panel == panel and round(step.down[0], 1) in tops)


def _lane_names(chart: Chart, source: Source) -> Iterator[Breach]:
    """The executors' names, and what stands above neighbours of one group."""
    lanes = lanes_due(chart)
    other = [
        (heading, source.lane_names[due])
        for heading, due in zip(chart.lanes, lanes, strict=True)
        if due is not None and letters(heading.cell.text) != letters(source.lane_names[due])
    ]
    here, there = sorted(letters(heading.cell.text) for heading, _ in other), sorted(letters(name) for _, name in other)
    if len(other) > 1 and here == there:
        yield _lanes(other, Message("tertukar nama", "have each other's names"))
    else:
        yield from (_lane_renamed(heading.cell.text, expected, heading.spot) for heading, expected in other)
    for edit in undone(chart, "head"):
        if is_lane(chart, edit) and edit.here.strip():
            yield _lane_renamed(edit.here, " ".join(edit.there.split()), edit.spot)
    order = [due for due in lanes if due is not None]
    if order != sorted(order):
        moved = [
            (heading, source.lane_names[due])
            for at, (heading, due) in enumerate(zip(chart.lanes, lanes, strict=True))
            if due is not None and due != sorted(order)[min(at, len(order) - 1)]
        ]
        yield _lanes(moved, Message("bertukar tempat", "stand in other places"))
    said = {bare(heading.cell.text) for heading in chart.headings}
    for group in groups_of(source.document):
        if bare(group) not in said:
            yield Breach(
                Message(f"Kepala kelompok “{group}” tidak ada lagi.", f"The common heading “{group}” is gone."),
                FACT,
                spot=chart.lanes[0].spot,
                grave=True,
            )


def _lanes(other: Sequence[tuple[Heading, str]], told: Message) -> Breach:
    names = ", ".join(f"“{name}”" for _, name in other)
    return Breach(
        Message(
            f"Kolom pelaksana {names} {told.id}, tidak seperti di spesifikasinya.",
            f"The columns of {names} {told.en}, unlike in the spec.",
        ),
        FACT,
        spot=other[0][0].spot,
        kind="lane-name",
        grave=True,
        more=tuple(heading.spot for heading, _ in other[1:]),
    )


def _lane_renamed(said: str, expected: str, spot: Spot) -> Breach:
    name = shortened(said)
    told = (
        Message(
            f"Kolom “{name}” bernama “{expected}” di spesifikasinya.", f"Column “{name}” is “{expected}” in the spec."
        )
        if name
        else Message(
            f"Nama kolom pelaksana dihapus; di spesifikasinya “{expected}”.",
            f"The name of an executor's column was deleted; in the spec it is “{expected}”.",
        )
    )
    return Breach(told, FACT, spot=spot, kind="lane-name", grave=True)
