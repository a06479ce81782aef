"""What one box lacks, or what every decision lacks alike, is one entry of a report; and its remedy is the right one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopgen.intake import Loaded, MemorySource, load_spec
from sopgen.report.folding import folded
from sopgen.report.reviewing import Terms, review_file
from sopgen.rules import read_back
from sopgen.rules.checking import check_compilation, check_spec
from sopgen.rules.drawing.checking import ON_DRAWING
from sopgen.rules.held import OF_THE_CHART, OF_THE_FLOW

TODAY = date(2026, 1, 15)
CASES = Path(__file__).parent / "cases"
SPEC = """\
nomor: 1/2026
judul: Pembuatan Surat
instansi: BIRO UMUM
unit: BAGIAN A
tanggal: {pembuatan: 2026-01-01, efektif: 2026-01-01}
pengesahan: {jabatan: Kepala, nama: A}
dasar_hukum:
  - UU tentang Arsip
  - Peraturan Menteri Nomor 3 tentang Surat
  - Peraturan Menteri Nomor 4 Tahun 2031 tentang Surat
kualifikasi_pelaksana: Teliti
keterkaitan:
  - Penomoran Surat
  - Arsip Dinamis
peralatan:
  - Komputer
peringatan: Bila lambat, terhambat
pencatatan: Buku
pelaksana: {arsiparis: Arsiparis, analis: Analis, kabag: Kabag Umum}
kegiatan:
  - {uraian: Menyusun surat, pelaksana: analis, kelengkapan: Formulir A}
  - {id: a, uraian: Memeriksa surat, pelaksana: kabag, kelengkapan: Pemindai, keputusan: {Ya: b, Tidak: 1}}
  - {id: b, uraian: Menilai surat, pelaksana: kabag, kelengkapan: Kendaraan dinas, keputusan: {Tidak: a, Ya: c}}
  - {id: c, uraian: Mendokumentasikan surat, pelaksana: arsiparis, kelengkapan: Surat}
