"""What is to be new is written over nothing, also over what comes to stand there after the look."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopgen.cli.faults import TakenFault, WriteFault
from sopgen.cli.writing import write_new


@pytest.mark.parametrize("command", [("form", "a"), ("new", "a", "--pola", "pembuatan"), ("new", "a")])
def test_another_run_was_quicker(sopgen: Callable[..., Any], project: Path, monkeypatch, command) -> None:
    target = project / "specs" / ("a.form.xlsx" if command[0] == "form" else "a.sop.yaml")
    target.parent.mkdir()
    target.write_bytes(b"orang lain")
    real = os.path.lexists
    looked = []

    def lexists(path: Any) -> bool:
        """Nothing, the first time."""
        if Path(path).name != target.name or looked:
            return real(path)
        looked.append(path)
        return False

    monkeypatch.setattr(os.path, "lexists", lexists)
    outcome = sopgen(*command)
    assert looked
    assert (outcome.code, outcome.out) == (2, "")
    assert f"specs/{target.name} sudah ada dan tidak ditimpa" in outcome.err
    assert target.read_bytes() == b"orang lain"
    assert [path.name for path in target.parent.iterdir()] == [target.name], "no draft stays"


@pytest.mark.parametrize("links", [True, False])
def test_one_of_two_writes(project: Path, monkeypatch, links: bool) -> None:
    if not links:

        def link(*_: Any) -> None:
            raise OSError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "link", link)
    assert write_new(project, Path("a"), b"satu").read_bytes() == b"satu"
    with pytest.raises(TakenFault):
        write_new(project, Path("a"), b"dua")
    (project / "folder").mkdir()
    with pytest.raises(TakenFault):
        write_new(project, Path("folder"), b"dua")
    with pytest.raises(WriteFault) as told:
        write_new(project, Path("a/b"), b"dua")
    assert not isinstance(told.value, TakenFault)
    assert (project / "a").read_bytes() == b"satu"
    assert sorted(path.name for path in project.iterdir()) == ["a", "folder"]
