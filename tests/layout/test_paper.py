"""The sheet: paper, margins, the free band and the foot line above it."""

from __future__ import annotations

import pytest

from sopgen.intake.sop import Tampilan
from sopgen.layout import style
from sopgen.layout.paper import foot_texts, sheet_of
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
    sheet = sheet_of(Tampilan(kertas=kertas))

    assert (sheet.width, sheet.height) == pytest.approx(size, abs=0.05)
    assert round(sheet.right - sheet.left, 2) % style.GRID == pytest.approx(0.0)
    assert sheet.left >= style.MARGIN_LEFT - 0.01
    assert sheet.width - sheet.right == pytest.approx(style.MARGIN_RIGHT, abs=0.02)


def test_the_band_is_kept_free():
    sheet = sheet_of(Tampilan(pita_tte=20.0))

    assert sheet.band is not None
    assert sheet.band == pytest.approx((0.0, sheet.height - 20 * style.MM, sheet.width, sheet.height), abs=0.01)
    assert sheet.bottom < sheet.band[1]


def test_without_a_band_the_printers_edge_is_kept_free():
    sheet = sheet_of(Tampilan(pita_tte=0.0))

    assert sheet.band is None
    assert sheet.height - sheet.bottom >= style.FOOT_LEAST


@pytest.mark.parametrize("pita", [0.0, 12.0, 30.0])
def test_the_foot_line_stands_between_table_and_band(pita):
    sop = changed(SOP, nomor="SOP-49/2018", tampilan=Tampilan(pita_tte=pita))
    sheet = sheet_of(sop.tampilan)

    number, page = foot_texts(sheet, sop, SETTER, 2, 5)

    assert (number.text, page.text) == ("SOP-49/2018", "Halaman 2 dari 5")
    assert number.box[0] == pytest.approx(sheet.left)
    assert page.box[2] == pytest.approx(sheet.right)
    limit = sheet.band[1] if sheet.band else sheet.height - style.FOOT_LEAST
    assert all(sheet.bottom < text.box[1] < text.box[3] < limit + 0.01 for text in (number, page))


def test_a_number_longer_than_the_line_is_set_smaller():
    sop = changed(SOP, nomor="SOP-49/SESJEN/10/2018/" * 12)
    sheet = sheet_of(sop.tampilan)

    number, page = foot_texts(sheet, sop, SETTER, 1, 2)

    assert number.size < page.size
    assert number.box[2] < page.box[0]
    assert number.runs[0].text == sop.nomor


def test_without_a_number_only_the_page():
    assert [text.role for text in foot_texts(sheet_of(SOP.tampilan), SOP, SETTER, 1, 1)] == ["halaman"]
