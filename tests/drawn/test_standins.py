"""What stands for symbols and lines without being one: ticks, pictures, broad arrows; words that are not the page's."""

from __future__ import annotations

from itertools import pairwise

import pytest
import yaml
from PIL import Image
from reportlab.lib.utils import ImageReader

from sopgen import oldstock
from sopgen.drawn.pdf.outlines import block_arrow
from sopgen.drawn.reading import Imported
from tests.drawn.drawing_pdf import STEPS, Page

DOERS = ["pemohon", "petugas", "kepala", "kepala", "petugas"]
PLACES = ((260, 195), (340, 245), (420, 300), (420, 355), (340, 405))


def read(page: Page) -> Imported:
    (found,) = oldstock.import_drawn(page.bytes())
    return found


def doers(found: Imported) -> list:
    return [step.get("pelaksana") for step in yaml.safe_load(found.spec("a.pdf"))["kegiatan"]]


def picture(page: Page, at: tuple[float, float], wide: float = 40, high: float = 20) -> None:
    x, y = at
    page.canvas.drawImage(ImageReader(Image.new("L", (8, 8), 90)), x - wide / 2, 595 - y - high / 2, wide, high)


def chart_without(page: Page, step: int) -> None:
    """The chart of the plain page, one of its symbols left out."""
    draw = (page.capsule, page.box, page.diamond, page.box, page.capsule)
    for at, (symbol, place) in enumerate(zip(draw, PLACES, strict=True)):
        if at != step:
            symbol(*place)
    page.arrow((280, 195), (340, 195), (340, 231))
    page.arrow((360, 245), (420, 245), (420, 284))
    page.arrow((420, 313), (420, 345))
    page.arrow((400, 300), (260, 300), (260, 210))
    page.arrow((400, 355), (340, 355), (340, 391))


@pytest.mark.parametrize("sign", ["V", "x", "v"])
def test_a_tick_in_a_lane_stands_for_a_symbol_and_is_doubted(sign):
    page = Page(fills=False)
    page.table()
    chart_without(page, 3)
    page.text(417, 358, sign, 9)
    found = read(page)
    assert doers(found) == DOERS
    assert [doubt.message.en for doubt in found.doubts if "a picture, a tick" in doubt.message.en]
    assert (2, 3) in {(edge.source, edge.target) for edge in found.read.edges}


def test_a_picture_of_a_symbol_stands_for_it_and_is_doubted():
    page = Page(fills=False)
    page.table()
    chart_without(page, 1)
    picture(page, PLACES[1])
    found = read(page)
    assert doers(found) == DOERS
    assert {doubt.step for doubt in found.doubts if "a picture, a tick" in doubt.message.en} == {1}


def test_a_tick_beside_a_symbol_is_no_other_symbol():
    page = Page(fills=False)
    page.table()
    page.chart()
    page.text(255, 355, "v", 9)
    found = read(page)
    assert doers(found) == DOERS
    assert {doubt.step for doubt in found.doubts} == {3}  # named as unread


def test_a_stamp_larger_than_any_symbol_stands_for_none():
    page = Page(fills=False)
    page.table()
    chart_without(page, 1)
    picture(page, PLACES[1], 200, 100)
    assert doers(read(page))[1] is None


def arrow_corners(x: float, y0: float, y1: float, half: float = 3.0) -> tuple[tuple[float, float], ...]:
    neck = y1 - 8
    return (
        (x - half, y0), (x + half, y0), (x + half, neck), (x + 2 * half, neck), (x, y1), (x - 2 * half, neck),
        (x - half, neck),
    )  # fmt: skip


@pytest.mark.parametrize("first", range(7))
def test_a_broad_arrow_is_a_line_from_its_foot_to_its_point(first):
    corners = arrow_corners(100.0, 10.0, 50.0)
    assert block_arrow((*corners[first:], *corners[:first])) == ((100.0, 10.0), (100.0, 50.0))


def test_other_outlines_of_seven_corners_are_no_arrows():
    corners = list(arrow_corners(100.0, 10.0, 50.0))
    assert block_arrow(tuple(corners[:6])) is None
    corners[2] = (103.0, 20.0)
    assert block_arrow(tuple(corners)) is None


