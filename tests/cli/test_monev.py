from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEAST = "judul: {}\nnomor: {}\nstatus: {}\npelaksana: {{a: Staf}}\nkegiatan:\n  - {{uraian: Menulis, pelaksana: a}}\n"


@pytest.fixture
def bureau(project):
    folder = project / "specs"
    folder.mkdir(exist_ok=True)
    for name, status in (("satu", "berlaku"), ("dua", "konsep"), ("tiga", "dicabut")):
        (folder / f"{name}.sop.yaml").write_text(LEAST.format(f"SOP {name}", f"S-{name}", status), encoding="utf-8")
    (project / "sopgen.yaml").write_text("monev: {tempat: Contoh, penilai: {nama: Nama Penilai}}\n", encoding="utf-8")
    return project


def test_forms_of_sops_in_force_and_what_is_left_out(sopgen, bureau):
    outcome = sopgen("monev", "--masa", "2026-1")
    assert outcome.code == 0, outcome.err
    made = sorted(path.name for path in (bureau / "output/monev").iterdir())
    assert made == [f"{sheet}.{form}" for sheet in ("evaluasi", "monitoring") for form in ("docx", "pdf", "xlsx")]
    assert outcome.err.splitlines() == [
        f"{sheet}: {status}, tidak dicantumkan: {name}.sop.yaml"
        for sheet in ("monitoring", "evaluasi")
        for status, name in (("dicabut", "tiga"), ("konsep", "dua"))
    ]
    assert outcome.out.splitlines()[0] == "1 SOP → output/monev/monitoring.pdf"


def test_the_same_again_is_the_same(sopgen, bureau):
    arguments = ("monev", "--lembar", "berita-acara", "--lembar", "monitoring", "--usulkan", "--date", "2026-01-10")
    assert sopgen(*arguments).code == 0
    first = {path.name: path.read_bytes() for path in (bureau / "output/monev").iterdir()}
    assert set(first) == {
        "berita-acara.pdf",
        "berita-acara.docx",
        *(f"monitoring.{form}" for form in ("pdf", "docx", "xlsx")),
    }
    assert sopgen(*arguments).code == 0
    assert first == {path.name: path.read_bytes() for path in (bureau / "output/monev").iterdir()}


def test_a_form_that_was_filled_is_not_overwritten(sopgen, bureau):
    assert sopgen("monev", "--lembar", "monitoring", "--bentuk", "docx").code == 0
    target = bureau / "output/monev/monitoring.docx"
    target.write_bytes(target.read_bytes() + b" ")
    outcome = sopgen("monev", "--lembar", "monitoring", "--bentuk", "docx")
    assert outcome.code == 1
    assert "tidak ditimpa" in outcome.err


def test_a_spec_that_is_refused_is_told_and_the_others_are_listed(sopgen, bureau):
    (bureau / "specs/rusak.sop.yaml").write_text("judul: X\n", encoding="utf-8")
    outcome = sopgen("monev", "--lembar", "monitoring", "--bentuk", "pdf")
    assert outcome.code == 1
    assert "rusak.sop.yaml" in outcome.err
    assert (bureau / "output/monev/monitoring.pdf").exists()


def test_nothing_to_list_writes_nothing(sopgen, bureau):
    outcome = sopgen("--lang", "en", "monev", "specs/tiga.sop.yaml")
    assert outcome.code == 1
    assert "no sheet monitoring: there is no SOP to list" in outcome.err
    assert not (bureau / "output/monev").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--masa", "2026"), "--masa 2026: bukan semester"),
        (("--tanggal", "2026-02-31"), "--tanggal 2026-02-31: bukan tanggal"),
        (("--batas", "besok"), "--batas besok: bukan tanggal"),
        (("--lembar", "rapat"), "--lembar: nilai tidak dikenal"),
    ],
)
def test_what_the_command_line_cannot_mean(sopgen, bureau, arguments, told):
    outcome = sopgen("monev", *arguments)
    assert outcome.code == 2
    assert told in outcome.err
