from __future__ import annotations

import pytest

from sopgen.render.ooxml.xml_text import possible
from sopgen.render.xlsx.safety import LONGEST_CELL, TextTooLong, cell_text, footer_text, needs_quote


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("biasa", "biasa"),
        ("_x0041_", "_x005F_x0041_"),
        ("a_x000D_b_x00e9_", "a_x005F_x000D_b_x005F_x00e9_"),
        ("_x41_ _x004_ _X0041_", "_x41_ _x004_ _X0041_"),
        ("a\x00\x0bb\ud800\ufffe", "ab"),
        ("baris\nlain\t!", "baris\nlain\t!"),
    ],
)
def test_what_is_written_shows_the_text(text, written):
    assert cell_text(text) == written


def test_a_text_that_no_cell_holds_is_never_cut():
    assert len(cell_text("a" * LONGEST_CELL)) == LONGEST_CELL
    with pytest.raises(TextTooLong):
        cell_text("a" * (LONGEST_CELL + 1))


def test_what_an_edit_would_calculate_is_quoted():
    assert [needs_quote(text) for text in ("=1", "+1", "-", "@a", "\tx", "1+1", "a=b", "")] == [True] * 5 + [False] * 3


def test_a_footer_has_codes_of_its_own():
    assert footer_text("A & B\n&P") == "A && B &&P"
    assert len(footer_text("x" * 300)) == 90
    assert possible("\x01") == ""
