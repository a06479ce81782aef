"""What draws a run to a column: the other ends of its jogs, the port of its stub, its label, its look.

A pull says of each column how bad it is, in the unit of `Problem.x`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, Protocol

from sopgen.layout.route.bounds import Bounds


class Taste(NamedTuple):
    """What makes a column good beyond length; all in the unit of `Problem.x`.

    `rules` are the lane borders' places; `label_widths` by link id; `clear` what a label keeps from a rule.
    """

    rules: tuple[float, ...]
    label_widths: dict[int, float]
    clear: float
    port_reach: float  # half the width of a symbol
    head_room: float = 0.0  # what a return that enters by a side needs for its head and a bit of shaft
    frame_clear: float = 0.0  # what a long run keeps from the outermost rules


class Pull(Protocol):
    def __call__(self, column: int) -> float: ...


class Toward(NamedTuple):
    """The length of a jog to another run, wherever that may still stand."""

    bounds: Bounds
    x: tuple[float, ...]
    other: int

    def __call__(self, column: int) -> float:
        bounds = self.bounds
        root = bounds.root(self.other)
        nearest = min(max(column, bounds.lo[root]), bounds.hi[root])
        return abs(self.x[column] - self.x[nearest])


class Off(NamedTuple):
    """Away from the columns `lo`…`hi` of a symbol that the run does not enter."""

    lo: int
    hi: int
    weight: float

    def __call__(self, column: int) -> float:
        return self.weight if self.lo <= column <= self.hi else 0.0


class OffFrame(NamedTuple):
    """Away from the outermost rules."""

    x: tuple[float, ...]
    taste: Taste

    def __call__(self, column: int) -> float:
        rules, clear = self.taste.rules, self.taste.frame_clear
        near = min(self.x[column] - rules[0], rules[-1] - self.x[column]) < clear
        return 0.5 * self.taste.port_reach if near else 0.0


class OffLabel(NamedTuple):
    """Away from a stem beside which a label stands. `need`: what that takes from the stem on."""

    x: tuple[float, ...]
    stem: float
    need: float
    weight: float

    def __call__(self, column: int) -> float:
        return self.weight if abs(self.x[column] - self.stem) < self.need else 0.0


class Arm(NamedTuple):
    """A side stub from a symbol's `centre`: short, but long enough to carry its label between two lane borders."""

    x: tuple[float, ...]
    centre: float
    side: str
    width: float  # of the label; 0 without one
    taste: Taste
    ends: bool = False  # whether a return ends there, with a head

    def __call__(self, column: int) -> float:
        reach = abs(self.x[column] - self.centre) - self.taste.port_reach
        if self.ends and reach < self.taste.head_room - 0.01:
            return reach + 4.0 * self.taste.port_reach
        if not self.width:
            return reach
        start = self.centre + (self.taste.port_reach if self.side == "R" else -self.taste.port_reach)
        lo, hi = sorted((start, self.x[column]))
        stops = [lo, *(r for r in self.taste.rules if lo < r < hi), hi]
        need = self.width + 2 * self.taste.clear
        if any(b - a >= need for a, b in pairwise(stops)):
            return reach
        outward = [r for r in self.taste.rules if (r > self.x[column]) == (self.side == "R")]
        border = (min(outward) if self.side == "R" else max(outward)) if outward else self.x[column]
        if abs(border - self.x[column]) >= need:
            return reach + 0.5 * self.taste.port_reach
        return reach + 4.0 * self.taste.port_reach
