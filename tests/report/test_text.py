from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.diagnostics import Diagnostic, Message, Severity, Span
from sopgen.report.text import CUT, WINDOW_COLUMNS, column_width, diagnostic_text


def told(line: str | None, column: int = 1, length: int = 1, message: str = "salah", step: int | None = None) -> str:
    span = Span("a.sop.yaml", 7, column, length) if line is not None else None
    diagnostic = Diagnostic(
        "BACA-01", Severity.WAJIB, Message(message, "wrong"), Message("ubah", "change it"), span, line, step
    )
    return diagnostic_text(diagnostic, "id", file="b.sop.yaml")


def marked(line: str, column: int, length: int = 1) -> tuple[str, str]:
    """The line as shown, and what stands above the carets."""
    _, shown, carets, _ = told(line, column, length).split("\n")
    first, last = carets.index("^"), carets.rindex("^")
    above, at = "", 0
    for character in shown:
        if first <= at <= last and character != "\u0301":
            above += character
        at += column_width(character)
    return shown, above


def test_place_line_caret_remedy():
    assert told("judl: Surat", 1, 4).split("\n") == [
        "a.sop.yaml:7:1: BACA-01: salah",
        "    7 | judl: Surat",
        "      | ^^^^",
        "    Perbaikan: ubah",
    ]


def test_without_a_place_the_file_alone():
    assert told(None, step=5) == "b.sop.yaml: BACA-01 (langkah 5): salah\n    Perbaikan: ubah"


def test_english():
    diagnostic = Diagnostic(
        "GAMBAR-01", Severity.WAJIB, Message("salah", "wrong"), Message("ubah", "change it"), step=5
    )
    assert diagnostic_text(diagnostic, "en") == "GAMBAR-01 (step 5): wrong\n    Remedy: change it"


@pytest.mark.parametrize(
    ("line", "column", "length", "above"),
    [
        ("\tnama: X", 8, 1, "X"),
        ("\t\tnama: X", 3, 4, "nama"),
        ("名前: X", 5, 1, "X"),
        ("a: 名前", 4, 2, "名前"),
        ("re\u0301sume\u0301: X", 11, 1, "X"),
        ("a: \x07X", 5, 1, "X"),
        ("a: \u202eX", 5, 1, "X"),
    ],
)
def test_the_caret_stands_under_what_is_wrong(line, column, length, above):
    assert marked(line, column, length)[1] == above


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("re\u0301sume\u0301", 6),
        ("名前", 4),
        ("\u1100\u1161\u11a8", 2),  # one syllable of Hangul from its three letters
        ("\u0e01\u0e47", 1),
        ("📄", 2),
        ("☑\ufe0f", 2),  # as a picture
        ("☑", 1),
        ("Ω …", 3),
    ],
)
def test_columns_on_a_terminal(text, columns):
    assert column_width(text) == columns


def test_a_caret_behind_a_picture_made_of_two_characters():
    assert told("a: ☑\ufe0fX", 6).split("\n")[2] == "      |      ^"


def test_a_caret_behind_the_end_of_the_line():
    assert told("a: b", 5).split("\n")[2] == "      |     ^"
    assert told("", 1).split("\n")[1:3] == ["    7 |", "      | ^"]
    assert told("ab", 99).split("\n")[2] == "      |   ^"


@pytest.mark.parametrize("column", [1, 2, 50, 57, 58, 5_000, 9_999, 10_000])
def test_a_long_line_is_cut_around_the_caret(column):
    line = "".join(chr(ord("a") + i % 26) for i in range(10_000))
    shown, above = marked(line, column)
    assert above == line[column - 1]
    assert column_width(shown) <= WINDOW_COLUMNS + len("    7 | ") + 2
    assert (CUT in shown[:10]) == (column > 57)
    assert shown.endswith(CUT) == (column < 9_950)


def test_a_long_line_of_wide_letters_and_marks():
    line = "名e\u0301" * 5_000
    shown, above = marked(line, 9_001, 1)
    assert line[9_000] == "名" == above
    assert column_width(shown) <= WINDOW_COLUMNS + len("    7 | ") + 2


def test_several_steps_are_steps_in_english():
    several = Diagnostic("KEG-01", Severity.WAJIB, Message("a", "a"), Message("b", "b"), step=3, steps=(3, 4))
    assert diagnostic_text(several, "en", "x").startswith("x: KEG-01 (steps 3, 4): a")
    assert diagnostic_text(several._replace(steps=()), "en", "x").startswith("x: KEG-01 (step 3): a")


def test_a_long_mark_ends_with_the_window():
    _, shown, carets, _ = told("x" * 5_000, 1, 5_000).split("\n")
    assert len(carets) <= column_width(shown)


def test_nothing_reaches_the_terminal_that_it_would_obey():
    text = told("a: \x1b[31m\x9b\u2028\u200bb", 4, message="kata \x1b[2J '\u202e'\nbaris dua")
    assert text.split("\n")[0] == "a.sop.yaml:7:4: BACA-01: kata ␛[2J '<U+202E>'"
    assert text.split("\n")[1] == "    baris dua"
    assert "␛[31m<U+009B><U+2028><U+200B>b" in text
    assert "\x1b" not in text


@given(st.text(max_size=300), st.integers(0, 400), st.integers(0, 400))
def test_whatever_the_line_the_carets_stand_inside_it_and_nothing_steers_the_terminal(line, column, length):
    line = line.replace("\n", " ")
    _, shown, carets, _ = told(line, column, length).split("\n")
    assert not any(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for character in shown)
    assert carets.count("^") >= 1
    assert carets.index("^") <= len("    7 | ") + WINDOW_COLUMNS + 1
    assert column_width(shown) <= WINDOW_COLUMNS + len("    7 | ") + 2
