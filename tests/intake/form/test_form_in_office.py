"""Forms that LibreOffice has saved say what they said before, and its lists offer what the reader understands."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import load_workbook

from sopgen.intake import MemorySource, load_spec
from sopgen.intake.form.targets import label
from sopgen.intake.form.words import LIST, STEPS
from sopgen.intake.parsing import parse
from sopgen.render.form.cells import FIRST, HEAD
from sopgen.render.form.steps import READY, texts_of
from sopgen.workbook.grid import read_grids
from tests.generator import generate
from tests.intake.form.form_samples import form_of, read
from tests.render.xlsx import office

COUNT = 20


def test_forms_saved_by_libreoffice(session_tool, tmp_path: Path) -> None:
    texts = {f"s{seed}": generate(seed, steps=(3, 15)) for seed in range(COUNT)}
    forms = {name: form_of(text) for name, text in texts.items()}
    saved = office.convert(session_tool("soffice"), forms, tmp_path, "xlsx")
    assert len(saved) == COUNT
    for name, text in texts.items():
        data = saved[name].read_bytes()
        loaded = read(data)
        assert loaded.sop == load_spec(MemorySource("a.sop.yaml", text.encode())).sop
        assert loaded.remarks == ()
        assert listed(data) == ["selesai", *labels(text)]


def labels(text: str) -> list[str]:
    texts = texts_of(parse(text, "").data["kegiatan"])
    return [label(number, texts) for number in range(1, len(texts) + 1)]


def listed(data: bytes) -> list[str]:
    """What the drop-downs of *ke langkah* offer, as the program has worked it out."""
    grid = next(each for each in read_grids(data) if each.name == LIST)
    return [cell.text for (_, column), cell in sorted(grid.cells.items()) if column == 0 and cell.text]


def test_a_row_put_in_turns_no_arrow_and_keeps_drop_downs(session_tool, tmp_path: Path) -> None:
    """LibreOffice leaves *No* and *Periksa* empty in a row that it puts in; the next row tells what to copy."""
    typed = {"B": "Mencatat penugasan", "C": "analis"}
    data = office.insert_row(session_tool("soffice"), form_of(), STEPS, FIRST + 1, typed, tmp_path)
    grid = next(each for each in read_grids(data) if each.name == STEPS)
    column = {cell.text: column for (row, column), cell in grid.cells.items() if row == HEAD - 1}
    rows = range(FIRST - 1, FIRST + 5)
    told = [grid.cells[row, column["Periksa"]].text for row in rows if (row, column["Periksa"]) in grid.cells]
    assert told == [
        "Siap",
        "Salin No dan Periksa ke baris di atas",
        "Nomor tujuan bergeser, pilih lagi",
        "Siap",
    ]
    assert [grid.cells[row, 0].text for row in rows if (row, 0) in grid.cells] == ["1", "3", "4", "5"]
    assert listed(data)[2:4] == ["2 · Mencatat penugasan", "3 · Mengonsep laporan kegiatan konsinyering…"]
    sheet = load_workbook(io.BytesIO(data))[STEPS]
    assert f"C{FIRST + 1}" in next(rule.sqref for rule in sheet.data_validations.dataValidation)
    loaded = read(data)
    assert [way.ke for way in loaded.sop.kegiatan[3].arah] == [5, 3]
    assert [remark.id[-9:] for _, remark in loaded.remarks] == ["dibaca 5.", "dibaca 3."]


def test_a_table_of_the_program_fills_rows_that_are_put_in() -> None:
    """As Excel does: formulas that a column calculates, as the cells have them, in a table that reaches all of them."""
    sheet = load_workbook(io.BytesIO(form_of()))[STEPS]
    (table,) = sheet.tables.values()
    calculated = {each.name: each.calculatedColumnFormula for each in table.tableColumns}
    heads = [cell.value for cell in sheet[HEAD]]
    assert list(calculated) == heads
    assert {name for name, formula in calculated.items() if formula} == {"No", "Periksa"}
    for row in (FIRST, FIRST + 1, FIRST + READY - 1):
        for name in ("No", "Periksa"):
            assert sheet.cell(row, heads.index(name) + 1).value == f"={calculated[name].attr_text}"
    assert table.ref == f"A{HEAD}:T{FIRST + READY - 1}"
