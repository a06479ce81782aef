"""The flow table's rules: pieces joined, none through a wide symbol, none of the lanes' under a strip's texts."""

from __future__ import annotations

from sopgen.columns import columns_of
from sopgen.layout import style
from sopgen.layout.tablerules import RuleBook, flow_rules
from sopgen.scene import Rule
from tests.layout.small_sops import small_sop

# number, kegiatan, two lanes, four text columns
COLUMNS = columns_of(small_sop("a", "b", lanes="ab"))
EDGES = (0.0, 10.0, 50.0, 80.0, 110.0, 130.0, 150.0, 170.0, 190.0)
HEADER = [0.0, 10.0, 20.0]
BODY = [20.0, 60.0, 100.0, 120.0]


def rules(strips: set[int] | None = None, wide: dict[int, list[tuple[int, int]]] | None = None) -> tuple[Rule, ...]:
    return flow_rules(COLUMNS, EDGES, HEADER, BODY, strips or set(), wide or {})


def uprights(found: tuple[Rule, ...], x: float) -> list[tuple[float, float]]:
    return sorted((rule.y0, rule.y1) for rule in found if rule.x0 == rule.x1 == x)


def levels(found: tuple[Rule, ...], y: float) -> list[tuple[float, float]]:
    return sorted((rule.x0, rule.x1) for rule in found if rule.y0 == rule.y1 == y)


def test_pieces_that_run_on_are_one_rule():
    book = RuleBook()
    book.vertical(5.0, 0.0, 10.0, 0.4)
    book.vertical(5.0, 10.0, 20.0, 0.4)
    book.vertical(5.0, 30.0, 40.0, 0.4)
    book.vertical(5.0, 20.0, 25.0, 0.3, 0.66)

    assert book.rules() == (
        Rule(5.0, 20.0, 5.0, 25.0, 0.3, 0.66),
        Rule(5.0, 0.0, 5.0, 20.0, 0.4),
        Rule(5.0, 30.0, 5.0, 40.0, 0.4),
    )


def test_the_frame_goes_around_everything():
    found = [rule for rule in rules() if rule.width == style.RULE_FRAME]

    ends = {(rule.x0, rule.y0, rule.x1, rule.y1) for rule in found}
    assert {(0.0, 0.0, 190.0, 0.0), (0.0, 120.0, 190.0, 120.0)} <= ends
    assert {(0.0, 0.0, 0.0, 120.0), (190.0, 0.0, 190.0, 120.0), (0.0, 20.0, 190.0, 20.0)} <= ends


def test_lane_borders_are_thin_and_grey_inside_the_body():
    found = [rule for rule in rules() if rule.x0 == rule.x1 == 80.0 and rule.y1 > 20.0]

    assert [(r.y0, r.y1, r.width, r.grey) for r in found] == [(20.0, 120.0, style.RULE_LANE, style.RULE_LANE_GREY)]


def test_a_wide_symbols_row_has_no_border_between_its_lanes():
    assert (20.0, 120.0) in uprights(rules(), 80.0)
    assert uprights(rules(wide={1: [(0, 1)]}), 80.0)[-2:] == [(20.0, 60.0), (100.0, 120.0)]


def test_a_strip_has_no_text_columns():
    found = rules(strips={2})

    for x in (10.0, 130.0, 150.0, 170.0):
        assert uprights(found, x)[-1][1] == 100.0, x
    assert uprights(found, 50.0)[-1][1] == 120.0
    assert uprights(found, 110.0)[-1][1] == 120.0


def test_rows_are_ruled_across_the_table():
    assert levels(rules(), 60.0) == [(0.0, 50.0), (50.0, 110.0), (110.0, 190.0)]


def test_a_page_without_header_begins_with_its_first_row():
    found = flow_rules(COLUMNS, EDGES, [], BODY, set(), {})

    assert min(rule.y0 for rule in found) == 20.0
