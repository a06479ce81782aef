from __future__ import annotations

from datetime import date

import pytest

from sopgen.papers.spelled import day_in_words, in_words, weekday


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "nol"),
        (6, "enam"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (15, "lima belas"),
        (20, "dua puluh"),
        (31, "tiga puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1998, "seribu sembilan ratus sembilan puluh delapan"),
        (2026, "dua ribu dua puluh enam"),
        (11_000, "sebelas ribu"),
        (1_000_000, "satu juta"),
    ],
)
def test_numbers(number, said):
    assert in_words(number) == said


def test_days():
    assert weekday(date(2026, 3, 13)) == "Jumat"
    assert day_in_words(date(2026, 3, 13)) == "tiga belas bulan Maret tahun dua ribu dua puluh enam"
