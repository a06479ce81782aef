"""The least corners of arrows: against a search for paths, against all ways to give ports out, and by eye.

Symbols are 36 × 20 in lanes of 60, their rows 60 apart.
"""

from __future__ import annotations

import sys
from collections import deque
from itertools import product
from pathlib import Path
from random import Random

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))  # its scripts import one another so

from counter import Piece as Drawn
from counter import Symbol, whole_way
from least_corners import Port, Ways, least_corners
from peers.plane import Arrow, Plane

LANE, ROW, HALF, LOW = 60.0, 60.0, 18.0, 10.0
CLEAR = 2.8
Place = tuple[float, float]
Way = tuple[int, int]  # right or left, down or up
OUTWARD: dict[str, Way] = {"B": (0, 1), "T": (0, -1), "L": (-1, 0), "R": (1, 0)}


def symbol(row: int, lanes: tuple[int, int], *, lead: bool = True, only_bottom: bool = False) -> Symbol:
    """Of a lane, or across some."""
    left, right = (lanes[0] + 0.5) * LANE - HALF, (lanes[1] + 0.5) * LANE + HALF
    middle = (row + 0.5) * ROW
    return Symbol(row, (left, middle - LOW, right, middle + LOW), lead=lead, only_bottom=only_bottom)


def plane(symbols: list[Symbol], arrows: list[tuple[int, int]], lanes: int) -> Plane:
    height = (max(s.group for s in symbols) + 1) * ROW
    found = tuple(Arrow(source, target, (source, target)) for source, target in arrows)
    return Plane(tuple(symbols), found, (), (0.0, 0.0, lanes * LANE, height))


def column(places: str, arrows: list[tuple[int, int]]) -> Plane:
    """One symbol a row, in the lane of each digit."""
    return plane([symbol(row, (int(lane), int(lane))) for row, lane in enumerate(places)], arrows, 4)


def random_plane(seed: int, rows: int) -> Plane:
    """With symbols across lanes and joint activities of several symbols; each arrow of its symbol leads elsewhere."""
    rng = Random(seed)
    lanes = rng.randint(2, 5)
    symbols = []
    for row in range(rows):
        first = rng.randrange(lanes)
        last = min(lanes - 1, first + rng.choice((0, 0, 0, 0, 1, 2)))
        if last > first and rng.random() < 0.5:
            lead = rng.randint(first, last)
            symbols += [symbol(row, (lane, lane), lead=lane == lead) for lane in range(first, last + 1)]
        else:
            symbols.append(symbol(row, (first, last), only_bottom=row == 0))
    arrows = [(row, row + 1) for row in range(rows - 1)]
    arrows += [
        (source, rng.choice([t for t in range(rows) if t not in {source, source + 1}]))
        for source in rng.sample(range(1, rows), min(4, rows - 1))
    ]
    return plane(symbols, arrows, lanes)


# --- single arrows --------------------------------------------------------------------------------


def searched(of: Plane, arrow: Arrow, leave: Port, enter: Port) -> int | None:
    """Corners of the way with fewest, by a search that walks from place to place."""
    boxes = [s.box for s in of.symbols]
    xs = sorted({x for b in boxes for x in (b[0] - 4, b[0], (b[0] + b[2]) / 2, b[2], b[2] + 4)} | {4.0, of.area[2] - 4})
    xs = [x for x in xs if CLEAR < x < of.area[2] - CLEAR]
    middles = sorted({(b[1] + b[3]) / 2 for b in boxes})
    ys = sorted(
        {y for m in middles for y in (m - LOW, m, m + LOW)} | {m + ROW / 2 for m in (middles[0] - ROW, *middles)}
    )
    start, goal = _port(of, arrow.source, leave), _port(of, arrow.target, enter)
    out, back = OUTWARD[leave[1]], OUTWARD[enter[1]]
    last: Way = (-back[0], -back[1])
    along = -1 if arrow.is_return else 1
    hook = (start[1] + ROW / 2 - LOW) if leave[1] == "B" and arrow.is_return else None
    cost = {(start, out): 0}
    queue = deque(cost)
    best: int | None = None
    while queue:
        place, way = state = queue.popleft()
        if place == goal and way == last:
            best = cost[state] if best is None else min(best, cost[state])
            continue
        turns: list[Way] = [way, (1, 0), (-1, 0), (0, along)] if place != start else [out]
        for turn in turns:
            if turn != way and turn in {way, (-way[0], -way[1])}:
                continue
            new = _next(place, turn, xs, ys)
            if new is None or (turn == (0, -along) and (hook is None or new[1] > hook)):
                continue
            ends = {(start, new)} if place == start else set()
            ends |= {(place, goal)} if new == goal and turn == last else set()
            if (place, new) not in ends and _hits(boxes, place, new):
                continue
            price = cost[state] + (turn != way)
            if price < cost.get((new, turn), 99):
                cost[new, turn] = price
                (queue.append if turn != way else queue.appendleft)((new, turn))
    return best


