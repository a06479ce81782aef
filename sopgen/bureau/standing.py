"""What was found of one SOP when it was last looked at in force, and when it is to be looked at next. Plain values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sopgen.bureau.rounds import EVALUATION, MONITORING, later
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line

Kind = str
"""`monitoring` or `evaluasi`."""


class Standing(NamedTuple):
    """`monitoring` and `evaluation` in words, empty where it was not assessed; `revise`: whether it is to be revised.

    `monitored`, `evaluated`: the days of these, where they are known. `deadline` of what is to be done; `notes`: why.
    """

    monitoring: str = ""
    evaluation: str = ""
    action: str = ""
    deadline: date | None = None
    revise: bool = False
    monitored: date | None = None
    evaluated: date | None = None
    notes: str = ""

    @property
    def told(self) -> str:
        """What was found and why, what is to be done and until when, in sentences."""
        until = f"paling lambat {self.deadline:%d-%m-%Y}" if self.deadline else ""
        action = ", ".join(filter(None, (self.action.rstrip("."), until)))
        found = (
            ("Monitoring", self.monitoring),
            ("Evaluasi", self.evaluation),
            ("Catatan", self.notes),
            ("Tindakan", action),
        )
        return " ".join(f"{kind}: {text.rstrip('.')}." for kind, text in found if text)


class Review(NamedTuple):
    """A review that comes round every so many months, from `first` on."""

    kind: Kind
    sop: Sop
    since: date
    months: int

    @property
    def first(self) -> date:
        return later(self.since, self.months)


def reviews_of(sop: Sop, standing: Standing | None = None) -> tuple[Review, ...]:
    """Counted from the last review, else from the SOP's last date; none without either."""
    days = [day for day in sop.tanggal if isinstance(day, date)]
    last = max(days, default=None)
    found = []
    known = standing or Standing()
    for kind, months, day in (
        ("monitoring", MONITORING, known.monitored or last),
        ("evaluasi", EVALUATION, known.evaluated or last),
    ):
        if day is not None:
            found.append(Review(kind, sop, day, months))
    return tuple(found)


def standing_of(sop: Sop, standings: Mapping[str, Standing]) -> Standing | None:
    """By its number, else by its title."""
    number, title = key_of(sop.nomor), key_of(sop.judul)
    return standings.get(number) if number in standings else standings.get(title)


def key_of(text: str) -> str:
    """By what a number or a title is known again, however it was typed on."""
    return "".join(on_one_line(text).casefold().split())
