"""Numbers written out in Indonesian, to 999: "dua", "lima belas", "dua puluh satu", "seratus dua puluh"."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
}
_SCALES: Final = {"belas": (1, 10), "puluh": (10, 0), "ratus": (100, 0)}
"""What a scale makes of the digit before it: times, plus."""


def number_of(words: str) -> int | None:
    """The number that words say; None where they say anything else."""
    total, last = 0, None
    for word in words.split():
        if word in _SCALES and last is not None and 0 < last < 10:
            times, plus = _SCALES[word]
            total, last = total + last * times + plus, None
        elif word in _DIGITS:
            total, last = total + (last or 0), _DIGITS[word]
        else:
            return None
    return total + (last or 0) if words.split() else None
