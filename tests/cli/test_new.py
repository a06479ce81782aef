from __future__ import annotations

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
from sopgen.intake import model

Sopgen = Callable[..., Any]


def test_a_new_spec_builds_at_once_and_breaks_no_mandatory_rule(sopgen: Sopgen, project: Path) -> None:
    outcome = sopgen("new", "surat-masuk")
    assert outcome.code == 0
    assert outcome.out.startswith("specs/surat-masuk.sop.yaml ditulis")
    assert sopgen("build").code == 0
    loaded = pipeline.load(project / "specs/surat-masuk.sop.yaml")
    found = pipeline.check(loaded, today=date(2025, 3, 1))
    assert [each for each in found if each.severity is Severity.WAJIB] == []
    assert len(found) <= 3, [each.code for each in found]


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
