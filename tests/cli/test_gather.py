"""`sopgen gather`: parts made by shards become one folder, of fresh documents alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("words")

Sopgen = Callable[..., Any]
Write = Callable[..., Path]
NAMES = [f"{n:02d}" for n in range(12)]


@pytest.fixture
def parts(sopgen: Sopgen, write: Write, project: Path) -> list[str]:
    """Three machines' output folders, side by side as artifacts are."""
    for name in NAMES:
        write(f"specs/{name}.sop.yaml", name)
    return [make(sopgen, project, number) for number in (1, 2, 3)]


def make(sopgen: Sopgen, project: Path, number: int) -> str:
    """The number-th machine builds its share into the output that it kept."""
    kept, output = project / f"bagian-{number}", project / "output"
    if kept.exists():
        kept.rename(output)
    assert sopgen("build", "--shard", f"{number}/3").code == 0
    output.mkdir(exist_ok=True)  # a share may be empty
    output.rename(kept)
    return kept.name


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.suffix in (".pdf", ".xlsx")}


def test_the_whole_is_fresh_and_nothing_is_missing(sopgen: Sopgen, project: Path, parts: list[str]) -> None:
    assert all((project / part).exists() for part in parts)
    assert sum(len(files(project / part)) for part in parts) == 24
    outcome = sopgen("gather", *parts)
    assert outcome.code == 0, outcome
    assert files(project / "output") == {f"{name}.{kind}": name for name in NAMES for kind in ("pdf", "xlsx")}
    assert sopgen("build", "--check").code == 0
    assert sopgen("gather", *parts).code == 0, "again"


def test_a_spec_stays_in_its_part_whatever_comes_and_goes(sopgen: Sopgen, write: Write, project: Path, parts) -> None:
    before = {part: set(files(project / part)) for part in parts}
    (project / "specs/03.sop.yaml").unlink()
    write("specs/00a.sop.yaml", "baru")
    for number, part in enumerate(parts, start=1):
        make(sopgen, project, number)
        assert before[part] <= set(files(project / part)), "no document moved"


def test_a_deleted_spec_s_document_is_found_by_its_part_and_left_out(sopgen, project: Path, parts: list[str]) -> None:
    (project / "specs/03.sop.yaml").unlink()
    found = []
    for number, part in enumerate(parts, start=1):
        (project / part).rename(project / "output")
        found.append("03.pdf: tanpa spesifikasi" in sopgen("build", "--check", "--shard", f"{number}/3").out)
        (project / "output").rename(project / part)
    assert sorted(found) == [False, False, True]
    outcome = sopgen("gather", *parts)
    assert outcome.code == 0
    assert outcome.err.count("ditinggalkan") == 2
    assert "03.pdf" not in files(project / "output")


def test_of_two_parts_that_hold_a_document_the_fresh_one_counts(sopgen, write, project: Path, parts: list[str]) -> None:
    write("specs/03.sop.yaml", "lain")
    assert sopgen("build", "specs/03.sop.yaml", "-o", "output").code == 0
    (project / "output").rename(project / "lagi")
    assert sopgen("gather", *parts, "lagi").code == 0
    assert files(project / "output")["03.pdf"] == "lain"


def test_what_is_stale_or_spoilt_in_all_parts_is_missing(sopgen, write, project: Path, parts: list[str]) -> None:
    write("specs/03.sop.yaml", "lain")
    for part in parts:
        if (project / part / "05.pdf").exists():
            (project / part / "05.pdf").write_bytes(b"separuh")
    outcome = sopgen("gather", *parts)
    assert outcome.code == 3
    assert [line.split(":")[0] for line in outcome.out.splitlines()[:-1]] == [
        "output/03.pdf",
        "output/03.xlsx",
        "output/05.pdf",
    ]
    assert "05.pdf" not in files(project / "output")


def test_a_hand_s_file_in_the_whole_is_not_written_over(sopgen: Sopgen, project: Path, parts: list[str]) -> None:
    (project / "output").mkdir()
    (project / "output/04.pdf").write_bytes(b"diubah")
    assert sopgen("gather", *parts).code == 1
    assert files(project / "output") == {"04.pdf": "diubah"}


def test_a_part_that_is_not_there_is_the_command_line_s_fault(sopgen: Sopgen, write: Write) -> None:
    write("specs/a.sop.yaml")
    assert sopgen("gather", "bagian-9").code == 2
