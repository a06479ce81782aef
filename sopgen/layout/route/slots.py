"""On which side of a band's symbols each strand passes, and the crossings that costs in the gap above.

Slots are counted double: 2j is slot j between the symbols, an odd number the top of a symbol.
"""

from __future__ import annotations

from collections.abc import Callable

from sopgen.layout.route.nettable import NetTable, Order
from sopgen.layout.route.ports import PortPlan
from sopgen.layout.route.problem import Band, Side

Choice = tuple[tuple[int, ...], int]
"""A doubled slot for each strand (2j: slot j; 2·lead+1: the lead's top), and the crossings that costs in the gap."""


def slot_choices(
    memory: NetTable, number: int, band: Band, order: Order, plan: PortPlan, budget: int, most: int
) -> list[Choice]:
    """The choices that cost at most `budget` crossings; the first `most` of them."""
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
                return []
            if ends:
                choice = ends[0]
        forced = {2 * _side_slot(band, side) for k in net.links for b, side in memory.links[k].pass_on if b == number}
        if forced:
            choice = tuple(s for s in choice if s in forced)
        if not choice:
            return []
        allowed.append(choice)
    if len(seen_links) != len(ending):
        return []
    return _assigned(order, _priced(allowed, top, tops, last_slot), top, budget, most)


def _side_slot(band: Band, side: Side) -> int:
    return band.lead if side == "L" else band.lead + 1


def _priced(allowed: list[tuple[int, ...]], top: int, tops: list[int], last_slot: int) -> list[list[tuple[int, int]]]:
    """The slots allowed to each strand, with what each crosses wherever other strands pass."""
    first_top = tops[0] if tops else len(allowed)
    last_top = tops[-1] if tops else -1
    priced: list[list[tuple[int, int]]] = []
    for i, slots in enumerate(allowed):
        costs: list[tuple[int, int]] = []
        for slot in slots:
            cost = int(slot != top and 0 < slot < last_slot)  # through the joining line of a joint activity
            # over the main arrow, below its joins
            cost += (slot > top and last_top > i) or (slot < top and first_top < i)
            costs.append((slot, cost))
        priced.append(costs)
    return priced


def _assigned(order: Order, options: list[list[tuple[int, int]]], top: int, budget: int, most: int) -> list[Choice]:
    """All ways to give each strand one of its slots, from left to right; `options` have their crossings each."""
    count = len(order)
    chosen: list[int] = []
    found: list[Choice] = []
    rightmost = max([slot for slots in options for slot, _ in slots], default=top)

    def extend(again: Callable[..., bool], i: int, spare: int) -> bool:
        """Whether to go on. `again`: itself; by its own name it would be a ring that only the collector takes apart."""
        if i == count:
            found.append((tuple(chosen), budget - spare))
            return len(found) < most
        net = order[i]
        for slot, cost in options[i]:
            left = spare - cost
            if slot not in (top, rightmost):
                for j, other in enumerate(chosen):
                    if other > slot and other != top and order[j] != net:
                        left -= 1
            if left >= 0:
                chosen.append(slot)
                if not again(again, i + 1, left):
                    return False
                chosen.pop()
        return True

    extend(extend, 0, budget)
    return found
