"""The least corners that a drawing could have if each arrow stood alone on the page: a lower bound.

What an arrow has to obey here: it leaves by the bottom or a side of its source (an opening capsule lets it out
downward, returns leave by a side, by the bottom only where the sides do not suffice), and keeps a millimetre from
symbols and from the table's edge. Main arrows run down only and enter the top centre downward, returns run up only and
enter the bottom or a side. Arrows out of one symbol share no port, returns come in by a port that none leaves by. Other
arrows are no obstacle, lane borders are none, and between two rows is room for any number of lines. Two sums:

- `followed`: each arrow is walked to its symbol, over the trunk that it joins: the number for `Figures.followed`.
- `drawn`: what a net draws counts once and a line ends where it meets its trunk, as `Figures.corners` counts. One arrow
  of each net is whole. Any other may end at its first straight piece, for nothing; only the outermost of a net, beside
  whose symbol no other line of the net can run, must get as far as the next one's symbol.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, permutations, product
from typing import NamedTuple

from counter import LEAST_APART as CLEAR
from counter import Symbol
from peers.plane import Arrow, Plane

Port = tuple[int, str]  # the symbol's index in its row, and its side
OVER: Port = (-1, "T")  # a return that finds no port free joins the main arrow above the top centre


class Least(NamedTuple):
    drawn: int
    followed: int


class _Row(NamedTuple):
    """Symbols of one height. Columns are bits: `free` are those in which a line may pass all of them."""

    symbols: tuple[Symbol, ...]
    lead: int
    free: int


def least_corners(plane: Plane) -> Least:
    ways = Ways(plane)
    nets: dict[tuple[int, bool], list[Arrow]] = {}
    for arrow in plane.arrows:
        nets.setdefault((arrow.target, arrow.is_return), []).append(arrow)
    drawn = _fewest(ways, [tuple(net) for net in nets.values()], spared=2)
    return Least(drawn, _fewest(ways, [(arrow,) for arrow in plane.arrows], spared=0))


class Ways:
    """The least corners of single arrows, by their ports."""

    def __init__(self, plane: Plane) -> None:
        self.area, self.arrows = plane.area, plane.arrows
        self.columns = _columns(plane)
        groups: dict[int, list[Symbol]] = {}
        for symbol in plane.symbols:
            groups.setdefault(symbol.group, []).append(symbol)
        self.rows = [self._row(groups[number]) for number in range(len(groups))]
        self._returns = Counter(arrow.source for arrow in plane.arrows if arrow.is_return)

    def outs(self, row: int) -> list[Port]:
        """The ports that arrows may leave by."""
        here = self.rows[row]
        ports = [*((i, "B") for i in range(len(here.symbols))), (0, "L"), (len(here.symbols) - 1, "R")]
        return [(i, side) for i, side in ports if side == "B" or not here.symbols[i].only_bottom]

    def ins(self, row: int) -> list[Port]:
        """The ports that returns may enter by."""
        lead, last = self.rows[row].lead, len(self.rows[row].symbols) - 1
        return [(lead, "B"), *([(0, "L")] if lead == 0 else []), *([(last, "R")] if lead == last else [])]

    def hooks(self, row: int) -> int:
        """How many returns have to leave by the bottom."""
        return max(0, self._returns[row] - sum(side != "B" for _, side in self.outs(row)))

    def main(self, arrow: Arrow, leave: Port) -> int:
        """Corners of a main arrow's whole way."""
        end = self._upright(arrow.target, (self.rows[arrow.target].lead, "T"))
        between = range(arrow.source + 1, arrow.target)
        return self._leaving(arrow, leave) + self._turns(self._first(arrow, leave), between, end)

    def back(self, arrow: Arrow, leave: Port, enter: Port) -> int:
        """Corners of a return's whole way; one over the top turns twice above its symbol."""
        last = self.rows[arrow.target].free if enter == OVER else self._upright(arrow.target, enter)
        extra = {"B": 0, "L": 1, "R": 1, "T": 2}[enter[1]]
        between = range(arrow.source - 1, arrow.target, -1)
        return self._leaving(arrow, leave) + self._turns(self._first(arrow, leave), between, last) + extra

    def partly(self, arrow: Arrow, leave: Port, others: Sequence[int]) -> int:
        """Corners up to where it may first meet another of its net, which leave at the rows `others`."""
        if arrow.is_return:
            if max(others) >= arrow.source:
                return 0
            between = range(arrow.source - 1, max(others), -1)  # the other may leave by a hook, in the gap below
        else:
            if min(others) <= arrow.source:
                return 0
            between = range(arrow.source + 1, min(others) + 1)
        return self._leaving(arrow, leave) + self._turns(self._first(arrow, leave), between)

    def _row(self, symbols: list[Symbol]) -> _Row:
        places = tuple(sorted(symbols, key=lambda symbol: symbol.box[0]))
        blocked = 0
        for symbol in places:
            blocked |= self._where(symbol.box[0] - CLEAR, symbol.box[2] + CLEAR)
        lead = next(i for i, symbol in enumerate(places) if symbol.lead)
        return _Row(places, lead, self._where(self.area[0], self.area[2]) & ~blocked)

    def _where(self, left: float, right: float) -> int:
        return sum(1 << i for i, x in enumerate(self.columns) if left < x < right)

    def _upright(self, row: int, port: Port) -> int:
        """The columns in which the upright piece at a port may stand."""
        box = self.rows[row].symbols[port[0]].box
        if port[1] in "TB":
            return 1 << self.columns.index(_centre(box))
        aside = self._where(self.area[0], box[0]) if port[1] == "L" else self._where(box[2], self.area[2])
        return aside & self.rows[row].free

    def _first(self, arrow: Arrow, leave: Port) -> int:
        """The columns of the first upright piece that leads on; a hook leads past its own row."""
        hooked = arrow.is_return and leave[1] == "B"
        return self.rows[arrow.source].free if hooked else self._upright(arrow.source, leave)

    def _leaving(self, arrow: Arrow, leave: Port) -> int:
        return 1 if leave[1] != "B" else 2 if arrow.is_return else 0

    def _turns(self, first: int, between: Iterable[int], last: int | None = None) -> int:
        """Two corners each time it must change columns; as late as it can is never worse, as gaps lead anywhere."""
        changes, column = 0, first
        for allowed in (*(self.rows[row].free for row in between), *(() if last is None else (last,))):
            changes += not column & allowed
            column = column & allowed or allowed
        return 2 * changes


