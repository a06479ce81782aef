"""Lines that a workbook draws as thin rectangles with triangles, glue that leads astray, lines in short pieces."""

from __future__ import annotations

from sopgen.diagnostics import Message
from sopgen.drawn.ends import Need, attach
from sopgen.drawn.head import Head, Lane
from sopgen.drawn.misgivings import Places, doubts_of_lines
from sopgen.drawn.model import Panel, Stroke, Symbol
from sopgen.drawn.pieces import pieces_of
from sopgen.drawn.placing import Placed
from sopgen.drawn.solids import without_solids
from sopgen.drawn.table import Part, Row
from sopgen.workbook.values import Shape

BOX = Shape(1, "a", "rect", (0, 0, 40, 20))
UPPER, LOWER, FAR = (
    Symbol(1, "process", (0, 0, 40, 20)),
    Symbol(2, "process", (0, 60, 40, 80)),
    Symbol(3, "process", (300, 60, 340, 80)),
)
ANY = Need(way_in=False, way_out=False)


def test_a_bar_with_a_triangle_is_an_arrow():
    bar, head = Shape(2, "b", "rect", (19, 20, 21, 54)), Shape(3, "c", "triangle", (17, 53, 23, 60))
    shapes, lines = without_solids([BOX, bar, head], [])
    assert shapes == [BOX]
    assert [(each.points, each.heads) for each in lines] == [(((20, 20), (20, 60)), (False, True))]


def test_a_triangle_away_from_lines_a_glued_bar_and_a_bar_with_words_are_symbols():
    lone = Shape(3, "c", "triangle", (100, 100, 106, 106))
    glued, worded = Shape(4, "d", "rect", (60, 0, 62, 30)), Shape(5, "e", "rect", (80, 0, 110, 3), "Ya")
    line = Stroke(((0, 10), (60, 10)), glue=(None, 4))
    assert without_solids([BOX, lone, glued, worded], [line]) == ([BOX, lone, glued, worded], [line])


def arrows(*strokes, symbols=(UPPER, LOWER, FAR)):
    return attach(strokes, symbols, [ANY] * len(symbols))


def test_glue_to_a_far_symbol_yields_to_the_one_that_is_touched_and_it_is_told():
    (found,) = arrows(Stroke(((20, 20), (20, 60)), (False, True), (1, 3)))
    assert (found.start.symbol, found.end.symbol) == (0, 1)
    assert found.named == (None, 2)
    assert found.is_unsure
    placed = [Placed(symbol, 0, 0, at, (0,)) for at, symbol in enumerate((UPPER, LOWER, FAR))]
    panel = Panel(Message("", ""), (400, 200), ())
    rows = tuple(Row(str(at), (0, 10), (40.0 * at, 40.0 * at + 40), {}) for at in range(3))
    part = Part(0, Head(0, 0, {}, (Lane("A", (0, 400)),)), rows, (0, 120), headed=True)
    (told,) = doubts_of_lines([found], placed, 0, Places([panel], [part]))
    assert told.message.en == "its file ties this arrow to step 3, but it is drawn to step 2; taken to lead to step 2"


def test_glue_to_a_far_symbol_counts_where_nothing_is_touched():
    (found,) = arrows(Stroke(((20, 20), (200, 40)), (False, True), (1, 3)))
    assert found.end.symbol == 2
    assert found.named == (None, None)


def test_of_symbols_with_one_id_the_nearest_is_meant():
    twin = LOWER._replace(id=3)
    (found,) = arrows(Stroke(((20, 20), (20, 58)), (False, True), (1, 3)), symbols=(UPPER, twin, FAR))
    assert found.end.symbol == 1


def test_lines_in_short_pieces_go_straight_on_where_they_cross():
    across = [Stroke(((x, 100), (x + 10, 100))) for x in range(100, 140, 10)]
    down = [Stroke(((120, y), (120, y + 10))) for y in range(80, 120, 10)]
    found = pieces_of((*across, *down), ())
    assert sorted(tuple(sorted((each.points[0], each.points[-1]))) for each in found) == [
        ((100, 100), (140, 100)),
        ((120, 80), (120, 120)),
    ]
