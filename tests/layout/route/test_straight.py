"""Columns: bounds that propagate exactly, runs that are straight, neighbours and symbols that are not touched."""

from __future__ import annotations

from itertools import pairwise, product
from random import Random

import pytest

from sopgen.layout.route.bounds import Bounds, NoRoomError
from sopgen.layout.route.problem import BandKind
from tests.layout.route.random_charts import random_charts


def chain(columns: int, count: int) -> Bounds:
    bounds = Bounds(columns)
    for v in range(count):
        bounds.add(0, columns - 1)
        if v:
            bounds.before(v - 1, v)
    assert bounds.settle(list(range(count)))
    return bounds


def state(bounds: Bounds, count: int) -> list[tuple[int, int]]:
    return [(bounds.lo[bounds.root(v)], bounds.hi[bounds.root(v)]) for v in range(count)]


def test_neighbours_leave_each_other_room():
    assert state(chain(5, 3), 3) == [(0, 2), (1, 3), (2, 4)]


def test_a_narrowed_run_pushes_its_neighbours():
    bounds = chain(5, 3)

    assert bounds.narrow(1, 3, 3)
    assert state(bounds, 3) == [(0, 2), (3, 3), (4, 4)]


def test_what_would_leave_no_room_changes_nothing():
    bounds = chain(5, 3)
    assert bounds.narrow(0, 2, 2)
    before = state(bounds, 3)

    assert not bounds.narrow(2, 0, 3)
    assert not bounds.unite(0, 1)
    assert state(bounds, 3) == before
    assert bounds.root(0) != bounds.root(1)


def test_united_runs_share_their_bounds():
    bounds = Bounds(10)
    a, b, c = bounds.add(0, 6), bounds.add(4, 9), bounds.add(0, 9)
    bounds.before(b, c)

    assert bounds.unite(a, b)
    assert bounds.narrow(c, 0, 6)
    assert state(bounds, 3) == [(4, 5), (4, 5), (5, 6)]


def test_only_open_columns_are_taken():
    bounds = Bounds(10)
    a, b = bounds.add(0, 9, (1, 4, 8)), bounds.add(0, 9)
    bounds.before(a, b)

    assert bounds.settle([a, b])
    assert bounds.narrow(b, 0, 6)
    assert state(bounds, 2) == [(1, 4), (2, 6)]


def test_a_run_without_any_column_is_refused():
    with pytest.raises(NoRoomError):
        Bounds(3).add(2, 1)


@pytest.mark.parametrize("seed", range(40))
def test_bounds_are_those_of_all_placements(seed):
    """Whatever the constraints, the bounds are the least and greatest columns of all placements that keep them."""
    rng = Random(seed)
    columns, count = 5, 4
    ranges = [sorted((rng.randrange(columns), rng.randrange(columns))) for _ in range(count)]
    befores = [(a, b) for a in range(count) for b in range(a + 1, count) if rng.random() < 0.4]
    placements = [
        place
        for place in product(*(range(lo, hi + 1) for lo, hi in ranges))
        if all(place[a] < place[b] for a, b in befores)
    ]
    bounds = Bounds(columns)
    for lo, hi in ranges:
        bounds.add(lo, hi)
    for a, b in befores:
        bounds.before(a, b)

    assert bounds.settle(list(range(count))) == bool(placements)
    if placements:
        assert state(bounds, count) == [(min(c), max(c)) for c in zip(*placements, strict=True)]


def test_strands_keep_their_order_and_clear_of_symbols_and_borders():
    strands = 0
    for chart in random_charts(40):
        wiring, columns = chart.routed.wiring, chart.routed.columns
        for number, (band, wires) in enumerate(zip(wiring.problem.bands, wiring.bands, strict=True)):
            for row, places in (
                (wires.arrivals, columns.arrivals[number]),
                (wires.departures, columns.departures[number]),
            ):
                assert len(row) == len(places)
                assert all(a < b for a, b in pairwise(places))
                if band.kind is not BandKind.STEP:
                    continue
                for strand, column in zip(row, places, strict=True):
                    strands += 1
                    if strand.slot % 2:
                        assert column == band.boxes[strand.slot // 2].centre
                        continue
                    assert all(not box.lo <= column <= box.hi for box in band.boxes)
                    assert sum(box.hi < column for box in band.boxes) == strand.slot // 2
                    assert column not in chart.grid.borders
    assert strands > 500


def test_a_passing_strand_is_straight_through_its_row():
    for chart in random_charts(20):
        columns = chart.routed.columns
        for number, wires in enumerate(chart.routed.wiring.bands):
            for i, departure in enumerate(wires.departures):
                if departure.arrival is not None:
                    assert columns.departures[number][i] == columns.arrivals[number][departure.arrival]
