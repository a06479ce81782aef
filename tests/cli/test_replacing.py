"""Where a picture, a marked copy or a report is to go, only what the program wrote itself is replaced."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from tests.generator import generate

Sopgen = Callable[..., Any]
COMMANDS = [
    (("map", "--format", "dot"), "output/peta.dot"),
    (("map",), "output/peta.svg"),
    (("flowchart", "--format", "dot"), "output/satu.alur.dot"),
    (("flowchart", "--format", "png"), "output/satu.alur.png"),
    (("check", "--mark"), "temuan/satu.bertanda.pdf"),
    (("check", "-o", "laporan.txt"), "laporan.txt"),
    (("check", "-o", "lembar.html", "--format", "html"), "lembar.html"),
    *((("check", "-o", f"laporan.{form}", "--format", form), f"laporan.{form}") for form in ("json", "sarif", "junit")),
    (("diff", "specs/satu.sop.yaml", "specs/satu.sop.yaml", "-o", "beda.txt"), "beda.txt"),
    (("diff", "specs/satu.sop.yaml", "specs/satu.sop.yaml", "-o", "beda.json", "--format", "json"), "beda.json"),
    (("schema", "-o", "sop.schema.json"), "sop.schema.json"),
]
"""Command lines, and the file that each of them writes."""


@pytest.fixture
def spec(write: Callable[..., Path]) -> Path:
    return write("specs/satu.sop.yaml", generate(1, steps=(4, 4), lanes=(3, 3)))


@pytest.mark.usefixtures("spec")
@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_only_the_programs_own_is_replaced(sopgen: Sopgen, project: Path, command: tuple[str, ...], name: str) -> None:
    target = project / name
    first = sopgen(*command)
    ours = target.read_bytes()
    again = sopgen(*command)
    assert (again.code, again.out, again.err) == (first.code, first.out, first.err)
    for other in (b"digraph saya { a }\n", b"%PDF-1.4 hasil pindai", b"\x89PNG foto", ours + b"catatan\n"):
        if other.startswith(ours) and name.endswith("png"):
            continue  # a picture is known by its pixels
        target.write_bytes(other)
        refused = sopgen(*command)
        assert refused.code == 1
        assert "--force" in refused.err
        assert target.read_bytes() == other
        target.write_bytes(b"Catatan untuk rapat\n" + ours)
        assert sopgen(*command).code == 1, "a note at its head"
        assert target.read_bytes() == b"Catatan untuk rapat\n" + ours
        assert f"→ {name}" not in refused.out + refused.err
    assert sopgen(*command, "--force").code == first.code
    assert target.read_bytes() == ours


@pytest.mark.usefixtures("spec")
def test_a_report_goes_over_a_report_of_another_form(sopgen: Sopgen, project: Path) -> None:
    for form in ("text", "json", "sarif", "junit", "github", "html", "text"):
        assert "--force" not in sopgen("check", "-o", "laporan", "--format", form, "--strict").err
    assert "berkas diperiksa" in (project / "laporan").read_text(encoding="utf-8")


def test_a_report_never_goes_over_a_spec(sopgen: Sopgen, spec: Path) -> None:
    before = spec.read_bytes()
    refused = sopgen("check", "-o", "specs/satu.sop.yaml")
    assert refused.code == 1
    assert refused.out == ""
    assert refused.err.startswith("sopgen: specs/satu.sop.yaml: bukan hasil sopgen check")
    assert spec.read_bytes() == before


def test_one_flowchart_left_alone_stops_no_other(
    sopgen: Sopgen, write: Callable[..., Path], spec: Path, project: Path
) -> None:
    write("specs/dua.sop.yaml", spec.read_text(encoding="utf-8"))
    write("output/dua.alur.dot", "digraph {}\n")
    outcome = sopgen("flowchart", "--format", "dot")
    assert outcome.code == 1
    assert outcome.out == "specs/satu.sop.yaml → output/satu.alur.dot\n"
    assert "output/dua.alur.dot: bukan berkas sopgen" in outcome.err


@pytest.mark.parametrize(("name", "command"), [("kompilasi", "compile"), ("indeks", "index"), ("peta", "map")])
@pytest.mark.parametrize("archival", ["3a", "none"])
def test_a_command_leaves_alone_what_another_made(sopgen, write, project, name, command, archival):
    """A spec called as another command's output, whichever comes first."""
    write(f"specs/{name}.sop.yaml", generate(1, steps=(4, 4), lanes=(3, 3)))
    build = ("build", "--pdfa", archival)
    other = (command, "-o", f"output/{name}.{'xlsx' if command == 'index' else 'pdf'}")
    if command == "map":
        other = ("map", "-o", "output/peta.pdf", "--format", "pdf")
        if not which("dot"):
            pytest.skip("a PDF of the map needs dot")
    target = project / other[other.index("-o") + 1]
    assert sopgen(*build).code == 0
    before = target.read_bytes()
    told = sopgen(*other)
    assert told.code == 1
    assert f"hasil sopgen build, jadi tidak ditimpa sopgen {command}" in told.err
    assert target.read_bytes() == before
    assert sopgen(*build, "--check").code == 0

    target.unlink()
    assert sopgen(*other).code == 0
    made = target.read_bytes()
    assert sopgen(*other).code == 0, "its own it replaces"
    told = sopgen(*build)
    assert told.code == 1
    assert f"hasil sopgen {command}, jadi tidak ditimpa sopgen build" in told.err
    assert target.read_bytes() == made
    assert sopgen(*build, "--check").code == 1
    assert sopgen(*build, "--force").code == 0
    assert target.read_bytes() == before


