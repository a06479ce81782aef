"""A page in, the pieces of its sheet out: what stands in a range of cells of its own, and where.

Where an identity cell holds several texts (numbered items, the approval), it is cut so that each text has its piece and
numbers hang in a narrow column. A cell of the flow table stays one row, so that a kegiatan can be edited as one and its
symbol never stretches; its items begin lines of their own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sopgen.render.xlsx.paragraphs import paragraphs
from sopgen.render.xlsx.stacks import (
    FONT_STEP,
    Entry,
    Stacked,
    centred_ink,
    entries_of,
    line_height,
    reduction,
    stacked,
)
from sopgen.scene import Align, Box, Cell, Page, Table, Text, cell_box
from sopgen.text.face import Face
from sopgen.text.measure import width

_COLUMN_GRID = 3.0  # 4 pixels at 96 dpi: whole at every usual magnification
_NOTHING = 0.01  # what sums of lengths leave behind
_CELL_PADDING = 1.2  # what a spreadsheet leaves between a column's edge and its text
_OWN_RIGHT_ROOM = 3.75  # what a spreadsheet leaves at both sides of a text together
_RIGHT_COLUMN = 3.0  # keeps text that begins at the left off the rule at its right, where there is room to
_WIDEST_TYPE = 1.02  # how much wider than in print a program may set a text
_SIDES = 6.0  # beside centred texts, so that none goes from rule to rule
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


def pieces_of(page: Page, less: Mapping[float, float]) -> Iterator[Piece]:
    """All ranges of a page, in the scene's own coordinates, without gaps or overlaps. `less`: see `reductions`."""
    for text in texts_above(page):
        yield Piece(text.cell, _words(text))
    for table in page.tables:
        usual = _usual_texts(table)
        turned = _turned_size(table)
        for cell in table.cells:
            box = cell_box(table, cell)
            if table.role == "alur" or not cell.texts:
                yield from _one_text(cell, box, usual.get(cell.role) or usual.get(_ANY_TEXT), turned)
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


def _turned_size(table: Table) -> float:
    """One size for all names of executors that are turned."""
    found = ((cell, text) for cell in table.cells for text in cell.texts if text.turned)
    return min((_fitting_size(text, cell_box(table, cell)) for cell, text in found), default=0.0)


def _one_text(cell: Cell, box: Box, usual: Text | None, turned: float) -> Iterator[Piece]:
    """The whole cell as one range, between narrow columns that keep text that begins at the left off its rules.

    `turned`: the size of turned texts.
    """
    model = cell.texts[0] if cell.texts else usual
    if model is None or cell.role in _NEVER_WRITTEN:
        yield Piece(box, None, cell.fill)
        return
    words = _words(model, (box[1], box[3]))
    value: str | int | None = None
    if cell.texts:
        value = int(model.text) if model.role == "no" else _joined(model)
    left = box[0]
    if model.align == "left":
        left += _on_grid(min(run.x for run in model.runs) - model.cell[0] - _CELL_PADDING)
        if left > box[0]:
            yield Piece((box[0], box[1], left, box[3]), None, cell.fill)
    size = turned if model.turned else _fitting_size(model, box) if cell.texts else words.size
    words = words._replace(text=value, size=size)
    right = box[2]
    if model.align == "left" and _has_room(words, right - left - _RIGHT_COLUMN, box[3] - box[1]):
        right -= _RIGHT_COLUMN
        yield Piece((right, box[1], box[2], box[3]), None, cell.fill)
    yield Piece((left, box[1], right, box[3]), words, cell.fill)


def _has_room(words: Words, across: float, down: float) -> bool:
    """Whether a text keeps its words whole and its lines in sight in a narrower cell, even where type runs wide."""
    room = (across - _OWN_RIGHT_ROOM) / _WIDEST_TYPE / words.size
    lines = 0
    for hard in str(words.text or "").split("\n"):
        filled = math.inf  # em of the line that is being filled
        for word in hard.split():
            wide = width(word, words.face, 1.0)
            if wide > room:
                return False
            filled += width(" ", words.face, 1.0) + wide
            if filled > room:
                lines, filled = lines + 1, wide
    return lines * line_height(words.face) * words.size <= down


def _fitting_size(text: Text, box: Box) -> float:
    """The text's size, or where wide line spacing would cut a full cell, the next one that is not cut.

    A word that is divided in print may need a line of its own in a spreadsheet, which does not divide.
    """
    if text.turned:
        lines, room = len({run.x for run in text.runs}), box[2] - box[0]
    else:
        lines, room = sum(each.lines + each.divided for each in paragraphs(text)), box[3] - box[1]
    size = text.size
    while centred_ink(text.face, lines) * size > room and size > FONT_STEP:
        size -= FONT_STEP
    return size


def _joined(text: Text) -> str:
    """The whole text; items keep lines of their own, as they have in the spec."""
    if text.turned:
        return text.text
    return "\n".join(paragraph.whole for paragraph in paragraphs(text))


def _texts_apart(cell: Cell, box: Box, less: float) -> Iterator[Piece]:
    """Each paragraph in its own range; numbers in a column of their own. Type is `less` points smaller than printed."""
    entries = entries_of(cell, less)
    if len(entries) == 1 and _is_centred(entries[0], box):
        only = entries[0]
        yield from _row_of(Stacked(only.text, only.paragraph, "center", box[1], box[3]), box, cell.fill, less)
        return
    left, right = (_SIDES, _SIDES) if entries[0].text.align == "center" else (0.0, _right_pad(cell, box))
    inner = (box[0] + left, box[2] - right)
    below = box[1]
    for each in stacked(entries, box[1], box[3]):
        if each.top > below + _NOTHING:
            yield Piece((box[0], below, box[2], each.top), None, cell.fill)
        for x0, x1 in ((box[0], inner[0]), (inner[1], box[2])):
            if x1 > x0 + _NOTHING:
                yield Piece((x0, each.top, x1, each.bottom), None, cell.fill)
        yield from _row_of(each, (inner[0], each.top, inner[1], each.bottom), cell.fill, less)
        below = each.bottom
    if below < box[3] - _NOTHING:
        yield Piece((box[0], below, box[2], box[3]), None, cell.fill)


def _is_centred(entry: Entry, box: Box) -> bool:
    """Whether what stands alone in its cell stands in its middle."""
    above, below = entry.text.box[1] - box[1], box[3] - entry.text.box[3]
    return abs(above - below) < _CENTRED and not entry.paragraph.marker


def _right_pad(cell: Cell, box: Box) -> float:
    """As much room as at the left, less what a spreadsheet leaves by itself and what the grid took at the left."""
    runs = [run for text in cell.texts for run in text.runs]
    left = min(run.x for run in runs) - box[0]
    moved = max(_text_edge(run.x, box) + _CELL_PADDING - run.x for run in runs)
    return _on_grid(left - _OWN_RIGHT_ROOM - moved)


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


def texts_above(page: Page) -> list[Text]:
    """The line above the table."""
    return [text for text in page.texts if text.box[3] <= page.tables[0].rows[0]]


def _on_grid(length: float) -> float:
    return max(0.0, round(length / _COLUMN_GRID) * _COLUMN_GRID)
