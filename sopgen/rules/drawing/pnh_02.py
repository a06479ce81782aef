"""PNH-02. A return arrow enters from below, right or left (KemenPAN-RB slides 2014, slide 47)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart
from sopgen.rules.drawing.naming import ways


def check(chart: Chart) -> Iterator[Breach]:
    relaxed = chart.source.returns_above if chart.source else frozenset()
    for arrow in chart.arrows:
        target = arrow.end.symbol
        if target is None or arrow.end.joined or arrow.plain or not arrow.is_return or target.kind == "offpage":
            continue
        due = chart.step(target.step).due if target.step else None
        if arrow.end.side == "T" and due not in relaxed:
            yield Breach(
                Message("Panah balik masuk dari atas.", "A return arrow enters from above."),
                Message("Ujungkan di sisi bawah, kanan, atau kiri.", "End it at the bottom, right or left."),
                target.step,
                target.spot,
                "entry",
                tuple(symbol.step for symbol in arrow.symbols if symbol.step),
                about=ways(chart, [arrow]),
            )
