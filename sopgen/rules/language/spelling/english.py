"""English words, which stand in texts for a reason: by hunspell's en_US or en_GB, where one is installed."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Final

from sopgen.rules.language.spelling.dictionary import find_word_list
from sopgen.rules.language.spelling.hunspell import read_text

_SMALL_WORD: Final = re.compile(r"^[a-z][^/\r\n]*", re.MULTILINE)
"""A line of a word list whose word is no name, without its affixes."""
_ENDINGS: Final = ("", "s", "es", "ed", "ing", "er", "ly")
_VERBS: Final = ("me", "mem", "men", "meng", "di")
_FEW: Final = 12
"""Words. So many are looked for in the list's text; for more, the list is taken apart (16 ms)."""


class WordList:
    """A hunspell word list that is asked for few words, or for many."""

    def __init__(self, text: str) -> None:
        self._text = f"\n{text}\n".replace("\r", "\n")
        self._words: frozenset[str] | None = None
        self._asked = 0

    def has_any(self, words: Collection[str]) -> bool:
        self._asked += 1
        if self._asked <= _FEW:
            return any(f"\n{word}/" in self._text or f"\n{word}\n" in self._text for word in words)
        if self._words is None:
            self._words = frozenset(_SMALL_WORD.findall(self._text))
        return not self._words.isdisjoint(words)


@cache
def english_text() -> str:
    """The word list as it stands; empty where there is no such dictionary."""
    path = find_word_list("en_US") or find_word_list("en_GB")
    return read_text(path) if path else ""


@cache
def _word_list() -> WordList:
    return WordList(english_text())


@lru_cache(maxsize=16384)
def is_english(word: str) -> bool:
    """Whether a word in lower case is English, be it as a verb: "server", "melisting"."""
    roots = {word[len(each) :] for each in _VERBS if word.startswith(each) and len(word) > len(each) + 4}
    cut = {word[: len(word) - len(end)] for end in _ENDINGS if word.endswith(end)}
    forms = roots | cut | {each + "e" for each in cut if each != word}
    return _word_list().has_any({form for form in forms if form.isascii() and form.islower()})
