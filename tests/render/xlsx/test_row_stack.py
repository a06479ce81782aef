"""Ranges of an identity cell's paragraphs: as high as their ink, in order, and where they are printed if that goes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.render.xlsx.row_stack import StackedParagraph, entries_of, needed, stacked
from sopgen.scene import Cell, Run, Text
from sopgen.text.face import Face

SIZE, TOP = 8.0, 100.0
FACE = Face("bookman")
counts = st.lists(st.integers(1, 4), min_size=1, max_size=8)


def items(lines: list[int], pitch: float) -> tuple[Cell, float]:
    """A cell of items with so many lines each, `pitch` em from line to line, and where its box ends."""
    runs, texts = [], []
    baseline = TOP + 1.5 * SIZE
    for number, count in enumerate(lines, start=1):
        words = [f"baris {line}" for line in range(count)]
        runs.append(Run(f"{number}.", 10, baseline, 7))
        for word in words:
            runs.append(Run(word, 20, baseline, 30))
            baseline += pitch * SIZE
        texts.append(f"{number}. {' '.join(words)}")
    end = baseline - pitch * SIZE + 0.4 * SIZE
    text = Text("butir", "\n".join(texts), tuple(runs), FACE, SIZE, (10, TOP + 2, 50, end), (0, TOP, 200, end))
    return Cell(0, 0, "butir", (text,)), end


def fitting(cell: Cell, height: float) -> tuple[StackedParagraph, ...]:
    """The entries in the largest size in which they are not cut."""
    less = 0.0
    while needed(entries_of(cell, less)) > height:
        less += 0.5
    return entries_of(cell, less)


def ranges(entries: tuple[StackedParagraph, ...], end: float) -> list[tuple[float, float]]:
    return [(each.top, each.bottom) for each in stacked(entries, TOP, end)]


@given(counts, st.floats(1.0, 1.6))
def test_each_range_holds_its_ink_and_none_overlaps(lines, pitch):
    cell, end = items(lines, pitch)
    entries = fitting(cell, end - TOP)
    assert [entry.paragraph.lines for entry in entries] == lines
    found = ranges(entries, end)
    for (top, bottom), entry in zip(found, entries, strict=True):
        assert bottom - top >= entry.least - 1e-6
    assert all(above[1] <= below[0] + 1e-6 for above, below in pairwise(found))
    assert found[0][0] >= TOP
    assert found[-1][1] <= end + 1e-6


@given(counts)
def test_with_room_every_line_stands_where_it_is_printed(lines):
    cell, end = items(lines, 2.5)
    for (top, bottom), entry in zip(ranges(entries_of(cell), end + 20), entries_of(cell), strict=True):
        assert top == pytest.approx(entry.top, abs=0.4)
        if entry.valign == "center":
            assert bottom - top < entry.height + 2.25


@given(counts)
def test_the_number_of_several_lines_stands_beside_the_first(lines):
    cell, end = items(lines, 2.5)
    for entry in (entry._replace(steady=True) for entry in entries_of(cell)):
        ((top, bottom),) = ranges((entry,), end + 20)
        first = (top + bottom) / 2 - (entry.lines - 1) * 1.337 * SIZE / 2
        assert (top + bottom - entry.below_first) / 2 == pytest.approx(first, abs=0.4)


def test_items_move_up_by_the_lines_that_those_before_them_save():
    cell, end = items([3, 1], 2.0)
    first, second = entries_of(cell)
    fewer = first._replace(lines=2, steady=True)
    (_, printed), (_, moved) = ranges((first, second), end + 20), ranges((fewer, second), end + 20)
    assert printed[0] - moved[0] == pytest.approx(2.0 * SIZE, abs=0.8)
