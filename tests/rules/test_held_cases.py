"""Workbooks that were judged wrongly once, edited or drawn by hand, each with what is right: tests/rules/cases."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from sopgen import finished, pipeline
from sopgen.diagnostics import Severity
from sopgen.rules.held import BREAKS, CHART, NO_CHART
from sopgen.rules.held import EDITED as EDITED_SINCE

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 6, 30)
EDITED = {
    "empty-row": [("TBL-05", "Prosedur!A7", Severity.ANJURAN)],
    "labels-swapped": [("PNH-06", "Prosedur!E8", Severity.WAJIB)],
    "lane-moved": [("AKT-07", "Prosedur!G7", Severity.WAJIB)],
    "page-break-no-pentagon": [("OPC-04", "Prosedur!A9", Severity.WAJIB)],
}
DRAWN_BY_HAND = ("hand-1dot", "hand-aktivitas", "hand-column-b", "hand-numbered-columns")
OWN = ("sim05-own-workbook", "tbl01-own-workbook")


def held(name: str):
    return finished.check_held((CASES / f"{name}.xlsx").read_bytes(), f"{name}.xlsx", today=TODAY)


@pytest.mark.parametrize("name", EDITED)
def test_an_edit_is_one_finding_at_its_place(name):
    drawn = [each for each in held(name).diagnostics if each.span is not None]
    assert [(each.code, each.span.place, each.severity) for each in drawn] == EDITED[name]


@pytest.mark.parametrize("name", EDITED)
def test_the_spec_inside_is_judged_too(name):
    codes = [each.code for each in held(name).diagnostics]
    assert codes.count("MB-01") == 11
    assert "HDR-06" in codes


def changed(said: str, other: str) -> bytes:
    """A workbook of ours that meets all mandatory rules, with one text in place of another."""
    from tests.rules.drawing.edits import packed, workbook

    parts, found = {}, 0
    with ZipFile(BytesIO(workbook("contoh-ringkas"))) as archive:
        for entry in archive.namelist():
            data = archive.read(entry)
            if entry == "xl/sharedStrings.xml" or entry.startswith("xl/worksheets/sheet"):
                found += data.count(said.encode())
                data = data.replace(said.encode(), other.encode())
            parts[entry] = data
    assert found
    return packed(parts)


@pytest.mark.parametrize(
    ("said", "other"),
    [
        pytest.param("Menugaskan Ketua Tim", "Membakar berkas Ketua Tim", id="a step"),
        pytest.param("Kepala Biro", "Menteri Luar Negeri", id="an executor"),
        pytest.param("PROSEDUR ", "PROSEDUR PEMUSNAHAN ", id="the title above the flow"),
        pytest.param("Undang-Undang", "Undang-Undang Sapi", id="a box"),
    ],
)
def test_whose_meaning_was_changed_meets_nothing(said, other):
    """Who does what by which law, and what it is called, weigh as much as a time; what was changed was not examined."""
    found = finished.check_held(changed(said, other), "x.xlsx", today=TODAY)
    told = [each for each in found.diagnostics if each.code == "TBL-05"]
    assert told
    assert {each.severity for each in told} == {Severity.WAJIB}
    assert EDITED_SINCE in found.unexamined


def test_of_an_untouched_one_nothing_is_unexamined():
    from tests.rules.drawing.edits import workbook

    assert EDITED_SINCE not in finished.check_held(workbook("contoh-ringkas"), "x.xlsx", today=TODAY).unexamined


@pytest.mark.parametrize("name", DRAWN_BY_HAND)
def test_one_drawn_by_hand_is_judged_by_its_drawing_and_its_cells(name):
    """One return slants across a main arrow; the head's words, its place and its numbers are no faults.

    What the official signs below the table is told, and no verdict rests on it.
    """
    found = held(name)
    assert [each.code for each in found.diagnostics if each.severity is Severity.WAJIB] == ["PNH-03"]
    assert {each.code for each in found.diagnostics} == {"PNH-03", "KEG-03", "MON-01", "HDR-04", "HDR-09"}
    assert all(each.span and each.span.sheet for each in found.diagnostics)
    assert found.loaded.sop.judul == "Penerbitan Surat Tugas"
    assert [(each.decisive, '"Nama Pejabat"' in each.why.id) for each in found.unexamined] == [(False, True)]


@pytest.mark.parametrize("name", OWN)
def test_an_untouched_workbook_of_ours_has_no_finding(name):
    document = pipeline.build_document(CASES / f"{name}.sop.yaml")
    data = pipeline.render_document(document, "xlsx")
    assert finished.check_workbook(data, "x.xlsx")[1] == ()


def test_a_cell_is_named_where_its_words_stand():
    (found,) = [each for each in held("hand-column-b").diagnostics if each.code == "KEG-03"]
    assert (found.step, found.span.place) == (3, "Flowchart!C6")


def test_a_flow_that_makes_no_sop_leaves_the_cells_judged():
    """The arrow to the last step is gone: it cannot be reached."""
    from tests.rules.drawing.edits import packed, parts_of

    parts = parts_of((CASES / "hand-1dot.xlsx").read_bytes())
    drawing = next(name for name in parts if name.startswith("xl/drawings/drawing"))
    text = parts[drawing].decode()
    at = text.index("Elbow Connector 14")
    start = max(text.rfind(f"<xdr:{kind}Anchor", 0, at) for kind in ("twoCell", "oneCell", "absolute"))
    end = text.index("Anchor>", text.index("</xdr:clientData", at) if "</xdr:clientData" in text[at:] else at) + 7
    parts[drawing] = (text[:start] + text[end:]).encode()
    found = finished.check_held(packed(parts), "x.xlsx", today=TODAY)
    assert {each.code for each in found.diagnostics} >= {"PNH-04", "HDR-04"}
    assert any("alur" in each.what.id for each in found.unexamined)
    assert "KEG-03" not in {each.code for each in found.diagnostics}


def by_hand(pattern: str, other: str, *, part: str = "xl/worksheets/") -> finished.Held:
    """A workbook drawn by hand with something else in place of what a pattern finds."""
    from tests.rules.drawing.edits import packed, parts_of

    parts, found = parts_of((CASES / "hand-1dot.xlsx").read_bytes()), 0
    for name, data in parts.items():
        if name.startswith(part) and name.endswith(".xml"):
            text, count = re.subn(pattern, other, data.decode())
            parts[name], found = text.encode(), found + count
    assert found
    return finished.check_held(packed(parts), "x.xlsx", today=TODAY)


def test_a_chart_that_is_gone_is_told_as_gone_and_not_as_a_picture():
    found = by_hand(r"(?s)<(\w+:)?(\w+)Anchor\b.*</(\w+:)?\w+Anchor>", "", part="xl/drawings/")
    assert "PNH-04" in {each.code for each in found.diagnostics}
    assert NO_CHART in found.unexamined
    assert CHART not in found.unexamined


def test_nobody_hands_over_to_himself_where_nobody_can_read_who_does_it():
    """Without its chart every step is taken for one executor's; what is wrong whoever does it is still told."""
    from tests.rules.drawing.edits import DRAWING, SHEET, cell, changed, without_spec

    texts = cell("C5", "Menyerahkan bahan kepada Kabid."), cell("C6", "Menyerahkan bahan kepada Bendahara.")
    bare = changed(
        "konsinyering",
        *((SHEET, text) for text in texts),
        (DRAWING, lambda drawing: re.sub(r"(?s)(<xdr:wsDr[^>]*>).*(</xdr:wsDr>)", r"\1\2", drawing)),
    )
    found = finished.check_held(without_spec(bare), "x.xlsx", today=TODAY)
    told = [each.message.id for each in found.diagnostics if each.code == "KEG-04"]
    assert "“Bendahara” tidak ada di kolom pelaksana." in told
    assert not [message for message in told if "dirinya sendiri" in message]


def test_page_breaks_that_nobody_set_are_told_as_not_examined():
    """The table is longer than a page; shorter ones, and those whose breaks are set, have nothing to be looked at."""
    tall = '<row r="7" ht="60"', '<row r="7" ht="400"'
    assert BREAKS in by_hand(*tall).unexamined
    assert BREAKS not in held("hand-1dot").unexamined
    assert not BREAKS.decisive


@pytest.mark.parametrize(("width", "weight"), [(0.1, []), (0.2, [Severity.ANJURAN]), (0.3, [Severity.WAJIB])])
def test_an_arrow_a_little_off_the_middle_is_advice(width, weight):
    from tests.rules.drawing.edits import drawn_as, edited, moved, symbol, unglued

    left, _, right, _ = symbol("contoh-ringkas", 2).box
    shift = round((right - left) * width)
    data = edited(
        "contoh-ringkas",
        "xl/drawings/drawing2.xml",
        drawn_as("Panah 1 → 2", lambda arrow: moved(right=shift)(unglued(arrow))),
    )
    found = finished.check_workbook(data, "x.xlsx")[1]
    assert [each.severity for each in found if "PNH-01" in (each.code, *each.also)] == weight
