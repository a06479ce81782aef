"""Lines drawn in pieces, and outlines drawn side by side, in a PDF."""

from __future__ import annotations

import pytest

from sopgen.drawn.pdf.heads import Line
from sopgen.drawn.pdf.mending import in_one, outlines_in
from sopgen.drawn.pdf.strokes import sort_paths
from sopgen.drawn.pdf.values import Loop, Path

INK = ((0, 0, 0), 7)


def lines(*ways, look=INK) -> list[Line]:
    return [Line(at, tuple(way), look=look) for at, way in enumerate(ways)]


def dashes(on: float, off: float) -> list[Line]:
    return lines(*(((at, 5.0), (at + on, 5.0)) for at in (10 + number * (on + off) for number in range(6))))


@pytest.mark.parametrize(("on", "off", "count"), [(4, 2.5, 1), (6, 0, 1), (8, 4.5, 1), (8, 7, 6), (30, 3, 6)])
def test_dashes_and_short_pieces_are_one_line(on, off, count):
    found = in_one(dashes(on, off))
    assert len(found) == count
    assert (found[0].points[0], found[-1].points[-1]) == ((10, 5), (10 + 6 * on + 5 * off, 5))


@pytest.mark.parametrize(
    "other",
    [
        Line(1, ((20, 5), (20, 9)), look=INK),  # round a corner
        Line(1, ((20, 5.6), (30, 5.6)), look=INK),  # beside it
        Line(1, ((20, 5), (30, 5)), look=((200, 0, 0), 7)),  # of another colour
        Line(9, ((20, 5), (30, 5)), look=INK),  # drawn much later
        Line(1, ((20, 5), (12, 5)), look=INK),  # back
    ],
)
def test_other_lines_stay_apart(other):
    assert in_one([Line(0, ((10, 5), (20, 5)), look=INK), other])[1:] == [other]


SQUARE = [((0, 0), (40, 0)), ((0, 20), (40, 20)), ((0, 0), (0, 20)), ((40, 0), (40, 20))]
RHOMB = [((20, 0), (40, 13)), ((40, 13), (20, 26)), ((20, 26), (0, 13)), ((0, 13), (20, 0))]


@pytest.mark.parametrize(("sides", "kind"), [(SQUARE, "process"), (RHOMB, "decision")])
def test_sides_one_after_another_are_an_outline(sides, kind):
    paths = tuple(
        Path(at, (Loop(tuple(side), closed=False, curved=False),), "none", "dark", 0.75)
        for at, side in enumerate(sides)
    )
    found = sort_paths(paths)
    assert [shape.kind for shape in found.shapes] == [kind]
    assert found.lines == ()


@pytest.mark.parametrize(
    "sides",
    [
        SQUARE[:3],
        [*SQUARE[:3], ((40, 0), (40, 17))],
        [((x * 9, y * 9), (u * 9, v * 9)) for (x, y), (u, v) in SQUARE],  # a table's frame
    ],
)
def test_other_sides_are_lines(sides):
    rest, rings = outlines_in(lines(*sides))
    assert rest == lines(*sides)
    assert rings == []


def test_cells_drawn_side_by_side_stay_a_table():
    """Each cell with its own four sides, as some programs draw them; a rhomb's corners may meet lines."""
    places = [(x, y) for x in (0, 40, 80) for y in (0, 20)]
    cells = [[((x + a, y + b), (x + c, y + d)) for (a, b), (c, d) in SQUARE] for x, y in places]
    drawn = lines(*(side for cell in cells for side in cell))
    assert outlines_in(drawn) == (drawn, [])
    arrows = [((20, -30), (20, 0)), ((20, 26), (20, 50))]
    assert len(outlines_in(lines(*RHOMB, *arrows))[1]) == 1
