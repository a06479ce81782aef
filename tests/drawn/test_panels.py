"""Shapes of a workbook → symbols: free forms by their outline, converted ones by their names."""

from __future__ import annotations

import math

import pytest

from sopgen.drawn.panels import panels_of
from sopgen.drawn.reading import read_panels
from sopgen.workbook.values import Connector, Shape, Sheet

BOX = (100.0, 100.0, 160.0, 130.0)
ROUND = tuple(
    (middle + 15 * math.cos(math.radians(a)), 15 + 15 * math.sin(math.radians(a)))
    for middle, start in ((45, -90), (15, 90))
    for a in range(start, start + 181, 15)
)


def kinds(*shapes: Shape) -> list[str]:
    grid = tuple(60.0 * at for at in range(8))
    (panel,) = panels_of((Sheet("A", grid, grid, {}, shapes=shapes),))
    return [symbol.kind for symbol in panel.symbols]


@pytest.mark.parametrize(
    ("corners", "kind"),
    [
        (((30, 0), (60, 15), (30, 30), (0, 15)), "decision"),
        (((0, 0), (60, 0), (60, 30), (0, 30)), "process"),
        (((0, 0), (60, 0), (60, 18), (30, 30), (0, 18)), "offpage"),
        (ROUND, "terminator"),
    ],
)
def test_a_free_form_is_what_it_looks_like(corners, kind):
    assert kinds(Shape(1, "Freeform 1", "", BOX, corners=corners)) == [kind]


def test_where_all_are_rectangles_their_names_say_what_they_were():
    names = ("Flowchart: Terminator 1", "Rectangle 2", "Flowchart: Decision 3", "Flowchart: Off-page Connector 4")
    shapes = [Shape(at, name, "rect", BOX) for at, name in enumerate(names)]
    assert kinds(*shapes) == ["terminator", "process", "decision", "offpage"]
    corners = ((0, 0), (60, 4), (60, 20), (30, 30), (0, 20))  # as a conversion leaves them
    assert kinds(*shapes[:3], Shape(8, names[3], "", BOX, corners=corners))[3] == "offpage"
    assert kinds(*shapes, Shape(9, "Diamond 9", "diamond", BOX)) == ["process"] * 4 + ["decision"]


@pytest.mark.parametrize(("rimless", "kept"), [(True, []), (False, ["process"])])
def test_a_text_without_a_rim_is_no_box_however_large(rimless, kept):
    shape = Shape(1, "TextBox 1", "rect", (100, 100, 120, 160), "Rekomendasi", text_box=True, rimless=rimless)
    assert kinds(shape) == kept


def test_a_label_that_is_typed_into_a_cell_is_a_label():
    """A sheet with two lanes, whose labels stand in the cells beside the diamond."""
    texts = {
        (0, 0): "No", (0, 1): "Kegiatan", (0, 2): "Pelaksana", (0, 4): "Mutu Baku", (0, 7): "Ket.",
        (1, 2): "Staf", (1, 3): "Kabag", (1, 4): "Kelengkapan", (1, 5): "Waktu", (1, 6): "Output",
        (2, 0): "1", (2, 1): "Menyusun", (3, 0): "2", (3, 1): "Memeriksa", (4, 0): "3", (4, 1): "Mengirim",
        (3, 2): "Tidak", (4, 3): "Ya",
    }  # fmt: skip
    merges = (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 6)), ((0, 7), (1, 7)))
    shapes = (
        Shape(1, "", "flowChartTerminator", (200, 60, 240, 80)),
        Shape(2, "", "diamond", (320, 140, 360, 160)),
        Shape(3, "", "flowChartTerminator", (200, 220, 240, 240)),
    )
    lines = (
        Connector(4, "", ((240, 70), (340, 70), (340, 140)), heads=(False, True)),
        Connector(5, "", ((320, 150), (220, 150), (220, 80)), heads=(False, True)),
        Connector(6, "", ((340, 160), (340, 230), (240, 230)), heads=(False, True)),
    )
    columns = (0, 30, 180, 270, 400, 480, 540, 620, 700, 760)
    rows = (0, 20, 40, 110, 190, 270, 290)
    sheet = Sheet("A", columns, rows, texts, merges, shapes=shapes, lines=lines)
    (found,) = read_panels(panels_of((sheet,)))
    assert {(edge.source, edge.target, edge.label) for edge in found.read.edges} == {
        (0, 1, ""), (1, 0, "Tidak"), (1, 2, "Ya"),
    }  # fmt: skip
