"""How like two texts are, by their words in order; and which texts of two lists belong together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from sopgen.comparing.assignment import assign
from sopgen.intake.sop import Isi, Kotak

LIKE: Final = 500  # of 1000: half of the words, in order
_WORD: Final = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4096)
def _bag(text: str) -> Counter[str]:
    return Counter(words_of(text))


@lru_cache(maxsize=16384)
def likeness(one: str, other: str, least: int = 0) -> int:
    """0 to 1000; 0 where it cannot reach `least`."""
    if one == other:
        return 1000
    count = len(words_of(one)) + len(words_of(other))
    if not count:
        return 0
    shared = (_bag(one) & _bag(other)).total()  # the words in any order: never fewer than in order
    if not shared or 2000 * shared < least * count:
        return 0
    return round(1000 * SequenceMatcher(None, words_of(one), words_of(other), autojunk=False).ratio())


def whole_text(content: Isi | Kotak) -> str:
    """A cell's text and items in one."""
    return "\n".join(filter(None, (content.teks, *content.butir)))


def pair_texts(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Indexes of texts that are the same or like: equal ones in order first, then one assignment over the rest."""
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        found |= {block.a + n: block.b + n for n in range(block.size)}
    taken = set(found.values())
    scores = {
        (left, right): score * 100 + nearness(left, right, len(old), len(new))
        for left, one in enumerate(old)
        if left not in found
        for right, other in enumerate(new)
        if right not in taken and (score := likeness(one, other, LIKE)) >= LIKE
    }
    return found | assign(scores)


def nearness(left: int, right: int, lefts: int, rights: int) -> int:
    """0 to 99: how near two places are, counted from the nearer end."""
    apart = min(abs(left - right), abs((lefts - left) - (rights - right)))
    return max(0, 99 - apart)
