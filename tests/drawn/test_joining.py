"""Connectors, labels and wide boxes: which belongs to which."""

from __future__ import annotations

import pytest

from sopgen.diagnostics import Message
from sopgen.drawn.ends import Attached, Goal
from sopgen.drawn.flow import Connector, labelled, paired
from sopgen.drawn.head import Head, Lane
from sopgen.drawn.model import Note, Panel, Stroke, Symbol
from sopgen.drawn.pdf.heads import Line, without_vees
from sopgen.drawn.pdf.pages import _goes_on, _parted
from sopgen.drawn.pdf.texts import Written
from sopgen.drawn.placing import place_symbols
from sopgen.drawn.table import Part, Row


def test_connectors_without_numbers_join_two_parts_and_not_one():
    """A page that the flow enters at its head and leaves at its foot, in one lane."""
    sinks = [Connector(0, (10, 560), "", 0), Connector(1, (10, 985), "", 1)]
    springs = [Connector(2, (10, 760), "", 1), Connector(3, (10, 1360), "", 2)]
    assert paired(sinks, springs) == ((0, 2, False), (1, 3, False))


def test_a_number_joins_whatever_the_parts_are():
    sinks = [Connector(0, (10, 560), "1", 0), Connector(1, (10, 580), "2", 0)]
    springs = [Connector(2, (10, 300), "2", 0), Connector(3, (10, 760), "1", 1)]
    assert paired(sinks, springs) == ((0, 3, True), (1, 2, True))


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("Tidak", "lengkap", True),
        ("Tidak", "Lengkap", True),
        ("TIDAK", "SESUAI", True),
        ("Tidak", "Ya", False),
        ("Tidak", "Sebagian", False),
        ("Ya", "Tidak", False),
        ("Berkas", "Diterima", False),
        ("Berkas", "Kurir", True),
        ("Ya", "Rujuk", False),
    ],
)
def test_two_lines_of_a_label_or_two_labels(one, other, whole):
    assert _goes_on(one, other) == whole


@pytest.mark.parametrize(("left", "right", "lanes"), [(40, 110, (0, 1)), (20, 50, (1,)), (110, 170, (1,))])
def test_a_box_amid_two_lanes_of_unlike_widths_is_of_both(left, right, lanes):
    """Lanes of 30 and 120 points: the box in the middle of both lies wholly in the wider one."""
    head = Head(0, 20, {}, (Lane("A", (0, 30)), Lane("B", (30, 150))))
    plain = [Symbol(at, "process", (5, y, 35, y + 15)) for at, y in ((2, 55), (3, 85))]
    symbols = (Symbol(1, "process", (left, 22, right, 38)), *plain)
    rows = tuple(Row(str(at), (0, 10), (20 + 30 * at, 50 + 30 * at), {}) for at in range(3))
    panel = Panel(Message("", ""), (300, 200), (), symbols)
    placed = place_symbols([panel], [Part(0, head, rows, (20, 110), headed=True)])
    assert placed[0].lanes == lanes


@pytest.mark.parametrize(("left", "right", "lanes"), [(50, 148, 4), (50, 115, 2), (50, 160, 4), (45, 125, 2)])
def test_a_wide_box_that_all_but_reaches_a_lane_is_of_it_if_it_stands_amid_all(left, right, lanes):
    """Lanes of 70 and three of 30 points."""
    edges = ((30, 100), (100, 120), (120, 150), (150, 170))
    head = Head(0, 20, {}, tuple(Lane(name, edge) for name, edge in zip("ABCD", edges, strict=True)))
    plain = [Symbol(at, "process", (55, y, 75, y + 15)) for at, y in ((2, 55), (3, 85))]
    rows = tuple(Row(str(at), (0, 10), (20 + 30 * at, 50 + 30 * at), {}) for at in range(3))
    panel = Panel(Message("", ""), (300, 200), (), (Symbol(1, "process", (left, 22, right, 38)), *plain))
    placed = place_symbols([panel], [Part(0, head, rows, (20, 110), headed=True)])
    assert placed[0].lanes == tuple(range(lanes))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Tidak Ya", ["Tidak", "Ya"]),
        ("Ya Revisi", ["Ya", "Revisi"]),
        ("Tidak Setuju", ["Tidak Setuju"]),
        ("Ya", ["Ya"]),
    ],
)
def test_labels_side_by_side_are_two(text, parts):
    found = _parted(Written(text, (100, 10, 100 + 4 * len(text), 18), 17, 8))
    assert [each.text for each in found] == parts
    assert (found[0].box[0], found[-1].box[2]) == (100, 100 + 4 * len(text))


def test_an_open_head_of_two_strokes_is_no_line():
    lines = [
        Line(1, ((0, 0), (50, 0))),
        Line(2, ((50, 0), (45, 3))),
        Line(3, ((45, -3), (50, 0))),
        Line(4, ((80, 0), (80, 40))),
        Line(5, ((80, 40), (120, 40))),
    ]
    kept, heads = without_vees(lines)
    assert [line.order for line in kept] == [1, 4, 5]
    assert [head.corners[1] for head in heads] == [(50, 0)]


def test_a_label_nearer_to_another_steps_line_goes_where_one_is_missing():
    lines = [Stroke(((0, y), (100, y)), (False, True)) for y in (0, 30, 60, 90)]
    attached = [Attached(line, Goal(0), Goal(1), 9.0, 0.0) for line in lines]
    notes = [Note(text, (10, y, 30, y + 8)) for text, y in (("Ya", -10), ("Tidak", 20), ("Belum", 38), ("Ada", 80))]
    found = labelled(attached, {1: [0, 1], 2: [2, 3]}, notes)
    assert {piece: note.text for piece, note in found.items()} == {0: "Ya", 1: "Tidak", 2: "Belum", 3: "Ada"}
