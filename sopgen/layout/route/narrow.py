"""Phase 2a where columns are too few: the fewest crossings of a page in the columns that there are."""

from __future__ import annotations

from functools import cached_property

from sopgen.layout.route.columns import Slots
from sopgen.layout.route.crossings import Crossings
from sopgen.layout.route.nettable import Order
from sopgen.layout.route.stretches import Opened, StretchSearch
from sopgen.layout.route.ways import Step


class NarrowCrossings:
    """The page of `known` in the columns of `slots`, with at most so many crossings. It proves nothing that is new."""

    def __init__(self, known: Crossings, slots: Slots, most: int) -> None:
        self.known, self.slots, self.most = known, slots, most
        self.ways = known.ways
        self._held: dict[tuple[int, Order], tuple[int, list[Step]]] = {}

    @cached_property
    def opened(self) -> tuple[Opened, ...] | None:
        """Each stretch, from the top; None where there are too few columns, or an override allows no drawing at all."""
        known = self.known
        if known.opened is None:
            return None
        search = StretchSearch(self.ways, known.parts, self._steps, complete=False)
        return search.fewest([part.stretch for part in known.opened], self.most, lambda: known.narrow_limit)

    def _steps(self, number: int, order: Order, spare: int) -> list[Step]:
        """Those for whose strands there are columns enough."""
        held = self._held.get((number, order))
        if held is None or held[0] < spare:
            hold, ways = self.slots.hold, self.ways.past(number, order, spare)
            held = spare, [(way.crossings, way.order) for way in ways if hold(number, way)]
            self._held[number, order] = held
        return held[1]
