"""Phase 4: a column for every strand at every band, so that runs are straight where they can be.

Columns stand far enough apart by construction, so keeping two verticals clear of each other is
"strictly increasing column" and keeping them clear of symbols is a bound. That is a system of
difference constraints: bounds propagate exactly. Pieces of one strand are united greedily (each
union removes a jog) while the bounds still hold; then every run takes its cheapest free column.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from typing import NamedTuple

from sopgen.layout.route.problem import BandKind, Problem
from sopgen.layout.route.strips import strip_places
from sopgen.layout.route.wiring import Wiring

# (band, whether an arrival, its index there, the column it may not take)
Forbidden = tuple[int, bool, int, int]


class NoRoomError(Exception):
    """The columns cannot take the strands: the lanes or the tracks beside a symbol are too narrow."""


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

    def settle(self, seeds: list[int], trail: list[tuple[int, int, int]] | None = None) -> bool:
        """Propagate bounds from `seeds`; False when some variable has no column left. `trail` records changes."""
        queue = deque(self.root(s) for s in seeds)
        rounds = 0
        while queue:
            rounds += 1
            if rounds > 20_000:
                return False
            v = queue.popleft()
            if not self._round(v, trail):
                return False
            for member in self.members[v]:
                for other in self.right[member]:
                    w = self.root(other)
                    least = self.lo[v] + 1
                    if w == v:
                        return False
                    if self.lo[w] < least:
                        if trail is not None:
                            trail.append((w, self.lo[w], self.hi[w]))
                        self.lo[w] = least
                        if least > self.hi[w]:
                            return False
                        queue.append(w)
                for other in self.left[member]:
                    w = self.root(other)
                    most = self.hi[v] - 1
                    if w == v:
                        return False
                    if self.hi[w] > most:
                        if trail is not None:
                            trail.append((w, self.lo[w], self.hi[w]))
                        self.hi[w] = most
                        if most < self.lo[w]:
                            return False
                        queue.append(w)
        return True

    def _round(self, v: int, trail: list[tuple[int, int, int]] | None) -> bool:
        allowed = self.allowed[v]
        if allowed is None:
            return self.lo[v] <= self.hi[v]
        i, j = bisect_left(allowed, self.lo[v]), bisect_right(allowed, self.hi[v])
        if i >= j:
            return False
        if allowed[i] != self.lo[v] or allowed[j - 1] != self.hi[v]:
            if trail is not None:
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

    def _undo(self, trail: list[tuple[int, int, int]]) -> None:
        for v, lo, hi in reversed(trail):
            self.lo[v], self.hi[v] = lo, hi


class Columns(NamedTuple):
    """The column of each arrival and departure: `arrivals[band][index]`, `departures[band][index]`."""

    arrivals: tuple[tuple[int, ...], ...]
    departures: tuple[tuple[int, ...], ...]


class Taste(NamedTuple):
    """What makes a column good beyond length; all in the unit of `Problem.x`.

    `rules` are the lane borders' places; `label_widths` by link id; `clear` what a label keeps from a rule.
    """

    rules: tuple[float, ...]
    label_widths: dict[int, float]
    clear: float
    port_reach: float  # half the width of a symbol


def choose_columns(wiring: Wiring, taste: Taste, forbidden: frozenset[Forbidden] = frozenset()) -> Columns:
    """Columns for all strands. `forbidden` holds the columns that an earlier round found to block each other."""
    solver = _Solver(wiring, taste, forbidden)
    solver.build()
    solver.unite_all()
    solver.fix_all()
    return solver.result()


class _Solver:
    def __init__(self, wiring: Wiring, taste: Taste, forbidden: frozenset[Forbidden]) -> None:
        self.wiring = wiring
        self.problem: Problem = wiring.problem
        self.bounds = Bounds(len(self.problem.x))
        self.taste = taste
        self.borders = wiring.problem.borders
        self.forbidden = forbidden
        self.arrival: list[list[int]] = []
        self.departure: list[list[int]] = []
        self.fixed: set[int] = set()

    def build(self) -> None:
        for number, (band, wires) in enumerate(zip(self.problem.bands, self.wiring.bands, strict=True)):
            strip = band.kind is not BandKind.STEP
            places = strip_places(self.problem, wires.pentagons) if strip else ()
            if places is None:
                raise NoRoomError
            above: list[int] = []
            for i, strand in enumerate(wires.arrivals):
                if strip:
                    above.append(self.bounds.add(places[i], places[i]))
                    self.fixed.add(above[-1])
                elif strand.slot % 2:
                    centre = band.boxes[strand.slot // 2].centre
                    above.append(self.bounds.add(centre, centre))
                    self.fixed.add(above[-1])
                else:
                    lo, hi = self._open(number, strand.slot // 2)
                    above.append(self.bounds.add(lo, hi, self._allowed(number, True, i, lo, hi)))
            below: list[int] = []
            for i, departure in enumerate(wires.departures):
                if strip:
                    below.append(self.bounds.add(places[i], places[i]))
                    self.fixed.add(below[-1])
                elif departure.arrival is not None:
                    below.append(above[departure.arrival])
                elif departure.port == "B":
                    centre = band.boxes[departure.box].centre
                    below.append(self.bounds.add(centre, centre))
                    self.fixed.add(below[-1])
                else:
                    lo, hi = self._open(number, departure.slot // 2)
                    below.append(self.bounds.add(lo, hi, self._allowed(number, False, i, lo, hi)))
            for row in (above, below):
                for u, v in zip(row, row[1:], strict=False):
                    self.bounds.before(u, v)
            self.arrival.append(above)
            self.departure.append(below)
        if not self.bounds.settle(list(range(len(self.bounds.lo)))):
            raise NoRoomError

    def _allowed(self, number: int, arrives: bool, index: int, lo: int, hi: int) -> tuple[int, ...] | None:
        banned = self.borders | {c for b, a, i, c in self.forbidden if (b, a, i) == (number, arrives, index)}
        return tuple(c for c in range(lo, hi + 1) if c not in banned) if banned else None

    def _open(self, number: int, slot: int) -> tuple[int, int]:
        boxes = self.problem.bands[number].boxes
        left = boxes[slot - 1].hi + 1 if slot else 0
        right = boxes[slot].lo - 1 if slot < len(boxes) else len(self.problem.x) - 1
        return left, right

    def ties(self) -> list[tuple[int, int, int, int]]:
        """(gap, departure variable, arrival variable, net) of every tie that has a departure."""
        return [
            (gap, self.departure[gap][tie.departure], self.arrival[gap + 1][tie.arrival], tie.net)
            for gap, ties in enumerate(self.wiring.gaps)
            for tie in ties
            if tie.departure is not None
        ]

    def unite_all(self) -> None:
        """Short strands first, main before return, from the target backwards: the last approach is the straight one."""
        ties = self.ties()
        span: dict[int, int] = {}
        for _, _, _, net in ties:
            span[net] = span.get(net, 0) + 1
        nets = self.wiring.nets
        ties.sort(key=lambda t: (span[t[3]], nets[t[3]].is_return, t[3], t[0] if nets[t[3]].is_return else -t[0]))
        for _, u, v, _ in ties:
            self.bounds.unite(u, v)

    def fix_all(self) -> None:
        costs = self._pulls()
        groups: dict[int, list[int]] = {}
        for v in range(len(self.bounds.lo)):
            groups.setdefault(self.bounds.root(v), []).append(v)
        order = sorted(groups, key=lambda r: (self.bounds.hi[r] - self.bounds.lo[r] > 0, -len(groups[r]), r))
        for root in order:
            lo, hi = self.bounds.lo[root], self.bounds.hi[root]
            if lo == hi:
                continue
            allowed = self.bounds.allowed[root]
            choices = [c for c in (allowed if allowed is not None else range(lo, hi + 1)) if lo <= c <= hi]
            choices.sort(key=lambda c: (round(sum(pull(c) for pull in costs.get(root, [])), 3), c))
            if not any(self.bounds.narrow(root, c, c) for c in choices):
                raise NoRoomError

    def _pulls(self) -> dict[int, list[_Pull]]:
        """What draws each run to a side: the port of its stub, the other end of its jogs, its label, its look."""
        pulls: dict[int, list[_Pull]] = {}

        def add(v: int, pull: _Pull) -> None:
            pulls.setdefault(self.bounds.root(v), []).append(pull)

        x = self.problem.x
        for _, u, v, _ in self.ties():
            if self.bounds.root(u) != self.bounds.root(v):
                add(u, _Toward(self, v))
                add(v, _Toward(self, u))
        for number, (band, wires) in enumerate(zip(self.problem.bands, self.wiring.bands, strict=True)):
            if band.kind is not BandKind.STEP:
                continue
            for i, strand in enumerate(wires.arrivals):
                for link, side in strand.ends:
                    centre = x[band.boxes[0 if side == "L" else -1].centre]
                    add(self.arrival[number][i], _Arm(x, centre, side, link, self.taste))
                if strand.slot % 2 == 0 and strand.goes_on:
                    self._passing(number, self.arrival[number][i], add)
            for i, departure in enumerate(wires.departures):
                for link, box, port in departure.absorbed:
                    centre = x[band.boxes[box].centre]
                    add(self.departure[number][i], _Arm(x, centre, port, link, self.taste))
                if departure.port in ("L", "R"):
                    centre = x[band.boxes[departure.box].centre]
                    is_return = self.wiring.nets[departure.net].is_return
                    link = -1 if is_return else departure.born[0]
                    add(self.departure[number][i], _Arm(x, centre, departure.port, link, self.taste))
        return pulls

    def _passing(self, number: int, v: int, add: object) -> None:
        """A run that turns just above or below a symbol's column reads as an arrow into it: keep off its columns."""
        root = self.bounds.root(v)
        for other in (number - 1, number + 1):
            if 0 <= other < len(self.problem.bands):
                bounds_here = {self.bounds.root(w) for w in self.arrival[other] + self.departure[other]}
                if root not in bounds_here:
                    for box in self.problem.bands[other].boxes:
                        add(v, _Off(box.lo, box.hi, self.taste.port_reach))  # type: ignore[operator]

    def result(self) -> Columns:
        lo, root = self.bounds.lo, self.bounds.root
        return Columns(
            tuple(tuple(lo[root(v)] for v in row) for row in self.arrival),
            tuple(tuple(lo[root(v)] for v in row) for row in self.departure),
        )


