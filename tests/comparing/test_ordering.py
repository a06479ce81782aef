from __future__ import annotations

from random import Random

import pytest

from sopgen.comparing.ordering import align, rebuild


def test_one_item_that_went_elsewhere_moved_and_the_others_stayed() -> None:
    turn = align({0: 0, 1: 3, 2: 1, 3: 2}, 4, 4)
    assert turn.moved == ((1, 3),)
    assert (turn.removed, turn.added) == ((), ())


def test_what_left_is_told_in_front_of_what_followed_it() -> None:
    turn = align({0: 0, 2: 1, 3: 3}, 4, 4)
    assert (turn.removed, turn.added, turn.place_of_removed(1)) == ((1,), (2,), 1)


@pytest.mark.parametrize("seed", range(50))
def test_rebuilding_gives_the_new_order(seed: int) -> None:
    rng = Random(seed)
    old, new = rng.randint(0, 9), rng.randint(0, 9)
    kept = rng.sample(range(old), rng.randint(0, min(old, new)))
    pairs = dict(zip(kept, rng.sample(range(new), len(kept)), strict=True))
    turn = align(pairs, old, new)
    wanted = {right: left for left, right in pairs.items()}
    assert rebuild(old, turn.removed, turn.added, turn.moved) == [wanted.get(place) for place in range(new)]
