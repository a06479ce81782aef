"""A page prepared for examination: symbols by id with their true outlines, lines as straight segments, sorted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from sopgen.layout.verify.finding import EPS
from sopgen.layout.verify.outline import Outline, outline_of
from sopgen.scene import Arrow, Box, Document, Page, Point, Row, Symbol, Table, Text

Net = tuple[str, str]
Strip = Literal["head", "foot"]


class Segment(NamedTuple):
    """One straight piece of an arrow, as a flat box with x0 <= x1 and y0 <= y1. `net`: what it may join."""

    x0: float
    y0: float
    x1: float
    y1: float
    arrow: Arrow
    piece: int
    last: bool
    net: Net

    @property
    def box(self) -> Box:
        return (self.x0, self.y0, self.x1, self.y1)


class ExaminedPage(NamedTuple):
    page: Page
    symbols: dict[str, Symbol]
    outlines: dict[str, Outline]
    arrows: dict[str, Arrow]
    rules: list[Box]
    horizontals: list[Segment]
    verticals: list[Segment]

    @property
    def number(self) -> int:
        return self.page.number

    @property
    def segments(self) -> list[Segment]:
        return self.horizontals + self.verticals

    def texts(self) -> Iterator[Text]:
        for table in self.page.tables:
            for cell in table.cells:
                yield from cell.texts
        yield from self.page.texts
        for figure in self.page.figures:
            yield from figure.texts

    def flow_table(self) -> Table | None:
        return next((table for table in self.page.tables if table.role == "alur"), None)

    def row_of(self, symbol: Symbol) -> Row | None:
        """The row that holds the symbol's middle."""
        middle = (symbol.box[1] + symbol.box[3]) / 2
        return next((row for row in self.page.rows if row.y0 <= middle <= row.y1), None)

    def strip_of(self, symbol: Symbol) -> Strip | None:
        row = self.row_of(symbol)
        return row.strip if row else None

    def trunks(self, arrow: Arrow) -> list[Arrow]:
        """The arrows that `arrow` runs into, nearest first."""
        found: list[Arrow] = []
        while arrow.joins is not None:
            trunk = self.arrows.get(arrow.joins)
            if trunk is None or trunk in found:
                break
            found.append(trunk)
            arrow = trunk
        return found


def is_link(arrow: Arrow) -> bool:
    """The plain line between two boxes of one joint activity."""
    return not arrow.edges


def examine_page(page: Page, document: Document) -> ExaminedPage:
    symbols = {symbol.id: symbol for symbol in page.symbols}
    outlines = {key: outline_of(symbol, document.style.offpage_point) for key, symbol in symbols.items()}
    rules = [
        (min(rule.x0, rule.x1), min(rule.y0, rule.y1), max(rule.x0, rule.x1), max(rule.y0, rule.y1))
        for table in page.tables
        for rule in table.rules
    ]
    arrows = {arrow.id: arrow for arrow in page.arrows}
    examined = ExaminedPage(page, symbols, outlines, arrows, rules, horizontals=[], verticals=[])
    for arrow in page.arrows:
        net = ("", arrow.id) if is_link(arrow) else (arrow.target, arrow.ports[1])
        points = _corners(arrow.points)
        for piece, ((ax, ay), (bx, by)) in enumerate(pairwise(points)):
            last = piece == len(points) - 2
            # Floating noise across a segment must not make it a thin box.
            if abs(ay - by) <= EPS < abs(ax - bx):
                examined.horizontals.append(Segment(min(ax, bx), ay, max(ax, bx), ay, arrow, piece, last, net))
            elif abs(ax - bx) <= EPS < abs(ay - by):
                examined.verticals.append(Segment(ax, min(ay, by), ax, max(ay, by), arrow, piece, last, net))
    examined.horizontals.sort(key=lambda s: (s.y0, s.x0))
    examined.verticals.sort(key=lambda s: (s.x0, s.y0))
    return examined


def _corners(points: tuple[Point, ...]) -> list[Point]:
    """Ends and true corners: a repeated or idle point would set two pieces of one line against each other."""
    corners = list(points[:1])
    for x, y in points[1:]:
        if abs(x - corners[-1][0]) <= EPS and abs(y - corners[-1][1]) <= EPS:
            continue
        if len(corners) > 1:
            (ax, ay), (bx, by) = corners[-2:]
            flat, upright = abs(ay - by) <= EPS >= abs(by - y), abs(ax - bx) <= EPS >= abs(bx - x)
            if flat or upright:
                corners.pop()
        corners.append((x, y))
    return corners