def _columns(plane: Plane) -> list[float]:
    """Each symbol's centre, and one place between each two neighbouring edges of anything to keep clear of."""
    edges = {plane.area[0] + CLEAR, plane.area[2] - CLEAR}
    for symbol in plane.symbols:
        edges |= {symbol.box[0] - CLEAR, symbol.box[2] + CLEAR}
    inside = sorted(x for x in edges if plane.area[0] + CLEAR <= x <= plane.area[2] - CLEAR)
    return sorted({(a + b) / 2 for a, b in pairwise(inside)} | {_centre(symbol.box) for symbol in plane.symbols})


def _centre(box: tuple[float, float, float, float]) -> float:
    return (box[0] + box[2]) / 2


# --- all arrows: row by row, over all ways to give out ports --------------------------------------

# What is known of a net further down: of a main one whether an arrow of it is whole, of returns by which port they
# enter and which of them (its source) is whole.
_Known = bool | tuple[Port, int]
_State = tuple[tuple[int, _Known], ...]  # by the net's number


class _Plan(NamedTuple):
    """One way to give out the ports of a row: to the arrows that leave, and to the nets of returns that enter."""

    leaving: tuple[tuple[Arrow, Port], ...]
    entering: tuple[tuple[int, _Known], ...]


def _fewest(ways: Ways, nets: Sequence[tuple[Arrow, ...]], spared: int) -> int:
    """`spared`: corners of a return over the top that it does not draw itself, as it ends on the main arrow."""
    sweep = _Sweep(ways, nets, spared)
    states: dict[_State, int] = {(): 0}
    for row in range(len(ways.rows)):
        plans = sweep.plans(row)
        found: dict[_State, int] = {}
        for state, corners in states.items():
            for plan in plans:
                for below, more in sweep.after(row, dict(state), plan):
                    if corners + more < found.get(below, corners + more + 1):
                        found[below] = corners + more
        states = found
    return min(states.values())


