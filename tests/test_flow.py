"""Symbols follow from the flow: every sentence of that chapter of the spec format, as a case.

A flow is written level by level: the kegiatan, then its symbols with their lanes: `(…)` capsule, `[…]` box, `<…>`
diamond, `=` the line that joins a group; `*` marks the box that arrows enter, where there are several.
"""

from __future__ import annotations

import pytest

from sopgen.flow import Flow, Level, Node, build_flow
from sopgen.intake.sop import Rute
from tests.layout.small_sops import changed, small_sop

FORMS = {"terminator": "()", "process": "[]", "decision": "<>"}


def levels(flow: Flow) -> list[str]:
    return [_written(flow, level) for level in flow.levels]


def _written(flow: Flow, level: Level) -> str:
    several = len(level.nodes) > 1
    symbols = "=".join(
        _symbol(flow, node, "*" if several and i == level.lead else "") for i, node in enumerate(level.nodes)
    )
    return f"{level.step} {symbols}" + ("" if level.role == "step" else f" {level.role}")


def _symbol(flow: Flow, node: Node, mark: str) -> str:
    left, right = FORMS[node.kind]
    return f"{left}{''.join(flow.lanes[node.lane_lo : node.lane_hi + 1])}{mark}{right}"


def ways(flow: Flow) -> list[str]:
    """The arrows, as kegiatan numbers; `.` is an extra capsule, a label stands behind."""
    return [f"{a or '.'}-{b or '.'} {edge.label}".rstrip() for edge in flow.edges for a, b in [edge.steps]]


def flow_of(*steps: str, **appearance: object) -> Flow:
    return build_flow(small_sop(*steps, lanes="abcd", **appearance))


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param(("a", "b", "c"), ["1 (a)", "2 [b]", "3 (c)"], id="first and last are capsules"),
        pytest.param(("a",), ["1 (a)"], id="a one-step SOP is one capsule"),
        pytest.param(("a", "b ? Ya 3 Tidak 1", "c"), ["1 (a)", "2 <b>", "3 (c)"], id="keputusan is a diamond"),
        pytest.param(
            ("a", "b ? Ya 3 Tidak 4", "c > selesai", "d"),
            ["1 (a)", "2 <b>", "3 (c)", "4 (d)"],
            id="a step whose only next is selesai closes",
        ),
        pytest.param(
            ("a", "b ? Ya 4 Tidak 3", "c > selesai", "d > 3"),
            ["1 (a)", "2 <b>", "3 (c)", "4 [d]"],
            id="the last step with lanjut elsewhere is a box",
        ),
        pytest.param(("a > 2 3", "b", "c"), ["1 (a) start", "1 [a]", "2 [b]", "3 (c)"], id="first step with a list"),
        pytest.param(("a", "b > 3 4", "c > 5", "d", "a"), ["1 (a)", "2 [b]", "3 [c]", "4 [d]", "5 (a)"], id="parallel"),
        pytest.param(
            ("a ? Ya 2 Tidak 3", "b", "c"), ["1 (a) start", "1 <a>", "2 [b]", "3 (c)"], id="keputusan wins in the first"
        ),
        pytest.param(
            ("a", "b", "c ? Ya selesai Tidak 1"), ["1 (a)", "2 [b]", "3 <c>", "3 (c) end"], id="and in the last step"
        ),
        pytest.param(
            ("a", "b ? Ya 3 Tidak selesai", "c"),
            ["1 (a)", "2 <b>", "2 (b) end", "3 (c)"],
            id="a branch to selesai gets an extra capsule below the diamond",
        ),
        pytest.param(
            ("a ? Ya 2 Tidak selesai", "b"),
            ["1 (a) start", "1 <a>", "1 (a) end", "2 (b)"],
            id="three in a cell",
        ),
    ],
)
def test_symbols(steps, expected):
    assert levels(flow_of(*steps)) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (("a", "b", "c"), ["1 (a) start", "1 [a]", "2 [b]", "3 [c]", "3 (c) end"]),
        (("a",), ["1 (a)"]),
        (
            ("a ? Ya 2 Tidak 3", "b > selesai", "c"),
            ["1 (a) start", "1 <a>", "2 [b]", "2 (b) end", "3 [c]", "3 (c) end"],
        ),
        (("a", "b ? Ya selesai Tidak 1"), ["1 (a) start", "1 [a]", "2 <b>", "2 (b) end"]),
        (("ab", "bc"), ["1 (a) start", "1 [a*]=[b]", "2 [b*]=[c]", "2 (b) end"]),
    ],
)
def test_extra_capsules_are_stacked(steps, expected):
    assert levels(flow_of(*steps, kapsul="tambahan")) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param(("a", "ba", "c"), ["1 (a)", "2 [a]=[b*]", "3 (c)"], id="a box for each executor, the first leads"),
        pytest.param(("a", "dab", "c"), ["1 (a)", "2 [a]=[b]=[d*]", "3 (c)"], id="lanes that are not neighbours"),
        pytest.param(("a", "bc ? Ya 3 Tidak 1", "c"), ["1 (a)", "2 [b*]=[c]", "3 (c)"], id="a joint decision is a box"),
        pytest.param(("ba", "c"), ["1 [a]=(b*)", "2 (c)"], id="joint first step: only the lead is the capsule"),
        pytest.param(("a", "bcd"), ["1 (a)", "2 (b*)=[c]=[d]"], id="joint last step: only the lead is the capsule"),
        pytest.param(
            ("ab ? Ya 2 Tidak 3", "c", "d"), ["1 (a) start", "1 [a*]=[b]", "2 [c]", "3 (d)"], id="joint first decision"
        ),
        pytest.param(
            ("a", "cb ? Ya selesai Tidak 1"),
            ["1 (a)", "2 [b]=[c*]", "2 (c) end"],
            id="a capsule below the lead",
        ),
    ],
)
def test_joint_activities_are_linked(steps, expected):
    assert levels(flow_of(*steps)) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param(("a", "ba", "c"), ["1 (a)", "2 [ab]", "3 (c)"], id="one box across neighbours"),
        pytest.param(("a", "bdc", "c"), ["1 (a)", "2 [bcd]", "3 (c)"], id="in whatever order they are named"),
        pytest.param(("a", "ac", "c"), ["1 (a)", "2 [a*]=[c]", "3 (c)"], id="lanes that are not neighbours are linked"),
        pytest.param(("ba", "cd"), ["1 (ab)", "2 (cd)"], id="one wide capsule"),
        pytest.param(("a", "bc ? Ya 3 Tidak 1", "c"), ["1 (a)", "2 [bc]", "3 (c)"], id="a joint decision is a box"),
    ],
)
def test_joint_activities_drawn_wide(steps, expected):
    assert levels(flow_of(*steps, gabungan="lebar")) == expected


