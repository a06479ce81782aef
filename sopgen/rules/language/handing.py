"""Whom a text hands something over to, and whether that is the very column in which its step stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from sopgen.intake.sop import Pelaksana
from sopgen.rules.language.offices import Mention, means, names_of, turned_to

_HANDING: Final = (
    r"(?:menyerah|menyampai|mengirim|meneru|memberi|mengaju|melapor|mengembali|mendistribusi|mendisposisi)\w*"
)
"""Verbs, with any suffix: kan, nya, i."""
_BY_OR_WITH: Final = re.compile(r"\b(?:oleh|bersama)\b", re.IGNORECASE)
_NEAR: Final = 120  # letters between the verb and its receiver, within one sentence
_TO: Final = rf"\b{_HANDING}\b[^.;:]{{0,{_NEAR}}}?\b(?:kepada|ke)\s+"
_NEXT: Final = "untuk|guna|agar|supaya|melalui|sebagai|dengan|secara|paling|setiap|sebelum|setelah|sesudah|di|pada"
"""What may stand behind a receiver's name and says nothing more of who it is."""


def hands_over_to(mention: Mention, own: Sequence[str], columns: Sequence[Pelaksana], text: str) -> bool:
    """Whether a text hands something over to the only executor of its step: by the column's whole name, or by one that
    no other column may have ("Kepala Biro" in the column of "Kepala Biro Umum"). `own`: the keys of the executors.
    """
    if by_whole_name(mention, own, columns):
        return _handed(re.escape(mention.shown)).search(text) is not None
    known = [lane.id for lane in columns if any(means(mention.name, name) for name in names_of(lane))]
    return known == [*own] and _handed_alone(re.escape(mention.shown)).search(text) is not None


def by_whole_name(mention: Mention, own: Sequence[str], columns: Sequence[Pelaksana]) -> bool:
    """Whether a mention has the whole name of the one executor of a step; a shorter one might be another office's."""
    return [lane.id for lane in columns if mention.name in names_of(lane)] == [*own]


@cache
def _handed(shown: str) -> re.Pattern[str]:
    return re.compile(rf"{_TO}{shown}\b(?!\s+(?:lain|atau|dan)\b)", re.IGNORECASE)


@cache
def _handed_alone(shown: str) -> re.Pattern[str]:
    """The same where nothing behind the name says which of several is meant: "Kepala Bagian terkait"."""
    return re.compile(rf"{_TO}{shown}(?=\s*(?:$|[.,;:)])|\s+(?:{_NEXT})\b)", re.IGNORECASE)


def receivers(text: str, columns: Sequence[Pelaksana]) -> list[list[Pelaksana]]:
    """The columns that each receiver in a text may mean, in order: "kepada Kabag" → those of heads of divisions.

    Who made a thing ("disusun oleh Analis") or goes along is none.
    """
    lowered = text.casefold()
    said = turned_to(_BY_OR_WITH.sub(";", text) if "oleh" in lowered or "bersama" in lowered else text)
    meant = ([lane for lane in columns if any(means(each.name, name) for name in names_of(lane))] for each in said)
    return [lanes for lanes in meant if lanes]
