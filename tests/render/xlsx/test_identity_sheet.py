"""The sheet *Identitas* as somebody edits it: few merged cells, rows one can take hold of, boxes that grow."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import pairwise

import openpyxl
import pytest

from sopgen import pipeline
from sopgen.intake.sop import BOXES
from sopgen.render.xlsx.identity_rows import on_sheet, reduction
from sopgen.render.xlsx.sheets import GridSheet, sheet_of
from sopgen.scene import Document
from tests.render.xlsx.drawn import REFERENCES, SMALL, made_of, reference

MOST_MERGED, LOWEST_ROW = 25, 6.0
LAWS = "dasar_hukum:\n" + "  - Peraturan tentang penyelenggaraan pelayanan publik yang baik dan benar\n" * 24


def identity(text: str, **tampilan: object) -> Document:
    settings = ", ".join(f"{key}: {value}" for key, value in tampilan.items())
    return made_of(f"{text}tampilan: {{{settings}}}\n")[1]


def grid_of(document: Document) -> GridSheet:
    return sheet_of("Identitas", [page for page in document.pages if page.kind == "identitas"])


def opened(document: Document):
    return openpyxl.load_workbook(BytesIO(pipeline.render_document(document, "xlsx")))["Identitas"]


@pytest.mark.parametrize("name", REFERENCES)
def test_few_cells_are_merged_and_no_row_is_too_low(name):
    grid = grid_of(reference(name)[1])
    assert len(opened(reference(name)[1]).merged_cells.ranges) == 8
    assert min(b - a for a, b in pairwise(grid.rows)) >= LOWEST_ROW


@pytest.mark.parametrize("name", REFERENCES)
def test_a_box_is_one_wrapped_cell(name):
    document = reference(name)[1]
    cells = [cell for row in opened(document) for cell in row if cell.value]
    texts = [text for cell in document.pages[0].tables[0].cells if cell.role in BOXES for text in cell.texts]
    assert len(texts) == len(BOXES)
    for text in texts:
        (cell,) = [cell for cell in cells if cell.value == text.text]
        assert (cell.alignment.wrap_text, cell.alignment.vertical, cell.alignment.indent) == (True, "top", 1)


def test_rows_of_boxes_grow_and_the_others_do_not():
    document = reference("sirebo")[1]
    with zipfile.ZipFile(BytesIO(pipeline.render_document(document, "xlsx"))) as archive:
        rows = re.findall(r'<row r="(\d+)" ([^>]*)>', archive.read("xl/worksheets/sheet1.xml").decode())
    growing = {int(number) for number, said in rows if "customHeight" not in said}
    assert growing == {row + 1 for row in grid_of(document).growing} == {12, 14, 16}
    assert all("ht=" in said for _, said in rows)


def test_what_holds_a_row_is_as_high_as_the_row_nearly_and_outside_of_what_is_printed():
    document = reference("sirebo")[1]
    sheet, grid = opened(document), grid_of(document)
    for row in grid.growing:
        cell = sheet.cell(row + 1, len(grid.columns))
        height = grid.rows[row + 1] - grid.rows[row]
        assert cell.value is None
        assert height - 5.1 <= cell.font.size * 1.108 <= height - 4.5
    assert sheet.print_area == f"'Identitas'!$A$1:$C${len(grid.rows) - 1}"


@pytest.mark.parametrize("huruf", ["Arial", "Times", "Bookman"])
@pytest.mark.parametrize("size", [8, 12, 14])
def test_where_nothing_is_full_type_keeps_its_size(huruf, size):
    pages = identity(SMALL, huruf=huruf, ukuran_huruf=size).pages
    assert reduction(page for page in pages if page.kind == "identitas") == 0.0


@pytest.mark.parametrize("name", REFERENCES)
def test_references_keep_their_size_and_their_places(name):
    page = reference(name)[1].pages[0]
    assert reduction([page]) == 0.0
    table = on_sheet(page, 0.0)
    assert table is not None
    assert table.rows[0] == table.printed[0]
    assert -3.0 <= table.rows[-1] - table.printed[-1] <= 7.0  # a line more where the page has it
    assert page.images == () or abs(table.moved(page.images[0].box[3]) - page.images[0].box[3]) < 6


def test_what_is_full_is_smaller_everywhere_alike():
    document = identity(f"{LAWS}{SMALL}", huruf="Bookman", ukuran_huruf=9, ukuran_huruf_terkecil=9)
    sizes = {cell.font.size for row in opened(document) for cell in row if cell.value and cell.alignment.indent}
    printed = {text.size for text in document.pages[0].tables[0].cells[-1].texts}
    assert len(sizes) <= 2, sizes
    assert min(sizes) <= min(printed, default=9.0)


def test_a_row_of_boxes_has_room_for_a_line_more_where_the_page_has_it():
    document = identity(SMALL.replace("pelaksana:", "dasar_hukum:\n  - Satu\n  - Dua\npelaksana:", 1))
    table = on_sheet(document.pages[0], 0.0)
    assert table is not None
    for slot in table.slots:
        if slot.kind == "box":
            assert slot.box[3] - slot.box[1] >= slot.need(1)


def test_no_row_is_higher_than_a_spreadsheet_allows():
    document = identity(f"dasar_hukum: {'kata ' * 800}\n{SMALL}", kertas="F4", huruf="Bookman")
    heights = [row.height for row in opened(document).row_dimensions.values()]
    assert sum(heights) > 400
    assert max(heights) <= 400


def test_a_blank_that_does_not_break_is_a_line_of_its_own():
    values = [
        cell.value for row in opened(identity(f'dasar_hukum: "1. satu\\n\\u00a0\\n2. dua"\n{SMALL}')) for cell in row
    ]
    assert "1. satu\n\u00a0\n2. dua" in values


def test_the_name_of_the_agency_stands_above_its_unit():
    sheet = opened(reference("contoh-lengkap")[1])
    cells = {cell.value: cell for row in sheet for cell in row if cell.value}
    name, unit = (
        cells["PEMERINTAH KABUPATEN CONTOH"],
        cells["DINAS KOMUNIKASI DAN INFORMATIKA\nBIDANG INFORMASI DAN KOMUNIKASI PUBLIK"],
    )
    assert (name.alignment.vertical, unit.alignment.vertical) == ("bottom", "top")
    merged = {each.min_row: each for each in sheet.merged_cells.ranges if each.min_col == 1}
    assert merged[name.row].max_row + 1 == unit.row
