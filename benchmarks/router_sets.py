"""The problems that routers are compared on: the reference documents, and random SOPs of stated sizes.

A random SOP depends on its set and seed alone. Seeds run through three shares of decisions, a tenth, a fifth and
three tenths of the steps; half of the decisions lead back (`tests/generator.py` has all shares).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the generator stands with the tests, which are not installed

from sopgen.intake.sop import Arah, Isi, Kegiatan, Pelaksana, Sop, Tampilan  # noqa: E402
from sopgen.pipeline import load  # noqa: E402
from tests.generator import FORK, Shape, _executors, plan_flow  # noqa: E402

DECISIONS = (0.1, 0.2, 0.3)
NEAR = 0.75  # of the steps in a set of near lanes


class Size(NamedTuple):
    """Steps and lanes (both inclusive). `whole`: with joint activities and parallel steps as well.

    Any lane follows any other, or, `near`, mostly the same or the next one, as people write. `habit`: how often the
    lane stays the same, and how often it is one beside; else it is any.
    """

    steps: tuple[int, int]
    lanes: tuple[int, int]
    decisions: tuple[float, ...] = DECISIONS
    whole: bool = False
    near: bool = False
    habit: tuple[float, float] | None = None


class Case(NamedTuple):
    set: str
    name: str
    sop: Sop


SETS: dict[str, Size] = {
    "11x5": Size((11, 11), (5, 5)),
    "8-20": Size((8, 20), (3, 8)),
    "8-20 all": Size((8, 20), (3, 8), whole=True),
    "20x6": Size((20, 20), (6, 6)),
    "30x8": Size((30, 30), (8, 8)),
    "40x12": Size((40, 40), (12, 12)),
    "60x12": Size((60, 60), (12, 12)),
    "11x5 near": Size((11, 11), (5, 5), near=True),
    "40x12 near": Size((40, 40), (12, 12), near=True),
    # Habits with which neato has nearly the corners and millimetres that it had beside the first prototype, on places
    # as there (lanes of 24 mm, rows of 20 mm, symbols of 15 × 9 mm): 0.53 and 386, 0.60 and 931, 0.66 and 2280.
    "11x5 like": Size((11, 11), (5, 5), habit=(0.65, 0.2)),
    "20x6 like": Size((20, 20), (6, 6), habit=(0.54, 0.24)),
    "40x12 like": Size((40, 40), (12, 12), habit=(0.48, 0.4)),
    "200x20": Size((200, 200), (20, 20), (0.2,)),
    "500x20": Size((500, 500), (20, 20), (0.2,)),
}
REFERENCES = "references"
ORDER = (REFERENCES, *SETS)


def cases(name: str, count: int, first: int = 0) -> Iterator[Case]:
    """The first `count` problems of a set, from seed `first`; all references."""
    if name == REFERENCES:
        for path in sorted((ROOT / "specs").glob("*.sop.yaml")):
            yield Case(name, path.name.removesuffix(".sop.yaml"), load(path).sop)
        return
    for seed in range(first, first + count):
        yield Case(name, str(seed), random_sop(SETS[name], seed))


def random_sop(size: Size, seed: int) -> Sop:
    rng = Random(f"{size.steps} {size.lanes} {size.whole} {seed}")
    count, lanes = rng.randint(*size.steps), rng.randint(*size.lanes)
    shape = Shape(size.decisions[seed % len(size.decisions)], FORK if size.whole else 0.0, last_decides=0.0)
    keys = tuple(f"l{i + 1}" for i in range(lanes))
    kegiatan = []
    lane = 0
    for number, step in enumerate(plan_flow(rng, count, shape), 1):
        chosen, joint = _executors(rng, lanes, 0) if size.whole else ([rng.randrange(lanes)], False)
        if size.near and rng.random() < NEAR:
            chosen = [min(lanes - 1, max(0, lane + rng.choice((-1, 0, 1))))]
        if size.habit:
            chosen = [_lane_by_habit(rng, size.habit, lanes, lane)]
        if number == 1 and not joint:
            chosen = [0]
        lane = chosen[0]
        labels = step.labels or [""] * len(step.targets)
        kegiatan.append(
            Kegiatan(
                number,
                Isi(f"Kegiatan {number}"),
                tuple(keys[i] for i in chosen),
                tuple(Arah(target, label) for target, label in zip(step.targets, labels, strict=True)),
                keputusan=bool(step.labels),
                bersama="rapat" if joint else "",
            )
        )
    gabungan = "lebar" if size.whole and seed % 2 else "tertaut"
    return Sop("Alur", tuple(Pelaksana(k, k) for k in keys), tuple(kegiatan), tampilan=Tampilan(gabungan=gabungan))


def _lane_by_habit(rng: Random, habit: tuple[float, float], lanes: int, lane: int) -> int:
    drawn = rng.random()
    if drawn < habit[0]:
        return lane
    if drawn < sum(habit):
        return rng.choice([beside for beside in (lane - 1, lane + 1) if 0 <= beside < lanes])
    return rng.randrange(lanes)


def arrows_alive(links: list[tuple[int, int]]) -> int:
    """The most arrows that any gap between two rows of symbols has to let through."""
    change: dict[int, int] = {}
    for a, b in links:
        change[min(a, b)] = change.get(min(a, b), 0) + 1
        change[max(a, b)] = change.get(max(a, b), 0) - 1
    most = alive = 0
    for place in sorted(change):
        alive += change[place]
        most = max(most, alive)
    return most
