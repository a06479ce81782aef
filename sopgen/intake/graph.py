"""The flow as a graph: every step must be reached from step 1 and must have a way to an end."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.intake import reference_faults as said
from sopgen.intake.fault import Fault
from sopgen.intake.sop import Arah


def check_graph(ways: Sequence[tuple[Arah, ...]], *, numbered: bool = False) -> list[Fault]:
    """Every way's target must be known. `numbered`: some are written as numbers, which may have shifted."""
    if not ways:
        return []
    numbers = range(1, len(ways) + 1)
    forward = {n: [way.ke for way in ways[n - 1] if way.ke is not None] for n in numbers}
    backward: dict[int, list[int]] = {n: [] for n in numbers}
    for number, targets in forward.items():
        for target in targets:
            backward[target].append(number)
    reached = _closure([1], forward)
    ending = _closure([n for n in numbers if any(way.ke is None for way in ways[n - 1])], backward)
    faults = []
    if lost := [n for n in numbers if n not in reached]:
        faults.append(said.unreachable(lost, numbered=numbered))
    if endless := [n for n in numbers if n not in ending]:
        faults.append(said.no_end(endless, numbered=numbered))
    return faults


def _closure(start: list[int], edges: dict[int, list[int]]) -> set[int]:
    seen, open_ = set(start), list(start)
    while open_:
        for target in edges[open_.pop()]:
            if target not in seen:
                seen.add(target)
                open_.append(target)
    return seen
