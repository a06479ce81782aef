"""The router: problem → topology → wiring → columns → levels → drawn lines. One phase a module.

1 `ports`     which ports a band's arrows may use; `memory` keeps its plans and the nets of arrows
2 `topology`  the row sweep: sides, orders, fewest crossings, with `slots` (which side of a symbol),
              `strands` (what arrives and leaves) and `strips` (orders of pentagons)
3 `wiring`    the sweep unrolled into strands
4 `straight`  a column for every strand: `bounds` says what is possible, `pulls` what is good
5 `tracks`    a level for every horizontal
6 `drawing`   polylines (`lines`), with `joins` (one head a port) and Ω
"""

from __future__ import annotations

from typing import NamedTuple

from sopgen.layout.route.bounds import NoRoomError
from sopgen.layout.route.problem import Problem
from sopgen.layout.route.pulls import Taste
from sopgen.layout.route.straight import Columns, Forbidden, choose_columns
from sopgen.layout.route.topology import Limits, Stretch, Topology, sweep
from sopgen.layout.route.tracks import BlockedError, Level, assign_levels
from sopgen.layout.route.wiring import Wiring, unroll

__all__ = ["Limits", "NoRoomError", "Routed", "Stretch", "fewest_crossings", "route"]


class Routed(NamedTuple):
    """A page's arrows in columns and levels, before any heights are known."""

    topology: Topology
    wiring: Wiring
    columns: Columns
    levels: tuple[tuple[Level, ...], ...]

    @property
    def crossings(self) -> int:
        return self.topology.crossings


def fewest_crossings(problem: Problem) -> tuple[Stretch, ...]:
    """The fewest crossings of each stretch of a page if no slot were too narrow, and what is proved of them.

    Raises NoRoomError where an override, or a strip with too many pentagons, allows no drawing at all.
    """
    topology = sweep(problem, ample=True)
    if topology is None:
        raise NoRoomError
    return topology.stretches


def route(problem: Problem, taste: Taste, limits: Limits) -> Routed:
    """Route one page. Raises NoRoomError when the columns are too few or an override cannot be kept."""
    topology = sweep(problem, limits=limits)
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
