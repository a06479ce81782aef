"""One fact is told once, with its places; what is left out of a spec is named; cut labels are whole."""

from __future__ import annotations

import pytest

from sopgen import oldstock
from sopgen.diagnostics import Message
from sopgen.drawn.appearance import _mended
from sopgen.drawn.doubts import at_step, no_way_in
from sopgen.drawn.model import Doubt, Panel
from sopgen.drawn.telling import places_of, runs, told_once
from tests.drawn.drawing_pdf import HIGH, Page

PAGES = tuple(Panel(Message(f"halaman {at}", f"page {at}"), (100, 100), (), page=at) for at in range(1, 6))


def test_words_that_are_said_of_several_steps_are_said_once():
    doubts = [no_way_in(at_step(PAGES[page - 1], step), step) for page, step in ((2, 3), (2, 4), (2, 6), (3, 8))]
    other = Doubt(PAGES[0].name, Message("lain", "other"))
    assert told_once([doubts[0], other, *doubts[1:]], "en") == (
        ("page 2, steps 4-5, 7; page 3, step 9", "no arrow leads to this step"),
        ("page 1", "other"),
    )
    assert told_once(doubts[:1], "id") == (("halaman 2, langkah 4", "tidak ada panah yang masuk ke langkah ini"),)


@pytest.mark.parametrize(("numbers", "told"), [([1], "1"), ([1, 2, 3, 5], "1-3, 5"), ([2, 4, 5], "2, 4-5")])
def test_runs_of_numbers(numbers, told):
    assert ", ".join(runs(numbers)) == told
    assert places_of([PAGES[number - 1] for number in numbers]).id == f"halaman {told}"


def test_sheets_are_told_by_name():
    sheets = [Panel(Message(f"lembar {name}", f"sheet {name}"), (9, 9), (), sheet=name) for name in "AB"]
    assert places_of(sheets).en == "sheet A, sheet B"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("PERSYARATAN/KE\nLENGKAPAN", "PERSYARATAN/KELENGKAPAN"),
        ("Persyaratan/ Ke\nLengkapan", "Persyaratan/Kelengkapan"),
        ("Keleng\nkapan", "Kelengkapan"),
        ("Keterkaitan dengan\nSOP lain", "Keterkaitan dengan SOP lain"),
        ("Tgl.\nPembuatan", "Tgl. Pembuatan"),
    ],
)
def test_words_of_labels_that_a_narrow_head_cut(written, meant):
    assert _mended(written) == meant


def test_marks_of_signing_programs_are_named_and_no_doubts():
    page = Page(fills=False)
    page.table()
    page.chart()
    page.text(60, HIGH - 30, "* Dokumen ini ditandatangani secara elektronik memakai sertifikat dari BSrE")
    page.canvas.setFillGray(0)
    page.canvas.drawInlineImage(_picture(), 700, 12, 40, 40)
    (found,) = oldstock.import_drawn(page.bytes())
    assert [each.en for each in found.left_out] == [
        "notes of an electronic signature (page 1)",
        "pictures outside boxes and tables, such as a QR code or a stamp (page 1)",
    ]
    assert not any("signature" in words or "picture" in words for _, words in found.doubts_in("en"))
    spec = found.spec("lama.pdf")
    assert "\n# ditinggalkan: catatan tanda tangan elektronik (halaman 1); gambar di luar kotak" in spec


def _picture():
    from PIL import Image

    return Image.new("RGB", (20, 20), "grey")
