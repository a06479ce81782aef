"""The fewest crossings of a flow as a constraint model (CP-SAT), told from the rules alone: no sweep.

Each arrow is a strand that runs through gaps and past symbols (routing.md, 3.2). For every two strands of a gap two
bits say which is left of the other at its top and at its foot: a crossing where they differ. For every strand and
symbol it passes one bit says on which side. An arrow leaves by B, L or R; a return by L or R, across what stands
between its track and the symbol. Returns into one port are one strand, which lasts as long as any of them needs it;
where no port is left they begin right beside the symbol. Arrows that run down to one symbol may merge, from the foot
of a gap on, if nothing stands between them: what crosses them both while they merge, or after, is counted once.

What that counts is never more than a drawing has: so the least sum bounds the crossings of every drawing from below,
and where the sweep finds as many, these are the fewest. Limits: one symbol a level, no page cuts, no manual routes, at
most two returns out of a step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, permutations
from typing import Any, NamedTuple

from ortools.sat.python import cp_model

from sopgen.flow import Flow

PORTS = ("L", "B", "R")
RANK = {"L": 1, "B": 2, "R": 3}  # of what begins at a symbol, from left to right; a joined return stands outside these
OUTER_LEFT, OUTER_RIGHT = 0, 4


class Answer(NamedTuple):
    """The least number of crossings, and what is proved of it; both None when time ran out without any drawing."""

    crossings: int | None
    lower_bound: int
    seconds: float

    @property
    def optimal(self) -> bool:
        return self.crossings == self.lower_bound


@dataclass(eq=False, slots=True)
class Strand:
    """A line from level `top` down to `bottom`. A main one is an arrow; a return one the trunk into a port of `top`."""

    number: int
    top: int
    bottom: int
    port: str = ""  # of a trunk; T: it joins the main arrow
    alive: dict[int, Any] = field(default_factory=dict)  # of a trunk, by gap
    left: dict[int, Any] = field(default_factory=dict)  # of the symbol of a level that it passes or ends beside

    @property
    def is_main(self) -> bool:
        return not self.port

    def passes(self, level: int) -> bool:
        return self.top < level < self.bottom or (level == self.bottom and not self.is_main)


class NotModelledError(Exception):
    """The flow has what the model does not know."""


def fewest_crossings(flow: Flow, *, merging: bool = True, seconds: float = 60.0, workers: int = 1) -> Answer:
    """Without `merging` two arrows to one symbol are two to the end: a bound from above, as nothing is counted once."""
    model = _Model(flow, merging=merging)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = 1
    status = solver.solve(model.model)
    assert status != cp_model.INFEASIBLE, "every flow has a drawing"
    found = round(solver.objective_value) if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None
    return Answer(found, round(solver.best_objective_bound), solver.wall_time)


class _Model:
    def __init__(self, flow: Flow, *, merging: bool) -> None:
        if any(len(level.nodes) > 1 for level in flow.levels):
            raise NotModelledError("several symbols on one level")
        self.flow, self.merging = flow, merging
        self.model = cp_model.CpModel()
        self.yes = self.model.new_constant(1)
        self.strands: list[Strand] = []
        self.leaving: dict[tuple[int, str], Any] = {}  # (edge, port)
        self.joining: dict[int, dict[int, Any]] = {}  # edge: trunk's number → whether it ends in that
        self.arrow: dict[int, Strand] = {}  # main strand of an edge
        self.upper: dict[tuple[int, int, int], Any] = {}  # (gap, i, j), i < j: i left of j at the gap's top
        self.lower: dict[tuple[int, int, int], Any] = {}  # at its foot
        self.merged: dict[tuple[int, int, int], Any] = {}  # at its foot
        self.costs: list[Any] = []
        self._leave()
        self._return()
        for strand in self.strands:
            for level in range(strand.top + 1, strand.bottom + 1):
                if strand.passes(level):
                    strand.left[level] = self._bool()
        for gap in range(len(flow.levels) - 1):
            self._orders(gap)
        for gap in range(len(flow.levels) - 1):
            self._merge(gap)
        for level in range(len(flow.levels)):
            self._row(level)
            self._begin(level)
            self._stubs(level)
        for gap in range(len(flow.levels) - 1):
            self._cross(gap)
        self.model.minimize(sum(self.costs))

    def _bool(self) -> Any:
        return self.model.new_bool_var("")

    # --- ports ---

    def _leave(self) -> None:
        for number, level in enumerate(self.flow.levels):
            outs = [i for i, edge in enumerate(self.flow.edges) if edge.source == number]
            if sum(self.flow.edges[i].is_return for i in outs) > 2:
                raise NotModelledError("three returns out of one step")
            for i in outs:
                edge = self.flow.edges[i]
                ports = ("B",) if level.opens else ("L", "R") if edge.is_return else PORTS
                for port in ports:
                    self.leaving[i, port] = self._bool()
                self.model.add_exactly_one(self.leaving[i, port] for port in ports)
                if not edge.is_return:
                    self.arrow[i] = self._strand(edge.source, edge.target)
            for port in PORTS:
                self.model.add_at_most_one(self.leaving[i, port] for i in outs if (i, port) in self.leaving)

    def _return(self) -> None:
        for number in range(len(self.flow.levels)):
            ins = [i for i, edge in enumerate(self.flow.edges) if edge.is_return and edge.target == number]
            if not ins:
                continue
            outs = [i for i, edge in enumerate(self.flow.edges) if edge.source == number]
            bottom = max(self.flow.edges[i].source for i in ins)
            trunks = [self._strand(number, bottom, port) for port in (("T",) if len(outs) == 3 else PORTS)]
            for i in ins:
                self.joining[i] = {trunk.number: self._bool() for trunk in trunks}
                self.model.add_exactly_one(self.joining[i].values())
            for trunk in trunks:
                for gap in range(number, bottom):
                    users = [self.joining[i][trunk.number] for i in ins if self.flow.edges[i].source > gap]
                    trunk.alive[gap] = self._bool()
                    self.model.add_max_equality(trunk.alive[gap], users)
                for i in outs:
                    if (i, trunk.port) in self.leaving:
                        self.model.add_at_most_one(self.leaving[i, trunk.port], trunk.alive[number])

    def _strand(self, top: int, bottom: int, port: str = "") -> Strand:
        self.strands.append(Strand(len(self.strands), top, bottom, port))
        return self.strands[-1]

    # --- orders ---

    def _in_gap(self, gap: int) -> list[Strand]:
        return [s for s in self.strands if s.top <= gap < s.bottom]

    def _orders(self, gap: int) -> None:
        here = [s.number for s in self._in_gap(gap)]
        for i, j in combinations(here, 2):
            self.upper[gap, i, j] = self._bool()
            self.lower[gap, i, j] = self._bool()
        for order in (self.upper, self.lower):
            for i, j, k in combinations(here, 3):
                ij, jk, ik = order[gap, i, j], order[gap, j, k], order[gap, i, k]
                self.model.add_bool_or(ij.Not(), jk.Not(), ik)
                self.model.add_bool_or(ij, jk, ik.Not())

    def _before(self, order: dict[tuple[int, int, int], Any], gap: int, a: Strand, b: Strand) -> Any:
        i, j = a.number, b.number
        return order[gap, i, j] if i < j else order[gap, j, i].Not()

    def _same(self, a: Any, b: Any, *only_if: Any) -> None:
        self.model.add(a == b).only_enforce_if(*only_if)

    def _merge(self, gap: int) -> None:
        """Which arrows to one symbol are one at the foot of a gap: they stand alike to all others from there on."""
        if not self.merging:
            return
        for a, b in combinations([s for s in self._in_gap(gap) if s.is_main], 2):
            if a.bottom != b.bottom:
                continue
            if a.bottom == gap + 1:
                self.merged[gap, a.number, b.number] = self.yes
                continue
            merged = self.merged[gap, a.number, b.number] = self._bool()
            for other in self._in_gap(gap):
                if other not in (a, b):
                    before = (self._before(self.lower, gap, s, other) for s in (a, b))
                    self._same(*before, merged)
            self._same(a.left[gap + 1], b.left[gap + 1], merged)
        for (at, i, j), merged in list(self.merged.items()):
            if at == gap - 1 and (gap, i, j) in self.merged:
                self.model.add_implication(merged, self.merged[gap, i, j])

    def _row(self, level: int) -> None:
        """What passes a symbol keeps its order; what ends on top of it stands between both sides."""
        passing = [s for s in self.strands if s.passes(level)]
        for a in passing:
            for end in self.strands:
                if end.is_main and end.bottom == level:
                    self._same(self._before(self.lower, level - 1, a, end), a.left[level])
            for begin in self.strands:
                if begin.top == level and a.bottom > level:
                    self._same(self._before(self.upper, level, a, begin), a.left[level])
        for a, b in permutations(passing, 2):
            above = self._before(self.lower, level - 1, a, b)
            self.model.add_bool_or(a.left[level].Not(), b.left[level], above)
            if a.number < b.number and min(a.bottom, b.bottom) > level:
                self._same(above, self._before(self.upper, level, a, b))

    def _begin(self, level: int) -> None:
        """What begins at a symbol stands in the order of its ports."""
        begun = [(s, self._ranks(s)) for s in self.strands if s.top == level]
        for (a, of_a), (b, of_b) in permutations(begun, 2):
            for rank_a, by_a in of_a:
                for rank_b, by_b in of_b:
                    if rank_a < rank_b:
                        self.model.add_bool_or(by_a.Not(), by_b.Not(), self._before(self.upper, level, a, b))

    def _ranks(self, strand: Strand) -> list[tuple[int, Any]]:
        """Where a strand may begin at its symbol, and what is true if it does."""
        if strand.is_main:
            edge = next(i for i, arrow in self.arrow.items() if arrow is strand)
            return [(RANK[port], self.leaving[edge, port]) for port in PORTS if (edge, port) in self.leaving]
        if strand.port == "T":
            strand.left[strand.top] = self._bool()  # it starts above and passes right beside
            return [(OUTER_LEFT, strand.left[strand.top]), (OUTER_RIGHT, strand.left[strand.top].Not())]
        return [(RANK[strand.port], strand.alive[strand.top])]

    # --- crossings ---

    def _alive(self, strand: Strand, gap: int) -> Any:
        return self.yes if strand.is_main else strand.alive[gap]

    def _mates(self, gap: int, strand: Strand) -> Iterator[tuple[Strand, Any]]:
        """Arrows that are one with this at the gap's foot and were listed before it: what they cross counts for it."""
        for (at, i, j), merged in self.merged.items():
            if at == gap and j == strand.number:
                yield self.strands[i], merged

    def _cross(self, gap: int) -> None:
        turned: dict[tuple[int, int], Any] = {}
        for a, b in combinations(self._in_gap(gap), 2):
            if a.is_main and b.is_main and a.bottom == b.bottom:
                continue
            turns = self._bool()
            i, j = a.number, b.number
            self.model.add(self.upper[gap, i, j] + self.lower[gap, i, j] == 1).only_enforce_if(turns)
            self._same(self.upper[gap, i, j], self.lower[gap, i, j], turns.Not())
            turned[i, j] = turned[j, i] = turns
        for (i, j), turns in turned.items():
            if i > j:
                continue
            a, b = self.strands[i], self.strands[j]
            counted = [self._both(merged, turned[mate.number, j]) for mate, merged in self._mates(gap, a)]
            counted += [self._both(merged, turned[i, mate.number]) for mate, merged in self._mates(gap, b)]
            self._pay([turns, self._alive(a, gap), self._alive(b, gap)], counted)

    def _stubs(self, level: int) -> None:
        """A return leaves by a side and runs into its trunk, across what passes between that and the symbol."""
        passing = [s for s in self.strands if s.passes(level)]
        for i, edge in enumerate(self.flow.edges):
            if edge.source != level or not edge.is_return:
                continue
            for number, joins in self.joining[i].items():
                trunk = self.strands[number]
                for port in ("L", "R"):
                    uses = self._both(self.leaving[i, port], joins)
                    on_side = {s.number: s.left[level] if port == "L" else s.left[level].Not() for s in passing}
                    self.model.add_implication(uses, on_side[number])
                    crossed: dict[int, Any] = {}
                    for other in passing:
                        if other is not trunk:
                            ends = (trunk, other) if port == "L" else (other, trunk)
                            inside = self._before(self.lower, level - 1, *ends)
                            crossed[other.number] = self._both(on_side[other.number], inside)
                    for other in passing:
                        if other is not trunk:
                            mates = self._mates(level - 1, other)
                            counted = [self._both(m, crossed[mate.number]) for mate, m in mates]
                            self._pay([uses, crossed[other.number], self._alive(other, level - 1)], counted)
                    for other in self.strands:
                        if other.port == "T" and other.top == level:
                            beside = other.left[level] if port == "L" else other.left[level].Not()
                            self._pay([uses, beside], [])

    def _both(self, a: Any, b: Any) -> Any:
        found = self._bool()
        self.model.add_bool_and(a, b).only_enforce_if(found)
        self.model.add_bool_or(a.Not(), b.Not(), found)
        return found

    def _pay(self, all_of: list[Any], unless: list[Any]) -> None:
        """One crossing where all of these hold, unless it is counted already."""
        cost = self._bool()
        self.model.add_bool_or(*(literal.Not() for literal in all_of), *unless, cost)
        self.costs.append(cost)
