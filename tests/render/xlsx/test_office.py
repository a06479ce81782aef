"""What LibreOffice makes of the workbooks, all in one process: pages, places, texts, and arrows after an edit."""

from __future__ import annotations

import math
from functools import cache

import pytest

from sopgen import pipeline
from tests.render.xlsx import ink, office
from tests.render.xlsx.drawn import REFERENCES, made_of, random_one, reference, workbook
from tests.render.xlsx.workbook_reading import read

SEEDS = range(20)
HALF_MILLIMETRE, MILLIMETRE_AND_HALF = 0.5 * 72 / 25.4, 1.5 * 72 / 25.4
RAISED_ROWS = (5, 8, 11, 13, 15, 17, 21, 24)  # of contoh-lengkap: steps, joint activities, strips at a page's head
LONG_IDENTITY = (
    "judul: Panjang\npelaksana: {a: A}\nkegiatan:\n  - {uraian: Satu, pelaksana: a}\ndasar_hukum:\n"
    + "".join(
        f"  - Peraturan nomor {i} tentang penyusunan dan penetapan standar operasional prosedur\n" for i in range(90)
    )
)
FULL_IDENTITY = """\
judul: Penuh
instansi: PEMERINTAH KABUPATEN PENGGAGAS PELAYANAN YANG JUJUR
unit:
  - DINAS PENDAYAGUNAAN
  - BIDANG PENGELOLAAN INFORMASI DAN KOMUNIKASI PUBLIK DAERAH KABUPATEN
pelaksana: {a: A}
kegiatan:
  - {uraian: Satu, pelaksana: a}
""" + "".join(
    f"{box}:\n" + f"  - Pengujian yang jujur (gagap){' tentang pelayanan publik' * long}\n" * count
    for box, count, long in (("dasar_hukum", 7, 4), ("kualifikasi_pelaksana", 11, 0), ("peringatan", 4, 9))
)
JOINED = """\
judul: Standar Operasional Prosedur Pelayanan Surat
nomor: SOP-1/UM/2026
pengesahan: {jabatan: Kepala Bagian Umum, nama: Nama Pejabat}
dasar_hukum:
  - Peraturan nomor 1 tentang penyusunan dan penetapan standar operasional prosedur
pelaksana: {a: Arsiparis, b: Kepala Bagian}
kegiatan:
  - {uraian: Menyusun konsep, pelaksana: a}
  - {uraian: Memeriksa, pelaksana: b, keputusan: {Ya: 3, Tidak: 1}}
  - {uraian: Menyimpan, pelaksana: a}
tampilan: {halaman: gabung}
"""
ITEM = "Peraturan Menteri tentang penyelenggaraan pelayanan publik yang panjang, agar dua baris perlu di kotak ini"
FONTS = ("Arial", "Times", "Bookman")
URL = "https://jdih.contoh.go.id/produk-hukum/peraturan-sekretaris-jenderal-nomor-10-tahun-2018.pdf?unduh=ya"
LONG_WORDS = f"""\
judul: Panjang
peringatan:
  - {URL}
pelaksana: {{a: A, b: B}}
kegiatan:
  - {{uraian: Mempertanggungjawabkan pengadministrasian, pelaksana: a}}
  - uraian: Mengakses {URL} dan mengisi borang
    pelaksana: b
    kelengkapan:
      - {URL}
    output:
      - {URL}
    keterangan: {URL}
"""

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@cache
def documents():
    found = {name: reference(name)[1] for name in REFERENCES}
    found["konsep"] = reference("contoh-lengkap", draft=True)[1]
    found["gabung"] = made_of(JOINED)[1]
    found["panjang"] = made_of(LONG_IDENTITY)[1]
    for huruf in FONTS:
        found[f"penuh-{huruf}"] = made_of(f"{FULL_IDENTITY}tampilan: {{huruf: {huruf}}}\n")[1]
        found[f"kata-{huruf}"] = made_of(f"{LONG_WORDS}tampilan: {{huruf: {huruf}, kertas: Letter}}\n")[1]
    return found | {f"acak-{seed}": random_one(seed)[1] for seed in SEEDS}


@pytest.fixture(scope="module")
def printed(tmp_path_factory, session_tool):
    soffice = session_tool("soffice")
    workbooks = {name: pipeline.render_document(document, "xlsx") for name, document in documents().items()}
    for row in RAISED_ROWS:
        workbooks[f"baris-{row}"] = office.with_row_raised(workbook("contoh-lengkap"), row)
    return office.convert(soffice, workbooks, tmp_path_factory.mktemp("office"))


def test_one_printed_page_is_one_page_of_the_pdf(printed):
    wrong = {
        name: (office.page_count(printed[name]), len(document.pages))
        for name, document in documents().items()
        if office.page_count(printed[name]) != len(document.pages)
    }
    assert wrong == {}


@pytest.mark.parametrize("name", REFERENCES)
def test_symbols_and_arrows_stand_where_the_pdf_has_them(printed, name):
    for page, drawn in zip(reference(name)[1].pages, office.drawn_pages(printed[name]), strict=True):
        assert len(drawn.symbols) == len(page.symbols)
        for symbol in page.symbols:
            off = min(max(abs(a - b) for a, b in zip(symbol.box, box, strict=True)) for box in drawn.symbols)
            assert off < MILLIMETRE_AND_HALF, symbol.id
        for arrow in page.arrows:
            assert office.nearest(arrow.points[0], drawn.ends) < MILLIMETRE_AND_HALF, arrow.id
            if arrow.head:
                assert office.nearest(arrow.points[-1], drawn.tips) < MILLIMETRE_AND_HALF, arrow.id