SIGNED_PART = b"_xmlsignatures/sig1.xml"
SIGNED = b"9 0 obj<</Type/Sig/ByteRange[0 10 20 10]>>endobj\nxref\ntrailer<<>>\nstartxref\n0\n%%EOF\n"


@pytest.mark.usefixtures("spec")
@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("build",), "output/satu.pdf"),
        (("compile",), "output/kompilasi.pdf"),
        (("check", "--mark"), "temuan/satu.bertanda.pdf"),
        (("form", "specs/satu.sop.yaml"), "satu.form.xlsx"),
        (("standar",), "output/satu.standar.pdf"),
        (("monev",), "output/monev/satu.monev.pdf"),
    ],
)
def test_nothing_goes_over_an_electronic_signature(
    sopgen: Sopgen, project: Path, command: tuple[str, ...], name: str
) -> None:
    target = project / name
    target.parent.mkdir(parents=True, exist_ok=True)
    sopgen(*command)
    before = (target.read_bytes() if target.exists() else b"%PDF-1.7\n") + SIGNED + SIGNED_PART
    target.write_bytes(before)
    refused = sopgen(*command, "--force")
    assert target.read_bytes() == before
    if command[0] not in ("standar", "monev"):  # these need no such file of this SOP
        assert refused.code == 1
        assert f"{name}: sudah ditandatangani secara elektronik" in refused.err


@pytest.mark.usefixtures("spec")
def test_what_is_built_beside_a_signed_document_stays_of_its_spec(sopgen: Sopgen, project: Path) -> None:
    sopgen("build")
    signed, workbook = project / "output/satu.pdf", project / "output/satu.xlsx"
    signed.write_bytes(signed.read_bytes() + SIGNED)
    before = signed.read_bytes(), workbook.read_bytes()
    spec = project / "specs/satu.sop.yaml"
    spec.write_text(spec.read_text(encoding="utf-8").replace("judul: ", "judul: Lain "), encoding="utf-8")
    refused = sopgen("build", "--force")
    assert refused.code == 1
    assert "output/satu.xlsx: tidak diperbarui" in refused.err
    assert "--force" not in refused.err.split("output/satu.xlsx")[1]
    assert (signed.read_bytes(), workbook.read_bytes()) == before


@pytest.mark.usefixtures("spec")
def test_force_says_what_it_went_over(sopgen: Sopgen, project: Path) -> None:
    sopgen("build")
    (project / "output/satu.pdf").write_bytes(b"%PDF-1.4 hasil pindai")
    told = sopgen("build", "--force")
    assert told.code == 0
    assert "output/satu.pdf: ditimpa (--force)" in told.err
    assert "output/satu.xlsx: ditimpa" not in told.err
