"""What is known of one page whatever its columns: its nets as small numbers, the port plans of each band."""

from __future__ import annotations

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


@dataclass(slots=True)
class Memory:
    """Interned nets, the links by band, and the plans of each band. Of the columns only borders are looked at."""

    problem: Problem
    nets: list[Net] = field(default_factory=list)
    index: dict[tuple[object, ...], int] = field(default_factory=dict)
    plans: dict[int, list[PortPlan]] = field(default_factory=dict)
    limited: bool = False  # some choice was left out whatever the work allowed: nothing is proved
    links: dict[int, Link] = field(default_factory=dict)
    _net_of: dict[int, int] = field(default_factory=dict)
    _births: dict[int, list[list[Birth]]] = field(default_factory=dict)
    _alike_above: dict[int, list[int]] = field(default_factory=dict)
    _leading: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.links = {link.id: link for link in self.problem.links}

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
                for other in self.problem.links
                if not other.is_return
                and other.target == link.target
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

    def foot_pairs(self, net_id: int, foot: int) -> list[int]:
        """The pentagons of the strip at band `foot` that a net ends at (several for a return from several pages)."""
        net = self.nets[net_id]
        if not net.is_return:
            return [net.pentagon] if net.target == foot and net.pentagon is not None else []
        return [
            link.pentagon for k in net.links if (link := self.links[k]).source == foot and link.pentagon is not None
        ]

    def _to_foot(self, link: Link) -> bool:
        return self.problem.bands[link.target].kind is BandKind.FOOT

    def plans_at(self, band: int) -> list[PortPlan]:
        if band not in self.plans:
            links = self.problem.links
            plans = port_plans(
                self.problem.bands[band],
                [k for k in links if not k.is_return and k.source == band],
                [k for k in links if k.is_return and k.source == band],
                [k for k in links if k.is_return and k.target == band],
                gap_below=band + 1 < len(self.problem.bands),
            )
            self.plans[band] = [plan for plan in plans if not self._between_borders(band, plan)]
            returns = sum(1 for k in links if k.is_return and k.target == band)
            self.limited |= returns > MOST_GROUPED
        return self.plans[band]

    def births_at(self, band: int) -> list[list[Birth]]:
        """For each plan of a band what it gives birth to."""
        if band not in self._births:
            self._births[band] = [self._births_of(band, plan) for plan in self.plans_at(band)]
        return self._births[band]

    def _births_of(self, band: int, plan: PortPlan) -> list[Birth]:
        place = self.problem.bands[band]
        found: list[tuple[int, tuple[int, ...], int, Port]] = [
            (self.net(link), (link.id,), box, port) for link, box, port in plan.outs
        ]
        for links, port in plan.return_ins:
            found += [(n, self.nets[n].links, place.lead, port) for n in self.return_net(band, links)]
        slots = {"L": 0, "R": 2 * len(place.boxes)}
        return [
            Birth(net, links, box, port, slots.get(port, 2 * box + 1), self.nets[net].is_return)
            for net, links, box, port in found
        ]

    def alike_above(self, band: int) -> list[int]:
        """For each plan of a band the first one that uses its ports alike for what comes from above."""
        if band not in self._alike_above:
            first: dict[object, int] = {}
            plans = self.plans_at(band)
            keys = [(plan.return_outs, plan.joins_top) for plan in plans]
            self._alike_above[band] = [first.setdefault(key, i) for i, key in enumerate(keys)]
        return self._alike_above[band]

    def leading(self, band: int) -> list[int]:
        """The plans that lead to every order that any plan leads to: of those that put their births in one order
        those that have most births at the sides, whose stubs may cross what passes.
        """
        if band not in self._leading:
            kept: dict[object, list[tuple[int, set[Port]]]] = {}
            for i, (above, births) in enumerate(zip(self.alike_above(band), self.births_at(band), strict=True)):
                sides: set[Port] = {birth.port for birth in births} - {"B"}
                alike = kept.setdefault((above, self._in_order(band, births)), [])
                if not any(sides <= other for _, other in alike):
                    alike[:] = [entry for entry in alike if not entry[1] <= sides]
                    alike.append((i, sides))
            self._leading[band] = sorted(i for alike in kept.values() for i, _ in alike)
        return self._leading[band]

    def _in_order(self, band: int, births: list[Birth]) -> tuple[tuple[int, int], ...]:
        """The nets born at a band from left to right, each with its box: strands may pass between boxes."""
        last = len(self.problem.bands[band].boxes) - 1
        places = sorted(
            (0 if b.port == "L" else last if b.port == "R" else b.box, "LBR".index(b.port), b.net) for b in births
        )
        return tuple((box, net) for box, _, net in places)

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
