"""The paper: paper, margins, the free band and the foot line above it."""

from __future__ import annotations

import pytest

from sopgen.intake.sop import Tampilan
from sopgen.layout import style
from sopgen.layout.paper import foot_texts, paper_of
from sopgen.layout.setting import Setter
from sopgen.text.measure import BoxMeasurer
from tests.layout.small_sops import changed, small_sop

SETTER = Setter(BoxMeasurer())
SOP = small_sop("a", "a")


@pytest.mark.parametrize(
    ("kertas", "size"),
    [("A4", (841.89, 595.28)), ("F4", (935.43, 609.45)), ("Letter", (792.0, 612.0)), ("Legal", (1008.0, 612.0))],
)
def test_paper_is_always_landscape(kertas, size):
    paper = paper_of(Tampilan(kertas=kertas))

    assert (paper.width, paper.height) == pytest.approx(size, abs=0.05)
    assert round(paper.right - paper.left, 2) % style.GRID == pytest.approx(0.0)
    assert paper.left >= style.MARGIN_LEFT - 0.01
    assert paper.width - paper.right == pytest.approx(style.MARGIN_RIGHT, abs=0.02)


def test_the_band_is_kept_free():
    paper = paper_of(Tampilan(pita_tte=20.0))

    assert paper.band is not None
    assert paper.band == pytest.approx((0.0, paper.height - 20 * style.MM, paper.width, paper.height), abs=0.01)
    assert paper.bottom < paper.band[1]


def test_without_a_band_the_printers_edge_is_kept_free():
    paper = paper_of(Tampilan(pita_tte=0.0))

    assert paper.band is None
    assert paper.height - paper.bottom >= style.FOOT_LEAST


@pytest.mark.parametrize("pita", [0.0, 12.0, 30.0])
def test_the_foot_line_stands_between_table_and_band(pita):
    sop = changed(SOP, nomor="SOP-49/2018", tampilan=Tampilan(pita_tte=pita))
    paper = paper_of(sop.tampilan)

    number, page = foot_texts(paper, sop, SETTER, 2, 5)

    assert (number.text, page.text) == ("SOP-49/2018", "Halaman 2 dari 5")
    assert number.box[0] == pytest.approx(paper.left)
    assert page.box[2] == pytest.approx(paper.right)
    limit = paper.band[1] if paper.band else paper.height - style.FOOT_LEAST
    assert all(paper.bottom < text.box[1] < text.box[3] < limit + 0.01 for text in (number, page))


def test_a_number_longer_than_the_line_is_set_smaller():
    sop = changed(SOP, nomor="SOP-49/SESJEN/10/2018/" * 12)
    paper = paper_of(sop.tampilan)

    number, page = foot_texts(paper, sop, SETTER, 1, 2)

    assert number.size < page.size
    assert number.box[2] < page.box[0]
    assert number.runs[0].text == sop.nomor


def test_without_a_number_only_the_page():
    assert [text.role for text in foot_texts(paper_of(SOP.tampilan), SOP, SETTER, 1, 1)] == ["halaman"]