@pytest.mark.parametrize("name", REFERENCES)
def test_labels_and_titles_stand_on_the_baselines_of_the_pdf(printed, name):
    document = reference(name)[1]
    titled = [page for page in document.pages if any(text.role == "judul_prosedur" for text in page.texts)]
    on_each = len(titled) == sum(page.kind == "prosedur" for page in document.pages)
    for page, chars in zip(document.pages, office.baselines(printed[name]), strict=True):
        labels = [arrow.label for arrow in page.arrows if arrow.label and not arrow.label.turned]
        titles = [text for text in page.texts if on_each and text.role == "judul_prosedur"]
        for text, most in [(label, 0.2) for label in labels] + [(title, 0.75) for title in titles]:
            for run in text.runs:
                near = [y for char, x, y in chars if char == run.text[0] and abs(x - run.x) < 2.5]
                assert min(abs(y - run.baseline) for y in near) < most, run.text


def test_no_text_is_cut(printed):
    assert cut(printed) == {}


def test_nor_by_a_program_that_sets_lines_higher_and_letters_wider(tmp_path, session_tool):
    workbooks = {name: pipeline.render_document(document, "xlsx") for name, document in documents().items()}
    fonts = office.rougher_fonts(tmp_path / "fonts")
    assert cut(office.convert(session_tool("soffice"), workbooks, tmp_path, fonts=fonts)) == {}


EDITED = [*REFERENCES, *(f"penuh-{huruf}" for huruf in FONTS)]


@pytest.fixture(scope="module")
def edited(tmp_path_factory, session_tool):
    """Somebody writes an item of two lines below those of *Dasar Hukum*."""
    workbooks = {}
    for name in EDITED:
        data = pipeline.render_document(documents()[name], "xlsx")
        sheet = read(data)[0]
        row = next(row for (row, _), text in sheet.cells.items() if text == "DASAR HUKUM") + 1
        line = f"{sheet.cells[row, 0].count(chr(10)) + 2}. {ITEM}"
        workbooks[name] = (data, office.Edit(f"A{row + 1}", line))
    return office.edit(session_tool("soffice"), workbooks, tmp_path_factory.mktemp("edited"))


@pytest.mark.parametrize("name", EDITED)
def test_an_item_more_in_a_box_is_not_cut_and_needs_no_page_more(edited, name):
    document, (saved, pdf) = documents()[name], edited[name]
    assert office.page_count(pdf) == len(document.pages)
    assert any(ITEM in text for text in read(saved)[0].cells.values())
    scale = office.scale(pdf, document.pages[0].tables[0])
    assert 0.94 < scale < 1.01
    sheet, bands = read(saved)[0], ink.faults(saved, pdf, scale)
    assert [fault for fault in bands if fault.startswith(sheet.name)] == []


def cut(printed):
    return {
        name: faults
        for name, document in documents().items()
        if name != "konsep" and (faults := ink.faults(pipeline.render_document(document, "xlsx"), printed[name]))
    }


@pytest.mark.parametrize("row", RAISED_ROWS)
def test_arrows_meet_their_symbols_when_a_row_is_made_higher(printed, row):
    before = [box for page in office.drawn_pages(printed["contoh-lengkap"]) for box in page.symbols]
    pages = office.drawn_pages(printed[f"baris-{row}"])
    after = [box for page in pages for box in page.symbols]
    assert len(after) == len(before)
    assert sorted(box[3] - box[1] for box in after) == pytest.approx(sorted(box[3] - box[1] for box in before), abs=0.2)
    tops = [sorted(box[1] for box in boxes) for boxes in (before, after)]
    assert tops[0] != pytest.approx(tops[1], abs=1)  # the edit reached the page
    for page in pages:
        for tip in page.tips:
            assert min(office.to_outline(tip, box) for box in page.symbols) < HALF_MILLIMETRE
        for end in page.ends:
            to_symbol = min(office.to_outline(end, box) for box in page.symbols)
            in_head = min(math.dist(end, tip) for tip in page.tips) < 7.5
            assert in_head or to_symbol < HALF_MILLIMETRE


def test_the_draft_says_so_on_each_page(printed):
    import pdfplumber

    with pdfplumber.open(printed["konsep"]) as pdf:
        for page in pdf.pages:
            assert {char["text"] for char in page.chars if char["size"] > 60} == set("KONSEP")


def test_the_foot_stands_above_the_free_band(printed):
    import pdfplumber

    for name in REFERENCES:
        document = reference(name)[1]
        with pdfplumber.open(printed[name]) as pdf:
            for number, (page, shown) in enumerate(zip(document.pages, pdf.pages, strict=True), start=1):
                foot = f"Halaman {number} dari {len(document.pages)}"
                (found,) = shown.search(foot)
                assert found["bottom"] < (page.band[1] if page.band else page.size[1])
                assert found["top"] > page.tables[-1].rows[-1]


def test_saved_by_libreoffice_it_is_an_edit_that_still_gives_its_spec(tmp_path, session_tool):
    soffice = session_tool("soffice")
    saved = office.convert(soffice, {"sirebo": workbook("sirebo")}, tmp_path, "xlsx:Calc MS Excel 2007 XML")["sirebo"]
    data = saved.read_bytes()
    assert pipeline.seal_state(data) == "edited"
    assert pipeline.enclosed(data) == reference("sirebo")[1].origin
    assert [sheet.name for sheet in read(workbook("sirebo"))] == ["Identitas", "Prosedur"]
