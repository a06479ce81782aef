"""Outlines in exact coordinates, and true circles."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from sopgen.outlines import arrow_head, arrow_shaft, capsule, symbol_outline
from sopgen.render.shapes import glyph_shape
from sopgen.scene import Arrow, Glyph, Style, Symbol

STYLE = Style(stroke=0.7, arrow_length=6, arrow_width=4, omega_radius=3, offpage_point=0.25)


def corners(path):
    return [command.points[-1] for command in path if command.points]


def an_arrow(*points, omegas=(), head=True):
    return Arrow("a1", "s1", "s2", ((1, 2),), ("B", "T"), points, omegas=omegas, head=head)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("process", [(0, 0), (40, 0), (40, 20), (0, 20)]),
        ("decision", [(20, 0), (40, 10), (20, 20), (0, 10)]),
        ("offpage", [(0, 0), (40, 0), (40, 15), (20, 20), (0, 15)]),
    ],
)
def test_polygons_fill_their_box(kind, expected):
    path = symbol_outline(Symbol("s1", kind, (0, 0, 40, 20)), STYLE)
    assert corners(path) == expected
    assert path[-1].letter == "Z"


def on_curve(start, curve, t):
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = start, *curve
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def test_capsule_ends_are_half_circles_of_the_half_height():
    curves = 0
    for before, command in pairwise(capsule((0, 0, 40, 20))):
        if command.letter != "C":
            continue
        curves += 1
        for step in range(11):
            x, y = on_curve(before.points[-1], command.points, step / 10)
            centre = 10 if x < 20 else 30
            assert math.hypot(x - centre, y - 10) == pytest.approx(10, rel=4e-4)
    assert curves == 4


def test_head_has_its_tip_on_the_last_point_and_the_shaft_ends_inside_it():
    arrow = an_arrow((0, 0), (0, 30), (50, 30))
    assert corners(arrow_head(arrow, STYLE)) == [(50, 30), (44, 32), (44, 28)]
    assert corners(arrow_shaft(arrow, STYLE)) == [(0, 0), (0, 30), (47, 30)]


def test_a_line_without_head_runs_to_its_end():
    arrow = an_arrow((0, 0), (0, 30), head=False)
    assert arrow_head(arrow, STYLE) is None
    assert corners(arrow_shaft(arrow, STYLE)) == [(0, 0), (0, 30)]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 100, [(0, 50), (27, 50), (30, 47), (33, 50), (57, 50), (60, 47), (63, 50), (100, 50)]),
        (100, 0, [(100, 50), (63, 50), (60, 47), (57, 50), (33, 50), (30, 47), (27, 50), (0, 50)]),
    ],
)
def test_omegas_replace_the_line_and_bulge_up_whichever_way_it_walks(start, end, expected):
    arrow = an_arrow((start, 50), (end, 50), omegas=((60, 50), (30, 50)), head=False)
    assert corners(arrow_shaft(arrow, STYLE)) == expected


def test_an_omega_leaves_a_vertical_through_its_place_straight():
    arrow = an_arrow((30, 0), (30, 50), (90, 50), omegas=((60, 50),), head=False)
    assert [command.letter for command in arrow_shaft(arrow, STYLE)] == ["M", "L", "L", "C", "C", "L"]


@pytest.mark.parametrize("character", "✓✗☐☑☒●")
@pytest.mark.parametrize("turned", [False, True])
def test_glyph_shapes_stay_in_their_box(character, turned):
    shape = glyph_shape(Glyph(character, (10, 20, 18, 30)), turned=turned)
    margin = (shape.stroke or 0) / 2
    for path in shape.paths:
        for command in path:
            for x, y in command.points:
                assert 10 + margin <= x <= 18 - margin
                assert 20 + margin <= y <= 30 - margin


def test_a_turned_tick_points_as_the_text_runs():
    """In upward text the tick's short arm, left in level text, lies at the bottom."""
    (level,), _ = glyph_shape(Glyph("✓", (0, 0, 10, 10)))
    (turned,), _ = glyph_shape(Glyph("✓", (0, 0, 10, 10)), turned=True)
    for (x, y), expected in zip(corners(level), corners(turned), strict=True):
        assert (y, 10 - x) == pytest.approx(expected)