def _port(of: Plane, row: int, port: Port) -> Place:
    here = sorted((s for s in of.symbols if s.group == row), key=lambda s: s.box)
    x0, y0, x1, y1 = here[port[0]].box
    return {"T": ((x0 + x1) / 2, y0), "B": ((x0 + x1) / 2, y1), "L": (x0, (y0 + y1) / 2), "R": (x1, (y0 + y1) / 2)}[
        port[1]
    ]


def _next(place: Place, way: Way, xs: list[float], ys: list[float]) -> Place | None:
    line, at = (xs, place[0]) if way[0] else (ys, place[1])
    step = way[0] or way[1]
    further = [v for v in line if (v - at) * step > 0.01]
    if not further:
        return None
    nearest = min(further, key=lambda v: abs(v - at))
    return (nearest, place[1]) if way[0] else (place[0], nearest)


def _hits(boxes: list[tuple[float, ...]], a: Place, b: Place) -> bool:
    lo, hi = (min(a[0], b[0]), min(a[1], b[1])), (max(a[0], b[0]), max(a[1], b[1]))
    return any(
        lo[0] < x1 + CLEAR and hi[0] > x0 - CLEAR and lo[1] < y1 + CLEAR and hi[1] > y0 - CLEAR
        for x0, y0, x1, y1 in boxes
    )


@pytest.mark.parametrize("seed", range(25))
def test_corners_of_one_arrow_are_those_of_the_best_path(seed: int):
    of = random_plane(seed, rows=6)
    ways = Ways(of)
    for arrow in of.arrows:
        tops: list[Port] = [(ways.rows[arrow.target].lead, "T")]
        for leave, enter in product(ways.outs(arrow.source), ways.ins(arrow.target) if arrow.is_return else tops):
            told = ways.back(arrow, leave, enter) if arrow.is_return else ways.main(arrow, leave)
            assert told == searched(of, arrow, leave, enter), (arrow, leave, enter)


@pytest.mark.parametrize(
    ("places", "arrow", "side", "others", "corners"),
    [
        ("1323", (0, 3), "B", [2], 0),  # straight down beside the one that is met
        ("1313", (0, 3), "B", [2], 2),  # round that
        ("1313", (0, 3), "R", [2], 1),
        ("1313", (2, 3), "R", [0], 0),  # the other may come down there
        ("1313", (3, 0), "R", [2], 1),  # the other is higher up
        ("1313", (2, 0), "R", [3], 0),
    ],
)
def test_an_arrow_may_end_where_another_of_its_net_can_be(
    places: str, arrow: tuple[int, int], side: str, others: list[int], corners: int
):
    of = column(places, [arrow])
    assert Ways(of).partly(of.arrows[0], (0, side), others) == corners


# --- whole drawings -------------------------------------------------------------------------------


