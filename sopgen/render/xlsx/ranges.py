"""A page in, the pieces of its sheet out: what stands in a range of cells of its own, and where.

Where an identity cell holds several texts (numbered items, the approval), it is cut so that each text has its piece and
numbers hang in a narrow column. A cell of the flow table stays one row, so that a kegiatan can be edited as one and its
symbol never stretches; its items begin lines of their own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sopgen.render.xlsx.paragraphs import paragraphs
from sopgen.render.xlsx.stacks import (
    Entry,
    Stacked,
    centred_ink,
    drop,
    entries_of,
    line_height,
    reduction,
    stacked,
)
from sopgen.render.xlsx.wrapping import Fit, fit, wrapped
from sopgen.scene import Align, Box, Cell, Page, Table, Text, cell_box
from sopgen.text.face import Face

_COLUMN_GRID = 3.0  # 4 pixels at 96 dpi: whole at every usual magnification
_TITLE_GRID = 3.0  # as the rows below it
_NOTHING = 0.01  # what sums of lengths leave behind
_CELL_PADDING = 1.2  # what a spreadsheet leaves between a column's edge and its text
_RIGHT_COLUMN = 3.0  # keeps text that begins at the left off the rule at its right, where there is room to
_CLEAR = 1.5  # points above and below a full cell's lines together
_SIDES = 6.0  # beside the texts of an identity page, so that none goes from rule to rule
_NEVER_WRITTEN = frozenset(("pelaksana", "jalur_sambungan"))  # they hold symbols
_ANY_TEXT = ""
_CENTRED = 3.0  # by how much the room above and below a centred text may differ


class Words(NamedTuple):
    """What a range says and how. A cell without text has the looks that its text would have."""

    text: str | int | None
    face: Face
    size: float
    align: Align = "left"
    valign: str = "center"
    grey: float = 0.0
    turned: bool = False
    wrapped: bool = True


class Piece(NamedTuple):
    """A range before the grid is known: its box on the sheet."""

    box: Box
    words: Words | None
    fill: str | None = None


def reductions(pages: Iterable[Page]) -> dict[float, float]:
    """For each size of type on identity pages by how much all of it is smaller: no full box stands out."""
    less: dict[float, float] = {}
    for table in (table for page in pages for table in page.tables if table.role != "alur"):
        for cell in table.cells:
            if cell.texts:
                _, top, _, bottom = cell_box(table, cell)
                size = cell.texts[0].size
                less[size] = max(less.get(size, 0.0), reduction(cell, bottom - top))
    return less


def pieces_of(page: Page, less: Mapping[float, float], *, raised: bool) -> Iterator[Piece]:
    """All ranges of a page, in the scene's own coordinates, without gaps or overlaps.

    `less`: see `reductions`; `raised`: see `texts_above`.
    """
    for text in texts_above(page, raised=raised):
        yield Piece(text.cell, _words(text))
    for table in page.tables:
        usual = _usual_texts(table)
        heads = _head_fits(table)
        for cell in table.cells:
            box = cell_box(table, cell)
            if table.role == "alur" or not cell.texts:
                yield from _one_text(cell, box, usual.get(cell.role) or usual.get(_ANY_TEXT), heads)
            else:
                yield from _texts_apart(cell, box, less[cell.texts[0].size])


def _usual_texts(table: Table) -> dict[str, Text]:
    """A text for each role and one for any, whose looks an empty cell takes: it is there to be written in."""
    found: dict[str, Text] = {}
    for cell in table.cells:
        for text in cell.texts:
            found.setdefault(cell.role, text)
            if text.align == "left" and not cell.header:
                found.setdefault(_ANY_TEXT, text)
    return found


def _head_fits(table: Table) -> dict[str, float]:
    """For each role of head cells the size in which all texts of that role fit: all names of executors look alike."""
    sizes: dict[str, float] = {}
    for cell in table.cells:
        for text in cell.texts if cell.header else ():
            size = _fit(text, _joined(text), cell_box(table, cell)).size
            sizes[cell.role] = min(size, sizes.get(cell.role, size))
    return sizes


def _one_text(cell: Cell, box: Box, usual: Text | None, heads: Mapping[str, float]) -> Iterator[Piece]:
    """The whole cell as one range, between narrow columns that keep text that begins at the left off its rules.

    `heads`: the sizes of head cells' texts.
    """
    model = cell.texts[0] if cell.texts else usual
    if model is None or cell.role in _NEVER_WRITTEN:
        yield Piece(box, None, cell.fill)
        return
    left, right = box[0], box[2]
    if model.align == "left":
        left += _on_grid(min(run.x for run in model.runs) - model.cell[0] - _CELL_PADDING)
    said = _joined(model) if cell.texts else ""
    fitting = _fit(model, said, (left, box[1], right, box[3]))
    if model.align == "left":
        right = left + fitting.room
    if left > box[0]:
        yield Piece((box[0], box[1], left, box[3]), None, cell.fill)
    if right < box[2]:
        yield Piece((right, box[1], box[2], box[3]), None, cell.fill)
    size = heads[cell.role] if cell.header and cell.texts else fitting.size
    value = int(said) if model.role == "no" and said else said or None
    words = _words(model, (box[1], box[3]))._replace(text=value, size=size)
    yield Piece((left, box[1], right, box[3]), words, cell.fill)


def _fit(text: Text, said: str, box: Box) -> Fit:
    """How `said` fits the box in the looks of `text`; where it begins at the left, best off the rule at its right."""
    across, down = box[2] - box[0], box[3] - box[1] - _CLEAR
    if text.turned:
        across, down = box[3] - box[1], box[2] - box[0]
    rooms = (across - _RIGHT_COLUMN, across) if text.align == "left" else (across,)
    # the ink of lines is lower than the lines: what the first and the last one have of their own is no loss
    own = line_height(text.face) - centred_ink(text.face, 1)
    return fit(said, text.face, text.size, rooms, line_height(text.face), down + own * text.size)


def _joined(text: Text) -> str:
    """The whole text; items keep lines of their own, as they have in the spec."""
    if text.turned:
        return text.text
    return "\n".join(paragraph.whole for paragraph in paragraphs(text))


def _texts_apart(cell: Cell, box: Box, less: float) -> Iterator[Piece]:
    """Each paragraph in its own range; numbers in a column of their own. Type is `less` points smaller than printed."""
    entries = entries_of(cell, less)
    if len(entries) == 1 and _is_centred(entries[0], box):
        ranges = [Stacked(entries[0].text, entries[0].paragraph, "center", box[1], box[3])]
    else:
        ranges = stacked(entries, box[1], box[3])
    left = box[0] + (_SIDES if entries[0].text.align == "center" else 0.0)
    right = box[2] - _right_pad(entries, box)
    below = box[1]
    for each in ranges:
        if each.top > below + _NOTHING:
            yield Piece((box[0], below, box[2], each.top), None, cell.fill)
        for x0, x1 in ((box[0], left), (right, box[2])):
            if x1 > x0 + _NOTHING:
                yield Piece((x0, each.top, x1, each.bottom), None, cell.fill)
        yield from _row_of(each, (left, each.top, right, each.bottom), cell.fill, less)
        below = each.bottom
    if below < box[3] - _NOTHING:
        yield Piece((box[0], below, box[2], box[3]), None, cell.fill)


def _is_centred(entry: Entry, box: Box) -> bool:
    """Whether what stands alone in its cell stands in its middle."""
    above, below = entry.text.box[1] - box[1], box[3] - entry.text.box[3]
    return abs(above - below) < _CENTRED and not entry.paragraph.marker


def _right_pad(entries: Sequence[Entry], box: Box) -> float:
    """As much room as at the left, or less where a paragraph would take more lines than in print."""
    if entries[0].text.align != "left":
        return _SIDES
    for pad in (_SIDES, _SIDES - _COLUMN_GRID):
        rooms = (box[2] - pad - _text_edge(entry.paragraph.x, box) for entry in entries)
        found = (wrapped(e.paragraph.text, e.text.face, e.size, room) for e, room in zip(entries, rooms, strict=True))
        if all(of.whole and of.lines <= e.paragraph.lines for of, e in zip(found, entries, strict=True)):
            return pad
    return 0.0


def _text_edge(x: float, box: Box) -> float:
    """The edge of the column in which a text begins at x or, for the grid, a little to the right of it."""
    return box[0] + max(0.0, math.ceil((x - box[0] - _CELL_PADDING) / _COLUMN_GRID - 1e-6) * _COLUMN_GRID)


def _row_of(each: Stacked, box: Box, fill: str | None, less: float) -> Iterator[Piece]:
    """A paragraph's range and, beside text that begins at the left, those of its number and of the room before it."""
    x0, y0, x1, y1 = box
    text, paragraph = each.text, each.paragraph
    words = _words(text)._replace(text=paragraph.text, size=text.size - less, valign=each.valign)
    if text.align != "left":
        yield Piece(box, words, fill)
        return
    begin = min(run.x for run in text.runs) if paragraph.marker else paragraph.x
    first, second = _text_edge(begin, box), _text_edge(paragraph.x, box)
    if first > x0:
        yield Piece((x0, y0, first, y1), None, fill)
    if paragraph.marker:
        yield Piece((first, y0, second, y1), words._replace(text=paragraph.marker, wrapped=False), fill)
    yield Piece((second, y0, x1, y1), words, fill)


