"""Phase 3: the topology unrolled into strands: what arrives above and what leaves below each band.

Strands of neighbouring bands are tied together by `Tie`s, one gap at a time. A tie knows the index of
the departure above the gap and of the arrival below it. Several departures may run into one arrival
(a join of forward arrows), one departure may run into several arrivals (a return from several pages).
"""

from __future__ import annotations

from typing import NamedTuple

from sopgen.layout.route.memory import Memory, Net, Order
from sopgen.layout.route.problem import BandKind, Port, Problem
from sopgen.layout.route.strands import Departure, Strand, arrivals, bind, departures, passing
from sopgen.layout.route.strips import head_nets
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
    """Replay the decisions of the sweep and keep every strand."""
    memory = Memory(problem, nets=list(topology.nets))
    memory.index = {_key(problem, net): i for i, net in enumerate(topology.nets)}
    bands: list[BandWires] = []
    gaps: list[tuple[Tie, ...]] = []
    order: tuple[int, ...] = ()
    merged_from: list[list[int]] = []
    for number, (band, decision) in enumerate(zip(problem.bands, topology.decisions, strict=True)):
        if band.kind is BandKind.HEAD:
            pairs = head_nets(memory)
            leaving = [
                Departure(pairs[p], 0, None, memory.nets[pairs[p]].links, i, "B") for i, p in enumerate(decision.order)
            ]
            bands.append(BandWires((), tuple(leaving), decision.order))
        elif band.kind is BandKind.FOOT:
            strands = _foot_strands(memory, number, order, decision.order)
            gaps.append(_ties(strands, merged_from, order))
            bands.append(BandWires(tuple(strands), (), decision.order))
            leaving = []
        else:
            assert decision.plan is not None
            strands = arrivals(memory, number, band, order, decision.plan, decision.slots, decision.inward)
            if number:
                gaps.append(_ties(strands, merged_from, order))
            rows = passing(memory, number, band, strands, decision.plan)
            leaving = departures(rows, decision.births, decision.insert_left, decision.insert_right)
            bands.append(BandWires(tuple(strands), tuple(leaving)))
        order, merged_from = _bind(memory, leaving)
    return Wiring(problem, topology.nets, tuple(bands), tuple(gaps))


def _key(problem: Problem, net: Net) -> tuple[object, ...]:
    by_id = {link.id: link for link in problem.links}
    if net.is_return:
        return ("R", net.target, net.links)
    link = by_id[net.links[0]]
    return ("F", net.target, net.pentagon, link.id if link.pass_on else -1)


def _bind(memory: Memory, leaving: list[Departure]) -> tuple[Order, list[list[int]]]:
    """The order below a band with neighbours of one forward net bound, and which departures each entry gathers."""
    alive = [i for i, departure in enumerate(leaving) if departure.alive]
    order, bound = bind(memory, [leaving[i].net for i in alive])
    return order, [[alive[k] for k in members] for members in bound]


def _foot_strands(memory: Memory, number: int, order: tuple[int, ...], pairs: tuple[int, ...]) -> list[Strand]:
    """One strand for each pentagon, in the strip's order, with the entries of the order that end at it."""
    strands = []
    for pair in pairs:
        sources = tuple(i for i, net_id in enumerate(order) if pair in memory.foot_pairs(net_id, number))
        net_id = order[sources[0]]
        ends: tuple[tuple[int, Port], ...] = tuple(
            (k.id, "L") for k in memory.problem.links if k.is_return and k.source == number and k.pentagon == pair
        )
        strands.append(Strand(net_id, 1, sources, ends, goes_on=False))
    return strands


def _ties(strands: list[Strand], merged_from: list[list[int]], order: tuple[int, ...]) -> tuple[Tie, ...]:
    found = []
    for arrival, strand in enumerate(strands):
        if not strand.sources:
            found.append(Tie(strand.net, None, arrival))
        for source in strand.sources:
            found.extend(Tie(order[source], departure, arrival) for departure in merged_from[source])
    return tuple(found)
