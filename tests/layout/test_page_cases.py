"""One made-up spec for each fault that 329 real SOPs showed on the identity page and in the reading of texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sopgen import pipeline
from sopgen.scene import Document, Text

CASES = Path(__file__).parent / "page_cases"


@cache
def drawn(name: str) -> Document:
    (path,) = CASES.glob(f"{name}-*.sop.yaml")
    return pipeline.lay_out(pipeline.load(path))


def texts_of(document: Document) -> list[Text]:
    cells = [cell for page in document.pages for table in page.tables for cell in table.cells]
    return [*(text for cell in cells for text in cell.texts), *(text for page in document.pages for text in page.texts)]


def size_of(document: Document, role: str) -> float:
    return next(text.size for text in texts_of(document) if text.role == role)


def test_a_page_with_room_to_spare_is_not_cut() -> None:
    document = drawn("01")
    assert [page.kind for page in document.pages] == ["identitas", "prosedur"]
    assert size_of(document, "dasar_hukum") == 9.0


def test_the_last_boxes_get_no_page_of_their_own() -> None:
    document = drawn("02")
    assert [page.kind for page in document.pages] == ["identitas", "prosedur"]
    assert size_of(document, "dasar_hukum") == 8.5  # half a point saves the page


def test_the_title_says_prosedur_once() -> None:
    (title,) = {text.text for text in texts_of(drawn("08")) if text.role == "judul_prosedur"}
    assert title == "PROSEDUR PENGELOLAAN ARSIP"


def test_undang_undang_stands_on_one_line() -> None:
    runs = [run.text for text in texts_of(drawn("11")) if text.role == "dasar_hukum" for run in text.runs]
    assert sum(run.count("Undang-Undang") for run in runs) == 3
    assert not any(run.endswith("Undang-") for run in runs)
