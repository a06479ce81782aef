"""PNH-01. A main arrow enters at the top centre of its target (KemenPAN-RB slides 2014, slide 47)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.model import Point
from sopgen.rules.drawing.chart import TOUCHES, Breach, Chart, Symbol
from sopgen.rules.drawing.naming import ways

_ELSEWHERE: Final = Message(
    "Panah inti tidak masuk di tengah sisi atas simbol.", "A main arrow does not enter at the top centre."
)
_BESIDE: Final = Message(
    "Panah inti masuk dari atas, sedikit di samping tengahnya.",
    "A main arrow enters from above, a little beside the centre.",
)


def check(chart: Chart) -> Iterator[Breach]:
    for arrow in chart.arrows:
        target = arrow.end.symbol
        if target is None or arrow.end.joined or arrow.plain or arrow.is_return or arrow.end.side == "T":
            continue
        is_near = _is_near(target, arrow.points[-1])
        yield Breach(
            _BESIDE if is_near else _ELSEWHERE,
            Message("Ujungkan panahnya di tengah sisi atas.", "End it at the top centre."),
            target.step,
            target.spot,
            "entry",
            tuple(symbol.step for symbol in arrow.symbols if symbol.step),
            about=ways(chart, [arrow]),
            note=is_near,
        )


def _is_near(target: Symbol, point: Point) -> bool:
    """Whether it enters from above, and so near the middle that a hand may have slipped: advice."""
    x0, y0, x1, _ = target.box
    return abs(point[1] - y0) <= TOUCHES and abs(point[0] - target.drawn.centre[0]) <= _SLIPPED * (x1 - x0)


_SLIPPED: Final = 0.25
"""Of the side's length; what is off by less than 0.15 looks centred, and is no finding (`side_of`)."""
