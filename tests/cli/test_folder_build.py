"""Incremental builds: what is made again, what is left alone, and what `--check` says of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopgen.cli.building import digests, making
from sopgen.cli.building.manifest import NAME

pytestmark = pytest.mark.usefixtures("words")

Sopgen = Callable[..., Any]
Write = Callable[..., Path]


def manifest(project: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((project / "output" / NAME).read_text(encoding="utf-8"))
    return told


@pytest.mark.usefixtures("two")
def test_nothing_changed_nothing_made(sopgen: Sopgen, made: list[str]) -> None:
    assert sopgen("build").code == 0
    outcome = sopgen("build")
    assert (outcome.code, outcome.out) == (0, "2 SOP\n  tidak berubah  2\n")
    assert made == ["a", "b"]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda project, write: write("specs/a.sop.yaml", "lain"), ["a"]),
        (lambda project, write: (project / "output/b.xlsx").unlink(), ["b"]),
        (lambda project, write: write("sopgen.yaml", "unit: Lain\n"), ["a", "b"]),
        (lambda project, write: (project / "output" / NAME).unlink(), ["a", "b"]),
        (lambda project, write: (project / "output" / NAME).write_text("{rusak"), ["a", "b"]),
        (lambda project, write: os.utime(project / "specs/a.sop.yaml"), []),
        (lambda project, write: write("specs/c.sop.yaml"), ["c"]),
    ],
    ids=["spec", "output", "defaults", "manifest", "broken manifest", "only its time", "new"],
)
def test_what_changed_is_made_again(
    sopgen: Sopgen, write: Write, project: Path, made: list[str], change: Callable[[Path, Write], Any], again: list[str]
) -> None:
    sopgen("build")
    made.clear()
    change(project, write)
    assert sopgen("build").code == 0
    assert made == again
    made.clear()
    sopgen("build")
    assert made == [], "and then all is fresh"


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("part", ["fonts", "sources", "libraries"])
def test_another_program_makes_all_again(
    sopgen: Sopgen, made: list[str], monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    sopgen("build")
    made.clear()
    other = digests.program()._replace(**{part: "0" * 32})
    for module in ("making", "folder_build"):
        monkeypatch.setattr(f"sopgen.cli.building.{module}.program", lambda: other)
    assert sopgen("build", "--check").code == 3
    assert sopgen("build").code == 0
    assert made == ["a", "b"]


@pytest.mark.usefixtures("two")
def test_other_wishes_make_again_what_they_change(sopgen: Sopgen, made: list[str], project: Path) -> None:
    sopgen("build")
    made.clear()
    sopgen("build", "--pdfa", "2a")
    assert made == ["a", "b"]
    made.clear()
    sopgen("build", "--pdfa", "none", "--format", "xlsx")
    assert made == [], "a workbook has no archival form"
    sopgen("build", "--konsep")
    assert made == ["a", "b"]
    assert (project / "output/a.xlsx").read_bytes() == b"satu/konsep"


@pytest.mark.usefixtures("two")
def test_force_makes_all_again(sopgen: Sopgen, made: list[str], project: Path) -> None:
    sopgen("build")
    (project / "output/a.xlsx").write_bytes(b"diubah")
    made.clear()
    assert sopgen("build", "--force").code == 0
    assert made == ["a", "b"]
    assert (project / "output/a.xlsx").read_bytes() == b"satu"


@pytest.mark.usefixtures("two")
def test_an_edited_file_is_left_alone_every_time(sopgen: Sopgen, project: Path) -> None:
    sopgen("build")
    (project / "output/a.xlsx").write_bytes(b"diubah tangan")
    for _ in range(2):
        outcome = sopgen("build")
        assert outcome.code == 1
        assert "output/a.xlsx: berkas sudah ditandatangani atau diubah" in outcome.err
        assert (project / "output/a.xlsx").read_bytes() == b"diubah tangan"
    assert sopgen("build", "--check").code == 1


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("hinder", [lambda file: file.write_text("diubah"), Path.unlink], ids=["edited", "missing"])
def test_what_stands_beside_it_is_not_written_again(
    sopgen: Sopgen, write: Write, project: Path, hinder: Callable[[Path], Any]
) -> None:
    sopgen("build")
    hinder(project / "output/a.xlsx")
    beside = project / "output/a.pdf"
    os.utime(beside, (1, 1))
    outcome = sopgen("build")
    assert "a.pdf" not in outcome.out
    assert ("atau diubah" in outcome.err) is (outcome.code == 1)
    assert beside.stat().st_mtime == 1
    write("specs/a.sop.yaml", "lain")
    again = sopgen("build")
    assert (beside.read_text(encoding="utf-8") == "lain") is (outcome.code == 0), "the pair stays one"
    assert ("output/a.pdf: tidak diperbarui, supaya tidak berbeda isi dengan output/a.xlsx" in again.err) is (
        outcome.code == 1
    )


@pytest.mark.usefixtures("two")
def test_what_a_killed_run_wrote_without_listing_it_is_overwritten(
    sopgen: Sopgen, write: Write, project: Path, made: list[str]
) -> None:
    sopgen("build")
    (project / "output/a.pdf").write_bytes(b"lebih baru, segelnya utuh")
    made.clear()
    assert sopgen("build", "--check").code == 3
    assert sopgen("build").code == 0
    assert made == ["a"]
    assert (project / "output/a.pdf").read_bytes() == b"satu"


def test_shards_share_out_all_specs_once(sopgen: Sopgen, write: Write, made: list[str]) -> None:
    names = [f"{n:02d}" for n in range(7)]
    for name in names:
        write(f"specs/{name}.sop.yaml")
    for part in ("1/3", "2/3", "3/3"):
        assert sopgen("build", "--shard", part).code == 0
    assert sorted(made) == names
    assert sopgen("build", "--check").code == 0


@pytest.mark.parametrize("wrong", ["0/2", "3/2", "2", "a/b", "1/0"])
def test_a_wrong_shard_is_said(sopgen: Sopgen, write: Write, wrong: str) -> None:
    write("specs/a.sop.yaml")
    outcome = sopgen("build", "--shard", wrong)
    assert outcome.code == 2
    assert "2/4" in outcome.err


def test_a_wrong_number_of_jobs_is_said(sopgen: Sopgen, write: Write) -> None:
    write("specs/a.sop.yaml")
    assert sopgen("build", "--jobs", "0").code == 2


def test_several_workers_tell_the_same_in_the_same_order(sopgen: Sopgen, write: Write, project: Path) -> None:
    for n in range(12):
        write(f"specs/{n:02d}.sop.yaml", "rusak" if n == 4 else "meledak" if n == 7 else f"isi {n}")
    alone = sopgen("build", "--jobs", "1", "-o", "satu")
    many = sopgen("build", "--jobs", "3", "-o", "banyak")
    assert many.code == alone.code == 1
    assert many.out == alone.out.replace("satu/", "banyak/")
    assert many.err == alone.err
    for path in (project / "satu").iterdir():
        assert (project / "banyak" / path.name).read_bytes() == path.read_bytes()


def test_a_worker_that_dies_is_told_and_loses_no_other_word(
    sopgen: Sopgen, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(8):
        write(f"specs/{n}.sop.yaml")

    real = making._make

    def dying(job: Any) -> Any:
        if job.spec.name.startswith("6"):
            os._exit(9)
        return real(job)

    monkeypatch.setattr(making, "_make", dying)
    outcome = sopgen("build", "--jobs", "2")
    assert outcome.code == 1
    assert "specs/6.sop.yaml: PROGRAM-02" in outcome.err
    monkeypatch.setattr(making, "_make", real)
    assert sopgen("build").code == 0
    assert sopgen("build", "--check").code == 0


def test_the_report_is_one_json_object(sopgen: Sopgen, write: Write) -> None:
    write("specs/a.sop.yaml")
    write("specs/b.sop.yaml", "rusak")
    outcome = sopgen("build", "--report", "json")
    assert outcome.code == 1
    told = json.loads(outcome.out)
    assert [(each["spec"], each["status"]) for each in told["specs"]] == [
        ("specs/a.sop.yaml", "built"),
        ("specs/b.sop.yaml", "refused"),
    ]
    assert told["specs"][0]["files"] == ["output/a.pdf", "output/a.xlsx"]
    assert told["specs"][1]["diagnostics"][0]["code"] == "BACA-99"
    assert told["exit_code"] == 1
    assert json.loads(sopgen("build", "--check", "--report", "json").out)["summary"]["unchanged"] == 1


@pytest.mark.usefixtures("two")
def test_the_manifest_moves_with_the_project(sopgen: Sopgen, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sopgen("build")
    first = (project / "output" / NAME).read_bytes()
    entry = manifest(project)["berkas"]["a.pdf"]
    assert entry["spec"] == "../specs/a.sop.yaml"
    monkeypatch.chdir(project / "specs")
    assert sopgen("build", ".", "-o", "../output", "--check").code == 0
    sopgen("build", ".", "-o", "../output", "--force")
    assert (project / "output" / NAME).read_bytes() == first


@pytest.mark.usefixtures("two")
def test_a_spec_that_changes_while_it_is_drawn_is_stale_at_once(
    sopgen: Sopgen, write: Write, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sopgen import pipeline

    real = pipeline.lay_out

    def slow(loaded: Any, **settings: Any) -> Any:
        drawn = real(loaded, **settings)
        write("specs/a.sop.yaml", "sudah lain")
        return drawn

    monkeypatch.setattr(pipeline, "lay_out", slow)
    assert sopgen("build", "specs/a.sop.yaml").code == 0
    assert (project / "output/a.pdf").read_bytes() == b"satu"
    monkeypatch.setattr(pipeline, "lay_out", real)
    assert sopgen("build", "specs/a.sop.yaml", "--check").code == 3
    assert sopgen("build", "specs/a.sop.yaml").code == 0
    assert (project / "output/a.pdf").read_bytes() == b"sudah lain"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no harmless way to ask for a process")
@pytest.mark.usefixtures("two")
def test_drafts_of_killed_runs_are_cleared_away_and_nobody_elses(sopgen: Sopgen, project: Path) -> None:
    from sopgen.cli import writing

    output = project / "output/sub"
    output.mkdir(parents=True)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    dead = output / f".sopgen-{writing.this_machine()}-{gone.pid}-aa.tmp"
    alive = output / f".sopgen-{writing.this_machine()}-{os.getpid()}-aa.tmp"
    others = output / ".sopgen-00000000-1-aa.tmp"
    foreign = output / "catatan.tmp"
    for path in (dead, alive, others, foreign):
        path.touch()
    assert sopgen("build").code == 0
    assert [path.exists() for path in (dead, alive, others, foreign)] == [False, True, True, True]


@pytest.mark.usefixtures("two")
def test_a_lock_left_behind_stops_nobody(sopgen: Sopgen, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One without a name, as old versions left it; of a process that is gone; and of one that holds it for too long."""
    from sopgen.cli.building import lock
    from sopgen.cli.writing import this_machine

    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    held = project / "output" / lock.NAME
    held.parent.mkdir()
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for said in (b"", f"{this_machine()} {gone.pid}\n".encode(), f"{this_machine()} {os.getpid()}\n".encode()):
        held.write_bytes(said)
        assert sopgen("build", "--force").code == 0
        assert not held.exists()
    assert sopgen("build", "--check").code == 0


def test_few_specs_start_no_workers(monkeypatch: pytest.MonkeyPatch, sopgen: Sopgen, write: Write) -> None:
    monkeypatch.setitem(sys.modules, "sopgen.cli.building.pool", None)
    write("specs/a.sop.yaml")
    assert sopgen("build", "--jobs", "8").code == 0


@pytest.mark.usefixtures("two")
def test_a_wrong_reference_date_ends_the_build_before_anything_is_made(
    sopgen: Sopgen, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "kemarin")
    outcome = sopgen("build")
    assert outcome.code == 2
    assert "SOURCE_DATE_EPOCH" in outcome.err
    assert not (project / "output").exists()


@pytest.mark.usefixtures("two")
def test_what_was_written_is_listed_though_its_check_fails(
    sopgen: Sopgen, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(making, "findings_line", broken)
    outcome = sopgen("build")
    assert outcome.code == 1
    assert "PROGRAM-01" in outcome.err
    assert set(manifest(project)["berkas"]) == {"a.pdf", "a.xlsx", "b.pdf", "b.xlsx"}
