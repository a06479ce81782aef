"""`build --check`: what it says of a folder's outputs, and that it writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ORPHANED = (
    "tanpa spesifikasi, karena spesifikasinya dihapus atau berganti nama. Bila pernah dibagikan, pindahkan ke arsip; "
    "selebihnya dapat dibuat lagi dari spesifikasinya"
)
pytestmark = pytest.mark.usefixtures("words")

Sopgen = Callable[..., Any]
Write = Callable[..., Path]


@pytest.fixture
def two(write: Write) -> None:
    write("specs/a.sop.yaml", "satu")
    write("specs/b.sop.yaml", "dua")


@pytest.mark.usefixtures("two")
def test_check_writes_nothing_and_lists_what_is_wrong(sopgen: Sopgen, write: Write, project: Path) -> None:
    outcome = sopgen("build", "--check")
    assert outcome.code == 3
    assert "output/a.pdf: belum ada" in outcome.out
    assert not (project / "output").exists()
    sopgen("build")
    assert sopgen("build", "--check").code == 0
    before = {path: path.stat().st_mtime_ns for path in (project / "output").iterdir()}
    write("specs/a.sop.yaml", "lain")
    (project / "specs/b.sop.yaml").unlink()
    outcome = sopgen("build", "--check")
    assert outcome.code == 3
    assert outcome.out.splitlines() == [
        "output/a.pdf: usang",
        "output/a.xlsx: usang",
        f"output/b.pdf: {ORPHANED}",
        f"output/b.xlsx: {ORPHANED}",
        "1 SOP",
        "  usang              1",
        "  tanpa spesifikasi  2",
    ]
    assert {path: path.stat().st_mtime_ns for path in (project / "output").iterdir()} == before


@pytest.mark.usefixtures("two")
def test_only_listed_files_are_orphans_and_none_is_deleted(sopgen: Sopgen, project: Path) -> None:
    sopgen("build")
    (project / "output/catatan.pdf").write_bytes(b"milik orang")
    (project / "specs/b.sop.yaml").unlink()
    outcome = sopgen("build", "--check")
    assert "catatan" not in outcome.out
    assert sopgen("build").code == 0
    assert (project / "output/b.pdf").exists()
    assert (project / "output/catatan.pdf").exists()


@pytest.mark.usefixtures("two")
def test_a_spec_by_itself_makes_no_orphans_of_the_others(sopgen: Sopgen) -> None:
    sopgen("build")
    assert sopgen("build", "specs/a.sop.yaml", "--check").code == 0
    assert sopgen("build", "specs/a.sop.yaml").code == 0
    assert sopgen("build", "--check").code == 0, "the manifest still lists b"


@pytest.mark.usefixtures("two")
def test_check_says_what_is_refused(sopgen: Sopgen, write: Write) -> None:
    sopgen("build")
    write("specs/a.sop.yaml", "rusak")
    outcome = sopgen("build", "--check")
    assert outcome.code == 1
    assert "BACA-99" in outcome.err
