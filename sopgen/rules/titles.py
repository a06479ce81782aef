"""Titles of SOPs: the part behind a leading "SOP", and whether two titles name one SOP."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sopgen.rules.language.words import words

_PREFIX: Final = (
    r"\s*(?:sop(?:[- ]ap\b)?|s\.\s?o\.\s?p\.?|spo|pos|protap|prosedur tetap|standar operasional (?:dan )?prosedur|"
    r"standar prosedur operasional|prosedur operasional standar|prosedur standar operasional|"
    r"standard operating procedures?)(?:\s*\(sop\))?(?:\s+administrasi pemerintahan(?=\s+\w))?"
    r"(?!\w)\s*(?::|\s[-–—]\s|[-–—/](?=(?-i:[A-Z][a-z])))?\s*"
    r"(?:(?:tentang|mengenai|perihal|untuk)\s+)?(?=[\w'‘“\"]|$)(?![-–—/])"
)
_PARTICLES: Final = frozenset({"dan", "atau", "di", "dalam", "pada", "untuk", "tentang", "lingkungan"})


def bare_title(title: str) -> str:
    """A title without "SOP" or its long forms before it: "SOP tentang pembuatan surat" → "Pembuatan surat"."""
    plain = " ".join(title.split())
    bare = re.sub(f"^{_PREFIX}", "", plain, flags=re.IGNORECASE)
    return bare[0].upper() + bare[1:] if bare and bare != plain else plain


def is_numbered(title: str) -> bool:
    """Whether a title begins with an SOP's number: "SOP-033/UM/2026 Pengelolaan Arsip"."""
    return re.match(r"\s*(?:SOP|POS|SPO)[-./ ]?\d", title, re.IGNORECASE) is not None


def nearest_title(title: str, titles: Sequence[str]) -> str:
    """The one that is nearly the same, be it misspelt or with other words before the object; nothing if none is."""
    from difflib import get_close_matches

    by_words = {" ".join(title_words(each)): bare_title(each) for each in titles}
    near = get_close_matches(" ".join(title_words(title)), by_words, n=1, cutoff=0.75)
    return by_words[near[0]] if near else ""


def title_words(title: str) -> tuple[str, ...]:
    return tuple(word for word in words(bare_title(title)) if word not in _PARTICLES)


def same_title(one: str, other: str) -> bool:
    """Whether two titles name one SOP: one may be the beginning of the other, "Pendokumentasian" of "… Dokumen"."""
    shorter, longer = sorted((title_words(one), title_words(other)), key=len)
    return bool(shorter) and longer[: len(shorter)] == shorter
