"""A whole flow as the sweep's problem: one page without end, columns enough everywhere."""

from __future__ import annotations

from sopgen.flow import Flow
from sopgen.layout.route.problem import Band, BandKind, Link, Obstacle, Problem

MIDDLE = 30


def one_page(flow: Flow) -> Problem:
    """Each level one symbol, all in the middle: lanes do not matter for crossings."""
    box = Obstacle(MIDDLE, MIDDLE, MIDDLE)
    bands = tuple(Band(BandKind.STEP, (box,), 0, level.opens, level.closes) for level in flow.levels)
    links = tuple(Link(i, edge.source, edge.target, edge.is_return) for i, edge in enumerate(flow.edges))
    return Problem(bands, links, tuple(map(float, range(2 * MIDDLE + 1))), {}, (), 1.0)
