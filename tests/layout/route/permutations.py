"""The model told again: the fewest crossings by a search that allows every permutation in every gap.

The search knows words: the nets alive in a gap from left to right. In a gap neighbours may change places (one
crossing) and neighbours that run to one target become one (free); a band then cuts the word into what passes on
each side of its boxes. No slots, no plans, no budget: cheapest words first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import pairwise, permutations, product

from sopgen.layout.route.problem import Band, BandKind, Link, Problem

Word = tuple["Wire", ...]


@dataclass(frozen=True, slots=True, order=True)
class Wire:
    """A line in a gap. A main one goes to `goal`; a return comes from `sources` below (bands, or -1 - pentagon)."""

    goal: tuple[str, int]
    sources: frozenset[int] = frozenset()

    @property
    def is_return(self) -> bool:
        return bool(self.sources)


def fewest_crossings(problem: Problem, at_most: int) -> int | None:
    """The fewest crossings, None when there is no drawing with at most so many."""
    costs: dict[Word, int] = {(): 0}
    for number, band in enumerate(problem.bands):
        if number:
            costs = _through_gap(costs, at_most)
        after: dict[Word, int] = {}
        for word, cost in costs.items():
            for new, more in _through_band(problem, number, band, word):
                if cost + more <= at_most and cost + more < after.get(new, at_most + 1):
                    after[new] = cost + more
        costs = after
    return costs.get(())


def _through_gap(costs: dict[Word, int], at_most: int) -> dict[Word, int]:
    found: dict[Word, int] = {}
    queue = [(cost, _spelling(word), word) for word, cost in costs.items()]
    queue.sort(key=lambda entry: entry[:2])
    while queue:
        cost, _, word = heappop(queue)
        if word in found:
            continue
        found[word] = cost
        for i in range(len(word) - 1):
            a, b = word[i], word[i + 1]
            if a == b and not a.is_return:
                new, price = (*word[:i], *word[i + 1 :]), cost
            else:
                new, price = (*word[:i], b, a, *word[i + 2 :]), cost + 1
            if price <= at_most and new not in found:
                heappush(queue, (price, _spelling(new), new))
    return found


def _spelling(word: Word) -> tuple[tuple[tuple[str, int], tuple[int, ...]], ...]:
    return tuple((w.goal, tuple(sorted(w.sources))) for w in word)


def _through_band(problem: Problem, number: int, band: Band, word: Word) -> Iterator[tuple[Word, int]]:
    if band.kind is BandKind.HEAD:
        wires = list(_pentagons(problem).values())
        yield from ((tuple(order), 0) for order in permutations(wires))
    elif band.kind is BandKind.FOOT:
        if len(set(word)) == len(word):  # arrows to one pentagon have met
            yield (), 0
    else:
        for parts in _cuts(word, number, band):
            yield from _past(problem, number, band, parts)


def _pentagons(problem: Problem) -> dict[int, Wire]:
    found: dict[int, Wire] = {}
    for link in problem.links:
        if link.pentagon is not None and link.top == 0:
            if link.is_return:
                group = [k for k in problem.links if k.is_return and k.pentagon == link.pentagon]
                found[link.pentagon] = Wire(("head", link.pentagon), frozenset(k.bottom for k in group))
            else:
                found[link.pentagon] = _main(problem, link)
    return found


def _main(problem: Problem, link: Link) -> Wire:
    if problem.bands[link.target].kind is BandKind.FOOT:
        assert link.pentagon is not None
        return Wire(("foot", link.pentagon))
    return Wire(("top", link.target))


def _cuts(word: Word, number: int, band: Band) -> Iterator[tuple[Word, ...]]:
    """The word cut into what passes left of, between and right of the boxes; the main arrow ends at the lead's top."""
    own = Wire(("top", number))
    places = [i for i, wire in enumerate(word) if wire == own]
    if len(places) > 1:
        return
    rest = tuple(wire for wire in word if wire != own)
    for marks in product(range(len(rest) + 1), repeat=len(band.boxes)):
        if list(marks) == sorted(marks) and (not places or marks[band.lead] == places[0]):
            ends = (0, *marks, len(rest))
            yield tuple(rest[a:b] for a, b in pairwise(ends))


