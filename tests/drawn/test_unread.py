"""Whatever is drawn or written in a flow table is read, or named with its place."""

from __future__ import annotations

import io
import random
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from sopgen import oldstock
from sopgen.drawn.panels import panels_of
from sopgen.drawn.reading import read_panels
from sopgen.workbook.shapes import drawn
from sopgen.workbook.values import Connector, Shape, Sheet
from tests.drawn.drawing_pdf import COLUMNS, HIGH, ROWS, Page


def whole_page() -> Page:
    page = Page(fills=False)
    page.table()
    page.chart()
    return page


def told(data: bytes) -> list[tuple[int | None, str]]:
    """Step, from 1, and words of each doubt."""
    (found,) = oldstock.import_drawn(data)
    return [(None if each.step is None else each.step + 1, each.message.en) for each in found.doubts]


def line(page: Page, points, *, fill: int = 0, stroke: int = 1, close: bool = False) -> None:
    path = page.canvas.beginPath()
    path.moveTo(points[0][0], HIGH - points[0][1])
    for x, y in points[1:]:
        path.lineTo(x, HIGH - y)
    if close:
        path.close()
    page.canvas.setFillGray(0)
    page.canvas.drawPath(path, fill=fill, stroke=stroke)


def tick(page: Page, x: float, y: float) -> None:
    line(page, [(x - 4, y), (x - 1, y + 4), (x + 5, y - 5)])


def solid_tick(page: Page, x: float, y: float) -> None:
    line(page, [(x - 4, y), (x - 1, y + 3), (x + 5, y - 5), (x - 1, y + 5)], fill=1, stroke=0, close=True)


def star(page: Page, x: float, y: float) -> None:
    line(page, [(x, y - 6), (x + 2, y - 1), (x + 6, y), (x + 2, y + 1), (x, y + 6), (x - 2, y + 1), (x - 6, y)],
         close=True)  # fmt: skip


def square(page: Page, x: float, y: float) -> None:
    line(page, [(x - 3, y - 3), (x + 3, y - 3), (x + 3, y + 3), (x - 3, y + 3)], close=True)


def solid_square(page: Page, x: float, y: float) -> None:
    line(page, [(x - 2, y - 3), (x + 3, y - 3), (x + 3, y + 3), (x - 2, y + 3)], fill=1, stroke=0, close=True)


def cross(page: Page, x: float, y: float) -> None:
    line(page, [(x - 4, y - 4), (x + 4, y + 4)])
    line(page, [(x - 4, y + 4), (x + 4, y - 4)])


def dot(page: Page, x: float, y: float) -> None:
    page.canvas.circle(x, HIGH - y, 2, fill=1, stroke=0)


def curve(page: Page, x: float, y: float) -> None:
    page.canvas.bezier(x - 5, HIGH - y, x, HIGH - y + 9, x, HIGH - y - 9, x + 5, HIGH - y)


def shading(page: Page, x: float, y: float) -> None:
    page.canvas.saveState()
    path = page.canvas.beginPath()
    path.rect(x - 5, HIGH - y - 5, 10, 10)
    page.canvas.clipPath(path, stroke=0, fill=0)
    page.canvas.linearGradient(x - 5, HIGH - y, x + 5, HIGH - y, [(1, 0, 0), (0, 0, 1)], extend=False)
    page.canvas.restoreState()


def picture(page: Page, x: float, y: float) -> None:
    page.canvas.drawImage(ImageReader(Image.new("L", (8, 8), 90)), x - 5, HIGH - y - 5, 10, 10)


DRAWINGS = (tick, solid_tick, star, square, solid_square, cross, dot, curve, shading, picture)


@pytest.mark.parametrize("draw", DRAWINGS, ids=lambda each: each.__name__)
def test_what_is_drawn_in_a_cell_of_words_is_named_at_its_step(draw):
    page = whole_page()
    draw(page, 700, ROWS[2] + 30)
    assert [step for step, words in told(page.bytes()) if "not read" in words and "output" in words] == [3]


@pytest.mark.parametrize("draw", DRAWINGS, ids=lambda each: each.__name__)
def test_what_is_drawn_in_the_chart_is_read_or_named_at_its_step(draw):
    page = whole_page()
    draw(page, 240, ROWS[3] + 25)
    assert {step for step, _ in told(page.bytes())} == {4}


