"""How a spreadsheet wraps a text, and the size in which it stays whole."""

from __future__ import annotations

import pytest

from sopgen.render.xlsx.wrapping import OWN_ROOM, Fit, fit, wrapped
from sopgen.text.face import Face
from sopgen.text.measure import width

SANS = Face("sans")
LINE = 1.23


def room_for(text: str, size: float) -> float:
    """A cell that holds just this line in a program that sets it 2 % wider."""
    return width(text, SANS, size) * 1.02 + OWN_ROOM + 0.01


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("", "satu", (1, True)),
        ("satu dua", "satu dua", (1, True)),
        ("satu dua", "satu du", (2, True)),
        ("satu dua tiga", "dua tiga", (2, True)),
        ("satu\ndua tiga", "satu dua", (2, True)),
        ("pertanggungjawaban", "pertanggungjawab", (2, False)),
        ("WWWWWWWW", "WW.", (4, False)),
        ("https://jdih.contoh.go.id/x", "jdih.contoh.go.id", (3, False)),
        ("a pertanggungjawaban b", "pertanggungj", (3, False)),
    ],
)
def test_lines_are_filled_as_far_as_they_go(text, line, expected):
    assert wrapped(text, SANS, 8, room_for(line, 8)) == expected


def test_text_keeps_off_the_rule_where_that_costs_no_line_too_many():
    roomy, tight = room_for("satu dua tiga", 8), room_for("satu dua tiga empat", 8)
    assert fit("satu dua tiga empat", SANS, 8, (roomy, tight), LINE, 3 * 8 * LINE) == Fit(8, roomy)
    assert fit("satu dua tiga empat", SANS, 8, (roomy, tight), LINE, 1 * 8 * LINE) == Fit(8, tight)


def test_rather_smaller_type_than_a_broken_word():
    room = room_for("pertanggungjawaban", 7.5)
    assert fit("pertanggungjawaban", SANS, 8.5, (room,), LINE, 100) == Fit(7.5, room)
    assert fit("pertanggungjawaban", SANS, 8.5, (room / 2,), LINE, 100) == Fit(8.5, room / 2)


def test_rather_smaller_type_than_a_hidden_line():
    room = room_for("satu", 8)
    found = fit("satu dua tiga", SANS, 8, (room,), LINE, 2 * 8 * LINE)
    assert found.size < 8
    assert wrapped("satu dua tiga", SANS, found.size, room).lines * LINE * found.size <= 2 * 8 * LINE
