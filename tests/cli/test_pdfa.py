"""`build --pdfa` and what `extract` gives back, in processes as users run them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

ROOT = Path(__file__).resolve().parents[2]
SPEC = "judul: Surat Masuk\npelaksana: {a: Arsiparis}\nkegiatan:\n  - {uraian: Mencatat surat, pelaksana: a}\n"
DEFAULTS = "instansi: BIRO UMUM\n"


@pytest.fixture
def bureau(tmp_path):
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs/surat.sop.yaml").write_bytes(SPEC.replace("\n", "\r\n").encode())
    (tmp_path / "sopgen.yaml").write_bytes(DEFAULTS.encode())
    return tmp_path


def sopgen(cwd, *arguments):
    command = [sys.executable, "-m", "sopgen", *arguments]
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )


def test_the_spec_comes_back_byte_for_byte_and_both_files_with_all(bureau):
    assert sopgen(bureau, "build", "--format", "pdf").returncode == 0

    told = sopgen(bureau, "extract", "output/surat.pdf")
    wrote = sopgen(bureau, "extract", "output/surat.pdf", "--all", "kembali")

    assert (told.returncode, told.stdout, told.stderr) == (0, (bureau / "specs/surat.sop.yaml").read_bytes(), b"")
    assert wrote.returncode == 0
    assert {path.name: path.read_bytes() for path in (bureau / "kembali").iterdir()} == {
        "surat.sop.yaml": (bureau / "specs/surat.sop.yaml").read_bytes(),
        "sopgen.yaml": DEFAULTS.encode(),
    }


@pytest.mark.parametrize(("pdfa", "part"), [("3a", "3"), ("2a", "2"), ("none", None)])
def test_the_archival_form_asked_for(bureau, pdfa, part):
    assert sopgen(bureau, "build", "--format", "pdf", "--pdfa", pdfa).returncode == 0

    with pikepdf.open(bureau / "output/surat.pdf") as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata.get("pdfaid:part") == part
        assert ("/AF" in pdf.Root, "/StructTreeRoot" in pdf.Root) == (pdfa == "3a", pdfa != "none")


@pytest.mark.parametrize("pdfa", ["2a", "none"])
def test_extract_says_why_there_is_nothing(bureau, pdfa):
    sopgen(bureau, "build", "--format", "pdf", "--pdfa", pdfa)

    told = sopgen(bureau, "extract", "output/surat.pdf")

    assert (told.returncode, told.stdout) == (1, b"")
    assert "--pdfa 2a" in told.stderr.decode()


@pytest.mark.parametrize("pdfa", ["3a", "2a", "none"])
def test_built_again_over_itself_but_never_over_a_file_that_was_added_to(bureau, pdfa):
    build = ("build", "--format", "pdf", "--pdfa", pdfa)
    sopgen(bureau, *build)
    target = bureau / "output/surat.pdf"
    first = target.read_bytes()
    assert sopgen(bureau, *build).returncode == 0
    assert target.read_bytes() == first

    target.write_bytes(first + b"1 0 obj null endobj\n")
    again = sopgen(bureau, *build)  # what a signature does: the spec is as it was, so there is nothing to do

    assert again.returncode == 0
    assert target.read_bytes() == first + b"1 0 obj null endobj\n"
    assert sopgen(bureau, *build, "--force").returncode == 0
    assert target.read_bytes() == first
