"""Phase 2b: the row sweep. Where each arrow leaves, on which side it passes each symbol, and in which order.

`crossings` tells which orders lead to the fewest crossings. Among these the sweep looks for the fewest bends, now
with the columns in sight: each order keeps the columns that are open to the straight run of each of its strands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sopgen.layout.route.columns import Interval, Slots
from sopgen.layout.route.crossings import Crossings
from sopgen.layout.route.narrow import NarrowCrossings
from sopgen.layout.route.nettable import Net, NetTable, Order
from sopgen.layout.route.problem import Band, BandKind, Problem
from sopgen.layout.route.strands import Departure, Strand
from sopgen.layout.route.stretches import MAX_CROSSINGS, Opened, Stretch
from sopgen.layout.route.strips import strip_places, strips_hold
from sopgen.layout.route.ways import Way, Ways

KEPT = 8  # states of one order: equal in crossings, they differ in the bends behind and before them
MAX_ORDERS = 400
KEPT_WHEN_SPENT, ORDERS_WHEN_SPENT = 2, 32  # when the budget of the whole layout is spent


class State(NamedTuple):
    """Value of one order: cost so far, the free interval of each strand's current straight run, and whence it came."""

    crossings: int
    bends: int
    length: float
    taste: int
    runs: tuple[Interval, ...]
    parent: State | None
    way: Way | None

    def cost(self, ahead: int = 0) -> tuple[int, int, float, int]:
        return (self.crossings, self.bends + ahead, self.length, self.taste)


States = dict[Order, list[State]]
Found = dict[Order, dict[tuple[Interval, ...], State]]
_Reached = tuple[State, int, float, list[Interval]]  # a state with bends, length and runs above a band


class Topology(NamedTuple):
    """The result: one way past each band, and what it cost, stretch by stretch."""

    ways: tuple[Way, ...]
    nets: tuple[Net, ...]
    stretches: tuple[Stretch, ...]

    @property
    def crossings(self) -> int:
        return sum(stretch.crossings for stretch in self.stretches)

    @property
    def lower_bound(self) -> int:
        """Proved: no drawing has fewer crossings."""
        return sum(stretch.lower_bound for stretch in self.stretches)

    @property
    def proved(self) -> bool:
        return self.lower_bound == self.crossings


def sweep(
    problem: Problem, known: Crossings | NarrowCrossings | None = None, slots: Slots | None = None
) -> Topology | None:
    """The topology with fewest crossings, then bends. None when there is no room for so few, or for any.

    `known`: of a page that differs in its columns at most.
    """
    slots = Slots(problem) if slots is None else slots
    if known is None:
        known = NarrowCrossings(Crossings(problem), slots, MAX_CROSSINGS)
    if known.opened is None or not strips_hold(problem):
        return None
    run = _Sweep(problem, known.ways, slots)
    states: States = {(): [State(0, 0, 0.0, 0, (), None, None)]}
    found: list[Stretch] = []
    for part in known.opened:
        before = _crossed(states)
        states = run.stretch(part, states)
        if not states:
            return None
        crossings = _crossed(states) - before  # fewer where the search had been cut short
        found.append(part.stretch._replace(crossings=crossings))
    return Topology(_ways(states[()][0]), tuple(run.memory.nets), tuple(found))


def _crossed(states: States) -> int:
    return min(state.crossings for alike in states.values() for state in alike)


def _ways(final: State) -> tuple[Way, ...]:
    ways: list[Way] = []
    state: State | None = final
    while state is not None and state.way is not None:
        ways.append(state.way)
        state = state.parent
    return tuple(reversed(ways))