def fewest(of: Plane) -> int:
    """Corners of all arrows, each by itself, in the best of all ways to give out ports."""
    ways = Ways(of)
    choices = [
        [
            (ways.back(a, leave, enter) if a.is_return else ways.main(a, leave), (a.source, leave), (a.target, enter))
            for leave in ways.outs(a.source)
            if not a.is_return or leave[1] != "B"
            for enter in (ways.ins(a.target) if a.is_return else [(-1, "T")])
        ]
        for a in of.arrows
    ]
    best = 10**6

    def choose(i: int, corners: int, outs: frozenset[object], ins: frozenset[object]) -> None:
        nonlocal best
        if i == len(choices):
            best = min(best, corners)
            return
        for more, leave, enter in choices[i]:
            if leave not in outs | ins and enter not in outs and corners + more < best:
                choose(i + 1, corners + more, outs | {leave}, ins | {enter})

    choose(0, 0, frozenset(), frozenset())
    return best


@pytest.mark.parametrize("seed", range(40))
def test_ports_are_given_out_at_least_cost(seed: int):
    of = random_plane(seed, rows=5)
    assert least_corners(of).followed == fewest(of)


@pytest.mark.parametrize(
    ("places", "arrows", "drawn", "followed"),
    [
        ("1111", [(0, 1), (1, 2), (2, 3)], 0, 0),
        ("1213", [(0, 1), (1, 2), (2, 3)], 3, 3),  # out by a side, down into the top
        ("121", [(0, 1), (1, 2), (0, 2)], 1, 2),  # straight down, and from the side onto that
        ("111", [(0, 1), (1, 2), (0, 2)], 1, 3),  # round the second: where that ends is not known, but it takes a turn
        ("13112", [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4), (1, 4)], 3, 7),  # three to one symbol
        ("12", [(0, 1), (1, 0)], 2, 2),  # back by a side, up into the bottom
        ("11", [(0, 1), (1, 0)], 2, 2),  # the bottom is taken: in by a side
        ("112", [(0, 1), (1, 2), (2, 1)], 2, 2),  # the bottom is free where the other leaves by a side
        ("111222", [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (3, 0), (4, 0)], 3, 5),  # two returns in one trunk
        ("1122", [(0, 1), (1, 2), (2, 3), (3, 0), (3, 1), (3, 2)], 7, 7),  # three: one of them hooks upward
    ],
)
def test_least_corners_by_eye(places: str, arrows: list[tuple[int, int]], drawn: int, followed: int):
    least = least_corners(column(places, arrows))
    assert (least.drawn, least.followed) == (drawn, followed)


def test_a_return_without_a_port_goes_over_the_top():
    """Three arrows take all ports of the second symbol. The return ends where it meets the main arrow above."""
    ways_out = [(0, 1), (1, 2), (1, 3), (1, 4)]
    without, found = least_corners(column("12101", ways_out)), least_corners(column("12101", [*ways_out, (3, 1)]))
    assert (found.drawn, found.followed) == (without.drawn + 1, without.followed + 3)


def test_a_port_is_kept_for_a_return_where_it_can_be():
    """The lead of a joint activity of three has but its bottom; so the arrow onward leaves by another symbol's."""
    joint = [symbol(1, (lane, lane), lead=lane == 1) for lane in range(3)]
    of = plane([symbol(0, (1, 1)), *joint, symbol(2, (1, 1))], [(0, 1), (1, 2), (2, 1)], 3)
    assert least_corners(of) == (2 + 3, 2 + 3)


def test_an_opening_capsule_lets_out_downward_only():
    capsule = symbol(0, (0, 0), only_bottom=True)
    assert least_corners(plane([capsule, symbol(1, (1, 1))], [(0, 1)], 2)).drawn == 2


def test_a_way_is_followed_over_its_trunks():
    trunk = Drawn(0, 3, False, ((30, 20), (30, 60), (90, 60), (90, 200)))
    middle = Drawn(1, 3, False, ((50, 100), (90, 100)), joins=0)
    outer = Drawn(2, 3, False, ((10, 140), (60, 140), (60, 100)), joins=1)
    assert whole_way((trunk, middle, outer), 2) == [(10, 140), (60, 140), (60, 100), (90, 100), (90, 200)]
    assert whole_way((trunk, middle, outer), 1) == [(50, 100), (90, 100), (90, 200)]
