"""Routed charts of random small SOPs, for what must hold in every one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from random import Random

from sopgen.flow import build_flow
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.connectors import plan_pairs
from sopgen.layout.route import NoRoomError
from tests.layout.route.ascii_chart import chart_of
from tests.layout.small_sops import small_sop


def random_steps(rng: Random) -> list[str]:
    count = rng.randint(4, 8)
    steps = []
    for number in range(1, count + 1):
        executors = "".join(rng.sample("abc", 2 if rng.random() < 0.12 else 1))
        if 1 < number < count and rng.random() < 0.5:
            others = [n for n in range(1, count + 1) if n not in (number, number + 1)]
            steps.append(f"{executors} ? Ya {number + 1} Tidak {rng.choice(others)}")
        elif number < count - 1 and rng.random() < 0.1:
            steps.append(f"{executors} > {number + 1} {rng.randint(number + 2, count)}")
        else:
            steps.append(executors)
    return steps


def random_charts(count: int) -> Iterator[Chart]:
    """Charts of one page and of two, of linked and of wide joint activities."""
    for seed in range(count):
        yield from charts_of(seed)


@cache
def charts_of(seed: int) -> tuple[Chart, ...]:
    steps = random_steps(Random(seed))
    half = len(steps) // 2
    flow = build_flow(small_sop(*steps, gabungan="lebar" if seed % 2 else "tertaut"))
    found = []
    for pages in ([(1, len(steps))], [(1, half), (half + 1, len(steps))]):
        for page, rows in enumerate(pages):
            with suppress(NoRoomError):  # three columns a lane are few
                found.append(chart_of(flow, plan_pairs(flow, pages), rows, page))
    return tuple(found)
