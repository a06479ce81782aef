"""Identity cells cut into ranges: sizes, margins and rows that a spreadsheet can hold."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from sopgen import pipeline
from sopgen.render.xlsx.cell_split import reductions
from tests.render.xlsx.drawn import REFERENCES, SMALL, made_of, reference


def identity(text: str, **tampilan: object):
    settings = ", ".join(f"{key}: {value}" for key, value in tampilan.items())
    return made_of(f"{text}tampilan: {{{settings}}}\n")[1]


def sheet_of(document):
    return openpyxl.load_workbook(BytesIO(pipeline.render_document(document, "xlsx")))["Identitas"]


@pytest.mark.parametrize("huruf", ["Arial", "Times", "Bookman"])
@pytest.mark.parametrize("size", [8, 12, 14])
def test_where_nothing_is_full_type_keeps_its_size(huruf, size):
    pages = identity(SMALL, huruf=huruf, ukuran_huruf=size).pages
    assert set(reductions([page for page in pages if page.kind == "identitas"]).values()) == {0.0}


@pytest.mark.parametrize("name", [name for name in REFERENCES if name != "contoh-lengkap"])
def test_references_keep_their_size(name):
    pages = reference(name)[1].pages
    assert set(reductions([page for page in pages if page.kind == "identitas"]).values()) == {0.0}


def test_what_is_full_is_smaller_everywhere_alike():
    sheet = sheet_of(reference("contoh-lengkap")[1])
    sizes = {cell.font.size for row in sheet for cell in row if cell.value and cell.alignment.horizontal == "left"}
    assert sizes == {7.5, 8.5}  # the title is larger than all else


def test_no_row_is_higher_than_a_spreadsheet_allows():
    document = identity(f"dasar_hukum: {'kata ' * 800}\n{SMALL}", kertas="F4", huruf="Bookman")
    heights = [row.height for row in sheet_of(document).row_dimensions.values()]
    assert sum(heights) > 400
    assert max(heights) <= 400


def test_a_blank_that_does_not_break_is_a_line_of_its_own():
    sheet = sheet_of(identity(f'dasar_hukum: "1. satu\\n\\u00a0\\n2. dua"\n{SMALL}'))
    values = [cell.value for row in sheet for cell in row if cell.value]
    assert {"1.", "satu", "2.", "dua"} <= set(values)


def test_identity_texts_keep_off_their_rules_at_both_sides():
    sheet = sheet_of(reference("konsinyering")[1])
    (unit,) = [cell for row in sheet for cell in row if "ASISTEN DEPUTI" in str(cell.value)]
    merged = next(each for each in sheet.merged_cells.ranges if unit.coordinate in each)
    assert sheet.cell(unit.row, merged.min_col).border.left.style is None
    assert sheet.cell(unit.row, merged.max_col).border.right.style is None