"""


OTHER = SPEC.replace("nomor: 1/2026", "nomor: 2/2026").replace("Pembuatan Surat", "Penyusunan Laporan")


def loaded(text: str = SPEC, name: str = "a.sop.yaml") -> Loaded:
    return load_spec(MemorySource(name, text.encode(), logos=None))


def entries(code: str, text: str = SPEC) -> list:
    spec = loaded(text)
    told = folded(review_file("a.sop.yaml", check_spec(spec, today=TODAY), spec, Terms(TODAY))).findings
    return [each.diagnostic for each in told if each.diagnostic.code == code]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("HDR-06", "butir 1 (nomor tidak ada, tahun tidak ada), butir 2 (tahun tidak ada), butir 3 (tahun 2031 "),
        ("HDR-08", "2 butir Keterkaitan tidak diawali “SOP”: “Penomoran Surat”, “Arsip Dinamis”."),
        ("HDR-11", "3 alat, formulir, atau bahan tidak tercantum di Peralatan: “Formulir A”, “Pemindai”, “Kendaraan "),
        ("KEG-02", "Uraian 2 keputusan belum menyebut syarat setiap cabangnya: langkah 2, 3."),
    ],
)
def test_what_one_box_or_each_decision_lacks_is_one_entry(code, told):
    (entry,) = entries(code)
    assert told in entry.message.id


def test_a_single_finding_keeps_its_own_words():
    (entry,) = entries("HDR-08", SPEC.replace("  - Arsip Dinamis\n", ""))
    assert entry.message.id == "“Penomoran Surat” tidak diawali “SOP”."


def test_another_fault_of_the_same_rule_stays_apart():
    text = SPEC.replace(
        "uraian: Menyusun surat", "uraian: 'Menyusun surat; jika benar, mengirimnya, jika salah, ulang'"
    )
    assert len(entries("KEG-02", text)) == 2


def test_the_proposed_order_of_columns_is_whole():
    text = SPEC.replace("{arsiparis: Arsiparis, analis: Analis, kabag: Kabag Umum}", "{}").replace(
        "pelaksana: {}\n",
        "pelaksana: {analis: Analis, arsiparis: Arsiparis, kabag: Kabag Umum, luar: {nama: Pos, kelompok: Luar}}\n",
    )
    (entry,) = entries("AKT-05", text)
    assert entry.remedy.id == "Urutkan: Analis, Kabag Umum, Arsiparis, Pos."


def test_an_order_that_keeps_a_group_together_says_so():
    text = SPEC.replace(
        "{arsiparis: Arsiparis, analis: Analis, kabag: Kabag Umum}",
        "{kabag: Kabag Umum, analis: {nama: Analis, kelompok: X}, arsiparis: {nama: Arsiparis, kelompok: X}}",
    )
    (told,) = [each for each in check_spec(loaded(text), today=TODAY) if each.code == "AKT-05"]
    assert told.remedy.id == "Urutkan: Analis, Arsiparis, Kabag Umum (kolom kelompok “X” tetap bersebelahan)."


def test_columns_of_one_group_are_kept_together():
    text = SPEC.replace(
        "{arsiparis: Arsiparis, analis: Analis, kabag: Kabag Umum}",
        "{analis: {nama: Analis, kelompok: X}, arsiparis: {nama: Arsiparis, kelompok: X}, kabag: Kabag Umum}",
    )
    assert entries("AKT-05", text) == []


def test_an_empty_box_of_related_sops_is_filled_with_those_that_steps_name():
    text = SPEC.replace("keterkaitan:\n  - Penomoran Surat\n  - Arsip Dinamis\n", "").replace(
        "Mendokumentasikan surat", "Mendokumentasikan surat sesuai SOP Pengarsipan Surat"
    )
    (entry,) = entries("HDR-17", text)
    assert "“SOP Pengarsipan Surat”" in entry.remedy.id
    assert "Tidak ada" not in entry.remedy.id


def test_another_look_says_what_it_is_here_and_where_it_is_otherwise():
    odd = loaded(OTHER + "tampilan: {kertas: F4, nomor_kolom: true}\n", "b.sop.yaml")
    (told,) = [each for each in check_compilation([loaded(), odd])[1] if each.code == "DOK-06"]
    assert "ukuran kertas F4, acuannya A4 (a.sop.yaml)" in told.message.id
    assert "baris nomor kolom ada, acuannya tidak ada (a.sop.yaml)" in told.message.id


def test_of_headings_only_those_that_differ_are_told_and_a_full_stop_is_no_difference():
    first = loaded(SPEC + "tampilan: {label: {kegiatan: Aktivitas, keterangan: Ket., waktu: Lama}}\n")
    odd = loaded(OTHER + "tampilan: {label: {kegiatan: aktivitas, keterangan: Ket}}\n", "b.sop.yaml")
    (told,) = [each for each in check_compilation([first, odd])[1] if each.code == "DOK-06"]
    assert "judul kolom “Waktu”, acuannya “Lama” (a.sop.yaml)." in told.message.id


def test_headings_of_dates_are_called_as_the_form_calls_them_and_of_many_the_first_are_told():
    labels = (
        "tanggal_revisi: TGL. REVISI, tanggal_efektif: TGL. EFEKTIF, waktu: Lama, output: Hasil, kegiatan: Aktivitas"
    )
    odd = loaded(OTHER + f"tampilan: {{label: {{{labels}}}}}\n", "b.sop.yaml")
    (told,) = [each for each in check_compilation([loaded(), odd])[1] if each.code == "DOK-06"]
    assert "“Tanggal Revisi”" in told.message.id
    assert "_" not in told.message.id
    assert told.message.id.count("dan 2 lagi") == 2


LOOK = "Tampilan berbeda dari SOP lain instansi ini"


def test_a_look_is_told_in_words_and_a_repeated_head_is_never_advised_against():
    once = "tampilan: {kepala_berulang: false, kapsul: tambahan}\n"
    specs = [loaded(f"{text}{once}", f"{name}.sop.yaml") for name, text in (("b", OTHER), ("c", OTHER))]
    found = check_compilation([loaded(), *specs])
    told = [[each.message.id for each in of_one if each.code == "DOK-06"] for of_one in found]
    first = "letak kapsul mulai dan selesai pada langkah pertama dan terakhir, acuannya tersendiri di luar langkah"
    assert told[0] == [f"{LOOK}: {first} (b.sop.yaml dan 1 lagi)."]
    assert told[1] == [f"{LOOK}: kepala tabel di tiap halaman tidak ada, acuannya ada (a.sop.yaml)."]


def test_what_nobody_read_off_a_drawing_is_no_look():
    """Its spec tells what was read; the rest stands there as by default, and may be otherwise on paper."""
    drawn = loaded(OTHER, "gambar.pdf")._replace(is_read_back=True)
    odd = loaded(SPEC + "tampilan: {warna_kepala: '#DDE7F0'}\n")
    assert [each.code for of_one in check_compilation([drawn, odd]) for each in of_one if each.code == "DOK-06"] == []


def compared(*specs: Loaded) -> list[list[str]]:
    return [[f"{each.code} {each.message.id}" for each in of_one] for of_one in check_compilation(specs)]


def test_two_versions_of_one_sop_are_one_finding_that_asks_which_is_in_force():
    text = SPEC.replace("Menyusun surat", "Membuat surat").replace("pembuatan: ", "revisi: 2026-05-04, pembuatan: ")
    assert "revisi" in text
    found = check_compilation([loaded(), loaded(text, "b.sop.yaml")])
    here, there = ("dibuat 1 Januari 2026, Tanggal Revisi kosong", "direvisi 4 Mei 2026")
    told = "Ada versi lain dari SOP ini, dengan judul, nomor, dan unit yang sama"
    assert [[each.message.id for each in of_one if each.code == "HDR-19"] for of_one in found] == [
        [f"{told}: b.sop.yaml ({there}); di sini {here}."],
        [f"{told}: a.sop.yaml ({here}); di sini {there}."],
    ]
    remedies = [each.remedy.id for of_one in found for each in of_one if each.code == "HDR-19"]
    assert ["terbaru b.sop.yaml" in remedies[0], "terbaru ini" in remedies[1]] == [True, True]


def test_versions_of_one_day_are_not_told_apart_by_it():
    again = loaded(SPEC.replace("Menyusun surat", "Membuat surat"), "b.sop.yaml")
    (told,) = [each for each in check_compilation([loaded(), again])[0] if each.code == "HDR-19"]
    assert told.message.id == (
        "Ada versi lain dari SOP ini, dengan judul, nomor, unit, dan tanggal yang sama: b.sop.yaml."
    )


def test_versions_in_one_file_are_not_told_by_its_name():
    again = loaded(
        SPEC.replace("Menyusun surat", "Membuat surat").replace("pembuatan: ", "revisi: 2026-05-04, pembuatan: ")
    )
    here = [each for each in check_compilation([loaded(), again])[0] if each.code == "HDR-19"]
    assert [each.message.id.partition("sama: ")[2] for each in here] == [
        "SOP lain di berkas ini (direvisi 4 Mei 2026); di sini dibuat 1 Januari 2026, Tanggal Revisi kosong."
    ]
    assert "(yang terbaru SOP lain di berkas ini)" in here[0].remedy.id


def test_what_two_sops_share_is_told_on_both():
    """Which of them is wrong nobody knows: the first in the alphabet was acquitted."""
    sharing = {
        "HDR-19": OTHER.replace("nomor: 2/2026", "nomor: 1/2026"),
        "JDL-02": SPEC.replace("nomor: ", "nomor: 9"),
        "JDL-03": SPEC.replace("nomor: ", "nomor: 9").replace("judul: ", "judul: Pengurusan "),
    }
    for code, text in sharing.items():
        told = compared(loaded(), loaded(text, "b.sop.yaml"))
        assert [sum(each.startswith(code) for each in of_one) for of_one in told] == [1, 1], code
        assert all(name in " ".join(of_one) for name, of_one in zip(("b.sop", "a.sop"), told, strict=True))


def test_one_title_with_two_numbers_is_still_two_sops():
    assert [each[:6] for each in compared(loaded(), loaded(SPEC.replace("nomor: ", "nomor: 9"), "b.sop.yaml"))[1]] == [
        "JDL-02"
    ]


STOCK = (
    SPEC.replace("- Penomoran Surat", "- SOP Penyusunan Laporan").replace("- Arsip Dinamis", "- SOP Penataan Gudang"),
    OTHER.replace("- Penomoran Surat", "- SOP Pembuatan Surat").replace("- Arsip Dinamis", "- SOP Penataan Gudang"),
    OTHER.replace("Penyusunan Laporan", "Penataan Gudang").replace("- Penomoran Surat", "- SOP Penomoran Surat,"),
)
"""Three SOPs of a unit that name each other, and the last one two that are not there."""


NOT_AMONG = "tidak ada di antara 3 SOP unit ini yang diperiksa bersama"


def absent(*texts: str) -> list[list[str]]:
    return [
        [each.removeprefix("HDR-08 ") for each in of_one if each.startswith("HDR-08")]
        for of_one in compared(*(loaded(text, f"{number}.sop.yaml") for number, text in enumerate(texts)))
    ]


def test_sops_that_are_not_in_the_units_stock_are_one_finding_with_their_titles():
    assert absent(*STOCK) == [
        [],
        [],
        [f"2 SOP di Keterkaitan {NOT_AMONG}: “SOP Penomoran Surat”; “Arsip Dinamis”."],
    ]
    found = check_compilation([*map(loaded, STOCK)])[2]
    (told,) = [each for each in found if each.code == "HDR-08"]
    assert told.remedy.id.endswith("; bila sudah ada tetapi tidak ikut diperiksa di sini, biarkan.")
    assert told.path == ("keterkaitan",)


def test_an_inbox_is_not_all_that_a_unit_has():
    """Most of what its SOPs name is not there: only what is nearly another's title is told."""
    text = SPEC.replace("- Penomoran Surat", "- SOP Penyusunan Laporn").replace("- Arsip", "- SOP Arsip")
    here, there, third = absent(text, OTHER, OTHER.replace("Penyusunan Laporan", "Penataan Gudang"))
    assert here == [f"“SOP Penyusunan Laporn” {NOT_AMONG}."]
    assert there == third == []


