"""Which symbol belongs on a step: a capsule where a flow opens and closes, else what the source says, or a box."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Chart, Spot, Step
from sopgen.rules.drawing.lanes_due import lanes_due
from sopgen.scene import SymbolKind


def is_capsule_due(chart: Chart, step: Step) -> bool | None:
    """Whether a capsule belongs there; None where only the source could tell."""
    if due := due_kinds(chart, step):
        return "terminator" in due
    if step.order in {1, len(chart.steps)}:
        return True
    ends = not any(chart.out_of(symbol) for symbol in chart.of_step(step.order))
    return None if ends or any(edge == (step.order, None) for edge in _ways(chart)) else False


def _ways(chart: Chart) -> set[tuple[int, int | None]]:
    return {(edge.source, edge.target) for edge in chart.edges}


def due_kinds(chart: Chart, step: Step) -> tuple[SymbolKind, ...]:
    """The kinds of the symbols that the source gives it; none where nothing can be compared."""
    if chart.source is None or step.due is None:
        return ()
    return next(each.kinds for each in chart.source.steps if each.number == step.due)


def as_due(chart: Chart, step: Step) -> Message:
    """What to change a wrong symbol to."""
    name, preset = SYMBOLS[next(iter(due_kinds(chart, step)), "process")]
    return Message(
        f"Ganti simbolnya (Change Shape) dengan {name.id} (Flowchart: {preset}).",
        f"Change its shape to a {name.en} (Flowchart: {preset}).",
    )


SYMBOLS: Final[dict[SymbolKind, tuple[Message, str]]] = {
    "terminator": (Message("kapsul", "capsule"), "Terminator"),
    "process": (Message("kotak", "box"), "Process"),
    "decision": (Message("belah ketupat", "diamond"), "Decision"),
    "offpage": (Message("segi lima", "pentagon"), "Off-page Connector"),
}
"""What the five symbols but the arrow are called, here and in a spreadsheet's menu."""


def drawn_anew(chart: Chart, step: Step) -> Message:
    """How to draw the symbol of a step that has none: which, in whose column, from where and to where."""
    kinds = due_kinds(chart, step)
    if chart.source is None or not kinds:
        return _SOME_SYMBOL
    due = next(each for each in chart.source.steps if each.number == step.due)
    name, preset = SYMBOLS[kinds[0]]
    lanes = ", ".join(chart.source.lane_names[lane] for lane in due.lanes)
    before = _names(chart, (start for start, goal in chart.source.edges if goal == step.due))
    after = _names(chart, (goal for start, goal in chart.source.edges if start == step.due))
    ways = Message(
        " dan ".join(filter(None, [before and f"dari langkah {before}", after and f"ke langkah {after}"])),
        " and ".join(filter(None, [before and f"from step {before}", after and f"to step {after}"])),
    )
    arrows = Message(f", dengan panah {ways.id}", f", with arrows {ways.en}") if ways.id else ways
    return Message(
        f"Gambar lagi {name.id} (Flowchart: {preset}) di kolom {lanes} pada baris ini{arrows.id}.",
        f"Draw the {name.en} (Flowchart: {preset}) again in this row, in column {lanes}{arrows.en}.",
    )


def _names(chart: Chart, numbers: Iterable[int | None]) -> str:
    rows = (chart.row_of_due(number) for number in numbers if number is not None)
    return ", ".join(row.name for _, row in sorted((row.order, row) for row in rows if row))


def due_spot(chart: Chart, step: Step) -> Spot:
    """Where its symbol belongs: in its first executor's column, else at its number."""
    kinds = due_kinds(chart, step)
    if chart.source is None or not kinds:
        return step.spot
    due = next(each for each in chart.source.steps if each.number == step.due)
    lanes = lanes_due(chart)
    if due.lanes[0] not in lanes:
        return step.spot
    left, _, right, _ = chart.lanes[lanes.index(due.lanes[0])].cell.box
    return Spot(step.panel, ((left + right) / 2, step.down[0] + 0.5))


_SOME_SYMBOL: Final = Message(
    "Gambar simbolnya di kolom pelaksananya, dengan panah dari langkah sebelumnya dan ke langkah berikutnya.",
    "Draw its symbol in its executor's column, with arrows from the step before and to the next.",
)
