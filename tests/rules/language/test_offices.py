"""Offices as texts name them, against the columns."""

from __future__ import annotations

import pytest

from sopgen.intake.sop import Pelaksana
from sopgen.rules.language.offices import addressed, behind_label, is_known, is_named, leading_office, likeliest

COLUMNS = (
    Pelaksana("kabag", "Kabag Umum"),
    Pelaksana("kasubid", "Kasubid"),
    Pelaksana("ppk", "Pejabat Pembuat Komitmen"),
    Pelaksana("tim", "Tim Pertimbangan/Penilai"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Menyerahkan surat kepada Kabag",
        "Menyerahkan surat kepada Kepala Bagian Umum",
        "Menyerahkan surat ke kabag umum untuk diperiksa",
        "Mengajukan tagihan kepada PPK",
        "Mengajukan tagihan kepada Pejabat Pembuat Komitmen (PPK)",
        "Menugaskan Tim Penilai membahas usulan",
    ],
)
def test_a_column_is_known_under_its_names(text):
    mentions = list(addressed(text))

    assert mentions
    assert all(is_known(mention, COLUMNS) for mention in mentions)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Menyerahkan laporan kepada Kasubdit untuk diarsipkan", "Kasubdit"),
        ("Menyerahkan laporan kepada Kabag Keuangan", "Kabag Keuangan"),
        ("Membahas laporan bersama Sekretaris Daerah", "Sekretaris Daerah"),
        ("Memerintahkan Bendahara membayar tagihan", "Bendahara"),
    ],
)
def test_an_office_without_a_column_is_not(text, shown):
    (mention,) = addressed(text)

    assert mention.shown == shown
    assert not is_known(mention, COLUMNS)


@pytest.mark.parametrize(
    "text",
    ["Menyusun konsep Keputusan Bupati", "Mengirim surat kepada masyarakat", "Membagikan bahan kepada petugas"],
)
def test_what_is_no_office_addressed(text):
    assert list(addressed(text)) == []


def test_the_nearest_column_is_suggested():
    near = likeliest("Kasubdit", COLUMNS)

    assert near is not None
    assert near.id == "kasubid"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kabag Umum: Memeriksa surat", "Kabag Umum"),
        ("PPK menerima tagihan", "PPK"),
        ("Pemohon akan mengisi formulir", "Pemohon"),
        ("Memeriksa surat bersama Kabag", ""),
        ("Pengadaan barang melalui aplikasi", ""),
        ("Penyerahan surat, lalu menyimpannya", ""),
    ],
)
def test_a_text_that_opens_with_an_executor(text, name):
    assert leading_office(text, COLUMNS) == name


def test_a_label_is_taken_off():
    assert behind_label("Kabag Umum: Memeriksa surat", COLUMNS) == "Memeriksa surat"
    assert behind_label("Catatan: Memeriksa surat", COLUMNS) == "Catatan: Memeriksa surat"


def test_the_short_name_names_an_executor():
    assert is_named(COLUMNS[0], "Menyerahkan surat kepada Kabag")
    assert not is_named(COLUMNS[0], "Menyerahkan surat kepada Kabid")
