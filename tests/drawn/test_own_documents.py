"""Our own documents, their spec unread: what is drawn and written in them says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import oldstock, pipeline
from sopgen.drawn.files import read_file
from sopgen.intake import MemorySource
from sopgen.waktu.main_path import main_path_time
from tests.drawn.saying import plain, told
from tests.generator import generate

SPECS = Path(__file__).parents[2] / "specs"


@pytest.mark.parametrize("seed", [200, *(pytest.param(n, marks=pytest.mark.slow) for n in range(201, 206))])
def test_a_document_of_ours_is_read_back(seed):
    loaded = pipeline.load(MemorySource("a.sop.yaml", generate(seed, steps=(4, 18)).encode()))
    document = pipeline.lay_out(loaded)
    for form in ("xlsx", "pdf"):
        (found,) = oldstock.import_drawn(pipeline.render_document(document, form))
        back = pipeline.load(MemorySource("b.sop.yaml", found.spec(f"a.{form}").encode()))
        assert told(back.sop) == told(loaded.sop), form


def test_a_table_whose_words_look_like_a_header_belongs_to_the_header_before_it():
    text = (
        "nomor: 01/X\njudul: Uji Kepala\npelaksana: {a: A, b: B}\nkegiatan:\n"
        "  - {uraian: Menyusun surat, pelaksana: a, kelengkapan: Nomor SOP, output: Peringatan}\n"
        "  - {uraian: Memeriksa surat, pelaksana: b, kelengkapan: Dasar Hukum, output: Peralatan}\n"
        "  - {uraian: Mengarsipkan surat, pelaksana: b, kelengkapan: Keterkaitan, output: Judul SOP}\n"
    )
    data = pipeline.render_document(pipeline.lay_out(pipeline.load(MemorySource("a.sop.yaml", text.encode()))), "xlsx")
    (found,) = oldstock.import_drawn(data)
    assert (found.identity.title, len(found.steps)) == ("Uji Kepala", 3)


def test_a_header_without_a_table_is_no_sop():
    from sopgen.drawn.reading import read_panels

    text = "judul: Uji\npelaksana: {a: A, b: B}\nkegiatan:\n  - {uraian: Menyusun, pelaksana: a}\n"
    data = pipeline.render_document(pipeline.lay_out(pipeline.load(MemorySource("a.sop.yaml", text.encode()))), "xlsx")
    identity, flow = read_file(data)
    assert len(read_panels((identity, identity, flow))) == 1
    assert read_panels((identity, identity)) == ()


def test_signs_that_no_font_has_are_drawn_and_read_back():
    text = (
        "nomor: 01/X\njudul: Uji Tanda\npelaksana: {a: A, b: B}\nkegiatan:\n"
        "  - {uraian: Memeriksa berkas ✓, pelaksana: a, kelengkapan: ☐ ceklis, keterangan: ✗}\n"
        "  - {uraian: Menyerahkan ☑ berkas, pelaksana: b}\n"
    )
    data = pipeline.render_document(pipeline.lay_out(pipeline.load(MemorySource("a.sop.yaml", text.encode()))), "pdf")
    (found,) = oldstock.import_drawn(data)
    assert [plain(step["kegiatan"]) for step in found.steps] == ["Memeriksaberkas✓", "Menyerahkan☑berkas"]
    assert (found.steps[0]["kelengkapan"], found.steps[0]["keterangan"]) == ("☐ ceklis", "✗")
    assert found.doubts == ()


def test_a_list_in_two_columns_of_a_box_is_one_list():
    items = ["Komputer", "Printer", "Alat Tulis Kantor", "Jaringan internet", "Lemari arsip", "Mesin pindai", "Stempel"]
    text = (
        "nomor: 01/X\njudul: Uji Kotak\npelaksana: {a: A, b: B}\n"
        "dasar_hukum:\n"
        + "".join(f"  - Peraturan Menteri Nomor {number} Tahun 2012\n" for number in range(1, 24))
        + "peralatan:\n"
        + "".join(f"  - {item}\n" for item in items)
        + "kegiatan:\n"
        "  - {uraian: Menyusun surat, pelaksana: a}\n  - {uraian: Menyerahkan surat, pelaksana: b}\n"
    )
    document = pipeline.lay_out(pipeline.load(MemorySource("a.sop.yaml", text.encode())))
    workbook = pipeline.render_document(document, "xlsx")
    assert any(cell.text.startswith("5. Lemari") for cell in read_file(workbook)[0].cells), (
        "set in columns: no more room"
    )
    for data in (workbook, pipeline.render_document(document, "pdf")):
        (found,) = oldstock.import_drawn(data)
        assert found.identity.boxes["peralatan"] == items
        assert len(found.identity.boxes["dasar_hukum"]) == 23


@pytest.mark.parametrize("form", ["xlsx", "pdf"])
@pytest.mark.parametrize("name", ["contoh-lengkap", "contoh-ringkas"])
def test_the_main_path_takes_as_long_as_in_the_spec(name, form):
    loaded = pipeline.load(SPECS / f"{name}.sop.yaml")
    (found,) = oldstock.import_drawn(pipeline.render_document(pipeline.lay_out(loaded), form))
    back = pipeline.load(MemorySource("b.sop.yaml", found.spec(f"a.{form}").encode()))
    assert main_path_time(back.sop) == main_path_time(loaded.sop)
