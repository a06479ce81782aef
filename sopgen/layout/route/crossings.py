"""Phase 2a: the fewest crossings of a page, whatever its columns are, and the orders that lead to so few.

With one symbol a band, the only topological choices of a monotone arrow are its port and, for every
band it passes, the slot between that band's symbols. So the fewest crossings are found by a sweep over
bands whose state is the left-to-right order of the strands alive in a gap: an exact dynamic program
(strands alive play the part of the pathwidth in fixed-order book drawings: Bhore, Ganian, Montecchiani,
Nöllenburg, JGAA 24(4) 2020; strands cross only when forced, Bekos et al. on metro-line crossings).

Where one net alone is alive in a gap there is but one order, so what lies above and below it are *stretches*
that are minimised each for itself (`stretches`). In each the budget of crossings grows 0, 1, 2 … until a drawing
exists; when no search was cut short, the sum is proved minimal for monotone arrows, one trunk for each (target, port).
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from sopgen.layout.route.budget import WorkBudget
from sopgen.layout.route.nettable import NetTable
from sopgen.layout.route.problem import BandKind, Problem
from sopgen.layout.route.stretches import MAX_CROSSINGS, Opened, Stretch, StretchSearch
from sopgen.layout.route.ways import Ways

WORK = 12_000  # ways tried for one page (about a fifth of a second) before the search narrows to a beam
NARROW_WORK = 24_000  # for all that is tried because columns are too few


class Crossings:
    """The fewest crossings of one page with columns enough everywhere, found when they are first asked for."""

    def __init__(self, problem: Problem, budget: WorkBudget | None = None) -> None:
        self.budget: WorkBudget = budget or WorkBudget(WORK + NARROW_WORK)
        self.ways = Ways(NetTable(problem), self.budget)
        self.parts = _stretches(problem)

    @property
    def opened(self) -> tuple[Opened, ...] | None:
        """Each stretch, from the top; None where an override allows no drawing at all."""
        return self._found[0]

    @property
    def narrow_limit(self) -> int:
        """The work at which all that is tried because columns are too few becomes a beam."""
        return self._found[1]

    @cached_property
    def _found(self) -> tuple[tuple[Opened, ...] | None, int]:
        search = StretchSearch(self.ways, self.parts, self.ways.steps, complete=True)
        opened = search.fewest([Stretch(0, 0)] * len(self.parts), MAX_CROSSINGS, lambda: self._granted(WORK))
        return opened, self._granted(NARROW_WORK)

    def _granted(self, wish: int) -> int:
        return self.ways.work + self.budget.grant(wish)

    @property
    def least(self) -> int:
        """The fewest crossings; more than any drawing has where there can be none."""
        return MAX_CROSSINGS + 1 if self.opened is None else sum(part.stretch.crossings for part in self.opened)

    @property
    def lower_bound(self) -> int:
        """Proved: no drawing has fewer crossings."""
        return sum(part.stretch.lower_bound for part in self.opened or ())


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
