"""Two lines at a time: which pairs are apart, near, touching, overlapping, crossing."""

from __future__ import annotations

import pytest

from sopgen.layout.verify.examined_page import examine_page
from sopgen.layout.verify.lines import line_violations
from tests.layout.verify_drawings import arrow, document, page

FLAT = [(100, 200), (200, 200)]


def rules(*points, omegas=()):
    """The lines run to different targets; the first carries the Ω."""
    arrows = [
        arrow(f"{i}-{i + 50}", f"s{i}", f"s{i + 50}", "BT", line, omegas=omegas if i == 1 else ())
        for i, line in enumerate(points, start=1)
    ]
    drawn = page(1, [(1, 60)], [], arrows)
    return {v.rule for v in line_violations(examine_page(drawn, document(drawn)), 3.12)}


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        ([(100, 203), (200, 203)], None),
        ([(100, 202), (200, 202)], "lines-too-near"),
        ([(199, 198), (300, 198)], "lines-too-near"),
        ([(150, 200), (300, 200)], "lines-overlap"),
        ([(200, 200), (300, 200)], "lines-touch"),
        ([(202, 200), (300, 200)], "lines-too-near"),
        ([(203, 200), (300, 200)], None),
        ([(201, 201), (300, 201)], "lines-too-near"),
        ([(202.5, 202.5), (300, 202.5)], None),
        ([(150, 200), (150, 300)], "lines-touch"),
        ([(200, 200), (200, 300)], "lines-touch"),
        ([(150, 201), (150, 300)], "lines-too-near"),
        ([(150, 203), (150, 300)], None),
        ([(202, 150), (202, 250)], "lines-too-near"),
        ([(203, 150), (203, 250)], None),
        ([(150, 150), (150, 250)], "crossing-without-omega"),
    ],
)
def test_two_lines(other, rule):
    assert rules(FLAT, other) == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("x", "rule"), [(150, None), (104.5, None), (103.5, "omega-near-corner"), (196.5, "omega-near-corner")]
)
def test_an_omega_keeps_off_the_ends_of_its_line(x, rule):
    assert rules(FLAT, [(x, 150), (x, 250)], omegas=((x, 200),)) == ({rule} if rule else set())


def test_omegas_keep_apart():
    across = [[(x, 150), (x, 250)] for x in (140, 148)]
    assert rules(FLAT, *across, omegas=((140, 200), (148, 200))) == set()
    across = [[(x, 150), (x, 250)] for x in (140, 146)]
    assert rules(FLAT, *across, omegas=((140, 200), (146, 200))) == {"omega-too-near"}


@pytest.mark.parametrize(("y", "rule"), [(196.5, "omega-too-near"), (195, None)])
def test_an_omega_keeps_off_a_line_beside_its_own(y, rule):
    across = [(150, 150), (150, 250)]
    beside = [(100, y), (149, y)]
    found = rules(FLAT, across, beside, omegas=((150, 200),)) - {"lines-too-near"}
    assert found == ({rule} if rule else set())


def test_an_omega_belongs_on_the_horizontal_line():
    assert rules([(150, 150), (150, 250)], FLAT, omegas=((150, 200),)) == {
        "crossing-without-omega",
        "omega-without-crossing",
    }
