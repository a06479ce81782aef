"""Text → words. Everything is compared in lower case; a hyphenated word is one word."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from sopgen.intake.sop import Isi, Kotak

CONDITIONS: Final = frozenset({"jika", "jikalau", "apabila", "bila", "bilamana", "kalau"})

_PARTICLES: Final = frozenset({"dan", "atau", "yang", "untuk", "dari", "di"})
_STOPWORDS: Final = frozenset(
    "dan atau yang untuk dari di ke kepada oleh pada dalam dengan atas serta sebagai bagi guna agar para suatu "  # noqa: SIM905
    "hasil bahan dokumen berkas data lembar nomor tahun tentang secara baru tersebut".split()
)
_MARKS: Final = " \t\n-–—_.…,;:/\\|*~=()[]"
_NOTHING: Final = frozenset({"nihil", "n/a", "na", "n.a", "tidak ada", "tdk ada", "tiada", "kosong", "null"})


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# Several rules ask for the words of one text.


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without punctuation: "Menyusun konsep." → "menyusun", "konsep"."""
    return tuple(_compiled(r"[^\W_]+(?:[-'’][^\W_]+)*").findall(text.casefold()))


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """The words and the marks between them, in order."""
    return tuple(_compiled(r"[^\W_]+(?:[-'’][^\W_]+)*|[.,;:()/]").findall(text.casefold()))


@lru_cache(maxsize=8192)
def whole_text(content: Isi | Kotak) -> str:
    """A cell or box as one text."""
    return "\n".join(part for part in (content.teks, *content.butir) if part)


@lru_cache(maxsize=8192)
def says_nothing(text: str) -> bool:
    """Whether what stands there is as good as an empty place: a dash, dots to be filled in, "Nihil", "n/a"."""
    plain = " ".join(text.casefold().split()).strip(_MARKS)
    return not plain or plain in _NOTHING


@lru_cache(maxsize=8192)
def pieces(content: Isi | Kotak) -> tuple[str, ...]:
    """A cell or box item by item, however its list was written: block list, a) b), 1) 2), lines, or semicolons."""
    text = whole_text(content)
    parts = _compiled(r"(?:^|\s)\(?(?:\d{1,2}|[a-z])[.)]\s|\n|;").split(text)
    return tuple(part.strip(" ,.;") for part in parts if part.strip(" ,.;"))


@lru_cache(maxsize=8192)
def without_enumerator(text: str) -> str:
    """The text behind "1) ", "a. ", "- " or an opening quotation mark."""
    return _compiled(r"^\s*(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]\s*|[-–•*]\s+)?[\"“'‘(]*").sub("", text, count=1)


def without_clitic(word: str) -> str:
    """The word without -nya, menyerahkannya → menyerahkan; -lah and -pun stay: they end roots (olah, himpun)."""
    return word[:-3] if word.endswith("nya") and len(word) > 7 else word


@lru_cache(maxsize=8192)
def all_words(text: str) -> frozenset[str]:
    """Every word but particles: "Dokumen lengkap" → dokumen, lengkap."""
    return frozenset({without_clitic(word) for word in words(text) if len(word) > 1} - _PARTICLES)


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, for comparing texts: no particles, and no word that every document shares.

    Where nothing else is left, those shared words are the content.
    """
    # Single letters are enumerators: a) b) c).
    every = all_words(text)
    return every - _STOPWORDS or every
