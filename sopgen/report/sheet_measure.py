"""How high the sheet's HTML stands when it is printed: what its pages are filled by.

Browsers tell nobody where they break a page, and keep a row with what follows it only inside one row group. So the
sheet breaks its pages itself. Measured is with the metrics that Arial and its free twins share, a little narrowly, so
that a page is rather broken a row early than torn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import Final, NamedTuple

from sopgen.text.face import Face
from sopgen.text.wrap import Paragraph

MM: Final = 72 / 25.4
BODY: Final = 8.5
SMALL: Final = 7.5
LEADING: Final = 1.35
"""Line height by font size, as the style has it."""
BORDER: Final = 0.75
"""Points: browsers draw no thinner line than a pixel."""

_TAG: Final = re.compile("(<[^>]*>)")
_NARROW: Final = 0.98
_PAD_ACROSS = 1.4 * MM
PAD_DOWN: Final = 0.8
SLIM: Final = 0.7
SLIMMEST: Final = 0.4
"""mm above and below the text of a cell: of a finding, of a fact, of a line of small print."""


class _Block(NamedTuple):
    """What stands on lines of its own: size in points, room above and at its left in points."""

    size: float
    above: float = 0.0
    indent: float = 0.0


_BLOCKS: Final = {
    "remedy": _Block(BODY, 0.6 * MM),
    "effect": _Block(SMALL, 0.8 * MM, 1.5 * MM + 2.25),
    "small": _Block(7.0),
}
_NAMED: Final = re.compile(r"<(?:p class='(remedy|effect)'|(small)\b)")
_BREAKS: Final = re.compile(r"<(?:br|/p|/small)\b")


class Cell(NamedTuple):
    """`width` in mm, padding and all."""

    html: str
    width: float
    size: float = BODY


def lines_height(html: str, width: float, size: float = BODY) -> float:
    """Points that text with its inline markup takes in a width in points."""
    return sum(_paragraphs(html, width, size))


def row_height(cells: Iterable[Cell], least: float = 0.0, *, pad: float = PAD_DOWN) -> float:
    """Points of a table's row: of its highest cell, of no less than `least` mm; `pad` mm above and below."""
    heights = [lines_height(each.html, each.width * MM - 2 * _PAD_ACROSS, each.size) for each in cells]
    return max(max(heights, default=0.0) + 2 * pad * MM, least * MM) + BORDER


def _paragraphs(html: str, width: float, size: float) -> Iterable[float]:
    block = plain = _Block(size)
    text, bold, is_bold = "", 0, False
    for token in (*_TAG.split(html), "<br>"):
        if not token.startswith("<"):
            told = unescape(token)
            text, bold = text + told, bold + len(told) * is_bold
            continue
        if token in ("<b>", "</b>", "<code>", "</code>"):
            is_bold = not token.startswith("</")
        opened = _NAMED.match(token)
        if (opened and text.strip()) or _BREAKS.match(token):
            if text.strip():
                yield _height(text, block, width, bold=bold * 2 > len(text))
            text, bold, block = "", 0, plain
        if opened:
            block = _BLOCKS[opened[1] or opened[2]]


def _height(text: str, block: _Block, width: float, *, bold: bool) -> float:
    room = max(width - block.indent, block.size) / block.size * _NARROW
    lines = Paragraph(text, Face("sans", bold)).line_count(room)
    return block.above + lines * block.size * LEADING
