"""One fault put into a reference raises exactly its rule's code, beside what is found there anyway."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from sopgen.intake import load_spec
from sopgen.rules import check_compilation, check_spec
from sopgen.rules.codes import ON_COMPILATION, ON_SPEC
from tests.rules.references import TODAY, spec_path

LENGKAP, RINGKAS = "contoh-lengkap", "contoh-ringkas"
GATHER = "uraian: Mengumpulkan informasi yang dimohon"
BOTH_OUTCOMES = (
    ". Jika lengkap, melanjutkan ke pencatatan; jika tidak lengkap, mengembalikannya kepada Pemohon.",
    " dan mengembalikannya kepada Pemohon",
)
MUTATIONS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "EJA-01": (LENGKAP, [("  - Undang-Undang Nomor 14", "  - Undang-Undnag Nomor 14")]),
    "FMT-03": (LENGKAP, [(GATHER, 'uraian: "PPID Pelaksana: Mengumpulkan informasi yang dimohon"')]),
    "HDR-03": (RINGKAS, [("unit: BIRO ORGANISASI\n", "")]),
    "HDR-04": (RINGKAS, [("  nama: Nama Pejabat, S.IP., M.Si.\n", "")]),
    "HDR-05": (LENGKAP, [("  efektif: 2025-03-10\n", "")]),
    "HDR-06": (LENGKAP, [("Tahun 2009 tentang Pelayanan Publik", "Tahun 2009")]),
    "HDR-07": (LENGKAP, [("  - Daftar informasi publik\n", "  - Daftar informasi publik\n" * 2)]),
    "HDR-08": (LENGKAP, [("  - SOP Penanganan Keberatan", "  - Penanganan Keberatan")]),
    "HDR-09": (
        RINGKAS,
        [
            ("Laporan diselesaikan paling lambat 10 hari kerja sejak", "Laporan disusun atas"),
            ("; keterlambatan menunda penetapan peta proses bisnis", ""),
        ],
    ),
    "HDR-10": (RINGKAS, [("keterangan: SOP Pendokumentasian Naskah Dinas", "keterangan: SOP Penyusutan Arsip")]),
    "HDR-11": (LENGKAP, [("      - Salinan identitas", "      - Stempel")]),
    "HDR-12": (LENGKAP, [("PPID/03/2025", "PPID/04/2025")]),
    "HDR-13": (LENGKAP, [("efektif: 2025-03-10", "efektif: 2025-02-10")]),
    "HDR-14": (RINGKAS, [("revisi: '-'", "revisi: 2025-02-20")]),
    "HDR-15": (LENGKAP, [('"199001012020121000"', '"19900101202012100"')]),
    "HDR-16": (RINGKAS, [("  - Memahami penyusunan", "  - Budi Contoh, S.IP., memahami penyusunan")]),
    "HDR-17": (RINGKAS, [("pencatatan: Buku agenda kegiatan Biro Organisasi\n", "")]),
    "HDR-18": (RINGKAS, [("- SOP Penyusunan Peta", "- SOP Penyelenggaraan Bimbingan Teknis Peta")]),
    "HDR-20": (RINGKAS, [("  - Memahami penyusunan", "  - Karo memahami penyusunan")]),
    "JDL-01": (LENGKAP, [("judul: Pelayanan Permohonan Informasi Publik", "judul: Informasi Publik bagi Pemohon")]),
    "JDL-05": (RINGKAS, [("judul: Penyelenggaraan", "judul: Pelaksanaan")]),
    "JDL-06": (LENGKAP, [("judul: Pelayanan", "judul: SOP Pelayanan")]),
    "TBL-01": (RINGKAS, [("kelengkapan: Persyaratan/ Kelengkapan", "mutu_baku: Mutu Buku")]),
    "TBL-03": (
        RINGKAS,
        [("anggota: Anggota Tim", "anggota: ketua  tim"), ("peserta kepada Anggota Tim", "peserta kepada Ketua Tim")],
    ),
    "TBL-04": (LENGKAP, [("  kertas: F4\n", "  kertas: F4\n  kepala_berulang: false\n")]),
    "KEG-01": (LENGKAP, [(GATHER, "uraian: Pengumpulan informasi yang dimohon")]),
    "KEG-02": (LENGKAP, [BOTH_OUTCOMES]),
    "KEG-03": (LENGKAP, [("konsep tanggapan dan menyampaikannya kepada Tim Pertimbangan", "konsep tanggapan")]),
    "KEG-04": (LENGKAP, [(GATHER, f"{GATHER} bersama Kasubbag Data")]),
    "KEG-05": (LENGKAP, [(GATHER, f"{GATHER}, lalu menyusun laporan bulanan")]),
    "KEG-07": (LENGKAP, [(GATHER, f"{GATHER} apabila disetujui pimpinan")]),
    "KEG-08": (LENGKAP, [("{Setuju: kesesuaian, Tidak setuju: surat}", "{Setuju: surat, Tidak setuju: kesesuaian}")]),
    "MB-07": (RINGKAS, [("output: Arsip laporan", "output: Salinan laporan")]),
    "MB-08": (LENGKAP, [("output: Rincian biaya penggandaan", "output: Sertifikat halal")]),
    "WKT-01": (LENGKAP, [(GATHER, f"{GATHER} dalam waktu 1 menit")]),
    "STD-01": (
        LENGKAP,
        [("lama: 10 hari kerja", "lama: 1 hari kerja")],
    ),
    "RVS-02": (LENGKAP, [("sifat: pelayanan\n", "sifat: pelayanan\nriwayat:\n  - {revisi: 1, tanggal: 2024-12-30}\n")]),
    "AKT-01": (LENGKAP, [("    bersama: rapat\n    keputusan", "    keputusan")]),
    "AKT-02": (LENGKAP, [("    bersama: rapat\n    keputusan", "    bersama: bergantian\n    keputusan")]),
    "AKT-04": (LENGKAP, [("jenis: administratif", "jenis: teknis")]),
    "AKT-05": (
        RINGKAS,
        [
            ("  anggota: Anggota Tim\n", ""),
            ("peran: administrasi}\n", "peran: administrasi}\n  anggota: Anggota Tim\n"),
        ],
    ),
    "AKT-06": (RINGKAS, [("peran: administrasi}\n", "peran: administrasi}\n  sekretaris: Sekretaris\n")]),
    "SIM-02": (
        RINGKAS,
        [
            ("  karo: {nama: Kepala Biro, peran: atasan}\n", ""),
            ("  anggota: Anggota Tim\n", "  anggota: Anggota Tim\n  karo: {nama: Kepala Biro, peran: atasan}\n"),
        ],
    ),
    "SIM-05": (
        RINGKAS,
        [
            ("untuk diperbaiki.", "untuk diperbaiki; jika batal, menutupnya."),
            ("Tidak setuju: laporan}", "Tidak setuju: laporan, Batal: selesai}"),
        ],
    ),
    "MB-01": (LENGKAP, [("    waktu: 10 menit\n    output: Berkas permohonan\n", "    output: Berkas permohonan\n")]),
    "MB-02": (
        LENGKAP,
        [
            (
                "kelengkapan: Lembar disposisi\n    waktu: 2 hari kerja",
                "kelengkapan: Daftar hadir\n    waktu: 2 hari kerja",
            )
        ],
    ),
    "MB-03": (LENGKAP, [("waktu: 2 hari kerja", "waktu: dua hari kerja")]),
    "MB-04": (LENGKAP, [("paling lambat 10 hari kerja", "paling lambat 2 hari kerja")]),
    "MB-05": (LENGKAP, [("waktu: 2 hari kerja", "waktu: sesuai jadwal")]),
    "MB-06": (LENGKAP, [("waktu: 15-30 menit", "waktu: 15/30 menit")]),
    "JNS-01": (LENGKAP, [("lampiran\n    pelaksana: pemohon", "lampiran\n    pelaksana: petugas")]),
    "PUB-01": (LENGKAP, [("lama: 10 hari kerja", "lama: 75 jam")]),
    "PUB-02": (LENGKAP, [("  jumlah_pelaksana:", "  # jumlah_pelaksana:")]),
    "JNS-05": (
        RINGKAS,
        [
            ("untuk menyelenggarakan bimbingan", "untuk mengurus bimbingan"),
            ("Melaksanakan bimbingan teknis", "Menghadiri bimbingan teknis"),
        ],
    ),
    "JNS-02": (LENGKAP, [("uraian: Mendokumentasikan", "uraian: Membungkus")]),
    "JNS-03": (RINGKAS, [("sifat: penugasan", "sifat: rutin")]),
    "JNS-04": (RINGKAS, [("Menugaskan Ketua Tim untuk", "Mengajak Ketua Tim")]),
    "DOK-05": (LENGKAP, [("cakupan: spesifik", "cakupan: generik"), ("  atas_nama: Bupati Contoh\n", "")]),
    "TIK-01": (
        RINGKAS,
        [("pencatatan: Buku agenda kegiatan Biro Organisasi", "pencatatan: “Buku agenda kegiatan Biro Organisasi”")],
    ),
    "TIK-02": (RINGKAS, [("pencatatan: Buku agenda kegiatan Biro Organisasi", "pencatatan: ‹buku agenda›")]),
    "MON-01": (RINGKAS, [("pembuatan: 2025", "pembuatan: 2023"), ("efektif: 2025", "efektif: 2023")]),
}

OTHER = [
    ("nomor: 01/K", "nomor: 02/K"),
    ("judul: PEMBUATAN LAPORAN KONSINYERING", "judul: PENYUSUNAN PEDOMAN KONSINYERING"),
    ("untuk mempersiapkan konsep", "untuk menyiapkan konsep"),
    ("  - DEPUTI BIDANG TATA LAKSANA\n", "  - DEPUTI BIDANG LAIN\n"),
]
"""What makes another SOP of the same agency out of a copy."""

COMPILATIONS: dict[str, list[tuple[str, str]]] = {
    "HDR-19": [OTHER[1], OTHER[2], OTHER[3]],
    "JDL-02": [OTHER[0], OTHER[2]],  # in one unit
    "JDL-03": [OTHER[0], OTHER[1], OTHER[3]],
    "DOK-06": [*OTHER, ("\nkegiatan:\n", "\ntampilan: {huruf: Times}\nkegiatan:\n")],
}


def mutated(name: str, changes: list[tuple[str, str]], folder: Path) -> Path:
    text = spec_path(name).read_text(encoding="utf-8").replace("\nlogo: contoh-logo.png", "")
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        text = text.replace(old, new)
    (folder / "pyproject.toml").write_text("", encoding="utf-8")
    path = folder / f"{name}.sop.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def codes(path: Path) -> Counter[str]:
    return Counter(found.code for found in check_spec(load_spec(path), today=TODAY))


def test_every_rule_has_a_mutation() -> None:
    assert set(MUTATIONS) == set(ON_SPEC)
    assert {*COMPILATIONS, "HDR-08"} == set(ON_COMPILATION)  # HDR-08 compares three SOPs or more: test_one_cause


@pytest.mark.parametrize("code", MUTATIONS)
def test_a_fault_raises_exactly_its_code(code: str, tmp_path: Path) -> None:
    name, changes = MUTATIONS[code]
    before, after = codes(spec_path(name)), codes(mutated(name, changes, tmp_path))

    assert set(after - before) == {code}
    assert before - after == Counter()


def test_two_sops_of_one_agency_raise_nothing(tmp_path: Path) -> None:
    specs = [load_spec(spec_path("konsinyering")), load_spec(mutated("konsinyering", OTHER, tmp_path))]

    assert check_compilation(specs) == ((), ())


@pytest.mark.parametrize("code", COMPILATIONS)
def test_a_fault_between_two_specs_raises_exactly_its_code(code: str, tmp_path: Path) -> None:
    specs = [spec_path("konsinyering"), mutated("konsinyering", COMPILATIONS[code], tmp_path)]
    found = check_compilation([load_spec(path) for path in specs])

    assert {finding.code for of_one in found for finding in of_one} == {code}
