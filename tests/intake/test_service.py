"""What a service SOP says beside the form, its status and its revisions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopgen.intake.sop import JangkaWaktu, Kotak, Revisi
from tests.intake.small_specs import FINE, load, refused

BUREAU = """
pelayanan:
  biaya: Tidak dipungut biaya
  pengaduan:
    - Surel contoh@contoh.go.id
    - Kotak saran
  jangka_waktu: {lama: 5 hari kerja, sejak: berkas lengkap}
"""


def test_what_is_not_said_is_not_assumed(tmp_path: Path) -> None:
    sop = load(tmp_path, FINE).sop
    assert not any(any(value) if isinstance(value, tuple) else value for value in sop.pelayanan)
    assert sop.riwayat == ()
    assert (sop.status, sop.digantikan_oleh) == ("berlaku", "")


def test_the_bureau_says_what_its_services_share(tmp_path: Path) -> None:
    spec = FINE + "pelayanan:\n  jangka_waktu: 10 hari kerja\n  pengaduan: Loket\n  produk:\n    - Surat\n"
    found = load(tmp_path, spec, defaults=BUREAU).sop.pelayanan
    assert found.biaya == Kotak("Tidak dipungut biaya")
    assert found.pengaduan == Kotak("Loket")  # a list is replaced, not mixed
    assert found.jangka_waktu == JangkaWaktu("10 hari kerja", "berkas lengkap")
    assert found.produk == Kotak("", ("Surat",))


def test_revisions_in_the_order_written(tmp_path: Path) -> None:
    spec = FINE + (
        "status: dicabut\ndigantikan_oleh: SOP-2/X/2026\nriwayat:\n"
        "  - {revisi: 1, tanggal: 2025-01-05, bagian: kegiatan 2, semula: 1 jam, menjadi: 2 jam, alasan: Evaluasi}\n"
        "  - revisi: 02\n"
    )
    sop = load(tmp_path, spec).sop
    assert (sop.status, sop.digantikan_oleh) == ("dicabut", "SOP-2/X/2026")
    assert sop.riwayat == (
        Revisi("1", date(2025, 1, 5), "kegiatan 2", "1 jam", "2 jam", "Evaluasi"),
        Revisi("02"),
    )


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("status: batal\n", "BACA-22", 6),
        ("pelayanan: {tarif: 5}\n", "BACA-18", 6),
        ("riwayat:\n  - {tanggal: 2025-02-30}\n", "BACA-23", 7),
        ("pelayanan:\n  biaya: Rp5.000 # sekali\n", "BACA-15", 7),
        ("riwayat:\n  - {semula: a #b\n    }\n", "BACA-15", 7),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(tmp_path: Path, text: str, code: str, line: int) -> None:
    found = refused(tmp_path, FINE + text)
    assert [(d.code, d.span.line) for d in found if d.span] == [(code, line)]


@pytest.mark.parametrize("key", ["status: konsep", "riwayat: []", "digantikan_oleh: X"])
def test_a_bureau_has_no_revisions(tmp_path: Path, key: str) -> None:
    assert len(refused(tmp_path, FINE, defaults=key + "\n")) == 1
