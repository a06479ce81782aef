"""SIM-01. The first and the closing steps are capsules, no other is (KemenPAN-RB slides 2014, slides 43-44)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Step


def check(chart: Chart) -> Iterator[Breach]:
    for step in chart.steps:
        symbols = chart.of_step(step.order)
        if not symbols:
            continue  # PNH-04 or FMT-02 speaks of it
        has = any(symbol.kind == "terminator" for symbol in symbols)
        due = _is_due(chart, step)
        if due and not has:
            yield Breach(
                Message("Langkah pembuka atau penutup tanpa kapsul.", "An opening or closing step without a capsule."),
                Message("Ganti simbolnya dengan kapsul (Terminator).", "Change its symbol to a capsule (Terminator)."),
                step.order,
                symbols[0].spot,
                "shape",
                (step.order,),
            )
        elif has and due is False:
            yield Breach(
                Message("Kapsul pada langkah di tengah alur.", "A capsule on a step in the middle."),
                Message("Ganti simbolnya dengan kotak (Process).", "Change its symbol to a box (Process)."),
                step.order,
                symbols[0].spot,
                "shape",
                (step.order,),
            )


def _is_due(chart: Chart, step: Step) -> bool | None:
    """Whether a capsule belongs there; None where only the source could tell."""
    if chart.source is not None and step.due is not None:
        due = next(each for each in chart.source.steps if each.number == step.due)
        return "terminator" in due.kinds
    if step.order in {1, len(chart.steps)}:
        return True
    ends = not any(chart.out_of(symbol) for symbol in chart.of_step(step.order))
    return None if ends or any(edge == (step.order, None) for edge in _ways(chart)) else False


def _ways(chart: Chart) -> set[tuple[int, int | None]]:
    return {(edge.source, edge.target) for edge in chart.edges}
