"""Numbers and days in Indonesian words, as minutes say them: enam, dua ribu dua puluh enam, Jumat."""

from __future__ import annotations

from datetime import date
from typing import Final

from sopgen.wording import MONTHS

_UNITS: Final = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_LARGE: Final = ((1_000_000, "juta"), (1_000, "ribu"), (100, "ratus"), (10, "puluh"))


def in_words(number: int) -> str:
    """A number from 0 to 999,999,999."""
    if number < 10:
        return _UNITS[number]
    if number == 11:
        return "sebelas"
    if 11 < number < 20:
        return f"{_UNITS[number - 10]} belas"
    for value, name in _LARGE:
        if number >= value:
            count, rest = divmod(number, value)
            one = count == 1 and value < 1_000_000
            said = f"se{name}" if one else f"{in_words(count)} {name}"
            return f"{said} {in_words(rest)}" if rest else said
    raise AssertionError(number)


def weekday(day: date) -> str:
    return _DAYS[day.weekday()]


def day_in_words(day: date) -> str:
    """For example: tiga belas bulan Maret tahun dua ribu dua puluh enam."""
    return f"{in_words(day.day)} bulan {MONTHS[day.month - 1]} tahun {in_words(day.year)}"