def _words(text: Text, span: tuple[float, float] | None = None) -> Words:
    top, bottom = span or (text.cell[1], text.cell[3])
    value = text.text if text.turned else _joined(text)
    valign = "center"
    if not text.turned and not span:
        above, below = text.box[1] - top, bottom - text.box[3]
        if abs(above - below) >= _CENTRED:
            valign = "top" if above < below else "bottom"
    return Words(value, text.face, text.size, text.align, valign, text.grey, text.turned)


def texts_above(page: Page, *, raised: bool) -> list[Text]:
    """The line above the table; `raised`: in a cell that begins so high that the line stands in its middle."""
    found = [text for text in page.texts if text.box[3] <= page.tables[0].rows[0]]
    return [_raised(text) for text in found] if raised else found


def _raised(text: Text) -> Text:
    x0, y0, x1, y1 = text.cell
    middle = (text.runs[0].baseline + text.runs[-1].baseline) / 2 - drop(text.face) * text.size
    height = max(y1 - y0, round(2 * (y1 - middle) / _TITLE_GRID) * _TITLE_GRID)
    return text._replace(cell=(x0, y1 - height, x1, y1))


def _on_grid(length: float) -> float:
    return max(0.0, round(length / _COLUMN_GRID) * _COLUMN_GRID)
