"""A project with one good spec and pictures of every kind, and sopgen run in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sopgen.cli import run
from tests.bad_input.cases import FILES, FINE
from tests.bad_input.told import Outcome


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "proyek"
    (folder / "specs").mkdir(parents=True)
    (folder / "pyproject.toml").touch()
    (tmp_path / "luar.png").write_bytes(FILES["kecil.png"])
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (folder / "tautan.png").symlink_to(tmp_path / "luar.png")
    (folder / "specs/baik.sop.yaml").write_text(FINE, encoding="utf-8")
    monkeypatch.chdir(folder)
    for variable in ("SOPGEN_LANG", "SOPGEN_DEBUG"):
        monkeypatch.delenv(variable, raising=False)
    return folder


@pytest.fixture
def sopgen(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    def command(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = run(arguments)
        return Outcome(code, *capsys.readouterr())

    return command
