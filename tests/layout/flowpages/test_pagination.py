"""Page cuts against all cuts there are; and rows stretched to the page's foot."""

from __future__ import annotations

from itertools import combinations, pairwise
from random import Random

import pytest

from sopgen.flow import Flow, build_flow
from sopgen.layout import style
from sopgen.layout.flowpages.pagination import Cutting, TooTallError, fill_page
from tests.layout.small_sops import small_sop

Pages = tuple[tuple[int, int], ...]
Value = tuple[int, int, int, float]  # pages, lone rows, arrows cut, room left before the last page


def plain(count: int) -> Flow:
    return build_flow(small_sop(*["a"] * count, lanes="a"))


def equal(count: int, height: float) -> dict[int, float]:
    return dict.fromkeys(range(1, count + 1), height)


# --- by hand ----------------------------------------------------------------------------------------


def test_one_page_has_no_strips():
    cuts = Cutting(plain(5), 5).pages(equal(5, 60.0), 300.0, 300.0)

    assert (cuts.pages, cuts.arrows_cut) == (((1, 5),), 0)


def test_strips_take_their_room():
    """Five rows of 60 would fill 120 + 180, but a foot strip and a head strip stand there too."""
    cuts = Cutting(plain(5), 5).pages(equal(5, 60.0), 120.0, 180.0 + style.STRIP_HEAD)

    assert cuts.pages == ((1, 1), (2, 3), (4, 5))


def test_the_first_page_may_have_less_room():
    cuts = Cutting(plain(6), 6).pages(equal(6, 60.0), 120.0 + style.STRIP_FOOT, 240.0 + style.STRIP_HEAD)

    assert cuts.pages == ((1, 2), (3, 6))


def test_fewer_arrows_cut_win_over_even_pages():
    """A cut inside the loop of 3 to 5 would cut two arrows, one below it only one."""
    flow = build_flow(small_sop("a", "a", "a", "a", "a ? Ya 6 Tidak 3", "a", "a", "a", lanes="a"))
    room = 5 * 60.0 + style.STRIP_FOOT

    cuts = Cutting(flow, 8).pages(equal(8, 60.0), room, room)

    assert (cuts.pages, cuts.arrows_cut) == (((1, 5), (6, 8)), 1)


def test_pages_are_filled_one_after_the_other_but_none_holds_a_lone_row():
    room = 5 * 60.0 + style.STRIP_FOOT

    assert Cutting(plain(6), 6).pages(equal(6, 60.0), room, room).pages == ((1, 4), (5, 6))
    assert Cutting(plain(8), 8).pages(equal(8, 60.0), room, room).pages == ((1, 5), (6, 8))


@pytest.mark.parametrize("tall", [1, 3, 5])
def test_a_row_higher_than_a_page_is_named_with_its_excess(tall):
    heights = equal(5, 60.0) | {tall: 400.0}

    with pytest.raises(TooTallError) as caught:
        Cutting(plain(5), 5).pages(heights, 300.0, 300.0)

    strips = (style.STRIP_HEAD if tall > 1 else 0.0) + (style.STRIP_FOOT if tall < 5 else 0.0)
    assert (caught.value.step, caught.value.excess) == (tall, pytest.approx(100.0 + strips))


def test_a_row_that_only_its_strips_make_too_high_is_named():
    room = 200.0

    with pytest.raises(TooTallError) as caught:
        Cutting(plain(3), 3).pages(equal(3, 60.0) | {2: room}, room, room)

    assert caught.value.step == 2


# --- against all cuts -------------------------------------------------------------------------------


def values_of_all_cuts(
    ways: list[tuple[int, int]], heights: dict[int, float], first_room: float, room: float
) -> dict[Pages, Value]:
    count = len(heights)
    found: dict[Pages, Value] = {}
    for number in range(count):
        for after in combinations(range(1, count), number):
            pages = tuple((a + 1, b) for a, b in pairwise((0, *after, count)))
            value = _value(pages, ways, heights, first_room, room)
            if value is not None:
                found[pages] = value
    return found


def _value(
    pages: Pages, ways: list[tuple[int, int]], heights: dict[int, float], first_room: float, room: float
) -> Value | None:
    arrows, lone, left = 0, 0, 0.0
    for first, last in pages:
        here = range(first, last + 1)
        leaving = [way for way in ways if (way[0] in here) != (way[1] in here)]
        others = [b if a in here else a for a, b in leaving]
        space = first_room if first == 1 else room
        space -= _strips(others, first, last)
        tall = sum(heights[step] for step in here)
        slack = space - tall
        if slack < 0:
            return None
        arrows += sum(a in here for a, _ in leaving)
        lone += len(here) == 1 and len(heights) > 1 and tall < (space + _strips(others, first, last)) / 2
        left += 0.0 if last == len(heights) else slack * slack
    return len(pages), lone, arrows, left


