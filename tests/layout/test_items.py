"""Each printed line of a list knows its item in the spec."""

from __future__ import annotations

import pytest

from sopgen.intake.sop import Isi, Kotak
from sopgen.layout import lay_out
from sopgen.render.pdf import render_pdf
from sopgen.render.svg import render_pages
from sopgen.scene import Document, Text
from sopgen.text.block import Block, items_by_line, items_of
from sopgen.text.face import Face
from tests.layout.small_sops import changed, small_sop

LONG = tuple(f"Peraturan Nomor {n} Tahun 2020 tentang Tata Naskah Dinas\nberkas {n}" for n in range(1, 70))


def drawn(isi: Isi, kotak: Kotak | None = None) -> Document:
    sop = small_sop("a", "b")
    first = changed(sop.kegiatan[0], kelengkapan=isi)
    return lay_out(changed(sop, kegiatan=(first, *sop.kegiatan[1:]), dasar_hukum=kotak or Kotak()))


def texts(document: Document, role: str) -> list[Text]:
    cells = [cell for page in document.pages for table in page.tables for cell in table.cells]
    return [text for cell in cells for text in cell.texts if text.role == role]


def told(text: Text) -> list[tuple[int | None, str]]:
    return [(text.item_of(run), run.text) for run in text.runs]


def test_a_line_above_a_list_belongs_to_no_item():
    (text,) = texts(drawn(Isi("Berkas:", ("satu", "dua\ntiga"))), "kelengkapan")

    assert told(text) == [(None, "Berkas:"), (0, "a)"), (0, "satu"), (1, "b)"), (1, "dua"), (1, "tiga")]


def test_a_text_without_a_list_has_no_items():
    (text,) = texts(drawn(Isi("1. satu\n2. dua")), "kelengkapan")

    assert {item for item, _ in told(text)} == {None}


def test_an_item_that_reads_like_another_ones_marker_stays_itself():
    (text,) = texts(drawn(Isi("", ("b)", "dua"))), "kelengkapan")

    assert told(text) == [(0, "a)"), (0, "b)"), (1, "b)"), (1, "dua")]


def test_items_are_counted_through_a_box_that_goes_on_on_other_pages():
    parts = texts(drawn(Isi(), Kotak("", LONG)), "dasar_hukum")
    items = [item for part in parts for item, _ in told(part)]

    assert len(parts) > 1
    assert items == sorted(items, key=lambda item: item or 0)
    assert sorted(set(items), key=lambda item: item or 0) == list(range(len(LONG)))
    for part in parts:
        for run in part.runs:
            number = part.item_of(run)
            if run.text.startswith("berkas"):
                assert run.text == f"berkas {(number or 0) + 1}"


@pytest.mark.parametrize("teks", ["", "atas", "\natas\nbawah\n", "1. atas\n\n2. bawah"])
@pytest.mark.parametrize("butir", [("x",), ("x\ny", "\nz\n", ""), ("a; 1. b",)])
def test_there_is_an_item_for_each_line_of_the_block(teks, butir):
    block = Block(items_of(teks, butir, "letters"), Face("sans"))

    assert len(items_by_line(teks, butir)) == len(block.text.split("\n")) == block.lines(500.0)[-1].hard + 1


def test_markers_are_told_from_words_that_read_alike():
    (text,) = texts(drawn(Isi("1. satu", ("b)", ""))), "kelengkapan")

    assert [(run.text, run.marker) for run in text.runs] == [
        ("1.", True),
        ("satu", False),
        ("a)", True),
        ("b)", False),
        ("b)", False),
    ]
    assert render_pdf(drawn(Isi("", ("satu", "")))).startswith(b"%PDF")


def test_the_svg_leads_to_the_item():
    document = drawn(Isi("Berkas:", ("satu", "dua")))
    page = render_pages(document)[-1].decode()

    assert 'data-path="[&quot;kegiatan&quot;, 0, &quot;kelengkapan&quot;, 1]">dua' in page
