"""Which of some belong to which of others, so that the sum of their likeness is the greatest there is.

Only pairs with a likeness take part, so the whole falls apart into groups that share no member; each is solved by the
Hungarian method with potentials (Kuhn 1955, Munkres 1957), in whole numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MOST: Final = 120  # members on the smaller side of a group; its time grows with the cube

Pair = tuple[int, int]


def assign(likeness: Mapping[Pair, int]) -> dict[int, int]:
    """Left to right, each at most once. `likeness` holds the pairs that may be made, with values above 0.

    A group beyond `MOST` is paired greedily, the likest first: no SOP that can be read on paper has one.
    """
    found: dict[int, int] = {}
    for group in _groups(likeness):
        lefts = sorted({left for left, _ in group})
        rights = sorted({right for _, right in group})
        if min(len(lefts), len(rights)) > MOST:
            found.update(_greedy(likeness, group))
        elif len(lefts) <= len(rights):
            found.update(_best(likeness, lefts, rights))
        else:
            turned = {(right, left): likeness[left, right] for left, right in group}
            found.update((left, right) for right, left in _best(turned, rights, lefts).items())
    return found


def _groups(likeness: Mapping[Pair, int]) -> list[list[Pair]]:
    """The pairs, together with all that they share a member with."""
    above: dict[tuple[int, int], tuple[int, int]] = {}

    def top(node: tuple[int, int]) -> tuple[int, int]:
        while above.setdefault(node, node) != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for left, right in likeness:
        above[top((0, left))] = top((1, right))
    groups: dict[tuple[int, int], list[Pair]] = {}
    for left, right in sorted(likeness):
        groups.setdefault(top((0, left)), []).append((left, right))
    return list(groups.values())


def _greedy(likeness: Mapping[Pair, int], group: list[Pair]) -> dict[int, int]:
    found: dict[int, int] = {}
    taken: set[int] = set()
    for left, right in sorted(group, key=lambda pair: (-likeness[pair], pair)):
        if left not in found and right not in taken:
            found[left] = right
            taken.add(right)
    return found


def _best(likeness: Mapping[Pair, int], lefts: list[int], rights: list[int]) -> dict[int, int]:
    """As many columns as rows or more. Rows and columns count from 1; 0 is the row that is being placed."""
    cost = [[-likeness.get((left, right), 0) for right in rights] for left in lefts]
    rows, columns = len(lefts), len(rights)
    row_price, column_price = [0] * (rows + 1), [0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0] = row
        column, way = _cheapest_way(cost, row_of, row_price, column_price)
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return {
        lefts[row - 1]: rights[column - 1]
        for column, row in enumerate(row_of)
        if column and row and cost[row - 1][column - 1]
    }


def _cheapest_way(
    cost: list[list[int]], row_of: list[int], row_price: list[int], column_price: list[int]
) -> tuple[int, list[int]]:
    """A free column, and for each column the one that the way to it comes from; the prices are made to agree."""
    count = len(column_price)
    least: list[float] = [float("inf")] * count
    way, seen = [0] * count, [False] * count
    column = 0
    while row_of[column]:
        seen[column] = True
        row = row_of[column]
        nearest, step = 0, float("inf")
        for other in range(1, count):
            if seen[other]:
                continue
            reduced = cost[row - 1][other - 1] - row_price[row] - column_price[other]
            if reduced < least[other]:
                least[other], way[other] = reduced, column
            if least[other] < step:
                nearest, step = other, least[other]
        for other in range(count):
            if seen[other]:
                row_price[row_of[other]] += int(step)
                column_price[other] -= int(step)
            else:
                least[other] -= step
        column = nearest
    return column, way
