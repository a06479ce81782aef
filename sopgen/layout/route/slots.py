"""On which side of a band's symbols each strand passes, and the crossings that costs in the gap above.

Slots are counted double: 2j is slot j between the symbols, an odd number the top of a symbol.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.layout.route.nettable import NetTable, Order
from sopgen.layout.route.ports import PortPlan
from sopgen.layout.route.problem import Band, Side


def slot_choices(
    memory: NetTable, number: int, band: Band, order: Order, plan: PortPlan, budget: int
) -> Iterator[tuple[tuple[int, ...], int]]:
    """Doubled slots for each strand (2j: slot j; 2·lead+1: the lead's top) with the crossings they cost in the gap."""
    last_slot = 2 * len(band.boxes)
    top = 2 * band.lead + 1
    passing = tuple(range(0, last_slot + 1, 2))
    ending = {
        link.id: passing if port == "B" else (0,) if port == "L" else (last_slot,) for link, _, port in plan.return_outs
    }
    allowed: list[tuple[int, ...]] = []
    tops: list[int] = []
    seen_links: set[int] = set()
    for i, net_id in enumerate(order):
        net = memory.nets[net_id]
        if not net.is_return and net.target == number:
            tops.append(i)
            allowed.append((top,))
            continue
        choice = passing
        if net.is_return:
            ends = [ending[k] for k in net.links if k in ending]
            seen_links.update(k for k in net.links if k in ending)
            if len(set(ends)) > 1:
                return
            if ends:
                choice = ends[0]
        forced = {2 * _side_slot(band, side) for k in net.links for b, side in memory.links[k].pass_on if b == number}
        if forced:
            choice = tuple(s for s in choice if s in forced)
        if not choice:
            return
        allowed.append(choice)
    if len(seen_links) != len(ending):
        return
    first_top = tops[0] if tops else len(order)
    last_top = tops[-1] if tops else -1
    yield from _assign(order, allowed, top, first_top, last_top, budget, last_slot)


def _side_slot(band: Band, side: Side) -> int:
    return band.lead if side == "L" else band.lead + 1


def _assign(
    order: Order,
    allowed: list[tuple[int, ...]],
    top: int,
    first_top: int,
    last_top: int,
    budget: int,
    last_slot: int,
) -> Iterator[tuple[tuple[int, ...], int]]:
    chosen: list[int] = []

    def extend(i: int, cost: int) -> Iterator[tuple[tuple[int, ...], int]]:
        if i == len(order):
            yield tuple(chosen), cost
            return
        for slot in allowed[i]:
            more = 0
            if slot != top:
                if 0 < slot < last_slot:
                    more += 1  # through the joining line of a joint activity
                if (slot > top and last_top > i) or (slot < top and first_top < i):
                    more += 1  # over the main arrow, below its joins
                for j in range(i):
                    if chosen[j] > slot and chosen[j] != top and order[j] != order[i]:
                        more += 1
            if cost + more <= budget:
                chosen.append(slot)
                yield from extend(i + 1, cost + more)
                chosen.pop()

    yield from extend(0, 0)
