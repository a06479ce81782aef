"""PNH-03. Arrows do not cross; a forced crossing carries an Ω (KemenPAN-RB slides 2014, slide 47)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, crossings

NEAR: Final = 4.0  # points between a crossing and the middle of its half circle


def check(chart: Chart) -> Iterator[Breach]:
    omegas = [omega for arrow in chart.arrows for omega in arrow.line.omegas]
    for level, upright, point in crossings(chart):
        if all(math.dist(point, omega) > NEAR for omega in omegas):
            names = f"“{level.line.name}”", f"“{upright.line.name}”"
            yield Breach(
                Message(
                    f"{names[0]} dan {names[1]} bersilangan tanpa Ω.", f"{names[0]} and {names[1]} cross without an Ω."
                ),
                Message("Alihkan salah satunya, atau beri tanda Ω.", "Lead one of them elsewhere, or draw an Ω."),
                place=chart.sheet.place_of(point),
            )
