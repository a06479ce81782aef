"""Phase 2: the row sweep. Where each arrow leaves, on which side it passes each symbol, and in which order.

With one symbol a band, the only topological choices of a monotone arrow are its port and, for every
band it passes, the slot between that band's symbols. So the fewest crossings are found by a sweep over
bands whose state is the left-to-right order of the strands alive in a gap: an exact dynamic program
(strands alive play the part of the pathwidth in fixed-order book drawings: Bhore, Ganian, Montecchiani,
Nöllenburg, JGAA 24(4) 2020; strands cross only when forced, Bekos et al. on metro-line crossings).

The budget of crossings grows 0, 1, 2 … until a drawing exists; when no search was cut short, that
number is proved minimal for monotone arrows, one trunk for each (target, port).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import permutations
from typing import NamedTuple

from sopgen.layout.route.ports import PortPlan, port_plans
from sopgen.layout.route.problem import Band, BandKind, Link, Port, Problem, Side

Interval = tuple[int, int]
FULL: Interval = (-(10**6), 10**6)


class Net(NamedTuple):
    """Arrows that end at one port. Forward nets grow by merging; a return net's links are known at its birth."""

    target: int
    is_return: bool
    port: Port
    links: tuple[int, ...]  # link ids
    pentagon: int | None = None


class Decision(NamedTuple):
    """What was chosen at one band; enough to build the band again."""

    plan: PortPlan | None
    slots: tuple[int, ...]
    insert_left: int = 0
    insert_right: int = 0
    order: tuple[int, ...] = ()  # strips: the order of pentagons (pair ids)


class State(NamedTuple):
    """Value of one order: cost so far, the free interval of each strand's current straight run, and whence it came."""

    crossings: int
    bends: int
    length: float
    taste: int
    runs: tuple[Interval, ...]
    parent: State | None
    decision: Decision | None

    def cost(self, ahead: int) -> tuple[int, int, float, int]:
        return (self.crossings, self.bends + ahead, self.length, self.taste)


class Ending(NamedTuple):
    """One way into a foot strip. `slots`: the index each strand gathers at; `places`: (index, pair, column)."""

    crossings: int
    joins: int
    slots: tuple[int, ...]
    pairs: tuple[int, ...]
    places: tuple[tuple[int, int, int], ...]


