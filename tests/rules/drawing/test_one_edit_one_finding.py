"""One edit is one entry of a report, mandatory or not as a reviewer would have it, at a place that is on the paper."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from sopgen.diagnostics import Severity
from sopgen.rules.drawing import pnh_08
from sopgen.rules.drawing.chart import Arrow, End
from tests.rules.drawing.edits import (
    DRAWING,
    IDENTITY,
    SHEET,
    added,
    as_preset,
    box,
    cell,
    drawn_as,
    flow_sheet,
    moved,
    row_added,
    row_gone,
    row_of,
    shapes_moved,
    straight,
    symbol,
    typed,
    unglued,
    without,
    workbook,
)
from tests.rules.drawing.telling import DECISION, LAST, NAME, STEP, chain, entries, title, told


def arrows(step: int) -> list[str]:
    held = symbol(NAME, step).id
    return [line.name for line in flow_sheet(NAME).lines if any(glue and glue[0] == held for glue in line.glued)]


def emptied(row: int, *, number: bool = False):
    """A row's cells without what they say; `number`: its number stays."""

    def over(sheet: str) -> str:
        whole = re.search(rf'<row r="{row}" .*?</row>', sheet, re.DOTALL)[0]

        def bare(found: re.Match[str]) -> str:
            return found[0] if number and found[1].startswith(f'<c r="A{row}"') else found[1].rstrip("/") + "/>"

        return sheet.replace(whole, re.sub(r'(<c r="[A-Z]+\d+"[^>]*?)(?:/>|>.*?</c>)', bare, whole, flags=re.DOTALL))

    return over


def texts_exchanged(one: int, other: int):
    """Two rows whose texts changed places; what is drawn stays."""
    rows = row_of(NAME, one), row_of(NAME, other)

    def over(sheet: str) -> str:
        first, second = (re.search(rf'<row r="{row}" .*?</row>', sheet, re.DOTALL)[0] for row in rows)

        def at(text: str, old: int, new: int) -> str:
            return re.sub(rf'(<c r="[A-Z]+){old}"', rf'\g<1>{new}"', text).replace(f'r="{old}"', f'r="{new}"')

        return (
            sheet.replace(first, "#1")
            .replace(second, "#2")
            .replace("#1", at(second, *rows[::-1]))
            .replace("#2", at(first, *rows))
        )

    return over


HEADINGS = ("Kelengkapan", "Waktu", "Output")
WHERE = {
    "moved, its arrows loose": (
        (DRAWING, chain(drawn_as(title(STEP), moved(columns=1)), *(drawn_as(each, unglued) for each in arrows(STEP)))),
        "AKT-07",
        "langkah 2, kolom Analis",
    ),
    "a row's cells emptied": ((SHEET, emptied(row_of(NAME, STEP))), "TBL-05", "sel Prosedur!A5"),
    "all but its number": ((SHEET, emptied(row_of(NAME, STEP), number=True)), "TBL-05", "langkah 2, kolom Kegiatan"),
    "its symbol deleted": ((DRAWING, without(title(STEP))), "PNH-04", "langkah 2, kolom Kasubid"),
    "capsules with texts": (
        (DRAWING, chain(typed(title(1), "Mulai"), typed(title(LAST), "Selesai"))),
        "SIM-08",
        "langkah 1, kolom Kabid; langkah 9, kolom Analis (sel",
    ),
    "a block of headings gone": (
        (SHEET, chain(*(lambda sheet, each=each: sheet.replace(f"<t>{each}</t>", "<t></t>") for each in HEADINGS))),
        "TBL-01",
        "kepala tabel",
    ),
    "boxes of another kind": (
        (DRAWING, lambda drawing: drawing.replace('prst="flowChartProcess"', 'prst="flowChartDocument"')),
        "FMT-02",
        "hal. 2, langkah 2, 4, 8, kolom Kasubid; langkah 3, kolom Analis; langkah 7, kolom Kabid (sel",
    ),
    "all arrows without heads": (
        (DRAWING, lambda drawing: re.sub(r"<a:tailEnd [^>]*/>", "", drawing)),
        "PNH-04",
        "langkah 3, 9, kolom Analis; langkah 5, 7, kolom Kabid",
    ),
    "an arrow pulled off": (
        (DRAWING, drawn_as("Panah 2 → 3", lambda anchor: moved(down=-26, right=14)(unglued(anchor)))),
        "PNH-04",
        "langkah",
    ),
    "an arrow through everything": (
        (
            DRAWING,
            added(
                straight(
                    (symbol(NAME, 1).centre[0] + 20, symbol(NAME, 1).box[3]),
                    (symbol(NAME, LAST).centre[0], symbol(NAME, LAST).box[1]),
                    (symbol(NAME, 1).id, symbol(NAME, LAST).id),
                )
            ),
        ),
        "PNH-06",
        "langkah 1",
    ),
    "the last capsule a box": ((DRAWING, drawn_as(title(LAST), as_preset("flowChartProcess"))), "SIM-01", "langkah 9"),
    "a box as a diamond": ((DRAWING, drawn_as(title(STEP), as_preset("flowChartDecision"))), "SIM-05", "langkah 2"),
    "two rows exchanged": ((SHEET, texts_exchanged(STEP, STEP + 1)), "TBL-05", "langkah bernomor 2 (baris ke-3)"),
    "both labels deleted": (
        (
            DRAWING,
            chain(
                *(without(each.name) for each in flow_sheet(NAME).shapes if each.name.startswith("Label langkah 5 ·"))
            ),
        ),
        "PNH-06",
        "langkah 5",
    ),
}


