"""`sopgen build --watch`: what is looked at, and that a change there builds again until somebody stops it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sopgen.cli.building.build_request import Wanted
from sopgen.cli.building.folder_build import FolderBuild
from sopgen.cli.building.inputs import inputs_of
from sopgen.cli.building.shards import Shard
from sopgen.cli.building.watching import watch
from sopgen.cli.console import Console

pytestmark = pytest.mark.usefixtures("words")

Write = Callable[..., Path]


def watched_while(change: Callable[[], object], *, force: bool = False) -> int:
    """The exit code of a watch in which `change` happens at the fourth look and which is stopped at the ninth."""
    build = FolderBuild((), Path("output"), Wanted(("pdf",), force=force), Console("id"), workers=1, shard=Shard())
    looks = 0

    def rest(_seconds: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 4:
            change()
        if looks == 9:
            raise KeyboardInterrupt

    return watch(build, rest=rest)


@pytest.mark.usefixtures("two")
def test_watching_builds_again_after_a_change_until_stopped(write: Write, project: Path, made: list[str]) -> None:
    assert watched_while(lambda: write("specs/b.sop.yaml", "baru sekali")) == 0
    assert made == ["a", "b", "b"]
    assert (project / "output/b.pdf").read_bytes() == b"baru sekali"


def test_watching_sees_all_that_a_build_reads_and_looks_for(write: Write, project: Path) -> None:
    """A logo elsewhere, of another name's ending, one that is not there yet, and a sopgen.yaml that comes to be."""
    (project / ".git").mkdir()
    write("specs/sub/a.sop.yaml", "judul: x\nlogo: ../../lambang/lencana.dat\n")
    write("specs/sub/b.sop.yaml", "judul: x\n")
    assert {path.relative_to(project).as_posix() for path in inputs_of(project / "specs/sub/a.sop.yaml")} == {
        "specs/sub/a.sop.yaml",
        "specs/sub/sopgen.yaml",
        "specs/sopgen.yaml",
        "sopgen.yaml",
        "lambang/lencana.dat",
    }
    write("specs/sopgen.yaml", "logo: cap.png\n")
    assert {path.relative_to(project).as_posix() for path in inputs_of(project / "specs/sub/b.sop.yaml")} == {
        "specs/sub/b.sop.yaml",
        "specs/sub/sopgen.yaml",
        "specs/sopgen.yaml",
        "specs/cap.png",
    }


def test_watching_builds_again_when_a_logo_elsewhere_changes(write: Write, made: list[str]) -> None:
    write("specs/a.sop.yaml", "judul: x\nlogo: ../lambang/logo.jpg\n")
    write("lambang/logo.jpg", "lama")
    assert watched_while(lambda: write("lambang/logo.jpg", "yang baru"), force=True) == 0
    assert made == ["a", "a"]
