"""Phase 2: the row sweep. Where each arrow leaves, on which side it passes each symbol, and in which order.

With one symbol a band, the only topological choices of a monotone arrow are its port and, for every
band it passes, the slot between that band's symbols. So the fewest crossings are found by a sweep over
bands whose state is the left-to-right order of the strands alive in a gap: an exact dynamic program
(strands alive play the part of the pathwidth in fixed-order book drawings: Bhore, Ganian, Montecchiani,
Nöllenburg, JGAA 24(4) 2020; strands cross only when forced, Bekos et al. on metro-line crossings).

Where one net alone is alive in a gap there is but one order, so what lies above and below it are *stretches*
that are minimised each for itself. In each the budget of crossings grows 0, 1, 2 … until a drawing exists;
when no search was cut short, the sum is proved minimal for monotone arrows, one trunk for each (target, port).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sopgen.layout.route.memory import Interval, Memory, Net, Order
from sopgen.layout.route.passages import Decision, State, passages
from sopgen.layout.route.problem import Band, BandKind, Problem
from sopgen.layout.route.strands import bind
from sopgen.layout.route.strips import endings, head_nets, head_orders, strips_hold

WORK = 4_000  # placements (about a quarter of a second) after which the search narrows to a beam
TOTAL_WORK = 12_000  # placements over all budgets, after which the beam's drawing is taken
BEAM = 24  # orders
KEPT = 3  # states of one order: equal in crossings, they differ in the bends behind and before them
MAX_ORDERS = 400
MAX_CROSSINGS = 40
BEAM_BUDGETS = (3, 8, 20, MAX_CROSSINGS)


States = dict[Order, list[State]]
Found = dict[Order, dict[tuple[Interval, ...], State]]


class Stretch(NamedTuple):
    """The crossings of one stretch, and how many of them are proved to be needed."""

    crossings: int
    lower_bound: int


class Limits(NamedTuple):
    """How many crossings are looked at: in all, and in each stretch, where that is known. `least_each` is proved."""

    most: int = MAX_CROSSINGS
    most_each: tuple[int, ...] = ()
    least_each: tuple[int, ...] = ()


class Topology(NamedTuple):
    """The result: one decision a band, and what it cost, stretch by stretch."""

    decisions: tuple[Decision, ...]
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


def sweep(problem: Problem, *, ample: bool = False, limits: Limits = Limits()) -> Topology | None:  # noqa: B008 - a plain value
    """The topology with fewest crossings, then bends. None when there is no room for any, or an override forbids it.

    With `ample`, as if there were columns enough everywhere: only its number of crossings means anything then.
    """
    if not strips_hold(problem):
        return None
    memory = Memory(problem, ample=ample, early=_may_pay_early(problem))
    states: States = {(): [State(0, 0, 0.0, 0, (), None, None)]}
    found: list[Stretch] = []
    for i, bands in enumerate(_stretches(problem)):
        most = limits.most - sum(stretch.crossings for stretch in found)
        if limits.most_each:
            most = min(most, limits.most_each[i])
        crossed = _cross(memory, states, bands, limits.least_each[i] if limits.least_each else 0, most)
        if crossed is None:
            return None
        states, stretch = crossed
        found.append(stretch)
    return Topology(_decisions(states[()][0]), tuple(memory.nets), tuple(found))


def _stretches(problem: Problem) -> list[range]:
    """The bands of each stretch, from the top."""
    count = len(problem.bands)
    alive: list[set[tuple[object, ...]]] = [set() for _ in range(count)]  # by gap; each return counts by itself
    for link in problem.links:
        name = (link.id,) if link.is_return or link.pass_on else ("main", link.target, link.pentagon)
        for gap in range(link.top, link.bottom):
            alive[gap].add(name)
    # into a foot strip two ways to one order compare only with the strip in sight
    cuts = [gap + 1 for gap in range(count - 1) if len(alive[gap]) < 2 and problem.bands[gap + 1].kind is BandKind.STEP]
    return [range(a, b) for a, b in pairwise([0, *cuts, count])]


def _cross(memory: Memory, states: States, bands: range, start: int, most: int) -> tuple[States, Stretch] | None:
    """The states below a stretch with the fewest crossings, `start` to `most` of them."""
    base = min(state.crossings for alike in states.values() for state in alike)
    lower = start
    proved = True
    upper: States | None = None
    spent = 0
    for budget in range(start, most + 1):
        if budget >= 2 and upper is None:  # a narrow beam first: is there room at all, and where to stop
            upper = _beam(memory, states, bands, base)
            if upper is None:
                return None
        if upper is not None and (budget >= _fewest(upper) - base or spent > TOTAL_WORK):
            return (upper, Stretch(_fewest(upper) - base, lower)) if _fewest(upper) - base <= most else None
        memory.cut_short = False
        memory.work = 0
        final = _run(memory, states, bands, base + budget, MAX_ORDERS)
        spent += memory.work
        if final is not None:
            return final, Stretch(budget, lower)
        # a drawing without any crossing crosses nothing early, so that one is needed is proved in any case
        if memory.cut_short or memory.limited or (memory.early and budget):
            proved = False
        elif proved:
            lower = budget + 1
    return None


def _fewest(states: States) -> int:
    return min(state.crossings for alike in states.values() for state in alike)


def _beam(memory: Memory, states: States, bands: range, base: int) -> States | None:
    """Some drawing, found with few orders kept a gap; None where there is room for none."""
    for budget in BEAM_BUDGETS:
        memory.work = 0
        found = _run(memory, states, bands, base + budget, BEAM)
        if found is not None:
            return found
    return None


def _may_pay_early(problem: Problem) -> bool:
    """Whether a crossing that nothing forces might save two: the sweep does not try such, so it proves little then.

    It takes a trunk of returns with several stubs, each of which would be crossed.
    """
    targets = [link.target for link in problem.links if link.is_return]
    return len(targets) > len(set(targets))


def _decisions(final: State) -> tuple[Decision, ...]:
    decisions: list[Decision] = []
    state: State | None = final
    while state is not None and state.decision is not None:
        decisions.append(state.decision)
        state = state.parent
    return tuple(reversed(decisions))


def _run(memory: Memory, states: States, bands: range, budget: int, most: int) -> States | None:
    """The states below `bands` with at most `budget` crossings, keeping at most so many orders a gap."""
    all_bands = memory.problem.bands
    for number in bands:
        memory.allowance = max(WORK, memory.work) + WORK // 10
        found = _step(memory, number, all_bands[number], states, budget)
        if not found:
            return None
        if number + 1 < len(all_bands) and all_bands[number + 1].kind is BandKind.FOOT:
            # only with the strip in sight can two ways to one order be compared
            whole = {order: list(by_runs.values()) for order, by_runs in found.items()}
            final = _step(memory, number + 1, all_bands[number + 1], whole, budget)
            return {(): [final[()][()]]} if final else None
        states = _keep(memory, found, most)
    return states


def _step(memory: Memory, number: int, band: Band, states: States, budget: int) -> Found:
    """All states below a band, for each order and its runs the cheapest."""
    found: Found = {}
    for order, alike in states.items():
        for new_order, state in _expand(memory, number, band, order, alike, budget):
            by_runs = found.setdefault(new_order, {})
            known = by_runs.get(state.runs)
            if known is None or state.cost() < known.cost():
                by_runs[state.runs] = state
            if memory.spent():
                break
        if memory.spent() and found:
            memory.cut_short = True
            break
    return found


def _keep(memory: Memory, found: Found, most: int) -> States:
    """The states to go on with: of each order the cheapest few, of all orders what the work budget allows.

    What comes below an order depends on the order alone, so of its states only those with fewest crossings matter.
    """
    if memory.work > WORK:
        most = BEAM
    if len(found) == 1:
        ((order, by_runs),) = found.items()
        if len(by_runs) == 1:
            return {order: list(by_runs.values())}
    ranked: list[tuple[tuple[int, int, float, int], Order, list[State]]] = []
    for order, by_runs in found.items():
        costs = sorted(
            ((state.cost(_look_ahead(memory, order, state.runs)), runs) for runs, state in by_runs.items()),
        )
        fewest = costs[0][0][0]
        kept = [by_runs[runs] for cost, runs in costs[:KEPT] if cost[0] == fewest]
        ranked.append((costs[0][0], order, kept))
    ranked.sort(key=lambda entry: entry[:2])
    if len(ranked) > most:
        memory.cut_short = True
    return {order: kept for _, order, kept in ranked[:most]}


def _look_ahead(memory: Memory, order: Order, runs: tuple[Interval, ...]) -> int:
    """Bends that are likely to come: two where a run cannot reach its target's centre, or its pentagon's wish."""
    total = 0
    for net_id, run in zip(order, runs, strict=True):
        goal = memory.goal(net_id)
        if goal is not None and not _reaches(run, *goal):
            total += 2
    return total


def _reaches(run: Interval, column: int, on_border: bool) -> bool:
    """Whether a straight run may stand on `column`; on a lane border only if it is there already."""
    return run == (column, column) if on_border else run[0] <= column <= run[1]


def _expand(
    memory: Memory, number: int, band: Band, order: Order, alike: list[State], budget: int
) -> Iterator[tuple[Order, State]]:
    if band.kind is BandKind.HEAD:
        yield from _begin(memory, alike[0])
    elif band.kind is BandKind.FOOT:
        yield from _end(memory, number, order, alike, budget)
    else:
        yield from passages(memory, number, band, order, alike, budget)


def _begin(memory: Memory, root: State) -> Iterator[tuple[Order, State]]:
    """Below a head strip: its pentagons in some order."""
    pairs = head_nets(memory)
    wish = memory.problem.wish
    for chosen, places in head_orders(memory, pairs):
        wishes = [(wish.get(p, 0), p) for p in chosen]
        taste = sum(1 for i, a in enumerate(wishes) for b in wishes[i + 1 :] if a > b)
        order, runs = bind(memory, tuple(pairs[p] for p in chosen), tuple((c, c) for c in places))
        yield order, State(0, 0, 0.0, root.taste + taste, runs, root, Decision(None, (), order=chosen))


def _end(memory: Memory, number: int, order: Order, alike: list[State], budget: int) -> Iterator[tuple[Order, State]]:
    """Into a foot strip: every strand to its pentagon."""
    wish = memory.problem.wish
    for ending in endings(memory, number, order):
        decision = Decision(None, ending.slots, order=ending.pairs)
        for state in alike:
            crossings = state.crossings + ending.crossings
            if crossings > budget:
                continue
            bends, length = state.bends + 2 * ending.joins, state.length
            for index, pair, column in ending.places:
                lo, hi = state.runs[index]
                bends += 0 if lo <= column <= hi else 2
                length += abs(column - wish.get(pair, column))
            yield (), State(crossings, bends, length, state.taste, (), state, decision)
