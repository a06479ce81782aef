from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from sopgen.diagnostics import Refusal
from sopgen.intake.sop import Revisi, Sop, Tampilan
from sopgen.layout import lay_out
from sopgen.pipeline import render_document
from sopgen.render.pdf.bookmarks import bookmarks_of
from sopgen.scene import Page
from tests.comparing.made import sop_of, text_of
from tests.tag_tree import tag_tree

ENTRY = Revisi("1", date(2026, 3, 12), "kegiatan 5", "1 jam", "2 jam", "Hasil evaluasi")


def sop(*entries: Revisi, wanted: bool = True, **given: object) -> Sop:
    made = sop_of(text_of("contoh-ringkas"))
    look = made.tampilan._replace(riwayat=wanted, kertas="A4", tanda_tangan="kosong")
    return made._replace(riwayat=entries, tampilan=look, **given)


def foot(page: Page) -> list[str]:
    return [text.text for text in page.texts if text.role in {"halaman", "nomor_kaki"}]


def test_the_history_is_the_last_page_and_every_foot_counts_it() -> None:
    pages = lay_out(sop(ENTRY)).pages
    assert [page.kind for page in pages] == ["identitas", "prosedur", "prosedur", "riwayat"]
    assert [foot(page)[-1] for page in pages] == [f"Halaman {n} dari 4" for n in range(1, 5)]
    rows = [[text.text for text in cell.texts] for cell in pages[-1].tables[0].cells]
    told = [["Revisi ke-1 · 12 Maret 2026"], ["kegiatan 5"], ["1 jam"], ["2 jam"], ["Hasil evaluasi"]]
    assert rows[-5:] == told
    later = ENTRY._replace(revisi="2", menjadi="3 jam")
    cells = lay_out(sop(ENTRY, ENTRY._replace(bagian="kegiatan 6"), later)).pages[-1].tables[0].cells
    said = [text.text for cell in cells for text in cell.texts]
    assert [text for text in said if text.startswith("Revisi")] == [
        "Revisi ke-1 · 12 Maret 2026",  # once for both of its entries
        "Revisi ke-2 · 12 Maret 2026",
    ]


def test_none_unless_it_is_wanted_and_there_is_one() -> None:
    assert "riwayat" not in {page.kind for page in lay_out(sop(ENTRY, wanted=False)).pages}
    assert "riwayat" not in {page.kind for page in lay_out(sop()).pages}
    assert Tampilan().riwayat is False


def test_a_long_history_goes_on_with_its_head() -> None:
    pages = [page for page in lay_out(sop(*[ENTRY] * 40)).pages if page.kind == "riwayat"]
    assert len(pages) == 2
    assert pages[1].tables[0].goes_on


def test_behind_one_page_with_identity_and_flow() -> None:
    short = sop_of("judul: Menata Arsip\npelaksana: {a: Staf}\nkegiatan: [{uraian: Mencatat, pelaksana: a}]\n")
    pages = lay_out(short._replace(riwayat=(ENTRY,), tampilan=Tampilan(halaman="gabung", riwayat=True))).pages
    assert [page.kind for page in pages] == ["prosedur", "riwayat"]
    assert foot(pages[0])[-1] == "Halaman 1 dari 2"


def test_the_workbook_has_a_sheet_for_it() -> None:
    book = load_workbook(BytesIO(render_document(lay_out(sop(ENTRY)), "xlsx")))
    assert book.sheetnames == ["Identitas", "Prosedur", "Riwayat"]
    said = [cell.value for row in book["Riwayat"].iter_rows() for cell in row if cell.value]
    assert said[:2] == ["RIWAYAT REVISI", "PENYELENGGARAAN BIMBINGAN TEKNIS PETA PROSES BISNIS"]
    assert said[-5:] == ["Revisi ke-1 · 12 Maret 2026", "kegiatan 5", "1 jam", "2 jam", "Hasil evaluasi"]


def test_the_pdf_tells_it_as_a_table_with_its_bookmark() -> None:
    document = lay_out(sop(ENTRY))
    tree = tag_tree(render_document(document))
    assert "Hasil evaluasi" in tree
    assert tag_tree(render_document(lay_out(sop(ENTRY, status="dicabut")))).count("DICABUT") == 1
    assert bookmarks_of(document)[-1].title == "Riwayat"


def test_a_letter_that_no_font_has_is_refused_at_its_place() -> None:
    with pytest.raises(Refusal) as refused:
        lay_out(sop(ENTRY._replace(alasan="評価")))
    assert [found.path for found in refused.value.diagnostics] == [("riwayat", 0, "alasan")]


def test_a_withdrawn_sop_says_so_on_every_page_and_what_took_its_place() -> None:
    pages = lay_out(sop(ENTRY, status="dicabut", digantikan_oleh="SOP-9/2026")).pages
    assert {page.watermark.text for page in pages if page.watermark} == {"DICABUT"}
    assert all(page.watermark for page in pages)
    assert all("digantikan oleh SOP-9/2026" in foot(page)[0] for page in pages)
