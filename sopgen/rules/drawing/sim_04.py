"""SIM-04. Arrows enter the end capsule from above (KemenPAN-RB slides 2014, slide 44)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Chart, Finding


def check(chart: Chart) -> Iterator[Finding]:
    for symbol in chart.symbols:
        if symbol.kind != "terminator" or chart.out_of(symbol):
            continue
        if any(arrow.end.side != "T" for arrow in chart.into(symbol)):
            yield Finding(
                Message(
                    "Panah ke kapsul akhir tidak masuk dari atas.",
                    "An arrow enters the end capsule, but not from above.",
                ),
                Message("Ujungkan panahnya di tengah sisi atas kapsul.", "End it at the capsule's top centre."),
                symbol.step,
                symbol.place,
            )
