"""Forms that LibreOffice has saved say what they said before, and its lists offer what the reader understands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sopgen.intake import MemorySource, load_spec
from sopgen.intake.form.targets import label
from sopgen.intake.form.words import LIST, STEPS
from sopgen.intake.parsing import parse
from sopgen.render.form.steps import FIRST, HEAD, texts_of
from sopgen.workbook.grid import read_grids
from tests.generator import generate
from tests.intake.form.form_samples import changed, form_of, read
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


def test_a_row_put_in_without_formulas_is_told_and_read(session_tool, tmp_path: Path) -> None:
    """LibreOffice leaves the cells of *No* and *Periksa* empty in a row that it puts in."""

    def put_in(book: Any) -> None:
        sheet = book["Kegiatan"]
        numbers = {sheet.cell(HEAD, column).value: column for column in range(1, sheet.max_column + 1)}
        row = FIRST + 4  # below the last of four
        for heading, text in (("Uraian kegiatan", "Menyimpan salinan"), ("Pelaksana", "Analis")):
            sheet.cell(row, numbers[heading]).value = text
        sheet.cell(row, numbers["No"]).value = sheet.cell(row, numbers["Periksa"]).value = None

    saved = office.convert(session_tool("soffice"), {"a": changed(put_in)}, tmp_path, "xlsx")
    data = saved["a"].read_bytes()
    grid = next(each for each in read_grids(data) if each.name == STEPS)
    told = {row: cell.text for (row, _), cell in grid.cells.items() if "Salin No" in cell.text}
    assert told == {FIRST + 4: "Salin No dan Periksa ke baris di atas"}
    assert [step.uraian.teks for step in read(data).sop.kegiatan][-1] == "Menyimpan salinan"
