"""Cells of a sheet beside the one that it was made as: what was typed anew, and what only moved."""

from __future__ import annotations

from sopgen.workbook.retyped import put_back, retyped
from sopgen.workbook.values import Sheet

HEAD = ("No", "Kegiatan", "Kelengkapan", "Waktu", "Output", "Keterangan")
ROWS = 12


def sheet(texts: list[tuple[str, ...]]) -> Sheet:
    cells = {(row, column): text for row, line in enumerate(texts) for column, text in enumerate(line) if text}
    columns = max(map(len, texts)) + 1
    return Sheet("Prosedur", tuple(50.0 * at for at in range(columns + 1)), tuple(15.0 * at for at in range(40)), cells)


def made() -> list[tuple[str, ...]]:
    steps = [
        (str(at), f"Langkah ke-{at}", f"Bahan {at}", f"{at} jam", f"Hasil {at}", f"Catatan {at}" if at % 4 == 0 else "")
        for at in range(1, ROWS + 1)
    ]
    return [HEAD, *steps]


def said(texts: list[tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(each.here, each.there) for each in retyped(sheet(texts), sheet(made()))]


def test_a_cell_typed_anew_is_told_alone():
    texts = made()
    texts[3] = (*texts[3][:3], "9 hari", *texts[3][4:])
    assert said(texts) == [("9 hari", "3 jam")]


def test_columns_that_came_or_went_are_not_cells_typed_anew():
    inserted = [(*line[:4], f"Rp{at}.000", *line[4:]) for at, line in enumerate(made())]
    gone = [(*line[:3], *line[4:]) for line in made()]
    assert said(inserted) == []
    assert said(gone) == []


def test_texts_that_changed_places_in_one_row_are():
    texts = made()
    one, two, three, four, five, six = texts[5]
    texts[5] = (one, two, five, four, three, six)
    assert len(said(texts)) == 2


def test_a_head_is_put_back_but_for_a_column_that_was_emptied():
    renamed = [(*HEAD[:5], "Ket.lain"), *made()[1:]]
    emptied = [line[:5] for line in made()]
    assert put_back(sheet(renamed), sheet(made())).cells[0, 5] == "Keterangan"
    assert (0, 5) not in put_back(sheet(emptied), sheet(made())).cells
