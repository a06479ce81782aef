from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.generator import generate

Sopgen = Callable[..., Any]


def test_pictures_stand_beside_the_documents(sopgen: Sopgen, write: Callable[..., Path], project: Path) -> None:
    write("specs/a/satu.sop.yaml", generate(1, steps=(4, 4), lanes=(3, 3)))
    for chart_format, start in (("svg", b"<?xml"), ("png", b"\x89PNG"), ("dot", b"digraph")):
        outcome = sopgen("flowchart", "--format", chart_format)
        assert outcome.code == 0
        assert f"specs/a/satu.sop.yaml → output/a/satu.alur.{chart_format}" in outcome.out
        assert (project / f"output/a/satu.alur.{chart_format}").read_bytes().startswith(start)


def test_a_refused_spec_stops_no_other(sopgen: Sopgen, write: Callable[..., Path], project: Path) -> None:
    write("specs/baik.sop.yaml", generate(1, steps=(4, 4), lanes=(3, 3)))
    write("specs/buruk.sop.yaml", "judul: Tanpa kegiatan\n")
    outcome = sopgen("flowchart")
    assert outcome.code == 1
    assert "BACA-20" in outcome.err
    assert (project / "output/baik.alur.svg").exists()


def test_a_missing_engine_ends_the_command_at_once(
    sopgen: Sopgen, write: Callable[..., Path], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("specs/baik.sop.yaml", generate(1, steps=(4, 4), lanes=(3, 3)))
    monkeypatch.setenv("SOPGEN_DOT", "/nowhere/dot")
    outcome = sopgen("flowchart")
    assert outcome.code == 2
    assert "SOPGEN_DOT" in outcome.err
    assert not (project / "output").exists()
    assert sopgen("flowchart", "--format", "dot").code == 0, "DOT needs no engine"
