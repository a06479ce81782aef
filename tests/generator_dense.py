"""Random specs as dense as a spec may be: few steps, of which most decide, with arbitrary targets.

No bureau writes such. They are where arrows are most in each other's way: returns into returns, three branches out of a
step that others return to, joint activities passed on every side, a single lane, several closings.
"""

from __future__ import annotations

from random import Random

from tests.generator import Step, Target, _way_out
from tests.generator_texts import JOINT_KINDS, LABELS, THIRD_LABELS, activity, appearance, lane_names, scalar

MOST_STEPS, MOST_LANES = 9, 5
DECIDES, FORKS, CLOSES = 0.5, 0.05, 0.05  # of the steps, before the ways that end nowhere are thrown out
THIRD_BRANCH = 0.3  # of the decisions
JOINT = 0.08  # of the steps
LETTERS = (1, 30)


def generate_dense(seed: int) -> str:
    """A whole spec as YAML text, valid: flows with a step out of reach or without an end are drawn again."""
    rng = Random(f"dense {seed}")
    count = rng.randint(3, MOST_STEPS)
    flow = _flow(rng, count)
    while not _is_whole(flow):
        flow = _flow(rng, count)
    width = rng.randint(1, MOST_LANES)
    lines = ["judul: Alur Padat", *appearance(rng), "pelaksana:"]
    lines += [f"  lajur{i}: {scalar(name)}" for i, name in enumerate(lane_names(rng, width))]
    lines.append("kegiatan:")
    for number, step in enumerate(flow, 1):
        joint = width > 1 and rng.random() < JOINT
        lanes = rng.sample(range(width), rng.randint(2, min(3, width)) if joint else 1)
        keys = ", ".join(f"lajur{i}" for i in lanes)
        lines.append(f"  - uraian: {scalar(activity(rng, LETTERS))}")
        lines.append(f"    pelaksana: [{keys}]" if joint else f"    pelaksana: {keys}")
        if joint:
            lines.append(f"    bersama: {rng.choice(JOINT_KINDS)}")
        lines += _way_out(number, step, len(flow), set())
    return "\n".join(lines) + "\n"


def _flow(rng: Random, count: int) -> list[Step]:
    return [_step(rng, number, count) for number in range(1, count + 1)]


def _step(rng: Random, number: int, count: int) -> Step:
    others = [n for n in range(1, count + 1) if n != number]
    kind = rng.random()
    if kind < DECIDES:
        labels = list(rng.choice(LABELS))
        if rng.random() < THIRD_BRANCH and count > 2:
            labels.append(rng.choice(THIRD_LABELS))
        targets = rng.sample([*others, None], len(labels))
        if number == count and None not in targets:
            targets[0] = None
        return Step(targets, labels)
    if kind < DECIDES + FORKS and number < count:
        return Step(list(rng.sample(others, 2)))
    if kind < DECIDES + FORKS + CLOSES or number == count:
        return Step([None])
    return Step([number + 1])


def _is_whole(flow: list[Step]) -> bool:
    """Whether each step is reached from step 1 and each has a way to an end."""
    ways: dict[Target, list[Target]] = {number: step.targets for number, step in enumerate(flow, 1)}
    back: dict[Target, list[Target]] = {}
    for number, targets in ways.items():
        for target in targets:
            back.setdefault(target, []).append(number)
    return len(_reached(1, ways) - {None}) == len(flow) == len(_reached(None, back) - {None})


def _reached(first: Target, ways: dict[Target, list[Target]]) -> set[Target]:
    seen, found = {first}, [first]
    while found:
        for target in ways.get(found.pop(), []):
            if target not in seen:
                seen.add(target)
                found.append(target)
    return seen
