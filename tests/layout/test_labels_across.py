"""Where lanes are narrow a label reads level across the rule between two of them, and the rule gives way to it."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pdfplumber
import pytest

from sopgen import pipeline
from sopgen.intake import MemorySource
from sopgen.render.svg import render_pages
from sopgen.scene import Document, Page, Text
from tests.generator import generate

SVG = "{http://www.w3.org/2000/svg}"
WHITE, TINT = "#FFFFFF", "#F6F6F6"


@cache
def dense() -> Document:
    return pipeline.lay_out(pipeline.load(MemorySource("rapat.sop.yaml", generate(50).encode())))


def grounded(document: Document) -> list[tuple[Page, Text]]:
    labels = [(page, arrow.label) for page in document.pages for arrow in page.arrows if arrow.label]
    return [(page, label) for page, label in labels if label.ground]


def test_labels_that_would_be_turned_stand_across() -> None:
    document = dense()
    labels = [arrow.label for page in document.pages for arrow in page.arrows if arrow.label]
    across = grounded(document)

    assert across
    assert not any(label.turned for label in labels)
    assert min(label.size for label in labels) >= 7.0
    for page, label in across:
        strips = [row for row in page.rows if row.strip and row.y0 <= label.box[1] <= row.y1]
        assert label.ground == (TINT if strips else WHITE)
        assert any(label.cell[0] < lane.x0 < label.cell[2] for lane in page.lanes[1:]), label.text


def test_all_others_keep_clear_of_every_rule() -> None:
    for page in dense().pages:
        for arrow in page.arrows:
            if arrow.label and not arrow.label.ground:
                x0, y0, x1, y1 = arrow.label.box
                assert not [
                    r for t in page.tables for r in t.rules if r.x0 < x1 and r.x1 > x0 and r.y0 < y1 and r.y1 > y0
                ]


@pytest.fixture(scope="module")
def coloured() -> tuple[Document, tuple[float, float, float, float]]:
    """The document with one ground in a colour that nothing else has."""
    document = dense()
    page, label = grounded(document)[0]
    arrows = tuple(
        arrow._replace(label=label._replace(ground="#12AB34")) if arrow.label is label else arrow
        for arrow in page.arrows
    )
    pages = tuple(other._replace(arrows=arrows) if other is page else other for other in document.pages)
    return document._replace(pages=pages), label.cell


def test_the_pdf_paints_the_ground_on_the_rules_and_under_the_text(coloured) -> None:
    document, cell = coloured
    with pdfplumber.open(BytesIO(pipeline.render_document(document, "pdf"))) as pdf:
        green = (0x12 / 255, 0xAB / 255, 0x34 / 255)
        page = next(each for each in pdf.pages if any(_near(r["non_stroking_color"], green) for r in each.rects))
        (ground,) = (rect for rect in page.rects if _near(rect["non_stroking_color"], green))
        assert (ground["x0"], ground["top"], ground["x1"], ground["bottom"]) == pytest.approx(cell, abs=0.02)


def _near(colour, wanted) -> bool:
    return isinstance(colour, tuple) and len(colour) == 3 and colour == pytest.approx(wanted, abs=0.01)


def test_so_does_the_svg(coloured) -> None:
    document, cell = coloured
    page = next(svg for svg in render_pages(document, with_fonts=False) if b"#12AB34" in svg)
    drawn = [each for each in ET.fromstring(page).iter() if each.tag in {f"{SVG}rect", f"{SVG}path", f"{SVG}text"}]
    (ground,) = (each for each in drawn if each.get("fill") == "#12AB34")
    rules = [i for i, each in enumerate(drawn) if each.get("stroke-linecap") == "square"]

    assert float(ground.get("x")) == pytest.approx(cell[0], abs=0.01)
    assert max(rules) < drawn.index(ground) < min(i for i, each in enumerate(drawn) if each.tag == f"{SVG}text")


def test_and_the_workbook_fills_the_label(coloured) -> None:
    with ZipFile(BytesIO(pipeline.render_document(coloured[0], "xlsx"))) as package:
        drawings = "".join(package.read(name).decode() for name in package.namelist() if "/drawings/drawing" in name)
    assert drawings.count('<a:srgbClr val="12AB34"/>') == 1
