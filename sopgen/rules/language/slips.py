"""Slips of typing that can be read all the same: in one text, and in lines below a key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, Final

from sopgen.intake.loaded import Place

CURLY: Final = r"[“„][^“”„]*[”“]"
# From the invisible character outward, and no further than a word goes: from each letter on it would be quadratic.
INVISIBLE: Final = r"(?<=\w)[\u200b-\u200d\u2060\ufeff\u180e]+(\w{1,60})"
_WORD_BEFORE: Final = r"\w{1,60}\Z"
INCHES: Final = r'\d"'
ITEM_LETTERS: Final = 60
"""A longer line is broken by its writer, a shorter one is an item."""
_GOES_ON: Final = r"[,;:(]$|\b(?:dan|atau|yang|tentang|nomor|tahun|dengan|untuk|di|ke|dari)$"


class Quotes(Enum):
    FINE = 0
    ALL_ROUND = 1
    ALONE = 2


def texts_of(data: Any) -> Iterator[tuple[Place, str]]:
    """Every text of a tree with its place, in order."""
    stack: list[tuple[Place, Any]] = [((), data)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, dict):
            stack += [((*path, key), below) for key, below in reversed(value.items())]
        elif isinstance(value, list):
            stack += [((*path, index), value[index]) for index in reversed(range(len(value)))]


def may_hold_slips(text: str) -> bool:
    """Whether it is worth a look: quotation marks and what cannot be seen are no plain letters."""
    return '"' in text or not text.isascii()


def quotes_in(text: str) -> Quotes:
    """Curly ones round the whole text, or one without its pair."""
    if text.isascii() and '"' not in text:
        return Quotes.FINE
    if re.fullmatch(CURLY, text):
        return Quotes.ALL_ROUND
    alone = re.sub(INCHES, "", text).count('"') % 2 or text.count("“") + text.count("„") != text.count("”")
    return Quotes.ALONE if alone else Quotes.FINE


def joined_words(text: str) -> tuple[str, str] | None:
    """Two words that only an invisible character parts."""
    found = None if text.isascii() else re.search(INVISIBLE, text)
    before = re.search(_WORD_BEFORE, text[max(0, found.start() - 60) : found.start()]) if found else None
    return (before[0], found[1]) if found and before else None


def lines_below(lines: Sequence[str], first: int) -> list[str]:
    """The indented lines from `first` (from 1) on."""
    found = []
    for line in lines[first - 1 :]:
        if not line[:1].isspace() or not line.strip():
            break
        found.append(line.strip())
    return found


def looks_like_item(line: str) -> bool:
    begins = line[0].isupper() or line[0].isdigit()
    return begins and len(line) < ITEM_LETTERS and not re.search(_GOES_ON, line, re.IGNORECASE)
