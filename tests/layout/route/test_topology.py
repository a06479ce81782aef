"""The sweep against a search that allows every permutation in every gap."""

from __future__ import annotations

from random import Random

import pytest

from sopgen.layout.route import crossings as crossings_module
from sopgen.layout.route import stretches as stretches_module
from sopgen.layout.route.problem import Band, BandKind, Link, Obstacle, Problem
from sopgen.layout.route.topology import sweep
from tests.layout.route.permutations import fewest_crossings
from tests.layout.route.random_pages import random_page


def test_an_arrow_forced_down_beside_a_trunk_with_two_stubs():
    """0 to 3, forced to leave downward, crosses the trunk into 0 once, not the stubs of both 1 and 2."""
    ways = [(0, 3), (0, 1), (1, 2), (1, 0), (2, 0), (3, 0), (1, 4)]
    links = tuple(Link(i, a, b, b < a, leave=None if i else "B") for i, (a, b) in enumerate(ways))
    x = tuple(float(i) for i in range(61))
    page = Problem((Band(BandKind.STEP, (Obstacle(30, 30, 30),)),) * 5, links, x, {}, (), 1.0)

    topology = sweep(page)

    assert topology is not None
    assert fewest_crossings(page, at_most=2) == 1
    assert topology.crossings == 1


MOST_TOLD = 6  # crossings up to which the model answers within seconds: all pages here but one


@pytest.mark.parametrize("batch", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 10))])
def test_the_sweep_finds_the_fewest_crossings_of_all_permutations(batch):
    for seed in range(batch * 40, batch * 40 + 40):
        page = random_page(Random(seed))

        topology = sweep(page)

        if topology is None:
            assert fewest_crossings(page, at_most=2) is None, seed
            continue
        if topology.crossings > MOST_TOLD:
            continue
        least = fewest_crossings(page, at_most=topology.crossings)
        assert least is not None, f"{seed}: a drawing that the model does not know"
        assert topology.lower_bound <= least <= topology.crossings, seed
        if topology.proved:
            assert topology.lower_bound == least == topology.crossings, seed


def test_the_random_pages_are_worth_comparing():
    found = [t for seed in range(100) if (t := sweep(random_page(Random(seed)))) is not None]

    assert len(found) > 95
    assert sum(t.crossings > 0 for t in found) >= 6
    assert max(t.crossings for t in found) >= 2
    assert sum(t.proved for t in found) > 95


@pytest.mark.slow
@pytest.mark.parametrize("orders", [1, 3])
def test_a_search_cut_short_claims_no_more_than_is_true(orders, monkeypatch):
    monkeypatch.setattr(crossings_module, "WORK", orders)
    monkeypatch.setattr(stretches_module, "BEAM", orders)
    hasty = 0
    for seed in range(80):
        page = random_page(Random(seed))
        quick = sweep(page)
        if quick is None:
            continue
        least = fewest_crossings(page, at_most=min(quick.crossings, 3))
        if least is None:
            continue
        assert quick.lower_bound <= least <= quick.crossings, seed
        assert not quick.proved or quick.crossings == least, seed
        hasty += not quick.proved
    assert orders > 1 or hasty, "a search of one order should prove less"


def weaving(times: int, *, straight: bool) -> Problem:
    """A chain, and an arrow made to change sides so many times: each time it crosses the chain.

    Where the chain is not kept straight, it may cross the arrow with its own arms instead.
    """
    rows = times + 3
    chain = [Link(i, i, i + 1, leave="B" if straight else None) for i in range(rows - 1)]
    sides = tuple((row, "LR"[row % 2]) for row in range(1, rows - 1))
    weaver = Link(len(chain), 0, rows - 1, pass_on=sides)
    box = Obstacle(10, 10, 10)
    x = tuple(float(i) for i in range(21))
    return Problem(tuple(Band(BandKind.STEP, (box,)) for _ in range(rows)), (*chain, weaver), x, {}, (), 1.0)


@pytest.mark.parametrize("straight", [True, False])
@pytest.mark.parametrize("times", [0, 1, 3, 4, 5, 7])
def test_an_arrow_made_to_change_sides_crosses_each_time(times, straight):
    topology = sweep(weaving(times, straight=straight))

    assert topology is not None
    assert topology.crossings == times


@pytest.mark.parametrize("times", range(10))
def test_a_proof_is_a_bound_that_meets_the_drawing(times):
    topology = sweep(weaving(times, straight=True))

    assert topology is not None
    assert (topology.proved, topology.lower_bound) == (True, times)


def test_a_table_without_room_has_no_drawing():
    """An arrow must pass a box, but there is no column beside it."""
    links = (Link(0, 0, 1), Link(1, 0, 2))
    for columns, drawable in ((1, False), (3, True)):
        box = Obstacle(columns // 2, columns // 2, columns // 2)
        bands = tuple(Band(BandKind.STEP, (box,)) for _ in range(3))
        page = Problem(bands, links, tuple(map(float, range(columns))), {}, (), 1.0)

        assert (sweep(page) is not None) == drawable
