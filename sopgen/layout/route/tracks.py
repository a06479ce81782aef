"""Phase 5: the level of every horizontal in a gap.

Ties of one net that meet at one place on one side form a *bar*: one horizontal with its verticals.
For each two bars the crossings of "A above B" and "B above A" are counted; the cheaper order is a
constraint, an order in which two verticals would lie on each other is forbidden. Levels follow from
the longest path in the constraint graph (channel routing with vertical constraints; the hyperedge
segments of ELK layered).
"""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from itertools import combinations, pairwise
from typing import Literal, NamedTuple

from sopgen.layout.route.problem import BandKind
from sopgen.layout.route.straight import Columns, Forbidden
from sopgen.layout.route.wiring import Hook, Tie, Wiring

FORBIDDEN = 1000
Zone = Literal["any", "above", "below"]  # of the row rule in the gap
_Meeting = tuple[Literal["onto", "departure", "arrival"], int]  # a tie onto a main arrow, or the strand where ties meet


class Bar(NamedTuple):
    """One horizontal: `ties` that share it, columns of its verticals above (`tops`) and below (`feet`)."""

    net: int
    ties: tuple[int, ...]
    tops: tuple[int, ...]
    feet: tuple[int, ...]
    meets: int  # the column where its ties meet
    through: bool  # another strand of the net runs straight through where its ties meet
    zone: Zone = "any"
    hook: int | None = None  # the link of a return that leaves by B and turns upward here

    @property
    def lo(self) -> int:
        return min(*self.tops, *self.feet, self.meets)

    @property
    def hi(self) -> int:
        return max(*self.tops, *self.feet, self.meets)


class Level(NamedTuple):
    """One level of a gap: the bars on it, and the strictest zone among them.

    `rises`, `falls`: whether an arrow turns there to its head at a symbol above, below.
    """

    bars: tuple[Bar, ...]
    zone: Zone
    rises: bool = False
    falls: bool = False


class BlockedError(Exception):
    """Bars block each other: each has to be above the other. Each choice forbids one strand its column."""

    def __init__(self, choices: tuple[Forbidden, ...]) -> None:
        self.choices = choices


def assign_levels(wiring: Wiring, columns: Columns) -> tuple[tuple[Level, ...], ...]:
    """The levels of each gap, top to bottom."""
    borders = wiring.problem.borders
    return tuple(_gap_levels(wiring, columns, gap, borders) for gap in range(len(wiring.gaps)))


def bars_of(wiring: Wiring, columns: Columns, gap: int, borders: frozenset[int]) -> list[Bar]:
    """The bars of one gap, left to right by where their ties meet."""
    ties = wiring.gaps[gap]
    below = columns.arrivals[gap + 1]
    above = columns.departures[gap]
    groups: dict[tuple[_Meeting, int, bool], list[int]] = {}  # by where the ties of a net meet, and from which side
    split = _splits(ties)
    for i, tie in enumerate(ties):
        if tie.departure is None:
            groups[("onto", i), tie.net, False] = [i]
            continue
        a, b = above[tie.departure], below[tie.arrival]
        if a == b:
            continue
        parts = tie.departure in split
        meeting: _Meeting = ("departure", tie.departure) if parts else ("arrival", tie.arrival)
        groups.setdefault((meeting, tie.net, b < a if parts else a < b), []).append(i)
    bars = [_bar(wiring, ties, members, above, below, split, borders) for members in groups.values()]
    bars += [_hook_bar(wiring, hook, gap, above, borders) for hook in wiring.hooks(gap)]
    return sorted(bars, key=lambda bar: (bar.lo, bar.hi, bar.net))


def _splits(ties: tuple[Tie, ...]) -> set[int]:
    seen: set[int] = set()
    split: set[int] = set()
    for tie in ties:
        if tie.departure is not None:
            (split if tie.departure in seen else seen).add(tie.departure)
    return split


