"""Lines and shapes of a page → the table's rules with their cells, and what is left for the chart.

A rule ends at other rules; a line of the chart ends somewhere free. So straight lines without a head are taken away as
long as one of their ends touches nothing across.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from sopgen.drawn.model import Box
from sopgen.drawn.pdf.heads import Line, Look
from sopgen.drawn.pdf.strokes import Shape, Sorted

_LEVEL: Final = 0.7  # points: how far from level a rule may be
_TOUCH: Final = 2.5  # points between a rule's end and the rule that it ends at
_SAME: Final = 1.6  # points: rules nearer than this are one
_SHORT: Final = 3.0
_MOST_RULES: Final = 4_000
_SYMBOL: Final = (160.0, 90.0)  # points: no symbol is larger
_MOST_LARGE: Final = 200
_MANY: Final = 4  # rules of one length below or beside each other: a table's
_LONG: Final = 200.0  # points: no line of a chart is as long as three others
_NO_SOURCE: Final = -1_000_000  # of a rule that is not drawn


class TooManyRules(Exception):  # noqa: N818 - what was found
    """More rules than any table of an SOP has."""


class Rule(NamedTuple):
    """A level or upright line: `at` is where it stands, `start` to `end` how far it goes."""

    at: float
    start: float
    end: float


class Grid(NamedTuple):
    cells: tuple[Box, ...]
    lines: tuple[Line, ...]
    shapes: tuple[Shape, ...]


class _Piece(NamedTuple):
    rule: Rule
    level: bool
    source: int  # number of the line, or -1 - number of the shape
    look: Look | None = None


def grid_of(drawn: Sorted) -> Grid:
    """Cells, and what belongs to the chart."""
    pieces = [piece for number, line in enumerate(drawn.lines) for piece in _pieces(number, line)]
    boxes = [number for number, shape in enumerate(drawn.shapes) if shape.kind == "process"]
    framed = _frames(drawn.shapes, boxes, pieces)
    for number in framed:
        pieces += _sides(number, drawn.shapes[number].box)
    if len(pieces) > _MOST_RULES:
        raise TooManyRules
    pieces += _open_edges(pieces)
    kept = _kept(pieces)
    used = {piece.source for piece in kept}
    level = _merged(piece.rule for piece in kept if piece.level)
    upright = _merged(piece.rule for piece in kept if not piece.level)
    return Grid(
        tuple(cells_of(level, upright)),
        tuple(line for number, line in enumerate(drawn.lines) if number not in used),
        tuple(shape for number, shape in enumerate(drawn.shapes) if number not in framed),
    )


def _pieces(number: int, line: Line) -> Iterable[_Piece]:
    if any(line.heads) or len(line.points) != 2:
        return
    (x0, y0), (x1, y1) = line.points
    if abs(y0 - y1) <= _LEVEL and abs(x0 - x1) > _SHORT:
        yield _Piece(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)), True, number, line.look)
    elif abs(x0 - x1) <= _LEVEL and abs(y0 - y1) > _SHORT:
        yield _Piece(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)), False, number, line.look)


def _open_edges(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Edges that a table is drawn without, as Word does: where many long rules begin or end below each other."""
    for level in (True, False):
        long = [rule for rule in _merged(each.rule for each in pieces if each.level == level) if _is_long(rule)]
        by_span: dict[tuple[int, int], list[Rule]] = defaultdict(list)
        for rule in long:
            by_span[round(rule.start / _TOUCH), round(rule.end / _TOUCH)].append(rule)
        for rules in by_span.values():
            if len(rules) >= _MANY:
                first, last = rules[0].at, rules[-1].at
                for at in (rules[0].start, rules[0].end):
                    yield _Piece(Rule(at, first, last), not level, _NO_SOURCE)


def _is_long(rule: Rule) -> bool:
    return rule.end - rule.start > _LONG


