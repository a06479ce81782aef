"""The columns of the lanes: round numbers for one lane, clearances for all."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sopgen.layout import style
from sopgen.layout.flowpages.lanes import lane_grid


def test_a_lane_of_sixty_points():
    grid = lane_grid((0.0, 60.0), 36.0, set(), 5.25)

    assert grid.x == (6.0, 14.0, 22.0, 30.0, 38.0, 46.0, 54.0)
    box = grid.spans[0, 0]
    assert (box.centre, box.lo, box.hi) == (3, 1, 5)
    assert grid.outline(0, 0) == (12.0, 48.0)


def test_corridors_hold_more_tracks_where_they_are_wider():
    tracks = [lane_grid((0.0, width), 36.0, set(), 5.25).spans[0, 0].lo for width in (48.0, 60.0, 69.0, 81.0)]

    assert tracks == [1, 1, 2, 2]  # at the widest, heads of returns have their shafts instead of a third track
    assert lane_grid((0.0, 81.0), 36.0, set(), 5.25, many_tracks=True).spans[0, 0].lo == 3


def test_every_symbol_stands_on_a_column_of_its_own_centre():
    grid = lane_grid((0.0, 60.0, 120.0, 192.0), 36.0, {(0, 1), (0, 2), (1, 2)}, 3.9)

    for (lo, hi), box in grid.spans.items():
        assert grid.x[box.centre] == pytest.approx(grid.centre(lo, hi)), (lo, hi)
    assert set(grid.spans) == {(0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2)}


def test_a_wide_symbol_reaches_over_its_outer_lanes_symbols():
    assert lane_grid((0.0, 60.0, 120.0), 36.0, {(0, 1)}, 3.9).outline(0, 1) == (12.0, 108.0)


@pytest.mark.parametrize("edges", [(0.0, 60.0, 120.0, 192.0), (0.0, 72.0, 132.0, 192.0), (0.0, 45.0, 159.0, 204.0)])
def test_a_wide_symbol_reaches_over_the_first_and_the_last_where_lanes_differ(edges):
    grid = lane_grid(edges, 36.0, {(0, 2)}, 3.9)

    assert grid.outline(0, 2) == (grid.outline(0, 0)[0], grid.outline(2, 2)[1])
    assert sum(grid.outline(0, 2)) / 2 == grid.centre(0, 2)


def test_a_wide_symbol_beside_a_lanes_centre_stands_on_it():
    grid = lane_grid((0.0, 60.0, 122.0, 186.0), 36.0, {(0, 2)}, 3.9)

    left, right = grid.outline(0, 2)
    assert grid.centre(0, 2) == grid.centre(1, 1) == 91.0
    assert (left, right) == (11.0, 171.0)  # a point more at the left, less at the right
    assert right > grid.centre(2, 2)


def test_only_a_wide_symbols_centre_may_lie_on_a_lane_border():
    plain = lane_grid((0.0, 60.0, 120.0), 36.0, set(), 5.25)
    wide = lane_grid((0.0, 60.0, 120.0), 36.0, {(0, 1)}, 5.25)

    assert plain.borders == frozenset()
    assert [wide.x[c] for c in wide.borders] == [60.0]
    assert wide.spans[0, 1].centre in wide.borders


@pytest.mark.parametrize("spacing", style.CORRIDOR_STEPS)
@pytest.mark.parametrize("lane", [27.0, 33.0, 42.0, 60.0, 72.0, 84.0])
@pytest.mark.parametrize("spans", [set(), {(0, 1)}, {(0, 2), (1, 2)}])
def test_columns_keep_clear_of_each_other_of_borders_and_of_symbols(spacing, lane, spans):
    edges = (0.0, lane, 2 * lane, 3 * lane)
    symbol = min(style.SYMBOL_WIDTH, lane - 4 * style.CLEAR_LEAST)

    grid = lane_grid(edges, symbol, spans, spacing)

    least = style.CLEAR_LEAST - 0.11
    assert all(b - a >= least for a, b in pairwise(grid.x))
    assert all(abs(x - e) >= least for i, x in enumerate(grid.x) if i not in grid.borders for e in edges)
    for (lo, hi), box in grid.spans.items():
        left, right = grid.outline(lo, hi)
        assert box.lo <= box.centre <= box.hi
        for i, x in enumerate(grid.x):
            clear = x <= left - least or x >= right + least
            assert clear != (box.lo <= i <= box.hi), (lo, hi, x)
    assert all(grid.spans[i, i].lo > 0 and grid.spans[i, i].hi < len(grid.x) - 1 for i in range(3))


@pytest.mark.parametrize(
    ("width", "reach"), [(69.0, style.HEAD_ROOM), (72.0, style.HEAD_ROOM), (84.0, style.HEAD_ROOM)]
)
def test_a_wide_corridor_has_a_track_that_leaves_a_head_its_shaft(width, reach):
    grid = lane_grid((0.0, width), 36.0, set(), 5.25)

    left = grid.outline(0, 0)[0]
    assert any(left - x == pytest.approx(reach) for x in grid.x)
