from __future__ import annotations

from datetime import date

from sopgen.comparing import compare
from sopgen.intake.sop import Revisi
from sopgen.layout.papers import lay_out_paper
from sopgen.papers.blocks import Grid, Paper, Words
from sopgen.papers.changes import changes_paper
from tests.cli.test_diff import NEW, OLD
from tests.comparing.made import sop_of

ENTRY = Revisi("1", date(2026, 3, 12), "langkah 1, kolom Waktu", "5 menit", "15 menit", "Hasil evaluasi")


def grids(paper: Paper) -> tuple[Grid, Grid]:
    matrix, history = (block for block in paper.sheets[0].blocks if isinstance(block, Grid))
    return matrix, history


def said(grid: Grid) -> list[list[str]]:
    return [
        ["\n".join(piece.text for piece in cell.pieces if isinstance(piece, Words)) for cell in row.cells]
        for row in grid.rows
    ]


def test_a_row_a_change_with_its_page_and_the_reason_that_the_history_gives() -> None:
    comparison = compare(sop_of(OLD), sop_of(NEW)._replace(riwayat=(ENTRY,)))
    rows = said(grids(changes_paper(comparison, (1, 2, 2, 2)))[0])
    assert [row[:2] for row in rows] == [["1", "≠"], ["2", "≠"], ["3", "+"], ["4", "≠"]]
    assert rows[1][3:] == ["hal. 2, langkah 1, kolom Waktu", "5 menit", "15 menit", "Hasil evaluasi"]
    assert rows[2][4] == "–"
    assert rows[3][6] == "Lihat nomor 3"


def test_what_went_is_struck_and_what_came_is_bold_and_underlined() -> None:
    row = grids(changes_paper(compare(sop_of(OLD), sop_of(NEW))))[0].rows[1]
    before, after = (cell.pieces[0] for cell in row.cells[4:6])
    assert isinstance(before, Words)
    assert isinstance(after, Words)
    assert [(span.text, span.struck) for span in before.spans] == [("5", True), (" menit", False)]
    assert [(span.text, span.bold, span.underlined) for span in after.spans] == [
        ("15", True, True),
        (" menit", False, False),
    ]


def test_the_history_begins_with_the_sop_as_it_was_new() -> None:
    comparison = compare(sop_of(OLD), sop_of(NEW)._replace(riwayat=(ENTRY,)))
    assert said(grids(changes_paper(comparison))[1]) == [
        ["0", "–", "10 Maret 2025", "SOP baru", "Bagian Umum", ""],
        ["1", "12 Maret 2026", "10 Maret 2025", "langkah 1, kolom Waktu: 15 menit", "Bagian Umum", ""],
    ]


def test_many_changes_take_pages_and_none_takes_one() -> None:
    old = sop_of(OLD)
    many = old._replace(peralatan=old.peralatan._replace(butir=tuple(f"Alat nomor {n}" for n in range(60))))
    assert len(lay_out_paper(changes_paper(compare(old, many))).pages) > 1
    assert len(lay_out_paper(changes_paper(compare(old, old))).pages) == 1
