"""Two lists of which some items are the same: what left, what came, what stands elsewhere among those that stayed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Alignment(NamedTuple):
    """Indexes from 0. `pairs`: old → new of all that stayed; `moved` are those of them that changed their order."""

    pairs: dict[int, int]
    removed: tuple[int, ...]
    added: tuple[int, ...]
    moved: tuple[tuple[int, int], ...]

    def place_of_removed(self, old: int) -> int:
        """The new index in front of which a removed item would stand."""
        moved = {left for left, _ in self.moved}
        before = [new for left, new in self.pairs.items() if left < old and left not in moved]
        return max(before, default=-1) + 1


def align(pairs: Mapping[int, int], old_count: int, new_count: int) -> Alignment:
    """As few as can be have moved: the longest row of those in order stayed where it was."""
    by_new = sorted(pairs.items(), key=lambda pair: pair[1])
    stayed = _longest_rise([old for old, _ in by_new])
    taken = set(pairs.values())
    return Alignment(
        dict(sorted(pairs.items())),
        tuple(old for old in range(old_count) if old not in pairs),
        tuple(new for new in range(new_count) if new not in taken),
        tuple(pair for pair in by_new if pair[0] not in stayed),
    )


def rebuild(
    old_count: int, removed: Iterable[int], added: Iterable[int], moved: Iterable[tuple[int, int]]
) -> list[int | None]:
    """For each new index the old one; None for what was added."""
    gone, fixed = set(removed), dict[int, int | None](dict.fromkeys(added))
    for old, new in moved:
        fixed[new] = old
        gone.add(old)
    rest = iter(old for old in range(old_count) if old not in gone)
    count = old_count - len(gone) + len(fixed)
    return [fixed[new] if new in fixed else next(rest) for new in range(count)]


def _longest_rise(values: list[int]) -> set[int]:
    """The values of the longest increasing subsequence (patience sorting)."""
    tops: list[int] = []
    below: dict[int, int | None] = {}
    for value in values:
        place = bisect_left(tops, value)
        below[value] = tops[place - 1] if place else None
        tops[place : place + 1] = [value]
    found: set[int] = set()
    value_: int | None = tops[-1] if tops else None
    while value_ is not None:
        found.add(value_)
        value_ = below[value_]
    return found
