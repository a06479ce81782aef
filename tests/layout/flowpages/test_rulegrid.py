"""A grid of rules says of any box what asking each rule would say."""

from __future__ import annotations

from random import Random

import pytest

from sopgen.layout.flowpages.rulegrid import RuleGrid, Segment
from sopgen.scene import Box


def _meets(box: Box, rule: Segment) -> bool:
    (x0, x1), (y0, y1) = sorted((rule[0], rule[2])), sorted((rule[1], rule[3]))
    return x0 < box[2] and x1 > box[0] and y0 < box[3] and y1 > box[1]


@pytest.mark.parametrize("seed", range(20))
def test_it_agrees_with_every_rule(seed: int) -> None:
    rng = Random(seed)

    def segment() -> Segment:
        at, start, end = (rng.randint(0, 20) * 3.0 for _ in range(3))
        return (start, at, end, at) if rng.random() < 0.5 else (at, start, at, end)

    rules = [segment() for _ in range(rng.randint(0, 12))]
    rules = [rule for rule in rules if rule[:2] != rule[2:]]
    grid = RuleGrid(rules)
    for _ in range(200):
        left, top = rng.randint(0, 60) * 1.0, rng.randint(0, 60) * 1.0
        box = (left, top, left + rng.randint(1, 20), top + rng.randint(1, 20))
        assert grid.meets(box) == any(_meets(box, rule) for rule in rules), (box, rules)
