"""What is wrong in a sopgen.yaml is told once, though it refuses every spec below it."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from sopgen.cli.building.build_request import USUAL_KINDS, Wanted
from sopgen.cli.building.folder_build import FolderBuild
from sopgen.cli.building.shards import Shard
from sopgen.cli.console import Console

SPEC = "judul: Pencatatan\npelaksana: {a: A}\nkegiatan:\n  - {uraian: Mencatat, pelaksana: a}\n"
Sopgen = Callable[..., Any]


@pytest.fixture(autouse=True)
def _three(write: Callable[..., Path]) -> None:
    write("sopgen.yaml", "tampilan: {kertas: A9}\n")
    for name in ("a", "b", "c/d"):
        write(f"specs/{name}.sop.yaml", SPEC)


@pytest.mark.parametrize("command", [("build",), ("build", "--check"), ("layout",), ("index",), ("compile",)])
def test_a_broken_sopgen_yaml_is_told_once(sopgen: Sopgen, command: tuple[str, ...]) -> None:
    outcome = sopgen(*command)
    assert outcome.code == 1
    assert outcome.err.count("sopgen.yaml:1:20: BACA-") == 1


def test_the_specs_own_faults_are_told_each(sopgen: Sopgen, write: Callable[..., Path]) -> None:
    write("specs/b.sop.yaml", SPEC + "warna: biru\n")
    write("specs/c/d.sop.yaml", SPEC + "warna: biru\n")
    outcome = sopgen("build")
    assert outcome.err.count("sopgen.yaml:1:20: BACA-") == 1
    assert outcome.err.count("warna: biru") == 2
    assert "ditolak  3" in outcome.out


@pytest.mark.parametrize(("form", "times"), [("text", 1), ("json", 1), ("sarif", 1), ("github", 1), ("junit", 3)])
def test_a_check_tells_it_once_but_fails_every_suite(sopgen: Sopgen, form: str, times: int) -> None:
    outcome = sopgen("check", "--format", form)
    assert outcome.code == 1
    told = {"junit": "<error", "json": '"rule"', "sarif": '"ruleId"', "github": "::error"}.get(form, "sopgen.yaml:1:20")
    assert outcome.out.count(told) == times
    if form == "text":
        assert [line.partition(":")[2] for line in outcome.out.splitlines() if line.startswith("specs/")] == [
            " tidak dapat dinilai; 1 wajib, 0 anjuran"
        ] * 3
        assert "3 berkas diperiksa: 1 wajib, 0 anjuran" in outcome.out


def test_the_report_of_a_build_names_it_at_every_spec(sopgen: Sopgen) -> None:
    told = json.loads(sopgen("build", "--report", "json").out)
    assert [len(each["diagnostics"]) for each in told["specs"]] == [1, 1, 1]


def test_another_build_tells_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `--watch` builds: with one console."""
    build = FolderBuild((), Path("output"), Wanted(USUAL_KINDS), Console("id"), workers=1, shard=Shard())
    for _ in range(2):
        stream = StringIO()
        monkeypatch.setattr("sys.stderr", stream)
        assert build.build() == 1
        assert stream.getvalue().count("sopgen.yaml:1:20: BACA-") == 1
