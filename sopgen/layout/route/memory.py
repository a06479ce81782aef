"""What the row sweep remembers of one problem: its nets as small numbers, the port plans of each band, its work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sopgen.layout.route.ports import MOST_GROUPED, PortPlan, port_plans
from sopgen.layout.route.problem import BandKind, Link, Port, Problem

Interval = tuple[int, int]
Order = tuple[int, ...]  # the nets of the strands alive in a gap, left to right


class Net(NamedTuple):
    """Arrows that end at one port. Forward nets grow by merging; a return net's links are known at its birth."""

    target: int
    is_return: bool
    port: Port
    links: tuple[int, ...]  # link ids
    pentagon: int | None = None


class Ending(NamedTuple):
    """One way into a foot strip. `slots`: the index each strand gathers at; `places`: (index, pair, column)."""

    crossings: int
    joins: int
    slots: tuple[int, ...]
    pairs: tuple[int, ...]
    places: tuple[tuple[int, int, int], ...]


@dataclass(slots=True)
class Memory:
    """Working memory of one problem's sweep: interned nets and the links by band."""

    problem: Problem
    nets: list[Net] = field(default_factory=list)
    index: dict[tuple[object, ...], int] = field(default_factory=dict)
    plans: dict[int, list[PortPlan]] = field(default_factory=dict)
    ample: bool = False  # count crossings as if every slot had columns enough
    cut_short: bool = False
    limited: bool = False  # some choice was left out whatever the work allowed: nothing is proved
    early: bool = False  # it may pay to cross where nothing forces it, which is not tried: no more than 1 is proved
    work: int = 0  # placements tried so far
    allowance: int = 0  # placements allowed up to the band at hand
    links: dict[int, Link] = field(default_factory=dict)
    places: dict[tuple[int, ...], tuple[int, ...] | None] = field(default_factory=dict)  # of pentagons, by their order
    endings: dict[tuple[int, ...], list[Ending]] = field(default_factory=dict)
    goals: dict[int, tuple[int, bool] | None] = field(default_factory=dict)
    _net_of: dict[int, int] = field(default_factory=dict)
    _alike_above: dict[int, list[int]] = field(default_factory=dict)

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
            self.nets.append(Net(link.target, False, "T", links, pentagon))
        return self.index[key]

    def return_net(self, target: int, port: Port, links: tuple[Link, ...]) -> list[int]:
        """The nets of returns that end at `port` of band `target`: one trunk, but overridden links run alone."""
        apart = [(link,) for link in links if link.pass_on]
        together = tuple(link for link in links if not link.pass_on)
        groups = ([together] if together else []) + apart
        found = []
        for group in groups:
            key = ("R", target, port, tuple(link.id for link in group))
            if key not in self.index:
                self.index[key] = len(self.nets)
                pentagon = group[0].pentagon if target == 0 and self.problem.bands[0].kind is BandKind.HEAD else None
                self.nets.append(Net(target, True, port, tuple(link.id for link in group), pentagon))
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

    def spent(self) -> bool:
        """Whether the work budget is spent, each band having had its share of a narrow beam beyond it."""
        return self.work > self.allowance

    def exhausted(self) -> bool:
        """Whether so much work was spent that the search ends even empty-handed."""
        return self.work > 4 * self.allowance

    def goal(self, net_id: int) -> tuple[int, bool] | None:
        """The column where the strand would end straight, if that is known, and whether it lies on a lane border."""
        if net_id not in self.goals:
            net = self.nets[net_id]
            last = len(self.problem.bands) - 1
            pairs = self.foot_pairs(net_id, last)
            if pairs:
                wish = self.problem.wish.get(pairs[0])
                self.goals[net_id] = None if wish is None else (wish, False)
            elif net.is_return:
                self.goals[net_id] = None
            else:
                band = self.problem.bands[net.target]
                box = band.boxes[band.lead]
                self.goals[net_id] = (box.centre, box.on_border)
        return self.goals[net_id]

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

    def alike_above(self, band: int) -> list[int]:
        """For each plan of a band the first one that uses its ports alike for what comes from above."""
        if band not in self._alike_above:
            first: dict[object, int] = {}
            plans = self.plans_at(band)
            keys = [(plan.return_outs, plan.joins_top) for plan in plans]
            self._alike_above[band] = [first.setdefault(key, i) for i, key in enumerate(keys)]
        return self._alike_above[band]

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
