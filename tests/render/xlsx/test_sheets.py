"""Cells, styles and print setup, read back by openpyxl, which only wrote them."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from sopgen import pipeline
from sopgen.render.reading_order import page_texts
from tests.render.xlsx.drawn import REFERENCES, SMALL, made_of, random_one, reference, workbook
from tests.render.xlsx.workbook_reading import lanes_of, read

DANGEROUS = [
    "=1+1",
    "+62 21 555",
    "-",
    "- butir",
    "@siapa",
    "#N/A",
    "_x0041_",
    "0123",
    "1e5",
    "TRUE",
    "a & b < c",
    "'kutip",
]


def opened(data: bytes):
    return openpyxl.load_workbook(BytesIO(data))


def said(data: bytes) -> str:
    """All that the cells say, without white space."""
    book = opened(data)
    return "".join("".join(str(cell.value).split()) for sheet in book for row in sheet for cell in row if cell.value)


@pytest.mark.parametrize("name", REFERENCES)
def test_every_text_of_the_pdf_stands_in_a_cell(name):
    everything = said(workbook(name))
    for page in reference(name)[1].pages:
        for text in page_texts(page):
            if text.role not in {"halaman", "nomor_kaki"}:
                for line in text.text.split("\n"):
                    piece = "".join(line.split())
                    first, _, rest = line.partition(" ")
                    assert piece in everything or (first in everything and "".join(rest.split()) in everything)


@pytest.mark.parametrize("seed", range(4))
def test_and_so_for_random_ones(seed):
    sop, document = random_one(seed)
    everything = said(pipeline.render_document(document, "xlsx"))
    for step in sop.kegiatan:
        assert "".join(step.uraian.teks.split()) in everything
        assert all("".join(each.split()) in everything for each in step.output.butir)


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_stays_text(text):
    spec = SMALL.replace("Menyusun konsep", f"'{text.replace(chr(39), chr(39) * 2)}'")
    sheet = opened(pipeline.render_document(made_of(spec)[1], "xlsx"))["Prosedur"]
    (cell,) = [
        cell
        for row in sheet
        for cell in row
        if cell.data_type != "n" and cell.value in {text, text.replace("_x", "_x005F_x")}
    ]
    assert cell.data_type == "s"
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


def test_a_kegiatan_is_one_row_and_its_number_a_number():
    sheet = opened(workbook("sirebo"))["Prosedur"]
    assert [cell.value for cell in sheet["A"] if isinstance(cell.value, int)] == list(range(1, 12))
    one_row = {sheet.cell(cell.row, 3).value is not None for cell in sheet["A"] if isinstance(cell.value, int)}
    assert one_row == {True}


def test_wrapping_is_left_to_the_spreadsheet():
    sheet = opened(workbook("sirebo"))["Prosedur"]
    (cell,) = [cell for cell in sheet["C"] if str(cell.value).startswith("Mengunduh dokumen")]
    assert cell.value == "Mengunduh dokumen dan/atau menyampaikan keluhan, saran masukan"
    assert cell.alignment.wrap_text
    assert (cell.font.name, cell.font.size) == ("Arial", 8.5)


def test_items_begin_lines_of_their_own():
    sheet = opened(workbook("sirebo"))["Prosedur"]
    values = [cell.value for row in sheet for cell in row]
    assert "a) Draf Laporan penyelesaian;\nb) Draf Nota Dinas" in values


def test_a_word_too_wide_breaks_after_its_slash():
    values = [cell.value for row in opened(workbook("contoh-lengkap"))["Prosedur"] for cell in row]
    assert "15 menit/\nberkas" in values


@pytest.mark.parametrize("name", REFERENCES)
def test_widths_and_heights_suit_every_magnification(name):
    for sheet in opened(workbook(name)):
        for column in sheet.column_dimensions.values():
            assert (column.width * 2) % 1 == 0
        for row in sheet.row_dimensions.values():
            assert row.height % (3 if sheet.title == "Prosedur" else 0.75) == pytest.approx(0, abs=1e-6)
            assert row.height <= 409


@pytest.mark.parametrize(("name", "paper"), [("contoh-lengkap", 14), ("contoh-ringkas", 1), ("sirebo", 9)])
def test_print_setup(name, paper):
    document = reference(name)[1]
    book = opened(workbook(name))
    first_page = 1
    for sheet, kind in zip(book, ("identitas", "prosedur"), strict=True):
        pages = [page for page in document.pages if page.kind == kind]
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.scale) == (
            paper,
            "landscape",
            100,
        )
        fitted = bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage)
        assert fitted == (kind == "identitas")
        assert sheet.page_margins.left * 72 == pytest.approx(pages[0].tables[0].columns[0])
        assert sheet.page_setup.firstPageNumber == first_page
        assert len(sheet.row_breaks.brk) == len(pages) - 1
        assert "Halaman &P dari &N" in sheet.oddFooter.right.text
        last = get_column_letter(sheet.max_column - fitted)  # beside the boxes a cell holds their rows
        assert sheet.print_area == f"'{sheet.title}'!$A$1:${last}${sheet.max_row}"
        first_page += len(pages)


@pytest.mark.parametrize(("name", "rows"), [("sirebo", "$1:$3"), ("contoh-ringkas", None)])
def test_the_head_is_repeated_only_where_the_pdf_repeats_it(name, rows):
    assert opened(workbook(name))["Prosedur"].print_title_rows == rows


def test_turned_names_of_executors_are_turned():
    lanes = ", ".join(f"l{i}: Sekretariat Pertanggungjawaban {i}" for i in range(14))
    spec = (
        "judul: Lebar\npelaksana: {"
        + lanes
        + "}\nkegiatan:\n  - {uraian: Satu, pelaksana: l0}\n  - {uraian: Dua, pelaksana: l13}\n"
    )
    data = pipeline.render_document(made_of(spec)[1], "xlsx")
    cells = [cell for row in opened(data)["Prosedur"] for cell in row if str(cell.value).startswith("Sekretariat")]
    assert [cell.alignment.textRotation for cell in cells] == [90] * 14
    assert len(lanes_of(read(data)[1])) == 14


def test_the_head_is_filled_and_every_rule_drawn():
    sheet = opened(workbook("sirebo"))["Prosedur"]
    assert sheet["A2"].fill.fgColor.rgb == "00E4E4E4"
    for row in sheet.iter_rows(min_row=2):
        assert row[0].border.left.style == "thin"
        assert row[-1].border.right.style == "thin"


def test_a_number_too_long_for_the_foot_is_shortened_there_only():
    number = "SOP/" + "PANJANG-" * 40
    data = pipeline.render_document(made_of(f"nomor: {number}\n{SMALL}")[1], "xlsx")
    for sheet in read(data):
        footer = next(each.text for each in sheet.root.iter() if each.tag.endswith("oddFooter"))
        assert len(footer) <= 255
        assert "…" in footer
    assert number in said(data)


def test_an_upright_page_is_printed_upright():
    document = made_of(SMALL)[1]
    page = document.pages[0]
    (table,) = page.tables
    left, shrunk = table.columns[0], 0.6
    narrow = tuple(left + round((x - left) * shrunk / 3) * 3 for x in table.columns)
    rules = tuple(
        rule._replace(x0=narrow[table.columns.index(rule.x0)], x1=narrow[table.columns.index(rule.x1)])
        for rule in table.rules
    )
    edges = (left, page.edges[1], narrow[-1], page.size[0] - 60)
    upright = page._replace(size=page.size[::-1], edges=edges, tables=(table._replace(columns=narrow, rules=rules),))
    sheet = opened(pipeline.render_document(document._replace(pages=(upright,)), "xlsx"))["Identitas"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("portrait", 9)
    assert sheet.page_margins.right > 0
