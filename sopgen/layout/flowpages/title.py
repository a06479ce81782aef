"""The line above the flow table: sop, paper and setter in, its text and height out."""

from __future__ import annotations

import re

from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.layout import style
from sopgen.layout.paper import Paper
from sopgen.layout.setting import BrokenBlock, Setter
from sopgen.scene import Text
from sopgen.text.block import Item, block_of

_SIZES = (style.TITLE_SIZE, 9.5, style.TITLE_LEAST)
_SIDE = 12.0
_AIR = 10.5  # below the ink


_SAYS_SOP = re.compile(
    r"(?:(?:SOP|Standar[dt]?\s+(?:Operasi(?:onal)?|Operating)\s+(?:Prosedur|Procedure)|Prosedur\s+Operasi(?:onal)?\s+Standar|"
    r"Prosedur)(?:\s*\(SOP\))?\s*[-–—:]?\s+)+(?=\S)",
    re.IGNORECASE,
)


def _subject(judul: str) -> str:
    """What the procedure is about: as in the seed, "PROSEDUR" is not followed by "SOP" or its name in full."""
    return _SAYS_SOP.sub("", judul, count=1) if _SAYS_SOP.match(judul) else judul


def flow_title(sop: Sop, paper: Paper, setter: Setter) -> tuple[Text, float]:
    """PROSEDUR and the title without the words that say the same; on two lines at most where a size allows it."""
    judul = _subject(on_one_line(sop.judul))
    word = sop.tampilan.printed("prosedur", "PROSEDUR")
    block = block_of((Item("", f"{word} {judul}".upper()),), paper.face(bold=True), setter.measurer)
    width = paper.right - paper.left - 2 * _SIDE
    fitting = (size for size in _SIZES if block.line_count(setter.room(width, size)) <= 2)
    size = next(fitting, style.TITLE_LEAST)
    lines = block.lines(setter.room(width, size))
    height = style.on_grid(setter.ink(block, len(lines), size) + _AIR)
    cell = (paper.left, paper.top, paper.right, paper.top + height)
    sides = (paper.left + _SIDE, paper.right - _SIDE)
    return setter.lines("judul_prosedur", BrokenBlock(block, lines, size), cell, sides, paper.top, "center"), height
