"""`python -OO` takes docstrings and assertions away: no page, no word and no byte may hang on them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sopgen.rules.registry import REGISTRY

ROOT = Path(__file__).resolve().parents[1]
SPEC = str(ROOT / "specs" / "sirebo.sop.yaml")
COMMANDS = {
    "explain": ("explain", *REGISTRY),
    "rules": ("rules",),
    "schema": ("schema",),
    "help": ("check", "--help"),
    "check": ("check", SPEC),
    "layout": ("layout", SPEC, "--json"),
    "build": ("build", SPEC, "--output", "output"),
}


def run(folder: Path, command: tuple[str, ...], *options: str) -> tuple[int, str, str, dict[str, bytes]]:
    """Exit code, what is printed, and the documents that were written."""
    folder.mkdir()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1740800000"}
    command = (sys.executable, *options, "-m", "sopgen", *command)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    files = {path.name: path.read_bytes() for path in folder.rglob("sirebo.*")}
    return done.returncode, done.stdout, done.stderr, files


@pytest.mark.parametrize("name", COMMANDS)
def test_without_docstrings_every_command_says_and_writes_the_same(tmp_path, name):
    plain = run(tmp_path / "plain", COMMANDS[name])
    assert run(tmp_path / "optimised", COMMANDS[name], "-OO") == plain
    assert plain[1]
    assert plain[0] in (0, 1)
