"""A document's own words: what is printed that no clerk wrote. A bureau renames most of them in `tampilan.label`.

Labels of the form's fields stand where the form is laid out; here is what pages say of themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from sopgen.diagnostics import Message
from sopgen.intake.sop import Tampilan

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def printed_date(value: date | Literal["-"] | None) -> str:
    """For example 15 Oktober 2018; '-' stays '-'."""
    if value is None or isinstance(value, str):
        return value or ""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def date_words(day: date) -> Message:
    """The same where the program speaks, not the form: 15 Oktober 2018; 15 October 2018."""
    return Message(printed_date(day), f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}")


class Wording(NamedTuple):
    """Each field is a key of `tampilan.label`."""

    halaman: str = "Halaman"
    dari: str = "dari"
    bersambung: str = "Bersambung ke halaman"
    sambungan: str = "Sambungan dari halaman"
    dan: str = "dan"
    dan_lain: str = "dst."
    lanjutan: str = "(lanjutan)"
    atas_nama: str = "a.n."
    konsep: str = "KONSEP"
    dicabut: str = "DICABUT"
    digantikan_oleh: str = "digantikan oleh"

    def page_of(self, number: int | str, count: int | str) -> str:
        """For example "Halaman 2 dari 3"; a workbook puts its fields for the numbers."""
        return f"{self.halaman} {number} {self.dari} {count}"

    def goes_on(self, pages: Sequence[int], kept: int, *, back: bool) -> str:
        """What a connector strip says of its `pages`, of which it has room to name `kept`."""
        start = self.sambungan if back else self.bersambung
        if kept < len(pages):
            return f"{start} {', '.join(map(str, pages[:kept]))}, {self.dan_lain}"
        last = f" {self.dan} {pages[-1]}" if len(pages) > 1 else str(pages[-1])
        return f"{start} {', '.join(map(str, pages[:-1]))}{last}"


def wording_of(tampilan: Tampilan) -> Wording:
    """The words of this appearance: the usual ones, but for those that the bureau renamed."""
    renamed = {key: text for key, text in tampilan.label if key in Wording._fields}
    return Wording(**renamed)
