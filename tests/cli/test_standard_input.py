"""`-` reads a spec from standard input: for an editor, a pipe, a hook."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from sopgen import pipeline
from sopgen.intake import FileSource
from tests.rules.references import spec_path

SPEC = spec_path("konsinyering").read_bytes()


@pytest.fixture
def piped(tmp_path):
    def command(*arguments: str, data: bytes = SPEC) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "sopgen", *arguments], cwd=tmp_path, input=data, capture_output=True, check=False
        )

    return command


def expected(kind: str, tmp_path) -> bytes:
    source = FileSource(tmp_path / "spesifikasi.sop.yaml", "-", SPEC)
    return pipeline.render_document(pipeline.build_document(source), kind)


def test_a_check_names_its_places_with_a_dash(piped, tmp_path):
    (tmp_path / "sopgen.yaml").write_bytes(b"aturan: {HDR-12: mati}\n")
    outcome = piped("check", "-", "--date", "2026-01-15")
    assert outcome.returncode == 1
    lines = outcome.stdout.decode().splitlines()
    assert any(line.startswith("-:29:") and "MON-01" in line for line in lines)
    assert not any("HDR-12" in line for line in lines if re.match(r"-:\d", line))


def test_what_cannot_be_read_is_told_at_its_line(piped):
    outcome = piped("check", "-", data=b"judul: [a\n")
    assert outcome.returncode == 1
    assert outcome.stdout.decode().startswith("-:1:8: BACA-")
    assert piped("check", "-", data=b"").returncode == 1


def test_it_stands_beside_other_specs_and_takes_no_marks(piped, tmp_path):
    (tmp_path / "a.sop.yaml").write_bytes(SPEC.replace(b"judul: ", b"judul: Lain, "))
    outcome = piped("check", "a.sop.yaml", "-", "--mark", "--date", "2026-01-15")
    told = outcome.stdout.decode()
    assert "\n-:" in told
    assert "a.sop.yaml:" in told
    assert [path.name for path in (tmp_path / "temuan").iterdir()] == ["a.bertanda.pdf"]


@pytest.mark.parametrize(("arguments", "kind"), [((), "pdf"), (("--format", "xlsx"), "xlsx")])
def test_a_document_comes_out_by_standard_output(piped, tmp_path, arguments, kind):
    outcome = piped("build", "-", *arguments)
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert outcome.stdout == expected(kind, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_with_a_folder_its_files_are_written_there(piped, tmp_path):
    outcome = piped("build", "-", "-o", "hasil")
    assert outcome.stdout.decode().splitlines() == ["hasil/spesifikasi.pdf", "hasil/spesifikasi.xlsx"]
    assert (tmp_path / "hasil" / "spesifikasi.pdf").read_bytes() == expected("pdf", tmp_path)
    (tmp_path / "hasil" / "spesifikasi.pdf").write_bytes(b"%PDF pindai")
    again = piped("build", "-", "-o", "hasil", "--format", "pdf")
    assert again.returncode == 1
    assert (tmp_path / "hasil" / "spesifikasi.pdf").read_bytes() == b"%PDF pindai"


@pytest.mark.parametrize(
    "arguments", [("--format", "pdf,xlsx"), ("--format", "png"), ("--watch",), ("--check",), ("specs/a.sop.yaml",)]
)
def test_what_standard_input_cannot_do_is_said(piped, arguments):
    outcome = piped("build", "-", *arguments)
    assert outcome.returncode == 2
    assert outcome.stdout == b""
    said, remedy = outcome.stderr.decode().splitlines()
    assert said.startswith("sopgen: ")
    assert "sopgen build --help" in remedy


def test_a_refused_spec_writes_nothing(piped, tmp_path):
    outcome = piped("build", "-", data=b"judul: x\n")
    assert (outcome.returncode, outcome.stdout) == (1, b"")
    assert b"-:1:1: BACA-" in outcome.stderr
