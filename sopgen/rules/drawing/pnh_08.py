"""PNH-08. One arrow for one way: none is drawn twice over itself (KemenPAN-RB slides 2014, slides 45 and 47)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.near import box_of, overlaps
from sopgen.rules.drawing.chart import Arrow, Breach, Chart, Spot, Symbol, rows_of
from sopgen.rules.drawing.naming import arrow_words

_SAME: Final = 1.0  # point


def check(chart: Chart) -> Iterator[Breach]:
    told: set[int] = set()
    for first, second in _rivals(chart):
        one, other = chart.arrows[first], chart.arrows[second]
        if first not in told and _is_twice(one, other):
            told |= {first, second}
            named = arrow_words(chart, other)
            yield Breach(
                Message(f"{named.id} digambar dua kali.", f"{named.en} is drawn twice."),
                Message("Hapus salah satunya.", "Delete one of them."),
                next((symbol.step for symbol in other.symbols if symbol.step), None),
                Spot(other.panel, other.points[-1]),
                "twice",
                rows_of(other),
            )


def _rivals(chart: Chart) -> list[tuple[int, int]]:
    """The pairs of arrows that lie on each other, or join the same two symbols."""
    found = set(overlaps([box_of(arrow.points) for arrow in chart.arrows]))
    same: dict[tuple[Symbol | None, Symbol | None], list[int]] = defaultdict(list)
    for number, arrow in enumerate(chart.arrows):
        same[arrow.start.symbol, arrow.end.symbol].append(number)
    for (start, end), numbers in same.items():
        if start is not None and end is not None:
            found.update(pairwise(numbers))
    return sorted(found)


def _is_twice(one: Arrow, other: Arrow) -> bool:
    """Both from one symbol to one other, or one upon the other along its whole way."""
    if one.panel != other.panel or one.plain or other.plain:
        return False
    if one.start.joined and other.start.joined:
        return False  # the last pieces of two arrows that some program drew in parts: both end by the same trunk
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
