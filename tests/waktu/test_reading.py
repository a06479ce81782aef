"""The texts of waktu in minutes of working time."""

from __future__ import annotations

import re

import pytest

from sopgen.intake.loaded import WaktuKerja
from sopgen.waktu.reading import LENGTH, Kind, read_waktu

DAY, WEEK, MONTH = 450, 5 * 450, 22 * 450


@pytest.mark.parametrize(
    ("text", "shortest", "longest"),
    [
        ("15 menit", 15, 15),
        ("15 Menit.", 15, 15),
        ("1 jam 30 menit", 90, 90),
        ("1,5 jam", 90, 90),
        ("½ jam", 30, 30),
        ("1½ jam", 90, 90),
        ("1/2 jam", 30, 30),
        ("1.000 menit", 1000, 1000),
        ("1.5 jam", 90, 90),
        ("1 hari", DAY, DAY),
        ("1 (satu) hari kerja", DAY, DAY),
        ("7 hari kalender", WEEK, WEEK),
        ("1 minggu", WEEK, WEEK),
        ("2 bulan", 2 * MONTH, 2 * MONTH),
        ("1 tahun", 12 * MONTH, 12 * MONTH),
        ("15-30 menit", 15, 30),
        ("15 – 30 menit", 15, 30),
        ("30 menit s.d. 1 jam", 30, 60),
        ("30 s/d 60 menit", 30, 60),
        ("1 sampai dengan 3 hari kerja", DAY, 3 * DAY),
        ("1 x 24 jam", DAY, DAY),
        ("2x24 jam", 2 * DAY, 2 * DAY),
        ("paling lama 3 × 24 Jam.", 3 * DAY, 3 * DAY),
        ("1 (satu) x 24 (dua puluh empat) jam", DAY, DAY),
        ("24 jam", 450, 450),
        ("3 x 2 jam", 360, 360),
        ("paling lama 3 hari kerja", 3 * DAY, 3 * DAY),
        ("± 15 menit", 15, 15),
        ("1 hari kerja (sejak berkas lengkap)", DAY, DAY),
        ("paling lama 3 hari kerja sejak diterima", 3 * DAY, 3 * DAY),
    ],
)
def test_a_time_is_read(text, shortest, longest):
    read = read_waktu(text)

    assert read.kind is Kind.SURE
    assert (read.shortest, read.longest) == pytest.approx((shortest, longest))


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("15 menit/berkas", "berkas"),
        ("15 menit per berkas", "berkas"),
        ("15 menit (per berkas)", "berkas"),
        ("15 menit untuk setiap berkas", "berkas"),
        ("5 menit tiap dokumen", "dokumen"),
        ("1 hari kerja/ 1 berkas", "berkas"),
        ("15-30 menit/berkas", "berkas"),
    ],
)
def test_what_a_time_is_for(text, per):
    read = read_waktu(text)

    assert (read.kind, read.per, read.vague) == (Kind.SURE, per, "")


@pytest.mark.parametrize(
    "text", ["sesuai kebutuhan", "Sesuai jadwal", "-", "–", "triwulanan", "sepanjang tahun", "segera"]
)
def test_what_is_no_measure(text):
    assert read_waktu(text).kind is Kind.UNSURE


@pytest.mark.parametrize("text", ["dua jam", "15", "menit", "lama", "15 menit lalu 3", "besok pagi"])
def test_what_cannot_be_read(text):
    assert read_waktu(text).kind is Kind.UNREAD


@pytest.mark.parametrize(
    "text", ["30-15 menit", "15/30 menit", "15 menit/", "± 15 menit", "minimal 1 jam", "1 jam atau lebih"]
)
def test_what_is_vague(text):
    assert read_waktu(text).vague


def test_an_odd_unit_is_named():
    assert read_waktu("2 triwulan").odd_unit == "triwulan"
    assert read_waktu("2 bulan").odd_unit == ""


def test_nothing_is_empty():
    assert read_waktu("").kind is Kind.EMPTY


def test_the_bureau_sets_its_hours():
    assert read_waktu("1 bulan", WaktuKerja(8, 6, 25)).longest == 25 * 8 * 60
    assert read_waktu("2 x 24 jam", WaktuKerja(8, 6, 25)).longest == 2 * 8 * 60


@pytest.mark.parametrize(
    "text", ["3 hari kerja", "1 x 24 jam", "1 (satu) x 24 (dua puluh empat) jam", "2 (dua) minggu"]
)
def test_a_length_is_found_whole_in_a_sentence(text):
    found = re.search(LENGTH, f"diselesaikan paling lambat {text} sejak diterima")

    assert found
    assert found[0] == text


@pytest.mark.parametrize("text", ["10 menit / 1 jam", "5 menit / 2 hari", "2 jam/3 hari kerja"])
def test_two_lengths_of_unlike_units_are_none(text):
    assert read_waktu(text).kind is Kind.UNREAD


def test_two_lengths_of_one_unit_are_a_doubtful_range():
    assert read_waktu("15 menit / 30 menit").vague
