"""Routed charts, drawn: each case is the picture it should give.

In: a small SOP. Out: the finished lines of one page, as `ascii_chart` shows them.
"""

from __future__ import annotations

from tests.layout.route.ascii_chart import drawn, picture
from tests.layout.small_sops import small_sop


def test_straight_down_one_lane():
    sop = small_sop("a", "a", "a", lanes="a")
    assert picture(sop) == drawn("""
             (1)
              v
             [2]
              v
             (3)
        """)


def test_a_box_is_left_by_the_side_towards_its_target_a_capsule_by_its_bottom():
    sop = small_sop("a", "b", "c", "a")
    assert picture(sop) == drawn("""
             (1)
              │
              └───────────┐
                          v
                         [2]──────────┐
                                      v
              ┌──────────────────────[3]
              v
             (4)
        """)


def test_two_branches_leave_by_two_sides_and_join():
    sop = small_sop("a", "b ? Ya 3 Tidak 4", "c > 5", "a", "b")
    assert picture(sop) == drawn("""
             (1)
              │
              └───────────┐
                          v
              ┌──────────<2>──────────┐
              │                       v
              │           ┌──────────[3]
              v           │
             [4]──────────┤
                          v
                         (5)
        """)


def test_a_return_beside_its_lane():
    sop = small_sop("a", "a ? Ya 3 Tidak 1", "a", lanes="a")
    assert picture(sop) == drawn("""
             (1)<─┐
              v   │
             <2>──┘
              v
             (3)
        """)


def test_a_return_enters_from_below_where_the_bottom_is_free():
    sop = small_sop("a", "a", "b", "b ? Ya 5 Tidak 2", "b")
    assert picture(sop) == drawn("""
             (1)
              v
             [2]──────────┐
              ^           v
              │          [3]
              │           v
              └──────────<4>
                          v
                         (5)
        """)


def test_nested_returns_do_not_cross():
    sop = small_sop("a", "b", "b", "b ? Ya 5 Tidak 3", "b ? Ya 6 Tidak 2", "b")
    assert picture(sop) == drawn("""
            (1)
             │
             └───────────┐
                         v
                 ┌─────>[2]
                 │       v
                 │   ┌─>[3]
                 │   │   v
                 │   └──<4>
                 │       v
                 └──────<5>
                         v
                        (6)
        """)


def test_returns_to_one_port_share_a_trunk_and_a_head():
    sop = small_sop("a", "b", "b ? Ya 4 Tidak 2", "b ? Ya 5 Tidak 2", "b")
    assert picture(sop) == drawn("""
             (1)
              │
              └───────────┐
                          v
                      ┌─>[2]
                      │   v
                      ├──<3>
                      │   v
                      └──<4>
                          v
                         (5)
        """)


def test_a_main_arrow_joins_the_straight_one():
    sop = small_sop("b ? Ya 2 Tidak 3", "a", "b", lanes="ab")
    assert picture(sop) == drawn("""
                         ( )
                          v
              ┌──────────<1>
              v           │
             [2]──────────┤
                          v
                         (3)
        """)


def test_main_arrows_join_from_both_sides_at_two_levels():
    sop = small_sop("a", "b > 3 4 5", "a > 6", "c > 6", "b", "b")
    assert picture(sop) == drawn("""
            (1)
             │
             └───────────┐
                         v
             ┌──────────[2]──────────┐
             v           │           │
            [3]          │           │
             │           │           v
             │           │          [4]
             │           v           │
             │          [5]          │
             │           │           │
             └───────────┤           │
                         ├───────────┘
                         v
                        (6)
        """)


def test_main_arrows_that_meet_over_their_target_share_a_level():
    sop = small_sop("a", "b > 3 4", "ac", "b")
    assert picture(sop) == drawn("""
            (1)
             │
             └───────────┐
                         v
             ┌──────────[2]──────────────┐
             v                           │
            [3]─────────────────────[ ]  │
             │                           │
             └───────────┬───────────────┘
                         v
                        (4)
        """)


def test_a_forced_crossing_carries_an_omega_on_its_horizontal():
    sop = small_sop("a", "a ? Ya 3 Tidak 5", "b ? Ya 4 Tidak 1", "a ? Ya 5 Tidak 2", "c")
    assert picture(sop) == drawn("""
             (1)<─────────────┐
              v               │
          ┌─><2>──────────┐   │
          │   │           │   │
          │   └───┐       │   │
          │       │       v   │
          │   ┌───Ω──────<3>──┘
          │   │   │
          │   │   └───────────────────┐
          │   v                       │
          └──<4>──────────────────────┤
                                      v
                                     (5)
        """)


def test_three_branches_leave_a_return_no_port_but_the_main_arrow():
    sop = small_sop("a", "b ? Ya 3 Tidak 4 Ragu 5", "a", "b ? Ya 5 Tidak 2", "c")
    assert picture(sop) == drawn("""
             (1)
              │
              └───────────┐
          ┌───────────────┤
          │               v
          │   ┌──────────<2>──────────┐
          │   v           │           │
          │  [3]──────────┤           │
          │               v           │
          └──────────────<4>──────────┤
                                      v
                                     (5)
        """)


def test_a_joint_activity_is_passed_beside_its_group():
    sop = small_sop("a", "b > 3 4", "ac > 5", "b", "b")
    assert picture(sop) == drawn("""
               (1)
                │
                └───────────┐
                            v
            ┌──────────────[2]
            │               │
            │   ┌───────────┘
            │   v
            │  [3]─────────────────────[ ]
            │                           │
            └───────────────┐           │
                            v           │
                           [4]          │
                            │           │
                            ├───────────┘
                            v
                           (5)
        """)


def test_arrows_leave_the_nearest_box_of_a_group_and_return_to_its_lead():
    sop = small_sop("a", "ac", "b ? Ya 4 Tidak 2", "c")
    assert picture(sop) == drawn("""
             (1)
              v
             [2]─────────────────────[ ]
              ^                       │
              │           ┌───────────┘
              │           v
              └──────────<3>──────────┐
                                      v
                                     (4)
        """)


def test_a_wide_box_is_entered_on_the_lane_border_inside_its_row():
    sop = small_sop("a > 2 3", "b > 4", "a", "ab", lanes="ab", gabungan="lebar")
    assert picture(sop) == drawn("""
             ( )
              v
             [1]──────────┐
              │           v
              │          [2]
              v           │
             [3]          │
              │           │
              └─────┬─────┘
                    v
             (      4      )
        """)


def test_a_wide_box_is_returned_to_by_its_side():
    sop = small_sop("a", "bc", "b ? Ya 4 Tidak 2", "c", gabungan="lebar")
    assert picture(sop) == drawn("""
             (1)
              │
              └─────────────────┐
                                v
                      ┌─>[      2      ]
                      │         │
                      │   ┌─────┘
                      │   v
                      └──<3>──────────┐
                                      v
                                     (4)
        """)


def test_extra_capsules_stand_in_the_same_cell():
    sop = small_sop("a ? Ya 2 Tidak selesai", "b", lanes="ab")
    assert picture(sop) == drawn("""
             ( )
              v
             <1>──────────┐
              v           │
             ( )          │
                          v
                         (2)
        """)