def test_many_drawings_all_over_the_table_are_all_named():
    rng, page = random.Random(7), whole_page()
    places = [(at, column) for at in range(5) for column in (1, 6, 7)]
    for at, column in rng.sample(places, 9):
        rng.choice(DRAWINGS)(page, COLUMNS[column + 1] - 12, ROWS[at + 1] - 12)
        places.remove((at, column))
    rows = {at for at in range(5) if sum(row == at for row, _ in places) < 3}
    assert {step for step, words in told(page.bytes()) if "read" in words} == {at + 1 for at in rows}


def test_a_page_that_is_wholly_read_leaves_nothing_to_name():
    assert told(whole_page().bytes()) == []


def test_grounds_underlines_and_highlights_are_no_drawings():
    page = Page(fills=False)
    canvas = page.canvas
    canvas.setFillGray(0.8)
    canvas.rect(COLUMNS[0], HIGH - ROWS[0], COLUMNS[-1] - COLUMNS[0], 40, fill=1, stroke=0)  # the head's shading
    canvas.setFillColorRGB(1, 1, 0)
    canvas.rect(66, HIGH - ROWS[1] - 18, 60, 11, fill=1, stroke=0)  # behind the words of step 2
    canvas.setFillGray(0)
    page.table()
    page.chart()
    line(page, [(68, ROWS[2] + 16.5), (120, ROWS[2] + 16.5)])  # under those of step 3
    assert told(page.bytes()) == []


def test_words_in_a_box_that_the_row_does_not_say_are_named():
    page = whole_page()
    page.text(325, ROWS[1] + 28, "Koordinasi", 6)
    page.text(245, ROWS[0] + 28, "Mulai", 6)
    assert told(page.bytes()) == [(2, 'the words "Koordinasi" in the chart were not taken along')]


def test_a_note_in_the_chart_that_is_no_label_is_named():
    page = whole_page()
    page.text(225, ROWS[3] + 40, "Apabila berkas tidak lengkap dikembalikan", 6)
    assert [step for step, words in told(page.bytes()) if "Apabila berkas" in words] == [4]


def test_a_stamp_put_upon_a_page_by_another_program_is_seen():
    import pikepdf

    page = whole_page()
    document = pikepdf.open(io.BytesIO(page.bytes()))
    look = document.make_stream(b"0 0 0 rg 0 0 m 10 0 l 5 10 l 3 3 l f")
    look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 10, 10]
    place = [690, HIGH - ROWS[2] - 30, 700, HIGH - ROWS[2] - 20]
    stamp = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=place, F=4, AP=pikepdf.Dictionary(N=look)
    )
    document.pages[0].Annots = document.make_indirect(pikepdf.Array([document.make_indirect(stamp)]))
    written = io.BytesIO()
    document.save(written)
    assert [step for step, words in told(written.getvalue()) if "drawn shape" in words] == [3]


NAMES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:xdr14="http://schemas.microsoft.com/office/excel/2010/spreadsheetDrawing"'
)
GRID = Sheet("A", tuple(60.0 * at for at in range(9)), tuple(30.0 * at for at in range(9)), {})
ABOUT = '<xdr:nv{0}Pr><xdr:cNvPr id="7" name="x"/><xdr:cNv{0}Pr/></xdr:nv{0}Pr>'
FRAME = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="99" cy="99"/></a:xfrm>'


CURVE = (
    '<a:custGeom><a:pathLst><a:path w="9" h="9"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:cubicBezTo>'
    '<a:pt x="1" y="9"/><a:pt x="5" y="3"/><a:pt x="9" y="9"/></a:cubicBezTo></a:path></a:pathLst></a:custGeom>'
)
CHART = f"<xdr:graphicFrame>{ABOUT.format('GraphicFrame')}<xdr:xfrm/></xdr:graphicFrame>"
INK = '<mc:Choice Requires="xdr14"><xdr14:contentPart r:id="r1"/></mc:Choice>'


