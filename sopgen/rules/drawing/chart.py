"""A flowchart as somebody left it: steps, lanes, symbols, arrows with their ends; and what a breach of a rule is.

Steps are counted from 1 in the order of their rows, whatever number is written there. Places are a panel (a sheet or a
page) and a point on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from sopgen.diagnostics import Message
from sopgen.drawn import model
from sopgen.drawn.identity import Identity
from sopgen.drawn.model import Box, Cell, Note, Panel, Point
from sopgen.rules.drawing.source import Source

Side = Literal["T", "L", "B", "R"]
SIDES: Final[tuple[Side, ...]] = ("T", "L", "B", "R")
TOUCHES: Final = 3.0  # points from a symbol's outline within which an end is at it
BELONGS: Final = 12.0  # points within which an end still means its symbol


Way = tuple[int | None, int | None]


class Spot(NamedTuple):
    panel: int
    point: Point


class Breach(NamedTuple):
    """A breach, at a place if it has one. `step` is the row it speaks of, `kind` what it is among causes (`causes`).

    `steps`: all rows that it touches. A `note` is advice whatever its rule weighs. `about`: its arrows.
    `ways`: the arrows that are gone, or that an arrow's fault may have broken, from row to row; None where no end is
    known. `grave`: mandatory whatever its rule weighs. `path`: the place in the spec that it differs from.
    `where`: its place in words, where no spot has any. `more`, `paths`: further places that it speaks of.
    """

    message: Message
    remedy: Message
    step: int | None = None
    spot: Spot | None = None
    kind: str = ""
    steps: tuple[int, ...] = ()
    note: bool = False
    about: tuple[Message, ...] = ()
    ways: tuple[Way, ...] = ()
    grave: bool = False
    path: tuple[str | int, ...] = ()
    where: Message | None = None
    more: tuple[Spot, ...] = ()
    paths: tuple[tuple[str | int, ...], ...] = ()


class Step(NamedTuple):
    """A row. `number` as it is written, "" where nothing is; `due` the step of the source that it is, if there is one.

    `places`: where the text of each column stands.
    """

    order: int
    number: str
    panel: int
    across: tuple[float, float]
    down: tuple[float, float]
    texts: Mapping[str, str]
    due: int | None = None

    @property
    def spot(self) -> Spot:
        """Its number's cell."""
        return Spot(self.panel, (self.across[0] + 0.5, self.down[0] + 0.5))

    @property
    def name(self) -> str:
        """What a reader calls it by."""
        return self.number or str(self.order)


class Symbol(NamedTuple):
    """`step` is None for an off-page connector and for what stands in no row; `page` counts from 0."""

    drawn: model.Symbol
    panel: int
    page: int
    step: int | None
    lanes: tuple[int, ...]
    extra: bool = False

    @property
    def kind(self) -> model.Kind:
        return self.drawn.kind

    @property
    def box(self) -> Box:
        return self.drawn.box

    @property
    def spot(self) -> Spot:
        return Spot(self.panel, self.drawn.centre)

    @property
    def number(self) -> str:
        """What a pentagon says."""
        return self.drawn.text.strip()

    def site(self, side: Side) -> Point:
        """The middle of one side."""
        x0, y0, x1, y1 = self.box
        x, y = self.drawn.centre
        return {"T": (x, y0), "L": (x0, y), "B": (x, y1), "R": (x1, y)}[side]


class End(NamedTuple):
    """What an arrow's end means. `side`: None at no side's middle; `joined` where it runs into or out of another line.

    `gap` in points, to the symbol or line.
    """

    symbol: Symbol | None
    side: Side | None = None
    joined: bool = False
    gap: float = 0.0

    @property
    def is_loose(self) -> bool:
        return self.symbol is None and not self.joined


class Arrow(NamedTuple):
    """Directed: `start` is where it leaves. `plain` joins the boxes of a joint activity and has no direction.

    `headless`: from one symbol to another, and nothing says which way; `double`: it has a head at either end.
    """

    name: str
    panel: int
    points: tuple[Point, ...]
    start: End
    end: End
    omegas: tuple[Point, ...] = ()
    plain: bool = False
    headless: bool = False
    double: bool = False

    @property
    def is_return(self) -> bool:
        """Whether it goes up: to an earlier step, or into a connector from below."""
        return self.points[-1][1] < self.points[0][1]

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        return tuple(end.symbol for end in (self.start, self.end) if end.symbol)


