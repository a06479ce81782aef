"""An SOP as it was read → what became of everything that is drawn or written: read, doubtful or unread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from sopgen.drawn.accounting import Words, texts_outside
from sopgen.drawn.breaks import CUT
from sopgen.drawn.ends import Attached
from sopgen.drawn.model import Box, Point
from sopgen.drawn.outside import drawings_outside
from sopgen.drawn.reading import Imported
from sopgen.drawn.table import PARTS, in_column
from sopgen.drawn.unread import What, chart_pictures, unread_on
from sopgen.drawn.words import bare

State = Literal["read", "doubtful", "unread"]
STATES: Final[tuple[State, ...]] = ("read", "doubtful", "unread")


class Seen(NamedTuple):
    """One drawn thing. `points` of a line, else its `box`. `step` counts from 0."""

    what: Literal["symbol", "line", "cell"] | What
    state: State
    box: Box
    points: tuple[Point, ...] = ()
    text: str = ""
    step: int | None = None


def seen_on(imported: Imported, panel: int) -> tuple[Seen, ...]:
    """Everything on one of its panels, in a steady order: symbols, lines, labels, what is left, then cells."""
    return (
        *_symbols(imported, panel),
        *_lines(imported, panel),
        *_labels(imported, panel),
        *_rest(imported, panel),
        *_charts(imported, panel),
        *_cells(imported, panel),
        *_outside(imported, panel),
    )


def _doubted(imported: Imported) -> set[int]:
    return {doubt.step for doubt in imported.doubts if doubt.step is not None and doubt.kind != "unread"}


def _symbols(imported: Imported, panel: int) -> Iterator[Seen]:
    doubted = _doubted(imported)
    lines = imported.read.attached.get(panel, ())
    passed = {goal.symbol for line in lines for goal in (line.start, line.end)}
    for number, each in enumerate(each for each in imported.read.placed if each.panel == panel):
        if each.symbol.text.startswith(CUT):
            continue
        stray = each.step is None and number not in passed
        unsure = each.symbol.kind == "unknown" or each.step in doubted
        state: State = "unread" if stray else "doubtful" if unsure else "read"
        yield Seen("symbol", state, each.symbol.box, (), each.symbol.text, each.step)


def _lines(imported: Imported, panel: int) -> Iterator[Seen]:
    for each in imported.read.attached.get(panel, ()):
        xs, ys = [x for x, _ in each.stroke.points], [y for _, y in each.stroke.points]
        box = (min(xs), min(ys), max(xs), max(ys))
        yield Seen("line", _state_of(each), box, each.stroke.points)


def _state_of(each: Attached) -> State:
    if each.is_loose:
        return "unread"
    return "doubtful" if each.is_unsure else "read"


def _labels(imported: Imported, panel: int) -> Iterator[Seen]:
    yield from (Seen("label", "read", note.box, (), note.text) for at, note in imported.read.labels if at == panel)


def _rest(imported: Imported, panel: int) -> Iterator[Seen]:
    """What nothing became of. A symbol whose words were not taken along was read itself."""
    symbols = {each.symbol.box for each in imported.read.placed if each.panel == panel}
    for each in unread_on(imported.panels, imported.parts, imported.read, panel):
        state: State = "doubtful" if each.box in symbols else "unread"
        yield Seen(each.what, state, each.box, (), each.text, each.step)


def _charts(imported: Imported, panel: int) -> Iterator[Seen]:
    """Pictures of a chart, where no other was read."""
    if not imported.read.drawn:
        parts = [part for part in imported.parts if part.panel == panel]
        yield from (Seen("picture", "unread", box) for box in chart_pictures(imported.panels[panel], parts))


def _cells(imported: Imported, panel: int) -> Iterator[Seen]:
    """The cells of the flow table's rows whose words a step has."""
    first, doubted = 0, _doubted_cells(imported, panel)
    for part in imported.parts:
        columns = [column for key in PARTS if (column := part.head.columns.get(key))]
        for at, row in enumerate(part.rows if part.panel == panel else ()):
            for cell in imported.panels[panel].cells:
                inside = row.down[0] - 1 <= cell.box[1] < row.down[1] - 1
                if inside and bare(cell.text) and any(in_column(cell, column) for column in columns):
                    state: State = "doubtful" if cell.box in doubted else "read"
                    yield Seen("cell", state, cell.box, (), cell.text, first + at)
        if part.panel == panel:
            yield from (Seen("cell", "doubtful", cell.box, (), cell.text, first - 1) for cell in part.tail)
        first += len(part.rows)


def _doubted_cells(imported: Imported, panel: int) -> set[Box]:
    return {each.at[1] for each in imported.doubts if each.at is not None and each.at[0] == panel}


def _outside(imported: Imported, panel: int) -> Iterator[Seen]:
    """What stands in the identity part and around the tables."""
    words, doubted = Words(imported.identity, imported.lanes, imported.steps), _doubted_cells(imported, panel)
    for said in texts_outside(imported.panels[panel], panel, imported.parts, words):
        if said.kind != "label":
            known: State = "doubtful" if said.cell.box in doubted else "read"
            yield Seen("cell", known if said.kind == "value" else "unread", said.cell.box, (), said.cell.text)
    yield from (Seen("drawing", "unread", box) for box in drawings_outside(imported.panels, panel, imported.parts))
