from __future__ import annotations

from typing import Any

import pytest

from sopgen.comparing import compare
from sopgen.intake.sop import Sop
from sopgen.layout import lay_out
from sopgen.layout.changes import lay_out_changes
from sopgen.layout.papers import lay_out_paper
from sopgen.papers.blocks import Column as GridColumn
from sopgen.papers.blocks import Grid, Heading, Paper, Row, Sheet, Signatures, Signer, head_row, text_cell, words
from sopgen.papers.blocks import Text as Paragraph
from sopgen.pipeline import render_document
from sopgen.scene import Document, Figure, Page
from tests.comparing.made import changed, sop_of, text_of
from tests.tag_tree import tag_tree

TEXT = text_of("contoh-ringkas")
NEW_STEP = {"uraian": "Menata daftar hadir peserta", "pelaksana": "arsip", "waktu": "5 menit"}


def marked(*operations: dict[str, Any]) -> Document:
    return drawn(sop_of(TEXT), sop_of(changed(TEXT, *operations)))


def drawn(old: Sop, new: Sop, *, large: bool = False) -> Document:
    return lay_out_changes(compare(old, new), lay_out(old), lay_out(new), large=large)


def pictures(document: Document) -> list[Page]:
    return [page for page in document.pages if page.kind == "banding"]


def sides(page: Page) -> list[Figure]:
    return [figure for figure in page.figures if figure.role == "banding"]


def white(figure: Figure) -> list[str]:
    """The numbers in black discs."""
    return [text.text for text in figure.texts if text.grey == 1.0]


def test_only_pages_that_changed_are_shown_and_all_are_counted() -> None:
    document = marked({"op": "set", "path": ["kegiatan", 8, "waktu"], "value": "2 jam"})
    (page,) = pictures(document)
    assert [text.text for text in page.texts][:1] == ["Halaman 3 sebelum dan sesudah perubahan"]
    assert page.texts[-1].text == f"Halaman {len(document.pages)} dari {len(document.pages)}"
    assert [white(side) for side in sides(page)] == [["1"], ["1"]]


def test_before_is_dashed_after_is_not_and_what_fell_out_is_hatched() -> None:
    document = marked(
        {"op": "insert_step", "number": 4, "step": NEW_STEP}, {"op": "delete_step", "number": 3, "pointed_at": "next"}
    )
    before, after = sides(pictures(document)[0])
    dashed = [[shape for shape in side.shapes if shape.dash] for side in (before, after)]
    assert dashed[0]
    assert not dashed[1]
    slanting = [
        shape
        for shape in before.shapes
        if len(shape.path) == 2
        and len({x for command in shape.path for x, _ in command.points}) == 2
        and len({y for command in shape.path for _, y in command.points}) == 2
    ]
    assert len(slanting) > 20
    assert [white(side) for side in (before, after)] == [["1"], ["2"]]
    assert [[text.text for text in side.texts].count(sign) for side, sign in ((before, "−"), (after, "+"))] == [1, 1]


def test_a_picture_says_in_words_what_is_marked_on_it() -> None:
    document = marked({"op": "set", "path": ["kegiatan", 7, "keputusan", "Tidak setuju"], "value": "3"})
    tree = tag_tree(render_document(document))
    assert "Halaman 3 semula, dengan tanda: nomor 1 (≠) langkah 8, cabang Tidak setuju." in tree


def test_a_page_that_came_new_has_an_empty_partner() -> None:
    more = [{"op": "append", "path": ["dasar_hukum"], "value": f"Peraturan yang panjang Nomor {n}"} for n in range(90)]
    told = [text.text for page in pictures(marked(*more)) for side in sides(page) for text in side.texts]
    assert "tidak ada pada semula" in told


def test_without_pictures_where_one_cannot_be_drawn_or_nothing_changed() -> None:
    sop = sop_of(TEXT)
    other = sop._replace(judul="Lain")
    assert {page.kind for page in lay_out_changes(compare(sop, other), None, lay_out(other)).pages} == {"lembar"}
    assert {page.kind for page in drawn(sop, sop).pages} == {"lembar"}


def test_a_heading_goes_with_the_few_rows_that_signatures_take_along() -> None:
    grid = Grid((GridColumn(),), (head_row("Isi"),), (Row((text_cell("Baris"),)),))
    signed = Signatures((Signer((words("Pengusul,"),), "", ("NIP ",)),), at=(0,))
    for lines in range(30, 60):
        filling = Paragraph(tuple(words(f"Kalimat {n}") for n in range(lines)))
        paper = Paper("P", (Sheet("S", (filling, Heading("Riwayat", "section"), grid, signed)),))
        for page in lay_out_paper(paper).pages:
            said = [text.text for text in page.texts]
            assert ("Riwayat" in said) == any(table.role == "lembar" for table in page.tables)


def test_on_a3_the_pages_that_changed_are_larger_and_the_foot_stands_at_its_edges() -> None:
    old, new = sop_of(TEXT), sop_of(changed(TEXT, {"op": "set", "path": ["kegiatan", 8, "waktu"], "value": "2 jam"}))
    usual, large = drawn(old, new), drawn(old, new, large=True)
    assert large.pages[0] == usual.pages[0]
    (page,), (small,) = pictures(large), pictures(usual)
    assert page.size == (1190.55, 841.89)
    (x0, y0, x1, y1), (a0, b0, a1, b1) = sides(page)[0].box, sides(small)[0].box
    assert x1 - x0 > 1.4 * (a1 - a0)
    assert (y1 - y0) / (x1 - x0) == pytest.approx((b1 - b0) / (a1 - a0), rel=0.01)
    feet, others = ({text.role: text for text in each.texts} for each in (page, small))
    for role in ("halaman", "nomor_kaki"):
        assert page.size[1] - feet[role].runs[0].baseline == pytest.approx(
            small.size[1] - others[role].runs[0].baseline, abs=0.02
        )
    assert page.size[0] - feet["halaman"].runs[0].x == pytest.approx(
        small.size[0] - others["halaman"].runs[0].x, abs=0.02
    )
    assert feet["nomor_kaki"].runs[0].x == others["nomor_kaki"].runs[0].x


def test_signatures_stand_below_the_last_pages_where_there_is_room() -> None:
    """Once, with the lines to write on, and not on top of anything."""
    step = {"op": "set", "path": ["kegiatan", 8, "waktu"], "value": "2 jam"}
    for document in (marked(step), drawn(sop_of(TEXT), sop_of(changed(TEXT, step)), large=True)):
        told = [(page.number, text) for page in document.pages for text in page.texts if text.text == "Pengusul,"]
        ((number, signer),) = told
        page = document.pages[number - 1]
        legend = next(figure for figure in page.figures if figure.role == "legenda") if page.kind == "banding" else None
        assert (number == len(document.pages)) is (page.kind == "banding")
        if legend is not None:
            lines = next(figure for figure in page.figures if figure.role == "garis")
            assert legend.box[3] < signer.box[1]
            assert len(lines.shapes) == 6  # a name and a number each
            assert all(text.box[3] < page.size[1] for text in page.texts)
    assert any(page.kind == "banding" for page in marked(step).pages)


def test_a_revision_s_dates_alone_are_no_reason_to_show_a_page() -> None:
    dates = {"op": "set", "path": ["tanggal", "revisi"], "value": "2026-06-01"}
    assert pictures(marked(dates)) == []
    step = {"op": "set", "path": ["kegiatan", 8, "waktu"], "value": "2 jam"}
    assert len(pictures(marked(dates, step))) == 1