def way_of(arrow: Arrow) -> Way:
    """From row to row, as far as its ends are known."""
    start, end = (each.symbol.step if each.symbol else None for each in (arrow.start, arrow.end))
    return start, end


def rows_of(*arrows: Arrow) -> tuple[int, ...]:
    """The rows that arrows join."""
    return tuple(dict.fromkeys(symbol.step for arrow in arrows for symbol in arrow.symbols if symbol.step))


class Label(NamedTuple):
    note: Note
    panel: int


class Heading(NamedTuple):
    """A cell of the table's head."""

    cell: Cell
    panel: int

    @property
    def spot(self) -> Spot:
        return Spot(self.panel, (self.cell.box[0] + 0.5, self.cell.box[1] + 0.5))


class Edge(NamedTuple):
    """From row to row as it was read, through connectors and joins; `target` None is an extra capsule at the end."""

    source: int
    target: int | None
    label: str


class Chart(NamedTuple):
    """`source`: what the document that carries it was made from; without it nothing is compared.

    `is_pictured`: whether a picture, or what nobody could read, lies where symbols stand.
    `columns`: left and right of each column by its role, of the first head. `page_ends`: whether a page follows each.
    """

    panels: tuple[Panel, ...]
    identity: Identity
    headings: tuple[Heading, ...]
    columns: Mapping[str, tuple[float, float]]
    lanes: tuple[Heading, ...]
    lane_names: tuple[str, ...]
    steps: tuple[Step, ...]
    symbols: tuple[Symbol, ...]
    arrows: tuple[Arrow, ...]
    labels: tuple[Label, ...]
    edges: tuple[Edge, ...]
    strangers: tuple[Symbol, ...]
    pages: int
    source: Source | None = None
    is_pictured: bool = False

    def step(self, order: int) -> Step:
        return self.steps[order - 1]

    def of_step(self, order: int) -> tuple[Symbol, ...]:
        return tuple(symbol for symbol in self.symbols if symbol.step == order)

    def out_of(self, symbol: Symbol) -> tuple[Arrow, ...]:
        return tuple(each for each in self.arrows if not each.plain and each.start.symbol == symbol)

    def into(self, symbol: Symbol) -> tuple[Arrow, ...]:
        return tuple(each for each in self.arrows if not each.plain and each.end.symbol == symbol)

    def tied(self, symbol: Symbol) -> bool:
        """Whether a plain line joins it to another box of its row."""
        return any(arrow.plain and symbol in arrow.symbols for arrow in self.arrows)

    def page(self, panel: int, y: float) -> int:
        """The page on which a height of a panel stands, through the whole chart."""
        return sum(len(each.breaks) + 1 for each in self.panels[:panel]) + sum(
            edge <= y for edge in self.panels[panel].breaks
        )

    def row_of_due(self, due: int) -> Step | None:
        """The row of a step of the source."""
        return next((step for step in self.steps if step.due == due), None)


def side_of(symbol: Symbol, point: Point) -> Side | None:
    """The side at whose middle, as the eye sees it, a point lies. A pentagon's tip is its lower middle."""
    (x0, y0, x1, y1), (x, y) = symbol.box, symbol.drawn.centre
    off = {"T": y0 - point[1], "L": x0 - point[0], "B": point[1] - y1, "R": point[0] - x1}
    along = {side: (abs(point[0] - x), x1 - x0) if side in "TB" else (abs(point[1] - y), y1 - y0) for side in SIDES}
    at = [side for side in SIDES if along[side][0] <= max(_CENTRED, _SEEN * along[side][1])]
    near = [side for side in at if -TOUCHES <= off[side] <= BELONGS]
    return min(near, key=lambda side: (abs(off[side]), along[side][0]), default=None)


_CENTRED: Final = 2.0  # points from a side's middle
_SEEN: Final = 0.15  # of a side's length: what the eye takes for its middle
