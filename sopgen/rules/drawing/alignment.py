"""Rows of a table as somebody left it ↔ steps of its source, by what they say: the best common order of both.

A row that stands outside that order and says what a step says that is missing there is that step, moved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from sopgen.rules.drawing.source import DueStep

_SAME_NUMBER: Final = 0.6
_ACTIVITY: Final = 3.0  # what the same activity counts; the rest of a row counts 1
_DIFFERENT: Final = 0.5  # rows that have less in common are two
_MOVED: Final = 0.8  # the share of an activity's words by which a row is a step that was moved

Row = tuple[str, Mapping[str, str]]


def aligned(rows: Sequence[Row], steps: Sequence[DueStep]) -> list[int | None]:
    """For each row the number of the step that it is; None for one that was put in between."""
    if not steps:
        return [None] * len(rows)
    read = [(number, _words(texts)) for number, texts in rows]
    due = [(str(step.number), _words(step.texts)) for step in steps]
    same = 0
    while same < min(len(read), len(due)) and read[same] == due[same]:
        same += 1
    chosen = _chosen(read[same:], due[same:], steps[same:])
    found = [step.number for step in steps[:same]] + _with_moved(chosen, read[same:], due[same:], steps[same:])
    numbers: list[int | None] = [step.number for step in steps]
    return numbers if _stayed(found, numbers, read, due) else found


def _stayed(
    found: Sequence[int | None], numbers: Sequence[int | None], read: Sequence[_Said], due: Sequence[_Said]
) -> bool:
    """Whether only activities changed places: what stands beside them is rather what is due there, row by row."""
    if len(read) != len(due):
        return False
    odd = [at for at, number in enumerate(found) if number != numbers[at]]
    rest = dict(zip(numbers, (words[1] for _, words in due), strict=True))
    own, other = (
        sum(_shared(read[at][1][1], rest[number]) for at in odd if (number := steps[at]) is not None)
        for steps in (numbers, found)
    )
    return own > other


def _with_moved(
    found: list[int | None], read: list[_Said], due: list[_Said], steps: Sequence[DueStep]
) -> list[int | None]:
    """The rows that are left are the steps that are left where both say the same."""
    left = [at for at, step in enumerate(steps) if step.number not in found]
    for row, number in enumerate(found):
        if number is None and left:
            best = max(left, key=lambda at: _shared(read[row][1][0], due[at][1][0]))
            if _shared(read[row][1][0], due[best][1][0]) >= _MOVED:
                found[row] = steps[best].number
                left.remove(best)
    return found


def _chosen(read: list[_Said], due: list[_Said], steps: Sequence[DueStep]) -> list[int | None]:
    """The best of all common orders. What says just what one step says is no other step."""
    twin = _alone(read, due)
    own = set(twin.values())

    def gain_of(i: int, j: int) -> float:
        return _alike(read[i], due[j]) if twin.get(i, j) == j and (i in twin or j not in own) else -1.0

    best = [[0.0] * (len(due) + 1) for _ in range(len(read) + 1)]
    for i in reversed(range(len(read))):
        for j in reversed(range(len(due))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + gain_of(i, j))
    found: list[int | None] = [None] * len(read)
    i = j = 0
    while i < len(read) and j < len(due):
        gain = gain_of(i, j)
        if gain > 0 and best[i][j] == best[i + 1][j + 1] + gain:
            found[i] = steps[j].number
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _alone(read: list[_Said], due: list[_Said]) -> dict[int, int]:
    """Row → step, where both describe the same activity in the same words and no other row or step does."""
    here, there = ([tuple(sorted(each[1][0].items())) for each in said] for said in (read, due))
    counts = Counter(here), Counter(there)
    places = {words: at for at, words in enumerate(there)}
    return {at: places[words] for at, words in enumerate(here) if words and counts[0][words] == counts[1][words] == 1}


_Words = tuple[Counter[str], Counter[str]]
_Said = tuple[str, _Words]


def _words(texts: Mapping[str, str]) -> _Words:
    rest = " ".join(text for key, text in sorted(texts.items()) if key != "kegiatan")
    return Counter(_split(texts.get("kegiatan", ""))), Counter(_split(rest))


def _split(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _alike(one: _Said, other: _Said) -> float:
    number = _SAME_NUMBER if one[0] == other[0] else 0.0
    return _ACTIVITY * _shared(one[1][0], other[1][0]) + _shared(one[1][1], other[1][1]) + number - _DIFFERENT


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that two texts have in common; two empty ones have nothing."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
