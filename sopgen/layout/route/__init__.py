"""The router: problem → topology → wiring → columns → levels → drawn lines. One phase a module.

1 `ports`     which ports a band's arrows may use; `memory` keeps its plans and the nets of arrows
2 `crossings` the fewest crossings whatever the columns, and the orders that lead to them: a sweep (`stretches`) over
              the `ways` past each band, with `slots` (which side of a symbol), `strands` (what comes and goes) …
  `narrow`    the same in the columns that there are, where these are too few
  `topology`  the row sweep: among these orders the fewest bends, in the columns that there are (`columns`)
3 `wiring`    the sweep unrolled into strands
4 `straight`  a column for every strand: `bounds` says what is possible, `pulls` what is good
5 `tracks`    a level for every horizontal
6 `drawing`   polylines (`lines`), with `joins` (one head a port) and Ω
"""

from __future__ import annotations

from typing import NamedTuple

from sopgen.layout.route.bounds import NoRoomError
from sopgen.layout.route.columns import Slots
from sopgen.layout.route.crossings import Crossings
from sopgen.layout.route.narrow import NarrowCrossings
from sopgen.layout.route.problem import Problem
from sopgen.layout.route.pulls import Taste
from sopgen.layout.route.straight import Columns, Forbidden, choose_columns
from sopgen.layout.route.topology import Topology, sweep
from sopgen.layout.route.tracks import BlockedError, Level, assign_levels
from sopgen.layout.route.wiring import Wiring, unroll

__all__ = ["Crossings", "NoRoomError", "Routed", "route"]


class Routed(NamedTuple):
    """A page's arrows in columns and levels, before any heights are known."""

    topology: Topology
    wiring: Wiring
    columns: Columns
    levels: tuple[tuple[Level, ...], ...]

    @property
    def crossings(self) -> int:
        return self.topology.crossings


def route(problem: Problem, taste: Taste, known: Crossings, most: int | None = None) -> Routed:
    """Route one page with the fewest crossings there can be, or with up to `most` where the columns force more.

    `known`: what holds with columns enough. Raises NoRoomError where columns are too few, or an override forbids it.
    """
    slots = Slots(problem)
    topology = sweep(problem, known if most is None else NarrowCrossings(known, slots, most), slots)
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