def test_sops_of_other_units_are_not_its_stock():
    assert absent(STOCK[0], *(text.replace("unit: BAGIAN A", "unit: BAGIAN B") for text in STOCK[1:])) == [[], [], []]


def test_two_sops_of_a_unit_and_their_versions_are_not_its_stock():
    again = [loaded(SPEC.replace("Menyusun surat", each), f"{each}.sop.yaml") for each in ("Membuat", "Mengetik")]
    told = [each for of_one in compared(loaded(), loaded(OTHER), *again) for each in of_one]
    assert not [each for each in told if each.startswith("HDR-08")]


def test_who_renews_an_old_sop_is_told_of_both_dates():
    (entry,) = entries("MON-01", SPEC.replace("2026-01-01", "2020-01-06"))
    assert "Tanggal Revisi dan perbarui Tanggal Efektif" in entry.remedy.id


def test_columns_that_are_empty_in_the_same_steps_are_one_entry():
    text = SPEC.replace("kelengkapan: Formulir A", "waktu: 1 jam, output: Konsep, kelengkapan: Formulir A")
    told = entries("MB-01", text)
    assert [(each.message.id, each.steps) for each in told] == [("Waktu, Output kosong.", (2, 3, 4))]
    (single,) = entries("MB-01", text.replace("uraian: ", "output: Surat, uraian: ").replace("output: Konsep, ", ""))
    assert single.message.id == "Waktu kosong."