def _sides(number: int, box: Box) -> list[_Piece]:
    x0, y0, x1, y1 = box
    source = -1 - number
    return [
        _Piece(Rule(y0, x0, x1), True, source),
        _Piece(Rule(y1, x0, x1), True, source),
        _Piece(Rule(x0, y0, y1), False, source),
        _Piece(Rule(x1, y0, y1), False, source),
    ]


def _frames(shapes: Sequence[Shape], boxes: list[int], pieces: list[_Piece]) -> set[int]:
    """Rectangles that are cells or frames of a table: two of their sides lie on other rules or rectangles.

    So are two that have a whole side in common, and what is larger than any symbol and has rules within.
    """
    sides = {number: _sides(number, shapes[number].box) for number in boxes}
    by_place: dict[tuple[bool, int], list[_Piece]] = defaultdict(list)
    for piece in [*pieces, *(side for each in sides.values() for side in each)]:
        by_place[piece.level, round(piece.rule.at)].append(piece)

    def lies_on(side: _Piece) -> bool:
        near = [
            other
            for shift in (-1, 0, 1)
            for other in by_place[side.level, round(side.rule.at) + shift]
            if other.source != side.source and abs(other.rule.at - side.rule.at) < 1.0
        ]
        length = side.rule.end - side.rule.start
        return any(
            min(side.rule.end, other.rule.end) - max(side.rule.start, other.rule.start) > 0.5 * min(
                length, other.rule.end - other.rule.start
            )
            for other in near
        )  # fmt: skip

    count = Counter(_rounded(side) for each in sides.values() for side in each)
    framed = {
        number
        for number in boxes
        if sum(lies_on(side) for side in sides[number]) >= 2 or any(count[_rounded(side)] > 1 for side in sides[number])
    }
    large = [number for number in boxes if number not in framed and _is_large(shapes[number].box)]
    framed |= {number for number in large[:_MOST_LARGE] if _has_rules(shapes[number].box, pieces)}
    whole = {
        _rounded(side) for number in framed for side in sides[number]
    }  # the outermost of a single row share one side
    return framed | {number for number in boxes if any(_rounded(side) in whole for side in sides[number])}


def _is_large(box: Box) -> bool:
    return box[2] - box[0] > _SYMBOL[0] or box[3] - box[1] > _SYMBOL[1]


def _has_rules(box: Box, pieces: Iterable[_Piece]) -> bool:
    """Whether two lines at least run from side to side of a box, or from a side to another line, within it."""
    x0, y0, x1, y1 = box
    inside = 0
    for piece in pieces:
        (low, high), (start, end) = ((y0, y1), (x0, x1)) if piece.level else ((x0, x1), (y0, y1))
        rule = piece.rule
        touches = abs(rule.start - start) < _TOUCH or abs(rule.end - end) < _TOUCH
        inside += low + _TOUCH < rule.at < high - _TOUCH and start - 1 <= rule.start and rule.end <= end + 1 and touches
    return inside > 1


def _rounded(side: _Piece) -> tuple[bool, int, int, int]:
    return side.level, round(side.rule.at), round(side.rule.start), round(side.rule.end)


def _kept(pieces: list[_Piece]) -> list[_Piece]:
    """Without all that ends somewhere free."""
    kept = pieces
    while True:
        across = {
            level: _Spans(_merged(piece.rule for piece in kept if piece.level == level)) for level in (True, False)
        }
        alike: dict[tuple[bool, Look | None], list[Rule]] = defaultdict(list)
        for piece in kept:
            alike[piece.level, piece.look].append(piece.rule)
        along = {key: _Spans(_merged(rules)) for key, rules in alike.items()}
        left = [piece for piece in kept if _held(piece, along[piece.level, piece.look], across[not piece.level])]
        if len(left) == len(kept):
            return left
        kept = left


