"""Two wide boxes above each other: what runs on a lane's border bends before the rule between them, or after it."""

from __future__ import annotations

from sopgen.layout.route.tracks import FORBIDDEN, Bar, _constraints, _cost
from sopgen.pipeline import lay_out, load
from tests.generator import generate


def test_what_must_bend_above_the_rule_is_set_above_what_must_bend_below_it():
    upper = Bar(net=0, ties=(0,), tops=(4,), feet=(9,), meets=9, through=False, zone="above")
    lower = Bar(net=1, ties=(1,), tops=(20,), feet=(30,), meets=30, through=False, zone="below")

    assert _cost(upper, lower) == 0
    assert _cost(lower, upper) == FORBIDDEN
    assert _constraints(None, 0, [lower, upper]) == [{1}, set()]


def test_a_flow_of_such_boxes_is_drawn(tmp_path):
    spec = tmp_path / "a.sop.yaml"
    spec.write_text(generate(99), encoding="utf-8")

    document = lay_out(load(spec))

    assert document.figures.crossings == 0
