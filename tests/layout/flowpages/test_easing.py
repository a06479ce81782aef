"""Columns that move within their lanes: heads get shafts and labels get places, and no line changes its way."""

from __future__ import annotations

from itertools import pairwise

import pytest

from benchmarks.pages import arrow_faults
from sopgen import pipeline
from sopgen.intake import MemorySource
from sopgen.layout import style
from sopgen.layout.flowpages import chartsearch
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.easing import eased
from sopgen.scene import Document
from tests.generator import generate


def drawn(seed: int) -> Document:
    return pipeline.lay_out(pipeline.load(MemorySource("rapat.sop.yaml", generate(seed).encode())))


def faults(document: Document) -> set[str]:
    length = document.style.arrow_length
    found = {f for page in document.pages for arrow in page.arrows for f in arrow_faults(page, arrow, length)}
    return found - {"long line by the frame"}


@pytest.mark.parametrize("seed", [13, 22, 59])
def test_heads_have_shafts_where_the_grid_had_no_column_for_them(seed):
    assert faults(drawn(seed)) == set()


@pytest.mark.parametrize("seed", [11, 62, 98, 210])
def test_labels_stand_upright_where_lines_stood_in_their_way(seed):
    assert faults(drawn(seed)) == set()


@pytest.fixture
def charts(monkeypatch) -> list[tuple[Chart, Chart]]:
    """Each chart of some documents as it was routed, and eased."""
    found: list[tuple[Chart, Chart]] = []

    def record(chart: Chart) -> Chart:
        found.append((chart, eased(chart)))
        return found[-1][1]

    monkeypatch.setattr(chartsearch, "eased", record)
    for seed in (3, 13, 22, 59):
        drawn(seed)
    return found


def test_columns_keep_their_order_their_lane_and_clear_of_each_other(charts):
    moved = [(before, after) for before, after in charts if before.grid.x != after.grid.x]
    assert moved
    for before, after in moved:
        columns, edges = after.routed.columns, after.grid.edges
        for above, below in zip(columns.departures, columns.arrivals[1:], strict=False):
            places = [after.grid.x[column] for column in sorted({*above, *below})]
            apart = [before.grid.x[column] for column in sorted({*above, *below})]
            for (a, b), (c, d) in zip(pairwise(places), pairwise(apart), strict=True):
                assert b - a >= min(style.CLEAR_WISH, d - c) - 0.01
        for was, now in zip(before.grid.x, after.grid.x, strict=True):
            assert [was < edge for edge in edges] == [now < edge for edge in edges]


def test_what_had_room_keeps_it(charts):
    for before, after in charts:
        heads = zip(before.side_heads(), after.side_heads(), strict=True)
        assert all(now.reach >= min(was.reach, style.HEAD_ROOM) - 0.01 for was, now in heads)
        assert after.framed_lanes() <= before.framed_lanes()


def test_symbols_and_pentagons_stay(charts):
    for before, after in charts:
        assert list(before.pentagon_places()) == list(after.pentagon_places())
        for box in before.grid.spans.values():
            assert before.grid.x[box.centre] == after.grid.x[box.centre]


def test_a_chart_that_wants_nothing_stays_as_it_is(charts):
    assert any(before is after for before, after in charts)
