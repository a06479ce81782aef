from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopgen.render.xlsx.index import COLUMNS, FIRST
from tests.render.xlsx.workbook_checks import audit

ROOT = Path(__file__).resolve().parents[2]
Sopgen = Callable[..., Any]


@pytest.fixture
def index(sopgen: Sopgen, project: Path) -> Callable[..., bytes]:
    for spec in (ROOT / "specs").iterdir():
        (project / "specs").mkdir(exist_ok=True)
        (project / "specs" / spec.name).write_bytes(spec.read_bytes())

    def made(*arguments: str) -> bytes:
        outcome = sopgen("index", "--date", "2026-01-10", *arguments)
        assert outcome.code == 0, outcome.err
        assert outcome.out.startswith("4 SOP → ")
        return (project / "output/indeks.xlsx").read_bytes()

    return made


def test_a_row_for_each_sop(index: Callable[..., bytes]) -> None:
    sheet = openpyxl.load_workbook(BytesIO(index())).active
    assert [cell.value for cell in sheet[FIRST - 1]] == [column.heading for column in COLUMNS]
    rows = {
        row[2].value: {COLUMNS[i].heading: cell.value for i, cell in enumerate(row)} for row in sheet.iter_rows(FIRST)
    }
    row = rows["SOP Sistem Informasi Reformasi Birokrasi (SIREBO) Setjen Wantannas"]
    assert row["Nomor SOP"] == "SOP-49/SESJEN/10/2018"
    assert row["Tanggal Efektif"] == datetime(2018, 10, 15)  # noqa: DTZ001 - as openpyxl reads dates
    assert (row["Kegiatan"], row["Keputusan"], row["Halaman"]) == (11, 3, 3)
    assert row["Pelaksana"].startswith("Staf Pelaksana, Stakeholder")
    assert row["Evaluasi berikutnya"] == datetime(2026, 10, 15)  # noqa: DTZ001
    assert row["Monitoring berikutnya"] == datetime(2026, 4, 15)  # noqa: DTZ001
    assert row["Halaman tanda tangan"] == 1
    x0, y0, x1, y1 = map(float, row["Kotak tanda tangan (pt dari kiri bawah: x0 y0 x1 y1)"].split())
    assert 400 < x0 < x1 < 842
    assert 300 < y0 < y1 < 595
    assert sheet.auto_filter.ref == f"A{FIRST - 1}:U{FIRST + 3}"
    links = {row[0].hyperlink.target for row in sheet.iter_rows(FIRST)}
    assert "sirebo.pdf" in links


def test_the_same_bytes_again(index: Callable[..., bytes]) -> None:
    assert index() == index()


def test_a_text_is_never_a_formula(sopgen: Sopgen, write: Callable[..., Path], project: Path) -> None:
    write("specs/a.sop.yaml", "judul: =1+1\npelaksana: {a: A}\nkegiatan:\n  - {uraian: Mencatat, pelaksana: a}\n")
    assert sopgen("index").code == 0
    cell = openpyxl.load_workbook(project / "output/indeks.xlsx").active.cell(FIRST, 3)
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_refused_spec_is_said_and_left_out(sopgen: Sopgen, write: Callable[..., Path]) -> None:
    write("specs/a.sop.yaml", "judul: A\npelaksana: {a: A}\nkegiatan:\n  - {uraian: Mencatat, pelaksana: a}\n")
    write("specs/b.sop.yaml", "judul: [")
    outcome = sopgen("index")
    assert outcome.code == 1
    assert outcome.out.startswith("1 SOP → ")
    assert "b.sop.yaml" in outcome.err


def test_an_index_edited_by_hand_is_left_alone(index: Callable[..., bytes], sopgen: Sopgen, project: Path) -> None:
    index()
    assert index() == index(), "its own file it overwrites"
    path = project / "output/indeks.xlsx"
    book = openpyxl.load_workbook(path)
    book.active.cell(FIRST, 2).value = "catatan biro"
    book.save(path)
    outcome = sopgen("index", "--date", "2026-01-10")
    assert outcome.code == 1
    assert "diubah tangan" in outcome.err
    assert openpyxl.load_workbook(path).active.cell(FIRST, 2).value == "catatan biro"
    index("--force")
    assert openpyxl.load_workbook(path).active.cell(FIRST, 2).value != "catatan biro"


def test_holds_to_the_schemas(index: Callable[..., bytes]) -> None:
    assert audit(index()) == []


def test_it_prints_in_legible_type_with_titles_on_each_sheet(index: Callable[..., bytes]) -> None:
    sheet = openpyxl.load_workbook(BytesIO(index())).active
    smallest = min(cell.font.size for row in sheet.iter_rows(FIRST) for cell in row)
    assert smallest * sheet.page_setup.scale / 100 >= 7.5
    assert (sheet.print_title_cols, sheet.print_title_rows) == ("$A:$C", "$3:$3")
    assert [each.id for each in sheet.col_breaks.brk] == [11]  # after Pelaksana
