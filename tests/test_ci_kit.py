"""The workflow and the hook in docs/ci: their sopgen commands run, and the hook stops what it should."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.generator import generate

ROOT = Path(__file__).resolve().parents[1]
KIT = ROOT / "docs" / "ci"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the hook and the workflow are for POSIX shells")


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    """A repository with a clean spec, and a `sopgen` on PATH that is this one."""
    (tmp_path / "bin").mkdir()
    shim = tmp_path / "bin" / "sopgen"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sopgen "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    home = tmp_path / "biro"
    (home / "specs").mkdir(parents=True)
    shutil.copy(ROOT / "sopgen/cli/new.sop.yaml", home / "specs" / "laporan.sop.yaml")
    run(home, "git", "init", "-q")
    run(home, "git", "config", "user.email", "biro@contoh.go.id")
    run(home, "git", "config", "user.name", "Biro")
    shutil.copy(KIT / "pre-commit", home / ".git/hooks/pre-commit")
    return home


def run(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    path = f"{home.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1740800000"}
    return subprocess.run(command, cwd=home, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_every_command_of_the_workflow_runs(bureau: Path) -> None:
    workflow = yaml.safe_load((KIT / "sopgen.yml").read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert workflow[True] == ["push", "pull_request"], "YAML 1.1 reads `on` as true; GitHub does not"
    assert all(("uses" in step) != ("run" in step) for step in steps)
    commands = [step["run"].replace("${{ matrix.part }}", "1") for step in steps if "run" in step]
    ours = [shlex.split(command.removesuffix(" || true")) for command in commands if command.startswith("sopgen")]
    assert len(ours) == 7
    for command in ours:
        done = run(bureau, *command)
        assert done.returncode == 0, (command, done.stderr)
    assert {path.name for path in (bureau / "output").iterdir()} >= {"kompilasi.pdf", "indeks.xlsx", "peta.svg"}


def test_the_hook_lets_a_clean_spec_pass_and_stops_findings(bureau: Path) -> None:
    run(bureau, "git", "add", "specs")
    assert run(bureau, "git", "commit", "-m", "awal").returncode == 0
    spec = bureau / "specs/buruk.sop.yaml"
    spec.write_text(generate(3, steps=(4, 4), lanes=(3, 3)), encoding="utf-8")
    run(bureau, "git", "add", "specs")
    stopped = run(bureau, "git", "commit", "-m", "buruk")
    assert stopped.returncode != 0
    assert "aturan wajib" in stopped.stderr
    run(bureau, "git", "rm", "-q", "--cached", "specs/buruk.sop.yaml")
    spec.unlink()
    (bureau / "catatan.txt").write_text("x", encoding="utf-8")
    run(bureau, "git", "add", "catatan.txt")
    assert run(bureau, "git", "commit", "-m", "bukan SOP").returncode == 0


def test_the_hook_stops_stale_documents_that_are_kept(bureau: Path) -> None:
    assert run(bureau, "sopgen", "build").returncode == 0
    run(bureau, "git", "add", "specs", "output")
    assert run(bureau, "git", "commit", "-m", "awal").returncode == 0
    spec = bureau / "specs/laporan.sop.yaml"
    spec.write_text(spec.read_text(encoding="utf-8").replace("Agenda kerja", "Agenda bagian"), encoding="utf-8")
    run(bureau, "git", "add", "specs")
    stopped = run(bureau, "git", "commit", "-m", "usang")
    assert stopped.returncode != 0
    assert "usang" in stopped.stderr
    assert run(bureau, "sopgen", "build").returncode == 0
    run(bureau, "git", "add", "output")
    assert run(bureau, "git", "commit", "-m", "segar").returncode == 0
