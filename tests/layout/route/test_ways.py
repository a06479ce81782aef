"""Ways past a band: the short list of steps tells the same as all ways, and columns hold no more than they can."""

from __future__ import annotations

from random import Random

import pytest

from sopgen.layout.route.budget import WorkBudget
from sopgen.layout.route.columns import Slots
from sopgen.layout.route.crossings import Crossings
from sopgen.layout.route.nettable import NetTable, Order
from sopgen.layout.route.problem import Band, BandKind, Link, Obstacle, Problem
from sopgen.layout.route.topology import sweep
from sopgen.layout.route.ways import Ways
from tests.layout.route.random_pages import random_page

SPARE = 2


def fewest(pairs: list[tuple[int, Order]]) -> dict[Order, int]:
    found: dict[Order, int] = {}
    for crossings, order in pairs:
        if crossings <= SPARE:
            found[order] = min(crossings, found.get(order, SPARE))
    return found


@pytest.mark.parametrize("seed", range(25))
def test_the_steps_lead_to_every_order_that_any_way_leads_to_and_cost_as_little(seed):
    ways = Ways(NetTable(random_page(Random(seed))), WorkBudget(1_000_000))
    orders: set[Order] = {()}
    compared = 0
    for number in range(len(ways.memory.problem.bands)):
        below: set[Order] = set()
        for order in sorted(orders)[:20]:
            all_ways = fewest([(way.crossings, way.order) for way in ways.past(number, order, SPARE)])
            assert fewest(ways.steps(number, order, SPARE)) == all_ways
            below |= set(all_ways)
            compared += 1
        orders = below
    assert compared > len(ways.memory.problem.bands)


def test_a_cheaper_list_is_found_in_a_dearer_one():
    ways = Ways(NetTable(random_page(Random(3))), WorkBudget(1_000_000))
    plain = [way.order for way in ways.past(1, ways.steps(0, (), 0)[0][1], 0)]

    dearer = ways.past(1, ways.steps(0, (), 0)[0][1], 2)

    assert {way.order for way in dearer if not way.crossings} == set(plain)
    assert [way.crossings for way in dearer] == sorted(way.crossings for way in dearer)


def crowded(columns: int) -> Problem:
    """Three arrows from the first band to the last must pass two bands whose symbols leave `columns` a side."""
    box = Obstacle(columns, columns, columns)
    links = (Link(0, 0, 1), Link(1, 0, 3), Link(2, 1, 2), Link(3, 1, 4), Link(4, 2, 3), Link(5, 3, 4))
    bands = tuple(Band(BandKind.STEP, (box,)) for _ in range(5))
    return Problem(bands, links, tuple(float(i) for i in range(2 * columns + 1)), {}, (), 1.0)


def test_slots_hold_as_many_strands_as_they_have_columns():
    slots = Slots(crowded(2))

    assert slots.open(0, (0, 0, 1)) == [(0, 0), (1, 1), (2, 2)]
    assert slots.open(0, (0, 1, 2)) == [(0, 1), (2, 2), (3, 4)]
    assert slots.open(0, (0, 0, 0)) is None


def test_what_columns_force_is_no_bound_of_the_page():
    """With one column a side the sweep may need more crossings, but proves no more than it did with enough."""
    for seed in range(60):
        page = random_page(Random(seed))
        middle = 2
        box = Obstacle(middle, middle, middle)
        if any(band.kind is not BandKind.STEP or len(band.boxes) > 1 for band in page.bands):
            continue
        bands = tuple(band._replace(boxes=(box,)) for band in page.bands)
        narrow = page._replace(bands=bands, x=tuple(float(i) for i in range(2 * middle + 1)), places=())
        roomy, tight = sweep(page), sweep(narrow)
        assert roomy is not None
        if tight is not None:
            assert tight.crossings >= roomy.lower_bound
            assert tight.lower_bound <= roomy.lower_bound


def test_what_is_known_of_a_page_serves_for_other_columns():
    roomy, narrow = crowded(5), crowded(2)
    known = Crossings(roomy)

    shared, alone = sweep(narrow, known), sweep(narrow)

    assert shared is not None
    assert alone is not None
    assert shared.crossings == alone.crossings == known.least
