"""The sweep against a constraint model of the same rules that shares no code with it; more: benchmarks/cpsat.py."""

from __future__ import annotations

from functools import cache

import pytest

from sopgen.flow import Flow, build_flow
from sopgen.layout.route.topology import Topology, sweep
from tests.generator import generate_flow
from tests.generator_dense import generate_dense
from tests.layout.route.one_page import one_page
from tests.layout.route.pairwise_model import NotModelledError, fewest_crossings
from tests.layout.route.permutations import fewest_crossings as of_all_permutations
from tests.layout.small_sops import small_sop
from tests.properties.generated import sop_of

LARGE = [(seed, steps) for steps in (11, 20, 30, 40) for seed in range(5)]


def swept(flow: Flow) -> Topology:
    topology = sweep(one_page(flow))
    assert topology is not None
    return topology


def large_flow(seed: int, steps: int) -> Flow:
    return build_flow(sop_of(generate_flow(seed, steps, 8, 0.3)))


@cache
def crossings_of_large(seed: int, steps: int) -> int:
    return swept(large_flow(seed, steps)).crossings


@pytest.mark.parametrize(("seed", "steps"), LARGE)
def test_large_flows_need_as_many_crossings_as_the_sweep_finds(seed: int, steps: int) -> None:
    flow = large_flow(seed, steps)
    answer = fewest_crossings(flow)

    assert answer.optimal
    assert crossings_of_large(seed, steps) == answer.crossings


def test_the_large_flows_have_crossings_to_agree_on() -> None:
    assert sum(crossings_of_large(*each) > 0 for each in LARGE) >= 3


@pytest.mark.parametrize("seeds", [range(10), pytest.param(range(10, 25), marks=pytest.mark.slow)], ids=["few", "more"])
def test_dense_flows_need_what_is_proved_and_no_more_than_is_found(seeds: range) -> None:
    compared = proved = found = 0
    for seed in seeds:
        flow = build_flow(sop_of(generate_dense(seed)))
        try:
            answer = fewest_crossings(flow)
        except NotModelledError:
            continue
        topology = swept(flow)
        assert answer.optimal
        assert answer.crossings is not None
        assert topology.lower_bound <= answer.crossings <= topology.crossings, seed
        compared, proved, found = compared + 1, proved + topology.proved, found + answer.crossings
    assert compared >= 0.5 * len(seeds)
    assert proved > 0.6 * compared
    assert found > 1


# a return's trunk with several stubs should cross an arrow once, before the first, though nothing forces it there
CROSSED_EARLY = {
    "three stubs into the first": (
        "a ? Ya 2 Tidak 5",
        "a ? Ya 6 Tidak 3 Ragu 1",
        "a ? Ya 4 Tidak 2 Ragu 1",
        "a ? Ya 1 Tidak 6",
        "a",
        "a ? Ya selesai Tidak 5 Ragu 3",
    ),
    "and arrows that merge": (
        "a ? Ya 5 Tidak 3 Ragu 2",
        "a ? Ya 5 Tidak 1",
        "a ? Ya 4 Tidak 5",
        "a ? Ya 1 Tidak 7 Ragu selesai",
        "a ? Ya 1 Tidak 6",
        "a ? Ya 2 Tidak 5",
        "a",
        "a",
    ),
}


@pytest.mark.parametrize("steps", CROSSED_EARLY.values(), ids=CROSSED_EARLY)
def test_the_model_agrees_with_all_permutations(steps: tuple[str, ...]) -> None:
    flow = build_flow(small_sop(*steps))

    assert fewest_crossings(flow).crossings == of_all_permutations(one_page(flow), at_most=3) == 2


@pytest.mark.parametrize("steps", CROSSED_EARLY.values(), ids=CROSSED_EARLY)
def test_a_trunk_of_returns_is_crossed_once_before_its_first_stub(steps: tuple[str, ...]) -> None:
    topology = swept(build_flow(small_sop(*steps)))

    assert topology.crossings == topology.lower_bound == 2


def test_arrows_that_merge_are_crossed_once_but_twice_without_merging() -> None:
    flow = build_flow(small_sop(*CROSSED_EARLY["and arrows that merge"]))

    assert fewest_crossings(flow, merging=False).crossings == 3
