from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from sopgen import pipeline
from sopgen.cli.new import TEMPLATE
from sopgen.diagnostics import Severity
from sopgen.editing.house import house_text
from sopgen.editing.targets import mentions
from sopgen.intake import MemorySource, model
from sopgen.starters.steps import PATTERNS
from sopgen.starters.whole import OFFERED, example_of

Sopgen = Callable[..., Any]


def test_a_new_spec_builds_at_once_and_breaks_no_mandatory_rule(sopgen: Sopgen, project: Path) -> None:
    outcome = sopgen("new", "surat-masuk")
    assert outcome.code == 0
    assert outcome.out.startswith("specs/surat-masuk.sop.yaml ditulis")
    assert sopgen("build").code == 0
    loaded = pipeline.load(project / "specs/surat-masuk.sop.yaml")
    found = pipeline.check(loaded, today=date(2025, 3, 1))
    assert {each.code for each in found if each.severity is Severity.WAJIB} == {"TIK-02"}
    assert len([each for each in found if each.code != "TIK-02"]) <= 3, [each.code for each in found]


def test_what_nobody_replaced_is_named_by_check_and_build(sopgen: Sopgen, project: Path) -> None:
    sopgen("new", "surat-masuk")
    built = sopgen("build", "--format", "svg")
    assert "isian contoh ‹…› belum diganti: nomor, instansi, unit, jabatan, nama" in built.out
    again = sopgen("build", "--format", "svg")
    assert "tidak berubah  1" in again.out
    assert "surat-masuk: isian contoh ‹…› belum diganti: nomor, instansi, unit, jabatan, nama" in again.out
    checked = sopgen("check")
    assert checked.code == 1
    assert "TIK-02 wajib: Isian contoh ‹BAGIAN ORGANISASI› belum diganti." in checked.out
    path = project / "specs/surat-masuk.sop.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("‹", "").replace("›", ""), encoding="utf-8")
    assert sopgen("check").code == 1  # the number and the name of the sample
    assert "belum diganti: nomor, nama" in sopgen("build", "--format", "svg").out
    sound = (
        path.read_text(encoding="utf-8").replace("SOP-001/ORG/2025", "SOP-7/ORG/2026").replace("Nama Pejabat", "Rina")
    )
    path.write_text(sound, encoding="utf-8")
    for _ in range(2):
        assert "isian contoh" not in sopgen("build", "--format", "svg").out


def test_what_the_bureau_says_is_not_written_again(sopgen: Sopgen, project: Path) -> None:
    (project / "sopgen.yaml").write_text(
        "unit: BIRO\ntampilan: {kertas: F4}\npengesahan: {nama: X}\n", encoding="utf-8"
    )
    for more in ((), ("--pola", "pembuatan")):
        name = f"a{len(more)}"
        assert sopgen("new", name, *more).code == 0
        text = (project / f"specs/{name}.sop.yaml").read_text(encoding="utf-8")
        assert not re.search("^(unit|tampilan|pengesahan):", text, re.MULTILINE)
        loaded = pipeline.load(project / f"specs/{name}.sop.yaml")
        assert (loaded.sop.unit, loaded.sop.pengesahan.nama) == (("BIRO",), "X")


def test_a_form_s_placeholders_are_named_by_their_cells(sopgen: Sopgen, project: Path) -> None:
    assert sopgen("new", "a", "--pola", "pembuatan", "--form", "--aspek", "rapat", "--hasil", "laporan").code == 0
    (project / "sopgen.yaml").write_text("instansi: ‹nama instansi›\n", encoding="utf-8")
    told = sopgen("build", "--format", "svg").out
    assert "a: isian contoh ‹…› belum diganti: Identitas!B6, Identitas!B11, " in told
    assert "'Isi kotak'!B5" in told


ANSWERS = ("--unit", "Bagian Umum", "--aspek", "kegiatan rapat", "--hasil", "laporan")


@pytest.mark.parametrize("pattern", [*PATTERNS, "teknis"])
def test_every_pattern_is_sound(sopgen: Sopgen, project: Path, pattern: str) -> None:
    which = ("--jenis", "teknis") if pattern == "teknis" else ("--pola", pattern, "--pembayaran")
    assert sopgen("new", "a", *which, *ANSWERS).code == 0
    loaded = pipeline.load(project / "specs/a.sop.yaml")
    assert pipeline.lay_out(loaded).figures.crossings == 0
    codes = {each.code for each in pipeline.check(loaded, today=date(2025, 3, 1))}
    assert codes <= {"TIK-02", "HDR-05", "HDR-06", "HDR-08", "MB-02", "JNS-05", "PUB-02"}, codes
    assert any(step.keputusan for step in loaded.sop.kegiatan)
    assert not any(mention.text.isdigit() for mention in mentions(loaded.data))
    assert any("Membayar" in step.uraian.teks for step in loaded.sop.kegiatan) == pattern.startswith("pelayanan")


