"""Texts of steps that say themselves that several do the step at one time."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sopgen.rules.language.nouns import MEETINGS, PLACES_AND_PAPERS
from sopgen.rules.language.words import without_enumerator, words

_MEETING: Final = (
    *("membahas", "mendiskusi", "berdiskusi", "bermusyawarah", "memusyawarah", "merapat", "berapat", "berunding"),
    *("merunding", "berkoordinasi", "berkonsultasi", "bertemu", "bersidang", "menyepakati", "bersepakat", "berembuk"),
)
"""How verbs begin that nobody does alone."""
_HOLDING: Final = (
    *("melaksanakan", "melakukan", "mengadakan", "menyelenggarakan", "menggelar", "mengikuti", "menghadiri"),
    *("memimpin", "membuka"),
)
"""With the name of a meeting behind them."""
_ENCLOSED: Final = PLACES_AND_PAPERS | frozenset(
    "lampiran lampirannya kelengkapan kelengkapannya fotokopi salinan kuitansi disposisi bukti data".split()  # noqa: SIM905
)
"""What is handed over "bersama" something: no person."""


def says_joint(text: str) -> bool:
    """Whether "rapat", "bersama-sama", "berkoordinasi dengan …" make the step one of several at one time."""
    plain = without_enumerator(text)
    if _compiled(r"\b(?:bersama-sama|secara (?:bersama|serentak|serempak)|bersamaan)\b").search(plain.casefold()):
        return True
    said = words(plain)
    return any(_is_joint_at(said, place) for place in range(len(said)))


def _is_joint_at(said: tuple[str, ...], place: int) -> bool:
    word, behind = said[place], said[place + 1 :]
    if word.startswith(_MEETING):
        return True
    if word in _HOLDING:
        return bool(behind) and behind[0] in MEETINGS
    if word == "bersama":
        others = behind[1:] if behind[:1] == ("dengan",) else behind
        return (bool(others) and others[0] not in _ENCLOSED) or (place > 0 and said[place - 1] in MEETINGS)
    return place == 0 and word in MEETINGS


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
