"""The workflow in docs/ci, run whole as a bureau's CI runs it: from a bare repository, its steps as written."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.ci_bureau import KIT, ROOT, Bureau
from tests.required_tools import skip_without
from tests.workflow_runner import Runner, Step

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the workflow is for POSIX shells"),
]
PARTS = ("1", "2", "3", "4")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The program under test in a bare repository, as the one line of the workflow names it."""
    folder = tmp_path_factory.mktemp("program")
    source, bare = folder / "sopgen", folder / "sopgen.git"
    source.mkdir()
    shutil.copytree(ROOT / "sopgen", source / "sopgen", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    for command in (
        ["git", "init", "-q", "-b", "main"],
        ["git", "add", "-A"],
        ["git", "-c", "user.email=a@b", "-c", "user.name=n", "commit", "-q", "-m", "rilis"],
        ["git", "clone", "-q", "--bare", ".", str(bare)],
    ):
        subprocess.run(command, cwd=source, check=True)
    return f"git+{bare.as_uri()}"


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Bureau:
    """Six SOPs, their logo outside specs/, the workflow as docs/ci has it, pushed to a bare repository."""
    made = Bureau(tmp_path_factory.mktemp("bureau"))
    made.write_logo("lambang/logo.png", "navy")
    (made.home / "sopgen.yaml").write_text("unit: BAGIAN UMUM\nlogo: lambang/logo.png\n", encoding="utf-8")
    for number in range(1, 7):
        made.write_spec(f"surat-{number}.sop.yaml", number)
    workflow = made.home / ".github/workflows/sopgen.yml"
    workflow.parent.mkdir(parents=True)
    shutil.copy(KIT / "sopgen.yml", workflow)
    bare = made.home.parent / "biro.git"
    made.must("git", "init", "-q", "--bare", "-b", "main", str(bare))
    made.must("git", "remote", "add", "origin", bare.as_uri())
    push(made)
    return made


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory, bureau: Bureau, program: str) -> Runner:
    return Runner(tmp_path_factory.mktemp("ci"), bureau.home.parent / "biro.git", {"SOPGEN": program})


def push(bureau: Bureau) -> None:
    bureau.must("git", "add", "-A")
    bureau.must("git", "commit", "-q", "-m", "perubahan")
    bureau.must("git", "push", "-q", "origin", "main")


def run_well(runner: Runner) -> Iterator[Step]:
    for step in runner.run():
        if step.name == "Install sopgen" and step.code and "No matching distribution" in step.told:
            skip_without("index", "pip finds no package index to build sopgen with")
        assert step.code == 0, step
        yield step


def published(runner: Runner) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (runner.artifacts / "dokumen").iterdir()}


def made_in(steps: list[Step]) -> int:
    """Documents that the parts made anew."""
    return sum(step.told.count(" → output/surat-") for step in steps if step.name == "Make this part's documents")


def test_from_the_first_push_to_a_deleted_a_renamed_spec_and_another_logo(bureau: Bureau, runner: Runner) -> None:
    steps = list(run_well(runner))
    assert made_in(steps) == 6
    found = published(runner)
    kept = {f"surat-{number}.{suffix}" for number in range(1, 7) for suffix in ("pdf", "xlsx")}
    assert set(found) == kept | {"kompilasi.pdf", "indeks.xlsx", "peta.svg", ".sopgen.json"}

    steps = list(run_well(runner))
    assert made_in(steps) == 0, "nothing changed, all came from the caches"
    assert published(runner) == found

    bureau.must("git", "rm", "-q", "specs/surat-2.sop.yaml")
    bureau.must("git", "mv", "specs/surat-3.sop.yaml", "specs/berita-3.sop.yaml")
    push(bureau)
    steps = list(run_well(runner))
    names = set(published(runner))
    assert not {name for name in names if name.startswith(("surat-2.", "surat-3."))}, "no deleted spec's document"
    assert {"berita-3.pdf", "berita-3.xlsx"} <= names
    assert made_in(steps) == 0
    told = next(step.told for step in steps if step.name == "The whole, of the fresh documents of all parts")
    assert told.count("ditinggalkan") == 4, "the deleted and the renamed spec's documents, named"

    bureau.write_logo("lambang/logo.png", "darkred")
    push(bureau)
    steps = list(run_well(runner))
    assert made_in(steps) == 4, "the logo is in all of them"
    assert published(runner)["surat-1.pdf"] != found["surat-1.pdf"]

    bureau.write_spec("buruk.sop.yaml", 9, extra="kunci_lain: x\n")
    push(bureau)
    failed = [step for step in runner.run() if step.code]
    assert {step.name for step in failed} >= {
        "Findings beside the lines of a pull request",
        "Make this part's documents",
    }
    assert not (runner.artifacts / "dokumen").exists(), "nothing half is published"
    told = next(step.told for step in failed if step.name == "Findings beside the lines of a pull request")
    assert "::error file=specs/buruk.sop.yaml,line=" in told
    assert len(told.splitlines()) <= 10, "GitHub shows ten a step"
