"""The neutral counter on drawings small enough to count by eye: boxes of 40 × 20, one below another."""

from __future__ import annotations

import pytest

from benchmarks.counter import Figures, Piece, Symbol, count

AREA = (0.0, 0.0, 300.0, 300.0)
A = Symbol(0, (20, 20, 60, 40), only_bottom=True)
B = Symbol(1, (20, 80, 60, 100))
C = Symbol(2, (120, 140, 160, 160))
D = Symbol(3, (20, 200, 60, 220), diamond=True)
DOWN = Piece(0, 1, False, ((40, 40), (40, 80)))
OVER = Piece(1, 2, False, ((60, 90), (140, 90), (140, 140)))
BACK = Piece(3, 2, True, ((60, 210), (140, 210), (140, 160)))


def figures(*pieces: Piece) -> Figures:
    return count((A, B, C, D), pieces, AREA)


def clean(found: Figures) -> bool:
    return found.violations == 0


def test_counts_nothing_wrong_in_a_good_drawing():
    found = figures(DOWN, OVER, BACK)
    assert found == Figures(0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 40 + 80 + 50 + 80 + 50)


def test_a_crossing_is_one_point_of_two_nets():
    found = figures(OVER, Piece(0, 3, False, ((40, 40), (40, 60), (100, 60), (100, 180), (40, 180), (40, 200))))
    assert (found.crossings, clean(found)) == (1, True)


def test_a_trunk_crossed_once_counts_once():
    across = Piece(0, 3, False, ((40, 40), (40, 60), (200, 60), (200, 180), (40, 180), (40, 200)))
    one = Piece(1, 2, False, ((60, 90), (240, 90), (240, 130), (140, 130), (140, 140)))
    two = Piece(1, 2, False, ((40, 100), (40, 110), (240, 110), (240, 130), (140, 130), (140, 140)))
    assert figures(across, one).crossings == 2
    shared = ((240, 90), (240, 130), (140, 130), (140, 140))
    twin = Piece(3, 2, False, ((60, 210), (260, 210), (260, 90), *shared))
    assert figures(across, one, twin).crossings == 2
    assert figures(across, one, two).crossings == 3


def test_a_join_bends_where_it_turns_into_its_trunk():
    trunk = Piece(0, 2, False, ((40, 40), (40, 60), (140, 60), (140, 140)))
    full = Piece(1, 2, False, ((60, 90), (140, 90), (140, 140)))
    cut = Piece(1, 2, False, ((60, 90), (140, 90)), joins=0)
    assert figures(trunk, full) == figures(trunk, cut)._replace(corners=3)
    found = figures(trunk, cut)
    assert (found.bends, found.corners, found.followed) == (3, 2, 3)


def test_a_join_that_runs_on_does_not_bend():
    trunk = Piece(0, 2, False, ((40, 40), (40, 60), (80, 60), (80, 90), (140, 90), (140, 140)))
    cut = Piece(1, 2, False, ((60, 90), (80, 90)), joins=0)
    assert figures(trunk, cut).bends == 4


@pytest.mark.parametrize(
    ("name", "pieces"),
    [
        ("through", (Piece(0, 3, False, ((40, 40), (40, 200))),)),
        ("overlaps", (OVER, Piece(1, 3, False, ((60, 90), (100, 90), (100, 180), (40, 180), (40, 200))))),
        ("touches", (OVER, Piece(0, 3, False, ((40, 40), (40, 60), (140, 60), (140, 90), (200, 90), (200, 210))))),
        ("tight", (OVER, Piece(0, 3, False, ((40, 40), (40, 60), (142, 60), (142, 130), (40, 130), (40, 200))))),
        ("wrong_ports", (Piece(0, 1, False, ((60, 30), (80, 30), (80, 60), (40, 60), (40, 80))),)),
        ("wrong_ports", (Piece(0, 1, False, ((40, 40), (40, 60), (80, 60), (80, 90), (60, 90))),)),
        ("wrong_ports", (OVER, Piece(3, 1, True, ((60, 210), (100, 210), (100, 90), (60, 90))))),
        ("outside", (Piece(3, 1, True, ((20, 210), (-5, 210), (-5, 90), (20, 90))),)),
        ("slanted", (Piece(0, 2, False, ((40, 40), (140, 140))),)),
    ],
)
def test_finds_what_is_wrong(name: str, pieces: tuple[Piece, ...]):
    assert getattr(figures(*pieces), name) == 1


def test_a_line_past_a_diamonds_corner_is_not_through_it():
    past = Piece(1, 2, False, ((40, 100), (40, 120), (22, 120), (22, 203), (10, 203)))
    assert figures(past).through == 0
    into = Piece(1, 2, False, ((40, 100), (40, 120), (38, 120), (38, 203), (10, 203)))
    assert figures(into).through == 1


def test_a_pair_through_a_symbol_and_an_overlapped_pair_are_judged_as_crossings():
    found = figures(OVER, Piece(0, 2, True, ((40, 40), (40, 90), (100, 90))))
    assert found.judged == found.crossings + found.through + found.overlaps > 0
