"""A page in, the pieces of its sheet out: what stands in a range of cells of its own, and where.

A cell of the flow table stays one row, so that a kegiatan can be edited as one and its symbol never stretches; its
items begin lines of their own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from sopgen.render.xlsx.identity_rows import IdentityTable
from sopgen.render.xlsx.lines import ROW_SHARE, centred_ink, drop, line_height
from sopgen.render.xlsx.words import COLUMN_GRID, SIDE_PADDING, Piece, joined_lines, words_of
from sopgen.render.xlsx.wrapping import Fit, fit
from sopgen.scene import Box, Cell, Page, Table, Text, cell_box

_TITLE_GRID = 3.0  # as the rows below it
_RIGHT_COLUMN = 3.0  # keeps text that begins at the left off the rule at its right, where there is room to
_CLEAR = 1.5  # points above and below a full cell's lines together
_NEVER_WRITTEN = frozenset(("pelaksana", "jalur_sambungan"))  # they hold symbols
_ANY_TEXT = ""


def pieces_of(page: Page, identity: IdentityTable | None, *, raised: bool) -> Iterator[Piece]:
    """All ranges of a page, in the scene's own coordinates, without gaps or overlaps.

    `identity`: its identity table, if it has one; `raised`: see `texts_above`.
    """
    for text in texts_above(page, raised=raised):
        yield Piece(text.cell, words_of(text))
    for slot in identity.slots if identity else ():
        yield Piece(slot.box, slot.text, slot.fill)
    for table in page.tables:
        if table.role == "identitas":
            continue
        usual = _usual_texts(table)
        heads = _head_fits(table)
        for cell in table.cells:
            yield from _one_text(cell, cell_box(table, cell), usual.get(cell.role) or usual.get(_ANY_TEXT), heads)


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
            size = _fit(text, joined_lines(text), cell_box(table, cell)).size
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
        left += _on_grid(min(run.x for run in model.runs) - model.cell[0] - SIDE_PADDING)
    said = joined_lines(model) if cell.texts else ""
    fitting = _fit(model, said, (left, box[1], right, box[3]))
    if model.align == "left":
        right = left + fitting.room
    if left > box[0]:
        yield Piece((box[0], box[1], left, box[3]), None, cell.fill)
    if right < box[2]:
        yield Piece((right, box[1], box[2], box[3]), None, cell.fill)
    size = heads[cell.role] if cell.header and cell.texts else fitting.size
    value = int(said) if model.role == "no" and said else said or None
    words = words_of(model, (box[1], box[3]))._replace(text=value, size=size)
    yield Piece((left, box[1], right, box[3]), words, cell.fill)


def _fit(text: Text, said: str, box: Box) -> Fit:
    """How `said` fits the box in the looks of `text`; where it begins at the left, best off the rule at its right."""
    across, down = box[2] - box[0], (box[3] - box[1]) * ROW_SHARE - _CLEAR
    if text.turned:
        across, down = box[3] - box[1], box[2] - box[0]
    rooms = (across - _RIGHT_COLUMN, across) if text.align == "left" else (across,)
    # the ink of lines is lower than the lines: what the first and the last one have of their own is no loss
    own = line_height(text.face) - centred_ink(text.face, 1)
    return fit(said, text.face, text.size, rooms, line_height(text.face), down + own * text.size)


def texts_above(page: Page, *, raised: bool) -> list[Text]:
    """The line above the flow table; `raised`: in a cell that begins so high that the line stands in its middle."""
    found = [text for text in page.texts if text.box[3] <= page.tables[-1].rows[0]]
    foot = page.tables[-2].rows[-1] if page.joins_identity else -math.inf
    return [_raised(text, foot) for text in found] if raised else found


def _raised(text: Text, above: float) -> Text:
    """`above`: what stands over it ends there."""
    x0, y0, x1, y1 = text.cell
    middle = (text.runs[0].baseline + text.runs[-1].baseline) / 2 - drop(text.face) * text.size
    height = max(y1 - y0, round(2 * (y1 - middle) / _TITLE_GRID) * _TITLE_GRID)
    return text._replace(cell=(x0, max(above, y1 - height), x1, y1))


def _on_grid(length: float) -> float:
    return max(0.0, round(length / COLUMN_GRID) * COLUMN_GRID)