class _Spans:
    """Merged rules of one direction, found by where they stand."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = sorted(rules)
        self.places = [rule.at for rule in self.rules]

    def between(self, low: float, high: float) -> list[Rule]:
        return self.rules[bisect_left(self.places, low) : bisect_right(self.places, high)]


def _held(piece: _Piece, along: _Spans, across: _Spans) -> bool:
    """Whether the whole rule that a piece is part of ends at rules across."""
    rule = piece.rule
    whole = next(
        (
            other
            for other in along.between(rule.at - _SAME, rule.at + _SAME)
            if other.start <= rule.start + 0.5 and other.end >= rule.end - 0.5
        ),
        rule,
    )
    return all(
        any(
            other.start - _TOUCH <= whole.at <= other.end + _TOUCH
            for other in across.between(end - _TOUCH, end + _TOUCH)
        )
        for end in (whole.start, whole.end)
    )


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that lie on one line and meet, as one."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule.at - groups[-1][0].at <= _SAME:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    merged: list[Rule] = []
    for group in groups:
        at = sum(rule.at * (rule.end - rule.start) for rule in group) / sum(rule.end - rule.start for rule in group)
        start = end = None
        for rule in sorted(group, key=lambda each: each.start):
            if end is None or start is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + _TOUCH:
                end = max(end, rule.end)
            else:
                merged.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        if start is not None and end is not None:
            merged.append(Rule(at, start, end))
    return merged


def cells_of(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Box]:
    """The rooms that rules enclose, merged cells as one, downward."""
    ys, xs = sorted({rule.at for rule in level}), sorted({rule.at for rule in upright})
    if len(xs) < 2 or len(ys) < 2:
        return []
    rooms = _Rooms(len(ys) - 1, len(xs) - 1)
    rooms.open_all(_walls(level, ys, xs), _walls(upright, xs, ys))
    boxes = [
        (
            xs[min(column for _, column in room)],
            ys[min(row for row, _ in room)],
            xs[max(column for _, column in room) + 1],
            ys[max(row for row, _ in room) + 1],
        )
        for room in rooms.closed()
    ]
    return sorted(boxes, key=lambda box: (box[1], box[0]))


class _Rooms:
    """Fields between all places where rules stand; fields with no wall between them are one room."""

    def __init__(self, rows: int, columns: int) -> None:
        self.rows, self.columns = rows, columns
        self.parent = list(range(rows * columns + 1))  # the last is outside

    def _find(self, at: int) -> int:
        parent = self.parent
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    def _field(self, row: int, column: int) -> int:
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return row * self.columns + column if inside else self.rows * self.columns

    def open_all(self, above: set[tuple[int, int]], beside: set[tuple[int, int]]) -> None:
        """Unite where no wall stands: `above` as (edge, column), `beside` as (edge, row)."""
        for row in range(self.rows + 1):
            for column in range(self.columns):
                if (row, column) not in above:
                    self.parent[self._find(self._field(row, column))] = self._find(self._field(row - 1, column))
        for column in range(self.columns + 1):
            for row in range(self.rows):
                if (column, row) not in beside:
                    self.parent[self._find(self._field(row, column))] = self._find(self._field(row, column - 1))

    def closed(self) -> list[list[tuple[int, int]]]:
        """The fields of each room that is not outside."""
        rooms: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for row in range(self.rows):
            for column in range(self.columns):
                rooms[self._find(self._field(row, column))].append((row, column))
        rooms.pop(self._find(self.rows * self.columns), None)
        return list(rooms.values())


def _walls(rules: Sequence[Rule], places: list[float], stops: list[float]) -> set[tuple[int, int]]:
    """(number of the place, number of the stretch between two stops) that a rule covers."""
    number = {at: index for index, at in enumerate(places)}
    walls: set[tuple[int, int]] = set()
    for rule in rules:
        for stretch in range(len(stops) - 1):
            middle = (stops[stretch] + stops[stretch + 1]) / 2
            if rule.start <= middle <= rule.end:
                walls.add((number[rule.at], stretch))
    return walls
