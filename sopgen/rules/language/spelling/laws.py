"""Names of laws: the words that all of them are made of, few and known, so that a slip shows without a dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from sopgen.rules.language.spelling.near import like

_WORDS: Final = frozenset(
    "undang-undang perundang-undangan peraturan pemerintah presiden menteri keputusan instruksi edaran daerah "  # noqa: SIM905
    "gubernur bupati kepala badan lembaga nomor tahun tentang negara negeri republik indonesia pendayagunaan "
    "aparatur reformasi birokrasi permenpan permendagri permenkes permendikbud perpres pergub perbup perwali".split()
)
_IN_ORDER: Final = tuple(sorted(_WORDS))
_OTHERS: Final = frozenset(
    "tahan tahin tahu tabun talun darah bandan bahan bagan badai badak badal badam bidan ladan padan kepada kepal "  # noqa: SIM905
    "kepalan kemala tembaga mentari senteri segara nekara ngeri preseden residen deformasi memerintah percaturan "
    "beraturan aparatus edarkan tenang tentangi tenteng tantang tendang rentang bentang lentang kentang centang "
    "dentang bulati".split()
)
"""Words of their own that are one slip away: laws are of "Bahan Berbahaya" and of "Bidan", too."""
_BEHIND_YEAR: Final = re.compile(r"(?<=\d )(?:tenang|tantang|rentang|tenteng)\b", re.IGNORECASE)
_BEFORE_NUMBER: Final = re.compile(r"\b(?:tahu|tahan)(?= \d{4}\b)", re.IGNORECASE)
"""Where no other word can stand than "tentang", and "tahun"."""
_NUMBER: Final = re.compile(r"\bNo(?:mr|r)?\b\.?(?=\s*\d)", re.IGNORECASE)
_NO_HYPHEN: Final = re.compile(r"\bUndang Undang\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]{4,}(?:-[^\W\d_]+)*")


_SHORT_NUMBER: Final = re.compile(rf"{_NUMBER.pattern}\s*", re.IGNORECASE)


def with_nomor(name: str) -> str:
    """The name of a law with "Nomor" in place of "No.", "No" and "Nr.", wherever a number follows."""
    return _SHORT_NUMBER.sub("Nomor ", name)


class Slip(NamedTuple):
    written: str
    meant: str


def slips_in(name: str) -> Iterator[Slip]:
    """What a law's name says otherwise than laws are named."""
    for found in _NO_HYPHEN.finditer(name):
        yield Slip(found[0], found[0].replace(" ", "-"))
    for found in _NUMBER.finditer(name):
        yield Slip(found[0], "Nomor")
    for pattern, meant in ((_BEHIND_YEAR, "tentang"), (_BEFORE_NUMBER, "tahun")):
        for found in pattern.finditer(name):
            yield Slip(found[0], like(found[0], meant))
    for found in _WORD.finditer(name):
        if not found[0].isupper() and (meant := _meant(found[0].lower())):
            yield Slip(found[0], like(found[0], meant))


@lru_cache(maxsize=16384)
def _meant(word: str) -> str:
    """The word of laws that is one slip away; "" for what is one itself, or none."""
    if word in _WORDS or word in _OTHERS:
        return ""
    return next((each for each in _IN_ORDER if _is_slip(word, each)), "")


def _is_slip(word: str, meant: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two neighbours changed places."""
    if abs(len(word) - len(meant)) > 1:
        return False
    same = next(
        (at for at, (one, two) in enumerate(zip(word, meant, strict=False)) if one != two), min(len(word), len(meant))
    )
    left, other = word[same:], meant[same:]
    if len(left) == len(other):
        return left[1:] == other[1:] or (left[:2] == other[1::-1] and left[2:] == other[2:])
    return left[1:] == other or left == other[1:]