class _Sweep:
    """One problem's sweep: its columns, and what is remembered of them."""

    def __init__(self, problem: Problem, ways: Ways, slots: Slots) -> None:
        self.problem, self.ways, self.slots = problem, ways, slots
        self.memory: NetTable = ways.memory
        self._goals: dict[int, tuple[int, bool] | None] = {}
        self._places: dict[tuple[int, ...], tuple[int, ...] | None] = {}

    def stretch(self, part: Opened, states: States) -> States:
        """The states below a stretch with no more crossings than it takes; none where no room is left."""
        most = part.stretch.crossings + _crossed(states)
        last = len(self.problem.bands) - 1
        for number, after in zip(part.bands, part.orders[1:], strict=True):
            found = self._step(number, states, after, most)
            if number + 1 == last and self.problem.bands[last].kind is BandKind.FOOT:
                # only with the strip in sight can two ways to one order be compared
                states = {order: list(by_runs.values()) for order, by_runs in found.items()}
            else:
                states = self._keep(found)
        return states

    def _step(self, number: int, states: States, after: dict[Order, int], most: int) -> Found:
        """All states below a band that may go on, for each order and its runs the cheapest."""
        found: Found = {}
        for order, alike in states.items():
            spare = most - alike[0].crossings
            reached: dict[int, list[_Reached]] = {}
            for way in self.ways.past(number, order, spare):
                rest = after.get(way.order)
                if rest is None or way.crossings + rest > spare:
                    continue
                by_runs = found.setdefault(way.order, {})
                for state in self._past(number, way, alike, reached):
                    other = by_runs.get(state.runs)
                    if other is None or state.cost() < other.cost():
                        by_runs[state.runs] = state
        return {order: by_runs for order, by_runs in found.items() if by_runs}

    def _past(self, number: int, way: Way, alike: list[State], reached: dict[int, list[_Reached]]) -> Iterable[State]:
        """The states that a way leads to; `reached` remembers what stands above the band, for other ways on."""
        band = self.problem.bands[number]
        if band.kind is BandKind.HEAD:
            return self._out_of_head(way, alike)
        if band.kind is BandKind.FOOT:
            return self._into_foot(way, alike)
        key = id(way.strands)
        if key not in reached:
            reached[key] = self._approach(number, band, way.strands, alike)
        return self._leave(number, way, reached[key])

    def _out_of_head(self, way: Way, alike: list[State]) -> Iterator[State]:
        places = self._pentagons(way.pairs)
        if places is not None:
            runs = _bound([(c, c) for c in places], way.bound)
            for state in alike:
                yield State(state.crossings, way.bends, 0.0, state.taste + way.taste, runs, state, way)

    def _into_foot(self, way: Way, alike: list[State]) -> Iterator[State]:
        """Into a foot strip: every strand to its pentagon."""
        places = self._pentagons(way.pairs)
        if places is None or way.ending is None:
            return
        wish = self.problem.wish
        column_of = dict(zip(way.pairs, places, strict=True))
        for state in alike:
            bends, length = state.bends + way.bends, state.length
            for index, pair in way.ending.gathered:
                lo, hi = state.runs[index]
                column = column_of[pair]
                bends += 0 if lo <= column <= hi else 2
                length += abs(column - wish.get(pair, column))
            yield State(state.crossings + way.crossings, bends, length, state.taste, (), state, way)

    def _pentagons(self, order: tuple[int, ...]) -> tuple[int, ...] | None:
        if order not in self._places:
            self._places[order] = strip_places(self.problem, order)
        return self._places[order]

    def _approach(self, number: int, band: Band, strands: list[Strand], alike: list[State]) -> list[_Reached]:
        """The states once their strands stand above the band; none where a slot has too few columns."""
        bounds = self.slots.open(number, tuple([s.slot for s in strands]))
        return [] if bounds is None else [_advance(band, strands, bounds, state) for state in alike]

    def _leave(self, number: int, way: Way, reached: list[_Reached]) -> list[State]:
        leaving = way.leaving
        below = self.slots.open(number, tuple([d.slot for d in leaving]))
        if below is None:
            return []
        if way.hooks:
            below = [bound for d, bound in zip(leaving, below, strict=True) if d.alive]
            leaving = [d for d in leaving if d.alive]
        return [
            State(
                state.crossings + way.crossings,
                bends + way.bends,
                length,
                state.taste + way.taste,
                _bound(_runs_below(leaving, runs, below), way.bound),
                state,
                way,
            )
            for state, bends, length, runs in reached
        ]

    def _keep(self, found: Found) -> States:
        """The states to go on with: of each order the cheapest few, of all orders not too many.

        What comes below an order depends on the order alone, so of its states only those with fewest crossings matter.
        """
        if len(found) == 1:
            ((order, by_runs),) = found.items()
            if len(by_runs) == 1:
                return {order: list(by_runs.values())}
        few = self.ways.budget.spent
        most_kept, most_orders = (KEPT_WHEN_SPENT, ORDERS_WHEN_SPENT) if few else (KEPT, MAX_ORDERS)
        ranked: list[tuple[tuple[int, int, float, int], Order, list[State]]] = []
        for order, by_runs in found.items():
            costs = sorted((state.cost(self._look_ahead(order, state.runs)), runs) for runs, state in by_runs.items())
            fewest = costs[0][0][0]
            kept = [by_runs[runs] for cost, runs in costs[:most_kept] if cost[0] == fewest]
            ranked.append((costs[0][0], order, kept))
        ranked.sort(key=lambda entry: entry[:2])
        return {order: kept for _, order, kept in ranked[:most_orders]}

    def _look_ahead(self, order: Order, runs: tuple[Interval, ...]) -> int:
        """Bends that are likely to come: two where a run cannot reach its target's centre, or its pentagon's wish."""
        total = 0
        for net_id, run in zip(order, runs, strict=True):
            goal = self._goal(net_id)
            if goal is not None and not _reaches(run, *goal):
                total += 2
        return total

    def _goal(self, net_id: int) -> tuple[int, bool] | None:
        """The column where the strand would end straight, if that is known, and whether it lies on a lane border."""
        if net_id not in self._goals:
            self._goals[net_id] = self._goal_of(net_id)
        return self._goals[net_id]

    def _goal_of(self, net_id: int) -> tuple[int, bool] | None:
        net = self.memory.nets[net_id]
        pairs = self.memory.foot_pairs(net_id, len(self.problem.bands) - 1)
        if pairs:
            wish = self.problem.wish.get(pairs[0])
            return None if wish is None else (wish, False)
        if net.is_return:
            return None
        band = self.problem.bands[net.target]
        box = band.boxes[band.lead]
        return box.centre, box.on_border


