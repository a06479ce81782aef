"""What the router is given: the bands of one page and the arrows between them. No units of its own.

A *band* is one height of symbols: a level of the flow, or a connector strip. Arrows are monotone:
a forward arrow runs down from its source's band to its target's, a return runs up (drawn the other
way round, its track is swept downward like all others).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple

Side = Literal["L", "R"]
Port = Literal["T", "B", "L", "R"]


class BandKind(StrEnum):
    STEP = "step"
    HEAD = "head"  # connector strip above the first row
    FOOT = "foot"  # connector strip below the last row


class Obstacle(NamedTuple):
    """A symbol as an obstacle: its centre column and the columns `lo`…`hi` that it blocks.

    `on_border`: its centre lies on a lane border (a wide symbol), so a run reaches it only inside its own row.
    `tight`: the sides by which a return should rather not enter.
    """

    centre: int
    lo: int
    hi: int
    on_border: bool = False
    tight: tuple[Side, ...] = ()


class Band(NamedTuple):
    """One height of symbols. In a strip `boxes` is empty: its pentagons are placed by the router."""

    kind: BandKind
    boxes: tuple[Obstacle, ...] = ()
    lead: int = 0
    only_bottom: bool = False  # an opening capsule: its lead's arrows leave downward (slide 44)
    closes: bool = False  # a closing capsule: nothing leaves its lead


class Link(NamedTuple):
    """An arrow to route on this page. In a strip it starts or ends at a pentagon of its own or of its pair.

    `pentagon` names the pair whose pentagon stands at the strip end of the arrow (None: no strip end).
    `leave` forces the side it leaves by, `pass_on` the side on which it passes a band.
    """

    id: int
    source: int
    target: int
    is_return: bool = False
    pentagon: int | None = None
    labelled: bool = False
    first_choice: bool = False  # Ya: straight down where that costs nothing
    broad: int = 0  # its label is a little (1) or much (2) too broad to stand beside a stem in its lane
    leave: Port | None = None
    pass_on: tuple[tuple[int, Side], ...] = ()

    @property
    def top(self) -> int:
        return self.target if self.is_return else self.source

    @property
    def bottom(self) -> int:
        return self.source if self.is_return else self.target


class Problem(NamedTuple):
    """One page: its bands from top to bottom, its arrows, and the columns that verticals may use.

    `x` are the columns' places (any unit, increasing). Pentagons stand on the columns `places`
    (increasing), at least `pentagon_room` apart; `wish` maps a pentagon's pair to the column it would like,
    `reading` says of each at the head which place it has in the order that the page above reads them in.
    """

    bands: tuple[Band, ...]
    links: tuple[Link, ...]
    x: tuple[float, ...]
    wish: dict[int, int]
    places: tuple[int, ...]
    pentagon_room: float
    borders: frozenset[int] = frozenset()  # columns on lane borders: open to wide symbols' own top and bottom only
    reading: tuple[int, ...] = ()
