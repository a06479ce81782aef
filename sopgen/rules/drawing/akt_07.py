"""AKT-07. Symbols stand in the lanes that the workbook's own source gives their steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Step, Symbol
from sopgen.rules.drawing.lanes_due import lanes_due
from sopgen.rules.drawing.wording import or_made_anew


def check(chart: Chart) -> Iterator[Breach]:
    if chart.source is None:
        return
    due = {step.number: step for step in chart.source.steps}
    names, lanes = chart.source.lane_names, lanes_due(chart)
    moved_to: dict[tuple[str, str], list[tuple[Step, Symbol]]] = {}
    for step in chart.steps:
        symbols = chart.of_step(step.order)
        if step.due is None or not symbols:
            continue
        expected = due[step.due].lanes
        stands = [(symbol, {lanes[lane] for lane in symbol.lanes if lane < len(lanes)}) for symbol in symbols]
        found = {lane for _, own in stands for lane in own}
        moved = next((symbol for symbol, own in stands if not own <= set(expected)), None)
        if moved is None or set(expected) <= found:  # a second symbol: SIM-07 speaks of it
            continue
        here, there = _lane_name(chart, moved), ", ".join(names[lane] for lane in expected)
        moved_to.setdefault((here, there), []).append((step, moved))
    yield from (_moved(here, there, found) for (here, there), found in moved_to.items())


def _moved(here: str, there: str, found: Sequence[tuple[Step, Symbol]]) -> Breach:
    """The symbols of one column that stand in another: once."""
    named = ", ".join(step.name for step, _ in found)
    return Breach(
        Message(
            f"Simbol langkah {named} berada di kolom {here}; menurut spesifikasinya {there}.",
            f"The symbol of step {named} stands in column {here}; by the spec in {there}.",
        ),
        or_made_anew(Message("Kembalikan simbolnya", "Move it back")),
        found[0][0].order,
        found[0][1].spot,
        "lane",
        tuple(step.order for step, _ in found),
        grave=True,
        more=tuple(symbol.spot for _, symbol in found[1:]),
    )


def _lane_name(chart: Chart, symbol: Symbol) -> str:
    at = symbol.lanes[0]
    return " ".join(chart.lanes[at].cell.text.split()) if at < len(chart.lanes) else f"ke-{at + 1}"
