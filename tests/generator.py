"""Random specs that are valid by construction, the same for a seed wherever they are made.

Why every flow is valid: ways forward only ever lead to later steps, and every step but a closing one has
such a way or a branch to `selesai`, so each ends. Each step is reached from the one above it; a step gives up
that duty only where a decision or a fork further up leads to the step below as well.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.generator_texts import (
    JOINT_KINDS,
    LABELS,
    THIRD_LABELS,
    TIMES,
    activity,
    appearance,
    cell,
    identity,
    lane_names,
    scalar,
)

Target = int | None  # a step number, or None for `selesai`

DECISION = 0.25
RETURNING = 0.5  # of the decisions
TO_START = 0.1  # of the returns
JOINT = FORK = 0.05  # of the steps
CLOSING_BRANCH = THIRD_BRANCH = 0.05 / DECISION  # of the decisions: 5 % of the steps
LAST_DECIDES = 0.03
REACH = 8  # how far a return goes back when it does not go to step 1


@dataclass(slots=True)
class Step:
    """Where a step leads. `labels` are given for a decision only."""

    targets: list[Target]
    labels: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shape:
    """Shares of what is put into a flow."""

    decision: float = DECISION
    fork: float = FORK
    last_decides: float = LAST_DECIDES


def plan_flow(rng: Random, count: int, shape: Shape) -> list[Step]:
    """Ways out of steps 1 to `count`."""
    bound: dict[int, Target] = {}  # plain steps whose only way out is fixed by a decision or fork above
    steps: list[Step] = []
    owed = 0.0  # decisions that bound steps could not take, so that the share of the whole holds
    for number in range(1, count):
        owed += shape.decision
        if number in bound:
            steps.append(Step([bound[number]]))
        elif rng.random() < min(1.0, owed * 0.6):
            owed -= 1.0
            steps.append(_decision(rng, number, count, bound))
        elif rng.random() < shape.fork * 1.5 and (fork := _fork(rng, number, count, bound)):
            steps.append(fork)
        else:
            steps.append(Step([number + 1]))
    if count > 2 and rng.random() < shape.last_decides:
        steps.append(Step([None, rng.randint(1, count - 1)], ["Ya", "Tidak"]))
    else:
        steps.append(Step([None]))
    return steps


def _decision(rng: Random, number: int, count: int, bound: dict[int, Target]) -> Step:
    targets: list[Target] = [number + 1]
    forward = list(range(number + 2, min(count, number + 6) + 1))
    if number > 1 and rng.random() < RETURNING:
        targets.append(1 if rng.random() < TO_START else rng.randint(max(1, number - REACH), number - 1))
    elif not forward or rng.random() < CLOSING_BRANCH / (1 - RETURNING):
        targets.append(None)
    else:
        target = rng.choice(forward)
        targets.append(target)
        _bind_alternative(rng, target, count, bound)
    labels = list(rng.choice(LABELS))
    if rng.random() < THIRD_BRANCH:
        others = [t for t in (*forward, None) if t not in targets]
        if others:
            targets.append(rng.choice(others))
            labels.append(rng.choice(THIRD_LABELS))
    if rng.random() < 0.15:
        targets[:2] = targets[1::-1]
    return Step(targets, labels)


def _bind_alternative(rng: Random, target: int, count: int, bound: dict[int, Target]) -> None:
    """At times the step above a skipped-to step passes it by, or ends the procedure: either/or."""
    above = target - 1
    if above in bound or rng.random() > 0.4:
        return
    bound[above] = rng.randint(target + 1, min(count, target + 3)) if target < count and rng.random() < 0.8 else None


def _fork(rng: Random, number: int, count: int, bound: dict[int, Target]) -> Step | None:
    """Two or three steps at once, which meet again below; None where there is no room."""
    width = 3 if rng.random() < 0.2 else 2
    meeting = number + width + 1
    arms = range(number + 1, meeting)
    if meeting > count or any(arm in bound for arm in arms):
        return None
    bound.update(dict.fromkeys(arms, meeting))
    return Step(list(arms))


def _executors(rng: Random, lanes: int, previous: int) -> tuple[list[int], bool]:
    """Lane indexes of one step, the lead first, and whether it is joint."""
    if rng.random() >= JOINT:
        near = min(lanes - 1, max(0, previous + rng.choice((-1, 0, 1, 1))))
        return [near if rng.random() < 0.6 else rng.randrange(lanes)], False
    kind = rng.random()
    if kind < 0.5:
        first = rng.randrange(lanes - 1)
        chosen = list(range(first, min(lanes, first + rng.randint(2, 3))))
    elif kind < 0.9:
        chosen = rng.sample(range(lanes), rng.randint(2, min(4, lanes)))
    else:
        chosen = list(range(lanes))
    rng.shuffle(chosen)
    return chosen, True


def _name(target: Target, ids: set[int]) -> str:
    if target is None:
        return "selesai"
    return f"k{target}" if target in ids else str(target)


def _way_out(number: int, step: Step, count: int, ids: set[int]) -> list[str]:
    names = [_name(t, ids) for t in step.targets]
    if step.labels:
        return ["    keputusan:", *(f"      {label}: {n}" for label, n in zip(step.labels, names, strict=True))]
    default = None if number == count else number + 1
    if step.targets == [default]:
        return []
    return [f"    lanjut: {names[0] if len(names) == 1 else '[' + ', '.join(names) + ']'}"]


def generate(
    seed: int,
    *,
    steps: tuple[int, int] = (8, 60),
    lanes: tuple[int, int] = (2, 15),
    letters: tuple[int, int] = (1, 400),
    decisions: float = DECISION,
) -> str:
    """A whole spec as YAML text; all bounds inclusive."""
    rng = Random(seed)
    count, width = rng.randint(*steps), rng.randint(*lanes)
    flow = plan_flow(rng, count, Shape(decision=decisions))
    ids = {n for n in range(1, count + 1) if rng.random() < 0.3}
    lines = [*identity(rng), *appearance(rng), "pelaksana:"]
    lines += [f"  lajur{i}: {scalar(name)}" for i, name in enumerate(lane_names(rng, width))]
    lines.append("kegiatan:")
    lane = 0
    for number, step in enumerate(flow, 1):
        chosen, joint = _executors(rng, width, lane)
        if number == 1 and not joint and rng.random() < 0.9:
            chosen = [0]
        lane = chosen[0]
        lines.append(f"  - uraian: {scalar(activity(rng, letters))}")
        if number in ids:
            lines.append(f"    id: k{number}")
        keys = ", ".join(f"lajur{i}" for i in chosen)
        lines.append(f"    pelaksana: [{keys}]" if joint else f"    pelaksana: {keys}")
        if joint:
            lines.append(f"    bersama: {rng.choice(JOINT_KINDS)}")
        lines += _way_out(number, step, count, ids)
        lines += cell(rng, "kelengkapan", letters)
        lines.append(f"    waktu: {rng.choice(TIMES)!r}")
        lines += cell(rng, "output", letters)
        if rng.random() < 0.25:
            lines += cell(rng, "keterangan", letters)
    return "\n".join(lines) + "\n"


def generate_flow(seed: int, steps: int, lanes: int, decisions: float) -> str:
    """A spec with hardly any text, so that its arrows are what a benchmark measures."""
    rng = Random(seed)
    flow = plan_flow(rng, steps, Shape(decisions, fork=0.0, last_decides=0.0))
    lines = ["judul: Pengukuran Alur", "pelaksana:", *(f"  l{i}: L{i + 1}" for i in range(lanes)), "kegiatan:"]
    for number, step in enumerate(flow, 1):
        lane = 0 if number == 1 else rng.randrange(lanes)
        lines += [f"  - uraian: Memproses {number}", f"    pelaksana: l{lane}", *_way_out(number, step, steps, set())]
    return "\n".join(lines) + "\n"
