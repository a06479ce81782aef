"""PNH-01. A main arrow enters at the top centre of its target (KemenPAN-RB slides 2014, slide 47)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart
from sopgen.rules.drawing.naming import ways


def check(chart: Chart) -> Iterator[Breach]:
    for arrow in chart.arrows:
        target = arrow.end.symbol
        if target is None or arrow.end.joined or arrow.plain or arrow.is_return or arrow.end.side == "T":
            continue
        yield Breach(
            Message(
                "Panah inti tidak masuk di tengah sisi atas simbol.", "A main arrow does not enter at the top centre."
            ),
            Message("Ujungkan panahnya di tengah sisi atas.", "End it at the top centre."),
            target.step,
            target.spot,
            "entry",
            tuple(symbol.step for symbol in arrow.symbols if symbol.step),
            about=ways(chart, [arrow]),
        )
