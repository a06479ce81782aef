"""Correct drawings pass; for every rule a mutation of one of them gives that violation and no other."""

from __future__ import annotations

from typing import Any

import pytest

from sopgen.layout.verify import verify
from sopgen.layout.verify.wording import RULES
from sopgen.scene import Page
from tests.layout.verify_drawings import (
    extras,
    label,
    relaxed,
    rich,
    skipping,
    through_group,
    two_pages,
    unnumbered,
)
from tests.layout.verify_mutations import (
    INSEPARABLE,
    MUTATIONS,
    Drawing,
    on_page,
    return_beside_lead,
    with_arrow,
    with_symbol,
    without_arrow,
)

DRAWINGS = (rich, two_pages, unnumbered, relaxed, extras, skipping, through_group)


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_correct_drawing_passes(drawing):
    assert verify(*drawing()) == ()


@pytest.mark.parametrize("rule", MUTATIONS)
def test_a_mutation_gives_its_violation_alone(rule):
    assert {v.rule for v in verify(*MUTATIONS[rule]())} == {rule}


@pytest.mark.parametrize("rule", INSEPARABLE)
def test_an_inseparable_mutation_gives_exactly_these(rule):
    mutation, rules = INSEPARABLE[rule]
    assert {v.rule for v in verify(*mutation())} == rules


def test_a_return_comes_beside_the_lead_only_where_that_lets_an_arrow_out_below():
    assert {v.rule for v in verify(*return_beside_lead())} == {"entry-beside-lead"}


def test_every_rule_has_a_mutation():
    assert MUTATIONS.keys() | INSEPARABLE.keys() == RULES.keys()


def jittered(drawing: Drawing, by: float) -> Drawing:
    """Every corner of every arrow off by a rounding error, in turns to either side."""

    def jitter(page: Page) -> Page:
        arrows = tuple(
            a._replace(points=tuple((x + by * (-1) ** i, y - by * (-1) ** i) for i, (x, y) in enumerate(a.points)))
            for a in page.arrows
        )
        return page._replace(arrows=arrows)

    for number in range(1, len(drawing[0].pages) + 1):
        drawing = on_page(drawing, jitter, number)
    return drawing


@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("by", [0.004, -0.004, 1e-9])
def test_rounding_errors_raise_no_alarm(drawing, by):
    assert verify(*jittered(drawing(), by)) == ()


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_drawing_drawn_elsewhere_on_the_paper_passes(drawing):
    """Binary fractions differ at other places; the answer must not."""
    document, expected = drawing()
    moved = tuple(_moved(page, 0.37, 0.13) for page in document.pages)
    assert verify(document._replace(pages=moved), expected) == ()


def _moved(value: Any, dx: float, dy: float, name: str = "") -> Any:
    if isinstance(value, float | int) and not isinstance(value, bool) and name in {"x0", "x1", "columns"}:
        return value + dx
    if isinstance(value, float | int) and not isinstance(value, bool) and name in {"y0", "y1", "rows"}:
        return value + dy
    if isinstance(value, tuple) and name in {"box", "cell", "drawing_area", "band"}:
        return (value[0] + dx, value[1] + dy, value[2] + dx, value[3] + dy)
    if isinstance(value, tuple) and name in {"points", "omegas"}:
        return tuple((x + dx, y + dy) for x, y in value)
    if hasattr(value, "_fields"):
        return value._replace(**{key: _moved(getattr(value, key), dx, dy, key) for key in value._fields})
    if isinstance(value, tuple):
        return tuple(_moved(item, dx, dy, name) for item in value)
    return value


def test_a_violation_says_where_and_what_in_both_languages():
    (found,) = verify(*MUTATIONS["crossing-without-omega"]())
    assert (found.page, found.steps, found.at) == (1, (2, 3, 5), (130, 213))
    assert found.message.id == "persilangan 5 → 2 dan 2 → 3 tanpa Ω"
    assert found.message.en == "the crossing of 5 → 2 and 2 → 3 has no Ω"


def test_a_label_stands_across_the_rule_between_two_lanes_on_its_own_ground_alone():
    across = label("Ya", 154, 180, 166, 187)
    assert {v.rule for v in verify(*with_arrow(rich(), "2-3", label=across))} == {"label-too-near"}
    assert verify(*with_arrow(rich(), "2-3", label=across._replace(ground="#FFFFFF"))) == ()
    at_the_frame = label("Ya", 100.5, 180, 112.5, 187)._replace(ground="#FFFFFF")
    assert "label-too-near" in {v.rule for v in verify(*with_arrow(rich(), "2-3", label=at_the_frame))}


def test_an_idle_point_on_a_straight_line_is_no_fault():
    assert verify(*with_arrow(rich(), "5-6", points=((190, 381), (190, 405), (190, 419)))) == ()


def test_broken_drawings_are_reported_not_raised():
    broken = with_arrow(rich(), "4-5", points=())
    assert {"segment-length"} <= {v.rule for v in verify(*broken)}
    lost = with_symbol(two_pages(), "i3", pair="nowhere")
    assert {"connector-unpaired", "edge-missing"} <= {v.rule for v in verify(*lost)}
    circle = with_arrow(with_arrow(rich(), "3-4", joins="2-4"), "2-4", joins="3-4")
    assert "join-without-trunk" in {v.rule for v in verify(*circle)}


def test_a_group_with_a_line_too_many_or_too_few_is_not_linked():
    assert {v.rule for v in verify(*without_arrow(through_group(), "link2"))} == {"group-link"}
    aside = with_arrow(rich(), "link5", ports=("R", "B"))
    assert "group-link" in {v.rule for v in verify(*aside)}


def test_a_return_may_not_take_the_side_of_the_joining_line():
    """The lead's left side holds the line, so it is not free."""
    drawing = with_arrow(rich(), "4-5", ports=("B", "L"))
    assert "port-shared" in {v.rule for v in verify(*drawing)}


def test_a_wide_box_that_misses_one_of_its_lanes_is_off_centre():
    short = with_symbol(extras(), "s2", box=(138.0, 220.0, 182.0, 242.0))

    assert {violation.rule for violation in verify(*short)} == {"symbol-off-centre"}
