"""A sheet of a workbook → the flowchart as it is drawn there: steps, lanes, symbols, arrows with their ends.

`End.side` is None for an end that lies on no side's middle; `End.symbol` None for one that lies on no symbol.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from sopgen.diagnostics import Message
from sopgen.scene import Document
from sopgen.workbook.values import Box, Connector, Place, Point, Shape, Sheet, Side

Kind = Literal["terminator", "process", "decision", "offpage"]
KINDS: Final[Mapping[str, Kind]] = {
    "flowChartTerminator": "terminator",
    "flowChartProcess": "process",
    "flowChartDecision": "decision",
    "flowChartOffpageConnector": "offpage",
    # What office programs offer for the same five shapes, or make of them when they save.
    "roundRect": "terminator",
    "rect": "process",
    "diamond": "decision",
}
SIDES: Final[tuple[Side, ...]] = ("T", "L", "B", "R")
REACH: Final = 3.0  # points from a symbol's outline within which an arrow's end counts as attached
CENTRED: Final = 2.0  # points from a side's middle


class Breach(NamedTuple):
    """A breach, at a cell of the sheet if it has one."""

    message: Message
    remedy: Message
    step: int | None = None
    place: Place | None = None


class Symbol(NamedTuple):
    """`step` is None for an off-page connector and for what stands in no step's row; `lane` counts from 0."""

    shape: Shape
    kind: Kind
    step: int | None
    lane: int | None
    page: int
    place: Place

    @property
    def number(self) -> str:
        """What a pentagon says."""
        return self.shape.text.strip()


class End(NamedTuple):
    symbol: Symbol | None
    side: Side | None


class Arrow(NamedTuple):
    """Directed: `start` is where it leaves. `plain` joins the boxes of a joint activity and has no direction."""

    line: Connector
    start: End
    end: End
    plain: bool = False

    @property
    def is_return(self) -> bool:
        """Whether it goes up: to an earlier step, or into a connector from below."""
        return self.line.points[-1][1] < self.line.points[0][1]


class Chart(NamedTuple):
    """`steps` holds each numbered row's number as it is written; `expected` is the document its own source gives.

    `others`: the workbook's other sheets.
    """

    sheet: Sheet
    head: tuple[tuple[Place, str], ...]  # the table's head, cell by cell
    lanes: tuple[tuple[int, int], ...]  # first and last column of each
    lane_names: tuple[str, ...]
    steps: tuple[tuple[int, str], ...]  # row, number
    symbols: tuple[Symbol, ...]
    arrows: tuple[Arrow, ...]
    labels: tuple[Shape, ...]
    strangers: tuple[Shape, ...]
    expected: Document | None = None
    others: tuple[Sheet, ...] = ()

    def of_step(self, step: int) -> tuple[Symbol, ...]:
        return tuple(symbol for symbol in self.symbols if symbol.step == step)

    def out_of(self, symbol: Symbol) -> tuple[Arrow, ...]:
        return tuple(each for each in self.arrows if not each.plain and each.start.symbol == symbol)

    def into(self, symbol: Symbol) -> tuple[Arrow, ...]:
        return tuple(each for each in self.arrows if not each.plain and each.end.symbol == symbol)

    def page(self, row: int) -> int:
        return _page(self.sheet, row)


def read_chart(sheets: tuple[Sheet, ...], expected: Document | None = None) -> Chart | None:
    """The chart on the sheet with the flow table; None if no sheet has one."""
    for sheet in sheets:
        steps = _steps(sheet)
        if not steps:
            continue
        rows = (_head_top(sheet, steps[0][0]), steps[0][0])
        lanes = _lanes(sheet, rows)
        if lanes is not None:
            others = tuple(each for each in sheets if each is not sheet)
            return _chart(sheet, rows, steps, lanes, expected)._replace(others=(*others, *_above(sheet, rows[0])))
    return None


