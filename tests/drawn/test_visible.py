"""What a clip cuts away and what a ground covers is not read, and it is told."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from sopgen import oldstock
from sopgen.drawn.pdf.pages import read_pdf
from tests.drawn.drawing_pdf import HIGH, WIDE, Page


def drawn(*, clip: bool = False, ground: str = "") -> bytes:
    """A page with an old draft of step 3 under a clip or a ground, or beside it."""
    page = Page(fills=False)
    page.canvas.saveState()
    if clip:
        path = page.canvas.beginPath()
        path.rect(0, 0, 20, HIGH)
        page.canvas.clipPath(path, stroke=0, fill=0)
    page.box(260, 290, 30, 14)
    page.text(560, 320, "Draf lama")
    page.canvas.restoreState()
    grounds = {"wide": (0, WIDE), "narrow": (250, 270)}
    if ground:
        left, right = grounds[ground]
        page.polygon([(left, 0), (right, 0), (right, HIGH), (left, HIGH)], fill=1, stroke=0)
    page.table()
    page.chart()
    return page.bytes()


@pytest.mark.parametrize(
    ("how", "unseen"), [({"clip": True}, True), ({"ground": "wide"}, True), ({"ground": "narrow"}, False)]
)
def test_what_is_not_seen_is_not_read_but_told(how, unseen):
    (found,) = oldstock.import_drawn(drawn(**how))
    said = [words for _, words in found.doubts_in("en") if "not seen" in words]
    assert (found.read.executors[2] == (2,)) == unseen
    assert (found.steps[2].get("waktu") == "3 jam") == unseen
    assert said == (
        ['words that are not seen on this page (cut off or under a white or black surface) were not read: "Draf lama"']
        if unseen
        else []
    )


@pytest.mark.parametrize("grey", [1.0, 0.0, 0.2])
@pytest.mark.parametrize("beyond", [-0.5, 0.0, 1.5])  # points by which the cover reaches beyond the words
@pytest.mark.parametrize("retyped", ["", "9 jam", "90 menit"])
def test_words_under_a_cover_are_not_read_among_those_retyped_upon_it(grey, beyond, retyped):
    page = Page(fills=False)
    page.table()
    page.chart()
    wide = stringWidth("3 jam", "Helvetica", 8)
    left, right, top, bottom = 565 - beyond, 565 + wide + beyond, 278 - beyond, 287 + beyond
    page.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], fill=1, stroke=0, grey=grey)
    if retyped:
        page.canvas.setFillGray(0)
        page.text(566, 285, retyped)
    (panel,) = read_pdf(page.bytes())
    (cell,) = [each for each in panel.cells if each.box[0] < 570 < each.box[2] and each.box[1] < 282 < each.box[3]]
    assert (cell.text, panel.veiled) == (retyped, "3 jam")


def test_words_under_a_cover_that_hides_only_a_digit_are_read_without_it():
    page = Page(fills=False)
    page.text(100, 100, "12 menit")
    page.polygon([(99.5, 92), (104.4, 92), (104.4, 102), (99.5, 102)], fill=1, stroke=0)
    page.canvas.setFillGray(0)
    page.text(100, 100, "3")
    (panel,) = read_pdf(page.bytes())
    assert [each.text for each in panel.cells] == ["32 menit"]
