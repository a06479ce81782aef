from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

SPEC = """judul: {}
unit: Bagian Umum
keterkaitan:
  - SOP {}
pelaksana: {{a: A}}
kegiatan:
  - {{uraian: Mencatat, pelaksana: a}}
"""


def test_map_links_to_the_documents(sopgen: Callable[..., Any], write: Callable[..., Path], project: Path) -> None:
    write("sopgen.yaml", "instansi: Instansi Contoh\n")
    write("specs/a b/satu é.sop.yaml", SPEC.format("Satu", "Dua"))
    write("specs/dua.sop.yaml", SPEC.format("Dua", "Tiga"))
    outcome = sopgen("map")
    assert (outcome.code, outcome.out) == (0, "2 SOP → output/peta.svg\n")
    svg = (project / "output/peta.svg").read_text(encoding="utf-8")
    assert 'href="a%20b/satu%20%C3%A9.pdf"' in svg
    assert "Peta SOP – Instansi Contoh" in svg
    assert sopgen("map", "-o", "docs/peta.svg").code == 0
    assert 'href="../output/dua.pdf"' in (project / "docs/peta.svg").read_text(encoding="utf-8")


def test_a_refused_spec_is_left_out_and_said(
    sopgen: Callable[..., Any], write: Callable[..., Path], project: Path
) -> None:
    write("specs/satu.sop.yaml", SPEC.format("Satu", "Dua"))
    write("specs/rusak.sop.yaml", "judul: [")
    outcome = sopgen("map", "--format", "dot")
    assert outcome.code == 1
    assert "rusak.sop.yaml" in outcome.err
    assert "Satu" in (project / "output/peta.dot").read_text(encoding="utf-8")
