"""SIM-02. The start capsule stands in the leftmost lane (KemenPAN-RB slides 2014, slide 44)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Symbol


def check(chart: Chart) -> Iterator[Breach]:
    start = start_capsule(chart)
    if start is not None and start.lanes and 0 not in start.lanes:
        yield Breach(
            Message("Kapsul mulai tidak di kolom paling kiri.", "The start capsule is not in the leftmost column."),
            Message("Pindahkan kolom pelaksana pertama ke paling kiri.", "Put the first executor's column leftmost."),
            start.step,
            start.spot,
            "start",
            (1,),
        )


def start_capsule(chart: Chart) -> Symbol | None:
    """The uppermost capsule of the first step."""
    capsules = [symbol for symbol in chart.symbols if symbol.kind == "terminator" and symbol.step == 1]
    return min(capsules, key=lambda symbol: (symbol.box[1], symbol.lanes), default=None)
