"""Where returns enter: a closing capsule from above alone, a joint activity by whichever box is free."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.intake import MemorySource
from sopgen.layout import lay_out, style
from sopgen.scene import Arrow, Document
from tests.generator import generate
from tests.layout.small_sops import small_sop

CASES = Path(__file__).parents[1] / "page_cases"


def arrow_of(document: Document, source: int, target: int) -> Arrow:
    return next(a for page in document.pages for a in page.arrows if (source, target) in a.edges)


def relaxed(document: Document) -> list[tuple[str, tuple[int, int]]]:
    return [(each.kind, each.steps) for each in document.figures.relaxations]


def test_a_return_to_a_closing_capsule_joins_the_main_arrow_above_it() -> None:
    document = lay_out(small_sop("a", "b ? Ya 4 Tidak 3", "b > selesai", "c ? Ya 5 Tidak 3", "a"))

    back, main = arrow_of(document, 4, 3), arrow_of(document, 2, 3)
    assert (back.ports[1], back.joins, back.head) == ("T", main.id, False)
    assert back.points[-1][0] == main.points[-1][0]
    assert relaxed(document) == [("return-joins-main", (4, 3))]


@pytest.mark.parametrize(
    ("closing", "gabungan"), [("b", "tertaut"), ("ba", "tertaut"), ("ba", "lebar"), ("cb", "lebar")]
)
def test_a_return_that_alone_leads_to_a_closing_capsule_enters_by_its_top(closing: str, gabungan: str) -> None:
    steps = ("a", "b > 4", f"{closing} > selesai", "c ? Ya 5 Tidak 3", "a")
    document = lay_out(small_sop(*steps, gabungan=gabungan))

    back = arrow_of(document, 4, 3)
    (x0, y0, x1, _) = next(s.box for s in document.pages[-1].symbols if s.id == back.target)
    assert back.head
    assert back.points[-1] == (pytest.approx((x0 + x1) / 2), y0)
    assert relaxed(document) == [("return-enters-top", (4, 3))]


def test_a_return_enters_the_box_beside_the_lead_where_the_main_arrow_goes_straight_on() -> None:
    (path,) = CASES.glob("10-*.sop.yaml")
    document = pipeline.lay_out(pipeline.load(path))

    assert arrow_of(document, 4, 2).target == "s2.2"
    assert arrow_of(document, 4, 2).ports == ("R", "B")
    for straight in ((1, 2), (2, 3), (3, 4)):
        assert len(arrow_of(document, *straight).points) == 2
    figures = document.figures
    assert (figures.crossings, figures.bends, figures.relaxations) == (0, 6, ())


def test_a_return_enters_an_outer_lane_from_inside_where_that_lane_cannot_be_wider() -> None:
    document = pipeline.lay_out(pipeline.load(MemorySource("x.sop.yaml", generate(243).encode(), None, ())))

    backs = [a for page in document.pages for a in page.arrows if a.is_return and a.head and a.edges]
    shafts = [abs(ax - bx) + abs(ay - by) for (ax, ay), (bx, by) in (back.points[-2:] for back in backs)]
    assert document.choice.inward
    assert shafts
    assert min(shafts) >= style.HEAD_ROOM - 0.01
    assert document.figures.proved_minimal
