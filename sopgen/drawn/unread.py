"""An SOP as it was read → what stands in its flow tables and nothing became of: drawings, pictures, words.

Whatever a hand put there is read or named, with its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from sopgen.drawn import doubts as told
from sopgen.drawn import remainders
from sopgen.drawn.breaks import CUT
from sopgen.drawn.chart import Read
from sopgen.drawn.head import Head, one_line
from sopgen.drawn.model import Box, Cell, Doubt, Panel, Point, Stroke
from sopgen.drawn.placing import Placed
from sopgen.drawn.standins import is_stand_in
from sopgen.drawn.table import PARTS, Part, goes_on, in_column, is_end
from sopgen.drawn.words import bare

_SLIP: Final = 2.0  # points: a line shorter than this says nothing
_SAME: Final = 1.0  # points
_SHADOW: Final = 16.0  # points that a shadow is larger than its symbol
_MOST_TOLD: Final = 12  # of one kind on a panel; more are told together

What = Literal["drawing", "picture", "label", "text"]


class Unread(NamedTuple):
    """`step` counts from 0; `column` is one of the table's, "pelaksana", or "" for none. A label stands free."""

    what: What
    box: Box
    text: str = ""
    step: int | None = None
    column: str = ""


class _Table(NamedTuple):
    """A part, the number of its first step, and how far it goes."""

    part: Part
    first: int
    box: Box


def unread_on(panels: Sequence[Panel], parts: Sequence[Part], read: Read, number: int) -> tuple[Unread, ...]:
    """What is left on one panel, in a steady order."""
    first, tables = 0, []
    for at, part in enumerate(parts):
        if part.panel == number:
            tables.append(_Table(part, first, _extent(part, [each for each in read.placed if each.part == at])))
        first += len(part.rows)
    if not tables:
        return ()
    panel = panels[number]
    charts = (
        () if read.drawn else tuple(chart_pictures(panel, [table.part for table in tables]))
    )  # told of by themselves
    boxes = [each.symbol.box for each in read.placed if each.panel == number and not is_stand_in(each.symbol)]
    found = [
        *(Unread("drawing", box) for box in panel.unread if not _lies_under(box, boxes)),
        *(Unread("drawing", box) for box in _loose_drawings(panel, number, read)),
        *(Unread("picture", box) for box in panel.pictures if box not in charts and not _lies_under(box, boxes)),
        *_symbol_texts(read, number, tables),
        *_labels(panel, read, number),
        *(Unread("text", each.box, each.text) for each in panel.remarks),
        *_cell_texts(panel, read, number, [table.part for table in tables]),
    ]
    stand_ins = [each.symbol.centre for each in read.placed if each.panel == number and is_stand_in(each.symbol)]
    return tuple(
        _placed(each, tables)
        for each in found
        if _table_of(each.box, tables) is not None and not _stands_for(each, stand_ins)
    )


def chart_pictures(panel: Panel, parts: Sequence[Part]) -> Iterator[Box]:
    """Pictures that lie over the lanes of one of these parts."""
    for box in panel.pictures:
        x, y = _middle(box)
        if any(
            part.head.chart[0] <= x <= part.head.chart[1] and part.head.bottom <= y <= part.down[1] for part in parts
        ):
            yield box


def _lies_under(box: Box, symbols: Sequence[Box]) -> bool:
    """Whether it is a symbol's shadow or shading: about as large as that, and in its place."""
    x, y = _middle(box)
    size = box[2] - box[0], box[3] - box[1]
    return any(
        x0 < x < x1
        and y0 < y < y1
        and abs(size[0] - (x1 - x0)) < _SHADOW
        and abs(size[1] - (y1 - y0)) < _SHADOW
        and size[0] * size[1] > 0.6 * (x1 - x0) * (y1 - y0)
        for x0, y0, x1, y1 in symbols
    )


def _stands_for(each: Unread, centres: Sequence[Point]) -> bool:
    """Whether something was taken for a symbol."""
    x, y = _middle(each.box)
    return each.what != "drawing" and any(abs(x - cx) < _SAME and abs(y - cy) < _SAME for cx, cy in centres)


def unread_doubts(panels: Sequence[Panel], parts: Sequence[Part], read: Read) -> Iterator[Doubt]:
    """The same in words: drawings of one place together, each text by itself."""
    behind = {panel.backdrop: panel for panel in reversed(panels) if panel.backdrop}
    yield from (remainders.backdrop(panel, remainders.short(one_line(text))) for text, panel in sorted(behind.items()))
    for number, panel in enumerate(panels):
        if panel.hidden:
            yield remainders.hidden(panel)
        if panel.retyped:
            yield remainders.retyped(panel, remainders.short(panel.retyped))
        elif panel.veiled:
            yield remainders.veiled(panel, remainders.short(panel.veiled))
        groups: dict[tuple[What, int | None, str, str], list[Unread]] = defaultdict(list)
        for each in unread_on(panels, parts, read, number):
            what: What = "text" if each.what == "label" else each.what
            groups[what, each.step, each.column, each.text].append(each)
        for kind in ("drawing", "picture", "text"):
            mine = [(key, group) for key, group in groups.items() if key[0] == kind]
            if len(mine) > _MOST_TOLD:
                yield remainders.unread_many(panel, kind, sum(len(group) for _, group in mine))
                continue
            for (_, step, column, text), group in mine:
                place = told.at_step(panel, step) if step is not None else told.at_point(panel, _middle(group[0].box))
                yield remainders.unread(place, kind, len(group), column, remainders.short(one_line(text)), step)


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _extent(part: Part, symbols: Sequence[Placed]) -> Box:
    """A table with its head, down to its last step or the connectors below it."""
    head = part.head
    edges = [*head.chart, *(x for pair in head.columns.values() for x in pair)]
    low = [row.down[1] for row in part.rows] + [each.symbol.box[3] for each in symbols]
    return min(edges), head.top if part.headed else part.down[0], max(edges), max(low, default=part.down[1])