def _bar(
    wiring: Wiring,
    ties: tuple[Tie, ...],
    members: list[int],
    above: tuple[int, ...],
    below: tuple[int, ...],
    split: set[int],
    borders: frozenset[int],
) -> Bar:
    first = ties[members[0]]
    net = first.net
    if first.departure is None:
        foot = below[first.arrival]
        target = wiring.problem.bands[wiring.nets[net].target]
        centre = target.boxes[target.lead].centre
        onto_border: Zone = "below" if centre in borders else "any"
        return Bar(net, tuple(members), (), (foot, centre), centre, through=True, zone=onto_border)
    if first.departure in split:
        meets = above[first.departure]
        feet = tuple(below[ties[i].arrival] for i in members)
        through = any(t.departure == first.departure and below[t.arrival] == meets for t in ties)
        return Bar(net, tuple(members), (meets,), feet, meets, through)
    meets = below[first.arrival]
    tops = tuple(sorted(above[d] for i in members if (d := ties[i].departure) is not None))
    through = any(t.arrival == first.arrival and t.departure is not None and above[t.departure] == meets for t in ties)
    zone: Zone = "any"
    if meets in borders:
        zone = "below"
    elif any(t in borders for t in tops):
        zone = "above"
    return Bar(net, tuple(members), tops, (meets,), meets, through, zone)


def _hook_bar(wiring: Wiring, hook: Hook, gap: int, above: tuple[int, ...], borders: frozenset[int]) -> Bar:
    stub, trunk = above[hook.stub], above[hook.trunk]
    through = wiring.bands[gap].departures[hook.trunk].alive
    zone: Zone = "above" if stub in borders else "any"
    return Bar(hook.net, (), (stub, trunk), (), trunk, through, zone, hook.link)


def _gap_levels(wiring: Wiring, columns: Columns, gap: int, borders: frozenset[int]) -> tuple[Level, ...]:
    bars = bars_of(wiring, columns, gap, borders)
    if not bars:
        return ()
    bars = _parted(wiring, columns, gap, bars)
    order = _constraints(wiring, gap, bars)
    depth = _stack(bars, order)
    levels = []
    for level in range(max(depth) + 1):
        on_it = tuple(bar for bar, d in zip(bars, depth, strict=True) if d == level)
        zones = {bar.zone for bar in on_it} - {"any"}
        rises = any(_rises(wiring, gap, i) for bar in on_it for i in bar.ties)
        falls = any(_falls(wiring, gap, i) for bar in on_it for i in bar.ties)
        levels.append(Level(on_it, zones.pop() if zones else "any", rises, falls))
    return tuple(levels)


def _rises(wiring: Wiring, gap: int, tie: int) -> bool:
    """Whether a tie is the end of returns that enter the symbol above from below."""
    number = wiring.gaps[gap][tie].departure
    if number is None:
        return False
    departure = wiring.bands[gap].departures[number]
    ends = departure.port == "B" or wiring.problem.bands[gap].kind is BandKind.HEAD
    return ends and departure.arrival is None and wiring.nets[departure.net].is_return


def _falls(wiring: Wiring, gap: int, tie: int) -> bool:
    """Whether a tie is the end of arrows that enter the symbol below from above."""
    strand = wiring.bands[gap + 1].arrivals[wiring.gaps[gap][tie].arrival]
    if wiring.problem.bands[gap + 1].kind is BandKind.FOOT:
        return not wiring.nets[strand.net].is_return
    return strand.slot % 2 == 1


def _parted(wiring: Wiring, columns: Columns, gap: int, bars: list[Bar]) -> list[Bar]:
    """Bars of several joining strands in two where a foreign bar then crosses their trunk once, not each of them."""
    ties, above = wiring.gaps[gap], columns.departures[gap]
    for bar in bars:
        if len(bar.ties) < 2 or len(bar.tops) < 2 or len(bar.feet) > 1:
            continue
        outward = sorted(bar.ties, key=lambda i: abs(above[ties[i].departure or 0] - bar.meets))
        rest = [other for other in bars if other is not bar]
        best, found = _least_cost(bars), bars
        for count in range(1, len(outward)):
            halves = [
                bar._replace(ties=tuple(part), tops=tuple(sorted(above[ties[i].departure or 0] for i in part)))
                for part in (outward[:count], outward[count:])
            ]
            parted = sorted([*rest, *halves], key=lambda b: (b.lo, b.hi, b.net))
            if _least_cost(parted) < best:
                best, found = _least_cost(parted), parted
        if found is not bars:
            return _parted(wiring, columns, gap, found)
    return bars


