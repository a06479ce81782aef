"""Names that Windows cannot hold: none is given to a new file, and what has one is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopgen.cli.portable import unportable

Sopgen = Callable[..., Any]
IMPOSSIBLE = ("CON", "aux", "Nul.baru", "com1", "lpt²", "unit./surat", "unit /surat", "a:b", "tanya?", 'kutip"')


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_no_new_file_is_called_so(sopgen: Sopgen, project: Path, name: str) -> None:
    for command in (("new", name), ("form", name)):
        refused = sopgen(*command)
        assert refused.code == 2
        assert "tidak dapat disimpan di Windows" in refused.err
    assert not [path for path in project.rglob("*") if path.is_file() and path.suffix in (".yaml", ".xlsx")]


def test_a_spec_called_so_is_told_and_built(sopgen: Sopgen, write: Callable[..., Path]) -> None:
    for name in ("specs/CON.sop.yaml", "specs/unit./a.sop.yaml", "specs/biasa.sop.yaml"):
        write(name)
    for command in ("build", "check"):
        told = [line for line in sopgen(command).err.splitlines() if "Windows" in line]
        assert [line.partition(";")[0] for line in told] == [
            "specs/CON.sop.yaml: tidak dapat disimpan di Windows (“CON.sop.yaml” nama perangkat bagi Windows)",
            "specs/unit./a.sop.yaml: tidak dapat disimpan di Windows (“unit.” berakhir dengan spasi atau titik)",
        ]


@pytest.mark.parametrize(
    "name",
    ["surat masuk.sop.yaml", "console.sop.yaml", "../specs/a.b.sop.yaml", "comma,+[1].sop.yaml", "/specs/é.yaml"],
)
def test_usual_names_are_left_alone(name: str) -> None:
    assert unportable(Path(name)) is None
