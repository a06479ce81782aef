"""Slips of typing that can be read all the same: in one text, and in lines below a key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, Final

from sopgen.intake.loaded import Place

CURLY: Final = r"[“„][^“”„]*[”“]"
INVISIBLE: Final = r"(\w+)[\u200b-\u200d\u2060\ufeff\u180e]+(\w+)"
INCHES: Final = r'\d"'
ITEM_LETTERS: Final = 60
"""A longer line is broken by its writer, a shorter one is an item."""
_GOES_ON: Final = r"[,;:(]$|\b(?:dan|atau|yang|tentang|nomor|tahun|dengan|untuk|di|ke|dari)$"


class Quotes(Enum):
    FINE = 0
    ALL_ROUND = 1
    ALONE = 2


def texts_of(data: Any, path: Place = ()) -> Iterator[tuple[Place, str]]:
    match data:
        case str():
            yield path, data
        case dict():
            for key, value in data.items():
                yield from texts_of(value, (*path, key))
        case list():
            for index, value in enumerate(data):
                yield from texts_of(value, (*path, index))


def quotes_in(text: str) -> Quotes:
    """Curly ones round the whole text, or one without its pair."""
    if re.fullmatch(CURLY, text):
        return Quotes.ALL_ROUND
    alone = re.sub(INCHES, "", text).count('"') % 2 or text.count("“") + text.count("„") != text.count("”")
    return Quotes.ALONE if alone else Quotes.FINE


def joined_words(text: str) -> tuple[str, str] | None:
    """Two words that only an invisible character parts."""
    found = re.search(INVISIBLE, text)
    return (found[1], found[2]) if found else None


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
