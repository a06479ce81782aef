"""Connectors, labels and wide boxes: which belongs to which."""

from __future__ import annotations

import pytest

from sopgen.diagnostics import Message
from sopgen.drawn.flow import Connector, paired
from sopgen.drawn.head import Head, Lane
from sopgen.drawn.model import Panel, Symbol
from sopgen.drawn.pdf.pages import _goes_on
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
