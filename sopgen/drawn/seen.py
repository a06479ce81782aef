"""An SOP as it was read → what became of each symbol, line and label that was drawn: read, doubtful or unread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from sopgen.drawn.breaks import CUT
from sopgen.drawn.ends import Attached
from sopgen.drawn.model import Box, Point
from sopgen.drawn.reading import Imported

State = Literal["read", "doubtful", "unread"]
STATES: Final[tuple[State, ...]] = ("read", "doubtful", "unread")
_LONGEST_LABEL: Final = 24  # letters


class Seen(NamedTuple):
    """One drawn thing. `points` of a line, else its `box`. `step` counts from 0."""

    what: Literal["symbol", "line", "label"]
    state: State
    box: Box
    points: tuple[Point, ...] = ()
    text: str = ""
    step: int | None = None


def seen_on(imported: Imported, panel: int) -> tuple[Seen, ...]:
    """Everything drawn in the chart on one of its panels, in a steady order."""
    return (*_symbols(imported, panel), *_lines(imported, panel), *_labels(imported, panel))


def _doubted(imported: Imported) -> set[int]:
    return {doubt.step for doubt in imported.doubts if doubt.step is not None}


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
    used = [note for at, note in imported.read.labels if at == panel]
    for note in imported.panels[panel].notes:
        if note in used:
            yield Seen("label", "read", note.box, (), note.text)
        elif len(note.text) <= _LONGEST_LABEL and _is_in_chart(imported, panel, note.box):
            yield Seen("label", "unread", note.box, (), note.text)


def _is_in_chart(imported: Imported, panel: int, box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    parts = [part for part in imported.parts if part.panel == panel]
    in_head = any(part.headed and part.head.top <= y <= part.head.bottom for part in parts)
    return not in_head and any(
        part.head.chart[0] <= x <= part.head.chart[1] and part.down[0] <= y <= part.down[1] for part in parts
    )
