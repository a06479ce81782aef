"""One place that cannot be read or written ends no run: it is told where it is, and all else is done."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopgen.cli.building import lock

Sopgen = Callable[..., Any]
SPEC = "judul: Pencatatan\npelaksana: {a: A}\nkegiatan:\n  - {uraian: Mencatat, pelaksana: a}\n"
BOTH = ("b.pdf", "b.xlsx")


@pytest.fixture(autouse=True)
def _two(write: Callable[..., Path]) -> None:
    for name in ("a", "b", "dalam/c"):
        write(f"specs/{name}.sop.yaml", SPEC)


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that nobody may read, whoever runs the test."""
    folder = Path("specs/dalam")
    real = os.scandir

    def scandir(path: Any) -> Any:
        if os.fspath(path) == os.fspath(folder):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return folder


@pytest.mark.parametrize("command", ["build", "check", "layout", "map", "index", "compile", "flowchart"])
def test_an_unreadable_folder(sopgen: Sopgen, closed: Path, command: str) -> None:
    outcome = sopgen(command)
    assert outcome.code == 1
    assert f"{closed.as_posix()}:1:1: BACA-01" in outcome.err + outcome.out
    if command == "build":
        assert all(Path("output", name).exists() for name in BOTH)
        assert "3 SOP" in outcome.out


def test_its_outputs_are_not_orphans(sopgen: Sopgen, request: pytest.FixtureRequest) -> None:
    assert sopgen("build").code == 0
    request.getfixturevalue("closed")
    told = sopgen("build", "--check")
    assert told.code == 1
    assert "tanpa spesifikasi" not in told.out


@pytest.mark.parametrize("named", [(), ("specs/a.sop.yaml", "specs/b.sop.yaml")])
def test_a_folder_where_a_spec_should_be(sopgen: Sopgen, named: tuple[str, ...]) -> None:
    Path("specs/a.sop.yaml").unlink()
    Path("specs/a.sop.yaml").mkdir()
    outcome = sopgen("build", *named)
    assert outcome.code == 1
    assert "specs/a.sop.yaml:1:1: BACA-01: Berkas tidak dapat dibuka: itu folder, bukan berkas." in outcome.err
    assert all(Path("output", name).exists() for name in BOTH)


def test_a_folder_where_the_defaults_should_be(sopgen: Sopgen) -> None:
    Path("specs/dalam/sopgen.yaml").mkdir()
    outcome = sopgen("build")
    assert outcome.code == 1
    assert "specs/dalam/sopgen.yaml:1:1: BACA-01" in outcome.err
    assert all(Path("output", name).exists() for name in BOTH)


