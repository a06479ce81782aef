"""Strands at a band: what arrives above it, what leaves below it, and the columns open to each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice
from operator import ne
from typing import NamedTuple

from sopgen.layout.route.nettable import Birth, NetTable, Order
from sopgen.layout.route.ports import PortPlan
from sopgen.layout.route.problem import Band, Port

Inward = tuple[int, int]  # at the left and at the right side

STAY: Inward = (0, 0)


class Strand(NamedTuple):
    """A strand at a band: its net, its doubled slot, and the strands of the gap above that it gathers (indexes).

    `ends`: (link id, port) of the returns that start here and run into it; by B in the gap below, to which it goes on.
    """

    net: int
    slot: int
    sources: tuple[int, ...]
    ends: tuple[tuple[int, Port], ...] = ()
    goes_on: bool = True


def arrivals(
    memory: NetTable, number: int, band: Band, order: Order, plan: PortPlan, slots: tuple[int, ...], inward: Inward
) -> list[Strand]:
    """The strands above a band, left to right, as sorted and merged by their slots.

    `inward`: how many strands a trunk that takes in a return at the left, at the right crosses toward the symbol.
    """
    ending = {link.id: port for link, _, port in plan.return_outs}
    strands: list[Strand] = []
    for i in sorted(range(len(order)), key=slots.__getitem__):
        net_id, slot = order[i], slots[i]
        net = memory.nets[net_id]
        if not net.is_return:
            last = strands[-1] if strands else None
            if last and last.slot == slot and (last.net == net_id or slot % 2):
                strands[-1] = Strand(last.net, slot, (*last.sources, i))
            else:
                strands.append(Strand(net_id, slot, (i,)))
            continue
        ends = tuple([(k, ending[k]) for k in net.links if k in ending])
        hooks = any(port == "B" for _, port in ends)
        goes_on = not ends or hooks or any(memory.links[k].source > number for k in net.links)
        strands.append(Strand(net_id, slot, (i,), ends, goes_on))
    top = 2 * band.lead + 1
    for links, side in plan.joins_top:
        for net_id in memory.return_net(number, links):
            place = next((i for i, s in enumerate(strands) if s.slot >= top), len(strands))
            if side == "R":
                place = next((i for i, s in enumerate(strands) if s.slot > top), len(strands))
            strands.insert(place, Strand(net_id, top - 1 if side == "L" else top + 1, ()))
    if inward != STAY:
        _move_inward(strands, inward)
    return strands


def trunks_with_more_stubs(memory: NetTable, number: int, band: Band, strands: list[Strand]) -> Inward:
    """How many strands stand between the symbol and a trunk that takes in a return here, and others further down.

    Each of these stubs would cross them. So the trunk may as well cross them itself, once, above the first stub:
    the one crossing worth making though no slot forces it.
    """
    between = [0, 0]
    for i, strand in enumerate(strands):
        for _, side in strand.ends:
            if side != "B" and any(memory.links[k].source > number for k in memory.nets[strand.net].links):
                others = strands[i + 1 :] if side == "L" else strands[:i]
                slot = 0 if side == "L" else 2 * len(band.boxes)
                between[side == "R"] = sum(1 for s in others if s.slot == slot and s.sources)
    return between[0], between[1]


def _move_inward(strands: list[Strand], inward: Inward) -> None:
    for side, by in zip(("L", "R"), inward, strict=True):
        if by:
            i = next(i for i, s in enumerate(strands) if any(port == side for _, port in s.ends))
            strands.insert(i + by if side == "L" else i - by, strands.pop(i))


class Departure(NamedTuple):
    """A strand below a band: its net, slot, the arrival it continues (index) or the links born here by a port.

    `absorbed`: (link, box, port) of arrows of its net whose side stub runs straight into it at this band.
    `hook`: in the gap below a return's stub from B and its trunk meet; each names the link.
    `alive`: whether it goes on beyond that gap's hooks, to the next band.
    """

    net: int
    slot: int
    arrival: int | None = None
    born: tuple[int, ...] = ()
    box: int = 0
    port: Port | None = None
    absorbed: tuple[tuple[int, int, Port], ...] = ()
    hook: int | None = None
    alive: bool = True


Rows = list[list[Departure]]  # by (doubled) slot


def passing(memory: NetTable, number: int, band: Band, strands: list[Strand], plan: PortPlan) -> Rows:
    """What goes on below a band, and the stubs that are hooked there: all but what is born at it."""
    rows: Rows = [[] for _ in range(2 * len(band.boxes) + 1)]
    for i, strand in enumerate(strands):
        if strand.slot % 2 == 0 and strand.goes_on:
            hook = next((link for link, port in strand.ends if port == "B"), None) if strand.ends else None
            if hook is None:
                rows[strand.slot].append(Departure(strand.net, strand.slot, i))
                continue
            alive = any(memory.links[k].source > number for k in memory.nets[strand.net].links)
            rows[strand.slot].append(Departure(strand.net, strand.slot, i, hook=hook, alive=alive))
    if plan.hooks:
        net_of = {link: strand.net for strand in strands for link, _ in strand.ends}
        for link, box, port in plan.return_outs:
            if port == "B":
                stub = Departure(net_of[link.id], 2 * box + 1, None, (), box, port, hook=link.id, alive=False)
                rows[stub.slot].append(stub)
    return rows


def departures(rows: Rows, births: list[Birth], left: int, right: int) -> list[Departure]:
    """The strands below a band, left to right: what passes, and what is born.

    `left` and `right`: how many passing strands a stub born at that side crosses.
    """
    rows = [*rows]
    for birth in births:
        slot, box, port = birth.slot, birth.box, birth.port
        born = Departure(birth.net, slot, None, birth.links, box, port)
        if port == "B":
            rows[slot] = [*rows[slot], born]
            continue
        row = rows[slot] = [*rows[slot]]
        place = max(0, len(row) - left) if port == "L" else right
        outward = place - 1 if port == "L" else place if place < len(row) else -1
        if outward >= 0 and row[outward].net == birth.net and not birth.is_return:
            row[outward] = row[outward]._replace(absorbed=(*row[outward].absorbed, (birth.links[0], box, port)))
        else:
            row.insert(place, born)
    return list(chain.from_iterable(rows))


def order_below(memory: NetTable, rows: list[tuple[int, ...]], births: list[Birth], left: int, right: int) -> Order:
    """The order that `departures` lead to; `rows` are the nets that pass."""
    rows = [*rows]
    for birth in births:
        row = rows[birth.slot]
        place = len(row) if birth.port == "B" else max(0, len(row) - left) if birth.port == "L" else right
        rows[birth.slot] = (*row[:place], birth.net, *row[place:])
    nets = tuple(chain.from_iterable(rows))
    return nets if len(set(nets)) == len(nets) else bind(memory, nets)[0]


def hook_crossings(leaving: list[Departure]) -> int:
    """What lies between the stub and the trunk of each hook: the hook crosses it once."""
    legs: dict[int, list[int]] = {}
    for i, departure in enumerate(leaving):
        if departure.hook is not None:
            legs.setdefault(departure.hook, []).append(i)
    return sum(right - left - 1 for left, right in legs.values())


def bind(memory: NetTable, nets: Sequence[int]) -> tuple[Order, list[list[int]]]:
    """The order, and whom each of it binds: neighbours of one forward net join in the next gap.

    No one is bound in most orders: these say so by an empty list.
    """
    if all(map(ne, nets, islice(nets, 1, None))):
        return tuple(nets), []
    kept: list[int] = []
    bound: list[list[int]] = []
    for i, net_id in enumerate(nets):
        if kept and kept[-1] == net_id and not memory.nets[net_id].is_return:
            bound[-1].append(i)
        else:
            kept.append(net_id)
            bound.append([i])
    return tuple(kept), bound
