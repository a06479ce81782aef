"""The index of a bureau's SOPs: one row a SOP, and when it is to be looked at again.

(Lampiran Permenpan-RB 35/2012, monitoring and evaluation: monitoring every six months, evaluation once a year.)
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from sopgen.spec.sop import Sop

MONITORING = 6  # months
EVALUATION = 12


class SignatureBox(NamedTuple):
    """Where the official signs: page, and the box in points from that page's lower left, as signing programs ask."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


class IndexRow(NamedTuple):
    """What the index says of one SOP. `pages` is 0 and `signature` None for one that could not be drawn."""

    number: str
    title: str
    unit: str
    kind: str  # jenis
    nature: str  # sifat
    scope: str  # cakupan
    created: date | None
    revised: date | None
    effective: date | None
    executors: tuple[str, ...]
    steps: int
    decisions: int
    time: str
    mandatory: int
    advisory: int
    pages: int
    signature: SignatureBox | None
    monitoring: date | None
    evaluation: date | None
    link: str


def due(sop: Sop, months: int, today: date) -> date | None:
    """The first day on or after `today` in the rhythm of `months` since the SOP's last date; None without dates."""
    days = [day for day in sop.tanggal if isinstance(day, date)]
    if not days:
        return None
    last = max(days)
    if last >= today:
        return later(last, months)
    passed = (today.year - last.year) * 12 + today.month - last.month
    rounds = max(1, passed // months)
    day = later(last, rounds * months)
    return day if day >= today else later(last, (rounds + 1) * months)


def later(day: date, months: int) -> date:
    """The same day some months on; the month's last where it is shorter."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
