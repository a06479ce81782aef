"""`sopgen standar`: its files, what it tells of what lacks, and that no hand's work is overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

LENGKAP = Path(__file__).resolve().parents[2] / "specs" / "contoh-lengkap.sop.yaml"
BARE = (
    "judul: Pelayanan Surat\nsifat: pelayanan\npelaksana: {a: Petugas}\n"
    "kegiatan:\n  - {uraian: Membuat surat, pelaksana: a}\n"
)


@pytest.fixture
def bureau(project):
    (project / "specs").mkdir()
    (project / "specs" / "surat.sop.yaml").write_text(BARE, encoding="utf-8")
    return project


def test_it_writes_standard_and_pledge_as_pdf_and_docx(sopgen, bureau):
    told = sopgen("standar")

    assert told.code == 0
    names = {f"surat.{sheet}.{form}" for sheet in ("standar", "maklumat") for form in ("pdf", "docx")}
    assert {path.name for path in (bureau / "output").iterdir()} == names


def test_what_nobody_filled_in_is_named_and_nothing_is_invented(sopgen, bureau):
    told = sopgen("standar", "--lembar", "standar", "--bentuk", "docx")

    assert "komponen yang dicetak kosong: Persyaratan, Jangka waktu penyelesaian, Biaya/tarif" in told.out


def test_a_complete_one_has_nothing_to_tell(sopgen, bureau):
    shutil.copy(LENGKAP, bureau / "specs")
    shutil.copy(LENGKAP.with_name("contoh-logo.png"), bureau / "specs")

    told = sopgen("standar", "specs/contoh-lengkap.sop.yaml", "--lembar", "selebaran", "--bentuk", "pdf")
    assert told.out.splitlines() == ["specs/contoh-lengkap.sop.yaml → output/contoh-lengkap.selebaran.pdf"]


def test_a_file_changed_by_hand_stays(sopgen, bureau):
    sopgen("standar", "--lembar", "standar", "--bentuk", "docx")
    target = bureau / "output" / "surat.standar.docx"
    target.write_bytes(target.read_bytes() + b" ")

    assert sopgen("standar", "--lembar", "standar", "--bentuk", "docx").code == 1
    assert sopgen("standar", "--lembar", "standar", "--bentuk", "docx", "--force").code == 0


def test_a_sop_that_is_no_service_is_refused(sopgen, bureau):
    (bureau / "specs" / "surat.sop.yaml").write_text(BARE.replace("sifat: pelayanan", "sifat: rutin"), encoding="utf-8")

    told = sopgen("standar")
    assert told.code == 1
    assert "PUB-01" in told.err


def test_a_wrong_date_is_told(sopgen, bureau):
    told = sopgen("standar", "--tanggal", "5 Jamuari")
    assert told.code == 2
    assert "--tanggal" in told.err
