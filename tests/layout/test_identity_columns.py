"""Long lists of short items in two columns of their box: when, where, and how they are read."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from sopgen import pipeline
from sopgen.intake.sop import Kotak, Sop, Tampilan
from sopgen.layout.identity import IdentityPage, identity_pages
from sopgen.layout.paper import paper_of
from sopgen.layout.setting import Setter
from sopgen.scene import Cell, Document
from tests.layout.small_sops import changed, small_sop
from tests.tag_tree import tag_tree

TOOL = "Komputer"
SENTENCE = "Peraturan Menteri Contoh Nomor 12 Tahun 2020 tentang Tata Cara Penyelenggaraan Pelayanan"


def sop_with(tools: tuple[str, ...], **boxes: Kotak) -> Sop:
    return changed(
        small_sop("a", "b"), judul="Pelayanan Surat", peralatan=Kotak("", tools), tampilan=Tampilan(), **boxes
    )


def pages_of(sop: Sop) -> list[IdentityPage]:
    return identity_pages(sop, paper_of(sop.tampilan), Setter(), None)


def cell_of(page: IdentityPage, role: str) -> Cell:
    return next(cell for cell in page.table.cells if cell.role == role)


def drawn(sop: Sop) -> Document:
    from sopgen.layout import lay_out

    return lay_out(sop)


def test_a_list_that_fits_stays_in_one_column() -> None:
    (page,) = pages_of(sop_with((TOOL,) * 12))
    assert len(cell_of(page, "peralatan").texts) == 1


@pytest.mark.parametrize("count", [30, 31, 40])
def test_a_long_list_takes_two_before_type_is_smaller(count: int) -> None:
    (page,) = pages_of(sop_with((TOOL,) * count))
    left, right = cell_of(page, "peralatan").texts
    assert left.size == right.size == 9.0
    markers = [[run.text for run in text.runs if run.marker] for text in (left, right)]
    assert markers[0] + markers[1] == [f"{number}." for number in range(1, count + 1)]
    assert len(markers[0]) == (count + 1) // 2
    assert left.runs[0].baseline == right.runs[0].baseline


def test_the_columns_part_in_the_middle_of_the_box() -> None:
    (page,) = pages_of(sop_with((TOOL,) * 31))
    left, right = cell_of(page, "peralatan").texts
    _, middle, values, edge = page.table.columns
    assert middle < values
    assert left.cell[2] == right.cell[0] == pytest.approx((middle + edge) / 2, abs=3.0)
    assert max(run.x + run.width for run in left.runs) < right.cell[0] < min(run.x for run in right.runs)


def test_a_list_of_long_items_stays_in_one() -> None:
    (page,) = pages_of(sop_with((SENTENCE,) * 17))
    assert len(cell_of(page, "peralatan").texts) == 1
    assert cell_of(page, "peralatan").texts[0].size < 9.0


def test_text_above_a_list_keeps_it_in_one() -> None:
    sop = sop_with((), pencatatan=Kotak("Dicatat dalam:", (TOOL,) * 31))
    assert len(cell_of(pages_of(sop)[0], "pencatatan").texts) == 1


def test_what_goes_on_to_a_second_page_is_not_parted() -> None:
    pages = pages_of(sop_with((SENTENCE,) * 60))
    assert len(pages) == 2
    assert all(len(cell.texts) <= 1 for page in pages for cell in page.table.cells if cell.role == "peralatan")


def test_each_item_is_found_in_its_column() -> None:
    (page,) = pages_of(sop_with(tuple(f"Alat {number}" for number in range(31))))
    left, right = cell_of(page, "peralatan").texts
    found = [text.item_of(run) for text in (left, right) for run in text.runs if not run.marker]
    assert found == list(range(31))


def test_it_is_one_list_to_who_hears_it_the_left_column_first() -> None:
    tree = tag_tree(pipeline.render_document(drawn(sop_with(tuple(f"Alat {number}" for number in range(31))))))
    list_of_tools = tree[tree.index("LBody Alat 0") :].partition("TR")[0]
    assert "L(" not in list_of_tools
    assert [line.split()[-1] for line in list_of_tools.splitlines() if "LBody" in line] == [str(n) for n in range(31)]


def test_in_a_workbook_each_column_is_a_cell() -> None:
    document = drawn(sop_with(tuple(f"Alat {number}" for number in range(31)), dasar_hukum=Kotak("", (SENTENCE,) * 3)))
    sheet = openpyxl.load_workbook(BytesIO(pipeline.render_document(document, "xlsx")))["Identitas"]
    left, right = [cell for row in sheet for cell in row if str(cell.value).startswith(("1. Alat 0", "17. Alat 16"))]
    assert left.row == right.row
    assert left.value.count("\n") + right.value.count("\n") == 29
    assert left.border.right.style is None
    assert right.border.left.style is None
    assert len(sheet.merged_cells.ranges) <= 25
