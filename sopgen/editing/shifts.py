"""Numbers that named one step at the last build and name another now: found by what the steps say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, Final, NamedTuple

from sopgen.editing.targets import Mention, ids_of, mentions, steps_of
from sopgen.intake.fault import Path
from sopgen.intake.text import clean
from sopgen.remembered import Remembered

LETTERS: Final = 120  # of a step's text that are remembered
_ALIKE: Final = 0.6


class Shift(NamedTuple):
    """At `path` stands `told`, a number that meant `text`; this is step `now`, or gone."""

    path: Path
    told: str
    number: int
    text: str
    now: int | None
    on_key: bool


def remember(data: Any) -> Remembered | None:
    """None where no number names a step: then nothing can shift."""
    numbers = tuple((m.step or 0, _key(m, data), m.number or 0) for m in mentions(data) if m.text.isdigit())
    if not numbers:
        return None
    ids = {number: key for key, number in ids_of(data).items()}
    steps = tuple((ids.get(number, ""), _text(step)) for number, step in enumerate(steps_of(data), start=1))
    return Remembered(steps, numbers)


def shifts(before: Remembered, data: Any, worded: Collection[Path] = ()) -> Iterator[Shift]:
    """`worded`: targets that a form names by their words, which cannot shift."""
    after = remember(data)
    if after is None or after.steps == before.steps:
        return
    now = _partners(before.steps, after.steps)
    old = {new: number for number, new in now.items()} | {0: 0}
    for mention in mentions(data):
        if not mention.text.isdigit() or any(mention.path[:depth] in worded for depth in range(len(mention.path) + 1)):
            continue
        number = mention.number or 0
        if (old.get(mention.step or 0), _key(mention, data), number) not in before.numbers or now.get(number) == number:
            continue
        yield Shift(mention.path, _told(mention), number, before.steps[number - 1][1], now.get(number), mention.on_key)


def _key(mention: Mention, data: Any) -> str:
    """What names the step: stays the same wherever its own step goes."""
    if mention.step is None:
        return f"abaikan/{clean(str(data['abaikan'][mention.path[1]].get('aturan')))}"
    path = mention.path[2:-1] if mention.on_key else mention.path[2:]
    return "/".join(str(each) for each in path if isinstance(each, str) and each != "ke")


def _told(mention: Mention) -> str:
    if mention.on_key:
        return f"lewat: {mention.text}"
    words = [each for each in mention.path if isinstance(each, str) and each not in {"ke", "keputusan"}]
    return f"{words[-1]}: {mention.text}"


def _text(step: Any) -> str:
    said = step.get("uraian") if isinstance(step, dict) else ""
    while isinstance(said, dict | list):
        said = next(iter(said.values() if isinstance(said, dict) else said), "")
    return " ".join(clean(str(said or "")).split())[:LETTERS]


def _partners(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> dict[int, int]:
    """The number that each old step has now: by its text in order, its id, its text anywhere, then by likeness."""
    found: dict[int, int] = {}
    matcher = SequenceMatcher(None, [text for _, text in before], [text for _, text in after], autojunk=False)
    for block in matcher.get_matching_blocks():
        found |= {block.a + n + 1: block.b + n + 1 for n in range(block.size)}
    _match(before, after, found, lambda old, new: bool(old[0]) and old[0] == new[0])
    _match(before, after, found, lambda old, new: old[1] == new[1])
    _match(before, after, found, lambda old, new: SequenceMatcher(None, old[1], new[1]).ratio() >= _ALIKE)
    _match_reworded(len(before), len(after), found)
    return found


def _match_reworded(before: int, after: int, found: dict[int, int]) -> None:
    """Steps in wholly other words, as many as stood between the same neighbours."""
    known = {0: 0, **found, before + 1: after + 1}
    fixed, taken = sorted(known), set(known.values())
    for left, right in pairwise(fixed):
        missing = range(left + 1, right)
        there = range(known[left] + 1, known[right])
        if missing and len(missing) == len(there) and not taken & set(there):
            found.update(zip(missing, there, strict=True))


def _match(
    before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]], found: dict[int, int], same: Any
) -> None:
    taken = set(found.values())
    for number, old in enumerate(before, start=1):
        if number in found:
            continue
        for new, told in enumerate(after, start=1):
            if new not in taken and same(old, told):
                found[number] = new
                taken.add(new)
                break
