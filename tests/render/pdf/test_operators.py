from __future__ import annotations

import pytest

from sopgen.render.pdf.operators import lines, number, outline, text_place
from sopgen.scene import Command, Rule


@pytest.mark.parametrize(
    ("points", "written"),
    [(0, "0"), (100, "100"), (841.89, "841.89"), (1 / 3, "0.3333"), (-0.5, "-0.5"), (1e-7, "0"), (200000, "200000")],
)
def test_numbers_are_short_and_never_in_powers_of_ten(points, written):
    assert number(points) == written


def test_outlines_on_a_page_whose_origin_is_below():
    path = (
        Command("M", ((1, 2),)),
        Command("L", ((3.5, 2),)),
        Command("C", ((4, 2), (5, 3), (5, 4))),
        Command("Z"),
    )

    assert outline(path, 10, "B") == "1 8 m 3.5 8 l 4 8 5 7 5 6 c h B"


def test_rules_are_stroked_together():
    assert lines([Rule(0, 1, 5, 1, 0.5), Rule(2, 0, 2, 9, 0.5)], 10) == "0 9 m 5 9 l 2 10 m 2 1 l S"


def test_texts_run_to_the_right_or_upward():
    assert text_place(1.5, 2, turned=False) == "1 0 0 1 1.5 2 Tm"
    assert text_place(1.5, 2, turned=True) == "0 1 -1 0 1.5 2 Tm"
