"""SIM-04. Main arrows enter the end capsule from above (KemenPAN-RB slides 2014, slide 44)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Symbol
from sopgen.rules.drawing.naming import ways


def check(chart: Chart) -> Iterator[Breach]:
    for symbol in chart.symbols:
        if symbol.kind != "terminator" or not _closes(chart, symbol):
            continue
        late = [arrow for arrow in chart.into(symbol) if not arrow.end.joined and arrow.end.side != "T"]
        if any(not arrow.is_return for arrow in late):
            yield Breach(
                Message(
                    "Panah ke kapsul akhir tidak masuk dari atas.",
                    "An arrow enters the end capsule, but not from above.",
                ),
                Message("Ujungkan panahnya di tengah sisi atas kapsul.", "End it at the capsule's top centre."),
                symbol.step,
                symbol.spot,
                "closing-entry",
                tuple(each.step for arrow in late for each in arrow.symbols if each.step),
                about=ways(chart, late),
            )


def _closes(chart: Chart, symbol: Symbol) -> bool:
    """Whether nothing leads on from the capsule, nor from the boxes that a joint activity ties to it."""
    together = chart.of_step(symbol.step) if chart.tied(symbol) and symbol.step is not None else (symbol,)
    return not any(chart.out_of(each) for each in together)