def _past(problem: Problem, number: int, band: Band, parts: tuple[Word, ...]) -> Iterator[tuple[Word, int]]:
    through_line = sum(len(part) for part in parts[1:-1])
    outs = [k for k in problem.links if k.source == number]
    ins = [k for k in problem.links if k.is_return and k.target == number]
    last = len(band.boxes) - 1
    ports = [(i, "B") for i in range(last + 1)] + [(0, "L"), (last, "R")]
    uses = []
    for chosen in permutations(ports, len(outs)):
        pairs = list(zip(outs, chosen, strict=True))
        hooks = sum(link.is_return and port[1] == "B" for link, port in pairs)
        if all(_may_leave(link, port, band) for link, port in pairs) and hooks <= _hooks_needed(problem, number, ports):
            # what goes straight on from the lead leaves its returns any box of the group; a closing capsule takes none
            spared = (band.lead, "B") in chosen
            free = [p for p in ports if p not in chosen and (spared or p[0] == band.lead) and not band.closes]
            uses.append((pairs, free))
    for pairs, free in uses:
        returning = {link.id: port[1] for link, port in pairs if link.is_return}
        births = {port: _main(problem, link) for link, port in pairs if not link.is_return}
        births |= {port: Wire(("hook", link.id)) for link, port in pairs if link.is_return and port[1] == "B"}
        if ins and not free:
            if not any(others for _, others in uses):
                trunk = Wire(("intoT", number), frozenset(_origin(problem, k) for k in ins))
                for joined, line in _join_above(band, parts, trunk):
                    for served, stubs in _serve(problem, number, joined, returning):
                        word, hooked = _below(problem, number, band, served, births, returning)
                        yield word, stubs + through_line + line + hooked
            continue
        for served, stubs in _serve(problem, number, parts, returning):
            for choice in product(free, repeat=len(ins)):
                trunks = {
                    port: Wire(
                        (f"into{port[0]}{port[1]}", number),
                        frozenset(_origin(problem, k) for k, p in zip(ins, choice, strict=True) if p == port),
                    )
                    for port in choice
                }
                word, hooked = _below(problem, number, band, served, births | trunks, returning)
                yield word, stubs + through_line + hooked


def _join_above(band: Band, parts: tuple[Word, ...], trunk: Wire) -> Iterator[tuple[tuple[Word, ...], int]]:
    """No port is left: the returns start at the main arrow above the lead and pass right beside it."""
    for side in (0, 1):
        beside = band.lead + side
        joined = list(parts)
        joined[beside] = (trunk, *parts[beside]) if side else (*parts[beside], trunk)
        yield tuple(joined), int(0 < beside < len(parts) - 1)


def _may_leave(link: Link, port: tuple[int, str], band: Band) -> bool:
    if port[0] == band.lead and (band.closes or (band.only_bottom and port[1] != "B")):
        return False
    return link.leave is None or port[1] == link.leave


def _hooks_needed(problem: Problem, number: int, ports: list[tuple[int, str]]) -> int:
    """Returns that have to leave downward: no side is left, or their route says so."""
    if number + 1 == len(problem.bands):
        return 0
    returns = [k for k in problem.links if k.is_return and k.source == number]
    band = problem.bands[number]
    sides = [(i, p) for i, p in ports if p != "B" and not (i == band.lead and (band.closes or band.only_bottom))]
    return max(len(returns) - len(sides), sum(k.leave == "B" for k in returns))


def _origin(problem: Problem, link: Link) -> int:
    if problem.bands[link.source].kind is BandKind.FOOT:
        assert link.pentagon is not None
        return -1 - link.pentagon
    return link.source


def _serve(
    problem: Problem, number: int, parts: tuple[Word, ...], returning: dict[int, str]
) -> Iterator[tuple[tuple[Word, ...], int]]:
    """Each return that starts here runs sideways into its trunk, across what passes between."""
    sides = {"L": list(parts[0]), "R": list(parts[-1])}
    crossed = 0
    for link_id, side in returning.items():
        if side == "B":
            continue
        goals = _trunks_of(problem, link_id)
        own = sides[side]
        place = next((i for i, w in enumerate(own) if w.goal in goals and number in w.sources), None)
        if place is None:
            return
        crossed += len(own) - 1 - place if side == "L" else place
        left_over = own[place].sources - {number}
        own[place : place + 1] = [replace(own[place], sources=left_over)] if left_over else []
    yield (tuple(sides["L"]), *parts[1:-1], tuple(sides["R"])), crossed


def _trunks_of(problem: Problem, link_id: int) -> set[tuple[str, int | None]]:
    link = next(k for k in problem.links if k.id == link_id)
    if problem.bands[link.target].kind is BandKind.HEAD:
        return {("head", link.pentagon)}
    boxes = range(len(problem.bands[link.target].boxes))
    return {("intoT", link.target), *((f"into{box}{port}", link.target) for box in boxes for port in "BLR")}


def _below(
    problem: Problem,
    number: int,
    band: Band,
    parts: tuple[Word, ...],
    births: dict[tuple[int, str], Wire],
    returning: dict[int, str],
) -> tuple[Word, int]:
    """What leaves the row, and what the hooks cross that turn upward below it."""
    word: list[Wire] = []
    last = len(band.boxes) - 1
    for i, part in enumerate(parts):
        if i == len(parts) - 1 and (last, "R") in births:
            word.append(births[last, "R"])
        word.extend(part)
        if i == 0 and (0, "L") in births:
            word.append(births[0, "L"])
        if i <= last and (i, "B") in births:
            word.append(births[i, "B"])
    crossed = 0
    for link_id in (k for k, port in returning.items() if port == "B"):
        stub = next(i for i, w in enumerate(word) if w.goal == ("hook", link_id))
        trunk = next(i for i, w in enumerate(word) if w.goal in _trunks_of(problem, link_id) and number in w.sources)
        crossed += abs(stub - trunk) - 1
    hooked = [replace(w, sources=w.sources - {number}) if w.is_return else w for w in word]
    return tuple(
        w for w, old in zip(hooked, word, strict=True) if w.goal[0] != "hook" and w.is_return == old.is_return
    ), crossed
