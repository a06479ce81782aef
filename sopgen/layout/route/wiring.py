"""Phase 3: the topology unrolled into strands: what arrives above and what leaves below each band.

Strands of neighbouring bands are tied together by `Tie`s, one gap at a time. A tie knows the index of
the departure above the gap and of the arrival below it. Several departures may run into one arrival
(a join of forward arrows), one departure may run into several arrivals (a return from several pages).
"""

from __future__ import annotations

from typing import NamedTuple

from sopgen.layout.route.nettable import Net, Order
from sopgen.layout.route.problem import Problem
from sopgen.layout.route.strands import Departure, Strand
from sopgen.layout.route.topology import Topology


class Tie(NamedTuple):
    """A strand's way through one gap. `departure` is None where a return joins the main arrow above its target."""

    net: int
    departure: int | None
    arrival: int


class Hook(NamedTuple):
    """A return that leaves by B: its stub and its trunk (departures of the band above) meet in the gap."""

    net: int
    link: int
    stub: int
    trunk: int


class BandWires(NamedTuple):
    """One band: arrivals above, departures below (left to right), and in a strip its pentagons' pair ids in order."""

    arrivals: tuple[Strand, ...]
    departures: tuple[Departure, ...]
    pentagons: tuple[int, ...] = ()


class Wiring(NamedTuple):
    """All bands, and the ties of each gap (`gaps[i]` lies below band i)."""

    problem: Problem
    nets: tuple[Net, ...]
    bands: tuple[BandWires, ...]
    gaps: tuple[tuple[Tie, ...], ...]

    def hooks(self, gap: int) -> list[Hook]:
        """The hooks of a gap."""
        departures = self.bands[gap].departures
        return [
            Hook(trunk.net, trunk.hook, stub, i)
            for i, trunk in enumerate(departures)
            if trunk.hook is not None and trunk.arrival is not None
            for stub, other in enumerate(departures)
            if other.hook == trunk.hook and other.arrival is None
        ]


def unroll(problem: Problem, topology: Topology) -> Wiring:
    """Every strand of the ways that the sweep chose, tied to those of the bands above and below."""
    bands: list[BandWires] = []
    gaps: list[tuple[Tie, ...]] = []
    order: Order = ()
    merged_from: list[list[int]] = []
    for number, way in enumerate(topology.ways):
        if number:
            gaps.append(_ties(way.strands, merged_from, order))
        bands.append(BandWires(tuple(way.strands), tuple(way.leaving), way.pairs))
        alive = [i for i, departure in enumerate(way.leaving) if departure.alive]
        order = way.order
        merged_from = [[alive[k] for k in members] for members in way.bound] or [[k] for k in alive]
    return Wiring(problem, topology.nets, tuple(bands), tuple(gaps))


def _ties(strands: list[Strand], merged_from: list[list[int]], order: tuple[int, ...]) -> tuple[Tie, ...]:
    found = []
    for arrival, strand in enumerate(strands):
        if not strand.sources:
            found.append(Tie(strand.net, None, arrival))
        for source in strand.sources:
            found.extend(Tie(order[source], departure, arrival) for departure in merged_from[source])
    return tuple(found)
