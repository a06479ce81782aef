"""A disk without room, in each command that writes: told at its file, with its exit code, and nothing half is left."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopgen.cli import writing
from tests.generator import generate

Sopgen = Callable[..., Any]
FULL = "penyimpanan penuh; kosongkan sebagian lalu ulangi"
COMMANDS: dict[tuple[str, ...], str] = {
    ("build", "--format", "pdf"): "output/satu.pdf",
    ("build", "--force", "--format", "xlsx"): "output/satu.xlsx",
    ("build", "--format", "png"): "output/satu.halaman-1.png",
    ("form", "specs/satu.sop.yaml"): "satu.form.xlsx",
    ("form", "baru"): "specs/baru.form.xlsx",
    ("form", "isi.form.xlsx", "--to-spec"): "isi.sop.yaml",
    ("new", "baru"): "specs/baru.sop.yaml",
    ("import", "lama.xlsx", "-o", "masuk"): "masuk/lama.sop.yaml",
    ("import", "lama.xlsx", "-o", "masuk", "--form"): "masuk/lama.form.xlsx",
    ("extract", "lama.xlsx", "--all", "ambil"): "ambil/satu.sop.yaml",
    ("fmt", "specs"): "specs/satu.sop.yaml",
    ("check", "--format", "html=periksa.html"): "periksa.html",
    ("check", "-o", "periksa.json", "--format", "json"): "periksa.json",
    ("check", "--mark"): "temuan/satu.bertanda.pdf",
    ("check", "--baseline", "dikenal.json", "--update-baseline"): "dikenal.json",
    ("compile",): "output/kompilasi.pdf",
    ("index",): "output/indeks.xlsx",
    ("map",): "output/peta.svg",
    ("flowchart",): "output/satu.alur.svg",
    ("monev",): "output/monev/monitoring.pdf",
    ("revise", "specs/satu.sop.yaml", "--terbit", "lama.xlsx", "--tanggal", "2026-03-12"): "specs/satu.sop.yaml",
    ("diff", "lama.xlsx", "specs/satu.sop.yaml", "-o", "beda.txt"): "beda.txt",
    ("schema", "-o", "sop.schema.json"): "sop.schema.json",
}


_STANDING: dict[str, bytes] = {}
"""The bureau's files, made once."""


@pytest.fixture
def bureau(sopgen: Sopgen, write: Callable[..., Path], project: Path) -> Path:
    if not _STANDING:
        spec = write("specs/satu.sop.yaml", generate(1, steps=(3, 3), lanes=(2, 2)))
        sopgen("build", "-o", ".", "--format", "xlsx")
        (project / "satu.xlsx").rename(project / "lama.xlsx")
        sopgen("form", "specs/satu.sop.yaml", "-o", "isi.form.xlsx")
        spec.write_text(spec.read_text(encoding="utf-8").replace("judul: ", "judul:   Lain "), encoding="utf-8")
        _STANDING.update(standing(project))
    for name, data in _STANDING.items():
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_bytes(data)
    return project


def standing(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("number", [errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)])
def test_it_is_told_at_the_file(
    sopgen: Sopgen, bureau: Path, command: tuple[str, ...], number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = standing(bureau)

    def fails(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing.os, "fsync", fails)
    told = sopgen(*command)
    assert told.code == 2, told
    assert f"sopgen: {COMMANDS[command]} tidak dapat ditulis: {FULL}\n" in told.err
    assert "PROGRAM-" not in told.err + told.out
    assert standing(bureau) == before


NEEDING = (("build", "--format", "xlsx"), ("index",), ("monev",), ("form", "baru"), ("form", "specs/satu.sop.yaml"))
"""What openpyxl writes by way of temporary files."""


@pytest.mark.parametrize("command", NEEDING, ids=" ".join)
def test_no_room_for_temporary_files(
    sopgen: Sopgen, bureau: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)

    def nowhere() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(tempfile, "_get_default_tempdir", nowhere)
    told = sopgen(*command)
    assert told.code == 2
    assert "tidak ada tempat untuk berkas sementara; kosongkan penyimpanan" in told.err
    assert "PROGRAM-" not in told.err
    assert not list(bureau.rglob(".sopgen-*"))
