"""A paper as DOCX and XLSX: what is in them, and that it is the same each time."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import openpyxl

from sopgen.papers.blocks import (
    Blank,
    Cell,
    Choice,
    Column,
    Fact,
    Facts,
    Grid,
    Heading,
    Letterhead,
    Paper,
    Row,
    Sheet,
    Signatures,
    Signer,
    Span,
    Tag,
    Text,
    Tick,
    Words,
    head_row,
    items,
    text_cell,
    words,
)
from sopgen.pipeline import seal_state
from sopgen.render.docx import render_docx
from sopgen.render.xlsx.paper import render_paper
from tests.render.xlsx.workbook_checks import audit

CHANGED = Words((Span("semula", struck=True), Span(" menjadi ", bold=True), Span("=1+1", underlined=True)))
GRID = Grid(
    (Column(10.0, "center"), Column(), Column(30.0, grey=True)),
    (
        Row((Cell((words("No", bold=True),), row_span=2), Cell((words("Isi", bold=True),), column_span=2))),
        head_row("a", "b"),
    ),
    (
        Row((Cell((words("Bagian A", bold=True),), column_span=3),), group=True),
        Row(
            (text_cell("1"), Cell((CHANGED, *items(["x", "y"]))), Cell((Choice(("Baik", "Tidak baik"), "Baik"),))), 17.8
        ),
        Row((text_cell("2"), Cell((Tag("ALUR"),)), Cell((Tick(ticked=True),))), keeps=True),
    ),
)
PAPER = Paper(
    "Berita acara",
    (
        Sheet(
            "Hasil: 1/2",
            (
                Letterhead(("Pemerintah Contoh", "Dinas"), "Jalan Contoh"),
                Heading("JUDUL"),
                Facts((Fact("Nama", words("Nama Pejabat"), "1.", numbered=True),)),
                GRID,
                Text((words("Penutup."),)),
                Signatures((Signer((Blank("Contoh,", 40.0),), "", ("NIP ",)),), (100.0,), note=(words("Catatan"),)),
            ),
            landscape=True,
            foot="Kaki & lain",
        ),
        Sheet("Kedua", (Text((words("Isi"),)),)),
    ),
    number="065/1",
    maker="index",
)


def test_the_bytes_are_the_same_and_sealed():
    for render in (render_docx, render_paper):
        data = render(PAPER)
        assert data == render(PAPER)
        assert seal_state(data) == "whole"
        with zipfile.ZipFile(BytesIO(data)) as archive:
            assert not [name for name in archive.namelist() if "thumbnail" in name]
            assert b"python-docx" not in b"".join(archive.read(name) for name in archive.namelist())


def test_a_word_processor_gets_tables_heads_and_fields():
    data = render_docx(PAPER)
    assert audit(data, suffix="docx") == []
    document = docx.Document(BytesIO(data))
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == ["JUDUL", "Penutup.", "Isi"]
    grid = next(table for table in document.tables if table.cell(0, 0).text == "No")
    heads = [row._tr.trPr.find("{*}tblHeader") is not None for row in grid.rows]
    assert heads == [True, True, False, False, False]
    assert all(row._tr.trPr.find("{*}cantSplit") is not None for row in grid.rows)
    assert grid.cell(0, 1)._tc is grid.cell(0, 2)._tc
    looks = [(run.text, run.font.strike, run.bold, run.underline) for run in grid.cell(3, 1).paragraphs[0].runs]
    assert looks == [("semula", True, None, None), (" menjadi ", None, True, None), ("=1+1", None, None, True)]
    boxes = [node.get(next(iter(node.attrib))) for node in grid._tbl.iter("{*}checked")]
    assert boxes == ["1", "0", "1"]
    fields = [node.values()[0].strip() for node in document.sections[0].footer._element.iter("{*}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert [section.page_width > section.page_height for section in document.sections] == [True, False]


def test_a_spreadsheet_gets_lists_to_choose_from_and_no_formulas():
    data = render_paper(PAPER)
    assert audit(data) == []
    book = openpyxl.load_workbook(BytesIO(data), rich_text=True)
    assert book.sheetnames == ["Hasil  1 2", "Kedua"]
    sheet = book.worksheets[0]
    values = {str(cell.value): cell.coordinate for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert values["semula menjadi =1+1\n1. x\n2. y"]
    assert "Baik" in values
    lists = {
        tuple(str(each.formula1).strip('"').split(",")): str(each.sqref)
        for each in sheet.data_validations.dataValidation
    }
    assert lists == {("Baik", "Tidak baik"): values["Baik"], ("X",): values["X"]}
    assert sheet.print_title_rows == "$8:$9"
    assert sheet.oddFooter.left.text == "Kaki && lain"