class _Pull:
    def __call__(self, column: int) -> float:
        raise NotImplementedError


class _Toward(_Pull):
    """The length of a jog to another run, wherever that may still stand."""

    def __init__(self, solver: _Solver, other: int) -> None:
        self.solver, self.other = solver, other

    def __call__(self, column: int) -> float:
        bounds = self.solver.bounds
        root = bounds.root(self.other)
        nearest = min(max(column, bounds.lo[root]), bounds.hi[root])
        return abs(self.solver.problem.x[column] - self.solver.problem.x[nearest])


class _Off(_Pull):
    def __init__(self, lo: int, hi: int, weight: float) -> None:
        self.lo, self.hi, self.weight = lo, hi, weight

    def __call__(self, column: int) -> float:
        return self.weight if self.lo <= column <= self.hi else 0.0


class _Arm(_Pull):
    """A side stub: short, but long enough to carry its label between two lane borders."""

    def __init__(self, x: tuple[float, ...], centre: float, side: str, link: int, taste: Taste) -> None:
        self.x, self.centre, self.side, self.taste = x, centre, side, taste
        self.width = taste.label_widths.get(link, 0.0)

    def __call__(self, column: int) -> float:
        reach = abs(self.x[column] - self.centre) - self.taste.port_reach
        if not self.width:
            return reach
        start = self.centre + (self.taste.port_reach if self.side == "R" else -self.taste.port_reach)
        lo, hi = sorted((start, self.x[column]))
        stops = [lo, *(r for r in self.taste.rules if lo < r < hi), hi]
        need = self.width + 2 * self.taste.clear
        if any(b - a >= need for a, b in zip(stops, stops[1:], strict=False)):
            return reach
        outward = [r for r in self.taste.rules if (r > self.x[column]) == (self.side == "R")]
        border = (min(outward) if self.side == "R" else max(outward)) if outward else self.x[column]
        if abs(border - self.x[column]) >= need:
            return reach + 0.5 * self.taste.port_reach
        return reach + 4.0 * self.taste.port_reach
