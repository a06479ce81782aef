from __future__ import annotations

from datetime import date

import pytest

from sopgen.bureau.index import due, later
from sopgen.intake.sop import Arah, Isi, Kegiatan, Pelaksana, Sop, Tanggal


def sop(*days: date | None) -> Sop:
    step = Kegiatan(1, Isi("Mencatat"), ("a",), (Arah(None),))
    return Sop("Judul", (Pelaksana("a", "A"),), (step,), tanggal=Tanggal(*days))


@pytest.mark.parametrize(
    ("last", "months", "today", "expected"),
    [
        (date(2025, 1, 15), 6, date(2025, 3, 1), date(2025, 7, 15)),
        (date(2025, 1, 15), 6, date(2025, 7, 15), date(2025, 7, 15)),
        (date(2025, 1, 15), 6, date(2025, 7, 16), date(2026, 1, 15)),
        (date(2018, 10, 15), 12, date(2026, 1, 10), date(2026, 10, 15)),
        (date(2025, 8, 31), 6, date(2026, 1, 1), date(2026, 2, 28)),
        (date(2026, 5, 1), 12, date(2026, 1, 1), date(2027, 5, 1)),
    ],
)
def test_due_dates_keep_the_rhythm_of_the_last_date(last: date, months: int, today: date, expected: date) -> None:
    assert due(sop(None, None, last), months, today) == expected


def test_the_latest_date_counts_and_none_is_due_without_dates() -> None:
    assert due(sop(date(2020, 1, 1), date(2025, 2, 1), date(2021, 1, 1)), 12, date(2025, 3, 1)) == date(2026, 2, 1)
    assert due(sop(), 6, date(2025, 1, 1)) is None
    assert later(date(2024, 2, 29), 12) == date(2025, 2, 28)
