"""Bad input, from the command line to the last byte: what a clerk can get wrong, and what the clerk is told.

Every case: exit code 1, its code, line and column, the place underlined, a remedy, in Indonesian and English;
no traceback, nothing left in the output folder, and the good spec in the same call is built all the same.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bad_input.cases import CASES, FINE
from tests.bad_input.told import BUILT, REFUSED, left_in, said, write

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", CASES)
def test_is_refused_with_place_and_remedy(sopgen, project, name):
    case = CASES[name]
    write(project, case.spec)
    outcome = sopgen("build", "--format", "pdf")
    assert outcome.code == REFUSED
    assert outcome.out.startswith(BUILT)
    assert left_in(project / "output") == ["baik.pdf"]
    told = said(outcome.err, "Perbaikan")
    assert {each.code for each in told} == {case.code}
    first = told[0]
    assert (first.line, first.column) == (case.line, case.column)
    assert case.id in first.message
    if case.code == "GAMBAR-02":
        assert re.search(r"\d+ mm", first.message), "by how much?"
    if case.marked is not None:
        assert first.marked is not None
        whole = not first.marked.endswith("…")
        assert first.marked == case.marked if whole else first.marked.startswith(case.marked)
    english = sopgen("build", "--format", "pdf", "--lang", "en", "specs/buruk.sop.yaml")
    assert (english.code, english.out) == (REFUSED, "")
    retold = said(english.err, "Remedy")
    assert [each[:3] for each in retold] == [each[:3] for each in told]
    assert case.en in retold[0].message
    assert all(a.message != b.message and a.remedy[14:] != b.remedy[12:] for a, b in zip(told, retold, strict=True))
    assert left_in(project / "output") == ["baik.pdf"]


def test_all_bad_specs_in_one_call(sopgen, project):
    """None stops the others, and nothing that one does is felt by the next."""
    names = {f"kasus{number:02}": name for number, name in enumerate(CASES)}
    for file, name in names.items():
        write(project, CASES[name].spec, file)
    outcome = sopgen("build", "--format", "pdf")
    assert outcome.code == REFUSED
    assert outcome.out.startswith(BUILT)
    assert left_in(project / "output") == ["baik.pdf"]
    firsts: dict[str, str] = {}
    for file, code in re.findall(r"^specs/(\w+)\.sop\.yaml:\d+:\d+: ([A-Z]+-\d\d)", outcome.err, re.MULTILINE):
        firsts.setdefault(file, code)
    assert firsts == {file: CASES[name].code for file, name in names.items()}


def test_a_refused_spec_leaves_its_former_output_as_it_was(sopgen, project):
    write(project, FINE)
    sopgen("build", "--format", "pdf")
    before = (project / "output/buruk.pdf").read_bytes()
    write(project, CASES["emoji"].spec)
    assert sopgen("build", "--format", "pdf").code == REFUSED
    assert (project / "output/buruk.pdf").read_bytes() == before


@pytest.mark.parametrize("name", ["binary file", "alias bomb", "emoji", "a cell of 20,000 letters"])
def test_a_real_process_shows_no_traceback(project, name):
    write(project, CASES[name].spec)
    done = subprocess.run(
        [sys.executable, "-m", "sopgen", "build", "--format", "pdf"],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == REFUSED
    assert done.stdout.decode().startswith(BUILT)
    assert {each.code for each in said(done.stderr.decode(), "Perbaikan")} == {CASES[name].code}


@pytest.mark.parametrize("name", ["not YAML", "no such step", "emoji", "a missing logo", "forty lanes on A4"])
def test_layout_refuses_alike_and_gives_the_others(sopgen, project, name):
    write(project, CASES[name].spec)
    outcome = sopgen("layout", "--json", "specs")
    assert outcome.code == REFUSED
    assert len(outcome.out.splitlines()) == 1
    assert '"spec": "specs/baik.sop.yaml"' in outcome.out or '"spec":"specs/baik.sop.yaml"' in outcome.out
    assert {each.code for each in said(outcome.err, "Perbaikan")} == {CASES[name].code}
    assert not (project / "output").exists()
