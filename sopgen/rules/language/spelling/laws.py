"""Names of laws: the words that all of them are made of, few and known, so that a slip shows without a dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sopgen.rules.language.spelling.near import before_slip, like

_WORDS: Final = frozenset(
    "undang-undang perundang-undangan peraturan pemerintah presiden menteri keputusan instruksi edaran daerah "  # noqa: SIM905
    "gubernur bupati kepala badan lembaga nomor tahun tentang negara negeri republik indonesia pendayagunaan "
    "aparatur reformasi birokrasi permenpan permendagri permenkes permendikbud perpres pergub perbup perwali".split()
)
_OTHERS: Final = frozenset("tahan tahin darah bandan".split())  # noqa: SIM905
"""Words of their own that are one slip away."""
_NUMBER: Final = re.compile(r"\bNo(?:mr|r)?\b\.?(?=\s*\d)", re.IGNORECASE)
_NO_HYPHEN: Final = re.compile(r"\bUndang Undang\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]{4,}(?:-[^\W\d_]+)*")


class Slip(NamedTuple):
    written: str
    meant: str


def slips_in(name: str) -> Iterator[Slip]:
    """What a law's name says otherwise than laws are named."""
    for found in _NO_HYPHEN.finditer(name):
        yield Slip(found[0], found[0].replace(" ", "-"))
    for found in _NUMBER.finditer(name):
        yield Slip(found[0], "Nomor")
    for found in _WORD.finditer(name):
        word = found[0].lower()
        if word in _WORDS or word in _OTHERS or found[0].isupper():
            continue
        if meant := next((each for each in before_slip(word) if each in _WORDS), ""):
            yield Slip(found[0], like(found[0], meant))