def _strips(others: list[int], first: int, last: int) -> float:
    head = style.STRIP_HEAD if any(step < first for step in others) else 0.0
    return head + (style.STRIP_FOOT if any(step > last for step in others) else 0.0)


@pytest.mark.parametrize("seed", range(150))
def test_the_cut_is_the_best_of_all(seed):
    rng = Random(seed)
    count = rng.randint(2, 9)
    steps = []
    ways = []
    for number in range(1, count + 1):
        targets = [number + 1] if number < count else []
        others = [n for n in range(1, count + 1) if n not in (number, number + 1)]
        if targets and others and rng.random() < 0.4:
            targets.append(rng.choice(others))
        ways += [(number, target) for target in targets]
        steps.append(f"a ? Ya {targets[0]} Tidak {targets[1]}" if len(targets) == 2 else "a")
    flow = build_flow(small_sop(*steps, lanes="a"))
    heights = {number: style.GRID * rng.randint(17, 50) for number in range(1, count + 1)}
    first_room, room = (style.GRID * rng.randint(60, 130) for _ in range(2))
    values = values_of_all_cuts(ways, heights, first_room, room)

    if not values:
        with pytest.raises(TooTallError):
            Cutting(flow, len(heights)).pages(heights, first_room, room)
        return
    cuts = Cutting(flow, len(heights)).pages(heights, first_room, room)

    best = min(values.values())
    assert values[cuts.pages] == best
    assert cuts.arrows_cut == best[2]


# --- the page's foot --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heights", "growable", "room", "most", "expected"),
    [
        pytest.param([60.0, 60.0], [True, True], 132.0, 15.0, [66.0, 66.0], id="one addition for all"),
        pytest.param([60.0, 60.0], [True, True], 122.0, 15.0, [60.0, 60.0], id="less than the grid stays"),
        pytest.param([60.0, 60.0], [True, True], 300.0, 15.0, [75.0, 75.0], id="no more than the most"),
        pytest.param([36.0, 60.0, 60.0], [False, True, True], 162.0, 15.0, [36.0, 63.0, 63.0], id="strips keep theirs"),
        pytest.param([60.0, 90.0], [True, True], 153.0, 15.0, [60.0, 93.0], id="what is left goes to the tallest"),
        pytest.param([60.0, 60.0, 90.0], [True] * 3, 222.0, 15.0, [63.0, 63.0, 96.0], id="on top of the addition"),
        pytest.param([60.0, 60.0], [True, True], 123.0, 15.0, [60.0, 60.0], id="rows alike stay alike"),
        pytest.param([39.0], [False], 300.0, 15.0, [39.0], id="nothing that may grow"),
    ],
)
def test_rows_are_stretched_to_the_foot(heights, growable, room, most, expected):
    assert fill_page(heights, growable, room, most) == expected


@pytest.mark.parametrize("seed", range(40))
def test_stretching_keeps_to_the_page_and_the_grid(seed):
    rng = Random(seed)
    heights = [style.GRID * rng.randint(17, 25) for _ in range(rng.randint(1, 8))]
    growable = [rng.random() < 0.8 for _ in heights]
    room = sum(heights) + style.GRID * rng.randint(0, 40)

    filled = fill_page(heights, growable, room, style.STRETCH_MOST)

    added = [after - before for before, after in zip(heights, filled, strict=True)]
    assert sum(filled) <= room
    assert all(0.0 <= a <= style.STRETCH_MOST and a % style.GRID == 0 for a in added)
    assert all(grows or a == 0 for a, grows in zip(added, growable, strict=True))
    by_height: dict[float, set[float]] = {}
    for before, a, grows in zip(heights, added, growable, strict=True):
        if grows:
            by_height.setdefault(before, set()).add(a)
    assert all(len(additions) == 1 for additions in by_height.values())


@pytest.mark.parametrize("seed", range(40))
def test_nothing_is_in_excess_exactly_where_that_many_pages_suffice(seed):
    rng = Random(seed)
    count = rng.randint(2, 8)
    flow = plain(count)
    heights = {number: style.GRID * rng.randint(17, 40) for number in range(1, count + 1)}
    first_room, room = (style.GRID * rng.randint(70, 110) for _ in range(2))
    ways = [(number, number + 1) for number in range(1, count)]
    least = min((value[0] for value in values_of_all_cuts(ways, heights, first_room, room).values()), default=count + 1)

    for pages in range(1, count + 1):
        excess = Cutting(flow, count).excess(first_room, room, pages)(list(heights.values()))
        assert (excess == 0.0) == (pages >= least), pages
        assert excess >= 0.0
