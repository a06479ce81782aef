"""Phase 2a: the fewest crossings of a page, whatever its columns are, and the orders that lead to so few.

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

from itertools import pairwise
from typing import NamedTuple

from sopgen.layout.route.budget import WorkBudget
from sopgen.layout.route.columns import Slots
from sopgen.layout.route.nettable import NetTable, Order
from sopgen.layout.route.problem import BandKind, Problem
from sopgen.layout.route.ways import Step, Ways

WORK = 12_000  # ways tried for one page (about a fifth of a second) before the search narrows to a beam
NARROW_WORK = 24_000  # for all that is tried because columns are too few
BAND_WORK = 400  # ways that a band may still take then
BAND_CROSSINGS = 2  # at one band, then
BEAM = 24  # orders
MAX_CROSSINGS = 40


Open = list[dict[Order, int]]
"""For each gap of a stretch, from the one above it: the orders that may be passed, and the crossings still to come."""


class Stretch(NamedTuple):
    """The crossings of one stretch, and how many of them are proved to be needed."""

    crossings: int
    lower_bound: int


class Crossings:
    """The fewest crossings of one page, found when they are first asked for.

    With columns enough everywhere, or, where `slots` are given, in theirs: `known` is what holds with columns enough.
    """

    def __init__(
        self,
        problem: Problem,
        slots: Slots | None = None,
        known: Crossings | None = None,
        budget: WorkBudget | None = None,
    ) -> None:
        self.budget: WorkBudget = budget or WorkBudget(WORK + NARROW_WORK)
        self.ways: Ways = Ways(NetTable(problem), self.budget) if known is None else known.ways
        self.parts: list[range] = _stretches(problem) if known is None else known.parts
        self.memory = self.ways.memory
        self._slots = slots
        self._known = known
        self._most = MAX_CROSSINGS
        self.narrow_limit = 0
        self._fewest: tuple[Stretch, ...] | None = None
        self._open: list[Open] = []
        self._held: dict[tuple[int, Order], tuple[int, list[Step]]] = {}
        self._tried: dict[tuple[int, Order], list[Step]] = {}

    def within(self, slots: Slots, most: int) -> Crossings:
        """The same page in columns, with at most so many crossings."""
        narrow = Crossings(self.memory.problem, slots, self, self.budget)
        narrow._most = most
        return narrow

    def fewest(self) -> tuple[Stretch, ...] | None:
        """The fewest crossings of each stretch; None where an override, or too few columns, allow no drawing at all."""
        if self._fewest is None:
            at_least = (Stretch(0, 0),) * len(self.parts) if self._known is None else self._known.fewest()
            if at_least is None:
                return None
            found: list[Stretch] = []
            starts: tuple[Order, ...] = ((),)
            for part, least in enumerate(at_least):
                opened = self._grow(part, starts, least, self._most - sum(stretch.crossings for stretch in found))
                if opened is None:
                    return None
                found.append(opened[0])
                self._open.append(opened[1])
                starts = tuple(opened[1][-1])
            self._fewest = tuple(found)
            self.narrow_limit = self.ways.work + self.budget.grant(NARROW_WORK)
        return self._fewest

    @property
    def least(self) -> int:
        """The fewest crossings; more than any drawing has where there can be none."""
        fewest = self.fewest()
        return MAX_CROSSINGS + 1 if fewest is None else sum(stretch.crossings for stretch in fewest)

    @property
    def lower_bound(self) -> int:
        """Proved: no drawing has fewer crossings."""
        return sum(stretch.lower_bound for stretch in self.fewest() or ())

    def open(self, part: int) -> Open:
        """The orders through which stretch `part` is passed with the fewest crossings."""
        return self._open[part]

    def _grow(self, part: int, starts: tuple[Order, ...], least: Stretch, most: int) -> tuple[Stretch, Open] | None:
        """The fewest crossings of a stretch, `least` being known of it, and the orders that lead to so few."""
        limit = self.ways.work + self.budget.grant(WORK) if self._known is None else self._known.narrow_limit
        lower, proved = least.lower_bound, self._slots is None
        budget, step = least.crossings, 1
        while budget <= most:
            layers, complete = self._explore(part, starts, budget, limit)
            if layers is not None:
                crossings = min(layers[-1].values())
                return Stretch(crossings, lower), self._back(part, layers, crossings)
            proved = proved and complete and not self.memory.limited
            lower = budget + 1 if proved else lower
            budget += step
            step *= 1 + (self.ways.work > limit)  # a narrow search finds less at each budget
        return None

    def _explore(
        self, part: int, starts: tuple[Order, ...], budget: int, limit: int
    ) -> tuple[list[dict[Order, int]] | None, bool]:
        """For each gap the orders that `budget` crossings can lead to, with their cost; whether none was left out."""
        layers = [dict.fromkeys(starts, 0)]
        complete = True
        for number in self.parts[part]:
            below, whole = self._below(number, layers[-1], budget, limit)
            complete = complete and whole
            if not below:
                return None, complete
            layers.append(below)
        return layers, complete

    def _below(self, number: int, above: dict[Order, int], budget: int, limit: int) -> tuple[dict[Order, int], bool]:
        """The orders below a band with the fewest crossings so far, and whether none was left out."""
        ways = self.ways
        ways.cut_short = ways.work > limit
        # a band that needs many crossings at once is rare: a narrow search first tries with few
        at_once = BAND_CROSSINGS if ways.work > limit else budget
        below: dict[Order, int] = {}
        while not below and at_once <= 2 * budget:
            below = self._reached(number, above, budget, at_once, max(limit, ways.work) + BAND_WORK)
            at_once = max(1, 2 * at_once)
        if ways.work > limit and len(below) > BEAM:
            ways.cut_short = True
            below = dict(sorted(below.items(), key=_second)[:BEAM])
        return below, not ways.cut_short

    def _reached(
        self, number: int, above: dict[Order, int], budget: int, at_once: int, allowed: int
    ) -> dict[Order, int]:
        """The orders below a band that at most `at_once` crossings lead to, within the work allowed."""
        below: dict[Order, int] = {}
        for order, cost in sorted(above.items(), key=_second):
            spare = min(budget - cost, at_once)
            for crossings, after in self._steps(number, order, spare):
                if crossings > spare:
                    break
                if cost + crossings < below.get(after, budget + 1):
                    below[after] = cost + crossings
            if self.ways.work > allowed and below:
                self.ways.cut_short = True
                break
        return below

    def _steps(self, number: int, order: Order, spare: int) -> list[Step]:
        if self._slots is None:
            found = self.ways.steps(number, order, spare)
        else:
            known = self._held.get((number, order))
            if known is None or known[0] < spare:
                hold, ways = self._slots.hold, self.ways.past(number, order, spare)
                known = spare, [(way.crossings, way.order) for way in ways if hold(number, way)]
                self._held[number, order] = known
            found = known[1]
        self._tried[number, order] = found
        return found

    def _back(self, part: int, layers: list[dict[Order, int]], budget: int) -> Open:
        """From the end of a stretch up: the orders on ways within the budget, and the crossings still to come."""
        bands = self.parts[part]
        result: Open = [{order: 0 for order, cost in layers[-1].items() if cost <= budget}]
        for number, layer in zip(reversed(bands), reversed(layers[:-1]), strict=True):
            after = result[-1]
            here: dict[Order, int] = {}
            for order, cost in layer.items():
                spare = budget - cost
                least = spare + 1
                for crossings, below in self._tried.get((number, order), ()):
                    if crossings >= least:
                        break
                    least = min(least, crossings + after.get(below, least))
                if least <= spare:
                    here[order] = least
            result.append(here)
        return result[::-1]


def _second(entry: tuple[Order, int]) -> int:
    return entry[1]


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
