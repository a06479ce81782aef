"""Which ports a band's arrows may use. Plans are written as `link:box port`, returns in as `<link+link:port`."""

from __future__ import annotations

from itertools import permutations

import pytest

from sopgen.layout.route.ports import PortPlan, port_plans
from sopgen.layout.route.problem import Band, BandKind, Link, Obstacle, Port

SINGLE = Band(BandKind.STEP, (Obstacle(5, 5, 5),))
OPENING = Band(BandKind.STEP, SINGLE.boxes, only_bottom=True)
CLOSING = Band(BandKind.STEP, SINGLE.boxes, closes=True)


def linked(lead: int, *, opens: bool = False) -> Band:
    return Band(BandKind.STEP, (Obstacle(5, 5, 5), Obstacle(15, 15, 15), Obstacle(25, 25, 25)), lead, opens)


def out(number: int, leave: Port | None = None) -> Link:
    return Link(number, 3, 4 + number, leave=leave)


def back(number: int) -> Link:
    """A return that starts here."""
    return Link(number, 3, number % 3, is_return=True)


def into(number: int) -> Link:
    """A return that ends here."""
    return Link(number, 4 + number, 3, is_return=True)


def written(plan: PortPlan) -> str:
    parts = [f"{link.id}:{box}{port}" for link, box, port in plan.outs]
    parts += [f"{link.id}:{side}" for link, _, side in plan.return_outs]
    parts += [f"<{'+'.join(str(k.id) for k in links)}:{port}" for links, _, port in plan.return_ins]
    parts += [f"<{'+'.join(str(k.id) for k in links)}:T{side}" for links, side in plan.joins_top]
    return " ".join(parts)


def plans(band: Band, *links: Link) -> set[str]:
    outs = [k for k in links if k.source == 3 and not k.is_return]
    returns = [k for k in links if k.source == 3 and k.is_return]
    return {written(plan) for plan in port_plans(band, outs, returns, [k for k in links if k.target == 3])}


@pytest.mark.parametrize(
    ("band", "links", "expected"),
    [
        pytest.param(SINGLE, [out(0)], {"0:0B", "0:0L", "0:0R"}, id="one way out"),
        pytest.param(OPENING, [out(0)], {"0:0B"}, id="an opening capsule"),
        pytest.param(OPENING, [out(0), out(1)], set(), id="an opening capsule with two"),
        pytest.param(CLOSING, [out(0)], set(), id="nothing leaves a closing capsule"),
        pytest.param(CLOSING, [into(9)], {"<9:TL", "<9:TR"}, id="returns come to it from above"),
        pytest.param(SINGLE, [back(0)], {"0:L", "0:R"}, id="returns leave by a side"),
        pytest.param(SINGLE, [back(0), back(1)], {"0:L 1:R", "0:R 1:L"}, id="two returns by two sides"),
        pytest.param(
            SINGLE,
            [back(0), back(1), back(2)],
            {f"0:{a} 1:{b} 2:{c}" for a, b, c in permutations("BLR")},
            id="a third hooks from below",
        ),
        pytest.param(
            SINGLE,
            [out(0), back(1)],
            {"0:0B 1:L", "0:0B 1:R", "0:0L 1:R", "0:0R 1:L"},
            id="no two arrows leave by one port",
        ),
        pytest.param(
            SINGLE,
            [out(0), into(9)],
            {"0:0B <9:L", "0:0B <9:R", "0:0L <9:B", "0:0L <9:R", "0:0R <9:B", "0:0R <9:L"},
            id="what lets out takes nothing in",
        ),
        pytest.param(SINGLE, [out(0, "L"), into(9)], {"0:0L <9:B", "0:0L <9:R"}, id="an override forces a port"),
    ],
)
def test_plans(band, links, expected):
    assert plans(band, *links) == expected


def test_several_returns_come_by_one_port_or_two():
    found = plans(SINGLE, out(0, "B"), into(8), into(9))

    assert found == {"0:0B <8+9:L", "0:0B <8+9:R", "0:0B <8:L <9:R", "0:0B <9:L <8:R"}


def test_one_trunk_is_liked_better_than_two():
    by_taste = port_plans(SINGLE, [out(0, "B")], [], [into(8), into(9)])

    assert [len(plan.return_ins) for plan in by_taste] == [1, 1, 2, 2]


def test_only_where_no_port_is_left_a_return_joins_the_main_arrow():
    assert not any(":T" in plan for plan in plans(SINGLE, out(0), out(1), into(9)))
    full = plans(SINGLE, out(0), out(1), out(2), into(9))
    assert full
    assert all("<9:TL" in plan or "<9:TR" in plan for plan in full)


def test_a_group_is_left_by_any_bottom_and_its_outer_sides():
    assert plans(linked(1), out(0)) == {"0:0B", "0:1B", "0:2B", "0:0L", "0:2R"}


def test_returns_to_a_group_come_to_its_lead_where_no_line_joins_it():
    assert plans(linked(1), into(9)) == {"<9:B"}
    assert plans(linked(0), into(9)) == {"<9:B", "<9:L"}
    assert plans(linked(2), into(9)) == {"<9:B", "<9:R"}


def test_a_return_to_a_group_spares_what_goes_straight_on():
    found = port_plans(linked(0), [out(0, "B")], [], [into(9)])

    places = {(plan.outs[0][1], *((box, port) for _, box, port in plan.return_ins)) for plan in found}
    assert places == {
        (0, (0, "L")),
        (0, (1, "B")),
        (0, (2, "B")),
        (0, (2, "R")),
        *((beside, (0, port)) for beside in (1, 2) for port in "BL"),
    }


def test_a_joint_last_step_is_entered_from_above_only():
    closing = linked(0)._replace(closes=True)

    assert plans(closing, into(8), into(9)) == {"<8+9:TL", "<8+9:TR"}


def test_a_joint_first_step_is_left_downward_only_by_its_capsule():
    assert plans(linked(0, opens=True), out(0)) == {"0:0B", "0:1B", "0:2B", "0:2R"}


def test_ya_goes_down_and_tidak_to_a_side():
    ya, tidak = Link(0, 3, 4, labelled=True, first_choice=True), Link(1, 3, 5, labelled=True)

    found = port_plans(SINGLE, [ya, tidak], [], [])

    tastes = {written(plan): plan.taste for plan in found}
    best = min(tastes.values())
    assert {plan for plan, taste in tastes.items() if taste == best} == {"0:0B 1:0L", "0:0B 1:0R"}
    assert [plan.taste for plan in found] == sorted(tastes.values())


def test_a_return_rather_enters_where_its_head_has_a_shaft():
    band = Band(BandKind.STEP, (Obstacle(5, 5, 5, tight=("L",)),))
    strains = {written(plan): plan.strain for plan in port_plans(band, [], [], [into(9)])}

    assert strains["<9:L"] > strains["<9:R"] == strains["<9:B"] == 0
