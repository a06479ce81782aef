"""The index of a bureau's SOPs: one row a SOP, and when it is to be looked at again.

(Lampiran Permenpan-RB 35/2012, monitoring and evaluation: monitoring every six months, evaluation once a year.)
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sopgen.bureau.rounds import EVALUATION, MONITORING, later
from sopgen.bureau.standing import Standing
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line


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
    standing: Standing | None = None


def row_of(
    sop: Sop,
    *,
    today: date,
    time: str,
    mandatory: int,
    advisory: int,
    pages: int,
    signature: SignatureBox | None,
    link: str,
    standing: Standing | None = None,
) -> IndexRow:
    """The row of one SOP: what it says of itself, and what others found out about it. `today`: the reference date."""
    monitored = standing.monitored if standing else None
    evaluated = standing.evaluated if standing else None
    return IndexRow(
        number=on_one_line(sop.nomor),
        title=on_one_line(sop.judul),
        unit=on_one_line(*sop.unit),
        kind=sop.jenis or "",
        nature=sop.sifat or "",
        scope=sop.cakupan or "",
        created=_day(sop.tanggal.pembuatan),
        revised=_day(sop.tanggal.revisi),
        effective=_day(sop.tanggal.efektif),
        executors=tuple(on_one_line(lane.nama) for lane in sop.pelaksana),
        steps=len(sop.kegiatan),
        decisions=sum(step.keputusan for step in sop.kegiatan),
        time=time,
        mandatory=mandatory,
        advisory=advisory,
        pages=pages,
        signature=signature,
        monitoring=later(monitored, MONITORING) if monitored else due(sop, MONITORING, today),
        evaluation=later(evaluated, EVALUATION) if evaluated else due(sop, EVALUATION, today),
        link=link,
        standing=standing,
    )


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


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
