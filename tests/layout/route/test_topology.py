"""The sweep against a search that allows every permutation in every gap.

The search knows words: the nets alive in a gap from left to right. In a gap neighbours may change places (one
crossing) and neighbours that run to one target become one (free); a band then cuts the word into what passes on
each side of its boxes. No slots, no plans, no budget: cheapest words first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import pairwise, permutations, product
from random import Random

import pytest

from sopgen.layout.route import crossings as crossings_module
from sopgen.layout.route.problem import Band, BandKind, Box, Link, Port, Problem
from sopgen.layout.route.topology import sweep

# --- the model, told again --------------------------------------------------------------------------

Word = tuple["Wire", ...]
AddLink = Callable[[int, int, int], None]


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
            free = [p for p in ports if p not in chosen and p[0] == band.lead]
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
                        ("into" + port[1], number),
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
    return {(f"into{port}", link.target) for port in "BLRT"}


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


# --- random pages -----------------------------------------------------------------------------------


def random_page(rng: Random) -> Problem:
    """5 to 7 rows, many decisions, some joint boxes, some strips; room enough for any number of tracks."""
    count = rng.randint(5, 7)
    head, foot = rng.random() < 0.2, rng.random() < 0.2
    first, last = int(head), int(head) + count - 1
    links: list[Link] = []

    def add(source: int, target: int, pentagon: int | None = None) -> None:
        links.append(Link(len(links), source, target, target < source, pentagon))

    for row in range(first, last + 1):
        ways = {min(row + 1, last)} if rng.random() < 0.8 else {rng.randint(row, last)}
        if rng.random() < 0.55:
            ways.add(rng.randint(first, last))
            if rng.random() < 0.15:
                ways.add(rng.randint(first, last))
        if row == first and not head:
            ways = {row + 1}
        forced = rng.random() < 0.3
        for target in sorted(ways - {row}, reverse=True):
            leave: Port | None = "B" if forced and target > row else None
            forced = forced and leave is None
            links.append(Link(len(links), row, target, target < row, leave=leave))
    busy = {row for row in range(first, last + 1) if sum(k.source == row for k in links) > 2}
    busy |= set() if head else {first}  # an opening capsule has one way out
    entered = {k.target for k in links if not k.is_return}
    if head:
        _strip_links(rng, add, 0, (first, last), 0, busy)
    if foot:
        _strip_links(rng, add, last + 1, (first, last), 10, busy)
    for row in range(first + 1, last + 1):
        if row not in entered and row - 1 not in busy:
            add(row - 1, row)
    bands = [Band(BandKind.HEAD)] if head else []
    bands += [_row(rng, opens=row == first and not head) for row in range(first, last + 1)]
    bands += [Band(BandKind.FOOT)] if foot else []
    x = tuple(float(i) for i in range(60))
    return Problem(tuple(bands), tuple(links), x, {}, tuple(range(len(x))), 1.0)


def _row(rng: Random, *, opens: bool) -> Band:
    if rng.random() < 0.15:
        return Band(BandKind.STEP, (Box(15, 15, 15), Box(45, 45, 45)), rng.randint(0, 1), opens)
    return Band(BandKind.STEP, (Box(30, 30, 30),), 0, opens)


def _strip_links(rng: Random, add: AddLink, strip: int, rows: tuple[int, int], pair: int, busy: set[int]) -> None:
    for number in range(pair, pair + rng.randint(1, 2)):
        own = {rng.randint(*rows) for _ in range(rng.choice((1, 1, 2)))} - busy
        busy |= own
        if not own:
            continue
        if rng.random() < 0.5:
            for row in sorted(own):
                add(row, strip, number)
        else:
            add(strip, min(own), number)


# --- the comparison ---------------------------------------------------------------------------------


def test_an_arrow_forced_down_beside_a_trunk_with_two_stubs():
    """0 to 3, forced to leave downward, crosses the trunk into 0 once, not the stubs of both 1 and 2."""
    ways = [(0, 3), (0, 1), (1, 2), (1, 0), (2, 0), (3, 0), (1, 4)]
    links = tuple(Link(i, a, b, b < a, leave=None if i else "B") for i, (a, b) in enumerate(ways))
    x = tuple(float(i) for i in range(61))
    page = Problem((Band(BandKind.STEP, (Box(30, 30, 30),)),) * 5, links, x, {}, (), 1.0)

    topology = sweep(page)

    assert topology is not None
    assert fewest_crossings(page, at_most=2) == 1
    assert topology.crossings == 1


@pytest.mark.parametrize("batch", range(10))
def test_the_sweep_finds_the_fewest_crossings_of_all_permutations(batch):
    for seed in range(batch * 40, batch * 40 + 40):
        page = random_page(Random(seed))

        topology = sweep(page)

        if topology is None:
            assert fewest_crossings(page, at_most=2) is None, seed
            continue
        least = fewest_crossings(page, at_most=topology.crossings)
        assert least is not None, f"{seed}: a drawing that the model does not know"
        assert topology.lower_bound <= least <= topology.crossings, seed
        if topology.proved:
            assert topology.lower_bound == least == topology.crossings, seed


def test_the_random_pages_are_worth_comparing():
    found = [t for seed in range(100) if (t := sweep(random_page(Random(seed)))) is not None]

    assert len(found) > 95
    assert sum(t.crossings > 0 for t in found) >= 6
    assert max(t.crossings for t in found) >= 2
    assert sum(t.proved for t in found) > 95


@pytest.mark.parametrize("orders", [1, 3])
def test_a_search_cut_short_claims_no_more_than_is_true(orders, monkeypatch):
    monkeypatch.setattr(crossings_module, "WORK", orders)
    monkeypatch.setattr(crossings_module, "BEAM", orders)
    hasty = 0
    for seed in range(80):
        page = random_page(Random(seed))
        quick = sweep(page)
        if quick is None:
            continue
        least = fewest_crossings(page, at_most=min(quick.crossings, 3))
        if least is None:
            continue
        assert quick.lower_bound <= least <= quick.crossings, seed
        assert not quick.proved or quick.crossings == least, seed
        hasty += not quick.proved
    assert orders > 1 or hasty, "a search of one order should prove less"


def weaving(times: int, *, straight: bool) -> Problem:
    """A chain, and an arrow made to change sides so many times: each time it crosses the chain.

    Where the chain is not kept straight, it may cross the arrow with its own arms instead.
    """
    rows = times + 3
    chain = [Link(i, i, i + 1, leave="B" if straight else None) for i in range(rows - 1)]
    sides = tuple((row, "LR"[row % 2]) for row in range(1, rows - 1))
    weaver = Link(len(chain), 0, rows - 1, pass_on=sides)
    box = Box(10, 10, 10)
    x = tuple(float(i) for i in range(21))
    return Problem(tuple(Band(BandKind.STEP, (box,)) for _ in range(rows)), (*chain, weaver), x, {}, (), 1.0)


@pytest.mark.parametrize("straight", [True, False])
@pytest.mark.parametrize("times", [0, 1, 3, 4, 5, 7])
def test_an_arrow_made_to_change_sides_crosses_each_time(times, straight):
    topology = sweep(weaving(times, straight=straight))

    assert topology is not None
    assert topology.crossings == times


@pytest.mark.parametrize("times", range(10))
def test_a_proof_is_a_bound_that_meets_the_drawing(times):
    topology = sweep(weaving(times, straight=True))

    assert topology is not None
    assert (topology.proved, topology.lower_bound) == (True, times)


def test_a_table_without_room_has_no_drawing():
    """An arrow must pass a box, but there is no column beside it."""
    links = (Link(0, 0, 1), Link(1, 0, 2))
    for columns, drawable in ((1, False), (3, True)):
        box = Box(columns // 2, columns // 2, columns // 2)
        bands = tuple(Band(BandKind.STEP, (box,)) for _ in range(3))
        page = Problem(bands, links, tuple(map(float, range(columns))), {}, (), 1.0)

        assert (sweep(page) is not None) == drawable
