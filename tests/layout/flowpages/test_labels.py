"""Branch labels: the likeliest clear place, and none where nothing is clear. Every glyph is half an em wide."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from sopgen.layout import style
from sopgen.layout.flowpages.labelplaces import Arm
from sopgen.layout.flowpages.labels import Ground, place_labels
from sopgen.layout.flowpages.rulegrid import RuleGrid
from sopgen.layout.setting import Setter
from sopgen.scene import Text
from sopgen.text.face import Face
from sopgen.text.measure import BoxMeasurer

OMEGA = (
    150.0 - style.OMEGA_RADIUS,
    100.0 - style.OMEGA_RADIUS,
    150.0 + style.OMEGA_RADIUS,
    100.0 + style.OMEGA_RADIUS,
)
SANS = Face("sans")
SETTER = Setter(BoxMeasurer())
DIAMOND = (80.0, 90.0, 120.0, 110.0)
RIGHT = Arm("Ya", 2, ((120.0, 100.0), (180.0, 100.0), (180.0, 150.0)), "R")
DOWN = Arm("Ya", 2, ((100.0, 110.0), (100.0, 160.0)), "B")


def named(text: str, arm: Arm) -> Arm:
    return Arm(text, arm.step, arm.points, arm.port)


def ground(*arms: Arm, symbols=(DIAMOND,), rules=(), omegas=(), area=(0.0, 0.0, 300.0, 300.0), between=()) -> Ground:
    segments = tuple((i, (*a, *b)) for i, arm in enumerate(arms) for a, b in pairwise(arm.points))
    return Ground(segments, symbols, RuleGrid(rules), omegas, area, RuleGrid(between))


def place(arms: list[Arm], where: Ground) -> tuple[dict[int, Text], list[int]]:
    return place_labels(dict(enumerate(arms)), where, SETTER, SANS)


def only(arm: Arm, where: Ground) -> Text:
    placed, lost = place([arm], where)
    assert lost == []
    return placed[0]


def test_above_its_arm_next_to_the_diamond():
    label = only(RIGHT, ground(RIGHT))

    (run,) = label.runs
    assert run.text == "Ya"
    assert run.baseline == 100.0 - style.LABEL_ABOVE
    assert (label.size, label.step) == (style.LABEL_SIZE, 2)
    assert 120.0 <= label.box[0] < label.box[2] <= 130.0


def test_below_it_where_something_lies_above():
    label = only(RIGHT, ground(RIGHT, rules=((0.0, 93.0, 300.0, 93.0),)))

    assert label.box[1] > 100.0
    assert label.box[2] <= 180.0


def test_beside_the_stem_of_an_arrow_that_leaves_by_the_bottom():
    label = only(DOWN, ground(DOWN))

    assert label.box[0] == pytest.approx(100.0 + style.LABEL_SIDE)
    assert 110.0 < label.box[1] < label.box[3] < 130.0


def test_a_little_further_along_its_stem_where_a_foreign_line_is_near():
    up = Arm("Tidak setuju", 2, ((120.0, 100.0), (140.0, 100.0), (140.0, 20.0)), "R")
    below = Arm("", None, ((150.0, 101.0), (250.0, 101.0)), "R")
    alone, beside = only(up, ground(up)), only(up, ground(up, below))

    assert beside.box[0] == alone.box[0]
    assert beside.box[1] == pytest.approx(alone.box[1] - 3.0)
    assert 101.0 - beside.box[3] >= style.LABEL_AIR > 101.0 - alone.box[3]


def test_left_of_the_stem_where_the_right_is_taken():
    label = only(DOWN, ground(DOWN, symbols=(DIAMOND, (102.0, 110.0, 140.0, 170.0))))

    assert label.box[2] == pytest.approx(100.0 - style.LABEL_SIDE)


def test_a_long_label_stands_on_several_lines():
    arm = named("Memenuhi semua syarat yang berlaku", DOWN)

    label = only(arm, ground(arm, rules=((140.0, 0.0, 140.0, 300.0), (60.0, 0.0, 60.0, 300.0))))

    assert len(label.runs) > 1
    assert " ".join(run.text for run in label.runs) == arm.text
    assert label.text == arm.text


def test_a_label_is_turned_in_a_corridor():
    arm = named("Disetujui", DOWN)

    label = only(arm, ground(arm, symbols=(DIAMOND, (60.0, 110.0, 98.0, 170.0), (116.0, 110.0, 150.0, 170.0))))

    assert label.turned
    assert label.box[3] - label.box[1] > label.box[2] - label.box[0]


def test_rather_than_turn_it_stands_across_the_rule_between_two_lanes():
    arm = named("Disetujui", DOWN)
    lanes = ((85.0, 0.0, 85.0, 300.0), (115.0, 0.0, 115.0, 300.0))

    label = only(arm, ground(arm, between=lanes))

    assert not label.turned
    assert label.box[0] < 115.0 < label.box[2]
    assert RuleGrid(lanes).meets(label.box)
    assert not RuleGrid(lanes[:1]).meets(label.box)


def test_but_across_no_rule_that_parts_more_than_lanes():
    arm = named("Disetujui", DOWN)

    label = only(arm, ground(arm, rules=((85.0, 0.0, 85.0, 300.0), (115.0, 0.0, 115.0, 300.0))))

    assert label.turned


def test_no_label_where_nothing_is_clear():
    walls = tuple((0.0, float(y), 300.0, float(y)) for y in range(0, 300, 4))

    assert place([RIGHT, DOWN], ground(RIGHT, DOWN, rules=walls)) == ({}, [0, 1])


def test_two_labels_do_not_share_a_place():
    left = Arm("Tidak", 2, ((80.0, 100.0), (20.0, 100.0)), "L")
    close = Arm("Ya", 3, ((80.0, 104.0), (20.0, 104.0)), "L")

    placed, lost = place([left, close], ground(left, close, symbols=()))

    assert lost == []
    assert _apart(placed[0].box, placed[1].box)


def test_a_label_is_clear_of_everything_and_nearest_to_its_own_arrow():
    found = [label for seed in range(60) for label in _among_others(Random(seed))]

    assert len(found) > 50


def _among_others(rng: Random) -> list[Text]:
    """The label of one arrow beside another one, a rule and an Ω, examined."""
    arm = named(rng.choice(("Ya", "Tidak", "Belum lengkap")), rng.choice((RIGHT, DOWN)))
    level = 120.0 + rng.randint(0, 40)
    other = Arm("", None, ((60.0, level), (240.0, level)), "R")
    place_of_rule = float(rng.randint(125, 175))
    rules = ((place_of_rule, 0.0, place_of_rule, 300.0),)
    where = ground(arm, other, rules=rules, omegas=((150.0, 100.0),))

    placed, _ = place_labels({0: arm}, where, SETTER, SANS)

    for label in placed.values():
        box = label.box
        assert _apart(box, DIAMOND)
        assert all(box[2] <= r[0] - style.LABEL_CLEAR or box[0] >= r[0] + style.LABEL_CLEAR for r in rules)
        assert _apart(box, OMEGA)
        own = min(_distance(box, s) for i, s in where.segments if i == 0)
        foreign = min(_distance(box, s) for i, s in where.segments if i == 1)
        assert 0 < own < foreign
    return list(placed.values())


def _apart(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def _distance(box: tuple[float, ...], segment: tuple[float, ...]) -> float:
    """The least distance, sampled along the segment."""
    ax, ay, bx, by = segment
    least = float("inf")
    for k in range(101):
        x, y = ax + (bx - ax) * k / 100, ay + (by - ay) * k / 100
        dx, dy = max(box[0] - x, 0.0, x - box[2]), max(box[1] - y, 0.0, y - box[3])
        least = min(least, (dx * dx + dy * dy) ** 0.5)
    return least


def test_in_the_corner_beside_the_vertex_where_the_arm_is_too_short():
    arm = Arm("Tidak", 2, ((80.0, 100.0), (73.0, 100.0), (73.0, 40.0)), "L", DIAMOND)

    label = only(arm, ground(arm, area=(66.0, 0.0, 300.0, 300.0)))

    assert label.box[1] > 100.0  # below the arm, which turns upward
    assert label.box[0] >= 68.0
    corner_x, corner_y = label.box[2] - 100.0, label.box[1] - 100.0
    assert abs(corner_x) / 20.0 + corner_y / 10.0 > 1.1  # outside the slanted side


def test_no_corner_of_a_box():
    arm = Arm("Tidak", 2, ((80.0, 100.0), (73.0, 100.0), (73.0, 40.0)), "L")

    label = only(arm, ground(arm, area=(66.0, 0.0, 300.0, 300.0)))

    assert label.box[3] < 90.0 or label.box[1] > 110.0
