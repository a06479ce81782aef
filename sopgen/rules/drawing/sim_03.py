"""SIM-03. The arrow leaves the start capsule downward (KemenPAN-RB slides 2014, slide 44)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart
from sopgen.rules.drawing.naming import ways
from sopgen.rules.drawing.sim_02 import start_capsule


def check(chart: Chart) -> Iterator[Breach]:
    start = start_capsule(chart)
    if start is None:
        return
    for arrow in chart.out_of(start):
        if arrow.start.side != "B" and not arrow.start.joined:
            yield Breach(
                Message(
                    "Panah dari kapsul mulai tidak turun lebih dulu.",
                    "The arrow does not leave the start capsule downward.",
                ),
                Message("Tarik panahnya dari tengah sisi bawah kapsul.", "Draw it from the capsule's bottom centre."),
                start.step,
                start.spot,
                "entry",
                (1,),
                about=ways(chart, [arrow]),
            )
