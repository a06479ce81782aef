"""PNH-08. One arrow for one way: none is drawn twice over itself (KemenPAN-RB slides 2014, slides 45 and 47)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Arrow, Breach, Chart, Spot
from sopgen.rules.drawing.naming import arrow_words

_SAME: Final = 1.0  # point


def check(chart: Chart) -> Iterator[Breach]:
    told: set[tuple[int, int]] = set()
    for (first, one), (second, other) in combinations(enumerate(chart.arrows), 2):
        if first not in {number for pair in told for number in pair} and _is_twice(one, other):
            told.add((first, second))
            named = arrow_words(chart, other)
            yield Breach(
                Message(f"{named.id} digambar dua kali.", f"{named.en} is drawn twice."),
                Message("Hapus salah satunya.", "Delete one of them."),
                next((symbol.step for symbol in other.symbols if symbol.step), None),
                Spot(other.panel, other.points[-1]),
            )


def _is_twice(one: Arrow, other: Arrow) -> bool:
    """Both from one symbol to one other, or one upon the other along its whole way."""
    if one.panel != other.panel or one.plain or other.plain:
        return False
    ends = (one.points[0], one.points[-1]), (other.points[0], other.points[-1])
    if len(one.points) == len(other.points) and all(math.dist(a, b) < _SAME for a, b in zip(*ends, strict=True)):
        return all(math.dist(a, b) < _SAME for a, b in zip(one.points, other.points, strict=True))
    if one.end.joined or other.end.joined or one.start.joined or other.start.joined:
        return False
    return (
        one.start.symbol is not None
        and one.end.symbol is not None
        and one.start.symbol == other.start.symbol
        and one.end.symbol == other.end.symbol
    )
