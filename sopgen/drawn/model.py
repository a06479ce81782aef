"""What was drawn, as plain values. Lengths in points from a panel's top left corner; boxes are (x0, y0, x1, y1)."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Literal, NamedTuple

from sopgen.diagnostics import Message

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Kind = Literal["terminator", "process", "decision", "offpage", "unknown"]


class Cell(NamedTuple):
    """A cell of a table, merged ones as one. `text` keeps its lines, with blank ones for room left.

    `ruled`: False for a text on a page that stands in no cell. `overfull`: its text runs on beyond it.
    """

    box: Box
    text: str = ""
    name: str = ""  # as the program names it, "G7"
    ruled: bool = True
    overfull: bool = False


class Symbol(NamedTuple):
    """A closed shape of the chart. `id` is what glue names; it is unique in its panel.

    `name` is what its program calls it, `outline` the program's name of its form; "" where it has none.
    """

    id: int
    kind: Kind
    box: Box
    text: str = ""
    name: str = ""
    outline: str = ""

    @property
    def centre(self) -> Point:
        x0, y0, x1, y1 = self.box
        return (x0 + x1) / 2, (y0 + y1) / 2


class Stroke(NamedTuple):
    """A line. `heads`: whether its first and last point are arrow heads; `glue`: the symbols it says it joins.

    `sites`: at which of their sites, counted from the top against the clock. Ω stand at `omegas`.
    """

    points: tuple[Point, ...]
    heads: tuple[bool, bool] = (False, False)
    glue: tuple[int | None, int | None] = (None, None)
    sites: tuple[int | None, int | None] = (None, None)
    omegas: tuple[Point, ...] = ()
    name: str = ""

    def turned(self) -> Stroke:
        return self._replace(
            points=self.points[::-1], heads=self.heads[::-1], glue=self.glue[::-1], sites=self.sites[::-1]
        )

    def followed_by(self, other: Stroke) -> Stroke:
        """Both as one line; the other begins where this one ends."""
        return Stroke(
            self.points + other.points,
            (self.heads[0], other.heads[1]),
            (self.glue[0], other.glue[1]),
            (self.sites[0], other.sites[1]),
            self.omegas + other.omegas,
            self.name or other.name,
        )


class Note(NamedTuple):
    """A text that stands free among the symbols."""

    text: str
    box: Box


class Frame(NamedTuple):
    """A cell of a sheet, by how heavy its lightest border is (0 none, 1 thin, 2 heavier), and whether it is shaded."""

    box: Box
    weight: int
    filled: bool


class Panel(NamedTuple):
    """A sheet or a page, or the part of one that belongs to one SOP.

    `wrapped`: lines of a text may be the page's and not the writer's. `pictures` may hide what cannot be read.
    `sources`: of each picture the part of a workbook that holds it.
    `page` counts from 1, and is turned back by `turned` quarters; 0 for a sheet.
    `unread`: what is drawn there and is none of these. `remarks`: notes hung on cells; `hidden`: the names of cells
    that nobody sees, "" for the whole sheet. `backdrop`: words behind or across a page; `veiled`: words on it that a
    clip cuts away or a ground covers.
    `paper`: what a sheet is to be printed on, "" where it does not say.
    `enlarged`: how many times as large as on paper a page was read, for it was printed too small; `retyped`: words on
    it that a ground covers and in whose place others stand; `overlaid`: pictures that lie over words.
    `below`: texts of a page's foot, below all of its tables.
    `begins`: whether an SOP of its own begins here, amid a sheet or page.
    `legend`: whether it had one of symbols, which was taken away.
    `frames`: the cells of a sheet with borders or a ground.
    Of a sheet, `sheet` is its name, `columns` and `rows` are the edges of its grid, `breaks` where pages end on it,
    `titles` from where to where it is printed on every page.
    """

    name: Message
    size: Point
    cells: tuple[Cell, ...]
    symbols: tuple[Symbol, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    notes: tuple[Note, ...] = ()
    pictures: tuple[Box, ...] = ()
    wrapped: bool = False
    sheet: str = ""
    columns: tuple[float, ...] = ()
    rows: tuple[float, ...] = ()
    breaks: tuple[float, ...] = ()
    page: int = 0
    turned: int = 0
    sources: tuple[str, ...] = ()
    unread: tuple[Box, ...] = ()
    remarks: tuple[Cell, ...] = ()
    hidden: tuple[str, ...] = ()
    backdrop: str = ""
    veiled: str = ""
    paper: str = ""
    titles: tuple[float, float] | None = None
    below: tuple[Cell, ...] = ()
    frames: tuple[Frame, ...] = ()
    begins: bool = False
    legend: bool = False
    enlarged: float = 1.0
    retyped: str = ""
    overlaid: tuple[Box, ...] = ()


class Doubt(NamedTuple):
    """What a person should look at: where, and what was taken for what. `step` counts from 0.

    `kind`: "chart" where an examination of the drawing shows the same as a fault of its own, "unread" where something
    stands that nothing became of, "beside" where it stands outside all that a rule asks for.
    `covered`: steps and columns whose cell says nothing because another one stands over it.
    `at`: the number of a panel of its SOP, and what on it is meant.
    """

    place: Message
    message: Message
    step: int | None = None
    kind: str = ""
    covered: tuple[tuple[int, str], ...] = ()
    at: tuple[int, Box] | None = None


def distance_to_box(box: Box, point: Point) -> float:
    """0 inside."""
    x0, y0, x1, y1 = box
    return math.hypot(max(x0 - point[0], 0, point[0] - x1), max(y0 - point[1], 0, point[1] - y1))


def distance_to_segment(start: Point, end: Point, point: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    at = 0.0 if length == 0 else max(0.0, min(1.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length))
    return math.hypot(start[0] + at * dx - point[0], start[1] + at * dy - point[1])


def distance_to_path(points: tuple[Point, ...], point: Point) -> float:
    return min((distance_to_segment(a, b, point) for a, b in pairwise(points)), default=math.inf)


def distance_to_symbol(symbol: Symbol, point: Point) -> float:
    """0 inside; a decision's outline is its rhomb."""
    if symbol.kind != "decision":
        return distance_to_box(symbol.box, point)
    x0, y0, x1, y1 = symbol.box
    cx, cy = symbol.centre
    wide, high = max((x1 - x0) / 2, 0.1), max((y1 - y0) / 2, 0.1)
    if abs(point[0] - cx) / wide + abs(point[1] - cy) / high <= 1:
        return 0.0
    corners = ((cx, y0), (x1, cy), (cx, y1), (x0, cy), (cx, y0))
    return distance_to_path(corners, point)


def overlap(first: tuple[float, float], second: tuple[float, float]) -> float:
    """How much two ranges share; negative is the gap between them."""
    return min(first[1], second[1]) - max(first[0], second[0])