@pytest.mark.parametrize(
    ("steps", "appearance", "expected"),
    [
        (("a", "b", "c"), {}, ["1-2", "2-3"]),
        (("a", "b ? Ya 3 Tidak 1", "c"), {}, ["1-2", "2-3 Ya", "2-1 Tidak"]),
        (("a", "b ? Tidak 1 Ya 3", "c"), {}, ["1-2", "2-1 Tidak", "2-3 Ya"]),
        (("a", "b > 3 4", "c > 4", "d"), {}, ["1-2", "2-3", "2-4", "3-4"]),
        (("a ? Ya 2 Tidak selesai", "b"), {}, [".-1", "1-2 Ya", "1-. Tidak"]),
        (("a", "b"), {"kapsul": "tambahan"}, [".-1", "1-2", "2-."]),
        (("a",), {}, []),
    ],
)
def test_arrows(steps, appearance, expected):
    assert ways(flow_of(*steps, **appearance)) == expected


def test_arrows_lead_to_the_kegiatan_itself_not_to_its_extra_capsules():
    flow = flow_of("a ? Ya 2 Tidak 3", "b", "c ? Ya selesai Tidak 1")

    found = {edge.steps: (levels(flow)[edge.source], levels(flow)[edge.target]) for edge in flow.edges}

    assert found[None, 1] == ("1 (a) start", "1 <a>")
    assert found[3, 1] == ("3 <c>", "1 <a>")
    assert found[3, None] == ("3 <c>", "3 (c) end")


def test_returns_run_upward():
    flow = flow_of("a", "b ? Ya 3 Tidak 1", "c")

    assert [edge.is_return for edge in flow.edges] == [False, False, True]


def test_only_what_is_a_capsule_opens_or_closes():
    flow = flow_of("a ? Ya 2 Tidak selesai", "b")

    assert [(level.opens, level.closes) for level in flow.levels] == [
        (True, False),
        (False, False),
        (False, True),
        (False, True),
    ]


def test_every_symbol_has_an_id_of_its_own():
    flow = flow_of("abc ? Ya 2 Tidak selesai", "cd", kapsul="tambahan")

    ids = [node.id for level in flow.levels for node in level.nodes]
    assert len(set(ids)) == len(ids)
    assert [level.nodes[level.lead].id for level in flow.levels if level.role == "step"] == ["s1", "s2"]


def test_levels_of_a_kegiatan_are_its_symbols_from_top_to_bottom():
    flow = flow_of("a ? Ya 2 Tidak selesai", "b")

    assert (flow.levels_of(1), flow.levels_of(2)) == ((0, 1, 2), (3,))


def test_an_override_stays_with_its_arrow():
    sop = small_sop("a", "b ? Ya 3 Tidak 1", "c")
    rute = Rute(keluar="kiri")
    decision = sop.kegiatan[1]
    forced = changed(decision, arah=(decision.arah[0], changed(decision.arah[1], rute=rute)))

    flow = build_flow(changed(sop, kegiatan=(sop.kegiatan[0], forced, sop.kegiatan[2])))

    assert {edge.steps: edge.rute for edge in flow.edges} == {(1, 2): None, (2, 3): None, (2, 1): rute}
