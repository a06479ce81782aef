"""Weights given to codes that take none are found, once for each sopgen.yaml."""

from __future__ import annotations

from pathlib import Path

from sopgen.intake import load_spec
from sopgen.rules import check_compilation
from tests.rules.examples import write_example

SPECS = """\
# satu.sop.yaml
# dua.sop.yaml
judul: Penggandaan Undangan
nomor: SOP-08/ORG/2026
kegiatan:
  - {uraian: Menggandakan undangan, pelaksana: analis}
  - {uraian: Mendokumentasikan undangan, pelaksana: analis}
"""


def found(settings: str, folder: Path) -> list[tuple[str, str, int]]:
    specs = [load_spec(path) for path in write_example(f"# sopgen.yaml\naturan: {settings}\n{SPECS}", folder)]
    return [
        (finding.code, finding.span.file.rpartition("/")[2], finding.span.line)
        for of_one in check_compilation(specs)
        for finding in of_one
        if finding.span is not None
    ]


def test_an_unknown_code_is_found_once_in_its_file(tmp_path: Path) -> None:
    assert found("{KEG-99: mati}", tmp_path) == [("ABAI-03", "sopgen.yaml", 2)]


def test_the_weight_of_a_refusal_cannot_be_changed(tmp_path: Path) -> None:
    assert [code for code, _, _ in found("{BACA-03: mati, AKT-03: wajib}", tmp_path)] == ["ABAI-03", "ABAI-03"]


def test_known_rules_are_fine(tmp_path: Path) -> None:
    assert found("{preset: ketat, KEG-03: mati, SIM-03: anjuran, ABAI-02: mati}", tmp_path) == []
