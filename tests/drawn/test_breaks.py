"""Arrows that a page's edge cut, and other ways in which office programs print."""

from __future__ import annotations

import pytest
import yaml

from sopgen import oldstock
from sopgen.drawn.words import uncut
from tests.drawn.drawing_pdf import COLUMNS, HEADS, HIGH, ROWS, STEPS, Page

EDGE, UP = ROWS[3], ROWS[3] - 40  # where page 1 ends, and how much higher the rest stands on page 2


def cut_in_two(*, halves: bool) -> bytes:
    """Three steps on one page, two on the next, without a head; lines are whole on both pages, or in `halves`."""
    page = Page(fills=False)
    table_of_three(page)
    page.capsule(260, 195)
    page.box(340, 245)
    page.diamond(420, 300)
    page.arrow((280, 195), (340, 195), (340, 231))
    page.arrow((360, 245), (420, 245), (420, 284))
    page.text(424, 322, "Ya", 7)
    page.text(380, 297, "Tidak", 7)
    lines = [((420, 313), (420, 345)), ((440, 355), (450, 355), (450, 245), (362, 245))]
    if halves:
        page.arrow((420, 313), (420, EDGE), head=False)
        page.arrow((450, EDGE), (450, 245), (362, 245))
    else:
        for line in lines:
            page.arrow(*line)
    page.canvas.showPage()
    for y in (0, *(row - EDGE for row in ROWS[4:])):
        page.rule(40, 40 + y, 800, 40 + y)
    for x in COLUMNS:
        page.rule(x, 40, x, ROWS[-1] - UP)
    for at in (3, 4):
        page.text(45, ROWS[at] + 15 - UP, f"{at + 1}.")
        page.text(68, ROWS[at] + 15 - UP, STEPS[at])
    page.diamond(420, 355 - UP)
    page.capsule(340, 405 - UP)
    page.arrow((420, 368 - UP), (420, 405 - UP), (362, 405 - UP))
    if halves:
        page.arrow((420, 40), (420, 341 - UP))
        page.arrow((440, 355 - UP), (450, 355 - UP), (450, 40), head=False)
    else:
        for line in lines:
            page.arrow(*((x, y - UP) for x, y in line))
    return page.bytes()


@pytest.mark.parametrize("halves", [False, True])
def test_an_arrow_goes_on_behind_the_pages_edge(halves):
    (found,) = oldstock.import_drawn(cut_in_two(halves=halves))
    ways = {(edge.source + 1, edge.target + 1) for edge in found.read.edges}
    assert ways == {(1, 2), (2, 3), (3, 4), (4, 5), (4, 2)}
    yaml.safe_load(found.spec("a.pdf"))


def table_of_three(page) -> None:
    """The table down to step 3, and the header above it."""
    for y in (130, *ROWS[:4]):
        page.rule(40, y, 800, y)
    page.rule(220, 150, 460, 150)
    page.rule(460, 150, 720, 150)
    for x in COLUMNS:
        page.rule(x, 150 if x in {300, 380, 560, 620} else 130, x, EDGE)
    page.text(300, 143, "Pelaksana")
    page.text(560, 143, "Mutu Baku")
    for at, head in enumerate(HEADS):
        page.text(COLUMNS[at] + 3, 163, head, 7)
    for at, step in enumerate(STEPS[:3]):
        page.text(45, ROWS[at] + 15, f"{at + 1}.")
        page.text(68, ROWS[at] + 15, step)


class OnePoint(Page):
    """Texts in a font of one point that a matrix makes larger, letters a little apart, as some programs write."""

    def text(self, x: float, y: float, text: str, size: float = 8) -> None:
        line = self.canvas.beginText()
        line.setFont("Helvetica", 1)
        line.setTextTransform(size, 0, 0, size, x, HIGH - y)
        line.setCharSpace(0.1)
        line.textOut(text)
        self.canvas.drawText(line)


def test_a_font_of_one_point_is_as_large_as_it_is_drawn():
    page = OnePoint(fills=False)
    page.table()
    page.chart()
    (found,) = oldstock.import_drawn(page.bytes())
    assert found.identity.title == "Pengiriman Surat"
    assert [step["kegiatan"] for step in found.steps] == list(STEPS)
    assert found.lanes == ("Pemohon", "Petugas", "Kepala")


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Tida k", "Tidak"), ("tidak lengka p", "tidak lengkap"), ("Tidak lengkap", "Tidak lengkap"), ("Ya", "Ya")],
)
def test_a_labels_last_letters_belong_to_their_word(text, meant):
    assert uncut(text) == meant
