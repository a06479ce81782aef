"""Which pairs of pentagons a division into pages needs, and which of them are numbered."""

from __future__ import annotations

import pytest

from sopgen.flow import build_flow
from sopgen.layout.flowpages.connectors import Pair, has_foot, has_head, page_of_levels, plan_pairs, unnumbered
from tests.layout.small_sops import small_sop


def pairs_of(steps: tuple[str, ...], pages: list[tuple[int, int]]) -> list[str]:
    """Each pair as `leaves>enters target: arrows`, pages and kegiatan from 1."""
    flow = build_flow(small_sop(*steps))
    return [
        f"{p.leaves + 1}>{p.enters + 1} to {flow.levels[p.target].step}: "
        + " ".join(f"{a}-{b}" for a, b in (e.steps for e in p.edges))
        for p in plan_pairs(flow, pages)
    ]


@pytest.mark.parametrize(
    ("steps", "pages", "expected"),
    [
        pytest.param(("a", "b", "c"), [(1, 3)], [], id="one page"),
        pytest.param(("a", "b", "c"), [(1, 2), (3, 3)], ["1>2 to 3: 2-3"], id="a plain arrow"),
        pytest.param(
            ("a", "b ? Ya 3 Tidak 1", "c"), [(1, 1), (2, 3)], ["1>2 to 2: 1-2", "2>1 to 1: 2-1"], id="and its return"
        ),
        pytest.param(
            ("a", "b ? Ya 3 Tidak 5", "c ? Ya 4 Tidak 5", "a", "b"),
            [(1, 3), (4, 5)],
            ["1>2 to 4: 3-4", "1>2 to 5: 2-5 3-5"],
            id="arrows to one step that leave one page share a pair",
        ),
        pytest.param(
            ("a", "b ? Ya 3 Tidak 5", "c ? Ya 4 Tidak 5", "a", "b"),
            [(1, 2), (3, 4), (5, 5)],
            ["1>2 to 3: 2-3", "1>3 to 5: 2-5", "2>3 to 5: 3-5 4-5"],
            id="from two pages they do not, and pages between show nothing",
        ),
        pytest.param(
            ("a", "b ? Ya 3 Tidak 1", "c ? Ya 4 Tidak 1", "a"),
            [(1, 1), (2, 2), (3, 4)],
            ["1>2 to 2: 1-2", "2>1 to 1: 2-1", "2>3 to 3: 2-3", "3>1 to 1: 3-1"],
            id="returns likewise",
        ),
    ],
)
def test_pairs(steps, pages, expected):
    assert pairs_of(steps, pages) == expected


def test_extra_capsules_stay_on_their_kegiatans_page():
    flow = build_flow(small_sop("a ? Ya 2 Tidak selesai", "b"))

    assert page_of_levels(flow, [(1, 1), (2, 2)]) == [0, 0, 0, 1]


@pytest.mark.parametrize(
    ("ways", "numbered"),
    [
        pytest.param([(0, 1)], [False], id="alone at the break of two neighbours"),
        pytest.param([(1, 0)], [False], id="a return alone"),
        pytest.param([(0, 1), (1, 2)], [False, False], id="one at each break"),
        pytest.param([(0, 1), (0, 1)], [True, True], id="two at one break"),
        pytest.param([(0, 1), (1, 0)], [True, True], id="a main arrow and a return at one break"),
        pytest.param([(0, 2)], [True], id="pages that are no neighbours"),
        pytest.param([(0, 1), (0, 2)], [True, True], id="a far one begins at the break"),
        pytest.param([(1, 2), (0, 2)], [True, True], id="a far one ends at the break"),
        pytest.param([(1, 2), (0, 3)], [False, True], id="a far one passes the break unseen"),
        pytest.param([(0, 1), (2, 0), (1, 2)], [True, True, True], id="a far return at both breaks"),
    ],
)
def test_numbers(ways, numbered):
    pairs = [Pair(i, i, leaves, enters, ()) for i, (leaves, enters) in enumerate(ways)]

    assert [not unnumbered(p, pairs) for p in pairs] == numbered


@pytest.mark.parametrize(
    ("ways", "heads", "feet"),
    [
        ([], [False] * 3, [False] * 3),
        ([(0, 1)], [False, True, False], [True, False, False]),
        ([(1, 0)], [False, True, False], [True, False, False]),
        ([(0, 2)], [False, False, True], [True, False, False]),
        ([(2, 0), (0, 1)], [False, True, True], [True, False, False]),
    ],
)
def test_strips_stand_where_pentagons_do(ways, heads, feet):
    pairs = [Pair(i, i, leaves, enters, ()) for i, (leaves, enters) in enumerate(ways)]

    assert [has_head(pairs, page) for page in range(3)] == heads
    assert [has_foot(pairs, page) for page in range(3)] == feet
