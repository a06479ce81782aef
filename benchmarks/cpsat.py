"""The sweep's crossings against an independent constraint model (CP-SAT): one command, one table.

    python benchmarks/cpsat.py [--count 25] [--dense 100] [--seconds 60]

`--count` SOPs of each size with three tenths of the steps deciding (`router_sets.py`), each on one page with columns
enough; `--dense` flows of `tests/generator_dense.py`, of which those with linked activities or three returns out of one
step are left out. The model (`tests/layout/route/pairwise_model.py`) gives the fewest crossings with arrows to one
symbol merging, as the sweep counts, and without. The exit code is 1 if the sweep claims to have proved more than is
needed, or has less than the model knows to be needed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the model and the generator stand with the tests, which are not installed

from router_sets import DECISIONS, SETS, random_sop  # noqa: E402

from sopgen.flow import Flow, build_flow  # noqa: E402
from sopgen.layout.route.topology import sweep  # noqa: E402
from tests.generator_dense import generate_dense  # noqa: E402
from tests.layout.route.one_page import one_page  # noqa: E402
from tests.layout.route.pairwise_model import Answer, NotModelledError, fewest_crossings  # noqa: E402
from tests.properties.generated import sop_of  # noqa: E402

SIZES = ("11x5", "20x6", "30x8", "40x12")
DENSE = "dense"
MOST_DECISIONS = DECISIONS.index(max(DECISIONS))


class Compared(NamedTuple):
    name: str
    crossings: int
    lower_bound: int
    sweep_seconds: float
    merged: Answer
    apart: Answer

    @property
    def proved(self) -> bool:
        return self.crossings == self.lower_bound

    @property
    def equal(self) -> bool:
        return self.merged.optimal and self.crossings == self.merged.crossings

    @property
    def wrong(self) -> bool:
        """Whether one of both says what the other knows to be false."""
        too_high = self.merged.crossings is not None and self.lower_bound > self.merged.crossings
        return too_high or self.crossings < self.merged.lower_bound

    def __str__(self) -> str:
        return (
            f"{self.name}: the sweep {self.crossings}, at least {self.lower_bound}; the model {self.merged.crossings}, "
            f"at least {self.merged.lower_bound}; without merging {self.apart.crossings}"
        )


def compare(name: str, flow: Flow, seconds: float) -> Compared:
    start = time.perf_counter()
    topology = sweep(one_page(flow))
    passed = time.perf_counter() - start
    assert topology is not None, "nothing is too narrow here"
    merged = fewest_crossings(flow, seconds=seconds)
    apart = fewest_crossings(flow, merging=False, seconds=seconds)
    return Compared(name, topology.crossings, topology.lower_bound, passed, merged, apart)


def flows(name: str, count: int) -> Iterator[tuple[str, Flow]]:
    for i in range(count):
        if name == DENSE:
            yield f"{name} {i}", build_flow(sop_of(generate_dense(i)))
        else:
            seed = MOST_DECISIONS + len(DECISIONS) * i
            yield f"{name} {seed}", build_flow(random_sop(SETS[name], seed))


HEAD = (
    "set",
    "n",
    "with crossings",
    "crossings",
    "model optimal",
    "equal",
    "not proved by the sweep, more than the model",
    "contradictions",
    "without merging: equal / model more",
    "model, s: p50 / max",
    "sweep, s: p50 / max",
)


def row(name: str, found: Sequence[Compared]) -> list[str]:
    def times(values: Sequence[float]) -> str:
        ordered = sorted(values)
        return f"{ordered[len(ordered) // 2]:.2f} / {ordered[-1]:.2f}"

    above = sum(c.apart.crossings is not None and c.apart.crossings > c.crossings for c in found)
    return [
        name,
        str(len(found)),
        str(sum(c.crossings > 0 for c in found)),
        str(sum(c.crossings for c in found)),
        str(sum(c.merged.optimal for c in found)),
        str(sum(c.equal for c in found)),
        str(sum(not c.proved and not c.equal and not c.wrong for c in found)),
        str(sum(c.wrong for c in found)),
        f"{sum(c.apart.crossings == c.crossings for c in found)} / {above}",
        times([c.merged.seconds for c in found]),
        times([c.sweep_seconds for c in found]),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare the sweep's crossings with an independent constraint model.")
    parser.add_argument("--count", type=int, default=25, help="SOPs of each size; default: 25")
    parser.add_argument("--dense", type=int, default=0, metavar="COUNT", help="dense flows; default: none")
    parser.add_argument("--seconds", type=float, default=60.0, help="for one model; default: 60")
    wanted = parser.parse_args()
    print("| " + " | ".join(HEAD) + " |")
    print("|" + "---|" * len(HEAD))
    found: list[Compared] = []
    for name, count in [*((size, wanted.count) for size in SIZES), (DENSE, wanted.dense)]:
        own = []
        for case, flow in flows(name, count):
            try:
                own.append(compare(case, flow, wanted.seconds))
            except NotModelledError as reason:
                print(f"{case} left out: {reason}", file=sys.stderr)
        if own:
            print("| " + " | ".join(row(name, own)) + " |", flush=True)
        found += own
    for title, lines in (
        ("Contradictions", [c for c in found if c.wrong]),
        ("Not proved by the sweep, and not equal", [c for c in found if not c.equal and not c.wrong]),
        ("Fewer for merging", [c for c in found if c.apart.crossings != c.crossings and c.equal]),
    ):
        if lines:
            print(f"\n{title} ({len(lines)}):")
            for compared in lines:
                print(f"- {compared}")
    return 1 if any(c.wrong for c in found) else 0


if __name__ == "__main__":
    sys.exit(main())
