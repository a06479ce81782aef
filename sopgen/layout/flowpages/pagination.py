"""Page cuts: fewest pages, then no lone row, then fewest arrows cut, then full pages before the last.

A dynamic program over the rows; connector strips are counted where an arrow passes the cut.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from sopgen.flow import Flow
from sopgen.layout import style

_LONE_SHARE = 0.5  # of a page: a single row that is higher stands on a page of its own with good reason


class Cuts(NamedTuple):
    """Pages as (first kegiatan, last kegiatan), and how many arrows they cut."""

    pages: tuple[tuple[int, int], ...]
    arrows_cut: int


class TooTallError(Exception):
    """A row is higher than a page. `excess` in points."""

    def __init__(self, step: int, excess: float) -> None:
        self.step = step
        self.excess = excess


class Cutting:
    """Where the pages of one flow may be cut. What a cut costs apart from the rows' heights is found once.

    Rows are counted from 1, as kegiatan are.
    """

    def __init__(self, flow: Flow, count: int) -> None:
        self.count = count
        reach = _edges_by_step(flow)
        self._up, self._down = _reaches(reach, count)
        self._targets: list[list[int]] = [[] for _ in range(count + 1)]
        self._sources: list[list[int]] = [[] for _ in range(count + 1)]
        for a, b in reach:
            self._targets[a].append(b)
            self._sources[b].append(a)
        self._costs: list[list[_Cost]] = [[] for _ in range(count + 1)]

    def pages(self, heights: Mapping[int, float], first_room: float, room: float) -> Cuts:
        """The best pages for rows of these heights in points. `first_room` is the first page's, which has a header.

        Raises TooTallError.
        """
        count = self.count
        # pages, lone rows, arrows cut, room left on all pages but the last, and the page's first row
        best: list[tuple[int, int, int, float, int] | None] = [None] * (count + 1)
        best[0] = (0, 0, 0, 0.0, 0)
        for last in range(1, count + 1):
            tallest = 0.0
            for first in range(last, 0, -1):
                tallest += heights[first]
                cut, strips, _, _ = self._cost(first, last)
                space = first_room if first == 1 else room
                slack = space - tallest - strips
                if slack < -1e-6 and tallest > space:
                    break
                before = best[first - 1]
                if slack < -1e-6 or before is None:
                    continue
                lone = first == last and count > 1 and tallest < _LONE_SHARE * space
                left = 0.0 if last == count else slack * slack
                value = (before[0] + 1, before[1] + lone, before[2] + cut, before[3] + left, first)
                known = best[last]
                if known is None or value[:4] < known[:4]:
                    best[last] = value
            if best[last] is None and heights[last] + style.STRIP_FOOT + style.STRIP_HEAD > min(first_room, room):
                needed = heights[last] + self._cost(last, last).strips
                raise TooTallError(last, needed - (first_room if last == 1 else room))
        final = best[count]
        if final is None:
            worst = max(heights, key=lambda s: heights[s])
            raise TooTallError(worst, heights[worst] + style.STRIP_HEAD + style.STRIP_FOOT - min(first_room, room))
        pages: list[tuple[int, int]] = []
        at = count
        while at:
            entry = best[at]
            assert entry is not None
            pages.append((entry[4], at))
            at = entry[4] - 1
        return Cuts(tuple(reversed(pages)), final[2])

    def excess(self, first_room: float, room: float, pages: int) -> Callable[[Sequence[float]], float]:
        """A function that says by how many points rows of given heights are too high for so many pages; 0.0 if not."""
        count = self.count
        strips = [[0.0, *(self._cost(first, last).strips for first in range(1, last + 1))] for last in range(count + 1)]
        infinite = float("inf")

        def excess(heights: Sequence[float]) -> float:
            reach = list(accumulate(heights, initial=0.0))
            before = [
                max(0.0, reach[last] - reach[0] + strips[last][1] - first_room) if last else 0.0
                for last in range(count + 1)
            ]
            for page in range(1, pages):
                after = list(before)
                for last in range(1, count + 1) if page < pages - 1 else (count,):
                    least = infinite
                    for first in range(last, 0, -1):
                        if before[first - 1] < least:
                            over = reach[last] - reach[first - 1] + strips[last][first] - room
                            least = min(least, before[first - 1] + over if over > 0 else before[first - 1])
                            if over > room:
                                break
                    after[last] = min(least, before[last])
                before = after
            return before[count]

        return excess

    def _cost(self, first: int, last: int) -> _Cost:
        """Of a page from one row to another. Known for all pages with this last row that begin further down."""
        known = self._costs[last]
        while len(known) <= last - first:
            known.append(self._grown(known, last))
        return known[last - first]

    def _grown(self, known: list[_Cost], last: int) -> _Cost:
        """The cost of the page that begins one row above those known."""
        above = last - len(known)
        before = known[-1] if known else _Cost(0, 0.0, last, last)
        lowest, highest = min(before.lowest, self._up[above]), max(before.highest, self._down[above])
        cut = before.cut + sum([b < above or b > last for b in self._targets[above]])
        cut -= sum([above < a <= last for a in self._sources[above]])
        strips = (style.STRIP_HEAD if lowest < above else 0.0) + (style.STRIP_FOOT if highest > last else 0.0)
        return _Cost(cut, strips, lowest, highest)


class _Cost(NamedTuple):
    """Arrows from a page to another, the strips that those at its head and foot take in points, and its rows' reach."""

    cut: int
    strips: float
    lowest: int
    highest: int


def _reaches(edges: list[tuple[int, int]], count: int) -> tuple[list[int], list[int]]:
    """For each step the least and the greatest step that it is bound to by an arrow."""
    up, down = list(range(count + 1)), list(range(count + 1))
    for a, b in edges:
        lo, hi = min(a, b), max(a, b)
        up[hi], down[lo] = min(up[hi], lo), max(down[lo], hi)
    return up, down


def _edges_by_step(flow: Flow) -> list[tuple[int, int]]:
    steps = [level.step for level in flow.levels]
    return [(steps[e.source], steps[e.target]) for e in flow.edges if steps[e.source] != steps[e.target]]


def fill_page(heights: list[float], growable: list[bool], room: float, most: float) -> list[float]:
    """Row heights stretched so that the page ends at its foot: one common addition, what is left to the tallest rows.

    Rows of one height stay of one height.
    """
    rows = [i for i, grows in enumerate(growable) if grows]
    slack = room - sum(heights)
    if slack < style.GRID or not rows:
        return heights
    each = min(most, int(slack / len(rows) / style.GRID) * style.GRID)
    filled = [h + each if growable[i] else h for i, h in enumerate(heights)]
    left = int((room - sum(filled)) / style.GRID + 1e-6)
    for height in sorted({heights[i] for i in rows}, reverse=True):
        alike = [i for i in rows if heights[i] == height]
        if each < most and len(alike) <= left:
            for i in alike:
                filled[i] += style.GRID
            left -= len(alike)
    return filled


def fill_pages(
    heights: list[list[float]], growable: list[list[bool]], rooms: list[float], most: float
) -> list[list[float]]:
    """The rows of several pages stretched by what the fullest page has room for."""
    additions = [most]
    for rows, grows, room in zip(heights, growable, rooms, strict=True):
        count = sum(grows)
        if count:
            additions.append(int(max(0.0, room - sum(rows)) / count / style.GRID) * style.GRID)
    each = min(additions)
    return [
        [height + each if grown else height for height, grown in zip(rows, grows, strict=True)]
        for rows, grows in zip(heights, growable, strict=True)
    ]
