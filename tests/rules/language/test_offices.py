"""Offices as texts name them, against the columns."""

from __future__ import annotations

import pytest

from sopgen.intake.sop import Pelaksana
from sopgen.rules.language.handing import hands_over_to
from sopgen.rules.language.offices import (
    addressed,
    behind_label,
    is_known,
    is_lane,
    is_named,
    leading_office,
    likeliest,
    named_first,
)

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


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("Kaprodi", "Ketua Program Studi"),
        ("Kepsek", "Kepala Sekolah"),
        ("Kades", "Kepala Desa"),
        ("Wadir", "Wakil Direktur"),
        ("Kalapas", "Kepala Lapas"),
        ("Kakanim", "Kepala Kantor Imigrasi"),
        ("Sekwan", "Sekretaris Dewan"),
        ("Sekwan", "Sekretaris DPRD"),
        ("Kalaksa", "Kepala Pelaksana"),
        ("Kasi Pidum", "Kepala Seksi Tindak Pidana Umum"),
        ("Kasi Kesra", "Kepala Seksi Kesejahteraan Rakyat"),
        ("Kasubbag TU", "Kepala Subbagian Tata Usaha"),
        ("Kasi Intel", "Kepala Seksi Intelijen"),
    ],
)
def test_a_clipped_name_is_its_column(short, whole):
    assert is_lane(short, Pelaksana("a", whole))


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("Kasubdit", "Kepala Subbidang"),
        ("Kasir", "Kepala Seksi"),
        ("Kepala", "Ketua Tim"),
        ("Kabid", "Kepala Bagian"),
        ("Sekdes", "Sekretaris Daerah"),
        ("Kasi Pidsus", "Kepala Seksi Tindak Pidana Umum"),
        ("Kasubbag TU", "Kepala Subbagian Umum"),
        ("Panitera Pengganti", "Panitera"),
    ],
)
def test_what_is_clipped_of_other_words_is_another(short, whole):
    assert not is_lane(short, Pelaksana("a", whole))


KABIRO, KABAG = Pelaksana("kabiro", "Kepala Biro Umum"), Pelaksana("kabag", "Kepala Bagian Rumah Tangga")


@pytest.mark.parametrize(
    ("text", "own", "himself"),
    [
        ("Menyerahkan laporan kepada Kepala Biro Umum", KABIRO, True),
        ("Menyerahkan laporan kepada Kepala Biro", KABIRO, True),
        ("Menyampaikan usulan ke Kabag untuk disetujui", KABAG, True),
        ("Menyampaikan usulan ke Kabag", KABIRO, False),
        ("Menyerahkan laporan kepada Kepala", KABIRO, False),  # either of the two
        ("Menyerahkan undangan kepada Kepala Bagian terkait", KABAG, False),
        ("Menyerahkan undangan kepada Kepala Bagian lain", KABAG, False),
        ("Menyerahkan undangan kepada Kepala Bagian dan Kepala Biro", KABAG, False),
        ("Menerima laporan dari Kepala Bagian", KABAG, False),
    ],
)
def test_who_hands_over_to_himself_by_a_shorter_name(text, own, himself):
    columns = (KABIRO, KABAG)

    assert any(hands_over_to(each, [own.id], columns, text) for each in addressed(text, columns)) is himself


def test_the_only_head_is_meant_by_the_rank_alone():
    (mention,) = addressed("Menyerahkan laporan kepada Kepala", (KABIRO,))

    assert hands_over_to(mention, ["kabiro"], (KABIRO, COLUMNS[2]), "Menyerahkan laporan kepada Kepala")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Menyampaikan jadwal kepada Pengawas Sekolah", "Pengawas Sekolah"),
        ("Meminta pertimbangan Kepala Bagian Hukum", "Kepala Bagian Hukum"),
        ("Memohon persetujuan Sekretaris Daerah", "Sekretaris Daerah"),
        ("Mengirim berkas kepada Kasat Reskrim", "Kasat Reskrim"),
        ("Meminta bantuan Komandan Pleton", "Komandan Pleton"),
    ],
)
def test_more_offices_without_a_column(text, shown):
    (mention,) = addressed(text)

    assert mention.shown == shown
    assert not is_known(mention, COLUMNS)


@pytest.mark.parametrize("text", ["Membagikan soal kepada guru", "Meminta keterangan responden", "Memohon maaf"])
def test_anybody_is_no_office(text):
    assert list(addressed(text)) == []


def test_qualifications_of_a_job_are_told_with_its_name():
    assert named_first("Guru: S1 Kependidikan", COLUMNS) == "Guru"
    assert named_first("Dokter mampu menegakkan diagnosis", COLUMNS) == "Dokter"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Menyerahkan berkas kepada Panitera Muda", ("Panitera", "Panitera Pengganti")),
        ("Meminta paraf Sekretaris Badan pada konsep", ("Kepala Badan", "Analis")),
        ("Meneruskan usulan kepada Supervisor", ("Kepala Seksi",)),
    ],
)
def test_an_office_of_its_own_is_none_of_the_columns(text, columns):
    lanes = tuple(Pelaksana(str(at), name) for at, name in enumerate(columns))
    (mention,) = addressed(text, lanes)

    assert not is_known(mention, lanes)


def test_a_member_of_a_column_that_is_a_body_is_known():
    lanes = (Pelaksana("a", "Pokja Pemilihan"),)
    (mention,) = addressed("Menyerahkan berkas kepada Sekretaris Pokja Pemilihan", lanes)

    assert is_known(mention, lanes)


@pytest.mark.parametrize(
    "text", ["Wajib Pajak mengambil nomor antrean", "Selanjutnya Wajib Pajak harus mengambil nomor antrean"]
)
def test_a_name_may_open_with_what_elsewhere_is_a_modal(text):
    assert leading_office(text, (Pelaksana("wp", "Wajib Pajak"),))


def test_initials_of_a_column_open_a_qualification():
    assert named_first("TRC terlatih dalam pertolongan", (Pelaksana("a", "Tim Reaksi Cepat"),)) == "TRC"