def _head_top(sheet: Sheet, first_step: int) -> int:
    """The first row of the table's head: below the line across all columns that names the procedure."""
    widest = max(last[1] for _, last in sheet.merges) if sheet.merges else 0
    across = [last[0] for first, last in sheet.merges if first[1] == 0 and last[1] == widest and sheet.cells.get(first)]
    return max([1, *(row + 1 for row in across if row + 1 < first_step)])


def _above(sheet: Sheet, top: int) -> tuple[Sheet, ...]:
    """The identity table, where it stands above the flow table on the same sheet."""
    cells = {place: text for place, text in sheet.cells.items() if place[0] < top - 1}
    return (sheet._replace(cells=cells),) if cells else ()


def _steps(sheet: Sheet) -> tuple[tuple[int, str], ...]:
    """The rows with a number in the first column, below the table's head."""
    rows = sorted((row, text.strip()) for (row, column), text in sheet.cells.items() if column == 0)
    return tuple((row, text) for row, text in rows if text.isdigit())


def _lanes(sheet: Sheet, rows: tuple[int, int]) -> tuple[tuple[Place, Place], ...] | None:
    """The cells under the leftmost cell of the head that parts are named below: the executors' names.

    `rows`: the head's first row, and that of the first step.
    """
    top, first_step = rows
    heads = [
        (first, last)
        for first, last in sheet.merges
        if top <= first[0] == last[0] < first_step - 1 and first[1] > 0 and sheet.cells.get(first)
    ]
    heads += [  # one executor alone: nothing to merge
        (place, place)
        for place in sheet.cells
        if top <= place[0] < first_step - 1 and place[1] > 1 and (place[0] + 1, place[1]) in sheet.cells
        if sheet.span(place) == (place, place)
    ]
    if not heads:
        return None
    first, last = min(heads, key=lambda span: (span[0][1], span[0][0]))
    return tuple(_parts(sheet, first[0] + 1, (first[1], last[1]), first_step))


def _parts(sheet: Sheet, row: int, columns: tuple[int, int], first_step: int) -> Iterator[tuple[Place, Place]]:
    """The cells of a row of the head; in place of a common head the cells under it."""
    column = columns[0]
    while column <= columns[1]:
        start, end = sheet.span((row, column))
        below = (end[0] + 1, start[1])
        parted = below[0] < first_step and sheet.cells.get(below) and not sheet.cells[below].startswith("(")
        if parted:  # "(3)": a number of a column
            yield from _parts(sheet, below[0], (start[1], end[1]), first_step)
        else:
            yield start, end
        column = end[1] + 1


def _chart(
    sheet: Sheet,
    rows: tuple[int, int],
    steps: tuple[tuple[int, str], ...],
    lanes: tuple[tuple[Place, Place], ...],
    expected: Document | None,
) -> Chart:
    columns = tuple((first[1], last[1]) for first, last in lanes)
    symbols = tuple(_symbols(sheet, steps, columns))
    known = {symbol.shape for symbol in symbols}
    labels = tuple(shape for shape in sheet.shapes if shape.text_box)
    return Chart(
        sheet,
        tuple(sorted((place, text) for place, text in sheet.cells.items() if rows[0] <= place[0] < rows[1])),
        columns,
        tuple(" ".join(sheet.cells.get(first, "").split()) for first, _ in lanes),
        steps,
        symbols,
        tuple(_arrows(sheet, symbols)),
        labels,
        tuple(shape for shape in sheet.shapes if shape not in known and not shape.text_box),
        expected,
    )


def _symbols(sheet: Sheet, steps: tuple[tuple[int, str], ...], lanes: tuple[tuple[int, int], ...]) -> Iterator[Symbol]:
    rows = dict(steps)
    for shape in sheet.shapes:
        kind = KINDS.get(shape.preset)
        if shape.text_box or kind is None:
            continue
        place = sheet.place_of(shape.centre)
        lane = next((at for at, (first, last) in enumerate(lanes) if first <= place[1] <= last), None)
        number = rows.get(place[0])
        step = None if number is None or kind == "offpage" else int(number)
        yield Symbol(shape, kind, step, lane, _page(sheet, place[0]), place)


