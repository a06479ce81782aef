"""Choices told and activities counted in one text."""

from __future__ import annotations

import pytest

from sopgen.intake.sop import Isi
from sopgen.rules.language.activities import activities, conditions, describes_choice


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Memeriksa surat. Jika setuju menandatangani. Jika tidak setuju mengembalikan", 2),
        ("Menilai usulan. Apabila layak, menetapkannya; sebaliknya, menolaknya", 2),
        ("Menetapkan status. 1) Jika terbuka …; 2) jika perlu diuji …; 3) jika tidak ada, menyusun surat", 3),
        ("Melampirkan surat kuasa jika ada", 0),
        ("Memeriksa surat", 0),
    ],
)
def test_conditions_are_counted(text, count):
    assert conditions(text) == count


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("Memeriksa berkas, jika tidak lengkap dikembalikan", True),
        ("Menyetujui atau menolak usulan", True),
        ("Memutuskan usulan diterima atau tidak", True),
        ("Meneliti laporan; bila keliru, mengembalikannya", True),
        ("Menyusun laporan apabila kegiatan selesai", False),
        ("Menambahkan catatan bila perlu", False),
        ("Menyusun tanggapan jika diminta", False),
        ("Mengirim undangan melalui surat atau pos", False),
    ],
)
def test_a_choice_told_in_a_text(text, choice):
    assert describes_choice(text) is choice


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1) Mengesahkan laporan,\n2) Mempelajari rekomendasi", 2),
        ("Menyusun konsep surat dan memesan ruang rapat", 2),
        ("Mengumpulkan, mengolah, menganalisis, dan menyajikan data", 4),
        ("Menyusun jadwal. Menghitung biaya.", 2),
        ("Mengumpulkan dan mengolah data", 1),
        ("Mengumpulkan dan menyerahkan bahan kepada Kasubid", 1),
        ("Menerima berkas, mencatat dalam register, dan meneruskan kepada Kabag", 1),
        ("Memeriksa konsep dan menandatangani surat tugas", 2),
        ("Memeriksa dan menandatangani surat tugas", 1),
        ("Memeriksa konsep surat dan menandatangani surat", 1),
        ("Menerima surat untuk dicatat dan membuat tanda terima", 2),
        ("Menerima surat dan mencatatnya dalam buku agenda", 1),
        ("Mengirim undangan dan memesan konsumsi lalu menyiapkan ruang", 3),
        ("Mengirim undangan dan memesan konsumsi", 1),
        ("Memberi nomor surat, menggandakan surat, menyusun laporan, dan mengirimkan undangan kepada Arsiparis", 4),
        ("Menyusun laporan, menyampaikannya kepada Kabag, dan memesan ruang", 2),
        ("Menyusun konsep dan menyampaikan surat kepada Kabag", 1),
        ("Mengkaji ulang dan menyempurnakan rancangan peraturan", 1),
        ("Menyusun rencana untuk menghitung dan mengendalikan anggaran", 1),
        ("Menugaskan Analis menyusun daftar dan menyiapkan boks", 0),
        ("Mempelajari usulan, 1) Apabila sesuai memutuskan, 2) Apabila tidak mengembalikan", 1),
    ],
)
def test_activities_are_counted(text, count):
    assert len(activities(Isi(text))) == count


def test_a_block_list_of_activities_is_several():
    assert activities(Isi("Menyiapkan rapat:", ("mencetak undangan", "memesan ruang")))[1:]