@pytest.mark.parametrize("edit", WHERE)
def test_one_edit_is_one_entry_at_its_place(edit):
    change, code, place = WHERE[edit]
    found = told(change)
    assert [each.code for each in found] == [code], [(each.code, each.message.id) for each in found]
    assert place in found[0].where.id


def test_a_row_deleted_with_all_that_it_held_is_one_entry():
    row = row_of(NAME, STEP)
    undrawn = chain(without(title(STEP)), *(without(each) for each in arrows(STEP)), shapes_moved(row + 1, -1))
    (found,) = told((SHEET, row_gone(row)), (DRAWING, undrawn))
    assert found.severity is Severity.WAJIB
    assert "Langkah 2 di spesifikasinya" in found.message.id


def test_so_is_one_whose_arrows_were_left():
    row = row_of(NAME, STEP)
    assert len(told((SHEET, row_gone(row)), (DRAWING, chain(without(title(STEP)), shapes_moved(row + 1, -1))))) == 1


def test_page_breaks_taken_out_are_one_entry_each():
    (found,) = told(
        (SHEET, lambda sheet: re.sub(r"<rowBreaks.*?</rowBreaks>", "", sheet, flags=re.DOTALL)), name="sirebo"
    )
    assert found.code == "SIM-06"
    assert found.remedy.id == "Pulihkan pergantian halaman (Page Break) sebelum langkah 6."


def test_a_step_put_in_is_mandatory_though_it_is_whole():
    row = row_of(NAME, STEP) + 1
    found = told((SHEET, row_added(row, {"A": "3", "C": "Menjilid laporan"})), (DRAWING, shapes_moved(row)))
    assert [each.severity for each in found] == [Severity.WAJIB]


def test_another_fault_at_a_moved_symbol_is_told_too():
    """Its arrow was deleted: that does not come of the move."""
    found = told((DRAWING, chain(drawn_as(title(STEP), moved(columns=1)), without("Panah 2 → 3"))))
    assert [each.code for each in found] == ["AKT-07", "PNH-06"]


def test_a_crossing_that_another_arrow_makes_does_not_come_of_an_added_one():
    drawing = chain(
        added(
            straight(
                (symbol(NAME, 1).centre[0] + 20, symbol(NAME, 1).box[3]),
                (symbol(NAME, LAST).centre[0], symbol(NAME, LAST).box[1]),
                (symbol(NAME, 1).id, symbol(NAME, LAST).id),
            )
        ),
        typed(title(STEP), "x"),
    )
    assert [each.code for each in told((DRAWING, drawing))] == ["PNH-06", "SIM-08"]


def test_how_to_draw_a_symbol_anew_says_which_where_and_with_which_arrows():
    (found,) = told((DRAWING, without(title(DECISION))))
    assert found.remedy.id == (
        "Gambar lagi belah ketupat (Flowchart: Decision) di kolom Kabid pada baris ini, dengan panah dari langkah "
        "4, 6 dan ke langkah 4, 6."
    )