def test_a_pattern_as_a_form_says_the_same(sopgen: Sopgen, project: Path) -> None:
    for more in ((), ("--form",)):
        assert (
            sopgen("new", "a", "--pola", "penyusunan", *ANSWERS, "--pelaksana", "Deputi; Kabid; Staf", *more).code == 0
        )
    form, text = (pipeline.load(project / f"specs/a.{end}").sop for end in ("form.xlsx", "sop.yaml"))
    assert form == text
    assert [lane.nama for lane in text.pelaksana] == ["Deputi", "Kabid", "Staf", "Arsiparis"]
    assert sopgen("form", "b", "--pola", "penyusunan").code == 0
    assert sopgen("form", "c", "--pola", "tiada").code == 2
    assert sopgen("new", "c", "--pola", "tiada").code == 2
    assert sopgen("new", "c", "--pola", "pembuatan", "--pelaksana", "a;b;c;d").code == 2
    assert "pelayanan-produk" in sopgen("new", "--daftar-pola").out


def test_on_a_terminal_six_questions_are_asked(sopgen: Sopgen, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = iter(["", "6", "", "Dinas Contoh", "pengujian alat", "sertifikat", "ya"])
    asked: list[str] = []

    def prompt(text: str, *, default: str, **_: Any) -> str:
        asked.append(text)
        return next(told) or default

    monkeypatch.setattr("click.prompt", prompt)
    monkeypatch.setattr("sys.stdin", type("Terminal", (io.StringIO,), {"isatty": lambda _: True})())
    assert sopgen("new", "uji").code == 0
    sop = pipeline.load(project / "specs/uji.sop.yaml").sop
    assert (sop.judul, sop.unit, len(sop.kegiatan), len(asked)) == (
        "Pelayanan Pengujian Alat",
        ("Dinas Contoh",),
        10,
        7,
    )


@pytest.mark.parametrize(
    "part",
    [model.BerkasSop, model.Tanggal, model.Pengesahan, model.NomorInduk, model.Lajur, model.Kegiatan, model.Tampilan,
     model.Rute, model.Pengabaian],
    ids=lambda part: part.__name__,
)  # fmt: skip
def test_every_key_stands_in_it(part: type[BaseModel]) -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    assert [key for key in part.model_fields if not re.search(rf"(?:^|[ {{#]){key}:", text, re.MULTILINE)] == []


def test_no_file_is_overwritten(sopgen: Sopgen, write: Callable[..., Path]) -> None:
    path = write("specs/a.sop.yaml", "milik saya")
    outcome = sopgen("new", "a")
    assert outcome.code == 2
    assert "sudah ada" in outcome.err
    assert path.read_text(encoding="utf-8") == "milik saya"


def test_a_path_goes_where_it_says_and_its_schema_line_follows(sopgen: Sopgen, project: Path) -> None:
    assert sopgen("new", "specs/umum/tata naskah.sop.yaml").code == 0
    text = (project / "specs/umum/tata naskah.sop.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../sop.schema.json\n")


@pytest.mark.parametrize("wrong", ["..", ".sop.yaml", "specs/.yaml"])
def test_what_is_no_name_is_said(sopgen: Sopgen, wrong: str) -> None:
    assert sopgen("new", wrong).code == 2


def test_the_command_to_run_can_be_copied(sopgen: Sopgen) -> None:
    assert 'sopgen build "specs/Izin Reklame.sop.yaml"' in sopgen("new", "Izin Reklame").out
    assert "sopgen build specs/surat-masuk.sop.yaml" in sopgen("new", "surat-masuk").out


def test_the_version_tells_what_a_bug_report_needs(sopgen: Sopgen) -> None:
    lines = sopgen("--version").out.splitlines()
    assert re.fullmatch(r"sopgen \d+\.\d+\.\d+", lines[0])
    for start in ("huruf ", "Python 3.", "reportlab ", "openpyxl ", "pikepdf ", "zlib ", "Graphviz: graphviz-pure"):
        assert any(line.startswith(start) for line in lines), start
    english = sopgen("--lang", "en", "--version").out.splitlines()
    assert [line for line in english if line.startswith(("huruf", "sumber"))] == []
    assert any(line.startswith("fonts ") for line in english)


@pytest.mark.parametrize("name", OFFERED)
def test_what_the_page_offers_is_a_sound_sop_of_a_pattern(name: str) -> None:
    assert name in PATTERNS
    source = MemorySource("a.sop.yaml", house_text(example_of(name)).encode())
    loaded = pipeline.load(source)
    found = pipeline.check(loaded, today=date(2026, 3, 1))
    assert {each.code for each in found if each.severity is Severity.WAJIB} == {"TIK-02"}
    assert not {"instansi", "unit", "pengesahan"} & set(loaded.data)
