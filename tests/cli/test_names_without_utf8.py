"""A file whose name is no UTF-8 is built, checked, listed and found again like any other."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems' names are Unicode")
ROOT = Path(__file__).resolve().parents[2]
Sopgen = Callable[..., Any]
NAMES = (b"lap\xe9ran", b"biasa", b"a%20b #c", b"esc\x1b[31m", "rtl\u202efdp".encode(), b"dua\n::error::x")
SPEC = b"judul: Pencatatan\npelaksana: {a: A}\nkegiatan:\n  - {uraian: Mencatat, pelaksana: a}\n"


@pytest.fixture(autouse=True)
def _specs(project: Path) -> None:
    (project / "specs").mkdir()
    for name in NAMES:
        Path(os.fsdecode(os.path.join(os.fsencode(project), b"specs", name + b".sop.yaml"))).write_bytes(SPEC)  # noqa: PTH118


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "html", "github"])
def test_every_report_of_a_check(sopgen: Sopgen, form: str) -> None:
    outcome = sopgen("check", "--format", f"{form}=laporan")
    assert (outcome.code, "PROGRAM" in outcome.err) == (1, False)
    text = Path("laporan").read_text(encoding="utf-8")  # which it is
    match form:
        case "json":
            assert "specs/lap\udce9ran.sop.yaml" in {each["file"] for each in json.loads(text)["findings"]}
        case "sarif":
            (run,) = json.loads(text)["runs"]
            places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
            assert "specs/lap%E9ran.sop.yaml" in {each["artifactLocation"]["uri"] for each in places}
        case "junit":
            assert len(ET.fromstring(text)) == len(NAMES)
    assert sopgen("check", "--format", form).code == 1


def test_a_baseline_knows_it_again(sopgen: Sopgen) -> None:
    assert sopgen("check", "--baseline", "lama.json", "--update-baseline").code == 0
    assert sopgen("check", "--baseline", "lama.json").code == 0
    for path in Path("specs").iterdir():
        path.write_bytes(SPEC.replace(b"Mencatat", b"Menulis"))
    lines = Path("lama.json").read_text(encoding="utf-8").splitlines()
    stale = re.findall(r"lama\.json:(\d+):1:[^\n]*lap<U\+DCE9>ran", sopgen("check", "--baseline", "lama.json").out)
    assert stale
    assert all(r"lap\udce9ran" in lines[int(number) - 1] for number in stale)


def test_a_build_finds_it_fresh_and_lists_it(project: Path) -> None:
    def build(*asked: str) -> str:
        command = [sys.executable, "-m", "sopgen", "build", *asked]
        ran = subprocess.run(command, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True, cwd=project)
        return ran.stdout.decode()

    build()
    manifest = json.loads(Path("output/.sopgen.json").read_text(encoding="utf-8"))
    assert "lap\udce9ran.pdf" in manifest["berkas"]
    told = json.loads(build("--check", "--report", "json"))["specs"]
    assert {each["status"] for each in told} == {"unchanged"}
    assert "specs/lap\udce9ran.sop.yaml" in {each["spec"] for each in told}


def test_links_of_the_index_and_of_the_map(sopgen: Sopgen) -> None:
    assert sopgen("index").code == 0
    with zipfile.ZipFile("output/indeks.xlsx") as archive:
        assert any(b"lap%E9ran.pdf" in archive.read(name) for name in archive.namelist())
    assert sopgen("map").code == 0
    assert "lap%E9ran.pdf" in Path("output/peta.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["compile", "flowchart", "layout", "fmt --check", "check --mark", "check --fix"])
def test_the_other_commands(sopgen: Sopgen, command: str) -> None:
    outcome = sopgen(*command.split())
    assert outcome.code in (0, 1)
    assert "PROGRAM" not in outcome.err + outcome.out


@pytest.mark.parametrize("form", ["html", "json"])
def test_what_is_imported_from_it(sopgen: Sopgen, form: str) -> None:
    sopgen("build")
    outcome = sopgen("import", "output/lap\udce9ran.xlsx", "-o", "masuk", "--report", form)
    assert (outcome.code, outcome.err) == (0, "")
    assert "lap" in next(Path("masuk").glob(f"*.banding.{form}")).read_text(encoding="utf-8")
