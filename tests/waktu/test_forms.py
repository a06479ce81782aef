"""Ways in which bureaus write a time: each is read as what it says, or said to be unreadable or no measure."""

from __future__ import annotations

import pytest

from sopgen.waktu.reading import Kind, read_waktu

DAY, WEEK, MONTH = 450, 5 * 450, 22 * 450

READ = {
    "2 (dua) hari kerja": (2 * DAY, 2 * DAY),
    "1 ½ jam": (90, 90),
    "1⁄2 jam": (30, 30),
    "⅓ jam": (20, 20),
    "setengah hari": (DAY / 2, DAY / 2),
    "maks. 3 hr": (3 * DAY, 3 * DAY),
    "maks 1 hr kerja": (DAY, DAY),
    "1 bln": (MONTH, MONTH),
    "5 HK": (5 * DAY, 5 * DAY),
    "60 menit/berkas": (60, 60),
    "10 Mnt/org": (10, 10),
    "15’/berkas": (15, 15),
    "15 menit setiap pasien": (15, 15),
    "1 hari 2 jam": (DAY + 120, DAY + 120),
    "5 hari, 2 jam, 10 menit": (5 * DAY + 130, 5 * DAY + 130),
    "20 menit + 10 menit": (30, 30),
    "5-10 mnt": (5, 10),
    "2 minggu kerja": (2 * WEEK, 2 * WEEK),
    "24 jam": (DAY, DAY),
    "1 x 24 jam": (DAY, DAY),
    "24 – 48 jam": (DAY, 2 * DAY),
    "12-24 jam": (DAY / 2, DAY),
    "7 x 24 jam": (7 * DAY, 7 * DAY),
    "2 x 45 menit": (90, 90),
    "1 - 2 (dua) hari": (DAY, 2 * DAY),
    "antara 1 dan 2 jam": (60, 120),
    "minimal 1 hari, maksimal 3 hari": (DAY, 3 * DAY),
    "1 hari kerja - 2 minggu": (DAY, 2 * WEEK),
    "<= 15 menit": (15, 15),
    "≤ 15 menit": (15, 15),
    "tidak lebih dari 1 jam": (60, 60),
    "selambatnya 3 hari": (3 * DAY, 3 * DAY),
    "selama 3 hari": (3 * DAY, 3 * DAY),
    "dalam waktu 3 hari": (3 * DAY, 3 * DAY),
    "7 hari (kalender)": (WEEK, WEEK),
    "1 hari kerja *)": (DAY, DAY),
    "2 hari kerja (15 jam)": (2 * DAY, 2 * DAY),
    "7 hari (1 minggu)": (7 * DAY, 7 * DAY),
}
VAGUE = (
    "± 30'",
    "-/+ 10 menit",
    "kurang-lebih 2 jam",
    "sekurang-kurangnya 15 menit",
    "setidaknya 2 jam",
    "hampir 1 jam",
    "1 jam 60 menit",
    "1/3 jam",
    "1 atau 2 hari",
)
UNSURE = (
    "sesuai kebutuhan",
    "triwulanan",
    "setiap akhir bulan",
    "setiap 3 bulan",
    "per 3 bulan",
    "2 kali seminggu",
    "3x sehari",
    "sampai selesai",
    "s.d. kegiatan selesai",
    "selama jam kerja",
    "bervariasi",
    "ad hoc",
    "seketika",
)
UNREADABLE = (
    "s.d. pukul 16.00",
    "H-3",
    "24 x 7",
    "08.00–10.00",
    "satu setengah jam",
    "1.30 jam",
    "5 menit, 10 menit",
    "30 menit (2 jam)",
    "3 hari/2 jam",
    "15 menit/2 berkas",
    "2 (tiga) hari",
    "minggu ke-2",
    "paling lambat tanggal 10",
    "2 jam sebelum rapat",
    "beberapa hari",
    "2 JP",
    "0 menit",
)


@pytest.mark.parametrize("text", READ)
def test_it_is_read(text):
    read = read_waktu(text)

    assert read.kind is Kind.SURE
    assert (read.shortest, read.longest) == pytest.approx(READ[text])
    assert not read.vague


@pytest.mark.parametrize("text", VAGUE)
def test_it_is_read_and_said_to_be_vague(text):
    read = read_waktu(text)

    assert read.kind is Kind.SURE
    assert read.vague


@pytest.mark.parametrize("text", UNSURE)
def test_it_is_no_measure(text):
    assert read_waktu(text).kind is Kind.UNSURE


@pytest.mark.parametrize("text", UNREADABLE)
def test_it_is_never_guessed(text):
    assert read_waktu(text).kind is Kind.UNREAD
