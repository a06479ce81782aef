"""Small pages at random, for comparisons with searches that look at everything."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from sopgen.layout.route.problem import Band, BandKind, Link, Obstacle, Port, Problem

AddLink = Callable[[int, int, int], None]


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
        return Band(BandKind.STEP, (Obstacle(15, 15, 15), Obstacle(45, 45, 45)), rng.randint(0, 1), opens)
    return Band(BandKind.STEP, (Obstacle(30, 30, 30),), 0, opens)


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
