"""Off-page connectors: which pairs of pentagons a division into pages needs.

One pair for each (target step, page left): arrows to one step that leave one page join before the
pentagon (Paparan KemenPAN-RB 2014, slide 48; docs/format-spesifikasi, "Off-page connectors"). A pair binds
exactly two pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sopgen.flow import Edge, Flow


class Pair(NamedTuple):
    """Two pentagons. Pages are indexes of flow pages from 0."""

    id: int
    target: int  # level index
    leaves: int  # page the arrows leave
    enters: int  # page they come to
    edges: tuple[Edge, ...]

    @property
    def is_return(self) -> bool:
        return self.enters < self.leaves


class StripEnd(NamedTuple):
    """One pentagon of a pair as the page sees it that it stands on."""

    target: int  # level index
    is_return: bool
    edges: tuple[Edge, ...]


class Strips(NamedTuple):
    """What a page's two strips lead to, whatever page it is and however many pairs there are elsewhere."""

    head: tuple[StripEnd, ...]
    foot: tuple[StripEnd, ...]
    reading: tuple[int, ...] = ()  # of those at the head, the place of each in the order of the feet above


def page_of_levels(flow: Flow, pages: list[tuple[int, int]]) -> list[int]:
    """The page of each level. `pages` are (first kegiatan, last kegiatan)."""
    return [next(i for i, (first, last) in enumerate(pages) if first <= level.step <= last) for level in flow.levels]


def plan_pairs(flow: Flow, pages: list[tuple[int, int]]) -> list[Pair]:
    """All pairs, in the order of (page left, target)."""
    page = page_of_levels(flow, pages)
    groups: dict[tuple[int, int], list[Edge]] = {}
    for edge in flow.edges:
        if page[edge.source] != page[edge.target]:
            groups.setdefault((page[edge.source], edge.target), []).append(edge)
    return [
        Pair(i, target, leaves, page[target], tuple(edges))
        for i, ((leaves, target), edges) in enumerate(sorted(groups.items()))
    ]


def strips_of(pairs: list[Pair], page: int, feet: Mapping[int, int]) -> tuple[Strips, tuple[int, ...]]:
    """A page's strips, and the ids of their pairs: those at the head, then those at the foot.

    `feet`: the places of pairs along the feet of the pages above, which is how the head should read too.
    """
    head = [p for p in pairs if max(p.leaves, p.enters) == page]
    foot = [p for p in pairs if min(p.leaves, p.enters) == page]
    above, below = (tuple(StripEnd(p.target, p.is_return, p.edges) for p in strip) for strip in (head, foot))
    read = sorted([p for p in head if p.id in feet], key=lambda p: (min(p.leaves, p.enters), feet[p.id]))
    reading = tuple(read.index(p) for p in head) if len(read) == len(head) else ()
    return Strips(above, below, reading), tuple(p.id for p in head + foot)


def unnumbered(pair: Pair, pairs: list[Pair]) -> bool:
    """Whether a pair needs no number: its pages are neighbours and no other pentagon stands at that break."""
    if abs(pair.leaves - pair.enters) != 1:
        return False
    upper = min(pair.leaves, pair.enters)
    return all(other is pair or not _stands_at(other, upper) for other in pairs)


def _stands_at(pair: Pair, upper: int) -> bool:
    """Whether one of the pair's pentagons stands in the strips at the break below flow page `upper`."""
    first, last = sorted((pair.leaves, pair.enters))
    return first == upper or last == upper + 1


def has_head(pairs: list[Pair], page: int) -> bool:
    return any(max(p.leaves, p.enters) == page for p in pairs)


def has_foot(pairs: list[Pair], page: int) -> bool:
    return any(min(p.leaves, p.enters) == page for p in pairs)
