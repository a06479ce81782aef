"""The calendar, read by a small reader of RFC 5545 of its own: unfolding, escapes, and the days a rule gives."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sopgen.bureau.index import later
from sopgen.bureau.standing import Review, Standing, reviews_of
from sopgen.intake.sop import Isi, Kegiatan, Pelaksana, Sop, Tanggal
from sopgen.pipeline import seal_state
from sopgen.render.calendar import render_calendar

TITLE = "Pelayanan; surat, \\ dan «naskah» " + "panjang sekali ÷ " * 9


def a_sop(day, judul=TITLE):
    step = Kegiatan(1, Isi("Menulis"), ("a",), ())
    return Sop(judul.strip(), (Pelaksana("a", "Staf"),), (step,), "SOP-1", tanggal=Tanggal(efektif=day))


def events(data):
    """Each event as a mapping; alarms left out."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    found, current, inner = [], None, False
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            current = {}
        elif line == "END:VEVENT":
            found.append(current)
            current = None
        elif name in ("BEGIN", "END"):
            inner = name == "BEGIN" and value == "VALARM"
        elif current is not None and not inner:
            assert name not in current
            current[name] = value
    return found


def unescaped(value):
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def days_of(event, count):
    """The first days of a monthly rule, by trying each month (3.3.10)."""
    rule = dict(part.split("=") for part in event["RRULE"].split(";"))
    start = event["DTSTART;VALUE=DATE"]
    first = date(int(start[:4]), int(start[4:6]), int(start[6:]))
    allowed = [int(day) for day in rule.get("BYMONTHDAY", str(first.day)).split(",")]
    found = []
    for n in range(count):
        month = first.month - 1 + n * int(rule["INTERVAL"])
        in_month = []
        for day in allowed:
            try:
                in_month.append(date(first.year + month // 12, month % 12 + 1, day))
            except ValueError:
                continue
        assert len(in_month) == 1 or rule["BYSETPOS"] == "-1"
        found.append(in_month[-1])
    return found


def test_lines_are_short_and_end_as_they_must():
    data = render_calendar(reviews_of(a_sop(date(2026, 3, 2))))
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    for line in data.split(b"\r\n"):
        line.decode()  # no letter is parted


def test_what_is_said_comes_back():
    found = events(render_calendar(reviews_of(a_sop(date(2026, 3, 2)))))
    assert [unescaped(each["SUMMARY"]) for each in found] == [
        f"Monitoring SOP: {TITLE.strip()}",
        f"Evaluasi SOP: {TITLE.strip()}",
    ]
    assert [each["DTSTART;VALUE=DATE"] for each in found] == ["20260902", "20270302"]
    assert unescaped(found[0]["DESCRIPTION"]).split("\n")[0] == "SOP-1"
    assert len({each["UID"] for each in found}) == 2


@pytest.mark.parametrize(
    "day", [date(2026, 1, 28), date(2026, 8, 29), date(2026, 8, 30), date(2026, 8, 31), date(2024, 2, 29)]
)
@pytest.mark.parametrize("months", [6, 12])
def test_a_rule_gives_the_days_that_are_due(day, months):
    (event,) = events(render_calendar([Review("monitoring", a_sop(day), day, months)]))
    assert days_of(event, 8) == [later(day, months * n) for n in range(1, 9)]


def test_a_last_review_counts_before_the_sops_dates():
    known = Standing(monitored=date(2026, 6, 30))
    assert [each.first for each in reviews_of(a_sop(date(2025, 1, 1)), known)] == [date(2026, 12, 30), date(2026, 1, 1)]
    assert reviews_of(a_sop(None)) == ()


def test_the_bytes_are_the_same_and_sealed():
    reviews = [*reviews_of(a_sop(date(2026, 3, 2))), *reviews_of(a_sop(date(2025, 3, 2), "Lain"))]
    data = render_calendar(reviews)
    assert data == render_calendar(reviews[::-1])
    assert seal_state(data) == "whole"
    assert seal_state(data.replace(b"panjang", b"pendek!", 1)) == "edited"