def _page(sheet: Sheet, row: int) -> int:
    return sum(1 for each in sheet.breaks if each <= row)


def _arrows(sheet: Sheet, symbols: tuple[Symbol, ...]) -> Iterator[Arrow]:
    by_id = {symbol.shape.id: symbol for symbol in symbols}
    for line in _whole(sheet.lines, symbols):
        first, last = _end(line, 0, symbols, by_id), _end(line, 1, symbols, by_id)
        if line.heads == (True, False):
            yield Arrow(line._replace(points=line.points[::-1]), last, first)
        else:
            yield Arrow(line, first, last, plain=line.heads == (False, False))


def _whole(lines: tuple[Connector, ...], symbols: tuple[Symbol, ...]) -> Iterator[Connector]:
    """A way that is drawn in two pieces, end to end off any symbol, as one line."""
    pieces = list(lines)
    while pieces:
        line = pieces.pop(0)
        following = next((each for each in pieces if _goes_on(line, each, symbols)), None)
        if following is None:
            yield line
            continue
        pieces.remove(following)
        pieces.insert(
            0,
            line._replace(
                points=(*line.points, *following.points[1:]),
                omegas=line.omegas + following.omegas,
                glued=(line.glued[0], following.glued[1]),
                heads=(line.heads[0], following.heads[1]),
            ),
        )


def _goes_on(line: Connector, other: Connector, symbols: tuple[Symbol, ...]) -> bool:
    if line.heads[1] or math.dist(line.points[-1], other.points[0]) > 1:
        return False
    return all(_off_outline(symbol.shape.box, line.points[-1]) > REACH for symbol in symbols)


def _end(line: Connector, at: int, symbols: tuple[Symbol, ...], by_id: Mapping[int, Symbol]) -> End:
    """By the glue if it says so and the symbol is there, else by the nearest outline."""
    point = line.points[-1 if at else 0]
    glue = line.glued[at]
    if glue is not None and glue[0] in by_id:
        symbol = by_id[glue[0]]
        if _off_outline(symbol.shape.box, point) <= REACH:
            return End(symbol, _side(symbol, point))
        return End(symbol, SIDES[glue[1]] if glue[1] < len(SIDES) else None)
    near = min(symbols, key=lambda symbol: _off_outline(symbol.shape.box, point), default=None)
    if near is None or _off_outline(near.shape.box, point) > REACH:
        return End(None, None)
    return End(near, _side(near, point))


def _side(symbol: Symbol, point: Point) -> Side | None:
    side = min(SIDES, key=lambda each: math.dist(symbol.shape.site(each), point))
    # A pentagon's tip is its lower middle; nothing else of its outline counts.
    return side if math.dist(symbol.shape.site(side), point) <= CENTRED else None


def _off_outline(box: Box, point: Point) -> float:
    """How far a point lies from a box's outline, inside or outside."""
    x0, y0, x1, y1 = box
    x, y = point
    outside = math.hypot(max(x0 - x, 0, x - x1), max(y0 - y, 0, y - y1))
    return outside or min(x - x0, x1 - x, y - y0, y1 - y)


def crossings(chart: Chart) -> Iterator[tuple[Arrow, Arrow, Point]]:
    """Every place where a level and an upright piece of two lines cross, once."""
    seen: list[Point] = []
    for one in chart.arrows:
        for other in chart.arrows:
            if one is other:
                continue
            for point in _meeting(one.line, other.line):
                if all(math.dist(point, each) > 1 for each in seen):
                    seen.append(point)
                    yield one, other, point


def _meeting(level: Connector, upright: Connector) -> Iterator[Point]:
    for (ax, ay), (bx, by) in pairwise(level.points):
        if abs(ay - by) > 1 or abs(ax - bx) <= 1:
            continue
        for (cx, cy), (dx, dy) in pairwise(upright.points):
            if abs(cx - dx) > 1 or abs(cy - dy) <= 1:
                continue
            if min(ax, bx) + 1 < cx < max(ax, bx) - 1 and min(cy, dy) + 1 < ay < max(cy, dy) - 1:
                yield cx, ay
