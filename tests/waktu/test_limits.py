"""Times within a longer text."""

from __future__ import annotations

import pytest

from sopgen.intake.loaded import WaktuKerja
from sopgen.waktu.limits import Sense, limits_in

HOURS = WaktuKerja()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Menerbitkan laporan paling lama tiga hari kerja", "tiga hari kerja"),
        ("Menerbitkan SPM dalam jangka waktu dua belas hari", "dua belas hari"),
        ("Menerbitkan surat dalam tempo 15 menit", "15 menit"),
        ("Menguji kendaraan (maks. 30 menit)", "30 menit"),
        ("Merespons pasien kurang dari 5 menit", "5 menit"),
        ("Menerbitkan kartu selambatnya 1 hari kerja", "1 hari kerja"),
        ("Membekukan koleksi selama dua minggu", "dua minggu"),
    ],
)
def test_it_is_found_as_the_text_has_it(text, shown):
    assert [limit.shown for limit in limits_in(text, HOURS)] == [shown]


@pytest.mark.parametrize(
    "text",
    [
        "Mengirim undangan paling lambat 3 hari sebelum rapat",
        "Mengimunisasi bayi berusia kurang dari 7 hari",
        "Mengawetkan contoh tidak kurang dari 2 jam",
        "Menyusun jadwal dalam 1 bulan ke depan",
        "Menyerahkan paling lambat tanggal 5 bulan berikutnya",
    ],
)
def test_what_counts_from_elsewhere_is_none(text):
    assert not list(limits_in(text, HOURS))


def test_a_time_simply_given_is_told_from_the_most_that_it_may_take():
    def sense(text):
        (limit,) = limits_in(text, HOURS)
        return limit.sense, limit.is_alone

    assert sense("Menilai berkas dalam waktu 3 hari kerja.") == (Sense.GIVEN, True)
    assert sense("Menilai berkas dalam waktu 3 hari kerja sejak diterima") == (Sense.GIVEN, False)
    assert sense("Menilai berkas dalam waktu paling lama 3 hari kerja") == (Sense.MOST, True)
