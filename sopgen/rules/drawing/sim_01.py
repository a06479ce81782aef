"""SIM-01. The first and the closing steps are capsules, no other is (KemenPAN-RB slides 2014, slides 43-44)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart


def check(chart: Chart) -> Iterator[Breach]:
    due = _due(chart)
    for row, number in chart.steps:
        step = int(number)
        has = any(symbol.kind == "terminator" for symbol in chart.of_step(step))
        if step in due and not has:
            yield Breach(
                Message("Langkah pembuka atau penutup tanpa kapsul.", "An opening or closing step without a capsule."),
                Message("Ganti simbolnya dengan kapsul (Terminator).", "Change its symbol to a capsule (Terminator)."),
                step,
                (row, 0),
            )
        elif has and step not in due:
            yield Breach(
                Message("Kapsul pada langkah di tengah alur.", "A capsule on a step in the middle."),
                Message("Ganti simbolnya dengan kotak (Process).", "Change its symbol to a box (Process)."),
                step,
                (row, 0),
            )


def _due(chart: Chart) -> frozenset[int]:
    if chart.expected is None:
        numbers = [int(number) for _, number in chart.steps]
        return frozenset({numbers[0], numbers[-1]})
    symbols = [symbol for page in chart.expected.pages for symbol in page.symbols]
    return frozenset(symbol.step for symbol in symbols if symbol.kind == "terminator" and symbol.step is not None)
