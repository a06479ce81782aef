"""One step of the sweep: all ways from the order of strands above a band of symbols to the orders below it.

A way is a matter of sides and orders alone. It holds whatever the columns are, so it is found once a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sopgen.layout.route.budget import WorkBudget
from sopgen.layout.route.nettable import Birth, NetTable, Order, Use
from sopgen.layout.route.ports import PortPlan
from sopgen.layout.route.problem import Band, BandKind
from sopgen.layout.route.slots import slot_choices
from sopgen.layout.route.strands import (
    STAY,
    Departure,
    Rows,
    Strand,
    arrivals,
    bind,
    departures,
    hook_crossings,
    order_below,
    passing,
    trunks_with_more_stubs,
)
from sopgen.layout.route.strips import Ending, endings, foot_strands, head_departures, head_nets, head_orders

_SIDES = ("L", "R")
_HOOK_BENDS = 2
_FEW_CROSSINGS = 2
_MANY_WAYS = 1_000
_WAYS_WHEN_SPENT = 60  # when the budget of the whole layout is spent
_MOST_CHOICES = 3_000  # of slots for one order; more only where a large budget meets many strands


class Way(NamedTuple):
    """One way past a band: the order that it leads to, what it costs, and what then stands above and below the band.

    `bends` are those of stubs and hooks; those of the strands depend on columns.
    """

    crossings: int
    order: Order
    strands: list[Strand]
    leaving: list[Departure]
    bound: list[list[int]]  # for each strand of the order, which of those that leave alive it binds; empty: none is
    bends: int = 0
    taste: int = 0
    hooks: bool = False  # whether some of those that leave do not go on downward
    pairs: tuple[int, ...] = ()  # strips: the order of pentagons (pair ids)
    ending: Ending | None = None  # into a foot strip


_OUT_OF_ORDER = 100
"""What two pentagons weigh, in bends, that read 2 1 where the page above reads 1 2: more than any way round."""

Step = tuple[int, Order]  # crossings, and the order below


@dataclass(slots=True)
class Ways:
    """The ways past each band, remembered by the order above it. `work` counts what was tried."""

    memory: NetTable
    budget: WorkBudget
    work: int = 0
    cut_short: bool = False
    _known: dict[tuple[int, Order], tuple[int, list[Way]]] = field(default_factory=dict)
    _known_steps: dict[tuple[int, Order], tuple[int, list[Step]]] = field(default_factory=dict)
    _known_approaches: dict[tuple[int, Order, int], tuple[int, list[_Approach]]] = field(default_factory=dict)

    def past(self, number: int, order: Order, spare: int) -> list[Way]:
        """All ways past band `number` that cost at most `spare` crossings, and perhaps dearer ones; cheapest first.

        Where there are very many, or the layout's budget is spent, the dearest are left out.
        """
        known = self._known.get((number, order))
        if known is None or (known[0] < spare and not (known[1] and self.budget.spent)):
            reach, enough = min(spare, _FEW_CROSSINGS), _MANY_WAYS
            if self.budget.spent:
                reach, enough = 0, _WAYS_WHEN_SPENT
            found = self._ways(number, order, reach)
            while reach < spare and len(found) < enough:
                reach += 1
                found = self._ways(number, order, reach)
            self.cut_short |= reach < spare
            known = self._known[number, order] = spare, sorted(found, key=_crossings)
        return known[1]

    def steps(self, number: int, order: Order, spare: int) -> list[Step]:
        """For each order that can follow the fewest crossings that it takes, up to `spare` or more; cheapest first."""
        known = self._known_steps.get((number, order))
        if known is None or known[0] < spare:
            fewest: dict[Order, int] = {}
            for crossings, below in self._steps(number, order, spare):
                if crossings < fewest.get(below, crossings + 1):
                    fewest[below] = crossings
            steps = sorted(((crossings, below) for below, crossings in fewest.items()), key=_first)
            known = self._known_steps[number, order] = spare, steps
        return known[1]

    def _steps(self, number: int, order: Order, spare: int) -> Iterator[Step]:
        memory = self.memory
        band = memory.problem.bands[number]
        if band.kind is not BandKind.STEP:
            yield from ((way.crossings, way.order) for way in self.past(number, order, spare))
            return
        for use in memory.uses(number).leading:
            for approach in self._approaches(number, band, order, use, spare):
                if approach.crossings > spare:
                    break
                if use.plan.hooks:
                    yield from ((way.crossings, way.order) for way in _leave(memory, band, use, approach, spare))
                    continue
                for left, right in _insertions(band, approach, use.births, spare - approach.crossings):
                    self._count(1)
                    below = order_below(memory, approach.nets, use.births, left, right)
                    yield approach.crossings + left + right, below

    def _ways(self, number: int, order: Order, spare: int) -> list[Way]:
        memory = self.memory
        band = memory.problem.bands[number]
        if band.kind is BandKind.HEAD:
            return self._out_of_head()
        if band.kind is BandKind.FOOT:
            return [
                Way(
                    e.crossings,
                    (),
                    foot_strands(memory, number, order, e.pairs),
                    [],
                    [],
                    2 * e.joins,
                    pairs=e.pairs,
                    ending=e,
                )
                for e in endings(memory, number, order)
            ]
        found: list[Way] = []
        for use in memory.uses(number).every:
            for approach in self._approaches(number, band, order, use, spare):
                if approach.crossings > spare:
                    break
                found += _leave(memory, band, use, approach, spare)
        self._count(len(found))
        return found

    def _count(self, tried: int) -> None:
        self.work += tried
        self.budget.work += tried

    def _out_of_head(self) -> list[Way]:
        """The pentagons of a head strip in some order: rather as they read above, then to the wish of their lanes."""
        memory = self.memory
        pairs = head_nets(memory)
        wish, reading = memory.problem.wish, memory.problem.reading
        found = []
        for chosen in head_orders(memory, pairs):
            strain = _OUT_OF_ORDER * _inversions([reading[p : p + 1] for p in chosen])
            taste = _inversions([(wish.get(p, 0), p) for p in chosen])
            order, bound = bind(memory, [pairs[p] for p in chosen])
            found.append(Way(0, order, [], head_departures(memory, pairs, chosen), bound, strain, taste, pairs=chosen))
        return found

    def _approaches(self, number: int, band: Band, order: Order, use: Use, spare: int) -> list[_Approach]:
        """What may stand above the band for all uses that are alike there, cheapest first."""
        known = self._known_approaches.get((number, order, use.above))
        if known is None or known[0] < spare:
            found = sorted(self._find_approaches(number, band, order, use.plan, spare), key=_crossings)
            known = self._known_approaches[number, order, use.above] = spare, found
        return known[1]

    def _find_approaches(self, number: int, band: Band, order: Order, plan: PortPlan, spare: int) -> list[_Approach]:
        memory = self.memory
        choices = slot_choices(memory, number, band, order, plan, spare, _MOST_CHOICES)
        self._count(1 + len(choices))
        self.cut_short |= len(choices) == _MOST_CHOICES
        found = []
        for slots, crossings in choices:
            strands = arrivals(memory, number, band, order, plan, slots, STAY)
            stubs = _stub_crossings(band, strands)
            if crossings + stubs > spare:
                continue
            moves = [STAY]
            if stubs:
                left, right = trunks_with_more_stubs(memory, number, band, strands)
                moves = [(i, j) for i in range(left + 1) for j in range(right + 1)]
            for move in moves:
                moved = strands if move == STAY else arrivals(memory, number, band, order, plan, slots, move)
                rows = passing(memory, number, band, moved, plan)
                nets = [tuple([d.net for d in row]) for row in rows]
                found.append(_Approach(moved, crossings + stubs, rows, nets))
        return found


class _Approach(NamedTuple):
    """What stands above a band, and passes it, whatever is born at it."""

    strands: list[Strand]
    crossings: int  # in the gap above, of stubs, and of joining lines
    rows: Rows
    nets: list[tuple[int, ...]]  # of the rows


def _stub_crossings(band: Band, strands: list[Strand]) -> int:
    """What a return's stub crosses between its track and the symbol, and the joining lines a return slips through."""
    last_slot = 2 * len(band.boxes)
    crossings = sum([1 for s in strands if not s.sources and 0 < s.slot < last_slot])
    for i, strand in enumerate(strands):
        for _, side in strand.ends:
            if side != "B":
                others = strands[i + 1 :] if side == "L" else strands[:i]
                crossings += sum([1 for s in others if s.slot == (0 if side == "L" else last_slot)])
    return crossings


