"""An output folder that cannot take what is written: told in a clerk's words, and nobody's file is harmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.cli import writing
from tests.bad_input.cases import FINE
from tests.bad_input.told import WRONG_COMMAND, left_in, write


def test_an_output_folder_that_is_a_file(sopgen, project):
    (project / "output").write_text("milik orang")
    outcome = sopgen("build", "--lang", "en")
    assert outcome == (WRONG_COMMAND, "", "sopgen: output is a file, not a folder; choose another with -o\n")
    assert (project / "output").read_text() == "milik orang"


def test_an_output_folder_below_a_file(sopgen, project):
    (project / "berkas").write_text("milik orang")
    outcome = sopgen("build", "-o", "berkas/hasil")
    assert (outcome.code, outcome.out) == (WRONG_COMMAND, "")
    assert outcome.err.startswith("sopgen: berkas/hasil/baik.pdf tidak dapat ditulis: ada berkas di tempat")
    assert (project / "berkas").read_text() == "milik orang"


@pytest.mark.parametrize(
    ("number", "indonesian", "english"),
    [
        (13, "akses ditolak", "access denied"),
        (30, "hanya dapat dibaca", "read-only"),
        (28, "penyimpanan penuh", "full"),
    ],
)
def test_an_output_folder_that_cannot_be_written(sopgen, project, monkeypatch, number, indonesian, english):
    """Raised by hand, since the superuser may write anywhere."""

    def denied(*_arguments: object, **_options: object) -> None:
        raise OSError(number, "said by the system")

    monkeypatch.setattr(Path, "mkdir", denied)
    for language, reason in (("id", indonesian), ("en", english)):
        outcome = sopgen("build", "--lang", language)
        assert (outcome.code, outcome.out) == (WRONG_COMMAND, "")
        assert outcome.err.startswith("sopgen: output/baik.pdf ")
        assert reason in outcome.err
    assert not (project / "output").exists()


def test_an_output_open_in_another_program(sopgen, project, monkeypatch):
    """On Windows a file that is open cannot be replaced; the other outputs are written."""
    write(project, FINE, "lain")
    sopgen("build", "--format", "pdf")
    (project / "output/baik.pdf").write_text("lama")
    (project / "output/lain.pdf").write_text("lama")
    replace = writing.os.replace

    def locked(source: Path, target: Path) -> None:
        if target.name == "baik.pdf":
            raise PermissionError(13, "The process cannot access the file")
        replace(source, target)

    monkeypatch.setattr(writing.os, "replace", locked)
    outcome = sopgen("build", "--format", "pdf", "--force")
    assert outcome.code == WRONG_COMMAND
    assert "output/baik.pdf tidak dapat ditulis: akses ditolak; mungkin berkas itu sedang terbuka" in outcome.err
    assert left_in(project / "output") == ["baik.pdf", "lain.pdf"]
    assert (project / "output/baik.pdf").read_text() == "lama"
    assert (project / "output/lain.pdf").read_bytes().startswith(b"%PDF-")


def test_nothing_is_written_outside_the_output_folder(sopgen, project):
    elsewhere = project.parent / "lain"
    elsewhere.mkdir()
    (project / "output").mkdir()
    (project / "output/a").symlink_to(elsewhere)
    (project / "specs/a").mkdir()
    write(project, FINE, "a/x")
    outcome = sopgen("build", "--format", "pdf")
    assert outcome.code == WRONG_COMMAND
    assert "di luar" in outcome.err or "ke luar" in outcome.err
    assert list(elsewhere.iterdir()) == []
    assert (project / "output/baik.pdf").exists()
