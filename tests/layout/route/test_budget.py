"""One budget of work for a whole layout: shared by its searches, never a reason for none, never a false proof."""

from __future__ import annotations

import re
from random import Random

import pytest

from benchmarks.slow import spec_of
from sopgen import pipeline
from sopgen.diagnostics import Refusal
from sopgen.intake.memory_source import MemorySource
from sopgen.layout import lay_out
from sopgen.layout.flowpages import layout as layout_module
from sopgen.layout.flowpages.chartsearch import ChartSearch
from sopgen.layout.route import NoRoomError
from sopgen.layout.route.budget import LEAST_WORK, WorkBudget
from sopgen.layout.route.crossings import NARROW_WORK, WORK, Crossings
from tests.generator_dense import generate_dense
from tests.layout.route.permutations import fewest_crossings
from tests.layout.route.random_pages import random_page
from tests.properties.generated import sop_of


def test_searches_share_what_there_is():
    budget = WorkBudget(WORK)
    assert budget.grant(WORK) == WORK

    budget.work = WORK - LEAST_WORK - 7
    assert budget.grant(WORK) == LEAST_WORK + 7
    assert not budget.spent

    searches = [Crossings(random_page(Random(seed)), budget=budget) for seed in (1, 2, 3)]
    before = budget.work
    assert all(search.opened is not None for search in searches)
    assert budget.work - before == sum(search.ways.work for search in searches)

    budget.work = WORK
    assert budget.spent
    assert budget.grant(NARROW_WORK) == LEAST_WORK
    assert budget.grant(3) == 3


def test_with_nothing_left_no_more_is_claimed_than_is_true():
    for seed in range(40):
        page = random_page(Random(seed))
        search = Crossings(page, budget=WorkBudget(0))
        if search.opened is None:
            continue
        least = fewest_crossings(page, at_most=min(search.least, 3))
        if least is not None:
            assert search.lower_bound <= least <= search.least, seed


def test_a_dense_flow_takes_no_more_work_than_its_layout_may(monkeypatch):
    budgets: list[WorkBudget] = []

    def watched(ways: int) -> WorkBudget:
        budgets.append(WorkBudget(ways))
        return budgets[-1]

    monkeypatch.setattr(layout_module, "WorkBudget", watched)
    sop = pipeline.load(MemorySource("maju.sop.yaml", spec_of("forward", 30, 1))).sop

    assert lay_out(sop).figures.crossings >= 0

    (budget,) = budgets
    assert budget.spent
    assert budget.work < 6 * (layout_module._WORK + 30 * layout_module._WORK_PER_STEP)


def test_what_finds_no_track_is_refused_with_its_rows(monkeypatch):
    def crowded(*_arguments, **_wishes):
        raise NoRoomError

    sop = pipeline.load(MemorySource("lurus.sop.yaml", spec_of("straight", 12, 0))).sop
    monkeypatch.setattr(ChartSearch, "best", crowded)

    with pytest.raises(Refusal) as refused:
        lay_out(sop)

    (told,) = refused.value.diagnostics
    assert re.search(r"Panah kegiatan 1-\d+ tidak mendapat jalur", told.message.id)


@pytest.mark.parametrize("seeds", [range(2), pytest.param(range(2, 6), marks=pytest.mark.slow)], ids=["few", "more"])
def test_a_layout_without_budget_is_drawn_and_examined(seeds, monkeypatch):
    sops = [sop_of(generate_dense(seed)) for seed in seeds]
    usual = [lay_out(sop).figures for sop in sops]
    monkeypatch.setattr(layout_module, "_WORK", 0)
    monkeypatch.setattr(layout_module, "_WORK_PER_STEP", 0)

    hasty = [lay_out(sop).figures for sop in sops]

    for quick, whole in zip(hasty, usual, strict=True):
        assert quick.crossing_lower_bound <= whole.crossings
        assert quick.crossings >= whole.crossing_lower_bound
