"""The columns beside a band's symbols: whether they hold the strands of a way, and which are open to each."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.layout.route.problem import Band, Problem
from sopgen.layout.route.ways import Way

Interval = tuple[int, int]  # columns


class Slots:
    """The slots of one problem's bands. What was found is remembered."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._open: dict[tuple[int, tuple[int, ...]], list[Interval] | None] = {}

    def hold(self, number: int, way: Way) -> bool:
        """Whether there are columns enough above and below band `number`; a strip's places are sought apart."""
        if way.pairs:
            return True
        above = tuple([strand.slot for strand in way.strands])
        below = tuple([departure.slot for departure in way.leaving])
        return self.open(number, above) is not None and self.open(number, below) is not None

    def open(self, number: int, slots: tuple[int, ...]) -> list[Interval] | None:
        """The columns open to each strand beside others in its slot; None when a slot is too narrow."""
        key = (number, slots)
        if key not in self._open:
            self._open[key] = _open_columns(len(self.problem.x), self.problem.bands[number], slots)
        return self._open[key]


def _open_columns(columns: int, band: Band, slots: Sequence[int]) -> list[Interval] | None:
    result: list[Interval] = []
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
        lo, hi = left + rank, right - (slots.count(slot) - 1 - rank)
        if lo > hi:
            return None
        result.append((lo, hi))
    return result
