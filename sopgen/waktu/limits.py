"""Times within a longer text: limits ("paling lambat 3 hari kerja") and lengths ("selama 7 hari")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Final, NamedTuple

from sopgen.intake.loaded import WaktuKerja
from sopgen.waktu.number_words import number_of
from sopgen.waktu.reading import LENGTH, UNIT, Kind, Waktu, read_waktu

_WORD: Final = (
    r"(?:se(?:puluh|belas|ratus)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)(?: (?:belas|puluh|ratus))?"
)
_LENGTH: Final = rf"(?P<length>{LENGTH}|\b(?P<words>{_WORD}(?: {_WORD})*)\s+{UNIT})"
_MOST: Final = (
    r"\b(?:paling (?:lama|lambat)|(?:se)?lambat(?:-lambat)?nya|selama-lamanya|maksim(?:al|um)|maks\b\.?|"
    r"tidak (?:boleh )?lebih dari|(?<!tidak )kurang dari|batas waktu|(?:dalam )?tempo|dalam(?= \d)|melampaui|melebihi)"
    rf"[^.;\d]{{0,60}}?(?<!tanggal )(?<!tgl ){_LENGTH}"
)
_GIVEN: Final = rf"\b(?:dalam|jangka) waktu\b[^.;\d]{{0,60}}?(?<!tanggal )(?<!tgl ){_LENGTH}"
_LASTING: Final = rf"\bselama\s+{_LENGTH}"
_COUNTED_ELSEWHERE: Final = r"\s*(?:sebelum|menjelang|pra|terakhir|ke depan|mendatang|yang lalu)\b"
"""Behind a time: it is no limit of what is done now."""
_AGE: Final = r"\b(?:ber)?(?:usia|umur)(?:nya)?\s*$"
_WHOLE: Final = r"\s*(?:[.,;:)]|$)"
_CONDITION: Final = r"\b(?:jika|apabila|bila|kalau)\b"
_UNITS: Final = ("menit", "mnt", "jam", "hari", "minggu", "pekan", "bulan", "bln", "tahun", "thn")


class Sense(Enum):
    """What a time in a text says: as long as this at most, this long (and it is given so), or lasting this long."""

    MOST = "paling lama"
    GIVEN = "dalam waktu"
    LASTING = "selama"


class Limit(NamedTuple):
    """`shown` as the text has it. `is_alone`: no condition and no event that it is counted from goes with it."""

    shown: str
    length: Waktu
    sense: Sense
    is_alone: bool


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def limits_in(text: str, hours: WaktuKerja) -> Iterator[Limit]:
    """The times that a text names, but for those counted back from an event; numbers in figures or words."""
    plain = " ".join(text.split())
    lowered = plain.casefold()
    if not any(unit in lowered for unit in _UNITS):
        return
    for sense, pattern in ((Sense.MOST, _MOST), (Sense.GIVEN, _GIVEN), (Sense.LASTING, _LASTING)):
        for found in _compiled(pattern).finditer(plain):
            read = read_waktu(_in_figures(found), hours)
            ahead = plain[: found.start()]
            if sense is Sense.GIVEN and _compiled(_MOST).search(plain, found.start(), found.end()):
                continue  # "dalam waktu paling lama …"
            if read.kind is not Kind.SURE or _compiled(_COUNTED_ELSEWHERE).match(plain, found.end()):
                continue
            if not _compiled(_AGE).search(ahead):
                alone = _compiled(_WHOLE).match(plain, found.end()) and not _compiled(_CONDITION).search(ahead)
                yield Limit(" ".join(found["length"].split()), read, sense, is_alone=bool(alone))


def _in_figures(found: re.Match[str]) -> str:
    """The length found, "tiga hari kerja" as "3 hari kerja"."""
    length, words = found["length"], found["words"]
    number = number_of(words.casefold()) if words else None
    return length if number is None else f"{number}{length[len(words) :]}"
