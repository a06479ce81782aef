"""Returns that leave by the bottom: down, sideways in the gap below, and up again."""

from __future__ import annotations

from random import Random

import pytest

from tests.layout.route.ascii_chart import drawn, picture
from tests.layout.route.test_counted import crossings_as_counted
from tests.layout.small_sops import forced, small_sop

THREE_RETURNS = ("a", "b > 3 5", "c", "a ? Ya 1 Tidak 2 Ragu 3", "c")
HOOKED = drawn("""
    ┌─>(1)
    │   │
    │   └───────────┐
    │               v
    │       ┌─────>[2]──────────────┐
    │       │       │               │
    │       │       └───────────┐   │
    │       │                   v   │
    │   ┌───Ω──────────────────[3]  │
    │   v   │                   ^   │
    └──<4>──┘                   │   │
        │                       │   │
        └───────────────────────┘   │
                                ┌───┘
                                v
                               (5)
    """)


def test_the_third_return_out_of_one_kegiatan_hooks_upward():
    assert picture(small_sop(*THREE_RETURNS)) == HOOKED


def test_a_return_leaves_by_the_bottom_where_its_route_says_so():
    sop = forced(small_sop("a", "b", "b ? Ya 4 Tidak 2", "a"), 3, 1, keluar="bawah")
    assert picture(sop) == drawn("""
        (1)
         │
         └───────────┐
                     v
                    [2]<─┐
                     v   │
         ┌──────────<3>  │
         │           │   │
         │           └───┘
         v
        (4)
        """)


def test_a_hook_joins_the_trunk_that_goes_on_below_it():
    sop = small_sop("a", "b", "c", "b ? Ya 6 Tidak 2", "b ? Baik 6 Buruk 2", "a")
    assert picture(forced(sop, 4, 1, keluar="bawah")) == drawn("""
        (1)
         │
         └───────────┐
                     v
                    [2]<─────────────┐
                     │               │
                     └───────────┐   │
                                 v   │
                     ┌──────────[3]  │
                     v               │
         ┌──────────<4>              │
         │           │               │
         │           └───────────────┤
         │                           │
         │          <5>──────────────┘
         │           │
         ├───────────┘
         v
        (6)
        """)


def test_a_hook_hangs_below_the_last_row_above_a_strip():
    text = picture(small_sop(*THREE_RETURNS), pages=((1, 4), (5, 5)), page=0)
    assert text == HOOKED.replace("(5)", "{5}")


@pytest.mark.parametrize("seeds", [range(2), pytest.param(range(2, 14), marks=pytest.mark.slow)])
@pytest.mark.parametrize("cut", [False, True])
def test_what_is_drawn_is_what_was_counted(cut, seeds):
    seen = 0
    for seed in seeds:
        random = Random(seed)
        lanes = [random.choice("abc") for _ in range(8)]
        steps = list(lanes)
        for source in random.sample(range(4, 7), 2):
            targets = random.sample(range(1, source), 3)
            steps[source - 1] += " ? Ya {} Tidak {} Ragu {}".format(*targets)
        jump = random.randrange(1, 3)
        steps[jump] = f"{lanes[jump]} > {jump + 2} 8"
        seen += crossings_as_counted(small_sop(*steps), ((1, 5), (6, 8)) if cut else ((1, 8),))
    assert seen
