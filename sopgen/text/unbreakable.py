"""Which neighbouring words of a line stay together, as if the space between them did not break.

Bonds are soft: a column narrower than the bound words parts them, and firm ones only where it must.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

_LABEL = re.compile(
    r"[(\[]*(?:nomor|no\.?|nr\.?|tahun|th\.|pasal|ayat|huruf|angka|butir|poin|bab|bagian|lampiran|lamp\.|halaman|hal\.|"
    r"hlm\.|rp\.?|langkah|tahap|seri|versi):?",
    re.IGNORECASE,
)
"""A word that a number belongs to: "Pasal 3", "Rp 1.000"."""

_TITLE = re.compile(r"Drs\.|Dra\.|[Dd]r\.|drg\.|Ir\.|Prof\.|Hj?\.|KH\.|St\.|[Aa]\.n\.|An\.|u\.b\.|u\.p\.|d\.a\.")
_POST = re.compile(r"Karo|Kabag|Kasubb?ag|Kabid|Kasubbid|Kasi|Kasubdit|Kapus|Kadis|Kaban|Dirjen|Sekjen")
_ACRONYM = re.compile(r"[A-Z]{2,6}[).,;:]*")

_NO_UNIT = re.compile(
    r"(?:dan|atau|serta|s\.d|sampai|hingga|di|ke|dari|yang|untuk|pada|dengan|dalam|oleh|tentang|tidak|telah|sudah|akan|"
    r"jika|maka)\b.*",
    re.IGNORECASE,
)
"""A word that is no unit of the number before it."""

_REFERENCE = re.compile(r"[(\[]?(?:\d[\d.,/–-]*[A-Za-z]?|[IVXLC]+|[A-Za-z])[)\].,;:]*")
_QUANTITY = re.compile(r"[(\[<>≤≥±]*\d{1,3}(?:[.,]\d+)*(?:[-–]\d+)?")
_UNIT = re.compile(r"\(?[^\W\d_]|%|°")
_SPELLED_QUANTITY = re.compile(r"\([^\W\d_]+\)")
_MARKER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]{1,2})\)|[A-Za-z]|[A-Za-z]\.")
_OPENING = re.compile(r"[(\[{“‘«\"']+")
_CLOSING = re.compile(r"[)\]}”’»:;,.!?/–—=→-]+")


_HOLDING = (_TITLE, _LABEL, _POST, _QUANTITY, _SPELLED_QUANTITY, _MARKER, _OPENING)


class Bond(IntEnum):
    """How a word holds to the next one. `FIRM`: as if they were one word (a bracket or colon standing apart)."""

    NONE = 0
    SOFT = 1
    FIRM = 2


def bonds(words: Sequence[str]) -> list[Bond]:
    """The bond of each word to the next one; the last has none."""
    found = [Bond.NONE] * len(words)
    for i in range(len(words) - 1):
        if _closes(words[i + 1]):
            found[i] = Bond.FIRM
        elif _may_hold(words[i]):
            if _OPENING.fullmatch(words[i]):
                found[i] = Bond.FIRM
            elif _stays(words, i):
                found[i] = Bond.SOFT
    return found


def may_bind(word: str) -> bool:
    """Whether a word may hold to the one before or behind it, whichever they are."""
    return _closes(word) or _may_hold(word)


@lru_cache(maxsize=16_384)  # words recur, within a document and from one to the next
def _closes(word: str) -> bool:
    return _CLOSING.fullmatch(word) is not None


@lru_cache(maxsize=16_384)
def _may_hold(word: str) -> bool:
    """Whether a word is of a kind that holds to some next word at all; most are not."""
    return word in (":", "-", "–") or any(kind.fullmatch(word) for kind in _HOLDING)


def _stays(words: Sequence[str], i: int) -> bool:
    word, following = words[i], words[i + 1]
    if _TITLE.fullmatch(word):
        return True
    if word == ":" or _LABEL.fullmatch(word):
        return _REFERENCE.fullmatch(following) is not None
    if word in ("-", "–"):
        return i > 0 and words[i - 1][0].isdigit() and following[0].isdigit()
    if _POST.fullmatch(word):
        return _ACRONYM.fullmatch(following) is not None
    return not _is_reference(words, i) and _leads(words, i)


def _leads(words: Sequence[str], i: int) -> bool:
    """Whether this is a quantity before its unit, the "(tiga)" of "3 (tiga) hari", or a letter or marker."""
    word, following = words[i], words[i + 1]
    if _QUANTITY.fullmatch(word):
        return bool(_UNIT.match(following)) and not (_NO_UNIT.fullmatch(following) or _LABEL.fullmatch(following))
    if _SPELLED_QUANTITY.fullmatch(word) and i > 0 and _QUANTITY.fullmatch(words[i - 1]):
        return _UNIT.match(following) is not None
    return _MARKER.fullmatch(word) is not None


def _is_reference(words: Sequence[str], i: int) -> bool:
    """Whether this word belongs to the label before it ("Pasal 3", "Nomor : 35")."""
    before = i - 2 if i > 1 and words[i - 1] == ":" else i - 1
    return before >= 0 and _LABEL.fullmatch(words[before]) is not None
