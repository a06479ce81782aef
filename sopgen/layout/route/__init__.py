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
from sopgen.layout.route.topology import Topology, sweep
from sopgen.layout.route.tracks import BlockedError, Level, assign_levels
from sopgen.layout.route.wiring import Wiring, unroll

__all__ = ["NoRoomError", "Routed", "route"]


class Routed(NamedTuple):
    """A page's arrows in columns and levels, before any heights are known.

    `crossings` were counted, `least` is how few there would be with columns enough everywhere, `lower_bound`
    what was proved of that.
    """

    topology: Topology
    wiring: Wiring
    columns: Columns
    levels: tuple[tuple[Level, ...], ...]
    least: int = 0
    lower_bound: int = 0

    @property
    def crossings(self) -> int:
        return self.topology.crossings


def route(problem: Problem, taste: Taste) -> Routed:
    """Route one page. Raises NoRoomError when the columns are too few or an override cannot be kept."""
    topology = sweep(problem)
    if topology is None:
        raise NoRoomError
    least, lower_bound = _least(problem, topology)
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
        return Routed(topology, wiring, columns, levels, least, lower_bound)
    raise NoRoomError


def _least(problem: Problem, topology: Topology) -> tuple[int, int]:
    """The fewest crossings if no slot were too narrow, and what is proved of them."""
    if not topology.crossings:
        return 0, 0
    ample = sweep(problem, ample=True)
    if ample is None or ample.crossings > topology.crossings:  # cut short: what was drawn is fewer
        return topology.crossings, 0
    return ample.crossings, ample.lower_bound
