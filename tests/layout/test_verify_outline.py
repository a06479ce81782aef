"""True outlines: what counts as inside, and how far away a line is."""

from __future__ import annotations

from math import sqrt

import pytest

from sopgen.layout.verify.outline import boxes_gap, enters, outline_gap, outline_of, port_of
from sopgen.scene import Symbol

BOX = (100.0, 100.0, 140.0, 120.0)


def outline(kind):
    return outline_of(Symbol("s", kind, BOX), 0.2)


@pytest.mark.parametrize(
    ("kind", "corner_gap"),
    [
        ("process", 0.0),
        ("decision", 20 / sqrt(5)),  # from the corner to the rhombus' side
        ("terminator", 10 * sqrt(2) - 10),
        ("offpage", 0.0),
    ],
)
def test_a_corner_of_the_bounding_box_lies_off_a_round_or_slanted_outline(kind, corner_gap):
    assert outline_gap(outline(kind), (100, 100, 100, 100)) == pytest.approx(corner_gap)


@pytest.mark.parametrize("kind", ["process", "decision", "terminator", "offpage"])
def test_ports_lie_on_the_outline_and_not_inside(kind):
    ports = "TB" if kind == "offpage" else "TBLR"
    for port in ports:
        x, y = port_of(Symbol("s", kind, BOX), port)
        assert outline_gap(outline(kind), (x, y, x, y)) == pytest.approx(0)
        assert not enters(outline(kind), (x, y, x, y))


@pytest.mark.parametrize("kind", ["process", "decision", "terminator", "offpage"])
def test_a_line_through_the_middle_enters_and_one_beside_does_not(kind):
    assert enters(outline(kind), (80, 110, 160, 110))
    assert enters(outline(kind), (120, 109, 120, 111))
    assert enters(outline(kind), (90, 90, 150, 130))
    assert not enters(outline(kind), (80, 99, 160, 99))
    assert outline_gap(outline(kind), (80, 97, 160, 97)) == pytest.approx(3)


def test_the_pentagon_points_down():
    assert outline_gap(outline("offpage"), (100, 120, 100, 120)) > 3
    assert enters(outline("offpage"), (101, 101, 101, 101))


def test_a_line_that_cuts_off_a_rhombus_corner_only_of_its_box_passes():
    assert not enters(outline("decision"), (80, 103, 113, 103))
    assert enters(outline("decision"), (80, 103, 116, 103))


def test_boxes_gap_is_straight_beside_and_slanted_at_corners():
    assert boxes_gap(BOX, (150, 105, 160, 110)) == 10
    assert boxes_gap(BOX, (143, 124, 150, 130)) == 5
    assert boxes_gap(BOX, (130, 110, 150, 130)) == 0
