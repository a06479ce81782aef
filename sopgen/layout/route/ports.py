"""Phase 1: which port each arrow at a band may use, as a short list of plans per band.

Ports of a symbol: T takes main arrows, B, L and R let arrows out and returns in; a port serves one
purpose only. An opening capsule lets arrows out downward, a closing one none, and takes all in from above
(slide 44). In a linked joint activity arrows leave from whichever box is best, returns enter the lead's box or,
where an arrow leaves that one straight downward, another of the group; the sides with the joining line are not
free. Returns leave by a side; where the sides do not suffice (three returns out of one kegiatan) or a manual
route says so, one leaves by B and hooks upward in the gap below.
If no port is left for the returns that come in, or their target closes, they join the main arrow above the top
centre: the one relaxation of docs/format-spesifikasi.
"""

from __future__ import annotations

from functools import cache
from itertools import permutations, product
from typing import NamedTuple

from sopgen.layout.route.problem import Band, Link, Port, Side


class PortPlan(NamedTuple):
    """One way to use a band's ports. Each entry names a box by index; `taste` is the cost of habit."""

    outs: tuple[tuple[Link, int, Port], ...]  # forward arrows that start here
    return_outs: tuple[tuple[Link, int, Port], ...]  # returns that start here: by a side, or by B with a hook
    return_ins: tuple[tuple[tuple[Link, ...], int, Port], ...]  # returns that end here, as nets by port
    joins_top: tuple[tuple[tuple[Link, ...], Side], ...] = ()  # the relaxation: net, side it passes on
    taste: int = 0
    strain: int = 0  # weighed like bends: labels that would have to be turned, heads without a shaft
    hooks: bool = False  # whether some return leaves by B


_TIGHT = 4  # bends that a return may take more to enter where its head has a shaft
MOST_GROUPED = 5  # returns into one step up to which every division over two ports is tried


@cache
def _groupings(count: int, ports: int) -> tuple[tuple[int, ...], ...]:
    """Ways to send `count` returns to at most two of `ports` ports: one trunk is preferred, listed first."""
    single = [(p,) * count for p in range(ports)]
    if count < 2 or count > MOST_GROUPED:
        return tuple(single)
    split = [g for g in product(range(ports), repeat=count) if len(set(g)) == 2]
    return tuple(single + split)


def port_plans(
    band: Band, outs: list[Link], return_outs: list[Link], return_ins: list[Link], *, gap_below: bool = True
) -> list[PortPlan]:
    """All plans for one band, best habit first. Empty when the ports cannot serve (an override forbids it).

    `gap_below`: whether there is a gap below the band in which a return may hook upward.
    """
    last = len(band.boxes) - 1
    sides: list[tuple[int, Port]] = [(0, "L"), (last, "R")]
    bottoms: list[tuple[int, Port]] = [(i, "B") for i in range(last + 1)]
    out_ports = [
        (box, port)
        for box, port in bottoms + sides
        if not (box == band.lead and (band.closes or (band.only_bottom and port != "B")))
    ]
    in_ports = [] if band.closes else bottoms + sides
    of_lead = [(box, port) for box, port in in_ports if box == band.lead]
    plans: list[PortPlan] = []
    leaving = outs + return_outs
    wishes = tuple((link.is_return, link.leave) for link in leaving)
    hooking = len(return_outs) - sum(port != "B" for _, port in out_ports)
    hooking = max(hooking, sum(link.leave == "B" for link in return_outs)) if gap_below else 0
    for chosen in _assignments(tuple(out_ports), wishes, hooking):
        serving = in_ports if (band.lead, "B") in chosen else of_lead
        free = [p for p in serving if p not in chosen]
        plans.extend(_with_returns(band, list(zip(leaving, chosen, strict=True)), free, return_ins))
    strict = [plan for plan in plans if not plan.joins_top]
    return sorted(strict or plans, key=lambda plan: plan.taste)


@cache
def _assignments(
    ports: tuple[tuple[int, Port], ...], leaving: tuple[tuple[bool, Port | None], ...], hooking: int
) -> list[tuple[tuple[int, Port], ...]]:
    """Every way to give each leaving arrow (a return? its forced port?) a port, to at most `hooking` returns a B."""
    return [
        chosen
        for chosen in permutations(ports, len(leaving))
        if all(leave in (None, port) for (_, leave), (_, port) in zip(leaving, chosen, strict=True))
        and sum(link[0] and port == "B" for link, (_, port) in zip(leaving, chosen, strict=True)) <= hooking
    ]


def _with_returns(
    band: Band,
    pairs: list[tuple[Link, tuple[int, Port]]],
    free: list[tuple[int, Port]],
    return_ins: list[Link],
) -> list[PortPlan]:
    outs = tuple((link, box, port) for link, (box, port) in pairs if not link.is_return)
    return_outs = tuple((link, box, port) for link, (box, port) in pairs if link.is_return)
    taste = sum(_habit(link, port) for link, (_, port) in pairs)
    strain = sum(link.broad for link, (_, port) in pairs if port == "B")
    hooks = any(port == "B" for _, _, port in return_outs)
    if not return_ins:
        return [PortPlan(outs, return_outs, (), (), taste, strain, hooks)]
    if not free:
        nets: list[tuple[tuple[tuple[Link, ...], Side], ...]] = [
            ((tuple(return_ins), "L"),),
            ((tuple(return_ins), "R"),),
        ]
        return [PortPlan(outs, return_outs, (), net, taste + 8, strain, hooks) for net in nets]
    plans = []
    for grouping in _groupings(len(return_ins), len(free)):
        by_port: dict[int, list[Link]] = {}
        for link, port_index in zip(return_ins, grouping, strict=True):
            by_port.setdefault(port_index, []).append(link)
        ins = tuple((tuple(links), *free[i]) for i, links in sorted(by_port.items()))
        tight = sum(_TIGHT for _, box, port in ins if port in band.boxes[box].tight)
        plans.append(PortPlan(outs, return_outs, ins, (), taste + 2 * (len(ins) - 1), strain + tight, hooks))
    return plans


def _habit(link: Link, port: Port) -> int:
    """Ya goes straight down, other branches go sideways; plain arrows have no habit beyond bends."""
    if link.first_choice:
        return 0 if port == "B" else 1
    if link.labelled:
        return 1 if port == "B" else 0
    return 0
