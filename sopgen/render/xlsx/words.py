"""What a range of cells says and how: the words of a positioned text."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sopgen.render.xlsx.paragraphs import paragraphs
from sopgen.scene import Align, Box, Text
from sopgen.text.face import Face

COLUMN_GRID = 3.0
"""Points: 4 pixels at 96 dpi, whole at every usual magnification."""

SIDE_PADDING = 1.2
"""Points that a spreadsheet leaves between a column's edge and its text."""

INDENT = 9.0
"""Points of one step of a cell's indent: three blanks of the style Normal."""

CENTRED = 3.0
"""Points by which the room above and below a centred text may differ."""


VAlign = Literal["top", "center", "bottom"]


class RangeText(NamedTuple):
    """What a range says and how. A cell without text has the looks that its text would have. `indent` in steps."""

    text: str | int | None
    face: Face
    size: float
    align: Align = "left"
    valign: VAlign = "center"
    grey: float = 0.0
    turned: bool = False
    indent: int = 0


class Piece(NamedTuple):
    """A range before the grid is known: its box on the sheet."""

    box: Box
    words: RangeText | None
    fill: str | None = None


def joined_lines(text: Text) -> str:
    """The whole text; items keep lines of their own, as they have in the spec."""
    if text.turned:
        return text.text
    return "\n".join(paragraph.whole for paragraph in paragraphs(text))


def words_of(text: Text, span: tuple[float, float] | None = None) -> RangeText:
    top, bottom = span or (text.cell[1], text.cell[3])
    value = text.text if text.turned else joined_lines(text)
    valign: VAlign = "center"
    if not text.turned and not span:
        above, below = text.box[1] - top, bottom - text.box[3]
        if abs(above - below) >= CENTRED:
            valign = "top" if above < below else "bottom"
    return RangeText(value, text.face, text.size, text.align, valign, text.grey, text.turned)
