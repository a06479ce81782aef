"""Stamps, signatures and their lines are named and hinder nothing; what hides a name or a cell is told at its place."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from sopgen.scene import Box, Document, cell_box

SPECS = Path(__file__).parents[2] / "specs"


@pytest.fixture(scope="module")
def drawn() -> Document:
    from sopgen import pipeline

    return pipeline.build_document(SPECS / "contoh-ringkas.sop.yaml")


@pytest.fixture(scope="module")
def made(drawn: Document) -> bytes:
    from sopgen import pipeline

    return pipeline.render_document(drawn)


def upon(data: bytes, page: int, operators: str) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        pdf.pages[page].Resources.Font["/Uji"] = pdf.make_indirect(font)
        pdf.pages[page].contents_add(pdf.make_stream(f"q {operators} Q".encode()))
        pdf.save(target)
    return target.getvalue()


def box_of(drawn: Document, page: int, *path: str | int) -> Box:
    """A cell's place in the PDF's own points."""
    at = drawn.pages[page]
    (box,) = [cell_box(table, cell) for table in at.tables for cell in table.cells if cell.path == path]
    return box[0], at.size[1] - box[3], box[2], at.size[1] - box[1]


def name_of(drawn: Document) -> Box:
    """Where the name of who approves is printed."""
    page = drawn.pages[0]
    cell = next(cell for table in page.tables for cell in table.cells if cell.path == ("pengesahan",))
    box = cell.texts[-1].box
    return box[0], page.size[1] - box[3], box[2], page.size[1] - box[1]


def told(sopgen: Any, project: Path, data: bytes) -> tuple[str, list[tuple[str, str]], list[dict[str, Any]]]:
    (project / "kiriman.pdf").write_bytes(data)
    report = json.loads(sopgen("check", "kiriman.pdf", "--format", "json", "--date", "2026-01-01").out)
    (file,) = report["files"]
    found = [(each["place"], each["message"]) for each in report["findings"] if each["rule"] == "TBL-05"]
    return file["verdict"], found, [each for each in file["unexamined"] if "dibubuhkan" in each["what"] + each["why"]]


def ring(x: float, y: float) -> str:
    """Of 56 points across, as a stamp's, unfilled."""
    r, k = 28, 15.5
    arcs = (
        f"{x + r} {y} m {x + r} {y + k} {x + k} {y + r} {x} {y + r} c {x - k} {y + r} {x - r} {y + k} {x - r} {y} c "
        f"{x - r} {y - k} {x - k} {y - r} {x} {y - r} c {x + k} {y - r} {x + r} {y - k} {x + r} {y} c"
    )
    return f"0.3 0 0.6 RG 2 w {arcs} s"


def stroke(box: Box) -> str:
    left, bottom, right, top = box
    return (
        f"0 0 1 RG 1.2 w {left} {bottom - 3} m {left + 20} {top + 30} {right - 20} {bottom - 20} {right} {top + 8} c S"
    )


def test_a_stamp_across_the_name_is_named_and_hinders_nothing(project, sopgen, drawn, made):
    left, bottom, right, top = name_of(drawn)
    verdict, found, beside = told(sopgen, project, upon(made, 0, ring((left + right) / 2, (bottom + top) / 2)))
    assert (verdict, found, len(beside)) == ("memenuhi", [], 1)


def test_a_pen_stroke_across_the_name_is_too(project, sopgen, drawn, made):
    verdict, found, beside = told(sopgen, project, upon(made, 0, stroke(name_of(drawn))))
    assert (verdict, found, len(beside)) == ("memenuhi", [], 1)


def test_a_stamp_hides_no_change_of_the_name_and_none_elsewhere(project, sopgen, drawn, made):
    left, bottom, right, top = name_of(drawn)
    stamped = ring((left + right) / 2, top + 20)
    white = f"1 g {left - 1} {bottom - 1} {right - left + 2} {top - bottom + 2} re f"
    verdict, found, _ = told(sopgen, project, upon(made, 0, f"{white} {stamped}"))
    assert verdict == "belum memenuhi"
    assert [place for place, _ in found] == ["hal. 1, baris Disahkan oleh"]
    number = box_of(drawn, 0, "nomor")
    verdict, found, _ = told(
        sopgen, project, upon(made, 0, f"{stamped} 1 g {number[0] + 2} {number[1] + 2} 200 9 re f")
    )
    assert verdict == "belum memenuhi"
    assert [place for place, _ in found] == ["hal. 1, baris Nomor SOP"]


ELECTRONIC = (
    "Dokumen ini telah ditandatangani secara elektronik.",
    "Ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE, BSSN",
)


@pytest.mark.parametrize("said", ELECTRONIC)
@pytest.mark.parametrize("height", [8, 32])  # below the foot, and across it
def test_the_line_of_an_electronic_signature_is_named_and_hinders_nothing(project, sopgen, made, said, height):
    verdict, found, beside = told(sopgen, project, upon(made, 0, f"BT /Uji 6 Tf 120 {height} Td ({said}) Tj ET"))
    assert (verdict, found) == ("memenuhi", [])
    assert "tidak memuat tanda tangan elektronik" in beside[0]["why"]


def test_what_such_a_line_says_besides_is_to_be_read(project, sopgen, made):
    said = f"{ELECTRONIC[0]} Langkah 4 ditiadakan"
    verdict, _, beside = told(sopgen, project, upon(made, 0, f"BT /Uji 6 Tf 120 8 Td ({said}) Tj ET"))
    assert verdict == "tidak dapat dinilai"
    assert said in beside[0]["what"]


@pytest.mark.parametrize("paint", ["0 g", "1 g", "0.2 0.2 0.4 rg"])
def test_what_is_blacked_or_whited_out_is_mandatory_at_its_cell(project, sopgen, drawn, made, paint: str):
    left, bottom, right, top = box_of(drawn, 1, "kegiatan", 1, "waktu")
    over = f"{paint} {left + 2} {bottom + 2} {right - left - 4} {top - bottom - 4} re f"
    verdict, found, _ = told(sopgen, project, upon(made, 1, over))
    assert verdict == "belum memenuhi"
    assert [place for place, _ in found] == ["hal. 2, langkah 2, kolom Waktu"]


@pytest.mark.parametrize("path", [("nomor",), ("dasar_hukum",), ("pengesahan",)])
def test_a_box_of_the_identity_that_is_covered_is_one_finding_at_its_place(project, sopgen, drawn, made, path):
    left, bottom, right, top = box_of(drawn, 0, *path)
    over = f"1 g {left + 2} {bottom + 2} {right - left - 4} {top - bottom - 4} re f"
    verdict, found, _ = told(sopgen, project, upon(made, 0, over))
    assert verdict == "belum memenuhi"
    assert len(found) == 1
    assert found[0][0].startswith(("hal. 1, baris ", "hal. 1, kotak "))
