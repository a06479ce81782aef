"""Where rules begin and end: small pieces of specs, completed as the examples are, and the codes they give."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.examples import check_example

TWO = "kegiatan:\n  - {{uraian: {}, pelaksana: analis}}\n  - {{uraian: Mendokumentasikan surat, pelaksana: analis}}\n"
TIME = "kegiatan:\n  - {{uraian: Menyusun surat, pelaksana: analis, waktu: {}}}\n"
JOINT = (
    "kegiatan:\n  - {{uraian: Membahas surat, pelaksana: {}, bersama: {}}}\n"
    "  - {{uraian: Mendokumentasikan surat, pelaksana: analis}}\n"
)
SLOW = "  - {uraian: Menyusun surat, pelaksana: analis, waktu: 4 hari kerja}\n"

CASES: dict[str, tuple[str, set[str]]] = {
    "number of the pattern": ("# sopgen.yaml\npola_nomor: SOP-\\d+/ORG/\\d{4}\n", set()),
    "number against the pattern": ("# sopgen.yaml\npola_nomor: ORG-\\d+\n", {"HDR-12"}),
    "no number": ("nomor: ''\n", {"HDR-12"}),
    "roman month": ("nomor: 7/ORG/III/2026\n", set()),
    "another roman month": ("nomor: 7/ORG/IX/2026\n", {"HDR-12"}),
    "a dash for a date": ("tanggal: {pembuatan: '-', efektif: 2026-03-02}\n", {"HDR-05"}),
    "no dates at all": ("tanggal: {revisi: '-'}\n", {"HDR-05"}),
    "effective the same day": ("tanggal: {pembuatan: 2026-03-02, efektif: 2026-03-02}\n", set()),
    "revised before it was made": (
        "tanggal: {pembuatan: 2026-02-16, revisi: 2026-01-05, efektif: 2026-03-02}\n",
        {"HDR-14"},
    ),
    "the constitution": (
        "dasar_hukum:\n  - Undang-Undang Dasar Negara Republik Indonesia Tahun 1945\n",
        set(),
    ),
    "year within the number": (
        "dasar_hukum:\n  - Peraturan Sesjen No. Per-70/X/2013 tentang Pedoman SOP\n",
        set(),
    ),
    "a law without number": ("dasar_hukum:\n  - Undang-Undang Tahun 2014 tentang Pemerintahan Daerah\n", {"HDR-06"}),
    "a typed number": ("peralatan:\n  - 1. Komputer\n", {"HDR-07"}),
    "a step's number typed before its text": (TWO.format("1. Menyusun surat"), {"HDR-07"}),
    "a number that is not the step's": (TWO.format("2 (dua) orang menyusun surat"), {"KEG-01"}),
    "nothing related": ("keterkaitan: Tidak ada\n", set()),
    "a shortened title cited": (
        (
            "keterkaitan: SOP Pengelolaan Arsip\nkegiatan:\n"
            "  - {uraian: Menyusun surat, pelaksana: analis, keterangan: SOP Pengelolaan Arsip Dinamis}\n"
            "  - {uraian: Mendokumentasikan surat, pelaksana: analis}\n"
        ),
        set(),
    ),
    "an empty NIP": ("pengesahan: {jabatan: Kepala Bagian Umum, nama: A, nomor_induk: {NIP: ''}}\n", {"HDR-15"}),
    "no NIP": ("pengesahan: {jabatan: Kepala Bagian Umum, nama: A}\n", set()),
    "a spaced NIP": (
        "pengesahan: {jabatan: Kepala, nama: A, nomor_induk: {NIP: '19900101 202012 1 000'}}\n",
        set(),
    ),
    "an NRP": ("pengesahan: {jabatan: Kepala, nama: A, nomor_induk: {NRP: '12345678'}}\n", set()),
    "a broken NRP": ("pengesahan: {jabatan: Kepala, nama: A, nomor_induk: {NRP: '123'}}\n", {"HDR-15"}),
    "the approver in the qualifications": ("kualifikasi_pelaksana: Nama Pejabat mampu menulis\n", {"HDR-16"}),
    "SOPs as a title's object": ("judul: Penyusunan SOP Administrasi Pemerintahan\n", set()),
    "the long name before a title": ("judul: Standar Operasional Prosedur (SOP) Pembuatan Surat\n", {"JDL-06"}),
    "an activity without object": ("judul: Pengarsipan\n", {"JDL-01"}),
    "a loan noun in the title": ("judul: Verifikasi Berkas Permohonan\n", set()),
    "no scale given": ("judul: Penyusunan Surat Tugas\n", set()),
    "small scale": ("judul: Penyelenggaraan Rapat Berkala\ntim: false\n", {"JDL-05"}),
    "an old SOP": ("tanggal: {pembuatan: 2025-01-06, efektif: 2025-06-28}\n", {"MON-01"}),
    "a year old to the day": ("tanggal: {pembuatan: 2025-01-06, efektif: 2025-06-30}\n", set()),
    "reviewed since": (
        "tanggal: {pembuatan: 2024-01-06, revisi: 2026-01-05, efektif: 2026-01-05}\n",
        set(),
    ),
    "a department as signer": ("cakupan: spesifik\n", set()),
    "a minister as signer": ("cakupan: generik\npengesahan: {jabatan: Menteri Contoh, nama: A}\n", set()),
    "joint by discussion": (JOINT.format("[analis, arsiparis]", "diskusi kelompok"), set()),
    "joint by signing": (JOINT.format("[analis, arsiparis]", "penandatanganan"), set()),
    "joint by yes": (JOINT.format("[analis, arsiparis]", "ya"), {"AKT-02"}),
    "joint in turns": (JOINT.format("[analis, arsiparis]", "masing-masing"), {"AKT-02"}),
    "joint alone": (JOINT.format("analis", "rapat"), {"AKT-02"}),
    "a technical SOP": (f"jenis: teknis\n{TWO.format('Menyusun surat')}", set()),
    "routine by an applicant": (
        (
            "sifat: rutin\nkegiatan:\n  - {uraian: Menyusun surat untuk Analis, pelaksana: pemohon}\n"
            "  - {uraian: Mendokumentasikan surat, pelaksana: analis}\n"
        ),
        {"JNS-03"},
    ),
    "an order by a form": (
        f"sifat: penugasan\n{TWO.format('Menerbitkan surat perintah perjalanan dinas')}",
        set(),
    ),
    "no time at all": (TIME.format("'-'"), {"MB-05"}),
    "seconds": (TIME.format("30 detik"), {"MB-05"}),
    "in words": (TIME.format("satu jam"), {"MB-03"}),
    "about": (TIME.format("± 1 jam"), {"MB-06"}),
    "limit met": (f"peringatan: Surat selesai dalam 1 minggu.\nkegiatan:\n{SLOW}", set()),
    "limit passed": (f"peringatan: Surat selesai dalam 3 hari kerja.\nkegiatan:\n{SLOW}", {"MB-04"}),
    "limit by the bureau's week": (
        (
            f"# sopgen.yaml\nwaktu_kerja: {{hari_per_minggu: 3}}\n# a.sop.yaml\n"
            f"peringatan: Surat selesai paling lambat 1 (satu) minggu sejak disposisi.\nkegiatan:\n{SLOW}"
        ),
        {"MB-04"},
    ),
    "the longest limit counts": (
        (
            "peringatan:\n  - Pemberitahuan paling lambat 1 jam setelah diterima.\n"
            f"  - Surat selesai paling lambat 5 hari kerja.\nkegiatan:\n{SLOW}"
        ),
        set(),
    ),
    "a day of the month is no limit": (
        f"peringatan: Laporan harus masuk paling lambat tanggal 3 bulan berikutnya.\nkegiatan:\n{SLOW}",
        set(),
    ),
    "a rule switched off": (
        f"# sopgen.yaml\naturan: {{KEG-01: mati}}\n# a.sop.yaml\n{TWO.format('Upload surat')}",
        set(),
    ),
    "a time given that Waktu does not give": (
        (
            "kegiatan:\n  - {uraian: Menyusun surat dalam waktu tiga hari, pelaksana: analis, waktu: 1 hari}\n"
            "  - {uraian: Mendokumentasikan surat, pelaksana: analis, waktu: 1 jam}\n"
        ),
        {"WKT-01"},
    ),
    "a limit that leaves time": (
        (
            "kegiatan:\n  - {uraian: Menyusun surat paling lama tiga hari, pelaksana: analis, waktu: 1 hari}\n"
            "  - {uraian: Mendokumentasikan surat, pelaksana: analis, waktu: 1 jam}\n"
        ),
        set(),
    ),
    "a name of dots": ("pengesahan: {jabatan: Kepala Bagian Umum, nama: ........}\n", {"HDR-04"}),
    "executors are no joint activity": (
        (
            "kegiatan:\n  - {uraian: Menyusun surat, pelaksana: [analis, arsiparis], bersama: Analis dan Arsiparis}\n"
            "  - {uraian: Mendokumentasikan surat, pelaksana: arsiparis}\n"
        ),
        {"AKT-02"},
    ),
    "what opens the title is handled as a thing": (
        (
            "judul: Gulali Warna\nkegiatan:\n  - {uraian: Membagikan gulali warna, pelaksana: analis}\n"
            "  - {uraian: Mendokumentasikan surat, pelaksana: analis}\n"
        ),
        {"JDL-01"},
    ),
    "another name for a column": ("tampilan: {label: {keterangan: Ket., kelengkapan: Persyaratan}}\n", set()),
}


@pytest.mark.parametrize("case", CASES)
def test_the_codes_are(case: str, tmp_path: Path) -> None:
    example, codes = CASES[case]

    assert {found.code for found in check_example(example, tmp_path)} == codes


def test_what_step_1_needs_is_not_held_against_the_step_that_returns_to_it(tmp_path: Path) -> None:
    example = (
        "kegiatan:\n"
        "  - {id: ajukan, uraian: Mengajukan permohonan, pelaksana: pemohon, kelengkapan: Formulir, output: Berkas}\n"
        "  - {uraian: Memeriksa berkas, pelaksana: analis, keputusan: {Ya: 3, Tidak: ajukan},"
        " kelengkapan: Berkas, output: Tanda terima}\n"
        "  - {uraian: Mengarsipkan berkas, pelaksana: analis, kelengkapan: Daftar hadir}\n"
    )
    found = [each for each in check_example(example, tmp_path) if each.code == "MB-02"]
    assert [each.message.en for each in found] == ["Kelengkapan does not continue the output of step 2."]
