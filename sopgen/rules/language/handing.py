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


def hands_over_to(mention: Mention, own: Sequence[str], columns: Sequence[Pelaksana], text: str) -> bool:
    """Whether a text hands something over to the only executor of its step, called by the column's whole name.

    A shorter name may be another office's ("Kepala" in the column of "Kepala Bagian"); several act together. `own`: the
    keys of the step's executors.
    """
    if [lane.id for lane in columns if mention.name in names_of(lane)] != [*own]:
        return False
    return bool(_handed(re.escape(mention.shown)).search(text))


@cache
def _handed(shown: str) -> re.Pattern[str]:
    between = rf"[^.;:]{{0,{_NEAR}}}?"
    return re.compile(rf"\b{_HANDING}\b{between}\b(?:kepada|ke)\s+{shown}\b(?!\s+(?:lain|atau|dan)\b)", re.IGNORECASE)


def receivers(text: str, columns: Sequence[Pelaksana]) -> list[list[Pelaksana]]:
    """The columns that each receiver in a text may mean, in order: "kepada Kabag" → those of heads of divisions.

    Who made a thing ("disusun oleh Analis") or goes along is none.
    """
    said = turned_to(_BY_OR_WITH.sub(";", text))
    meant = ([lane for lane in columns if any(means(each.name, name) for name in names_of(lane))] for each in said)
    return [lanes for lanes in meant if lanes]
