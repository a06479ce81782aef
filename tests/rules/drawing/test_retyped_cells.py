"""One edit of one cell is one mandatory finding at that cell, quoting what it says now; whatever cell that is."""

from __future__ import annotations

import re

import pytest

from sopgen.diagnostics import Severity
from tests.rules.drawing.edits import IDENTITY, SHEET, cell, flow_sheet
from tests.rules.drawing.telling import told

CELLS = {
    "number of the SOP": (IDENTITY, "C1"),
    "date": (IDENTITY, "C2"),
    "label": (IDENTITY, "B4"),
    "office of who approves": (IDENTITY, "C5"),
    "name of who approves": (IDENTITY, "C8"),
    "unit": (IDENTITY, "A7"),
    "title": (IDENTITY, "C9"),
    "heading of a box": (IDENTITY, "B10"),
    "box of one text": (IDENTITY, "A15"),
    "line above the table": (SHEET, "A1"),
    "upper head": (SHEET, "B2"),
    "head over executors": (SHEET, "E2"),
    "head over columns": (SHEET, "I2"),
    "last head": (SHEET, "R2"),
    "executor": (SHEET, "F3"),
    "lower head": (SHEET, "L3"),
    "number of the first step": (SHEET, "A4"),
    "number of another": (SHEET, "A5"),
    "activity": (SHEET, "C6"),
    "time": (SHEET, "M4"),
    "output": (SHEET, "P4"),
    "remarks": (SHEET, "S12"),
}
BLANK = {
    "beside a label": (IDENTITY, "B6"),
    "an executor's column": (SHEET, "F5"),
    "the room beside a text": (SHEET, "T4"),
    "remarks": (SHEET, "S4"),
}
NEW = "Tulisan lain sekali"


def without_words(reference: str):
    found = rf'(<c r="{reference}" s="\d+")(?:[^>]*/>|[^>]*>.*?</c>)'
    return lambda sheet: re.sub(found, r"\1/>", sheet, count=1, flags=re.DOTALL)


def of_drawing(*edits) -> list:
    """Without what the spec inside says of itself."""
    return [each for each in told(*edits) if each.code.startswith("TBL")]


def placed(finding) -> list[str]:
    return [span.place.partition("!")[2] for span in (finding.span, *finding.spans) if span]


@pytest.mark.parametrize("name", CELLS)
def test_a_changed_cell(name):
    part, reference = CELLS[name]
    (found,) = of_drawing((part, cell(reference, NEW)))
    assert (found.severity, found.consequences) == (Severity.WAJIB, ())
    assert placed(found) == [reference]
    assert NEW[:12] in found.message.id
    assert found.where


@pytest.mark.parametrize("name", CELLS)
def test_an_emptied_cell(name):
    part, reference = CELLS[name]
    (found,) = of_drawing((part, without_words(reference)))
    assert (found.severity, found.consequences) == (Severity.WAJIB, ())
    assert placed(found) == [reference]


@pytest.mark.parametrize("name", BLANK)
def test_a_text_in_an_empty_cell(name):
    part, reference = BLANK[name]
    (found,) = of_drawing((part, cell(reference, NEW)))
    assert (found.severity, placed(found)) == (Severity.WAJIB, [reference])
    assert NEW in found.message.id


def test_a_word_behind_a_date():
    (found,) = of_drawing((IDENTITY, cell("C2", "4 September 2012 (direvisi)")))
    assert "“4 September 2012 (direvisi)”" in found.message.id


def test_headings_of_a_block_that_are_gone_are_one():
    (found,) = of_drawing((SHEET, lambda sheet: without_words("I3")(without_words("L3")(sheet))))
    assert found.message.id == "Judul kolom “Kelengkapan”, “Waktu” dihapus."
    assert placed(found) == ["I3", "L3"]


def test_two_headings_that_changed_places_are_told_so():
    swapped = of_drawing((SHEET, lambda sheet: cell("I3", "Waktu")(cell("L3", "Kelengkapan")(sheet))))
    assert swapped
    assert all("diganti" not in each.message.id for each in swapped)


def test_a_blank_that_moved_within_words_is_advice_and_a_second_one_is_nothing() -> None:
    text = flow_sheet("konsinyering").cells[4, 2]
    first, second, rest = text.split(" ", 2)
    moved = told((SHEET, cell("C5", f"{first}{second[0]} {second[1:]} {rest}")))
    assert [each.severity.value for each in moved] == ["anjuran"]
    assert moved[0].message.id.startswith(f"Ditulis lain: “{first}{second[0]} {second[1:]}")
    assert told((SHEET, cell("C5", f"{first}  {second}\n{rest}"))) == []
