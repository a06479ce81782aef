"""Builds that are killed, run together, or find the disk full: whole files only, and the next run mends."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.generator import generate

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "sopgen", "build")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are ended and limited in other ways there")


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    (tmp_path / "specs").mkdir()
    for seed in range(6):
        text = generate(seed, steps=(3, 6), lanes=(2, 4), letters=(5, 40))
        (tmp_path / f"specs/surat {seed} é.sop.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def run(bureau: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=bureau, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False
    )


def documents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".pdf", ".xlsx"}}


def test_a_killed_run_leaves_whole_files_and_the_next_one_completes(bureau: Path) -> None:
    started = time.monotonic()
    assert run(bureau, "-o", "utuh", "--jobs", "2").returncode == 0
    full = time.monotonic() - started
    whole = documents(bureau / "utuh")
    assert len(whole) == 12
    rng = random.Random(7)
    for attempt in range(2):
        output = bureau / f"keluar{attempt}"
        process = subprocess.Popen(
            [*COMMAND, "-o", output.name, "--jobs", str(1 + attempt % 2)],
            cwd=bureau,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(full * rng.uniform(0.3, 0.95))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if output.exists():
            assert all(whole[name] == data for name, data in documents(output).items())
        assert run(bureau, "-o", output.name).returncode == 0
        assert documents(output) == whole
        hidden = {path.name for path in output.iterdir()} - set(whole)
        assert hidden == {".sopgen.json"}, "no draft and no lock stays behind"


def test_two_builds_at_once_both_finish_and_list_all(bureau: Path) -> None:
    both = [
        subprocess.Popen([*COMMAND, "--jobs", "1"], cwd=bureau, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    listed = json.loads((bureau / "output/.sopgen.json").read_bytes())["berkas"]
    assert set(listed) == set(documents(bureau / "output"))
    assert len(listed) == 12
    assert run(bureau, "--check").returncode == 0


def test_a_full_disk_is_said_and_harms_nothing(bureau: Path) -> None:
    import resource

    assert run(bureau).returncode == 0
    before = documents(bureau / "output")
    for spec in (bureau / "specs").iterdir():
        spec.write_text(spec.read_text(encoding="utf-8") + "# berubah\n", encoding="utf-8")
    full = subprocess.run(
        [*COMMAND, "--jobs", "1", "--format", "pdf"],
        cwd=bureau,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)),
    )
    assert full.returncode == 2
    assert full.stderr.count("tidak dapat ditulis") == 6
    assert "Traceback" not in full.stderr
    assert documents(bureau / "output") == before
    assert run(bureau).returncode == 0
    assert run(bureau, "--check").returncode == 0
