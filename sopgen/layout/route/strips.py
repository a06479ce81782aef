"""Connector strips in the sweep: the orders and places of their pentagons, at the head and at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import NamedTuple

from sopgen.layout.route.nettable import NetTable, Order
from sopgen.layout.route.problem import BandKind, Port, Problem
from sopgen.layout.route.strands import Departure, Strand

_MOST_ANCHORS = 32  # ways to gather the strip's nets that are looked at
_ALL_ORDERS = 5  # pentagons up to which every order is tried


class Ending(NamedTuple):
    """One way into a foot strip. `gathered`: the index at which each pentagon's strands gather, and its pair."""

    crossings: int
    joins: int
    pairs: tuple[int, ...]
    gathered: tuple[tuple[int, int], ...]


def head_nets(memory: NetTable) -> dict[int, int]:
    """Pair id → net, for the pentagons of the head strip."""
    found: dict[int, int] = {}
    for link in memory.problem.links:
        if link.pentagon is None:
            continue
        if not link.is_return and link.source == 0:
            found[link.pentagon] = memory.net(link)
        elif link.is_return and link.target == 0 and link.pentagon not in found:
            group = tuple(k for k in memory.problem.links if k.is_return and k.pentagon == link.pentagon)
            found[link.pentagon] = memory.return_net(0, group)[0]
    return found


def head_departures(memory: NetTable, nets: dict[int, int], pairs: tuple[int, ...]) -> list[Departure]:
    """What leaves the pentagons of the head strip, these being in the order `pairs`."""
    return [Departure(nets[p], 0, None, memory.nets[nets[p]].links, i, "B") for i, p in enumerate(pairs)]


def head_orders(memory: NetTable, pairs: dict[int, int]) -> Iterable[tuple[int, ...]]:
    """The pentagons (pair ids) of the head strip in every order, or in likely ones; the order of wishes first."""
    wish = memory.problem.wish
    wanted = sorted(pairs, key=lambda p: (wish.get(p, 0), p))
    return permutations(wanted) if len(wanted) <= _ALL_ORDERS else _likely_orders(memory, pairs, wanted)


def strips_hold(problem: Problem) -> bool:
    """Whether each strip is broad enough for its pentagons."""
    most, end = 0, float("-inf")
    for column in problem.places:
        if end + problem.pentagon_room <= problem.x[column] + 1e-6:
            most, end = most + 1, problem.x[column]
    heads = {k.pentagon for k in problem.links if k.pentagon is not None and problem.bands[k.top].kind is BandKind.HEAD}
    feet = {
        k.pentagon for k in problem.links if k.pentagon is not None and problem.bands[k.bottom].kind is BandKind.FOOT
    }
    return max(len(heads), len(feet)) <= most


def strip_places(problem: Problem, order: tuple[int, ...]) -> tuple[int, ...] | None:
    """The columns of a strip's pentagons in this order: each as near its target's lane as the others let it.

    None when the strip is too narrow for so many. The least sum of distances, by dynamic programming over places.
    """
    x, places = problem.x, problem.places
    best: list[tuple[float, float, tuple[int, ...]]] = [(float("-inf"), 0.0, ())]  # its end, cost and columns
    for pair in order:
        wish = x[problem.wish.get(pair, places[0])]
        after: list[tuple[float, float, tuple[int, ...]]] = []
        cheapest: tuple[float, tuple[int, ...]] | None = None
        ended = 0  # of those so far, which end before the column: ever more, as columns stand from left to right
        for column in places:
            while ended < len(best) and best[ended][0] + problem.pentagon_room <= x[column] + 1e-6:
                cheapest = best[ended][1:] if cheapest is None else min(cheapest, best[ended][1:])
                ended += 1
            if cheapest is not None:
                after.append((x[column], cheapest[0] + abs(x[column] - wish), (*cheapest[1], column)))
        best = after
    return min(best, key=_cost)[2] if best else None


def _cost(entry: tuple[float, float, tuple[int, ...]]) -> tuple[float, tuple[int, ...]]:
    return entry[1:]


def _likely_orders(memory: NetTable, pairs: dict[int, int], wanted: list[int]) -> Iterator[tuple[int, ...]]:
    """Many pentagons: the order of wishes and of its neighbours by one move, instead of all permutations."""
    memory.limited = True
    seen = set()
    base = tuple(wanted)
    candidates = [base]
    # nested: what ends first stands innermost, on either side
    by_end = sorted(wanted, key=lambda p: -_last_band(memory, pairs[p]))
    for mask in range(1 << min(len(by_end), 8)):
        left = [p for i, p in enumerate(by_end) if mask >> i & 1]
        right = [p for i, p in enumerate(by_end) if not mask >> i & 1]
        candidates.append(tuple(left + right[::-1]))
    for candidate in candidates:
        if candidate not in seen:
            seen.add(candidate)
            yield candidate


def _last_band(memory: NetTable, net_id: int) -> int:
    return max(memory.links[k].bottom for k in memory.nets[net_id].links)


def endings(memory: NetTable, number: int, order: Order) -> list[Ending]:
    """The ways to lead an order into the foot strip's pentagons: what shares one gathers at one strand."""
    pairs_of = {net_id: memory.foot_pairs(net_id, number) for net_id in order}
    if not all(pairs_of.values()):
        return []
    positions: dict[tuple[int, ...], list[int]] = {}  # nets with overrides of their own still share a pentagon
    for i, net_id in enumerate(order):
        positions.setdefault(pairs_of[net_id], []).append(i)
    anchors: list[dict[tuple[int, ...], int]] = [{}]
    for pairs, places in positions.items():
        memory.limited |= len(anchors) > _MOST_ANCHORS and len(places) > 1
        anchors = [{**a, pairs: p} for a in anchors[:_MOST_ANCHORS] for p in places]
    found = []
    for anchor in anchors:
        by_place = sorted(positions, key=lambda pairs: anchor[pairs])
        found.append(
            Ending(
                _foot_crossings(order, {net_id: anchor[pairs] for net_id, pairs in pairs_of.items()}),
                len(order) - len(positions),
                tuple(pair for pairs in by_place for pair in pairs),
                tuple((anchor[pairs], pair) for pairs in by_place for pair in pairs),
            )
        )
    return found


def _foot_crossings(order: tuple[int, ...], anchor: dict[int, int]) -> int:
    """Crossings of bringing each net's entries to its anchor; a line crosses a trunk once, below its joins."""
    inverted: dict[tuple[int, int], tuple[set[int], set[int]]] = {}
    for i, a in enumerate(order):
        for j in range(i + 1, len(order)):
            b = order[j]
            if a != b and anchor[a] > anchor[b]:
                left, right = (i, j) if a < b else (j, i)
                of_first, of_second = inverted.setdefault((min(a, b), max(a, b)), (set(), set()))
                of_first.add(left)
                of_second.add(right)
    return sum(min(len(first), len(second)) for first, second in inverted.values())


def foot_strands(memory: NetTable, number: int, order: tuple[int, ...], pairs: tuple[int, ...]) -> list[Strand]:
    """One strand for each pentagon, in the strip's order, with the entries of the order that end at it."""
    strands = []
    ending = [memory.foot_pairs(net_id, number) for net_id in order]
    for pair in pairs:
        sources = tuple([i for i, pairs_of in enumerate(ending) if pair in pairs_of])
        net_id = order[sources[0]]
        ends: tuple[tuple[int, Port], ...] = tuple(
            (k.id, "L") for k in memory.problem.links if k.is_return and k.source == number and k.pentagon == pair
        )
        strands.append(Strand(net_id, 1, sources, ends, goes_on=False))
    return strands
