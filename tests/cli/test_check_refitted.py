"""A PDF that was printed smaller, several pages on a sheet, or written anew shows what it did: said once, no fault."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

SPECS = Path(__file__).parents[2] / "specs"
WHITE = "q 1 g 300 300 90 40 re f Q"


@pytest.fixture(scope="module")
def made() -> bytes:
    """Three pages of 792 by 612 points."""
    from sopgen import pipeline

    return pipeline.build_pdf(SPECS / "contoh-ringkas.sop.yaml")


def placed(
    data: bytes, scale: float, x: float, y: float, *, size: tuple[float, float] = (792, 612), over: str = ""
) -> bytes:
    """Each page so large and there on its paper; `over`: operators after those of the second page, in its points."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            page.contents_add(pdf.make_stream(f"q {scale} 0 0 {scale} {x} {y} cm ".encode()), prepend=True)
            page.contents_add(pdf.make_stream(f" {over if number == 1 else ''} Q".encode()))
            for box in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
                if box in page:
                    del page[box]
            page.MediaBox = [0, 0, *size]
        pdf.save(target)
    return target.getvalue()


def on_sheets(data: bytes) -> bytes:
    """Two pages on each."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        count = len(pdf.pages)
        for first in range(0, count, 2):
            sheet = pdf.add_blank_page(page_size=(595, 842))
            for at in range(first, min(first + 2, count)):
                low = 421 * (1 - at + first)
                sheet.add_overlay(pdf.pages[at], pikepdf.Rectangle(20, low + 10, 575, low + 411))
        del pdf.pages[:count]
        pdf.save(target)
    return target.getvalue()


def told(sopgen: Any, project: Path, data: bytes) -> tuple[str, list[tuple[str, str, str]], list[str]]:
    (project / "kiriman.pdf").write_bytes(data)
    report = json.loads(sopgen("check", "kiriman.pdf", "--format", "json", "--date", "2026-01-01").out)
    (file,) = report["files"]
    wanted = [each for each in report["findings"] if each["rule"] == "TBL-05" or each["severity"] == "wajib"]
    found = [(each["severity"], each["place"], each["message"]) for each in wanted]
    return file["verdict"], found, [each["what"] for each in file["unexamined"] if "halaman" in each["what"]]


@pytest.mark.parametrize(
    ("scale", "x", "y", "size", "said"),
    [
        (0.9, 40, 30, (792, 612), "dicetak 90 % dari ukuran aslinya; huruf terkecilnya 6,3 pt."),
        (0.97, 10, 12, (842, 595), "dicetak 97 % dari ukuran aslinya; huruf terkecilnya 6,8 pt."),
        (1.4, 0, 0, (1190, 900), "dicetak 140 % dari ukuran aslinya; huruf terkecilnya 9,8 pt."),
        (1, 6, -5, (792, 612), "digeser dari tempatnya di kertas."),
    ],
)
def test_another_size_is_one_piece_of_advice(project, sopgen, made, scale, x, y, size, said):
    verdict, found, aside = told(sopgen, project, placed(made, scale, x, y, size=size))
    assert (verdict, aside) == ("memenuhi", [])
    assert found == [("anjuran", "hal. 1–3", f"Halaman 1–3 {said}")]


def test_several_pages_on_a_sheet_are_too(project, sopgen, made):
    verdict, found, aside = told(sopgen, project, on_sheets(made))
    assert (verdict, aside, len(found)) == ("memenuhi", [], 1)
    assert found[0][1] == "hal. 1 dan 2"
    assert "beberapa halaman SOP di satu lembar" in found[0][2]


def test_what_was_changed_on_a_smaller_page_is_told_at_its_step(project, sopgen, made):
    verdict, found, _ = told(sopgen, project, placed(made, 0.9, 40, 30, over=WHITE))
    assert verdict == "belum memenuhi"
    assert sorted(weight for weight, _, _ in found) == ["anjuran", "wajib"]
    assert next(place for weight, place, _ in found if weight == "wajib").startswith("hal. 2, langkah ")


def test_a_stroke_in_the_margin_of_a_smaller_page_is_named(project, sopgen, made):
    verdict, found, aside = told(sopgen, project, placed(made, 0.9, 40, 30, over="0 G 3 w 60 600 m 200 600 l S"))
    assert (verdict, [weight for weight, _, _ in found]) == ("memenuhi", ["anjuran"])
    assert aside == ["yang dibubuhkan pada halaman 2 di luar isinya"]


def test_pages_that_another_program_wrote_are_a_note(project, sopgen, made):
    """Half a pixel off, as programs round."""
    verdict, found, aside = told(sopgen, project, placed(made, 1, 0.2, 0.2))
    assert (verdict, found) == ("memenuhi", [])
    assert aside == ["halaman 1–3, yang ditulis ulang program lain"]


def test_what_is_gone_from_such_a_page_is_no_note(project, sopgen, made):
    verdict, found, _ = told(sopgen, project, placed(made, 1, 0.2, 0.2, over=WHITE))
    assert (verdict, [weight for weight, _, _ in found]) == ("belum memenuhi", ["wajib"])


def test_a_print_that_is_smaller_and_lost_its_spec_is_known_as_sopgens(project, sopgen, made):
    with pikepdf.open(BytesIO(placed(made, 0.85, 40, 30))) as pdf:
        copy = pikepdf.new()
        for page in pdf.pages:
            if "/Annots" in page:
                del page.Annots
        copy.pages.extend(pdf.pages)
        target = BytesIO()
        copy.save(target)
    (project / "kiriman.pdf").write_bytes(target.getvalue())
    report = json.loads(sopgen("check", "kiriman.pdf", "--format", "json", "--date", "2026-01-01").out)
    (file,) = report["files"]
    assert file["verdict"] == "tidak dapat dinilai"
    assert any(each["what"] == "apakah isinya sama dengan spesifikasi asalnya" for each in file["unexamined"])


@pytest.mark.parametrize(
    ("scale", "x", "y"), [(0.9996, 0.15, 0.1), (1.0002, -0.05, -0.05), (1, 0.07, -0.02), (0.9985, 0.5, 0.4)]
)
def test_what_a_program_sets_a_hairs_breadth_elsewhere_is_no_change(project, sopgen, made, scale, x, y):
    _, found, _ = told(sopgen, project, placed(made, scale, x, y))
    assert [each for each in found if each[0] == "wajib"] == []


def test_what_lies_beyond_the_sheet_is_told_as_cut(project, sopgen, made):
    _, found, _ = told(sopgen, project, placed(made, 1.1, 0, 0))
    assert [(severity, place) for severity, place, _ in found] == [("wajib", "hal. 1–3")]
    assert found[0][2] == "Halaman 1–3 dipotong: hanya sebagian isinya yang terlihat."
