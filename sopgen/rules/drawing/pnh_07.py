"""PNH-07. An arrow runs past symbols, never through one (KemenPAN-RB slides 2014, slide 47)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.model import Box, Point
from sopgen.drawn.near import box_of
from sopgen.rules.drawing.chart import Arrow, Breach, Chart, Symbol, rows_of, way_of
from sopgen.rules.drawing.naming import arrow_words

_WITHIN: Final = 2.0  # points: a line along an outline is no line through it


def check(chart: Chart) -> Iterator[Breach]:
    for arrow in chart.arrows:
        x0, y0, x1, y1 = box_of(arrow.points)
        for symbol in chart.symbols:
            left, top, right, bottom = symbol.box
            if left > x1 or right < x0 or top > y1 or bottom < y0:
                continue
            if symbol.panel == arrow.panel and symbol not in arrow.symbols and _pierces(arrow, symbol):
                named = arrow_words(chart, arrow)
                step = chart.step(symbol.step).name if symbol.step else ""
                through = Message(f"simbol langkah {step}", f"the symbol of step {step}") if step else _PENTAGON
                yield Breach(
                    Message(f"{named.id} menembus {through.id}.", f"{named.en} runs through {through.en}."),
                    Message("Lewatkan panahnya di samping simbol.", "Lead it past the symbol."),
                    symbol.step,
                    symbol.spot,
                    "through",
                    (*((symbol.step,) if symbol.step else ()), *rows_of(arrow)),
                    ways=(way_of(arrow),),
                )


_PENTAGON: Final = Message("segi lima", "a pentagon")


def _pierces(arrow: Arrow, symbol: Symbol) -> bool:
    x0, y0, x1, y1 = symbol.box
    inner = (x0 + _WITHIN, y0 + _WITHIN, x1 - _WITHIN, y1 - _WITHIN)
    if symbol.kind == "decision":  # its corners are outside the rhomb
        wide, high = (x1 - x0) / 4, (y1 - y0) / 4
        inner = (x0 + wide, y0 + high, x1 - wide, y1 - high)
    return any(_meets(start, end, inner) for start, end in pairwise(arrow.points))


def _meets(start: Point, end: Point, box: Box) -> bool:
    """Whether a piece of a line has a part inside a box."""
    low, high = 0.0, 1.0
    for at in (0, 1):
        by = end[at] - start[at]
        if abs(by) < 1e-9:
            if not box[at] < start[at] < box[at + 2]:
                return False
            continue
        near, far = sorted((edge - start[at]) / by for edge in (box[at], box[at + 2]))
        low, high = max(low, near), min(high, far)
    return low < high
