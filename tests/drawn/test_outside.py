"""What stands outside the flow tables is in the spec or named; the report marks header, boxes and cells, too."""

from __future__ import annotations

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from sopgen import oldstock
from sopgen.drawn.accounting import Words
from sopgen.drawn.identity import Identity
from sopgen.drawn.officer import Officer
from sopgen.drawn.seen import seen_on
from tests.drawn.drawing_pdf import Page


def page_with(*texts: tuple[float, float, str]) -> Page:
    page = Page(fills=False)
    page.table()
    page.chart()
    for x, y, text in texts:
        page.text(x, y, text)
    return page


def told(page: Page) -> list[str]:
    (found,) = oldstock.import_drawn(page.bytes())
    return [each.message.en for each in found.doubts]


@pytest.mark.parametrize(
    "text", ["Catatan: berkas disimpan lima tahun", "Lihat juga peraturan yang baru", "Tembusan kepada arsip daerah"]
)
@pytest.mark.parametrize("y", [460, 520])
def test_words_below_a_table_are_named(text, y):
    assert told(page_with((60, y, text))) == [f'words outside boxes and tables were not taken along: "{text}"']


def test_many_such_words_are_told_together():
    texts = [(60, 460 + 14 * at, f"Catatan kaki {name}") for at, name in enumerate(("satu", "dua", "tiga", "empat"))]
    (message,) = told(page_with(*texts))
    assert message.endswith('"Catatan kaki satu", "Catatan kaki dua", "Catatan kaki tiga" and 1 more')


@pytest.mark.parametrize(
    "text",
    [
        "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik",
        "Halaman 1 dari 2",
        "BAGAN ALIR PROSEDUR PENGIRIMAN SURAT",
    ],
)
def test_notes_of_signing_programs_page_numbers_and_captions_are_none_of_these(text):
    assert told(page_with((60, 520, text))) == []


def test_a_stamp_in_the_identity_part_is_told_and_a_logo_is_not():
    page = page_with()
    mark = ImageReader(Image.new("L", (8, 8), 90))
    page.canvas.drawImage(mark, 60, 595 - 44, 22, 22)  # uppermost: the logo
    assert told(page) == []
    page = page_with()
    page.canvas.drawImage(mark, 60, 595 - 44, 22, 22)
    page.canvas.drawImage(mark, 600, 595 - 100, 40, 20)
    assert told(page) == ["not read in the identity part: 1 picture or shape (stamp, initials?); see the original"]


def test_header_and_cells_are_marked_as_read_and_what_was_lost_as_unread():
    (found,) = oldstock.import_drawn(page_with((60, 520, "Catatan yang hilang")).bytes())
    cells = {(each.text, each.state) for each in seen_on(found, 0) if each.what == "cell"}
    assert {("01/SOP/2020", "read"), ("Mencatat surat", "read"), ("3 jam", "read")} <= cells
    assert ("Catatan yang hilang", "unread") in cells
    assert not any(text in {"Nomor SOP", "Kegiatan", "Mutu Baku"} for text, _ in cells)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nomor SOP", "label"),
        ("TANGGAL\nPEMBUATAN", "label"),
        ("Nomor SOP : 01/X/2020", "value"),
        ("a.n. Kepala Dinas\nNIP. 19600101 198503 1 001", "value"),
        ("1. Undang-Undang Nomor 5\n2. Peraturan Nomor 6", "value"),
        ("1. Undang-Undang Nomor 5\n2. Peraturan Nomor 7", "unknown"),
        ("Paraf Kasubag", "unknown"),
    ],
)
def test_what_a_text_is(text, kind):
    officer = Officer(on_behalf="Kepala Dinas", number_kind="NIP", number="196001011985031001")
    boxes = {"dasar_hukum": ["Undang-Undang Nomor 5", "Peraturan Nomor 6"]}
    assert Words(Identity("01/X/2020", "Judul", officer=officer, boxes=boxes), ("Kepala",), ()).kind_of(text) == kind
