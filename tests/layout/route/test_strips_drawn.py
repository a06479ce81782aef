"""Connector strips: what enters and leaves a page, as pictures."""

from __future__ import annotations

from tests.layout.route.ascii_chart import drawn, picture
from tests.layout.small_sops import small_sop


def test_the_foot_strip_takes_mains_and_returns():
    sop = small_sop("a", "b", "b ? Ya 4 Tidak 1", "c", "b ? Ya 6 Tidak 2", "c")
    assert picture(sop, pages=((1, 3), (4, 6)), page=0) == drawn("""
             (1)<─────────────┐
              │               │
              └───────────┐   │
                          v   │
                      ┌─>[2]  │
                      │   v   │
                      │  <3>──┘
                      │   │
                      │   └───────────┐
                      └───┐           │
                          │           v
                         {2}         {4}
        """)


def test_the_head_strip_gives_mains_and_takes_returns():
    sop = small_sop("a", "b", "b ? Ya 4 Tidak 1", "c", "b ? Ya 6 Tidak 2", "c")
    assert picture(sop, pages=((1, 3), (4, 6)), page=1) == drawn("""
                         {2}         {4}
                          ^           │
                      ┌───┘           │
                      │               v
                      │   ┌──────────[4]
                      │   v
                      └──<5>──────────┐
                                      v
                                     (6)
        """)


def test_returns_to_one_step_join_before_the_pentagon():
    sop = small_sop("a", "b ? Ya 3 Tidak 1", "b ? Ya 4 Tidak 1", "b")
    assert picture(sop, pages=((1, 1), (2, 4)), page=1) == drawn("""
             {1}         {2}
              ^           v
              ├──────────<2>
              │           v
              └──────────<3>
                          v
                         (4)
        """)


def test_main_arrows_to_one_step_join_before_the_pentagon():
    sop = small_sop("a", "b ? Ya 3 Tidak 5", "b ? Ya 4 Tidak 5", "b", "a", "b")
    assert picture(sop, pages=((1, 3), (4, 6)), page=0) == drawn("""
             (1)
              │
              └───────────┐
                          v
              ┌──────────<2>
              │           v
              ├──────────<3>
              v           v
             {5}         {4}
        """)
