"""Symbols → the row and lanes they stand in; capsules that are no steps."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from sopgen.drawn.model import Panel, Symbol, overlap
from sopgen.drawn.near import TooMuch
from sopgen.drawn.table import Part

_WIDE: Final = 0.4  # of a lane's width: a box that covers so much of it belongs to it too
_WIDER: Final = 1.7  # times as wide as most
_MIDDLE: Final = 3.0  # points from the middle: a box so near stands in it
_ALL_BUT: Final = 6.0  # points from a lane: a box so near all but reaches it
_MOST_IN_ROW: Final = 120  # symbols: forty lanes, each with extra capsules


class Placed(NamedTuple):
    """A symbol with its step (from 0) and its lanes; `extra` for a capsule that is no step."""

    symbol: Symbol
    panel: int
    part: int
    step: int | None
    lanes: tuple[int, ...]
    extra: bool = False


def place_symbols(panels: Sequence[Panel], parts: Sequence[Part]) -> list[Placed]:
    """All symbols of the chart, panel by panel, downward. Raises `TooMuch`."""
    found: list[Placed] = []
    first = 0
    for number, part in enumerate(parts):
        left, right = part.head.chart
        inside = [
            symbol
            for symbol in panels[part.panel].symbols
            if left - 8 <= symbol.centre[0] <= right + 8
            and part.head.bottom - 6 <= symbol.centre[1] <= part.down[1] + 6
            and symbol.box[2] - symbol.box[0] < (right - left) * 1.1
        ]
        widths = sorted(symbol.box[2] - symbol.box[0] for symbol in inside)
        usual = widths[len(widths) // 2] if widths else 0.0
        for symbol in sorted(inside, key=lambda each: (each.centre[1], each.centre[0])):
            step = _row_of(symbol, part)
            lanes = _lanes_of(symbol, part, usual)
            found.append(Placed(symbol, part.panel, number, None if step is None else first + step, lanes))
        first += len(part.rows)
    found.sort(key=lambda each: each.panel)
    return _with_extras(found)


def _row_of(symbol: Symbol, part: Part) -> int | None:
    if symbol.kind == "offpage":
        return None
    y = symbol.centre[1]
    for number, row in enumerate(part.rows):
        if row.down[0] <= y < row.down[1]:
            return number
    return None


def _lanes_of(symbol: Symbol, part: Part, usual: float) -> tuple[int, ...]:
    """The lane that holds the centre, and for a wide box the others that it covers. `usual`: the width of most."""
    x0, _, x1, _ = symbol.box
    x = symbol.centre[0]
    lanes = part.head.lanes
    home = min(
        range(len(lanes)),
        key=lambda n: max(lanes[n].across[0] - x, x - lanes[n].across[1], 0.0),
    )
    wide = [
        number
        for number, lane in enumerate(lanes)
        if overlap((x0, x1), lane.across) > _WIDE * (lane.across[1] - lane.across[0])
    ]
    if len(wide) < 2 and symbol.kind in {"process", "terminator"}:
        wide = _across(symbol, part, usual) or wide
    if len(wide) > 1 and symbol.kind in {"process", "terminator", "unknown"}:
        return _centred(symbol, part, wide)
    return (home,)


def _across(symbol: Symbol, part: Part, usual: float) -> list[int]:
    """Neighbouring lanes of unlike widths in whose middle a box stands that is wider than most: it is of both."""
    x0, _, x1, _ = symbol.box
    if x1 - x0 < _WIDER * usual:
        return []
    lanes = part.head.lanes
    own = min(abs((lane.across[0] + lane.across[1]) / 2 - symbol.centre[0]) for lane in lanes)
    pairs = [
        (abs((one.across[0] + other.across[1]) / 2 - symbol.centre[0]), at)
        for at, (one, other) in enumerate(pairwise(lanes))
    ]
    away, at = min(pairs, default=(math.inf, 0))
    return [at, at + 1] if away < _MIDDLE < own else []


def _centred(symbol: Symbol, part: Part, covered: list[int]) -> tuple[int, ...]:
    """The lanes that a wide box covers, and one beside them that it all but reaches if it stands amid all of these."""
    lanes = part.head.lanes
    first, last = covered[0], covered[-1]

    def away(run: range) -> float:
        return abs((lanes[run[0]].across[0] + lanes[run[-1]].across[1]) / 2 - symbol.centre[0])

    own = range(first, last + 1)
    more = [range(first - 1, last + 1)] if first else []
    more += [range(first, last + 2)] if last + 1 < len(lanes) else []
    near = [
        run
        for run in more
        if overlap((symbol.box[0], symbol.box[2]), lanes[run[0] if run[0] < first else run[-1]].across) > -_ALL_BUT
    ]
    best = min(near, key=away, default=own)
    return tuple(best if away(best) < _MIDDLE and away(own) > 2 * _MIDDLE else own)


def _with_extras(placed: list[Placed]) -> list[Placed]:
    """A capsule that shares its lane and row with another symbol, or stands in no row, is no step.

    Nor is one above or below a wide box of its row, in a lane that the box reaches into.
    """
    result = []
    by_step = _by_step(placed)
    for each in placed:
        mates = [
            other
            for other in by_step.get(each.step, ())
            if other is not each and each.step is not None and set(other.lanes) & set(each.lanes)
        ]
        capsule = each.symbol.kind == "terminator"
        beyond = capsule and any(_is_beyond(each.symbol, other.symbol) for other in by_step.get(each.step, ()))
        extra = capsule and (each.step is None or beyond or any(mate.symbol.kind != "terminator" for mate in mates))
        if capsule and not extra and mates:  # two capsules in one cell: the outer one is extra
            first_row = each.step == 0
            ys = sorted(mate.symbol.centre[1] for mate in [each, *mates])
            extra = each.symbol.centre[1] == (ys[0] if first_row else ys[-1])
        result.append(each._replace(extra=extra))
    return result


def _is_beyond(capsule: Symbol, other: Symbol) -> bool:
    """Whether a capsule stands wholly above or below a symbol of another kind, partly over the same width."""
    return (
        other.kind not in {"terminator", "offpage"}
        and overlap((capsule.box[1], capsule.box[3]), (other.box[1], other.box[3])) < 0
        and overlap((capsule.box[0], capsule.box[2]), (other.box[0], other.box[2])) > 0
    )


def _by_step(placed: Sequence[Placed]) -> dict[int | None, list[Placed]]:
    """Raises `TooMuch` for more symbols in a row than there are lanes for."""
    found: dict[int | None, list[Placed]] = defaultdict(list)
    for each in placed:
        found[each.step].append(each)
    if any(len(symbols) > _MOST_IN_ROW for step, symbols in found.items() if step is not None):
        raise TooMuch
    return found


def mates_of(placed: Sequence[Placed]) -> dict[int, tuple[int, ...]]:
    """Of each symbol of a joint step the others, by their numbers."""
    steps: dict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(placed):
        if each.step is not None and not each.extra:
            steps[each.step].append(at)
    return {at: tuple(other for other in joint if other != at) for joint in steps.values() for at in joint}