@dataclass(slots=True)
class Sweep:
    """Working memory of one problem's sweep: interned nets and the links by band."""

    problem: Problem
    nets: list[Net] = field(default_factory=list)
    index: dict[tuple[object, ...], int] = field(default_factory=dict)
    plans: dict[int, list[PortPlan]] = field(default_factory=dict)
    cut_short: bool = False
    work: int = 0  # placements tried so far
    allowance: int = 0  # placements allowed up to the band at hand
    passes: dict[int, tuple[tuple[int, Side], ...]] = field(default_factory=dict)
    endings: dict[tuple[int, ...], list[Ending]] = field(default_factory=dict)
    goals: dict[int, tuple[int, bool] | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.passes = {link.id: link.pass_on for link in self.problem.links if link.pass_on}

    def net(self, link: Link) -> int:
        """The net of a forward link. A link with an override of its own stays apart until its target's top."""
        tag = link.id if link.pass_on else -1
        key = ("F", link.target, link.pentagon if self._to_foot(link) else None, tag)
        if key not in self.index:
            self.index[key] = len(self.nets)
            pentagon = link.pentagon if self._to_foot(link) else None
            links = tuple(
                other.id
                for other in self.problem.links
                if not other.is_return
                and other.target == link.target
                and (not self._to_foot(link) or other.pentagon == link.pentagon)
                and (other.id if other.pass_on else -1) == tag
            )
            self.nets.append(Net(link.target, False, "T", links, pentagon))
        return self.index[key]

    def return_net(self, target: int, port: Port, links: tuple[Link, ...]) -> list[int]:
        """The nets of returns that end at `port` of band `target`: one trunk, but overridden links run alone."""
        apart = [(link,) for link in links if link.pass_on]
        together = tuple(link for link in links if not link.pass_on)
        groups = ([together] if together else []) + apart
        found = []
        for group in groups:
            key = ("R", target, port, tuple(link.id for link in group))
            if key not in self.index:
                self.index[key] = len(self.nets)
                pentagon = group[0].pentagon if target == 0 and self.problem.bands[0].kind is BandKind.HEAD else None
                self.nets.append(Net(target, True, port, tuple(link.id for link in group), pentagon))
            found.append(self.index[key])
        return found

    def spent(self) -> bool:
        """Whether the work budget is spent, each band having had its share of a narrow beam beyond it."""
        return self.work > self.allowance

    def goal(self, net_id: int) -> tuple[int, bool] | None:
        """The column where the strand would end straight, if that is known, and whether it lies on a lane border."""
        if net_id not in self.goals:
            net = self.nets[net_id]
            last = len(self.problem.bands) - 1
            pairs = foot_pairs(self, net_id, last)
            if pairs:
                wish = self.problem.wish.get(pairs[0])
                self.goals[net_id] = None if wish is None else (wish, False)
            elif net.is_return:
                self.goals[net_id] = None
            else:
                band = self.problem.bands[net.target]
                box = band.boxes[band.lead]
                self.goals[net_id] = (box.centre, box.on_border)
        return self.goals[net_id]

    def _to_foot(self, link: Link) -> bool:
        return self.problem.bands[link.target].kind is BandKind.FOOT

    def plans_at(self, band: int) -> list[PortPlan]:
        if band not in self.plans:
            links = self.problem.links
            self.plans[band] = port_plans(
                self.problem.bands[band],
                [k for k in links if not k.is_return and k.source == band],
                [k for k in links if k.is_return and k.source == band],
                [k for k in links if k.is_return and k.target == band],
            )
        return self.plans[band]


class Topology(NamedTuple):
    """The result: one decision a band, and what it cost. `lower_bound` is proved."""

    decisions: tuple[Decision, ...]
    nets: tuple[Net, ...]
    crossings: int
    lower_bound: int
    proved: bool


WORK = 6_000  # placements (about a quarter of a second) after which the search narrows to a beam
BEAM = 24


def sweep(problem: Problem, max_states: int = 400, max_crossings: int = 40) -> Topology | None:
    """The topology with fewest crossings, then bends. None when the table has no room for any (or an override forbids)."""
    memory = Sweep(problem)
    lower = 0  # proved: no drawing has fewer crossings
    proved = True
    upper: State | None = None
    budget = 0
    while budget <= max_crossings:
        if budget == 2:  # a narrow beam first: it tells whether there is room at all, and where to stop
            upper = _run(memory, max_crossings, BEAM)
            if upper is None:
                return None
        if upper is not None and budget >= upper.crossings:
            return _result(memory, upper, lower, proved)
        memory.cut_short = False
        memory.work = 0
        final = _run(memory, budget, max_states)
        if final is not None:
            return _result(memory, final, lower, proved)
        if memory.cut_short:
            proved = False
        elif proved:
            lower = budget + 1
        budget += 1
    return None


def _result(memory: Sweep, final: State, lower: int, proved: bool) -> Topology:
    decisions: list[Decision] = []
    state: State | None = final
    while state is not None and state.decision is not None:
        decisions.append(state.decision)
        state = state.parent
    decisions.reverse()
    return Topology(tuple(decisions), tuple(memory.nets), final.crossings, lower, proved and lower == final.crossings)


def _run(memory: Sweep, budget: int, max_states: int) -> State | None:
    states: dict[tuple[int, ...], State] = {(): State(0, 0, 0.0, 0, (), None, None)}
    bands = memory.problem.bands
    for number, band in enumerate(bands):
        after: dict[tuple[int, ...], State] = {}
        look: dict[tuple[int, ...], int] = {}
        memory.allowance = max(WORK, memory.work) + WORK // 10
        if number + 1 < len(bands) and bands[number + 1].kind is BandKind.FOOT:
            return _end_in_strip(memory, number, states, budget, max_states)
        for order, state in _cheapest_first(memory, states):
            if memory.spent() and after:
                memory.cut_short = True
                break
            for new_order, new_state in _expand(memory, number, band, order, state, budget):
                if memory.spent() and after:
                    memory.cut_short = True
                    break
                known = after.get(new_order)
                distance = _look_ahead(memory, new_order, new_state.runs)
                if known is None or new_state.cost(distance) < known.cost(look[new_order]):
                    after[new_order] = new_state
                    look[new_order] = distance
        if not after:
            return None
        states = _keep(memory, after, max_states)
    return states.get(())


def _cheapest_first(memory: Sweep, states: dict[tuple[int, ...], State]) -> list[tuple[tuple[int, ...], State]]:
    if len(states) < 2:
        return list(states.items())
    return sorted(states.items(), key=lambda item: (item[1].cost(_look_ahead(memory, item[0], item[1].runs)), item[0]))


def _keep(memory: Sweep, states: dict[tuple[int, ...], State], most: int) -> dict[tuple[int, ...], State]:
    """The states to go on with: all that the work budget allows, the cheapest first."""
    if memory.work > WORK:
        most = BEAM
    if len(states) <= most:
        return states
    memory.cut_short = True
    cost = {order: state.cost(_look_ahead(memory, order, state.runs)) for order, state in states.items()}
    return {order: states[order] for order in sorted(states, key=lambda order: (cost[order], order))[:most]}


def _end_in_strip(
    memory: Sweep, number: int, states: dict[tuple[int, ...], State], budget: int, max_states: int
) -> State | None:
    """The last row together with the strip below it: only with the strip in sight can two ways to one order be compared."""
    bands = memory.problem.bands
    candidates: dict[tuple[tuple[int, ...], tuple[Interval, ...]], State] = {}
    for order, state in _cheapest_first(memory, states):
        if memory.spent() and candidates:
            memory.cut_short = True
            break
        for new_order, new_state in _expand(memory, number, bands[number], order, state, budget):
            if memory.spent() and candidates:
                memory.cut_short = True
                break
            key = (new_order, new_state.runs)
            known = candidates.get(key)
            if known is None or new_state.cost(0) < known.cost(0):
                candidates[key] = new_state
    best: State | None = None
    ranked = sorted(candidates.items(), key=lambda item: (item[1].cost(0), item[0]))
    if len(ranked) > 4 * max_states or memory.work > WORK:
        memory.cut_short = True
        ranked = ranked[: 8 * BEAM]
    for (order, _), state in ranked:
        for _, final in _expand(memory, number + 1, bands[number + 1], order, state, budget):
            if best is None or final.cost(0) < best.cost(0):
                best = final
    return best


def _look_ahead(memory: Sweep, order: tuple[int, ...], runs: tuple[Interval, ...]) -> int:
    """Bends that are likely to come: two where a run cannot reach its target's centre, or its pentagon's wish, straight."""
    total = 0
    for net_id, run in zip(order, runs, strict=True):
        goal = memory.goal(net_id)
        if goal is not None and not _reaches(run, *goal):
            total += 2
    return total


def _reaches(run: Interval, column: int, on_border: bool) -> bool:
    """Whether a straight run may stand on `column`. One on a lane border is open only to a run that is there already."""
    return run == (column, column) if on_border else run[0] <= column <= run[1]


def _expand(
    memory: Sweep, number: int, band: Band, order: tuple[int, ...], state: State, budget: int
) -> Iterator[tuple[tuple[int, ...], State]]:
    if band.kind is BandKind.HEAD:
        yield from _expand_head(memory, number, state)
    elif band.kind is BandKind.FOOT:
        yield from _expand_foot(memory, number, order, state, budget)
    else:
        for plan in memory.plans_at(number):
            for slots, crossings in _slot_choices(memory, number, band, order, plan, budget - state.crossings):
                yield from _place(memory, number, band, order, state, plan, slots, crossings, budget)


# --- strips ---------------------------------------------------------------------------------------


def head_nets(memory: Sweep) -> dict[int, int]:
    """Pair id → net, for the pentagons of the head strip."""
    found: dict[int, int] = {}
    for link in memory.problem.links:
        if link.pentagon is None:
            continue
        if not link.is_return and link.source == 0:
            found[link.pentagon] = memory.net(link)
        elif link.is_return and link.target == 0 and link.pentagon not in found:
            group = tuple(k for k in memory.problem.links if k.is_return and k.pentagon == link.pentagon)
            found[link.pentagon] = memory.return_net(0, "B", group)[0]
    return found


def _expand_head(memory: Sweep, number: int, state: State) -> Iterator[tuple[tuple[int, ...], State]]:
    assert number == 0
    pairs = head_nets(memory)
    wish = memory.problem.wish
    wanted = sorted(pairs, key=lambda p: (wish.get(p, 0), p))
    orders = permutations(wanted) if len(wanted) <= 5 else _likely_orders(memory, pairs, wanted)
    for chosen in orders:
        taste = sum(
            1 for i, a in enumerate(chosen) for b in chosen[i + 1 :] if (wish.get(a, 0), a) > (wish.get(b, 0), b)
        )
        nets = tuple(pairs[p] for p in chosen)
        places = strip_places(memory.problem, tuple(chosen))
        if places is None:
            continue
        merged, runs = _merge(memory, nets, tuple((c, c) for c in places))
        yield (
            merged,
            State(0, 0, 0.0, state.taste + taste, runs, state, Decision(None, (), order=tuple(chosen))),
        )


def strip_places(problem: Problem, order: tuple[int, ...]) -> tuple[int, ...] | None:
    """The columns of a strip's pentagons in this order: each as near its target's lane as the others let it.

    None when the strip is too narrow for so many. The least sum of distances, by dynamic programming over places.
    """
    x, places = problem.x, problem.places
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    ends: list[float] = [float("-inf")]
    for pair in order:
        wish = x[problem.wish.get(pair, places[0])]
        after: list[tuple[float, tuple[int, ...]]] = []
        after_ends: list[float] = []
        for column in places:
            fitting = [b for b, end in zip(best, ends, strict=True) if end + problem.pentagon_room <= x[column] + 1e-6]
            if fitting:
                cost, chosen = min(fitting)
                after.append((cost + abs(x[column] - wish), (*chosen, column)))
                after_ends.append(x[column])
        best, ends = after, after_ends
    return min(best)[1] if best else None


def _likely_orders(memory: Sweep, pairs: dict[int, int], wanted: list[int]) -> Iterator[tuple[int, ...]]:
    """Many pentagons: the order of wishes and of its neighbours by one move, instead of all permutations."""
    memory.cut_short = True
    seen = set()
    base = tuple(wanted)
    candidates = [base]
    # nested: what ends first stands innermost, on either side
    by_end = sorted(wanted, key=lambda p: -max(memory.problem.links[0].bottom, _last_band(memory, pairs[p])))
    for mask in range(1 << min(len(by_end), 8)):
        left = [p for i, p in enumerate(by_end) if mask >> i & 1]
        right = [p for i, p in enumerate(by_end) if not mask >> i & 1]
        candidates.append(tuple(left + right[::-1]))
    for candidate in candidates:
        if candidate not in seen:
            seen.add(candidate)
            yield candidate


def _last_band(memory: Sweep, net_id: int) -> int:
    net = memory.nets[net_id]
    by_id = {link.id: link for link in memory.problem.links}
    return max(by_id[i].bottom for i in net.links)


def foot_pairs(memory: Sweep, net_id: int, number: int) -> list[int]:
    """The pentagons of the foot strip that a net ends at (several for a return from several pages)."""
    net = memory.nets[net_id]
    if not net.is_return:
        return [net.pentagon] if net.target == number and net.pentagon is not None else []
    by_id = {link.id: link for link in memory.problem.links}
    return [by_id[i].pentagon for i in net.links if by_id[i].source == number]  # type: ignore[misc]


def _expand_foot(
    memory: Sweep, number: int, order: tuple[int, ...], state: State, budget: int
) -> Iterator[tuple[tuple[int, ...], State]]:
    if order not in memory.endings:
        memory.endings[order] = _endings(memory, number, order)
    wish = memory.problem.wish
    for ending in memory.endings[order]:
        if state.crossings + ending.crossings > budget:
            continue
        bends, length = ending.joins * 2, 0.0
        for index, pair, column in ending.places:
            lo, hi = state.runs[index]
            bends += 0 if lo <= column <= hi else 2
            length += abs(column - wish.get(pair, column))
        yield (
            (),
            State(
                state.crossings + ending.crossings,
                state.bends + bends,
                state.length + length,
                state.taste,
                (),
                state,
                Decision(None, ending.slots, order=ending.pairs),
            ),
        )


def _endings(memory: Sweep, number: int, order: tuple[int, ...]) -> list[Ending]:
    """The ways to lead an order into the strip's pentagons: a net of several strands gathers at one of them."""
    positions: dict[int, list[int]] = {}
    for i, net_id in enumerate(order):
        positions.setdefault(net_id, []).append(i)
    if any(not foot_pairs(memory, net_id, number) for net_id in positions):
        return []
    anchors: list[dict[int, int]] = [{}]
    for net_id, places in positions.items():
        anchors = [{**a, net_id: p} for a in anchors[:32] for p in places]
    found = []
    for anchor in anchors:
        by_place = sorted(positions, key=lambda n: anchor[n])
        pairs = tuple(p for net_id in by_place for p in foot_pairs(memory, net_id, number))
        columns = strip_places(memory.problem, pairs)
        if columns is None:
            continue
        column_of = dict(zip(pairs, columns, strict=True))
        found.append(
            Ending(
                _foot_crossings(order, anchor),
                len(order) - len(positions),
                tuple(anchor[net_id] for net_id in order),
                pairs,
                tuple((anchor[n], p, column_of[p]) for n in by_place for p in foot_pairs(memory, n, number)),
            )
        )
    return found


def _foot_crossings(order: tuple[int, ...], anchor: dict[int, int]) -> int:
    """Crossings of bringing each net's entries to its anchor; a line crosses a trunk once, below its joins."""
    inverted: dict[tuple[int, int], tuple[set[int], set[int]]] = {}
    for i, a in enumerate(order):
        for j in range(i + 1, len(order)):
            b = order[j]
            if a != b and anchor[a] > anchor[b]:
                left, right = (i, j) if a < b else (j, i)
                of_first, of_second = inverted.setdefault((min(a, b), max(a, b)), (set(), set()))
                of_first.add(left)
                of_second.add(right)
    return sum(min(len(first), len(second)) for first, second in inverted.values())


# --- rows -----------------------------------------------------------------------------------------


def _slot_choices(
    memory: Sweep, number: int, band: Band, order: tuple[int, ...], plan: PortPlan, budget: int
) -> Iterator[tuple[tuple[int, ...], int]]:
    """Doubled slots for each strand (2j: slot j; 2·lead+1: the lead's top) with the crossings they cost in the gap."""
    last_slot = 2 * len(band.boxes)
    top = 2 * band.lead + 1
    ending = {link.id: (0 if side == "L" else last_slot) for link, _, side in plan.return_outs}
    allowed: list[tuple[int, ...]] = []
    tops: list[int] = []
    seen_links: set[int] = set()
    passing = tuple(range(0, last_slot + 1, 2))
    for i, net_id in enumerate(order):
        net = memory.nets[net_id]
        if not net.is_return and net.target == number:
            tops.append(i)
            allowed.append((top,))
            continue
        choice = passing
        if net.is_return:
            ends = [ending[k] for k in net.links if k in ending]
            seen_links.update(k for k in net.links if k in ending)
            if len(set(ends)) > 1:
                return
            if ends:
                choice = (ends[0],)
        forced = {2 * _side_slot(band, side) for k in net.links for b, side in memory.passes.get(k, ()) if b == number}
        if forced:
            choice = tuple(s for s in choice if s in forced)
        if not choice:
            return
        allowed.append(choice)
    if len(seen_links) != len(ending):
        return
    first_top = tops[0] if tops else len(order)
    last_top = tops[-1] if tops else -1
    yield from _assign(order, allowed, top, first_top, last_top, budget, last_slot)


def _side_slot(band: Band, side: Side) -> int:
    return band.lead if side == "L" else band.lead + 1


def _assign(
    order: tuple[int, ...],
    allowed: list[tuple[int, ...]],
    top: int,
    first_top: int,
    last_top: int,
    budget: int,
    last_slot: int,
) -> Iterator[tuple[tuple[int, ...], int]]:
    chosen: list[int] = []

    def extend(i: int, cost: int) -> Iterator[tuple[tuple[int, ...], int]]:
        if i == len(order):
            yield tuple(chosen), cost
            return
        for slot in allowed[i]:
            more = 0
            if slot != top:
                if 0 < slot < last_slot:
                    more += 1  # through the joining line of a joint activity
                if (slot > top and last_top > i) or (slot < top and first_top < i):
                    more += 1  # over the main arrow, below its joins
                for j in range(i):
                    if chosen[j] > slot and chosen[j] != top and order[j] != order[i]:
                        more += 1
            if cost + more <= budget:
                chosen.append(slot)
                yield from extend(i + 1, cost + more)
                chosen.pop()

    yield from extend(0, 0)


class Strand(NamedTuple):
    """A strand at a band: its net, its doubled slot, and the strands of the gap above that it gathers (indexes)."""

    net: int
    slot: int
    sources: tuple[int, ...]
    ends: tuple[tuple[int, Side], ...] = ()  # (link id, side): a return that starts here runs into it
    goes_on: bool = True


def arrivals(
    memory: Sweep, number: int, band: Band, order: tuple[int, ...], plan: PortPlan, slots: tuple[int, ...]
) -> list[Strand]:
    """The strands above a band, left to right, as sorted and merged by their slots."""
    ending = {link.id: side for link, _, side in plan.return_outs}
    by_id = {link.id: link for link in memory.problem.links}
    strands: list[Strand] = []
    for i in sorted(range(len(order)), key=lambda i: slots[i]):
        net_id = order[i]
        net = memory.nets[net_id]
        last = strands[-1] if strands else None
        if last and not net.is_return and last.slot == slots[i] and (last.net == net_id or slots[i] % 2):
            strands[-1] = Strand(last.net, last.slot, (*last.sources, i))
            continue
        ends = tuple((k, ending[k]) for k in net.links if net.is_return and k in ending)
        goes_on = not ends or any(by_id[k].source > number for k in net.links)
        strands.append(Strand(net_id, slots[i], (i,), ends, goes_on))
    top = 2 * band.lead + 1
    for links, side in plan.joins_top:
        for net_id in memory.return_net(number, "T", links):
            place = next((i for i, s in enumerate(strands) if s.slot >= top), len(strands))
            if side == "R":
                place = next((i for i, s in enumerate(strands) if s.slot > top), len(strands))
            strands.insert(place, Strand(net_id, top - 1 if side == "L" else top + 1, ()))
    return strands


def _bounds(band: Band, columns: int, slots: list[int]) -> list[Interval] | None:
    """The columns open to each strand beside others in its slot; None when a slot is too narrow."""
    result: list[Interval] = []
    counts: dict[int, int] = {}
    for slot in slots:
        counts[slot] = counts.get(slot, 0) + 1
    seen: dict[int, int] = {}
    boxes = band.boxes
    for slot in slots:
        if slot % 2:
            centre = boxes[slot // 2].centre
            result.append((centre, centre))
            continue
        j = slot // 2
        rank = seen.get(slot, 0)
        seen[slot] = rank + 1
        left = boxes[j - 1].hi + 1 if j else 0
        right = boxes[j].lo - 1 if j < len(boxes) else columns - 1
        lo, hi = left + rank, right - (counts[slot] - 1 - rank)
        if lo > hi:
            return None
        result.append((lo, hi))
    return result


class Departure(NamedTuple):
    """A strand below a band: its net, slot, the arrival it continues (index) or the links born here by a port.

    `absorbed`: (link, box, port) of arrows of its net whose side stub runs straight into it at this band.
    """

    net: int
    slot: int
    arrival: int | None = None
    born: tuple[int, ...] = ()
    box: int = 0
    port: Port | None = None
    absorbed: tuple[tuple[int, int, Port], ...] = ()


def departures(
    memory: Sweep, number: int, band: Band, strands: list[Strand], plan: PortPlan, left: int, right: int
) -> list[Departure]:
    """The strands below a band, left to right. `left` and `right`: how many passing strands a side stub crosses."""
    last_slot = 2 * len(band.boxes)
    by_slot: dict[int, list[Departure]] = {s: [] for s in range(last_slot + 1)}
    for i, strand in enumerate(strands):
        if strand.slot % 2 == 0 and strand.goes_on:
            by_slot[strand.slot].append(Departure(strand.net, strand.slot, arrival=i))
    births: list[Departure] = []
    for link, box, port in plan.outs:
        births.append(Departure(memory.net(link), 0, None, (link.id,), box, port))
    for links, port in plan.return_ins:
        for net_id in memory.return_net(number, port, links):
            births.append(Departure(net_id, 0, None, memory.nets[net_id].links, band.lead, port))
    for birth in births:
        if birth.port == "B":
            slot = 2 * birth.box + 1
            place = len(by_slot[slot])
            outward = -1
        elif birth.port == "L":
            slot, place = 0, max(0, len(by_slot[0]) - left)
            outward = place - 1
        else:
            slot, place = last_slot, right
            outward = place if place < len(by_slot[slot]) else -1
        row = by_slot[slot]
        if outward >= 0 and row[outward].net == birth.net and not memory.nets[birth.net].is_return:
            joined = (*row[outward].absorbed, (birth.born[0], birth.box, birth.port or "B"))
            row[outward] = row[outward]._replace(absorbed=joined)
            continue
        row.insert(place, birth._replace(slot=slot))
    return [d for slot in range(last_slot + 1) for d in by_slot[slot]]


def _place(
    memory: Sweep,
    number: int,
    band: Band,
    order: tuple[int, ...],
    state: State,
    plan: PortPlan,
    slots: tuple[int, ...],
    crossings: int,
    budget: int,
) -> Iterator[tuple[tuple[int, ...], State]]:
    memory.work += 1
    strands = arrivals(memory, number, band, order, plan, slots)
    last_slot = 2 * len(band.boxes)
    # a return's stub crosses what passes between its track and the symbol
    for i, strand in enumerate(strands):
        for _, side in strand.ends:
            crossings += sum(1 for s in strands[i + 1 :] if s.slot == 0) if side == "L" else 0
            crossings += sum(1 for s in strands[:i] if s.slot == last_slot) if side == "R" else 0
    crossings += sum(1 for s in strands if not s.sources and 0 < s.slot < last_slot)
    spare = budget - state.crossings - crossings
    if spare < 0:
        return
    columns = len(memory.problem.x)
    bounds = _bounds(band, columns, [s.slot for s in strands])
    if bounds is None:
        return
    bends, length = state.bends, state.length
    runs: list[Interval] = []
    for strand, bound in zip(strands, bounds, strict=True):
        run = bound
        for k, source in enumerate(strand.sources):
            old = state.runs[source]
            on_border = strand.slot % 2 == 1 and band.boxes[strand.slot // 2].on_border
            if on_border and old != bound and old[0] == old[1] and old[0] in memory.problem.borders:
                return  # from one lane border to another: neither side of the row rule would do for the track
            straight = old == bound if on_border else old[0] <= bound[1] and bound[0] <= old[1]
            if straight:
                run = (max(old[0], bound[0]), min(old[1], bound[1])) if k == 0 else run
                bends += 1 if k else 0
            else:
                bends += 2
                length += max(old[0] - bound[1], bound[0] - old[1], 0)
        if not strand.goes_on:
            bends += 1
        runs.append(run)
    ports = {port for _, _, port in plan.outs} | {port for _, port in plan.return_ins}
    passing_left = sum(1 for s in strands if s.slot == 0 and s.goes_on)
    passing_right = sum(1 for s in strands if s.slot == last_slot and s.goes_on)
    for left in range(min(spare, passing_left) + 1 if "L" in ports else 1):
        for right in range(min(spare - left, passing_right) + 1 if "R" in ports else 1):
            leaving = departures(memory, number, band, strands, plan, left, right)
            below = _bounds(band, columns, [d.slot for d in leaving])
            if below is None:
                continue
            nets = tuple(d.net for d in leaving)
            open_runs = tuple(
                runs[d.arrival] if d.arrival is not None else bound for d, bound in zip(leaving, below, strict=True)
            )
            turned = sum(1 for d in leaving if d.port in ("L", "R"))
            merged, merged_runs = _merge(memory, nets, open_runs)
            new = State(
                state.crossings + crossings + left + right,
                bends + turned + plan.strain,
                length,
                state.taste + plan.taste,
                merged_runs,
                state,
                Decision(plan, slots, left, right),
            )
            yield merged, new


def _merge(
    memory: Sweep, nets: tuple[int, ...], runs: tuple[Interval, ...]
) -> tuple[tuple[int, ...], tuple[Interval, ...]]:
    """Neighbours of one forward net are bound from here on: they join in the next gap."""
    kept: list[int] = []
    spans: list[Interval] = []
    for net_id, run in zip(nets, runs, strict=True):
        if kept and kept[-1] == net_id and not memory.nets[net_id].is_return:
            lo, hi = max(spans[-1][0], run[0]), min(spans[-1][1], run[1])
            spans[-1] = (lo, hi) if lo <= hi else spans[-1]
            continue
        kept.append(net_id)
        spans.append(run)
    return tuple(kept), tuple(spans)
