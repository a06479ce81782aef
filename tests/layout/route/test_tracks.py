"""Levels: horizontals of one gap that would touch lie at different heights, and no two verticals on each other."""

from __future__ import annotations

from itertools import combinations, pairwise

from sopgen.layout.flowpages.chart import Chart
from tests.layout.route.random_charts import random_charts

Bar = tuple[int, int, tuple[int, ...], tuple[int, ...]]  # level, net, columns above, columns below


def bars_of_gaps(chart: Chart) -> list[list[Bar]]:
    return [
        [(height, bar.net, bar.tops, bar.feet) for height, level in enumerate(levels) for bar in level.bars]
        for levels in chart.routed.levels
    ]


def test_every_jog_lies_on_exactly_one_level():
    jogs = 0
    for chart in random_charts(40):
        wiring, columns = chart.routed.wiring, chart.routed.columns
        for gap, ties in enumerate(wiring.gaps):
            on_levels = sorted(i for level in chart.routed.levels[gap] for bar in level.bars for i in bar.ties)
            bent = [
                i
                for i, tie in enumerate(ties)
                if tie.departure is None
                or columns.departures[gap][tie.departure] != columns.arrivals[gap + 1][tie.arrival]
            ]
            assert on_levels == bent
            jogs += len(bent)
    assert jogs > 100


def test_bars_of_one_level_do_not_touch_unless_they_join():
    shared = 0
    for chart in random_charts(60):
        for levels in chart.routed.levels:
            for level in levels:
                for a, b in combinations(level.bars, 2):
                    apart = a.hi < b.lo or b.hi < a.lo
                    assert apart or (a.net == b.net and a.meets == b.meets)
                    shared += apart
    assert shared


def test_no_vertical_lies_on_anothers():
    """Above its bar a line stands on its upper columns, below it on its lower ones: other nets keep off."""
    for chart in random_charts(60):
        for bars in bars_of_gaps(chart):
            for upper, net, _, feet in bars:
                for lower, other, tops, _ in bars:
                    if upper < lower and net != other:
                        assert not set(feet) & set(tops)


def test_no_level_is_empty():
    for chart in random_charts(40):
        for levels in chart.routed.levels:
            assert all(level.bars for level in levels)


def test_levels_keep_their_order_on_the_page():
    for chart in random_charts(20):
        edges = [0.0]
        for height in chart.least_heights([72.0 for _ in chart.rows]):
            edges.append(edges[-1] + height)
        frame = chart.frame(edges)
        for gap, (levels, places) in enumerate(zip(chart.routed.levels, frame.levels, strict=True)):
            above, below = frame.boxes[gap][0][3], frame.boxes[gap + 1][0][1]
            assert len(levels) == len(places)
            assert all(a < b for a, b in pairwise((above, *places, below)))
