"""The router: problem → topology → wiring → columns → levels → drawn lines. One phase a module.

1 `ports`     which ports a band's arrows may use
2 `topology`  the row sweep: sides, orders, fewest crossings
3 `wiring`    the sweep unrolled into strands
4 `straight`  a column for every strand
5 `tracks`    a level for every horizontal
6 `drawing`   polylines, joins with one head, Ω
"""

from __future__ import annotations

from typing import NamedTuple

from sopgen.layout.route.problem import Problem
from sopgen.layout.route.straight import Columns, Forbidden, NoRoomError, Taste, choose_columns
from sopgen.layout.route.topology import Topology, sweep
from sopgen.layout.route.tracks import BlockedError, Level, assign_levels
from sopgen.layout.route.wiring import Wiring, unroll


class Routed(NamedTuple):
    """A page's arrows in columns and levels, before any heights are known."""

    topology: Topology
    wiring: Wiring
    columns: Columns
    levels: tuple[tuple[Level, ...], ...]


def route(problem: Problem, taste: Taste) -> Routed:
    """Route one page. Raises NoRoomError when the columns are too few or an override cannot be kept."""
    topology = sweep(problem)
    if topology is None:
        raise NoRoomError
    wiring = unroll(problem, topology)
    waiting: list[frozenset[Forbidden]] = [frozenset()]
    for _ in range(40):
        if not waiting:
            break
        forbidden = waiting.pop(0)
        try:
            columns = choose_columns(wiring, taste, forbidden)
            levels = assign_levels(wiring, columns)
        except NoRoomError:
            continue
        except BlockedError as blocked:
            waiting.extend(forbidden | {choice} for choice in blocked.choices if choice not in forbidden)
            continue
        return Routed(topology, wiring, columns, levels)
    raise NoRoomError
