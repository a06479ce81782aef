"""A page in, the pieces of its sheet out: what stands in a range of cells of its own, and where.

Where an identity cell holds several texts (numbered items, the approval), it is cut so that each text has its piece and
numbers hang in a narrow column. A cell of the flow table stays one row, so that a kegiatan can be edited as one and its
symbol never stretches; its items begin lines of their own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sopgen.render.xlsx.paragraphs import Paragraph, paragraphs
from sopgen.scene import Align, Box, Cell, Page, Table, Text, cell_box
from sopgen.text.face import Face, Family

_COLUMN_GRID = 3.0  # 4 pixels at 96 dpi: whole at every usual magnification
_ROW_GRID = 1.5
_NOTHING = 0.01  # what sums of lengths leave behind
_CELL_PADDING = 1.2  # what a spreadsheet leaves between a column's edge and its text
_ABOVE_CAPS = 0.2  # em between a cell's top and the capitals of its first line
# Em from line to line where a program sets them widest: Excel at 96 dpi rounds up to pixels; programs that lack Bookman
# Old Style put a relative of wider spacing in its place.
_LINE: dict[Family, float] = {"sans": 1.23, "serif": 1.23, "bookman": 1.337}
_FONT_STEP = 0.5
_OWN_RIGHT_ROOM = 3.75  # what a spreadsheet leaves at both sides of a text together
_ROOM_OF_ITS_OWN = 9.0  # between two texts: less than this belongs to the upper one
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


class Piece(NamedTuple):
    """A range before the grid is known: its box on the sheet."""

    box: Box
    words: Words | None
    fill: str | None = None


def pieces_of(page: Page) -> Iterator[Piece]:
    """All ranges of a page, in the scene's own coordinates, without gaps or overlaps."""
    for text in texts_above(page):
        yield Piece(text.cell, _words(text))
    for table in page.tables:
        usual = _usual_texts(table)
        for cell in table.cells:
            box = cell_box(table, cell)
            if table.role == "alur" or not cell.texts:
                yield from _one_text(cell, box, usual.get(cell.role) or usual.get(_ANY_TEXT))
            else:
                yield from _texts_apart(cell, box)


def _usual_texts(table: Table) -> dict[str, Text]:
    """A text for each role and one for any, whose looks an empty cell takes: it is there to be written in."""
    found: dict[str, Text] = {}
    for cell in table.cells:
        for text in cell.texts:
            found.setdefault(cell.role, text)
            if text.align == "left" and not cell.header:
                found.setdefault(_ANY_TEXT, text)
    return found


def _one_text(cell: Cell, box: Box, usual: Text | None) -> Iterator[Piece]:
    """The whole cell as one range, beside a narrow column that keeps text that begins at the left off its rule."""
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
        left += _on_grid(min(run.x for run in model.runs) - model.cell[0] - _CELL_PADDING, _COLUMN_GRID)
        if left > box[0]:
            yield Piece((box[0], box[1], left, box[3]), None, cell.fill)
    size = _fitting_size(model, box[3] - box[1]) if cell.texts and not model.turned else words.size
    yield Piece((left, *box[1:]), words._replace(text=value, size=size), cell.fill)


def _fitting_size(text: Text, room: float) -> float:
    """The text's size, or where wide line spacing would cut a full cell, the next one that is not cut.

    A word that is divided in print may need a line of its own in a spreadsheet, which does not divide.
    """
    lines = sum(paragraph.lines + paragraph.divided for paragraph in paragraphs(text))
    size = text.size
    while lines * size * _LINE[text.face.family] > room and size > _FONT_STEP:
        size -= _FONT_STEP
    return size


def _joined(text: Text) -> str:
    """The whole text; items keep lines of their own, as they have in the spec."""
    if text.turned:
        return text.text
    return "\n".join(paragraph.whole for paragraph in paragraphs(text))


def _texts_apart(cell: Cell, box: Box) -> Iterator[Piece]:
    """Each paragraph in its own range, from its own line down to the next one's; numbers in a column of their own."""
    found = [(text, paragraph) for text in cell.texts for paragraph in _parted(text)]
    text, first = found[0]
    if len(found) == 1 and abs((first.top - box[1]) - (box[3] - first.bottom)) < _CENTRED and not first.marker:
        yield from _row_of(text, first, box, cell.fill, "center")
        return
    tops = _tops(found, box)
    inner = (box[0], box[2] - _right_pad(cell, box))
    if tops[0] > box[1] + _NOTHING:
        yield Piece((box[0], box[1], box[2], tops[0]), None, cell.fill)
    for (of, each), (top, following) in zip(found, pairwise([*tops, box[3]]), strict=True):
        bottom = top + _height(of, each)
        bottom = bottom if following - bottom > _ROOM_OF_ITS_OWN and following < box[3] else following
        yield from _row_of(of, each, (inner[0], top, inner[1], bottom), cell.fill, "top")
        if inner[1] < box[2] - _NOTHING:
            yield Piece((inner[1], top, box[2], bottom), None, cell.fill)
        if bottom < following - _NOTHING:
            yield Piece((box[0], bottom, box[2], following), None, cell.fill)


def _tops(found: Sequence[tuple[Text, Paragraph]], box: Box) -> list[float]:
    """Where each paragraph's range begins: where it is printed, but none lower than its lines are in any program."""
    printed = [
        max(0.0, _on_grid(each.top - text.size * _ABOVE_CAPS - box[1], _ROW_GRID)) + box[1] for text, each in found
    ]
    heights = [_height(text, paragraph) for text, paragraph in found]
    if sum(heights) > box[3] - box[1]:
        return printed
    tops: list[float] = []
    least = box[1]
    for top, height in zip(printed, heights, strict=True):
        tops.append(max(top, least))
        least = tops[-1] + height
    most = box[3]
    for i in range(len(found) - 1, -1, -1):
        most -= heights[i]
        tops[i] = most = min(tops[i], most)
    return tops


def _height(text: Text, paragraph: Paragraph) -> float:
    """What its printed lines need in any program."""
    return math.ceil(paragraph.lines * text.size * _LINE[text.face.family] / _ROW_GRID) * _ROW_GRID


def _right_pad(cell: Cell, box: Box) -> float:
    """As much room as at the left, less what a spreadsheet leaves by itself."""
    if any(text.align != "left" for text in cell.texts):
        return 0.0
    left = min(run.x for text in cell.texts for run in text.runs) - box[0]
    return _on_grid(left - _OWN_RIGHT_ROOM, _COLUMN_GRID)


def _parted(text: Text) -> tuple[Paragraph, ...]:
    """A centred text stays one: its lines are not items."""
    if text.align == "left":
        return paragraphs(text)
    return (Paragraph("", text.text, text.box[0], text.box[1], text.box[3], len(text.runs)),)


def _row_of(text: Text, paragraph: Paragraph, box: Box, fill: str | None, valign: str) -> Iterator[Piece]:
    x0, y0, x1, y1 = box
    words = _words(text)._replace(text=paragraph.text, valign=valign)
    if text.align != "left":
        yield Piece(box, words, fill)
        return
    start = x0 + _on_grid(paragraph.x - x0 - _CELL_PADDING, _COLUMN_GRID)
    if start > x0:
        marker = words._replace(text=paragraph.marker, align="right") if paragraph.marker else None
        yield Piece((x0, y0, start, y1), marker, fill)
    yield Piece((start, y0, x1, y1), words, fill)


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


def _on_grid(length: float, grid: float) -> float:
    return max(0.0, round(length / grid) * grid)