def test_a_diamond_drawn_as_a_capsule_becomes_a_diamond_again():
    (found,) = told((DRAWING, drawn_as(title(DECISION), as_preset("flowChartTerminator"))))
    assert "belah ketupat (Flowchart: Decision)" in found.remedy.id


def test_a_shape_too_many_is_not_made_a_second_symbol():
    x0, y0, x1, y1 = symbol(NAME, STEP).box
    found = told((DRAWING, added(box("hexagon", (x0 + 60, y0, x1 + 60, y1)))))
    (odd,) = [each for each in found if each.code == "FMT-02"]
    assert odd.remedy.id.startswith("Hapus")
    assert "“hexagon”" in odd.message.id


def test_an_arrow_pulled_off_is_no_note_as_well():
    change = drawn_as("Panah 2 → 3", lambda anchor: moved(down=-26, right=14)(unglued(anchor)))
    assert {each.severity for each in told((DRAWING, change)) if each.code == "PNH-04"} == {Severity.WAJIB}


def test_a_row_written_anew_is_one_entry():
    row = row_of(NAME, 4)
    texts = {"K": "Catatan", "M": "3 hari", "O": "Notula"}
    found = told((SHEET, chain(*(cell(f"{letters}{row}", text) for letters, text in texts.items()))))
    assert len(found) <= 3
    assert {each.code for each in found} == {"TBL-05"}


def test_places_in_the_header_are_named_by_their_rows_and_items():
    (found,) = told((IDENTITY, lambda sheet: sheet.replace("4 September 2012", "5 September 2012")))
    assert found.where.id == "hal. 1, baris Tanggal Pembuatan (sel Identitas!C2)"
    (found,) = told((IDENTITY, lambda sheet: sheet.replace("PP Nomor 47", "PP Nomor 48", 1)))
    assert found.where.id == "hal. 1, kotak Dasar Hukum, butir 1 (sel Identitas!A11)"
    assert "butir 1 “PP Nomor 48" in found.message.id


def test_what_stands_outside_the_table_has_its_place():
    footer = "<headerFooter><oddFooter>&amp;CDokumen rahasia</oddFooter></headerFooter><drawing "

    def with_footer(sheet: str) -> str:
        return re.sub(r"<headerFooter.*?</headerFooter>", "", sheet, flags=re.DOTALL).replace("<drawing ", footer, 1)

    (found,) = told((SHEET, with_footer))
    assert found.where.id == "lembar Prosedur, kepala atau kaki cetak"


def test_a_step_below_one_put_in_is_called_by_the_number_on_paper():
    row = row_of(NAME, STEP) + 1
    found = told(
        (SHEET, row_added(row, {"A": "3", "C": "Menjilid laporan"})),
        (SHEET, _numbered_on(row)),
        (DRAWING, chain(shapes_moved(row), without("Panah 7 → 8"))),
    )
    (gone,) = [each for each in found if each.code == "PNH-06"]
    assert gone.message.id == "Panah dari langkah 8 ke 9 tidak ada."


def _numbered_on(row: int):
    def over(sheet: str) -> str:
        return re.sub(
            r'(<c r="A(\d+)"[^>]*><v>)(\d+)<',
            lambda found: f"{found[1]}{int(found[3]) + (int(found[2]) > row)}<",
            sheet,
        )

    return over


def test_the_last_pieces_of_two_arrows_that_a_program_cut_are_none_drawn_twice():
    """LibreOffice writes a way back that comes from above in two parts; two of them end by the same trunk."""
    stem = ((5.0, 0.0), (5.0, 30.0))
    pieces = [Arrow(name, 0, stem, End(None, joined=True), End(None, joined=True)) for name in ("a", "b")]
    whole = [Arrow(name, 0, stem, End(None), End(None)) for name in ("a", "b")]
    assert [*pnh_08.check(_ChartOf(tuple(pieces)))] == []
    assert len([*pnh_08.check(_ChartOf(tuple(whole)))]) == 1


class _ChartOf(NamedTuple):
    arrows: tuple[Arrow, ...]


def test_a_table_printed_without_its_head_is_told_at_its_later_pages():
    (found,) = [each for each in entries(workbook("contoh-ringkas")) if each.code == "TBL-04"]
    assert (found.where.id, found.remedy.id) == ("hal. 3, kepala tabel", "Ulangi kepala tabel di setiap halaman alur.")
