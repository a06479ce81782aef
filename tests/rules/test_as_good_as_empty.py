"""What a clerk types where there is nothing to say, or where somebody is to fill it in, is told as empty."""

from __future__ import annotations

from datetime import date

import pytest

from sopgen.intake import MemorySource, load_spec
from sopgen.report.folding import folded
from sopgen.report.reviewing import Terms, review_file
from sopgen.rules.checking import check_compilation, check_spec
from sopgen.rules.language.words import says_nothing

TODAY = date(2026, 6, 30)
HEAD = """\
judul: Pengelolaan Surat Masuk
nomor: {nomor}
instansi: KEMENTERIAN CONTOH
unit: {unit}
pengesahan: {{jabatan: Kepala Biro, nama: {nama}}}
tanggal: {{pembuatan: 2015-03-02, efektif: 2015-03-02}}
pelaksana: {{a: Analis, b: Arsiparis}}
"""
STEPS = """\
kegiatan:
  - {{uraian: Mencatat surat, pelaksana: a, kelengkapan: Surat masuk, waktu: 1 jam, output: "{output}"}}
  - {{uraian: Mendokumentasikan surat, pelaksana: b, kelengkapan: "{kelengkapan}", waktu: 1 jam, output: Arsip}}
"""


def loaded(nomor="1/2015", unit="BIRO UMUM", nama="Nama Pejabat", output="Surat", kelengkapan="Surat", laws=""):
    head = HEAD.format(nomor=nomor, unit=unit, nama=nama)
    text = head + laws + STEPS.format(output=output, kelengkapan=kelengkapan)
    return load_spec(MemorySource("a.sop.yaml", text.encode(), logos=None))


def entries(spec, code: str):
    told = folded(review_file("a.sop.yaml", check_spec(spec, today=TODAY), spec, Terms(TODAY))).findings
    return [each.diagnostic for each in told if each.diagnostic.code == code]


@pytest.mark.parametrize(
    "text", ["-", "–", " — ", "…", "...", "........", "____", "Nihil", "n/a", "Tidak ada.", "(-)", "- -"]
)
def test_it_says_nothing(text):
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["0", "Surat", "1 lembar", "Tidak ada perubahan", "Catatan nihil", "A", "✓"])
def test_it_says_something(text):
    assert not says_nothing(text)


@pytest.mark.parametrize("filler", ["-", "…", "...", "Nihil", "Tidak ada"])
@pytest.mark.parametrize(("key", "step"), [("output", 1), ("kelengkapan", 2)])
def test_a_filler_in_a_cell_of_mutu_baku_is_an_empty_cell_and_nothing_else(filler, key, step):
    found = check_spec(loaded(**{key: filler}), today=TODAY)
    told = [each for each in found if each.code.startswith("MB-")]
    assert [(each.code, each.step, each.severity.value) for each in told] == [("MB-01", step, "wajib")]
    assert f"“{filler}”" in told[0].message.id


def test_empty_cells_are_named_in_the_order_of_the_page():
    text = (
        "kegiatan:\n  - {uraian: Mencatat surat, pelaksana: a, output: '-'}\n"
        "  - {uraian: Menyimpan, pelaksana: b, kelengkapan: Surat, waktu: 1 jam, output: Arsip}\n"
    )
    spec = load_spec(MemorySource("a.sop.yaml", (HEAD.format(nomor=1, unit="B", nama="N") + text).encode(), logos=None))
    assert [each.message.id for each in entries(spec, "MB-01")] == ["Kelengkapan, Waktu, Output (“-”) kosong."]


@pytest.mark.parametrize("dots", ["'........'", "'…'", "'(…………………)'", "'-'"])
def test_dots_are_no_name_number_or_unit(dots):
    found = check_spec(loaded(nama=dots, nomor=dots, unit=dots), today=TODAY)
    told = {each.message.id for each in found if each.code in {"HDR-03", "HDR-04", "HDR-12"}}
    assert told == {"Nama pengesah kosong.", "Nomor SOP kosong.", "Nama unit penyusun kosong."}


def test_dots_are_no_contents_of_a_box():
    boxes = "peralatan: ………………\nperingatan: '-'\n"
    found = check_spec(loaded(laws=boxes), today=TODAY)
    told = {each.path for each in found if each.code == "HDR-17"}
    assert ("peralatan",) in told
    assert ("peringatan",) not in told


LAWS = (
    "dasar_hukum:\n  - Peraturan Menteri Nomor 2 Tahun 2018 tentang Arsip\n"
    "  - Peraturan Menteri Nomor 3 Tahun 2019 tentang Surat\n"
)


def test_where_only_years_are_odd_the_remedy_speaks_of_years():
    (entry,) = entries(loaded(laws=LAWS), "HDR-06")
    assert entry.remedy.id == "Periksa tahunnya; bila benar, tinjau SOP ini."


def test_where_items_are_short_too_the_remedy_speaks_of_both():
    (entry,) = entries(loaded(laws=LAWS + "  - Peraturan Menteri tentang Arsip\n"), "HDR-06")
    assert entry.remedy.id.startswith("Lengkapi butir yang kurang")
    assert "periksa tahun" in entry.remedy.id


@pytest.mark.parametrize("name", ["Undang - Undang Dasar 1945", "Undang-Undang Dasar 1945", "Undang Undang Dasar 1945"])
def test_the_constitution_has_no_number_however_it_is_typed(name):
    assert entries(loaded(laws=f"dasar_hukum:\n  - {name}\n"), "HDR-06") == []


@pytest.mark.parametrize(("unit", "told"), [("BIRO UMUM", 2), ("Biro Umum", 2), ("BIRO HUKUM", 0)])
def test_each_unit_may_have_an_sop_of_one_title(unit, told):
    both = (loaded(), loaded(nomor="9/2015", unit=unit))
    found = [each.code for one in check_compilation(both) for each in one]
    assert found.count("JDL-02") == told
    assert "JDL-03" not in found
