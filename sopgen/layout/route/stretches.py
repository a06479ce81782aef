"""The search of phase 2a: the fewest crossings of a page's stretches, one after the other, and the orders that do so.

What the steps from an order of strands to the next ones are, and how much is known and allowed, its caller says:
`crossings` for columns enough everywhere, `narrow` for the columns that there are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sopgen.layout.route.nettable import Order
from sopgen.layout.route.ways import Step, Ways

BAND_WORK = 400  # ways that a band may still take once the search is a beam
BAND_WORK_WHEN_SPENT = 200  # when the budget of the whole layout is spent
BAND_CROSSINGS = 2  # at one band, then
BEAM = 24  # orders
MAX_CROSSINGS = 40

Open = list[dict[Order, int]]
"""For each gap of a stretch, from the one above it: the orders that may be passed, and the crossings still to come."""

Steps = Callable[[int, Order, int], list[Step]]
"""Band, order above it, crossings to spare → the orders below it, cheapest first, perhaps dearer ones too."""


class Stretch(NamedTuple):
    """The crossings of one stretch, and how many of them are proved to be needed."""

    crossings: int
    lower_bound: int


class Opened(NamedTuple):
    """A stretch that was searched: its bands, its crossings, and the orders through which it is passed with so few."""

    bands: range
    stretch: Stretch
    orders: Open


class StretchSearch:
    """`parts`: the bands of each stretch. `complete`: the steps are all that there are, so that bounds are proved."""

    def __init__(self, ways: Ways, parts: Sequence[range], steps: Steps, *, complete: bool) -> None:
        self.ways, self.parts, self.complete = ways, parts, complete
        self._all_steps = steps
        self._tried: dict[tuple[int, Order], list[Step]] = {}

    def fewest(self, at_least: Sequence[Stretch], most: int, limit: Callable[[], int]) -> tuple[Opened, ...] | None:
        """Each stretch with the fewest crossings, `most` in all; None where there is no such drawing.

        `at_least`: what is known of each. `limit`: the work, counted from the first, at which a search becomes a beam.
        """
        opened: list[Opened] = []
        starts: tuple[Order, ...] = ((),)
        for bands, least in zip(self.parts, at_least, strict=True):
            spare = most - sum(other.stretch.crossings for other in opened)
            found = self._grow(bands, starts, least, spare, limit())
            if found is None:
                return None
            opened.append(found)
            starts = tuple(found.orders[-1])
        return tuple(opened)

    def _grow(self, bands: range, starts: tuple[Order, ...], least: Stretch, most: int, limit: int) -> Opened | None:
        """The fewest crossings of a stretch, `least` being known of it, and the orders that lead to so few."""
        lower, proved = least.lower_bound, self.complete
        budget, step = least.crossings, 1
        while budget <= most:
            layers, complete = self._explore(bands, starts, budget, limit)
            if layers is not None:
                crossings = min(layers[-1].values())
                return Opened(bands, Stretch(crossings, lower), self._back(bands, layers, crossings))
            proved = proved and complete and not self.ways.memory.limited
            lower = budget + 1 if proved else lower
            budget += step
            step *= 1 + (self.ways.work > limit)  # a narrow search finds less at each budget
        return None

    def _explore(
        self, bands: range, starts: tuple[Order, ...], budget: int, limit: int
    ) -> tuple[list[dict[Order, int]] | None, bool]:
        """For each gap the orders that `budget` crossings can lead to, with their cost; whether none was left out."""
        layers = [dict.fromkeys(starts, 0)]
        complete = True
        for number in bands:
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
        band_work = BAND_WORK_WHEN_SPENT if ways.budget.spent else BAND_WORK
        below: dict[Order, int] = {}
        while not below and at_once <= 2 * budget:
            below = self._reached(number, above, budget, at_once, max(limit, ways.work) + band_work)
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
        found = self._tried[number, order] = self._all_steps(number, order, spare)
        return found

    def _back(self, bands: range, layers: list[dict[Order, int]], budget: int) -> Open:
        """From the end of a stretch up: the orders on ways within the budget, and the crossings still to come."""
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
