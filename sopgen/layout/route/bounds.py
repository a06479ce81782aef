"""Columns that strands may still take: a system of difference constraints with unions and rollback.

Two verticals in one gap are clear of each other when their columns differ, and keep their order: "strictly
before" is the only constraint, so bounds propagate exactly.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque

_ROUNDS = 20_000  # of propagation: far beyond what any page takes

Trail = list[tuple[int, int, int]]
"""Variables with the bounds that they had before."""


class NoRoomError(Exception):
    """The columns cannot take the strands: the lanes or the tracks beside a symbol are too narrow.

    `steps`: the first and last kegiatan of the page, once that is known; `rows`: kegiatan whose rows are too low.
    """

    def __init__(self, steps: tuple[int, int] | None = None, rows: tuple[int, ...] = ()) -> None:
        self.steps, self.rows = steps, rows


class Bounds:
    """Variables over columns with precedence constraints, unions and rollback."""

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self.lo: list[int] = []
        self.hi: list[int] = []
        self.allowed: list[tuple[int, ...] | None] = []
        self.parent: list[int] = []
        self.right: list[list[int]] = []
        self.left: list[list[int]] = []
        self.members: list[list[int]] = []

    def add(self, lo: int, hi: int, allowed: tuple[int, ...] | None = None) -> int:
        if lo > hi:
            raise NoRoomError
        self.lo.append(lo)
        self.hi.append(hi)
        self.allowed.append(allowed)
        self.parent.append(len(self.parent))
        self.right.append([])
        self.left.append([])
        self.members.append([len(self.parent) - 1])
        return len(self.parent) - 1

    def root(self, v: int) -> int:
        while self.parent[v] != v:
            v = self.parent[v]
        return v

    def before(self, u: int, v: int) -> None:
        self.right[u].append(v)
        self.left[v].append(u)

    def try_before(self, u: int, v: int) -> bool:
        """Put `u` before `v`; undone when the bounds break."""
        trail: Trail = []
        self.before(u, v)
        if self.settle([u, v], trail):
            return True
        self._undo(trail)
        self.right[u].pop()
        self.left[v].pop()
        return False

    def settle(self, seeds: list[int], trail: Trail | None = None) -> bool:
        """Propagate bounds from `seeds`; False when some variable has no column left. `trail` records changes."""
        trail = [] if trail is None else trail
        queue = deque(self.root(s) for s in seeds)
        for _ in range(_ROUNDS):
            if not queue:
                return True
            v = queue.popleft()
            if not (self._round(v, trail) and self._push(v, queue, trail)):
                return False
        return not queue

    def _push(self, v: int, queue: deque[int], trail: Trail) -> bool:
        """Move the bounds of a variable's neighbours off its own; those that moved are queued."""
        parent, lo, hi = self.parent, self.lo, self.hi
        least, most = lo[v] + 1, hi[v] - 1
        for member in self.members[v]:
            for neighbours, rightward in ((self.right[member], True), (self.left[member], False)):
                for other in neighbours:
                    w = other if parent[other] == other else self.root(other)
                    if w == v:
                        return False
                    if (lo[w] >= least) if rightward else (hi[w] <= most):
                        continue
                    trail.append((w, lo[w], hi[w]))
                    if rightward:
                        lo[w] = least
                    else:
                        hi[w] = most
                    if lo[w] > hi[w]:
                        return False
                    queue.append(w)
        return True

    def _round(self, v: int, trail: Trail) -> bool:
        allowed = self.allowed[v]
        if allowed is None:
            return self.lo[v] <= self.hi[v]
        i, j = bisect_left(allowed, self.lo[v]), bisect_right(allowed, self.hi[v])
        if i >= j:
            return False
        if allowed[i] != self.lo[v] or allowed[j - 1] != self.hi[v]:
            trail.append((v, self.lo[v], self.hi[v]))
            self.lo[v], self.hi[v] = allowed[i], allowed[j - 1]
        return True

    def narrow(self, v: int, lo: int, hi: int) -> bool:
        """Restrict a variable; undone when the bounds break."""
        v = self.root(v)
        trail = [(v, self.lo[v], self.hi[v])]
        self.lo[v], self.hi[v] = max(lo, self.lo[v]), min(hi, self.hi[v])
        if self.lo[v] <= self.hi[v] and self.settle([v], trail):
            return True
        self._undo(trail)
        return False

    def unite(self, u: int, v: int) -> bool:
        """Make two variables one; undone when the bounds break."""
        u, v = self.root(u), self.root(v)
        if u == v:
            return True
        lo, hi = max(self.lo[u], self.lo[v]), min(self.hi[u], self.hi[v])
        if lo > hi:
            return False
        allowed_u, allowed_v = self.allowed[u], self.allowed[v]
        both = allowed_u if allowed_v is None else allowed_v
        if allowed_u is not None and allowed_v is not None:
            both = tuple(c for c in allowed_u if c in allowed_v)
        trail = [(u, self.lo[u], self.hi[u])]
        self.parent[v] = u
        count = len(self.members[u])
        self.members[u].extend(self.members[v])
        self.lo[u], self.hi[u], self.allowed[u] = lo, hi, both
        if self.settle([u], trail):
            return True
        self._undo(trail)
        self.parent[v] = v
        del self.members[u][count:]
        self.allowed[u] = allowed_u
        return False

    def _undo(self, trail: Trail) -> None:
        for v, lo, hi in reversed(trail):
            self.lo[v], self.hi[v] = lo, hi
