"""Hops between symbols → hops between steps: the flow that ends at a connector goes on at its partner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from sopgen.drawn import doubts as told
from sopgen.drawn.breaks import CUT
from sopgen.drawn.flow import Connector, paired
from sopgen.drawn.model import Doubt, Panel, Point
from sopgen.drawn.near import TooMuch
from sopgen.drawn.placing import Placed
from sopgen.drawn.table import Part

Hop = tuple[int, int, str]
"""From symbol to symbol, numbered over all panels, with its label."""
_MOST_PAIRS: Final = 250_000
_NEAR: Final = 60.0  # points: pairs so near might as well change partners
_HARDLY: Final = 12.0  # points: what a rival must be farther


def through_pentagons(
    hops: Sequence[Hop], placed: Sequence[Placed], parts: Sequence[Part], panels: Sequence[Panel]
) -> tuple[list[Hop], list[Doubt]]:
    """Hops with the pairs of connectors taken out. Raises `TooMuch`."""
    offpage = {at for at, each in enumerate(placed) if each.symbol.kind == "offpage"}
    if not offpage:
        return list(hops), []
    heights = tuple(accumulate((panel.size[1] for panel in panels), initial=0.0))
    into, out = {hop[1] for hop in hops}, {hop[0] for hop in hops}

    def spot(at: int) -> Connector:
        each = placed[at]
        x, y = each.symbol.centre
        left = parts[each.part].head.chart[0]
        return Connector(at, (x - left, heights[each.panel] + y), each.symbol.text.strip(), each.part)

    sinks = [spot(at) for at in sorted(offpage & into - out)]
    springs = [spot(at) for at in sorted(offpage & out - into)]
    if len(sinks) * len(springs) > _MOST_PAIRS:
        raise TooMuch
    pairs = paired(sinks, springs)
    onward: dict[int, int] = {sink: spring for sink, spring, _ in pairs}
    loose = (offpage & into) - set(onward) - out
    doubts = [
        told.loose_pentagon(told.at_panel(panels[placed[at].panel]), placed[at].symbol.text)
        for at in sorted(loose | (offpage & out - into - set(onward.values())) | (offpage - into - out))
        if not placed[at].symbol.text.startswith(CUT)  # of its line it is told that it ends nowhere
    ]
    if len(pairs) > 1:
        points = {each.at: each.point for each in [*sinks, *springs]}
        doubts += [
            told.pentagons_like(told.at_panel(panels[placed[sink].panel])) for sink in _exchangeable(pairs, points)
        ]
    return _bridged(hops, onward, offpage), doubts


def _exchangeable(pairs: Sequence[tuple[int, int, bool]], points: dict[int, Point]) -> Iterator[int]:
    """Pairs without numbers at one place, which might as well change partners."""
    plain = [(sink, spring) for sink, spring, by_number in pairs if not by_number]
    for sink, spring in plain:
        rivals = [
            other
            for other_sink, other in plain
            if other != spring
            and abs(points[other][1] - points[spring][1]) < _NEAR
            and abs(points[other_sink][1] - points[sink][1]) < _NEAR
        ]
        near = [abs(points[other][0] - points[sink][0]) for other in rivals]
        if near and min(near) < abs(points[spring][0] - points[sink][0]) + _HARDLY:
            yield sink


def _bridged(hops: Sequence[Hop], onward: dict[int, int], offpage: set[int]) -> list[Hop]:
    """What ends at a connector goes on at its partner."""
    after: dict[int, list[int]] = defaultdict(list)
    for source, target, _ in hops:
        after[source].append(target)

    @cache
    def ends(target: int) -> tuple[int, ...]:
        found: dict[int, None] = {}
        waiting, seen = [target], set()
        while waiting:
            here = waiting.pop()
            if here not in offpage:
                found[here] = None
            elif here not in seen:
                seen.add(here)
                waiting += reversed(after.get(onward.get(here, here), []))
        return tuple(found)

    return [(source, end, label) for source, target, label in hops if source not in offpage for end in ends(target)]
