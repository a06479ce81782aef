"""Whether a text hands something over to the very column in which its step stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from sopgen.intake.sop import Pelaksana
from sopgen.rules.language.offices import Mention, names_of

_HANDING: Final = (
    r"(?:menyerah|menyampai|mengirim|meneru|memberi|mengaju|melapor|mengembali|mendistribusi|mendisposisi)\w*"
)
"""Verbs, with any suffix: kan, nya, i."""
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
