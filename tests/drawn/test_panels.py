"""Shapes of a workbook → symbols: free forms by their outline, converted ones by their names."""

from __future__ import annotations

import math

import pytest

from sopgen.drawn.panels import panels_of
from sopgen.workbook.values import Shape, Sheet

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
    assert kinds(*shapes, Shape(9, "Diamond 9", "diamond", BOX)) == ["process"] * 4 + ["decision"]
