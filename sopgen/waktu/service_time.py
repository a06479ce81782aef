"""How long a service takes, as its applicant is told: the time promised, else what the procedure itself needs."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import NamedTuple

from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Sop
from sopgen.waktu.longest_way import longest_way
from sopgen.waktu.reading import Kind, read_waktu

_MOST = "paling lama"
_MINUTES_AN_HOUR = 60


class ServiceTime(NamedTuple):
    """`lead` and `time` as printed ("paling lama", "10 hari kerja"); `since` what it is counted from.

    `promised`: the spec says it; else it is what the longest way forward takes, rounded up to working days.
    """

    lead: str
    time: str
    since: str = ""
    promised: bool = True


def service_time(sop: Sop, hours: WaktuKerja) -> ServiceTime | None:
    """None where nothing is promised and a step without a sure time keeps the procedure's own from being known."""
    given = sop.pelayanan.jangka_waktu
    if given.lama:
        lead, time = _taken_apart(given.lama, hours)
        return ServiceTime(lead, time, given.sejak)
    if any(read_waktu(step.waktu, hours).kind is not Kind.SURE for step in sop.kegiatan):
        return None
    return ServiceTime(_MOST, f"{working_days(longest_way(sop, hours).minutes, hours)} hari kerja", promised=False)


def working_days(minutes: float, hours: WaktuKerja) -> int:
    """Minutes of working time in whole days, rounded up; one at least."""
    return max(1, math.ceil(round(minutes) / (hours.jam_per_hari * _MINUTES_AN_HOUR) - 1e-9))


def is_in_days(text: str, hours: WaktuKerja) -> bool:
    """Whether a length of time is told in days or longer units; what is no length is not in minutes either."""
    return read_waktu(text, hours).kind is not Kind.SURE or not _pattern(r"\b(?:menit|mnt|jam|detik)\b").search(
        text.casefold()
    )


def _taken_apart(said: str, hours: WaktuKerja) -> tuple[str, str]:
    """What stands before the length, and the length; a length by itself is the longest that it may take."""
    plain = " ".join(said.split())
    found = _pattern(r"^(?:paling (?:lama|lambat)|(?:se)?lambat-lambatnya|maksimal|maksimum)\s+").match(
        plain.casefold()
    )
    if found:
        return plain[: found.end()].rstrip(), plain[found.end() :]
    return (_MOST if read_waktu(plain, hours).kind is Kind.SURE else ""), plain


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