class _Sweep:
    def __init__(self, ways: Ways, nets: Sequence[tuple[Arrow, ...]], spared: int) -> None:
        self.ways, self.nets, self.spared = ways, nets, spared
        self.net_of = {arrow: number for number, net in enumerate(nets) for arrow in net}
        self.leaving: dict[int, list[Arrow]] = {}
        for arrow in ways.arrows:
            self.leaving.setdefault(arrow.source, []).append(arrow)
        self.entering: dict[int, list[int]] = {}
        for number, net in enumerate(nets):
            self.entering.setdefault(net[0].target, []).append(number)
        self.last = [max(net[0].target, *(arrow.source for arrow in net)) for net in nets]
        self.costs: dict[tuple[Arrow, Port, _Known], int] = {}

    def plans(self, row: int) -> list[_Plan]:
        """All plans; those that leave no port to returns only if there are no others."""
        arrows, hooks = self.leaving.get(row, []), self.ways.hooks(row)
        returns = [number for number in self.entering.get(row, []) if self.nets[number][0].is_return]
        strict: list[_Plan] = []
        relaxed: list[_Plan] = []
        for chosen in permutations(self.ways.outs(row), len(arrows)):
            pairs = tuple(zip(arrows, chosen, strict=True))
            if sum(arrow.is_return and port[1] == "B" for arrow, port in pairs) > hooks:
                continue
            free = [port for port in self.ways.ins(row) if port not in chosen]
            known = [[(n, (p, a.source)) for p in free or [OVER] for a in self.nets[n]] for n in returns]
            (strict if free or not returns else relaxed).extend(_Plan(pairs, entering) for entering in product(*known))
        return strict or relaxed

    def after(self, row: int, known: dict[int, _Known], plan: _Plan) -> Iterator[tuple[_State, int]]:
        """What is known below a row, with the corners of the arrows that leave there."""
        for number in self.entering.get(row, []):
            if known.pop(number, True) is False:
                return  # none of the main arrows that end here is whole
        known.update(plan.entering)
        for wholes in product(*(self._whole(known, arrow) for arrow, _ in plan.leaving)):
            below, corners = dict(known), 0
            for (arrow, port), whole in zip(plan.leaving, wholes, strict=True):
                number = self.net_of[arrow]
                corners += self._corners(arrow, port, whole and known[number] if arrow.is_return else whole)
                if not arrow.is_return and len(self.nets[number]) > 1:
                    below[number] = whole or below.get(number, False)
            yield tuple(sorted(item for item in below.items() if self.last[item[0]] > row)), corners

    def _whole(self, known: dict[int, _Known], arrow: Arrow) -> tuple[bool, ...]:
        """Whether an arrow may be whole, or may not."""
        number = self.net_of[arrow]
        if len(self.nets[number]) == 1:
            return (True,)
        of = known.get(number, False)
        if isinstance(of, tuple):
            return (of[1] == arrow.source,)
        return (False,) if of else (True, False)

    def _corners(self, arrow: Arrow, leave: Port, known: _Known) -> int:
        """`known`: False of an arrow that ends on its net, True of a whole main one; of a whole return its entry."""
        key = (arrow, leave, known)
        if key not in self.costs:
            if isinstance(known, tuple):
                over = known[0] == OVER
                self.costs[key] = self.ways.back(arrow, leave, known[0]) - over * self.spared
            elif known:
                self.costs[key] = self.ways.main(arrow, leave)
            else:
                others = [other.source for other in self.nets[self.net_of[arrow]] if other is not arrow]
                self.costs[key] = self.ways.partly(arrow, leave, others)
        return self.costs[key]
