"""Labels, dates, branch words and list marks as offices write them."""

from __future__ import annotations

from datetime import date

import pytest

from sopgen.drawn.head import Lane
from sopgen.drawn.lanes import lane_names
from sopgen.drawn.officer import officer_of
from sopgen.drawn.passages import passage
from sopgen.drawn.words import BOXES, COLUMNS, HEADER, meaning, polarity, read_date


@pytest.mark.parametrize(
    ("text", "table", "key"),
    [
        ("No. SOP", HEADER, "nomor"),
        ("TGL. PEMBUATAN", HEADER, "pembuatan"),
        ("Tanggal Pengesahan", HEADER, "efektif"),
        ("Disahkan oleh", HEADER, "pengesahan"),
        ("JUDUL SOP", HEADER, "judul"),
        ("Peralatan / Perlengkapan", BOXES, "peralatan"),
        ("Keterkaitan dengan SOP lain", BOXES, "keterkaitan"),
        ("Pencatatan & Pendataan", BOXES, "pencatatan"),
        ("Kualifikasi Pelaksna", BOXES, "kualifikasi_pelaksana"),
        ("PERSYARATAN/KE LENGKAPAN", COLUMNS, "kelengkapan"),
        ("Aktivitas", COLUMNS, "kegiatan"),
        ("Ket.", COLUMNS, "keterangan"),
        ("Out put", COLUMNS, "output"),
        ("Keluaran (Output)", COLUMNS, "output"),
        ("Lama Waktu", COLUMNS, "waktu"),
        ("Hasil / Keluaran", COLUMNS, "output"),
        ("Waktu (hari kerja)", COLUMNS, "waktu"),
        ("Waktu dan Output", COLUMNS, None),
        ("Staf Pelaksana Bagian", COLUMNS, None),
        ("", COLUMNS, None),
    ],
)
def test_what_a_label_means(text, table, key):
    assert meaning(text, table) == key


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 November 2017", date(2017, 11, 1)),
        ("02-01-2020", date(2020, 1, 2)),
        ("02/01/2020", date(2020, 1, 2)),
        ("2 Jan. 2020", date(2020, 1, 2)),
        ("Jakarta, 7 Pebruari 2014", date(2014, 2, 7)),
        ("2018-10-17", date(2018, 10, 17)),
        ("31 Februari 2020", None),
        ("-", None),
        ("segera", None),
    ],
)
def test_dates(text, day):
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "says"),
    [("Ya", True), ("Y", True), ("T", False), ("Tdk", False), ("tidak lengkap", False), ("Lengkap", True),
     ("Sesuai", True),      ("Belum", False), ("Staf", None), ("Ya atau tidak tergantung pada pejabat", None)],
)  # fmt: skip
def test_branch_words(text, says):
    assert polarity(text) is says


@pytest.mark.parametrize(
    ("text", "wrapped", "read"),
    [
        ("1. satu\n2. dua", False, ["satu", "dua"]),
        ("- satu\n- dua", False, ["satu", "dua"]),
        ("1. Alat tulis; 2. Formulir", False, ["Alat tulis", "Formulir"]),
        ("Berkas:\n1) satu\n2) dua", False, {"teks": "Berkas:", "butir": ["satu", "dua"]}),
        ("dua baris\nyang diketik", False, "dua baris\nyang diketik"),
        ("dua baris\nyang dipotong", True, "dua baris yang dipotong"),
        ("Undang-\nUndang", True, "Undang-Undang"),
        ("1. Peraturan Nomor\n96 Tahun 2012", True, ["Peraturan Nomor 96 Tahun 2012"]),
        ("-", False, "-"),
        ("Menyusun rapat\n✓", True, "Menyusun rapat ✓"),
        ("✓ satu\n✓ dua", True, ["satu", "dua"]),
        ("", True, ""),
    ],
)
def test_passages(text, wrapped, read):
    assert passage(text, wrapped=wrapped) == read


@pytest.mark.parametrize(
    ("text", "behalf", "office", "name"),
    [
        ("a.n. Sekretaris pada nota,\nanggaran dan hukum\nKepala Bagian", "Sekretaris pada nota, anggaran dan hukum",
         "Kepala Bagian", ""),
        ("Kepala Biro Hukum dan\nhubungan masyarakat\n\nNama Pejabat", "", "Kepala Biro Hukum dan hubungan masyarakat",
         "Nama Pejabat"),
        ("a.n. Kepala Biro\nub. Kepala Bagian\n\nNama Pejabat", "Kepala Biro", "ub. Kepala Bagian", "Nama Pejabat"),
    ],
)  # fmt: skip
def test_an_office_of_several_lines_goes_on_in_small_letters(text, behalf, office, name):
    assert officer_of(text)[:3] == (behalf, office, name)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("RESEPSIONI\nS", "RESEPSIONIS"),
        ("KEPALA NARASUMBE\nR", "KEPALA NARASUMBER"),
        ("Widyaiswar\na", "Widyaiswara"),
        ("BENDAHAR\nA", "BENDAHARA"),
        ("WIDYAISWAR\nA", "WIDYAISWARA"),
        ("ASISTEN\nI", "ASISTEN I"),
        ("LOKET\nA", "LOKET A"),
        ("KASUBBAG\nTU", "KASUBBAG TU"),
        ("Kepala\nS", "Kepala S"),
    ],
)
def test_the_last_letter_of_a_lane_that_its_cell_cut_off(name, read):
    assert lane_names((Lane(name, (0, 50)),), (), wrapped=True) == (read,)
