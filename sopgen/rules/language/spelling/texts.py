"""Text → the words whose spelling can be judged: no names, no abbreviations, nothing of letters and digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

_WORD: Final = re.compile(r"(?<![\w.@/\\&_*-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w@_*&]|[./-]\w|-)")
"""A word that no mark ties to another: no "ppid.go.id", "SP4N", "e-katalog/SPSE", "RKA-K/L"."""
_PLAIN: Final = re.compile(r"[A-Za-z][a-z ,;:()]*(?:(?<=[a-z])-(?=[a-z])[a-z ,;:()]*)*\.?")
_MARKS: Final = str.maketrans(",;:().", "      ")
"""What most cells are, words and marks with no capital but the first: the same words in a fraction of the time."""
_BEHIND_SLASH: Final = re.compile(r"(?<=[a-z])/(?=[a-z])")
_WINDOW: Final = 8  # letters before a word that say whether it opens a sentence
_NAMED: Final = re.compile(
    r"\b(?:Kabupaten|Kota|Provinsi|Propinsi|Kecamatan|Kelurahan|Desa|Nagari|Gampong|Distrik|Kampung|Dusun|Pulau|"
    r"Jalan|Jl\.|Gedung|Hotel|Bandara|Pelabuhan|Rumah Sakit|PT|CV|UD|Bank|Universitas|Bapak|Ibu|Sdr\.|Saudara|Dr\.|"
    r"Gubernur|Bupati|Wali Kota|Walikota|Qanun|di|ke|dari)\b(?: [A-Z][\w'-]*)+"
)
"""A name behind what it is a name of, as far as capitals go."""
_MONTHS: Final = frozenset({"Nopember", "Pebruari"})


class Kind(Enum):
    """How capitals are used: for names only; for every word, as in titles and in names of laws."""

    PROSE = auto()
    TITLE = auto()


def judged_words(text: str, kind: Kind) -> Iterator[str]:
    if kind is Kind.PROSE and is_plain(text):
        yield from plain_words(text)
        return
    plain = _BEHIND_SLASH.sub(" ", _NAMED.sub(_blank, text)) if kind is Kind.TITLE else _BEHIND_SLASH.sub(" ", text)
    for found in _WORD.finditer(plain):
        word = found[0]
        if (
            word.islower()
            or word in _MONTHS
            or (_is_capitalised(word) and (kind is Kind.TITLE or _opens(plain, found.start())))
        ):
            yield word


def is_plain(text: str) -> bool:
    """Whether prose is nothing but words and marks, with no capital but the first."""
    return _PLAIN.fullmatch(text) is not None


def plain_words(text: str) -> list[str]:
    """The words of one plain text, or of several in lines."""
    return text.translate(_MARKS).split()


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or an item begins there."""
    before = text[max(0, at - _WINDOW) : at].rstrip(" \t\"“'‘(–-")
    return (not before and at < _WINDOW) or before.endswith((".", ":", ";", "?", "!", ")", "•", "\n"))


def _is_capitalised(word: str) -> bool:
    """Whether only the first letter of each part is a capital."""
    return all(part[1:].islower() or len(part) == 1 for part in word.split("-"))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