def _leave(memory: NetTable, band: Band, use: Use, approach: _Approach, spare: int) -> Iterator[Way]:
    """The ways on from one approach."""
    plan, births, hooks = use.plan, use.births, use.plan.hooks
    for left, right in _insertions(band, approach, births, spare - approach.crossings):
        leaving = departures(approach.rows, births, left, right)
        bends = sum([d.port in _SIDES for d in leaving]) + plan.strain
        crossings = approach.crossings + left + right
        nets = [d.net for d in leaving]
        if hooks:
            crossings += hook_crossings(leaving)
            if crossings > spare:
                continue
            bends += _HOOK_BENDS
            nets = [d.net for d in leaving if d.alive]
        order, bound = bind(memory, nets)
        yield Way(crossings, order, approach.strands, leaving, bound, bends, plan.taste, bool(hooks))


def _insertions(band: Band, approach: _Approach, births: list[Birth], spare: int) -> list[tuple[int, int]]:
    """How many passing strands the stubs born at the left and right side may cross."""
    if spare <= 0:
        return [(0, 0)]
    ports = {birth.port for birth in births}
    last_slot = 2 * len(band.boxes)
    left_most = min(spare, len(approach.rows[0])) if "L" in ports else 0
    right_most = len(approach.rows[last_slot]) if "R" in ports else 0
    return [(left, right) for left in range(left_most + 1) for right in range(min(spare - left, right_most) + 1)]


def _crossings(entry: Way | _Approach) -> int:
    return entry.crossings


def _first(step: Step) -> int:
    return step[0]


def _inversions(order: Sequence[tuple[int, ...]]) -> int:
    return sum(1 for i, a in enumerate(order) for b in order[i + 1 :] if a > b)
