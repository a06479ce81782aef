"""Codes that somebody may have meant who wrote one that no rule has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from sopgen.diagnostics import Message, family

_NUMBERED = re.compile(r"([A-Z]+)[-_ ]?0*(\d+)")
_NEAR = 0.6  # of difflib: MBX is like MB, XYZ like nothing


def near_codes(wrong: str, codes: Iterable[str]) -> tuple[str, ...]:
    """`KEG-1` → `KEG-01`; with a number that its family lacks, the family; else what is written most alike."""
    known = tuple(codes)
    families = tuple(dict.fromkeys(map(family, known)))
    asked = wrong.strip().upper()
    if told := _NUMBERED.fullmatch(asked):
        code = f"{told[1]}-{int(told[2]):02}"
        if code in known:
            return (code,)
        asked = told[1]
    if asked in families:
        return (asked,)
    return tuple(get_close_matches(asked, families, n=1, cutoff=_NEAR))


def perhaps(wrong: Iterable[str], codes: Iterable[str]) -> Message:
    """`; mungkin maksudnya KEG-01`, or nothing."""
    known = tuple(codes)
    names = ", ".join(dict.fromkeys(name for each in wrong for name in near_codes(each, known)))
    return Message(f"; mungkin maksudnya {names}", f"; probably {names} is meant") if names else Message("", "")
