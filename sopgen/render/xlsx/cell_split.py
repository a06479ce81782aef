"""A cell of an identity page in, its pieces out: a range for each paragraph, numbers in a column of their own."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from sopgen.render.xlsx.row_stack import Stacked, StackedParagraph, entries_of, needed, stacked
from sopgen.render.xlsx.words import CENTRED, COLUMN_GRID, SIDE_PADDING, Piece, words_of
from sopgen.render.xlsx.wrapping import FONT_STEP, SMALLEST, Wrapped, steady, wrapped
from sopgen.scene import Box, Cell, Page, cell_box

_SIDES = 6.0  # beside the texts, so that none goes from rule to rule
_NOTHING = 0.01  # what sums of lengths leave behind


def reductions(pages: Iterable[Page]) -> dict[float, float]:
    """For each size of type on identity pages by how much all of it is smaller: no full box stands out.

    A cell of several sizes counts by its first text's.
    """
    less: dict[float, float] = {}
    for table in (table for page in pages for table in page.tables if table.role != "alur"):
        for cell in table.cells:
            if cell.texts:
                size = cell.texts[0].size
                less[size] = max(less.get(size, 0.0), _reduction(cell, cell_box(table, cell)))
    return less


def _reduction(cell: Cell, box: Box) -> float:
    """By how many points the type of a cell must be smaller for all its lines to be seen."""
    less = 0.0
    smallest = min(text.size for text in cell.texts)
    while smallest - less - FONT_STEP >= SMALLEST and _is_cut(_entries(cell, box, less)[0], box):
        less += FONT_STEP
    return less


def _is_cut(entries: Sequence[StackedParagraph], box: Box) -> bool:
    """Whether the box is too low for all lines; what stands alone in its middle may reach to its edges."""
    height = box[3] - box[1]
    return entries[0].ink > height if _is_centred(entries, box) else needed(entries) > height


def texts_apart(cell: Cell, box: Box, less: float) -> Iterator[Piece]:
    """Each paragraph in its own range; numbers in a column of their own. Type is `less` points smaller than printed."""
    entries, right = _entries(cell, box, less)
    if _is_centred(entries, box):
        ranges = [Stacked(entries[0]._replace(steady=True), box[1], box[3])]
    else:
        ranges = stacked(entries, box[1], box[3])
    left = box[0] + (_SIDES if entries[0].text.align == "center" else 0.0)
    below = box[1]
    for each in ranges:
        if each.top > below + _NOTHING:
            yield Piece((box[0], below, box[2], each.top), None, cell.fill)
        for x0, x1 in ((box[0], left), (right, box[2])):
            if x1 > x0 + _NOTHING:
                yield Piece((x0, each.top, x1, each.bottom), None, cell.fill)
        yield from _row_of(each, (left, each.top, right, each.bottom), cell.fill)
        below = each.bottom
    if below < box[3] - _NOTHING:
        yield Piece((box[0], below, box[2], box[3]), None, cell.fill)


def _entries(cell: Cell, box: Box, less: float) -> tuple[Sequence[StackedParagraph], float]:
    """The paragraphs of a cell with the lines that they will take, and where their ranges end at the right."""
    entries = entries_of(cell, less)
    if entries[0].text.align != "left":
        room = box[2] - box[0] - 2 * _SIDES
        return [entry._replace(lines=_lines(entry, room).lines) for entry in entries], box[2] - _SIDES
    rooms = [box[2] - _text_edge(entry, box) for entry in entries]
    # as much room as at the left, or less where a paragraph would take more lines than in print
    pads = (_SIDES, _SIDES - COLUMN_GRID, 0.0)
    pad = next((pad for pad in pads if _keeps_lines(entries, rooms, pad)), 0.0)
    return [_with_lines(entry, room - pad) for entry, room in zip(entries, rooms, strict=True)], box[2] - pad


def _keeps_lines(entries: Sequence[StackedParagraph], rooms: Sequence[float], pad: float) -> bool:
    found = [(entry, _lines(entry, room - pad)) for entry, room in zip(entries, rooms, strict=True)]
    return all(of.whole and of.lines <= entry.paragraph.lines for entry, of in found)


def _lines(entry: StackedParagraph, room: float) -> Wrapped:
    return wrapped(entry.paragraph.text, entry.text.face, entry.size, room)


def _with_lines(entry: StackedParagraph, room: float) -> StackedParagraph:
    same = steady(entry.paragraph.text, entry.text.face, entry.size, room)
    return entry._replace(lines=_lines(entry, room).lines, steady=same)


def _is_centred(entries: Sequence[StackedParagraph], box: Box) -> bool:
    """Whether the text stands alone in its cell, in its middle."""
    text, paragraph = entries[0].text, entries[0].paragraph
    above, below = text.box[1] - box[1], box[3] - text.box[3]
    return len(entries) == 1 and abs(above - below) < CENTRED and not paragraph.marker


def _text_edge(entry: StackedParagraph, box: Box) -> float:
    """The edge of the column in which a text begins, as printed or, for the grid, a little to the right of it."""
    return _edge(entry.paragraph.x, box)


def _marker_edge(entry: StackedParagraph, box: Box) -> float:
    """The edge of the column of a text's number, which is as wide as its number in any program."""
    edge, wide = _edge(min(run.x for run in entry.text.runs), box), entry.marker_width + SIDE_PADDING
    while edge > box[0] and _text_edge(entry, box) - edge < wide:
        edge -= COLUMN_GRID
    return edge


def _edge(x: float, box: Box) -> float:
    return box[0] + max(0.0, math.ceil((x - box[0] - SIDE_PADDING) / COLUMN_GRID - 1e-6) * COLUMN_GRID)


def _row_of(each: Stacked, box: Box, fill: str | None) -> Iterator[Piece]:
    """A paragraph's range and, beside text that begins at the left, those of its number and of the room before it."""
    x0, y0, x1, y1 = box
    entry = each.entry
    text, paragraph = entry.text, entry.paragraph
    words = words_of(text)._replace(text=paragraph.text, size=entry.size, valign=entry.valign)
    if text.align != "left":
        yield Piece(box, words, fill)
        return
    second = _text_edge(entry, box)
    first = _marker_edge(entry, box) if paragraph.marker else second
    if first > x0:
        yield Piece((x0, y0, first, y1), None, fill)
    if paragraph.marker:
        below_first = y1 - entry.below_first
        yield Piece((first, y0, second, below_first), words._replace(text=paragraph.marker, wraps=False), fill)
        if below_first < y1:
            yield Piece((first, below_first, second, y1), None, fill)
    yield Piece((second, y0, x1, y1), words, fill)
