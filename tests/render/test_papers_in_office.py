"""LibreOffice opens the papers: heads repeat, nothing is lost, and what it saves anew is read back."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import openpyxl
import pdfplumber
import pytest

from sopgen.intake.monitoring import Monev
from sopgen.intake.sop import Isi, Kegiatan, Pelaksana, Sop
from sopgen.papers.filled import read_filled
from sopgen.papers.minutes import Terms, minutes_paper
from sopgen.papers.monitoring import BAD, monitoring_paper
from sopgen.render.docx import render_docx
from sopgen.render.xlsx.paper import render_paper
from tests.render.xlsx.office import convert

pytestmark = pytest.mark.slow
SOPS = [
    Sop(f"Prosedur Nomor-{n:02}.", (Pelaksana("a", "Staf"),), (Kegiatan(1, Isi("Menulis"), ("a",), ()),), f"SOP-{n:02}")
    for n in range(1, 31)
]


def test_a_word_processor_shows_every_row_below_a_head(require_tool, tmp_path):
    data = render_docx(minutes_paper(SOPS, Monev(), Terms()))
    made = convert(require_tool("soffice"), {"berita-acara": data}, tmp_path, suffix="docx")
    with pdfplumber.open(made["berita-acara"]) as pdf:
        pages = [page.extract_text() for page in pdf.pages]
    assert len(pages) > 1
    for sop in SOPS:
        assert sum(sop.judul in page for page in pages) == 1
    for number, page in enumerate(pages, start=1):
        assert f"Halaman {number} dari {len(pages)}" in page
        assert ("Judul dan nomor SOP" in page) == any(sop.judul in page for sop in SOPS)
    assert "Demikian berita acara" in pages[-1]  # the signatures do not stand alone
    assert "Evaluator," in pages[-1]


def test_signatures_stand_on_one_page_however_long_the_table_is(require_tool, tmp_path):
    papers = {f"{count}": minutes_paper(SOPS[:count], Monev(), Terms()) for count in range(8, 15)}
    rendered = {name: render_docx(paper) for name, paper in papers.items()}
    made = convert(require_tool("soffice"), rendered, tmp_path, suffix="docx")
    for name, path in made.items():
        with pdfplumber.open(path) as pdf:
            pages = [page.extract_text() for page in pdf.pages]
        (signed,) = [page for page in pages if re.search("^Koordinator SOP,", page, re.MULTILINE)]
        assert signed.count("NIP") == 2, name


def test_a_form_that_it_saves_is_read_back(require_tool, tmp_path):
    book = openpyxl.load_workbook(BytesIO(render_paper(monitoring_paper(SOPS, Monev(), spreadsheet=True))))
    sheet = book.active
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    row = cells["Prosedur Nomor-07."].row
    sheet.cell(row, cells["Penilaian terhadap penerapan"].column).value = BAD
    sheet.cell(row, cells["Batas waktu"].column).value = date(2026, 12, 31)
    filled = BytesIO()
    book.save(filled)
    made = convert(require_tool("soffice"), {"monitoring": filled.getvalue()}, tmp_path, "xlsx:Calc MS Excel 2007 XML")
    found = read_filled(made["monitoring"].read_bytes(), "monitoring.xlsx")
    assert [each.number for each in found] == [sop.nomor for sop in SOPS]
    told = [(each.title, each.good, each.deadline) for each in found if each.told]
    assert told == [("Prosedur Nomor-07.", False, date(2026, 12, 31))]
