"""`sopgen standar`: its files, what it tells of what lacks, and that no hand's work is overwritten."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pypdfium2
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
    assert {path.name for path in (bureau / "output").iterdir()} == {*names, ".sopgen.json"}


def test_what_nobody_filled_in_is_named_and_nothing_is_invented(sopgen, bureau):
    told = sopgen("standar", "--lembar", "standar", "--bentuk", "docx")

    assert "komponen yang dicetak kosong: Persyaratan, Jangka waktu penyelesaian, Biaya/tarif" in told.out
    assert "Jaminan pelayanan" in told.out
    leaflet = sopgen("standar", "--lembar", "selebaran", "--bentuk", "docx").out
    assert "Biaya/tarif" in leaflet
    assert "Jaminan pelayanan" not in leaflet  # it is not printed there


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


SURAT = "specs/surat.sop.yaml"


def test_a_changed_promise_makes_the_standard_stale_and_build_tells_it(sopgen, bureau):
    """What hangs on the wall must not say another time than the SOP."""
    assert sopgen("standar", "--check").code == 3
    assert sopgen("standar").code == 0
    assert sopgen("build", "--jobs", "1").code == 0
    assert sopgen("standar", "--check").out == ""
    assert (sopgen("standar", "--check").code, sopgen("build", "--check").code) == (0, 0)

    (bureau / SURAT).write_text(BARE + "pelayanan: {jangka_waktu: 2 hari kerja}\n", encoding="utf-8")
    told = sopgen("build", "--jobs", "1")
    assert told.code == 0
    assert "output/surat.standar.pdf: usang (sopgen standar)" in told.err
    checked = sopgen("build", "--check")
    assert checked.code == 3
    assert checked.out.count("usang (sopgen standar)") == 4
    assert sopgen("standar", "--check").out.count("usang (sopgen standar)") == 4

    assert sopgen("standar").code == 0
    assert (sopgen("standar", "--check").code, sopgen("build", "--check").code) == (0, 0)


def test_a_day_that_was_asked_for_counts_until_another_is(sopgen, bureau):
    assert sopgen("standar", "--tanggal", "5-1-2026").code == 0
    assert sopgen("standar", "--check").code == 0
    assert sopgen("standar", "--check", "--tanggal", "2026-01-05").code == 0
    assert sopgen("standar", "--check", "--tanggal", "2026-01-06").code == 3
    assert sopgen("standar", "--check", "--force").code == 2


def test_the_day_above_the_signature_is_told_or_left_to_a_hand(sopgen, bureau):
    assert "tanggal penetapan: garis untuk ditulis tangan" in sopgen("standar").out
    (bureau / SURAT).write_text(BARE + "tanggal: {efektif: 2026-02-03}\n", encoding="utf-8")
    assert "tanggal penetapan: 3 Februari 2026, Tanggal Efektif SOP" in sopgen("standar").out
    assert "tanggal penetapan" not in sopgen("standar", "--tanggal", "-").out
    assert "3 Februari" not in _words(bureau / "output" / "surat.maklumat.pdf")


def _words(path):
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


def test_an_edited_paper_is_told_with_the_command_that_makes_it(sopgen, bureau):
    sopgen("standar", "--bentuk", "docx")
    target = bureau / "output" / "surat.standar.docx"
    target.write_bytes(target.read_bytes() + b" ")
    told = sopgen("standar", "--check", "--bentuk", "docx")
    assert told.code == 1
    assert "output/surat.standar.docx: diubah tangan" in told.out
    (bureau / SURAT).write_text(BARE.replace("Surat", "Akta"), encoding="utf-8")
    told = sopgen("build", "--check")
    assert told.code == 1
    assert "pindahkan berkas itu, lalu sopgen standar" in told.out


def test_papers_of_a_spec_that_is_gone_are_told(sopgen, bureau):
    sopgen("standar")
    (bureau / SURAT).rename(bureau / "specs" / "akta.sop.yaml")
    sopgen("build", "--jobs", "1")
    assert sopgen("build", "--check").out.count("tanpa spesifikasi, ") == 4


ROUTINE = BARE.replace("sifat: pelayanan", "sifat: rutin")


def test_of_a_folder_what_is_no_service_is_left_out_and_told(sopgen, bureau):
    (bureau / "specs" / "rutin.sop.yaml").write_text(ROUTINE, encoding="utf-8")
    (bureau / SURAT).write_text(BARE.replace("{a: Petugas}", "{a: {nama: Pemohon, peran: pemohon}}"), encoding="utf-8")
    for command in (("standar",), ("standar", "specs"), ("build", "--edisi", "publik", "--jobs", "1")):
        told = sopgen(*command)
        assert told.code == 0
        assert "specs/rutin.sop.yaml: dilewati, bukan SOP pelayanan" in told.err
        assert sopgen(*command, "--check").code == 0
    assert not list((bureau / "output").glob("rutin*"))
    for command in (("standar",), ("build", "--edisi", "publik", "--jobs", "1")):
        told = sopgen(*command, "specs/rutin.sop.yaml", SURAT)
        assert told.code == 1
        assert "PUB-01" in told.err
    (told,) = json.loads(sopgen("build", "--edisi", "publik", "--report", "json").out)["specs"][:1]
    assert told["status"] == "left_out"


def test_a_folder_without_any_service_is_refused(sopgen, bureau):
    (bureau / SURAT).write_text(ROUTINE, encoding="utf-8")
    for command in (("standar",), ("build", "--edisi", "publik", "--jobs", "1")):
        told = sopgen(*command)
        assert told.code == 1
        assert "PUB-01" in told.err
