"""SIM-04. Main arrows enter the end capsule from above (KemenPAN-RB slides 2014, slide 44)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Symbol


def check(chart: Chart) -> Iterator[Breach]:
    for symbol in chart.symbols:
        if symbol.kind != "terminator" or not _closes(chart, symbol):
            continue
        if any(arrow.end.side != "T" and not arrow.is_return for arrow in chart.into(symbol)):
            yield Breach(
                Message(
                    "Panah ke kapsul akhir tidak masuk dari atas.",
                    "An arrow enters the end capsule, but not from above.",
                ),
                Message("Ujungkan panahnya di tengah sisi atas kapsul.", "End it at the capsule's top centre."),
                symbol.step,
                symbol.place,
            )


def _closes(chart: Chart, symbol: Symbol) -> bool:
    """Whether nothing leads on from the capsule, nor from the boxes that a joint activity ties to it."""
    tied = any(arrow.plain and symbol in (arrow.start.symbol, arrow.end.symbol) for arrow in chart.arrows)
    together = chart.of_step(symbol.step) if tied and symbol.step is not None else (symbol,)
    return not any(chart.out_of(each) for each in together)
