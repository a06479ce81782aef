"""A number that names another step than at the last build stops the build until somebody has looked."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.intake.form.form_samples import form_of

SPEC = """\
judul: Pemasangan Aplikasi
pelaksana: {staf: Staf, kabag: Kepala Bagian}
kegiatan:
  - uraian: Menerima permintaan
    pelaksana: staf
  - uraian: Menyiapkan perangkat
    pelaksana: staf
  - uraian: Mengerjakan proses instalasi
    pelaksana: staf
  - uraian: Memeriksa hasilnya. Jika baik …; jika tidak …
    pelaksana: kabag
    keputusan: {Ya: 5, Tidak: 3}
  - uraian: Mengarsipkan
    pelaksana: staf
"""
INSERTED = SPEC.replace(
    "  - uraian: Mengerjakan", "  - uraian: Mencatat nomor seri\n    pelaksana: staf\n  - uraian: Mengerjakan"
)


@pytest.fixture
def built(sopgen, project: Path) -> Path:
    spec = project / "specs/a.sop.yaml"
    spec.parent.mkdir()
    spec.write_text(SPEC, encoding="utf-8")
    assert build(sopgen).code == 0
    return spec


def build(sopgen: Any, *more: str) -> Any:
    return sopgen("build", "--format", "svg", *more)


def test_a_step_put_in_between_stops_the_build(sopgen, built: Path) -> None:
    built.write_text(INSERTED, encoding="utf-8")
    before = (built.parents[1] / "output/a.halaman-2.svg").read_bytes()
    outcome = build(sopgen)
    assert outcome.code == 1
    assert "specs/a.sop.yaml:14:21: BERKAS-02 (langkah 5): `Ya: 5` dahulu menuju “Mengarsipkan”" in outcome.err
    assert "“Mengarsipkan”, yang kini nomor 6.\n" in outcome.err
    assert "`Tidak: 3` dahulu menuju “Mengerjakan proses instalasi”, yang kini nomor 4.\n" in outcome.err
    assert (built.parents[1] / "output/a.halaman-2.svg").read_bytes() == before
    assert "BACA-31" in outcome.err
    assert build(sopgen).code == 1  # until somebody has looked
    built.write_text(INSERTED.replace("{Ya: 5, Tidak: 3}", "{Ya: 6, Tidak: 4}"), encoding="utf-8")
    assert build(sopgen).code == 0


def test_it_may_be_meant_so(sopgen, built: Path) -> None:
    text = INSERTED.replace("Ya: 5", "Ya: 6")
    built.write_text(text, encoding="utf-8")
    assert build(sopgen).code == 1
    assert build(sopgen, "--terima").code == 0
    built.write_text(text.replace("nomor seri", "nomor seri perangkat"), encoding="utf-8")
    assert build(sopgen).code == 0


def test_ids_cannot_shift(sopgen, built: Path) -> None:
    assert sopgen("fmt", "--ids", "specs").code == 0
    assert build(sopgen).code == 0
    text = built.read_text(encoding="utf-8")
    at = text.index("  - id: mengerjakan")
    built.write_text(f"{text[:at]}  - uraian: Mencatat\n    pelaksana: staf\n{text[at:]}", encoding="utf-8")
    assert build(sopgen).code == 0


@pytest.mark.parametrize(
    "changed",
    [
        SPEC.replace("Mengerjakan proses instalasi", "Memasang aplikasi di perangkat"),
        SPEC.replace("Mengerjakan proses instalasi", "Memasang").replace("Menyiapkan perangkat", "Membawa laptop"),
        SPEC.replace("Tidak: 3", "Tidak: 2"),
        SPEC + "  - uraian: Melaporkan\n    pelaksana: kabag\n",
    ],
    ids=["other words", "two in other words", "another number", "a step below"],
)
def test_what_means_the_same_step_still_is_no_shift(sopgen, built: Path, changed: str) -> None:
    built.write_text(changed, encoding="utf-8")
    assert build(sopgen).code == 0


def test_a_step_that_is_gone_and_accepted_findings(sopgen, built: Path) -> None:
    accepted = "abaikan:\n  - {aturan: KEG-01, kegiatan: 4, alasan: x}\n"
    built.write_text(SPEC + accepted, encoding="utf-8")
    assert build(sopgen).code == 0
    gone = SPEC.replace("  - uraian: Mengerjakan proses instalasi\n    pelaksana: staf\n", "")
    built.write_text(gone.replace("Ya: 5", "Ya: 4").replace("Tidak: 3", "Tidak: 2") + accepted, encoding="utf-8")
    outcome = build(sopgen)
    assert (
        "`kegiatan: 4` dahulu menuju “Memeriksa hasilnya. Jika baik …; jika tidak …”, yang kini nomor 3" in outcome.err
    )
    built.write_text(gone.replace("Ya: 5", "Ya: 4"), encoding="utf-8")
    assert "`Tidak: 3` dahulu menuju “Mengerjakan proses instalasi”, yang kini tidak ada" in build(sopgen).err


def opened(form: Path) -> Workbook:
    """As a program opens it: what was saved once is closed."""
    return load_workbook(io.BytesIO(form.read_bytes()))


def test_words_in_a_form_cannot_shift_and_numbers_can(sopgen, project: Path) -> None:
    form = project / "b.form.xlsx"
    form.write_bytes(form_of(SPEC))
    assert build(sopgen, "b.form.xlsx").code == 0
    book = opened(form)
    book["Kegiatan"].insert_rows(7)
    book["Kegiatan"]["B7"], book["Kegiatan"]["C7"] = "Mencatat nomor seri", "staf"
    book.save(form)
    assert build(sopgen, "b.form.xlsx").code == 0
    book = opened(form)
    book["Kegiatan"]["J9"] = "3 · Mencatat nomor seri"
    book.save(form)
    assert build(sopgen, "b.form.xlsx").code == 0
    book = opened(form)
    book["Kegiatan"].insert_rows(5)
    book["Kegiatan"]["B5"], book["Kegiatan"]["C5"] = "Mendaftar", "staf"
    book["Kegiatan"]["J10"] = "3"
    book.save(form)
    outcome = build(sopgen, "b.form.xlsx")
    assert outcome.code == 1
    assert "Kegiatan!J10" in outcome.err
