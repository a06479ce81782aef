"""Texts that run out of their row in a PDF, and cells that stand over several: whose they are, and that it is told."""

from __future__ import annotations

import pytest

from sopgen import oldstock
from sopgen.drawn.pdf.spill import given_back
from sopgen.drawn.pdf.values import Character
from sopgen.drawn.seen import seen_on
from tests.drawn.drawing_pdf import COLUMNS, ROWS, Page

UPPER, LOWER = (0.0, 0.0, 100.0, 30.0), (0.0, 30.0, 100.0, 60.0)


def line(text: str, base: float, *, x: float = 3.0, size: float = 8.0) -> list[tuple[int | None, Character]]:
    """In the cell that holds its middle."""
    middle = base - 0.3 * size
    home = 0 if middle < 30 else 1 if middle < 60 else None
    return [
        (
            home,
            Character(
                letter, (x + 4 * at, base - 0.8 * size, x + 4 * at + 4, base + 0.2 * size), (x + 4 * at, base), size, 0
            ),
        )
        for at, letter in enumerate(text)
    ]


def homes(*lines) -> tuple[dict[str, int | None], frozenset[int]]:
    written, full = given_back((UPPER, LOWER), [each for one in lines for each in one])
    return {each.text: home for home, each in written}, full


def test_lines_that_cross_the_rule_belong_to_the_row_above():
    found, full = homes(line("a", 10), line("b", 20), line("c", 30), line("d", 40))
    assert found == dict.fromkeys("abcd", 0)
    assert full == {0}


def test_lines_that_run_into_words_of_another_row_belong_to_the_row_above():
    found, full = homes(line("a", 14.5), line("b", 25.6), line("c", 36.7), line("x", 20, x=300), line("d", 55))
    assert found == {"a": 0, "b": 0, "c": 0, "x": 0, "d": 1}
    assert full == {0}


def test_a_text_in_the_middle_of_its_row_runs_out_above_and_below():
    found, full = homes(line("a", 26.5), line("b", 36), line("c", 45.5), line("d", 55), line("e", 64.5))
    assert found == dict.fromkeys("abcde", 1)
    assert full == {1}


@pytest.mark.parametrize(
    "lines",
    [
        (line("a", 12), line("b", 22), line("c", 41), line("d", 51)),  # room between two texts
        (line("a", 15), line("b", 45)),  # a line in each row
        (line("a", 25), line("b", 38.5), line("c", 52)),  # as it happens, evenly; nothing tells them apart
        (line("a", 14), line("b", 24), line("c", 34, size=6), line("d", 42, size=6)),  # another type
        (line("a", 14), line("b", 24), line("c", 34, x=40), line("d", 44, x=40)),  # another edge
    ],
)
def test_texts_of_their_own_stay(lines):
    found, full = homes(*lines)
    assert found == {each.text: home for one in lines for home, each in one}
    assert not full


def test_an_overfull_cell_is_read_whole_told_and_marked():
    page = Page(fills=False)
    page.table()
    page.chart()
    for number, text in enumerate(("Surat", "permohonan", "yang sudah", "ditandatangani", "pemohon", "rangkap dua")):
        page.text(COLUMNS[5] + 3, ROWS[0] + 12 + 9.5 * number, text)
    page.text(COLUMNS[5] + 3, ROWS[1] + 40, "Buku agenda")
    data = page.bytes()
    (found,) = oldstock.import_drawn(data)
    words = str(found.steps[0]["kelengkapan"])
    assert " ".join(words.split()) == "Surat permohonan yang sudah ditandatangani pemohon rangkap dua"
    assert str(found.steps[1]["kelengkapan"]) == "Buku agenda"
    assert [each.step for each in found.doubts if "garis bawah" in each.message.id] == [0]
    assert [each.step for each in seen_on(found, 0) if each.what == "cell" and each.state == "doubtful"] == [0]
