"""Hyphens at ends of lines: drawn for the line, or part of the word.

A PDF reader tells no soft hyphen from a typed one there. The document's other words do; else doubled words, names and
prefixes that are written with a hyphen keep it, and other words are put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

MARK: Final = "\xad"
_CUT: Final = re.compile(rf"([^\W\d_]+){MARK}\n([^\W\d_]+)\b(?![.)]\s)")
_WHOLE: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE_HYPHEN: Final = frozenset({"e", "i", "non", "eks", "ex", "pro", "anti", "sub", "multi", "antar", "semi"})
_ALIKE: Final = 3  # letters that doubled words share


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """All words that stand uncut."""
    return frozenset(word.casefold() for text in texts for word in _WHOLE.findall(_CUT.sub(" ", text)))


def whole(text: str, words: frozenset[str]) -> str:
    """The text without the hyphens that only a line's end made."""

    def put(found: re.Match[str]) -> str:
        one, other = found[1], found[2]
        return f"{one}-{other}" if _is_typed(one, other, words) else one + other

    while (shorter := _CUT.sub(put, text, count=1)) != text:
        text = shorter
    return text.replace(MARK, "-")


def _is_typed(one: str, other: str, words: frozenset[str]) -> bool:
    first, second = one.casefold(), other.casefold()
    if first + second in words:
        return False
    if any(word.startswith(f"{first}-{second}") for word in words) or first in _BEFORE_HYPHEN:
        return True
    if other[0].isupper() and one[-1].islower():
        return True
    return any(second.startswith(first[-size:]) for size in range(_ALIKE, min(len(first), len(second)) + 1))
