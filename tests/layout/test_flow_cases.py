"""One made-up spec for each fault that real SOPs showed on flow pages, with the figures that it has now."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from benchmarks.pages import arrow_faults, head_height
from sopgen.scene import Document, Page
from tests.layout.test_page_cases import drawn


class Figures(NamedTuple):
    """Flow pages, type size, lowest row in points, crossings, bends, widths of the lanes and height of the head."""

    pages: int
    size: float
    row: float
    crossings: int
    bends: int
    lanes: tuple[int, ...]
    head: int = 39


CASES = {
    "03": Figures(1, 9.0, 42.0, 0, 5, (60, 60, 60, 60)),
    "04": Figures(1, 9.0, 63.0, 0, 5, (72, 78, 72)),
    "05": Figures(1, 9.0, 63.0, 0, 6, (60, 93, 60, 60), 45),
    "06": Figures(1, 9.0, 63.0, 0, 7, (90, 60, 60)),
    "07": Figures(2, 9.0, 63.0, 0, 10, (54, 54, 54, 54, 54, 54), 90),
    "09": Figures(1, 9.0, 45.0, 0, 9, (60, 60, 60, 60, 60)),
    "10": Figures(1, 9.0, 63.0, 0, 6, (60, 60, 60)),
    "12": Figures(1, 9.0, 63.0, 1, 15, (78, 72, 60, 60, 81), 75),
}


def flow_pages(document: Document) -> list[Page]:
    return [page for page in document.pages if page.kind == "prosedur"]


@pytest.mark.parametrize("name", CASES)
def test_the_figures_of_a_case(name: str) -> None:
    document = drawn(name)
    pages = flow_pages(document)

    rows = [row.y1 - row.y0 for page in pages for row in page.rows if row.step is not None]
    lanes = tuple(round(lane.x1 - lane.x0) for lane in pages[0].lanes)
    figures = document.figures
    sizes = document.font_size, round(min(rows), 2)
    found = Figures(len(pages), *sizes, figures.crossings, figures.bends, lanes, round(head_height(document)))
    assert found == CASES[name]


@pytest.mark.parametrize("name", CASES)
def test_every_head_has_its_shaft_and_every_label_stands_at_its_arm(name: str) -> None:
    document = drawn(name)

    head = document.style.arrow_length
    arrows = [(page, arrow) for page in document.pages for arrow in page.arrows]
    assert [(arrow.edges, fault) for page, arrow in arrows for fault in arrow_faults(page, arrow, head)] == []
    assert len({arrow.label.size for _, arrow in arrows if arrow.label is not None}) <= 1


def test_a_long_label_stands_near_its_diamond() -> None:
    """“Perlu klarifikasi” stood 6.6 cm from its diamond."""
    (page,) = flow_pages(drawn("12"))
    boxes = {symbol.id: symbol.box for symbol in page.symbols}
    for arrow in page.arrows:
        if arrow.label is not None:
            (x0, y0, x1, y1), (left, top, right, bottom) = boxes[arrow.source], arrow.label.box
            far = max(left - x1, x0 - right, 0.0), max(top - y1, y0 - bottom, 0.0)
            assert max(far) <= 36.0, arrow.label.text