def _advance(band: Band, strands: list[Strand], bounds: list[Interval], state: State) -> _Reached:
    """A state once its strands stand above the band."""
    bends, length = state.bends, state.length
    runs: list[Interval] = []
    for strand, bound in zip(strands, bounds, strict=True):
        run = bound
        on_border = strand.slot % 2 == 1 and band.boxes[strand.slot // 2].on_border
        for k, source in enumerate(strand.sources):
            old = state.runs[source]
            if old == bound or (not on_border and old[0] <= bound[1] and bound[0] <= old[1]):
                run = (max(old[0], bound[0]), min(old[1], bound[1])) if k == 0 else run
                bends += 1 if k else 0
            else:
                bends += 2
                length += max(old[0] - bound[1], bound[0] - old[1], 0)
        runs.append(run)
        bends += 0 if strand.goes_on else 1
    return state, bends, length, runs


def _runs_below(leaving: list[Departure], runs: list[Interval], below: list[Interval]) -> list[Interval]:
    return [runs[d.arrival] if d.arrival is not None else bound for d, bound in zip(leaving, below, strict=True)]


def _bound(runs: list[Interval], bound: list[list[int]]) -> tuple[Interval, ...]:
    """The runs of strands that are bound together, as far as they have columns in common."""
    if not bound or len(bound) == len(runs):
        return tuple(runs)
    kept = []
    for members in bound:
        run = runs[members[0]]
        for i in members[1:]:
            lo, hi = max(run[0], runs[i][0]), min(run[1], runs[i][1])
            run = (lo, hi) if lo <= hi else run
        kept.append(run)
    return tuple(kept)


def _reaches(run: Interval, column: int, on_border: bool) -> bool:
    """Whether a straight run may stand on `column`; on a lane border only if it is there already."""
    return run == (column, column) if on_border else run[0] <= column <= run[1]