def _table_of(box: Box, tables: Sequence[_Table]) -> _Table | None:
    x, y = _middle(box)
    for table in tables:
        x0, y0, x1, y1 = table.box
        if x0 <= x <= x1 and y0 <= y <= y1:
            return table
    return None


def _placed(each: Unread, tables: Sequence[_Table]) -> Unread:
    found = _table_of(each.box, tables)
    if found is None:
        return each
    part, first, _ = found
    x, y = _middle(each.box)
    step = next((first + at for at, row in enumerate(part.rows) if row.down[0] <= y < row.down[1]), None)
    return each._replace(step=step if each.step is None else each.step, column=_column(part.head, x))


def _column(head: Head, x: float) -> str:
    if head.chart[0] <= x <= head.chart[1]:
        return "pelaksana"
    return next((key for key, (left, right) in head.columns.items() if left <= x <= right), "")


def _loose_drawings(panel: Panel, number: int, read: Read) -> Iterator[Box]:
    """Symbols that stand in no lane, and lines that were not looked at."""
    placed = {each.symbol.box for each in read.placed if each.panel == number}
    yield from (symbol.box for symbol in panel.symbols if symbol.box not in placed)
    attached = [each.stroke for each in read.attached.get(number, ())]
    ends = {_rounded(point) for stroke in attached for point in stroke.points}
    for stroke in panel.strokes:
        box = _box(stroke)
        if max(box[2] - box[0], box[3] - box[1]) > _SLIP and not {_rounded(p) for p in stroke.points} & ends:
            yield box


def _rounded(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], 1), round(point[1], 1)


def _box(stroke: Stroke) -> Box:
    xs, ys = [x for x, _ in stroke.points], [y for _, y in stroke.points]
    return min(xs), min(ys), max(xs), max(ys)


def _symbol_texts(read: Read, number: int, tables: Sequence[_Table]) -> Iterator[Unread]:
    """Words in symbols that neither begin nor end the flow, name a connector, nor repeat what the row says."""
    rows = {first + at: row for part, first, _ in tables for at, row in enumerate(part.rows)}
    for each in read.placed:
        text = one_line(each.symbol.text)
        if each.panel != number or not text or each.symbol.kind == "offpage" or text.startswith(CUT):
            continue
        row = rows.get(each.step) if each.step is not None else None
        said = bare(" ".join([row.number, *row.texts.values()])) if row else ""
        if goes_on(text):
            continue
        if bare(text) and not is_end(text) and bare(text) not in said and not _is_lane(each, text, tables):
            yield Unread("text", each.symbol.box, text, each.step)


def _is_lane(each: Placed, text: str, tables: Sequence[_Table]) -> bool:
    """Whether a box says whose it is."""
    names = {bare(lane.name) for part, _, _ in tables for at, lane in enumerate(part.head.lanes) if at in each.lanes}
    return bare(text) in names


def _labels(panel: Panel, read: Read, number: int) -> Iterator[Unread]:
    used = {note for at, note in read.labels if at == number}
    for note in panel.notes:
        if note not in used and bare(note.text) and not goes_on(note.text):
            yield Unread("label", note.box, note.text)


def _cell_texts(panel: Panel, read: Read, number: int, parts: Sequence[Part]) -> Iterator[Unread]:
    labels = {_middle(note.box) for at, note in read.labels if at == number}
    for cell in panel.cells:
        if bare(cell.text) and not _is_used(cell, parts) and not _holds_one(cell, labels) and not _is_aside(cell.text):
            yield Unread("text", cell.box, cell.text)


def _holds_one(cell: Cell, points: set[tuple[float, float]]) -> bool:
    x0, y0, x1, y1 = cell.box
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x, y in points)


def _is_used(cell: Cell, parts: Sequence[Part]) -> bool:
    """Whether a text belongs to a head or to a row's columns."""
    top = cell.box[1]
    for part in parts:
        head = part.head
        if head.top - 1 <= top < head.bottom - 1:
            return True
        if cell in part.tail:
            return True
        columns = [head.columns.get(key) for key in ("nomor", *PARTS)]
        in_row = any(row.down[0] - 1 <= top < row.down[1] - 1 for row in part.rows)
        if in_row and any(in_column(cell, column) for column in columns):
            return True
    return False


def _is_aside(text: str) -> bool:
    """Whether words say no more than that the flow begins, ends or goes on."""
    return goes_on(text) or is_end(text)
