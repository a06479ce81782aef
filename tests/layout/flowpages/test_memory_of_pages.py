"""A layout remembers the pages that it asked for last, not all that it ever tried."""

from __future__ import annotations

from random import Random

from sopgen.layout.flowpages.routememory import _MOST_SEARCHED, CrossingsMemory
from sopgen.layout.route import Crossings
from tests.layout.route.random_pages import random_page


def test_what_was_asked_for_long_ago_is_let_go():
    memory, page = CrossingsMemory(), random_page(Random(1))
    made = []

    def find() -> Crossings:
        made.append(Crossings(page))
        return made[-1]

    first = memory.of(0, find)
    for kind in range(1, 3 * _MOST_SEARCHED):
        memory.of(kind, find)
        assert memory.of(0, find) is first, "asked for again and again"
    assert len(memory) == _MOST_SEARCHED
    assert len(made) == 3 * _MOST_SEARCHED
    assert memory.of(1, find) is made[-1] is not made[1]