def _least_cost(bars: list[Bar]) -> int:
    return sum(min(_cost(a, b), _cost(b, a)) for a, b in combinations(bars, 2))


def _constraints(wiring: Wiring, gap: int, bars: list[Bar]) -> list[set[int]]:
    """`result[i]`: bars that must lie above bar i."""
    above: list[set[int]] = [set() for _ in bars]
    weights: dict[tuple[int, int], int] = {}
    for i, a in enumerate(bars):
        for j in range(i + 1, len(bars)):
            b = bars[j]
            down, up = _cost(a, b), _cost(b, a)
            if down >= FORBIDDEN and up >= FORBIDDEN:
                raise _blocked(wiring, gap, a, b)
            if down < up:
                above[j].add(i)
                weights[i, j] = up - down
            elif up < down:
                above[i].add(j)
                weights[j, i] = down - up
    try:
        TopologicalSorter(dict(enumerate(map(sorted, above)))).prepare()
    except CycleError as error:
        cycle: list[int] = error.args[1]  # each must lie above the next, the last is the first again
        i, j = min(pairwise(cycle), key=lambda edge: weights[edge])
        raise _blocked(wiring, gap, bars[i], bars[j]) from None
    return above


def _cost(a: Bar, b: Bar) -> int:
    """Crossings of bar a above bar b.

    FORBIDDEN where two verticals would lie on each other, a join would flip, or the row's rule lies between them.
    """
    if a.zone == "below" and b.zone == "above":
        return FORBIDDEN
    cost = 0
    for foot in a.feet:
        if foot in b.tops:
            if a.net != b.net:
                return FORBIDDEN
            continue
        # where a strand runs straight through, its crossings do not depend on the order of bars
        if b.lo < foot < b.hi and not (a.through and foot == a.meets):
            cost += 1
    for top in b.tops:
        if a.lo < top < a.hi and not (b.through and top == b.meets):
            cost += 1
    # a return that joins the main arrow does so on the trunk, below all horizontals that come in
    if not a.tops and b.tops and b.meets == a.meets:
        return FORBIDDEN
    if a.net == b.net and a.meets != b.meets and cost:
        cost += FORBIDDEN // 2
    return cost


def _blocked(wiring: Wiring, gap: int, a: Bar, b: Bar) -> BlockedError:
    choices: list[Forbidden] = []
    hooks = {hook.link: hook for hook in wiring.hooks(gap)}
    for bar in (a, b):
        if bar.hook is not None:
            departure = wiring.bands[gap].departures[hooks[bar.hook].trunk]
            choices.extend((gap, True, departure.arrival or 0, column) for column in bar.tops)
        for i in bar.ties:
            tie = wiring.gaps[gap][i]
            choices.extend((gap + 1, True, tie.arrival, column) for column in bar.feet)
            if tie.departure is not None:
                choices.extend((gap, False, tie.departure, column) for column in bar.tops)
    return BlockedError(tuple(choices))


def _stack(bars: list[Bar], above: list[set[int]]) -> list[int]:
    """Levels by longest path; bars that overlap sideways share one only if they are one net meeting at one place."""
    depth = [-1] * len(bars)
    waiting = list(range(len(bars)))
    while waiting:
        ready = [i for i in waiting if all(depth[j] >= 0 for j in above[i])]
        for i in ready:
            level = max((depth[j] + 1 for j in above[i]), default=0)
            while any(depth[j] == level and not _share(bars[i], bars[j]) for j in range(len(bars))):
                level += 1
            depth[i] = level
        waiting = [i for i in waiting if depth[i] < 0]
    return depth


def _share(a: Bar, b: Bar) -> bool:
    if a.hi < b.lo or b.hi < a.lo:
        return {a.zone, b.zone} != {"above", "below"}
    # two halves that meet from both sides may, unless a third runs through: that would look like a crossing
    mirrored = a.net == b.net and a.meets == b.meets and (a.hi == b.lo or b.hi == a.lo)
    return mirrored and not a.through and not b.through and a.zone == b.zone
