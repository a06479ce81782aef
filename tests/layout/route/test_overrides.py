"""Overrides (`rute`) and what they make a chart look like."""

from __future__ import annotations

from tests.layout.route.ascii_chart import drawn, picture
from tests.layout.small_sops import forced, small_sop


def test_a_line_made_to_pass_between_linked_boxes_crosses_their_line():
    sop = forced(small_sop("a", "b > 3 4", "ac > 5", "b", "b"), 2, 1, lewat=((3, "kanan"),))
    assert picture(sop) == drawn("""
             (1)
              │
              └───────────┐
                          v
              ┌──────────[2]
              v           │
             [3]──────────Ω──────────[ ]
                          v           │
                         [4]          │
                          │           │
                          ├───────────┘
                          v
                         (5)
        """)


def test_an_override_chooses_the_side():
    sop = forced(small_sop("a", "b ? Ya 3 Tidak 1", "c"), 2, 1, keluar="kanan")
    assert picture(sop) == drawn("""
             (1)<─────────────┐
              │               │
              └───────────┐   │
                          v   │
                         <2>──┘
                          │
                          └───────────┐
                                      v
                                     (3)
        """)


def test_an_override_chooses_the_side_of_each_row_passed():
    sop = forced(small_sop("a", "b", "b", "b ? Ya 5 Tidak 1", "b"), 4, 1, lewat=((3, "kiri"), (2, "kanan")))
    assert picture(sop) == drawn("""
             (1)<─────────────┐
              │               │
              └───────────┐   │
                          v   │
                         [2]  │
                          │   │
                      ┌───Ω───┘
                      │   v
                      │  [3]
                      │   v
                      └──<4>
                          v
                         (5)
        """)