def test_a_broad_arrow_leads_on():
    page = Page(fills=False)
    page.table()
    page.capsule(260, 195)
    page.box(260, 245)
    page.polygon(arrow_corners(260, 205, 235), fill=1, stroke=1, grey=0.5)
    found = read(page)
    assert {(edge.source, edge.target) for edge in found.read.edges} == {(0, 1)}
    assert not any(doubt.step == 0 for doubt in found.doubts)


def two_pages(*, running: str) -> Page:
    page = Page(fills=False)
    for number in (1, 2):
        page.text(40, 14, running.replace("#", str(number)))
        page.table()
        page.chart()
        page.canvas.showPage()
        page.identity = ()
    return page


def test_lines_that_stand_on_every_page_are_left_out():
    found = read(two_pages(running="Lampiran Keputusan, lembar #"))
    spec = yaml.safe_load(found.spec("a.pdf"))
    assert spec["instansi"] == "KABUPATEN CONTOH"
    assert len(spec["kegiatan"]) == 2 * len(STEPS)
    assert "Lampiran" not in found.spec("a.pdf")


@pytest.mark.parametrize(("size", "turn"), [(12, 30), (80, 0), (60, 45)])
def test_words_across_or_behind_a_page_are_told_and_not_read(size, turn):
    page = Page(fills=False)
    page.table()
    page.chart()
    page.canvas.saveState()
    page.canvas.translate(230, 150)
    page.canvas.rotate(turn)
    page.canvas.setFont("Helvetica", size)
    page.canvas.drawString(0, 0, "SALINAN")
    page.canvas.restoreState()
    found = read(page)
    assert [doubt.message.en for doubt in found.doubts] == [
        'the words "SALINAN" behind or across the page were not taken along'
    ]
    assert [step["kegiatan"] for step in found.steps] == list(STEPS)


def marked(signs: str, *, more: str = "") -> Page:
    """A table whose lanes hold signs alone, as letters."""
    page = Page(fills=False)
    page.table()
    for (x, y), sign in zip(PLACES, signs, strict=True):
        page.sign(x, y, sign)
    if more:
        page.sign(260, 355, more)
    return page


@pytest.mark.parametrize("signs", ["vvvvv", "●●◊●●", "○□■□○", "x√XV●"])
def test_signs_alone_are_executors_in_order_and_that_is_told_once(signs):
    found = read(marked(signs))
    assert doers(found) == DOERS
    assert [(edge.source, edge.target) for edge in found.read.edges] == [(at, at + 1) for at in range(4)]
    told = [(doubt.step, "marks in lanes" in doubt.message.en) for doubt in found.doubts]
    assert told == [(None, True), *([(2, False)] if set(signs) & set("◊") else [])]
    assert "lanjut" not in found.spec("a.pdf")


def test_two_signs_in_a_row_are_a_joint_step_and_doubted():
    found = read(marked("●●●●●", more="●"))
    assert doers(found)[3] == ["pemohon", "kepala"]
    assert 3 in {doubt.step for doubt in found.doubts}


def test_a_row_without_a_sign_is_told():
    page = Page(fills=False)
    page.table()
    for at in (0, 1, 2, 4):
        page.sign(*PLACES[at], "●")
    found = read(page)
    assert doers(found)[3] is None
    assert 3 in {doubt.step for doubt in found.doubts}


def test_signs_that_arrows_join_lead_where_the_arrows_go():
    page = marked("vvvvv")
    for (x0, y0), (x1, y1) in pairwise(PLACES):
        bend = [(x0, y0 + 25), (x1, y0 + 25)] if x0 != x1 else []
        page.arrow((x0, y0 + 7), *bend, (x1, y1 - 8))
    found = read(page)
    assert doers(found) == DOERS
    assert {(edge.source, edge.target) for edge in found.read.edges} == {(at, at + 1) for at in range(4)}


def test_a_sign_is_told_as_itself():
    from datetime import date

    from sopgen import finished

    held = finished.check_held(marked("●●●●●").bytes(), "a.pdf", today=date(2026, 6, 30))
    told = {each.about for each in held.diagnostics if each.code == "FMT-02"}
    assert told == {(("“●”", "“●”"),)}
