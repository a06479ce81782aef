"""PNH-02. A return arrow enters from below, right or left (KemenPAN-RB slides 2014, slide 47)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart


def check(chart: Chart) -> Iterator[Breach]:
    relaxed = {step for each in chart.expected.figures.relaxations for step in each.steps} if chart.expected else set()
    for arrow in chart.arrows:
        target = arrow.end.symbol
        if target is None or arrow.plain or not arrow.is_return or target.kind == "offpage":
            continue
        if arrow.end.side == "T" and target.step not in relaxed:
            yield Breach(
                Message("Panah balik masuk dari atas.", "A return arrow enters from above."),
                Message("Ujungkan di sisi bawah, kanan, atau kiri.", "End it at the bottom, right or left."),
                target.step,
                target.place,
            )
