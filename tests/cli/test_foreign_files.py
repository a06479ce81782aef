"""What may stand where a file should: each is told at its place, in no time, and the others are done."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sopgen = Callable[..., Any]
SPEC = "judul: Pencatatan\npelaksana: {a: A}\nkegiatan:\n  - {uraian: Mencatat, pelaksana: a}\n"
NO_FILE = "itu pipa atau perangkat, bukan berkas biasa"


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 << 30)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


KINDS = pytest.mark.parametrize(
    ("make", "told"), [(huge, "lebih dari 1 MiB"), (pipe, NO_FILE), (endless, NO_FILE)], ids=["huge", "pipe", "endless"]
)
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")


@KINDS
@pytest.mark.parametrize("command", ["build", "check", "map", "index"])
def test_as_a_spec(sopgen: Sopgen, write: Callable[..., Path], make: Any, told: str, command: str) -> None:
    make(write("specs/baik.sop.yaml", SPEC).with_name("buruk.sop.yaml"))
    outcome = sopgen(command)
    assert outcome.code == 1
    assert told in outcome.err + outcome.out
    assert "PROGRAM-01" not in outcome.err + outcome.out
    if command == "build":
        assert Path("output/baik.pdf").exists()
        assert sopgen("build", "--check").code == 1


@KINDS
def test_as_the_defaults_logo_and_document(sopgen: Sopgen, write: Callable[..., Path], make: Any, told: str) -> None:
    spec = write("specs/baik.sop.yaml", SPEC + "logo: logo.png\n")
    make(spec.with_name("logo.png"))
    assert sopgen("build").code == 1
    for name in ("x.pdf", "x.xlsx"):
        make(Path(name))
        for command in ("check", "extract", "import"):
            outcome = sopgen(command, name)
            assert outcome.code in (1, 2)
            assert told in outcome.err + outcome.out or told.startswith("lebih")


@KINDS
def test_as_an_output(sopgen: Sopgen, write: Callable[..., Path], make: Any, told: str) -> None:
    write("specs/a.sop.yaml", SPEC)
    write("specs/b.sop.yaml", SPEC)
    Path("output").mkdir()
    make(Path("output/a.pdf"))
    make(Path("output/.sopgen.json"))
    outcome = sopgen("build")
    assert outcome.code == (1 if make is huge else 2)
    assert ("pipa atau perangkat" in outcome.err) == (make is not huge)
    others = (
        ("b.pdf", "b.xlsx") if make is huge else ("a.xlsx", "b.pdf", "b.xlsx")
    )  # what is no copy of ours keeps its pair
    assert all(Path("output", name).stat().st_size for name in others)
    assert told  # of the kind that is made


def test_a_workbook_packed_in_another_way(sopgen: Sopgen, project: Path) -> None:
    with zipfile.ZipFile(project / "x.xlsx", "w", zipfile.ZIP_BZIP2, compresslevel=9) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * (64 << 20))
    for command in ("extract", "check", "import"):
        assert sopgen(command, "x.xlsx").code == 1


def test_a_document_type_in_utf16_expands_nowhere(sopgen: Sopgen, project: Path) -> None:
    hidden = b"urn:sopgen:asal ".decode("utf-16-le")
    text = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY e "anVkdWw6IHg=">]><!--{hidden}-->'
    text += '<asal xmlns="urn:sopgen:asal"><spesifikasi nama="x">&e;</spesifikasi></asal>'
    with zipfile.ZipFile(project / "x.xlsx", "w") as archive:
        archive.writestr("customXml/item1.xml", text.encode("utf-16"))
    outcome = sopgen("extract", "x.xlsx")
    assert (outcome.code, outcome.out) == (1, "")


def test_the_report_of_a_build_tells_it_too(sopgen: Sopgen, write: Callable[..., Path]) -> None:
    pipe(write("specs/baik.sop.yaml", SPEC).with_name("buruk.sop.yaml"))
    told = json.loads(sopgen("build", "--report", "json").out)
    assert [each["status"] for each in told["specs"]] == ["built", "refused"]