@pytest.mark.parametrize(
    "xml",
    [
        f"<xdr:graphicFrame>{ABOUT.format('GraphicFrame')}<a:graphic/></xdr:graphicFrame>",
        f'<xdr:pic>{ABOUT.format("Pic")}<xdr:blipFill><a:blip r:embed="r1"/></xdr:blipFill></xdr:pic>',
        f'<xdr:sp>{ABOUT.format("Sp")}<xdr:spPr><a:prstGeom prst="cloud"/></xdr:spPr></xdr:sp>',
        f"<xdr:sp>{ABOUT.format('Sp')}</xdr:sp>",
        f"<mc:AlternateContent>{INK}</mc:AlternateContent>",
        f"<xdr:grpSp>{ABOUT.format('GrpSp')}<xdr:grpSpPr/><xdr:sp/></xdr:grpSp>",
        f"<xdr:grpSp>{ABOUT.format('GrpSp')}<xdr:grpSpPr>{FRAME}</xdr:grpSpPr>{CHART}</xdr:grpSp>",
        f'<xdr:cxnSp>{ABOUT.format("CxnSp")}<xdr:spPr><a:prstGeom prst="line"/></xdr:spPr></xdr:cxnSp>',
        f"<xdr:sp>{ABOUT.format('Sp')}<xdr:spPr>{CURVE}</xdr:spPr></xdr:sp>",
    ],
)
def test_everything_anchored_on_a_sheet_is_found_once(xml):
    anchor = (
        f"<xdr:wsDr {NAMES}><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>1</xdr:row></xdr:from>"
        f"<xdr:to><xdr:col>2</xdr:col><xdr:row>2</xdr:row></xdr:to>{xml}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
    )
    assert sum(map(len, drawn(ET.fromstring(anchor), GRID))) == 1


def sheet_with(**more) -> Sheet:
    """Two steps in two lanes."""
    texts = {
        (0, 0): "No", (0, 1): "Kegiatan", (0, 2): "Pelaksana", (0, 4): "Mutu Baku", (0, 7): "Ket.",
        (1, 2): "Staf", (1, 3): "Kabag", (1, 4): "Kelengkapan", (1, 5): "Waktu", (1, 6): "Output",
        (2, 0): "1", (2, 1): "Menyusun surat", (3, 0): "2", (3, 1): "Menandatangani surat",
    }  # fmt: skip
    merges = (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 6)), ((0, 7), (1, 7)))
    shapes = (
        Shape(1, "", "flowChartTerminator", (130, 65, 170, 85)),
        Shape(2, "", "flowChartTerminator", (190, 95, 230, 115)),
    )
    lines = (Connector(3, "", ((150, 85), (150, 105), (190, 105)), glued=((1, 2), (2, 1)), heads=(False, True)),)
    sheet = Sheet("A", GRID.columns, GRID.rows, texts, merges, shapes=shapes, lines=lines)
    cells = {**texts, **more.pop("cells", {})}
    return sheet._replace(
        cells=cells, shapes=shapes + more.pop("shapes", ()), lines=lines + more.pop("lines", ()), **more
    )


def told_of(sheet: Sheet) -> list[tuple[int | None, str]]:
    (found,) = read_panels(panels_of((sheet,)))
    return [(None if each.step is None else each.step + 1, each.message.en) for each in found.doubts[1:]]


@pytest.mark.parametrize(
    ("more", "step", "words"),
    [
        ({"others": ((370.0, 62.0, 410.0, 88.0),)}, 1, "drawn shape(s) in the column output"),
        ({"pictures": (Shape(9, "", "picture", (250, 92, 290, 118)),)}, 2, "picture(s) in the column kelengkapan"),
        ({"shapes": (Shape(9, "", "cloud", (430, 65, 450, 85)),)}, 1, "drawn shape(s) in the column keterangan"),
        ({"lines": (Connector(9, "", ((370, 100), (410, 110))),)}, 2, "drawn shape(s) in the column output"),
        ({"shapes": (Shape(9, "", "rect", (130, 95, 170, 115), "Catatan isi", text_box=True),)}, 2, "Catatan isi"),
        ({"remarks": (((2, 5), "Periksa lagi"),)}, 1, '"Periksa lagi" in the column waktu'),
        ({"cells": {(3, 2): "Koordinasi dengan bagian lain"}}, 2, '"Koordinasi dengan bagian lain" in the chart'),
        ({"is_hidden": True}, None, "this sheet is hidden"),
        ({"rows": (*GRID.rows[:4], *GRID.rows[3:-1]), "cells": {(3, 0): "2"}}, None, "hidden rows or columns"),
    ],
)  # fmt: skip
def test_what_a_sheet_holds_beyond_its_flow_is_named(more, step, words):
    assert [at for at, message in told_of(sheet_with(**more)) if words in message] == [step]


def test_a_sheet_that_is_wholly_read_leaves_nothing_to_name():
    assert told_of(sheet_with()) == []
