"""What is known of one page whatever its columns: its nets as small numbers, the port plans of each band."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sopgen.layout.route.ports import MOST_GROUPED, PortPlan, port_plans
from sopgen.layout.route.problem import BandKind, Link, Port, Problem

Order = tuple[int, ...]  # the nets of the strands alive in a gap, left to right


class Net(NamedTuple):
    """Arrows that end at one port. Forward nets grow by merging; a return net's links are known at its birth."""

    target: int
    is_return: bool
    links: tuple[int, ...]  # link ids
    pentagon: int | None = None


class Birth(NamedTuple):
    """What begins at a band, seen from above: links of one net at a port."""

    net: int
    links: tuple[int, ...]
    box: int
    port: Port
    slot: int
    is_return: bool


class Use(NamedTuple):
    """One way to use a band's ports. `above` is the same for all that deal alike with what comes from above."""

    plan: PortPlan
    births: list[Birth]
    above: int


class Uses(NamedTuple):
    """All ways to use a band's ports; and a few that lead to every order that any leads to: see `_leading`."""

    every: list[Use]
    leading: list[Use]


@dataclass(slots=True)
class NetTable:
    """Interned nets, the links by band, and the uses of each band. Of the columns only borders are looked at."""

    problem: Problem
    nets: list[Net] = field(default_factory=list)
    index: dict[tuple[object, ...], int] = field(default_factory=dict)
    limited: bool = False  # some choice was left out whatever the work allowed: nothing is proved
    links: dict[int, Link] = field(default_factory=dict)
    _from: dict[int, list[Link]] = field(default_factory=dict)
    _into: dict[int, list[Link]] = field(default_factory=dict)
    _net_of: dict[int, int] = field(default_factory=dict)
    _uses: dict[int, Uses] = field(default_factory=dict)
    _foot_pairs: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for link in self.problem.links:
            self.links[link.id] = link
            self._from.setdefault(link.source, []).append(link)
            self._into.setdefault(link.target, []).append(link)

    def net(self, link: Link) -> int:
        """The net of a forward link. A link with an override of its own stays apart until its target's top."""
        known = self._net_of.get(link.id)
        if known is None:
            known = self._net_of[link.id] = self._intern(link)
        return known

    def _intern(self, link: Link) -> int:
        tag = link.id if link.pass_on else -1
        key = ("F", link.target, link.pentagon if self._to_foot(link) else None, tag)
        if key not in self.index:
            self.index[key] = len(self.nets)
            pentagon = link.pentagon if self._to_foot(link) else None
            links = tuple(
                other.id
                for other in self._into[link.target]
                if not other.is_return
                and (not self._to_foot(link) or other.pentagon == link.pentagon)
                and (other.id if other.pass_on else -1) == tag
            )
            self.nets.append(Net(link.target, False, links, pentagon))
        return self.index[key]

    def return_net(self, target: int, links: tuple[Link, ...]) -> list[int]:
        """The nets of returns that end at one port of band `target`: one trunk, but overridden links run alone."""
        apart = [(link,) for link in links if link.pass_on]
        together = tuple(link for link in links if not link.pass_on)
        groups = ([together] if together else []) + apart
        found = []
        for group in groups:
            key = ("R", target, tuple(link.id for link in group))
            if key not in self.index:
                self.index[key] = len(self.nets)
                pentagon = group[0].pentagon if target == 0 and self.problem.bands[0].kind is BandKind.HEAD else None
                self.nets.append(Net(target, True, tuple(link.id for link in group), pentagon))
            found.append(self.index[key])
        return found

    def foot_pairs(self, net_id: int, foot: int) -> tuple[int, ...]:
        """The pentagons of the strip at band `foot` that a net ends at (several for a return from several pages)."""
        known = self._foot_pairs.get((net_id, foot))
        if known is None:
            known = self._foot_pairs[net_id, foot] = tuple(self._pentagons(self.nets[net_id], foot))
        return known

    def _pentagons(self, net: Net, foot: int) -> Iterator[int]:
        if net.is_return:
            links = (self.links[k] for k in net.links)
            yield from (link.pentagon for link in links if link.source == foot and link.pentagon is not None)
        elif net.target == foot and net.pentagon is not None:
            yield net.pentagon

    def _to_foot(self, link: Link) -> bool:
        return self.problem.bands[link.target].kind is BandKind.FOOT

    def uses(self, band: int) -> Uses:
        known = self._uses.get(band)
        if known is None:
            first: dict[object, int] = {}
            every = []
            for plan in self._plans(band):
                above = first.setdefault((plan.return_outs, plan.joins_top), len(first))
                every.append(Use(plan, self._births_of(band, plan), above))
            last = len(self.problem.bands[band].boxes) - 1
            known = self._uses[band] = Uses(every, _leading(every, last) if len(every) > 1 else every)
        return known

    def _plans(self, band: int) -> list[PortPlan]:
        leaving = self._from.get(band, [])
        returning = [k for k in self._into.get(band, ()) if k.is_return]
        self.limited |= len(returning) > MOST_GROUPED
        plans = port_plans(
            self.problem.bands[band],
            [k for k in leaving if not k.is_return],
            [k for k in leaving if k.is_return],
            returning,
            gap_below=band + 1 < len(self.problem.bands),
        )
        return [plan for plan in plans if not self._between_borders(band, plan)]

    def _births_of(self, band: int, plan: PortPlan) -> list[Birth]:
        last_slot = 2 * len(self.problem.bands[band].boxes)
        outs = [
            Birth(self.net(link), (link.id,), box, port, _slot(box, port, last_slot), False)
            for link, box, port in plan.outs
        ]
        returns = [
            Birth(net, self.nets[net].links, box, port, _slot(box, port, last_slot), True)
            for links, box, port in plan.return_ins
            for net in self.return_net(band, links)
        ]
        return outs + returns

    def _between_borders(self, band: int, plan: PortPlan) -> bool:
        """Whether an arrow would run from one lane border straight to another, from a wide symbol to the next below.

        Its track would have to lie both above the row rule (to leave the one) and below it (to reach the other).
        """
        for link, box, port in plan.outs:
            leaving = self.problem.bands[band].boxes[box]
            below = self.problem.bands[link.target]
            if port == "B" and leaving.on_border and link.target == band + 1 and below.boxes:
                entered = below.boxes[below.lead]
                if entered.on_border and entered.centre != leaving.centre:
                    return True
        return False


def _slot(box: int, port: Port, last_slot: int) -> int:
    return 0 if port == "L" else last_slot if port == "R" else 2 * box + 1


def _leading(every: list[Use], last_box: int) -> list[Use]:
    """Of those that put their births in one order, those with most births at the sides: their stubs may cross."""
    kept: dict[object, list[tuple[int, set[Port]]]] = {}
    for i, use in enumerate(every):
        sides: set[Port] = {birth.port for birth in use.births} - {"B"}
        alike = kept.setdefault((use.above, _in_order(use.births, last_box)), [])
        if not any(sides <= other for _, other in alike):
            alike[:] = [entry for entry in alike if not entry[1] <= sides]
            alike.append((i, sides))
    return [every[i] for i in sorted(i for alike in kept.values() for i, _ in alike)]


def _in_order(births: list[Birth], last_box: int) -> tuple[tuple[int, int], ...]:
    """The nets born at a band from left to right, each with its box: strands may pass between boxes."""
    places = sorted(
        (0 if b.port == "L" else last_box if b.port == "R" else b.box, "LBR".index(b.port), b.net) for b in births
    )
    return tuple((box, net) for box, _, net in places)
