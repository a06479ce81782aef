"""AKT-07. Symbols stand in the lanes that the workbook's own source gives their steps."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart
from sopgen.rules.drawing.wording import or_made_anew


def check(chart: Chart) -> Iterator[Breach]:
    if chart.source is None or len(chart.lanes) != len(chart.source.lane_names):
        return
    due = {step.number: step for step in chart.source.steps}
    names = chart.source.lane_names
    for step in chart.steps:
        symbols = chart.of_step(step.order)
        if step.due is None or not symbols:
            continue
        expected = due[step.due].lanes
        found = sorted({lane for symbol in symbols for lane in symbol.lanes})
        moved = next((symbol for symbol in symbols if not set(symbol.lanes) <= set(expected)), None)
        if moved is None or set(expected) <= set(found):  # a second symbol: SIM-07 speaks of it
            continue
        here, there = names[moved.lanes[0]], ", ".join(names[lane] for lane in expected)
        yield Breach(
            Message(
                f"Simbol langkah {step.name} berada di kolom {here}; menurut spesifikasinya {there}.",
                f"The symbol of step {step.name} stands in column {here}; by the spec in {there}.",
            ),
            or_made_anew(Message("Kembalikan simbolnya", "Move it back")),
            step.order,
            moved.spot,
            "lane",
            (step.order,),
            grave=True,
        )
