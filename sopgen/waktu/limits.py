"""Times within a longer text: limits ("paling lambat 3 hari kerja") and lengths ("selama 7 hari")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from sopgen.intake.loaded import WaktuKerja
from sopgen.waktu.reading import LENGTH, Kind, Waktu, read_waktu

LIMIT: Final = (
    r"\b(?:paling (?:lama|lambat)|(?:se)?lambat-lambatnya|selama-lamanya|maksim(?:al|um)|tidak (?:boleh )?lebih dari|"
    rf"(?:dalam|batas|jangka) waktu|dalam(?= \d)|melampaui|melebihi)\b"
    rf"[^.;\d]{{0,60}}(?<!tanggal )(?<!tgl )(?P<length>{LENGTH})"
)
_LASTING: Final = rf"\bselama\s+(?P<length>{LENGTH})"
_BEFORE: Final = r"\s*(?:sebelum|menjelang|pra)\b"


class Limit(NamedTuple):
    """`shown` as the text has it; `is_length`: it says how long something lasts, not how long it may take."""

    shown: str
    length: Waktu
    is_length: bool


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def limits_in(text: str, hours: WaktuKerja) -> Iterator[Limit]:
    """The times that a text names, but for those counted back from an event."""
    plain = " ".join(text.split())
    if not _compiled(r"\d").search(plain):
        return
    for pattern, is_length in ((LIMIT, False), (_LASTING, True)):
        for found in _compiled(pattern).finditer(plain):
            read = read_waktu(found["length"], hours)
            if read.kind is Kind.SURE and not _compiled(_BEFORE).match(plain, found.end()):
                yield Limit(" ".join(found["length"].split()), read, is_length)
