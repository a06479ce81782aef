"""Several SOPs on one sheet, under each other or side by side."""

from __future__ import annotations

import pytest

from sopgen.drawn.panels import panels_of
from sopgen.drawn.reading import Imported, read_panels
from sopgen.workbook.values import Connector, Shape, Sheet
from tests.drawn.test_frames import COLUMNS, MERGES, ROWS, TEXTS

SHAPES = (
    Shape(1, "", "flowChartTerminator", (200, 60, 240, 80)),
    Shape(2, "", "diamond", (320, 140, 360, 160)),
    Shape(3, "", "flowChartTerminator", (200, 220, 240, 240)),
)
LINES = (
    Connector(4, "", ((240, 70), (340, 70), (340, 140)), heads=(False, True)),
    Connector(5, "", ((320, 150), (220, 150), (220, 80)), heads=(False, True)),
    Connector(6, "", ((340, 160), (340, 230), (240, 230)), heads=(False, True)),
)
FLOW = [(0, 1), (1, 0), (1, 2)]


def twice(*, beside: bool, first: int = 1, title: str = "", across: bool = False) -> tuple[Imported, ...]:
    """The sheet of one SOP twice. `first`: the second table's first number; `across`: a line joins the two."""
    by = len(COLUMNS) if beside else len(ROWS)
    dx, dy = (COLUMNS[-1] + 40, 0.0) if beside else (0.0, ROWS[-1] + 40)
    columns = (*COLUMNS, *(dx + x for x in COLUMNS)) if beside else COLUMNS
    rows = ROWS if beside else (*ROWS, *(dy + y for y in ROWS))

    def moved(place: tuple[int, int]) -> tuple[int, int]:
        return (place[0], place[1] + by) if beside else (place[0] + by, place[1])

    texts = dict(TEXTS)
    for (row, column), text in TEXTS.items():
        other = str(int(text) + first - 1) if text.isdigit() else f"{text} lain" if row > 1 else text
        texts[moved((row, column))] = other
    if title:
        texts[len(ROWS) - 1, 1], texts[len(ROWS) - 1, 2] = "Nama SOP", title
        texts[len(ROWS) - 2, 1], texts[len(ROWS) - 2, 2] = "Nomor SOP", "02/SOP/2020"
    shapes = [
        each._replace(id=each.id + 10, box=(each.box[0] + dx, each.box[1] + dy, each.box[2] + dx, each.box[3] + dy))
        for each in SHAPES
    ]
    lines = [each._replace(id=each.id + 10, points=tuple((x + dx, y + dy) for x, y in each.points)) for each in LINES]
    lines += [Connector(30, "", ((220, 240), (220, 60 + dy)), heads=(False, True))] if across else []
    merges = (*MERGES, *((moved(start), moved(end)) for start, end in MERGES))
    sheet = Sheet("A", columns, rows, texts, merges, shapes=(*SHAPES, *shapes), lines=(*LINES, *lines))
    return read_panels(panels_of((sheet,)))


@pytest.mark.parametrize("beside", [True, False])
def test_two_tables_that_begin_anew_are_two_sops(beside):
    one, other = twice(beside=beside)
    assert [step["kegiatan"] for step in one.steps] == ["Menyusun", "Memeriksa", "Mengirim"]
    assert [step["kegiatan"] for step in other.steps] == ["Menyusun lain", "Memeriksa lain", "Mengirim lain"]
    for each in (one, other):
        assert [(edge.source, edge.target) for edge in each.read.edges] == FLOW
        assert each.read.executors == ((0,), (1,), (0,))


def test_each_has_the_header_above_its_own_table():
    one, other = twice(beside=False, title="Penomoran Surat")
    assert (one.identity.title, other.identity.title) == ("", "Penomoran Surat")


@pytest.mark.parametrize("how", [{"first": 4}, {"across": True}])
def test_a_table_that_counts_on_or_that_a_line_leads_to_is_the_same_sop(how):
    (found,) = twice(beside=False, **how)
    assert len(found.steps) == 6
