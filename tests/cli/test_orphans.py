"""What `build --check` advises on documents without a spec: none that a person may need is to be deleted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SPEC = """judul: Pencatatan surat
pelaksana: {a: Staf}
kegiatan:
  - {uraian: Mencatat surat, pelaksana: a, output: Catatan}
  - {uraian: Menyimpan catatan, pelaksana: a, output: Arsip}
"""


@pytest.fixture
def orphan(sopgen, project: Path) -> Path:
    (project / "specs").mkdir(exist_ok=True)
    for name in ("a", "b"):
        (project / f"specs/{name}.sop.yaml").write_text(SPEC, encoding="utf-8")
    assert sopgen("build", "--format", "pdf,png").code == 0
    (project / "specs/b.sop.yaml").unlink()
    return project / "output/b.pdf"


def told(sopgen, name: str, *, language: str = "id") -> str:
    outcome = sopgen("--lang", language, "build", "--check", "--format", "pdf,png")
    assert outcome.code == 3, outcome.err
    return next(line for line in outcome.out.splitlines() if line.startswith(f"output/{name}: "))


def test_a_document_holds_its_spec(sopgen, orphan):
    line = told(sopgen, "b.pdf")
    assert "arsip" in line
    assert "sopgen extract" in line
    assert "dapat dibuat lagi" in told(sopgen, "b.halaman-1.png")


def test_a_signed_one_is_never_to_be_deleted(sopgen, orphan):
    orphan.write_bytes(orphan.read_bytes() + b"\n9 0 obj\n<< /ByteRange [0 1 2 3] >>\nendobj\n%%EOF\n")
    assert "ditandatangani secara elektronik. Jangan dihapus" in told(sopgen, "b.pdf")
    assert "Do not delete" in told(sopgen, "b.pdf", language="en")


@pytest.mark.parametrize("change", ["scan", "words behind", "other", "folder"])
def test_what_a_hand_was_at_is_looked_at_first(sopgen, orphan, change):
    match change:
        case "scan":
            orphan.write_bytes(b"%PDF-1.4\n%%EOF\n")
        case "words behind":
            orphan.write_bytes(orphan.read_bytes() + b"% catatan\n")
        case "other":
            orphan.write_bytes(b"milik orang")
        case _:
            orphan.unlink()
            orphan.mkdir()
    assert "Jangan dihapus sebelum diperiksa" in told(sopgen, "b.pdf")


def test_a_renamed_spec_leaves_its_document_and_no_word_to_delete_it(sopgen, orphan, project):
    shutil.move(project / "specs/a.sop.yaml", project / "specs/c.sop.yaml")
    for name in ("a.pdf", "b.pdf"):
        line = told(sopgen, name)
        assert "arsip" in line
        assert "hapus berkas" not in line