@pytest.mark.parametrize("name", ["a.pdf", "a.xlsx", ".sopgen.json", ".sopgen.lock", "dalam"])
def test_a_folder_or_a_file_where_an_output_should_be(
    sopgen: Sopgen, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("output").mkdir()
    if name == "dalam":
        Path("output", name).touch()
    else:
        Path("output", name).mkdir()
    monkeypatch.setattr(lock.time, "sleep", lambda _: pytest.fail("it waits for what never goes away"))
    outcome = sopgen("build")
    assert outcome.code == 2
    assert f"output/{name}" in outcome.err
    assert "3 SOP" in outcome.out
    assert all(Path("output", each).exists() for each in BOTH)
    assert sopgen("build", "--check").code in (0, 3)


def test_a_lock_that_another_build_holds_is_told(
    sopgen: Sopgen, monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    monkeypatch.setattr(lock, "TOLD_AFTER", 0.1)
    monkeypatch.setattr(lock, "PATIENCE", 0.5)
    (project / "output").mkdir()
    (project / "output" / lock.NAME).write_text("ffffffff 1\n", encoding="ascii")
    outcome = sopgen("build")
    assert outcome.code == 0
    assert outcome.err.count("menunggu build lain") == 1


def test_a_lock_that_is_taken_meanwhile_is_given_back(tmp_path: Path) -> None:
    held = tmp_path / lock.NAME
    held.write_bytes(b"baru")
    lock._clear(held, b"lama")
    assert held.read_bytes() == b"baru"
    lock._clear(held, b"baru")
    assert not list(tmp_path.glob(f"{lock.NAME}*"))


class TestWithoutWorkingFolder:
    @pytest.fixture(autouse=True)
    def _gone(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        if os.name == "nt":
            pytest.skip("Windows keeps the working folder")
        gone = project / "kerja"
        gone.mkdir()
        monkeypatch.chdir(gone)
        gone.rmdir()

    def test_absolute_paths_need_none(self, sopgen: Sopgen, project: Path) -> None:
        (project / "specs/b.sop.yaml").rename(project / "b.sop.yaml")
        for spec in (project / "specs/a.sop.yaml", project / "b.sop.yaml"):
            outcome = sopgen("build", str(spec), "-o", str(project / "hasil"))
            assert (outcome.code, outcome.err) == (0, "")
        assert sorted(path.name for path in (project / "hasil").glob("*.pdf")) == ["a.pdf", "b.pdf"]
        assert sopgen("check", str(project / "b.sop.yaml")).out

    @pytest.mark.parametrize("command", ["build", "check", "compile", "index", "map", "flowchart", "layout"])
    def test_nothing_else_can_be_done_and_why(self, sopgen: Sopgen, project: Path, command: str) -> None:
        for specs in ((), ("a.sop.yaml",), (str(project / "b.sop.yaml"),)):
            outcome = sopgen(command, *specs)
            assert outcome.code in (1, 2)
            assert "PROGRAM" not in outcome.err + outcome.out
            assert "Errno" not in outcome.err


def test_a_working_folder_deleted_meanwhile(sopgen: Sopgen, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sopgen import pipeline

    inner = project / "kerja"
    shutil.copytree(project / "specs", inner / "specs")
    monkeypatch.chdir(inner)
    real = pipeline.lay_out

    def lay_out(*given: Any, **wished: Any) -> Any:
        shutil.rmtree(inner, ignore_errors=True)
        return real(*given, **wished)

    monkeypatch.setattr(pipeline, "lay_out", lay_out)
    outcome = sopgen("build", "--jobs", "1")
    assert outcome.code == 2
    assert "PROGRAM" not in outcome.err
    assert "folder kerja sudah tidak ada" in outcome.err


def test_a_signed_document_and_its_workbook_stay_a_pair(sopgen: Sopgen, write: Callable[..., Path]) -> None:
    assert sopgen("build", "specs/a.sop.yaml").code == 0
    signed, workbook = Path("output/a.pdf"), Path("output/a.xlsx")
    with signed.open("ab") as file:
        file.write(b"% ditandatangani\n")
    first = workbook.read_bytes()
    workbook.unlink()
    assert sopgen("build", "specs/a.sop.yaml").code == 0, "a signed document of an unchanged spec is in order"
    assert workbook.read_bytes() == first, "of the source that the signed one carries"
    write("specs/a.sop.yaml", SPEC.replace("Mencatat", "Menulis"))
    outcome = sopgen("build", "specs/a.sop.yaml")
    assert outcome.code == 1
    assert "output/a.pdf: berkas sudah ditandatangani atau diubah" in outcome.err
    assert "output/a.xlsx: tidak diperbarui" in outcome.err
    assert workbook.read_bytes() == first
    assert sopgen("build", "specs/a.sop.yaml", "--force").code == 0
    assert workbook.read_bytes() != first


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of files that nobody may replace, whoever runs the test."""
    names: set[str] = set()
    real = os.replace

    def replace(draft: Any, target: Any) -> None:
        if Path(target).name in names:
            raise PermissionError(13, "Permission denied", os.fspath(target))
        real(draft, target)

    monkeypatch.setattr(os, "replace", replace)
    return names


def test_a_report_that_cannot_be_written(sopgen: Sopgen, unwritable: set[str]) -> None:
    unwritable.add("a.html")
    Path("c.xml").write_text("buatan orang", "utf-8")
    reports = ("html=a.html", "json=b.json", "junit=c.xml", "text")
    outcome = sopgen("check", *(word for report in reports for word in ("--format", report)))
    assert outcome.code == 2
    for name, told in (("c.xml", "bukan hasil sopgen check"), ("a.html", "tidak dapat ditulis")):
        assert sum(name in line and told in line for line in outcome.err.splitlines()) == 1
    assert not Path("a.html").exists()
    assert Path("b.json").exists()
    assert "specs/a.sop.yaml" in outcome.out
    assert Path("c.xml").read_text("utf-8") == "buatan orang"


def test_a_baseline_that_cannot_be_written(sopgen: Sopgen, unwritable: set[str]) -> None:
    unwritable.add("lama.json")
    outcome = sopgen("check", "--baseline", "lama.json", "--update-baseline", "--format", "json=b.json")
    assert outcome.code == 2
    assert "lama.json tidak dapat ditulis" in outcome.err
    assert '"findings": []' not in Path("b.json").read_text("utf-8")


@pytest.mark.parametrize("command", [("check", "--fix"), ("fmt",)])
def test_a_spec_that_cannot_be_mended(
    sopgen: Sopgen, write: Callable[..., Path], unwritable: set[str], command
) -> None:
    before = SPEC.replace("pelaksana: {a: A}", 'dasar_hukum:\n  -   "UU 25/2009"\n  - "UU 25/2009"\npelaksana: {a: A}')
    for name in "ab":
        write(f"specs/{name}.sop.yaml", before)
    unwritable.add("a.sop.yaml")
    outcome = sopgen(*command, "specs/a.sop.yaml", "specs/b.sop.yaml")
    assert outcome.code == 2
    assert outcome.err.count("specs/a.sop.yaml tidak dapat ditulis") == 1
    told = outcome.err + outcome.out
    mended = (": dirapikan", " perbaikan ditulis")
    lines = [line for line in told.splitlines() if line.endswith(mended)]
    assert [line.partition(":")[0] for line in lines] == ["specs/b.sop.yaml"]
    assert Path("specs/a.sop.yaml").read_text("utf-8") == before
    assert Path("specs/b.sop.yaml").read_text("utf-8") != before
    assert "specs/b.sop.yaml" in outcome.out, "what is left is checked"
