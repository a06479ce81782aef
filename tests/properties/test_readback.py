"""The reading back can fail: each fault that it is to find, put into a drawing on purpose."""

from __future__ import annotations

import pytest

from sopgen.intake.sop import Sop
from sopgen.layout import lay_out
from sopgen.pipeline import render_document
from sopgen.scene import Document, Page, Text
from tests.properties.generated import sop_of
from tests.properties.readback import Word, faults, missing

SPEC = """\
judul: Layanan Uji
tampilan: {pita_tte: 12}
pelaksana: {a: Staf Umum, b: Kepala Bagian}
dasar_hukum:
  - Peraturan tentang ketatalaksanaan
kegiatan:
  - {uraian: Menyusun konsep surat, pelaksana: a, waktu: 30 menit}
  - {uraian: Memeriksa konsep, pelaksana: b, keputusan: {Ya: 3, Tidak: 1}}
  - {uraian: Mengirim surat, pelaksana: a}
"""


@pytest.fixture(scope="module")
def sop() -> Sop:
    return sop_of(SPEC)


@pytest.fixture(scope="module")
def document(sop: Sop) -> Document:
    return lay_out(sop)


def found(sop: Sop, document: Document) -> list[str]:
    return list(faults(sop, document, render_document(document)))


def with_page(document: Document, index: int, page: Page) -> Document:
    pages = list(document.pages)
    pages[index] = page
    return document._replace(pages=tuple(pages))


def retold(page: Page, old: str, new: str, *, up: float = 0.0) -> Page:
    """The page with a word of its tables printed otherwise, or higher."""

    def text(one: Text) -> Text:
        runs = (run._replace(text=run.text.replace(old, new), baseline=run.baseline - up) for run in one.runs)
        return one._replace(runs=tuple(runs)) if old in one.text else one

    tables = tuple(
        t._replace(cells=tuple(c._replace(texts=tuple(map(text, c.texts))) for c in t.cells)) for t in page.tables
    )
    return page._replace(tables=tables)


def test_a_sound_drawing_has_no_faults(sop: Sop, document: Document) -> None:
    assert found(sop, document) == []


@pytest.mark.parametrize(
    ("page", "old", "new", "said"),
    [
        (0, "ketatalaksanaan", "", "the identity page lacks ['ketatalaksanaan']"),
        (0, "Layanan Uji", "LayananUji", "the identity page lacks ['Layanan', 'Uji']"),
        (1, "konsep", "konsp", "step 1 lacks ['Menyusun konsep surat']"),
        (1, "30 menit", "menit 30", "step 1 lacks ['30 menit']"),
        (1, "Kepala Bagian", "Kepala", "page 2: the header lacks ['Kepala Bagian']"),
    ],
)
def test_lost_words(sop: Sop, document: Document, page: int, old: str, new: str, said: str) -> None:
    assert said in found(sop, with_page(document, page, retold(document.pages[page], old, new)))


def test_a_word_in_another_row_is_lost(sop: Sop, document: Document) -> None:
    moved = retold(document.pages[1], "Mengirim", "Mengirim", up=60)
    assert found(sop, with_page(document, 1, moved)) == ["step 3 lacks ['Mengirim surat']"]


def test_a_lost_label(sop: Sop, document: Document) -> None:
    page = document.pages[1]
    arrows = tuple(arrow._replace(label=None) for arrow in page.arrows)
    bare = with_page(document, 1, page._replace(arrows=arrows))
    assert found(sop, bare) == ["labels are lost: ['Ya', 'Tidak']"]


def test_a_wrong_foot(sop: Sop, document: Document) -> None:
    page = document.pages[1]
    assert found(sop, with_page(document, 1, page._replace(texts=page.texts[:1]))) == ["page 2: its foot is wrong"]


def test_marks_in_the_band_and_off_the_page(sop: Sop, document: Document) -> None:
    page = document.pages[0]
    band = page.band
    assert band is not None
    words = page.texts[-1]
    for x, baseline in ((100.0, band[1] + 15), (-20.0, 100.0)):
        runs = tuple(run._replace(x=x, baseline=baseline) for run in words.runs)
        stray = page._replace(texts=(*page.texts, words._replace(runs=runs)))
        said = found(sop, with_page(document, 0, stray))
        assert said
        assert all(each.endswith("is off the page or in the band") for each in said)


@pytest.mark.parametrize(
    ("wanted", "printed", "lost"),
    [
        (["pemeriksaan"], "peme- riksaan", []),
        (["pemeriksaan"], "peme riksaan", []),
        (["pemeriksaan"], "peme- rikaan", ["pemeriksaan"]),
        (["perundang-undangan"], "perundang- undangan", []),
        (["menit/berkas", "berkas lain"], "ber- kas lain menit/ berkas", []),
        (["konsep surat"], "surat konsep", ["konsep surat"]),
        (["konsep surat"], "konsep", ["konsep surat"]),
        (["kata", "kata"], "kata", ["kata"]),
        (["-"], "-", []),
        (["Baca ✓ surat"], "Baca surat", []),
    ],
)
def test_divided_words(wanted: list[str], printed: str, lost: list[str]) -> None:
    assert missing(wanted, [Word(text, 0) for text in printed.split()]) == lost


def test_a_torn_text_keeps_its_words() -> None:
    found = [Word(text, 0) for text in ["satu", "dua", "kepala", "tiga"]]
    assert missing(["satu dua tiga"], found) == ["satu dua tiga"]
    assert missing(["satu dua tiga"], found, torn=True) == []
