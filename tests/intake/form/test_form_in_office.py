"""Forms that LibreOffice has saved say what they said before, and its lists offer what the reader understands."""

from __future__ import annotations

from pathlib import Path

from sopgen.intake import MemorySource, load_spec
from sopgen.intake.form.targets import label
from sopgen.intake.form.words import LIST
from sopgen.intake.parsing import parse
from sopgen.render.form.steps import texts_of
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
