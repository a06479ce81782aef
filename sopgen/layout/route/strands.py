"""Strands at a band: what arrives above it, what leaves below it, and the columns open to each."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.layout.route.memory import Interval, Memory, Order
from sopgen.layout.route.ports import PortPlan
from sopgen.layout.route.problem import Band, Port


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
    memory: Memory, number: int, band: Band, order: Order, plan: PortPlan, slots: tuple[int, ...]
) -> list[Strand]:
    """The strands above a band, left to right, as sorted and merged by their slots."""
    ending = {link.id: port for link, _, port in plan.return_outs}
    strands: list[Strand] = []
    for i in sorted(range(len(order)), key=lambda i: slots[i]):
        net_id = order[i]
        net = memory.nets[net_id]
        last = strands[-1] if strands else None
        if last and not net.is_return and last.slot == slots[i] and (last.net == net_id or slots[i] % 2):
            strands[-1] = Strand(last.net, last.slot, (*last.sources, i))
            continue
        ends = tuple((k, ending[k]) for k in net.links if net.is_return and k in ending)
        hooks = any(port == "B" for _, port in ends)
        goes_on = not ends or hooks or any(memory.links[k].source > number for k in net.links)
        strands.append(Strand(net_id, slots[i], (i,), ends, goes_on))
    top = 2 * band.lead + 1
    for links, side in plan.joins_top:
        for net_id in memory.return_net(number, "T", links):
            place = next((i for i, s in enumerate(strands) if s.slot >= top), len(strands))
            if side == "R":
                place = next((i for i, s in enumerate(strands) if s.slot > top), len(strands))
            strands.insert(place, Strand(net_id, top - 1 if side == "L" else top + 1, ()))
    return strands


def open_columns(memory: Memory, band: Band, slots: list[int]) -> list[Interval] | None:
    """The columns open to each strand beside others in its slot; None when a slot is too narrow."""
    columns = len(memory.problem.x)
    result: list[Interval] = []
    counts: dict[int, int] = {}
    for slot in slots:
        counts[slot] = counts.get(slot, 0) + 1
    seen: dict[int, int] = {}
    boxes = band.boxes
    for slot in slots:
        if slot % 2:
            centre = boxes[slot // 2].centre
            result.append((centre, centre))
            continue
        j = slot // 2
        rank = seen.get(slot, 0)
        seen[slot] = rank + 1
        left = boxes[j - 1].hi + 1 if j else 0
        right = boxes[j].lo - 1 if j < len(boxes) else columns - 1
        lo, hi = left + rank, right - (counts[slot] - 1 - rank)
        if lo > hi and not memory.ample:
            return None
        result.append((lo, max(lo, hi)))
    return result


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


def departures(
    memory: Memory, number: int, band: Band, strands: list[Strand], plan: PortPlan, left: int, right: int
) -> list[Departure]:
    """The strands below a band, left to right. `left` and `right`: how many passing strands a side stub crosses."""
    last_slot = 2 * len(band.boxes)
    by_slot: list[list[Departure]] = [[] for _ in range(last_slot + 1)]
    for i, strand in enumerate(strands):
        if strand.slot % 2 == 0 and strand.goes_on:
            hook = next((link for link, port in strand.ends if port == "B"), None) if plan.hooks else None
            alive = hook is None or any(memory.links[k].source > number for k in memory.nets[strand.net].links)
            by_slot[strand.slot].append(Departure(strand.net, strand.slot, i, hook=hook, alive=alive))
    for net, born, box, port in _births(memory, number, band, plan):
        if port == "B":
            slot = 2 * box + 1
            by_slot[slot].append(Departure(net, slot, None, born, box, port))
            continue
        if port == "L":
            slot, place = 0, max(0, len(by_slot[0]) - left)
            outward = place - 1
        else:
            slot, place = last_slot, right
            outward = place if place < len(by_slot[slot]) else -1
        row = by_slot[slot]
        if outward >= 0 and row[outward].net == net and not memory.nets[net].is_return:
            row[outward] = row[outward]._replace(absorbed=(*row[outward].absorbed, (born[0], box, port)))
            continue
        row.insert(place, Departure(net, slot, None, born, box, port))
    if plan.hooks:
        for stub in _stubs(strands, plan):
            by_slot[stub.slot].append(stub)
    return [departure for row in by_slot for departure in row]


def _stubs(strands: list[Strand], plan: PortPlan) -> list[Departure]:
    """The stubs of returns that leave by B, to be hooked to their trunks in the gap below."""
    net_of = {link: strand.net for strand in strands for link, _ in strand.ends}
    return [
        Departure(net_of[link.id], 2 * box + 1, None, (), box, port, hook=link.id, alive=False)
        for link, box, port in plan.return_outs
        if port == "B"
    ]


def _births(memory: Memory, number: int, band: Band, plan: PortPlan) -> list[tuple[int, tuple[int, ...], int, Port]]:
    """(net, links, box, port) of what begins at a band, seen from above."""
    births: list[tuple[int, tuple[int, ...], int, Port]] = [
        (memory.net(link), (link.id,), box, port) for link, box, port in plan.outs
    ]
    for links, port in plan.return_ins:
        births += [(n, memory.nets[n].links, band.lead, port) for n in memory.return_net(number, port, links)]
    return births


def hook_crossings(leaving: list[Departure]) -> int:
    """What lies between the stub and the trunk of each hook: the hook crosses it once."""
    legs: dict[int, list[int]] = {}
    for i, departure in enumerate(leaving):
        if departure.hook is not None:
            legs.setdefault(departure.hook, []).append(i)
    return sum(right - left - 1 for left, right in legs.values())


def bind(
    memory: Memory, nets: tuple[int, ...], runs: tuple[Interval, ...]
) -> tuple[tuple[int, ...], tuple[Interval, ...]]:
    """Neighbours of one forward net are bound from here on: they join in the next gap."""
    kept: list[int] = []
    spans: list[Interval] = []
    for net_id, run in zip(nets, runs, strict=True):
        if kept and kept[-1] == net_id and not memory.nets[net_id].is_return:
            lo, hi = max(spans[-1][0], run[0]), min(spans[-1][1], run[1])
            spans[-1] = (lo, hi) if lo <= hi else spans[-1]
            continue
        kept.append(net_id)
        spans.append(run)
    return tuple(kept), tuple(spans)
