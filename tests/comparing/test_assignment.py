from __future__ import annotations

from itertools import permutations
from random import Random

import pytest

from sopgen.comparing import assignment
from sopgen.comparing.assignment import assign


def best_sum(likeness: dict[tuple[int, int], int], lefts: int, rights: int) -> int:
    """All ways of pairing, tried one by one."""
    side = max(lefts, rights)
    return max(sum(likeness.get((i, j), 0) for i, j in enumerate(order)) for order in permutations(range(side)))


@pytest.mark.parametrize("seed", range(60))
def test_no_other_pairing_has_a_greater_sum(seed: int) -> None:
    rng = Random(seed)
    lefts, rights = rng.randint(1, 6), rng.randint(1, 6)
    likeness = {
        (i, j): rng.randint(1, 9) for i in range(lefts) for j in range(rights) if rng.random() < rng.choice((0.3, 0.9))
    }
    found = assign(likeness)
    assert sum(likeness[pair] for pair in found.items()) == best_sum(likeness, lefts, rights)
    assert len(set(found.values())) == len(found)


def test_a_pair_gives_way_where_the_sum_is_greater() -> None:
    assert assign({(0, 0): 9, (0, 1): 8, (1, 0): 8}) == {0: 1, 1: 0}


def test_no_pair_is_made_of_what_is_not_alike() -> None:
    assert assign({(0, 0): 5, (1, 0): 7}) == {1: 0}
    assert assign({}) == {}


def test_a_group_beyond_the_bound_is_paired_the_likest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assignment, "MOST", 1)
    assert assign({(0, 0): 9, (0, 1): 8, (1, 0): 8, (1, 1): 1}) == {0: 0, 1: 1}