def test_what_cannot_be_examined_in_a_picture_names_its_rules():
    def codes(text: str) -> set[str]:
        found: set[str] = set()
        for part in text.split(", "):
            first, _, last = part.partition(" … ")
            family = first[:-2]
            found |= {f"{family}{number:02}" for number in range(int(first[-2:]), int((last or first)[-2:]) + 1)}
        return found

    assert codes(OF_THE_FLOW) == set(read_back._OF_THE_FLOW)
    of_a_chart = {code for code in ON_DRAWING if not code.startswith(("TBL", "AKT"))}
    assert codes(OF_THE_CHART) - {"PNH-05"} == of_a_chart


def test_who_acts_in_another_column_is_one_finding_whose_remedy_moves_the_step_first():
    text = (CASES / "fmt03-lane.sop.yaml").read_text(encoding="utf-8")
    (entry,) = entries("KEG-01", text)
    assert entries("FMT-03", text) == []
    assert entry.remedy.id.startswith("Pindahkan langkah ini ke kolom Pemohon, lalu hapus subjeknya")
    assert [each.id for each in entry.consequences] == [
        "Menurut uraian “Pemohon” yang bekerja, tetapi simbolnya berada di kolom Aplikasi Layanan."
    ]


def test_a_consequence_says_more_than_its_cause():
    (entry,) = entries("KEG-01", SPEC.replace("Menyusun surat", "Analis menyusun surat", 1))
    assert [each.id for each in entry.consequences] == [
        "“Analis” tertulis dua kali: di uraian, dan sebagai kolom simbolnya."
    ]
