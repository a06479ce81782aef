"""Numbers of steps in few words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby


def ranges(numbers: Iterable[int]) -> str:
    """`1–3, 5, 8, 9`: three or more that follow each other as a range."""
    told: list[str] = []
    for _, run in groupby(enumerate(sorted(set(numbers))), lambda each: each[1] - each[0]):
        group = [number for _, number in run]
        told += [f"{group[0]}–{group[-1]}"] if len(group) > 2 else map(str, group)
    return ", ".join(told)
