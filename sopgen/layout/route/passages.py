"""One step of the sweep: all ways from the order of strands above a band of symbols to the orders below it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from sopgen.layout.route.memory import Interval, Memory, Order
from sopgen.layout.route.ports import PortPlan
from sopgen.layout.route.problem import Band
from sopgen.layout.route.slots import slot_choices
from sopgen.layout.route.strands import Departure, Strand, arrivals, bind, departures, hook_crossings, open_columns


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

    def cost(self, ahead: int = 0) -> tuple[int, int, float, int]:
        return (self.crossings, self.bends + ahead, self.length, self.taste)


_SIDES = ("L", "R")
_HOOK_BENDS = 2
_MOST_CHOICES = 3_000  # of slots for one order; more only where a large budget meets many strands


class _Approach(NamedTuple):
    """What stands above a band, whatever leaves it below: the strands, and each state once they stand there."""

    strands: list[Strand]
    crossings: int  # of stubs and joining lines
    reached: list[tuple[State, int, float, list[Interval]]]  # with bends, length and runs


def passages(
    memory: Memory, number: int, band: Band, order: Order, alike: list[State], budget: int
) -> Iterator[tuple[Order, State]]:
    """The states below a band for every plan of its ports and every choice of slots, within the budget of crossings."""
    spare = budget - alike[0].crossings
    choices: dict[int, list[tuple[tuple[int, ...], int]]] = {}
    approaches: dict[tuple[int, tuple[int, ...]], _Approach | None] = {}
    for plan, above in zip(memory.plans_at(number), memory.alike_above(number), strict=True):
        if above not in choices:
            tried = slot_choices(memory, number, band, order, plan, spare)
            choices[above] = list(islice(tried, _MOST_CHOICES))
            memory.cut_short |= len(choices[above]) == _MOST_CHOICES
        for slots, crossings in choices[above]:
            memory.work += 1
            if memory.exhausted():
                memory.cut_short = True
                return
            if (above, slots) not in approaches:
                strands = arrivals(memory, number, band, order, plan, slots)
                approaches[above, slots] = _approach(memory, band, strands, alike, spare - crossings)
            approach = approaches[above, slots]
            if approach is not None:
                yield from _leave(memory, number, band, plan, slots, approach, crossings, spare)


def _approach(memory: Memory, band: Band, strands: list[Strand], alike: list[State], spare: int) -> _Approach | None:
    """None when it costs more than the crossings to spare, or a slot has too few columns."""
    crossings = _stub_crossings(band, strands)
    if crossings > spare:
        return None
    bounds = open_columns(memory, band, [s.slot for s in strands])
    if bounds is None:
        return None
    return _Approach(strands, crossings, [(state, *_advance(band, strands, bounds, state)) for state in alike])


def _leave(
    memory: Memory,
    number: int,
    band: Band,
    plan: PortPlan,
    slots: tuple[int, ...],
    approach: _Approach,
    crossings: int,
    spare: int,
) -> Iterator[tuple[Order, State]]:
    """The states below; `spare` crossings may be spent, `crossings` of them in the gap above."""
    strands = approach.strands
    crossings += approach.crossings
    for left, right in _insertions(band, strands, plan, spare - crossings):
        leaving = departures(memory, number, band, strands, plan, left, right)
        below = open_columns(memory, band, [d.slot for d in leaving])
        if below is None:
            continue
        hooked = 0
        more = sum([d.port in _SIDES for d in leaving]) + plan.strain
        alive = leaving
        if plan.hooks:
            hooked = hook_crossings(leaving)
            if left + right + hooked > spare - crossings:
                continue
            more += _HOOK_BENDS
            below = [bound for d, bound in zip(leaving, below, strict=True) if d.alive]
            alive = [d for d in leaving if d.alive]
        nets = tuple([d.net for d in alive])
        decision = Decision(plan, slots, left, right)
        memory.work += 1
        for state, bends, length, runs in approach.reached:
            new_order, new_runs = bind(memory, nets, _runs_below(alive, runs, below))
            yield (
                new_order,
                State(
                    state.crossings + crossings + left + right + hooked,
                    bends + more,
                    length,
                    state.taste + plan.taste,
                    new_runs,
                    state,
                    decision,
                ),
            )


def _stub_crossings(band: Band, strands: list[Strand]) -> int:
    """What a return's stub crosses between its track and the symbol, and the joining lines a return slips through."""
    last_slot = 2 * len(band.boxes)
    crossings = sum(1 for s in strands if not s.sources and 0 < s.slot < last_slot)
    for i, strand in enumerate(strands):
        for _, side in strand.ends:
            if side == "B":
                continue
            others = strands[i + 1 :] if side == "L" else strands[:i]
            crossings += sum(1 for s in others if s.slot == (0 if side == "L" else last_slot))
    return crossings


def _advance(
    band: Band, strands: list[Strand], bounds: list[Interval], state: State
) -> tuple[int, float, list[Interval]]:
    """Bends, length and runs of a state once its strands stand above the band."""
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
    return bends, length, runs


def _insertions(band: Band, strands: list[Strand], plan: PortPlan, spare: int) -> Iterator[tuple[int, int]]:
    """How many passing strands the stubs born at the left and right side may cross."""
    ports = {port for _, _, port in plan.outs} | {port for _, port in plan.return_ins}
    last_slot = 2 * len(band.boxes)
    passing_left = sum(1 for s in strands if s.slot == 0 and s.goes_on) if "L" in ports else 0
    passing_right = sum(1 for s in strands if s.slot == last_slot and s.goes_on) if "R" in ports else 0
    for left in range(min(spare, passing_left) + 1):
        for right in range(min(spare - left, passing_right) + 1):
            yield left, right


def _runs_below(leaving: list[Departure], runs: list[Interval], below: list[Interval]) -> tuple[Interval, ...]:
    return tuple([runs[d.arrival] if d.arrival is not None else bound for d, bound in zip(leaving, below, strict=True)])
