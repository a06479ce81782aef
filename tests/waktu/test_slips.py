"""Times that cannot be meant are said not to be read, never counted."""

from __future__ import annotations

import pytest

from sopgen.waktu.number_words import number_of
from sopgen.waktu.reading import Kind, read_waktu


@pytest.mark.parametrize("text", ["2 (tiga) hari kerja", "0 menit", "99999999999 tahun", "15 (dua belas) menit"])
def test_a_slip_is_not_counted(text: str) -> None:
    assert read_waktu(text).kind is Kind.UNREAD


@pytest.mark.parametrize(
    ("text", "minutes"), [("2 (dua) jam", 120), ("15 (lima belas) menit", 15), ("120 (seratus dua puluh) menit", 120)]
)
def test_a_number_and_its_words(text: str, minutes: int) -> None:
    assert read_waktu(text)[:3] == (Kind.SURE, minutes, minutes)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("satu", 1),
        ("sebelas", 11),
        ("dua belas", 12),
        ("tiga puluh", 30),
        ("dua puluh satu", 21),
        ("dua ratus lima belas", 215),
        ("seratus satu", 101),
        ("paling lama", None),
        ("", None),
    ],
)
def test_numbers_in_words(words: str, number: int | None) -> None:
    assert number_of(words) == number
