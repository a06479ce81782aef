"""Phase 4: a column for every strand at every band, so that runs are straight where they can be.

Columns stand far enough apart by construction, so keeping two verticals clear of each other is
"strictly increasing column" and keeping them clear of symbols is a bound (`bounds`). Pieces of one
strand are united greedily (each union removes a jog) while the bounds still hold; then every run
takes the cheapest free column (`pulls`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sopgen.layout.route.bounds import Bounds, NoRoomError
from sopgen.layout.route.problem import Band, BandKind, Obstacle, Problem
from sopgen.layout.route.pulls import Arm, Off, OffFrame, OffLabel, Pull, Taste, Toward
from sopgen.layout.route.strips import strip_places
from sopgen.layout.route.wiring import Wiring

# (band, whether an arrival, its index there, the column it may not take)
Forbidden = tuple[int, bool, int, int]


class Columns(NamedTuple):
    """The column of each arrival and departure: `arrivals[band][index]`, `departures[band][index]`."""

    arrivals: tuple[tuple[int, ...], ...]
    departures: tuple[tuple[int, ...], ...]


def choose_columns(wiring: Wiring, taste: Taste, forbidden: frozenset[Forbidden] = frozenset()) -> Columns:
    """Columns for all strands. `forbidden` holds the columns that an earlier round found to block each other."""
    solver = _Solver(wiring, taste, forbidden)
    solver.build()
    solver.unite_all()
    solver.cross_below_joins()
    solver.fix_all()
    return solver.result()


class _Solver:
    def __init__(self, wiring: Wiring, taste: Taste, forbidden: frozenset[Forbidden]) -> None:
        self.wiring = wiring
        self.problem: Problem = wiring.problem
        self.bounds = Bounds(len(self.problem.x))
        self.taste = taste
        self.forbidden = forbidden
        self.arrival: list[list[int]] = []
        self.departure: list[list[int]] = []

    def build(self) -> None:
        for number in range(len(self.problem.bands)):
            if self.problem.bands[number].kind is BandKind.STEP:
                above, below = self._step(number)
            else:
                above, below = self._strip(number)
            for row in (above, below):
                for u, v in pairwise(row):
                    self.bounds.before(u, v)
            self.arrival.append(above)
            self.departure.append(below)
        if not self.bounds.settle(list(range(len(self.bounds.lo)))):
            raise NoRoomError

    def cross_below_joins(self) -> None:
        """Where it can be, strands cross the joined line of several arrows, not each of them."""
        for u, v in self._crossed_below_joins():
            self.bounds.try_before(u, v)

    def _crossed_below_joins(self) -> Iterator[tuple[int, int]]:
        """Variables (left, right) that should stand so.

        A strand that leaves by the very column in which others arrive has its horizontal above theirs. If its other
        end stands nearer than all of them, it crosses what they have joined to.
        """
        lo, hi, root = self.bounds.lo, self.bounds.hi, self.bounds.root
        for gap, ties in enumerate(self.wiring.gaps):
            above = [root(v) for v in self.departure[gap]]
            below = [root(v) for v in self.arrival[gap + 1]]
            for tie in ties:
                if tie.departure is None or lo[above[tie.departure]] != hi[above[tie.departure]]:
                    continue
                start, end = above[tie.departure], below[tie.arrival]
                met = [
                    t.arrival
                    for t in ties
                    if t.net != tie.net and lo[below[t.arrival]] == hi[below[t.arrival]] == lo[start]
                ]
                joining = [t.departure for t in ties if t.arrival in met and t.departure is not None]
                right = [d for d in joining if d > tie.departure and tie.arrival > met[0]]
                left = [d for d in joining if d < tie.departure and tie.arrival < met[0]]
                if len(right) > 1:
                    yield from ((end, above[d]) for d in right)
                if len(left) > 1:
                    yield from ((above[d], end) for d in left)

    def _strip(self, number: int) -> tuple[list[int], list[int]]:
        """The variables above and below a connector strip: its pentagons' places."""
        wires = self.wiring.bands[number]
        places = strip_places(self.problem, wires.pentagons)
        if places is None:
            raise NoRoomError
        above = [self.bounds.add(place, place) for place in places[: len(wires.arrivals)]]
        return above, [self.bounds.add(place, place) for place in places[: len(wires.departures)]]

    def _step(self, number: int) -> tuple[list[int], list[int]]:
        """The variables above and below a band of symbols."""
        wires = self.wiring.bands[number]
        boxes = self.problem.bands[number].boxes
        above = [
            self._at(boxes[strand.slot // 2].centre) if strand.slot % 2 else self._beside(number, strand.slot, True, i)
            for i, strand in enumerate(wires.arrivals)
        ]
        below: list[int] = []
        for i, departure in enumerate(wires.departures):
            if departure.arrival is not None:
                below.append(above[departure.arrival])
            elif departure.port == "B":
                below.append(self._at(boxes[departure.box].centre))
            else:
                below.append(self._beside(number, departure.slot, False, i))
        return above, below

    def _at(self, column: int) -> int:
        return self.bounds.add(column, column)

    def _beside(self, number: int, slot: int, arrives: bool, index: int) -> int:
        """A variable for a strand in a (doubled) slot between symbols."""
        lo, hi = self._open(number, slot // 2)
        return self.bounds.add(lo, hi, self._allowed(number, arrives, index, lo, hi))

    def _allowed(self, number: int, arrives: bool, index: int, lo: int, hi: int) -> tuple[int, ...] | None:
        banned = self.problem.borders | {c for b, a, i, c in self.forbidden if (b, a, i) == (number, arrives, index)}
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
        """Short strands first, main before return, from the target backwards: the last approach is the straight one.

        What comes from another page goes straight down from its pentagon, as a return goes from its source.
        """
        ties = self.ties()
        span: dict[int, int] = {}
        for _, _, _, net in ties:
            span[net] = span.get(net, 0) + 1
        nets = self.wiring.nets
        comes_on = self.problem.bands[0].kind is BandKind.HEAD
        onward = {departure.net for departure in self.wiring.bands[0].departures} if comes_on else set()
        downward = {net for net in span if nets[net].is_return or net in onward}
        ties.sort(key=lambda t: (span[t[3]], nets[t[3]].is_return, t[3], t[0] if t[3] in downward else -t[0]))
        for _, u, v, _ in ties:
            self.bounds.unite(u, v)

    def fix_all(self) -> None:
        costs = self._pulls()
        groups: dict[int, list[int]] = {}
        for v in range(len(self.bounds.lo)):
            groups.setdefault(self.bounds.root(v), []).append(v)
        # the longest runs first, but where returns end by a side the shortest, which stands nearest to its symbol
        ending = {root for root, pulls in costs.items() if any(isinstance(p, Arm) and p.ends for p in pulls)}
        length = {root: len(vs) if root in ending else 1_000 - len(vs) for root, vs in groups.items()}
        order = sorted(groups, key=lambda r: (self.bounds.hi[r] - self.bounds.lo[r] > 0, length[r], r))
        for root in order:
            lo, hi = self.bounds.lo[root], self.bounds.hi[root]
            if lo == hi:
                continue
            allowed = self.bounds.allowed[root]
            choices = [c for c in (allowed if allowed is not None else range(lo, hi + 1)) if lo <= c <= hi]
            choices.sort(key=lambda c: (round(sum(pull(c) for pull in costs.get(root, [])), 3), c))
            if not any(self.bounds.narrow(root, c, c) for c in choices):
                raise NoRoomError

    def _pulls(self) -> dict[int, list[Pull]]:
        """What draws each run to a side."""
        pulls: dict[int, list[Pull]] = {}
        for v, pull in self._all_pulls():
            pulls.setdefault(self.bounds.root(v), []).append(pull)
        return pulls

    def _all_pulls(self) -> Iterator[tuple[int, Pull]]:
        x = self.problem.x
        for _, u, v, _ in self.ties():
            if self.bounds.root(u) != self.bounds.root(v):
                yield u, Toward(self.bounds, x, v)
                yield v, Toward(self.bounds, x, u)
        for v in self._long_runs():
            yield v, OffFrame(x, self.taste)
        yield from self._label_pulls()
        for gap in range(len(self.wiring.gaps)):
            for hook in self.wiring.hooks(gap):
                yield self.departure[gap][hook.trunk], Toward(self.bounds, x, self.departure[gap][hook.stub])
        for number, band in enumerate(self.problem.bands):
            if band.kind is BandKind.STEP:
                yield from self._arrival_pulls(number, band)
                yield from self._departure_pulls(number, band)

    def _label_pulls(self) -> Iterator[tuple[int, Pull]]:
        """What runs down or up beside a stem with a label leaves that its room."""
        for number, (band, wires) in enumerate(zip(self.problem.bands[:-1], self.wiring.bands[:-1], strict=True)):
            if band.kind is not BandKind.STEP:
                continue
            beside = {self.bounds.root(v) for v in (*self.departure[number], *self.arrival[number + 1])}
            for v, departure in zip(self.departure[number], wires.departures, strict=True):
                width = max((self.taste.label_widths.get(link, 0.0) for link in departure.born), default=0.0)
                if departure.port != "B" or not width:
                    continue
                stem = self.problem.x[band.boxes[departure.box].centre]
                pull = OffLabel(self.problem.x, stem, width + 2 * self.taste.clear, self.taste.port_reach)
                yield from ((other, pull) for other in sorted(beside - {self.bounds.root(v)}))

    def _arrival_pulls(self, number: int, band: Band) -> Iterator[tuple[int, Pull]]:
        for v, strand in zip(self.arrival[number], self.wiring.bands[number].arrivals, strict=True):
            for link, side in strand.ends:
                if side == "B":
                    continue
                yield v, self._arm(band.boxes[0 if side == "L" else -1], side, link)
            if strand.slot % 2 == 0 and strand.goes_on:
                for box in self._neighbours(number, v):
                    yield v, Off(box.lo, box.hi, self.taste.port_reach)

    def _departure_pulls(self, number: int, band: Band) -> Iterator[tuple[int, Pull]]:
        for v, departure in zip(self.departure[number], self.wiring.bands[number].departures, strict=True):
            for link, box, port in departure.absorbed:
                yield v, self._arm(band.boxes[box], port, link)
            if departure.port in ("L", "R"):
                is_return = self.wiring.nets[departure.net].is_return
                yield v, self._arm(band.boxes[departure.box], departure.port, None if is_return else departure.born[0])

    def _long_runs(self) -> Iterator[int]:
        """A variable of every run that passes a band."""
        seen: dict[int, int] = {}
        for above in self.arrival:
            for v in above:
                root = self.bounds.root(v)
                seen[root] = seen.get(root, 0) + 1
        yield from (root for root, bands in seen.items() if bands > 1)

    def _arm(self, box: Obstacle, side: str, link: int | None) -> Arm:
        """The stub of an arrow that leaves by a side, or of returns that end there (`link` None)."""
        width = 0.0 if link is None else self.taste.label_widths.get(link, 0.0)
        return Arm(self.problem.x, self.problem.x[box.centre], side, width, self.taste, link is None)

    def _neighbours(self, number: int, v: int) -> Iterator[Obstacle]:
        """Symbols above and below a run that turns there: just beside them it would read as an arrow into them."""
        root = self.bounds.root(v)
        for other in (number - 1, number + 1):
            if 0 <= other < len(self.problem.bands) and root not in {
                self.bounds.root(w) for w in self.arrival[other] + self.departure[other]
            }:
                yield from self.problem.bands[other].boxes

    def result(self) -> Columns:
        lo, root = self.bounds.lo, self.bounds.root
        return Columns(
            tuple(tuple(lo[root(v)] for v in row) for row in self.arrival),
            tuple(tuple(lo[root(v)] for v in row) for row in self.departure),
        )
