"""Pieces of text in, text objects on reportlab's canvas out: every run as text, at its own x and baseline."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from sopgen.render.pdf.elements import BACKGROUND, Piece
from sopgen.render.pdf.marking import marked
from sopgen.render.pdf.operators import text_place
from sopgen.render.pdf.pieces import SOFT_HYPHEN, Line
from sopgen.render.pdf.symbols import draw_glyph
from sopgen.render.shapes import number
from sopgen.render.stretches import stretches
from sopgen.scene import Glyph, Text
from sopgen.text.face import Face
from sopgen.text.measure import font_name, font_path

_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {ord(c): f"\\{c}" for c in "()\\"}


@cache
def registered_font(face: Face) -> str:
    """The name reportlab knows the face by, registered once a process; its subsets are kept by document."""
    name = f"sopgen-{font_name(face)}"
    # A subset of the used characters only, not all of ASCII besides.
    pdfmetrics.registerFont(TTFont(name, str(font_path(face)), asciiReadable=False))
    return name


def draw_texts(canvas: Any, pieces: Iterable[Piece], height: float) -> None:
    """One text object for all, in reading order: what a reader copies comes out in the order it is read."""
    drawn = canvas.beginText()
    style: _Style | None = None
    glyphs: list[tuple[Piece, Glyph]] = []
    for piece in pieces:
        style = _set_style(drawn, piece.text, style)
        _draw_piece(drawn, piece, height)
        glyphs += [(piece, glyph) for line in piece.lines for glyph in line.run.glyphs]
    if style is not None:
        canvas.drawText(drawn)
    for piece, glyph in glyphs:
        with marked(canvas, BACKGROUND if piece.mark else ""):
            draw_glyph(canvas, glyph, piece.text, height)


_Style = tuple[Face, float, float]
"""Face, size and grey of a text."""


def _set_style(drawn: Any, text: Text, before: _Style | None) -> _Style:
    style = (text.face, text.size, text.grey)
    if before is None or style[:2] != before[:2]:
        drawn.setFont(registered_font(text.face), text.size, 0)
    if before is None or text.grey != before[2]:
        drawn.setFillGray(text.grey)
    return style


def _draw_piece(drawn: Any, piece: Piece, height: float) -> None:
    text, lines, mark = piece
    if mark:
        drawn._code.append(mark)  # noqa: SLF001 - reportlab knows no marked content
    for line in lines:
        if line.run.face is None:
            _draw_line(drawn, line, text, height, tagged=bool(mark))
        else:
            drawn.setFont(registered_font(line.run.face), text.size, 0)
            _draw_line(drawn, line, text, height, tagged=bool(mark))
            drawn.setFont(registered_font(text.face), text.size, 0)
    if mark:
        drawn._code.append("EMC")  # noqa: SLF001 - idem


def _draw_line(drawn: Any, line: Line, text: Text, height: float, *, tagged: bool) -> None:
    """The blank that parts words is set behind the line, where it changes nothing that is seen."""
    run, after = line
    if run.glyphs:
        for said, x, baseline, meaning in stretches(run, text):
            _draw_run(drawn, said, x, baseline, text, height, meaning if tagged else "")
        if after == " ":
            _set(drawn, after)
    elif after == SOFT_HYPHEN and tagged:
        _draw_run(drawn, run.text[:-1], run.x, run.baseline, text, height)
        _set(drawn, run.text[-1], after)
    else:
        said = run.text if after == SOFT_HYPHEN else run.text + after
        _draw_run(drawn, said, run.x, run.baseline, text, height)


def _draw_run(drawn: Any, said: str, x: float, baseline: float, text: Text, height: float, meaning: str = "") -> None:
    drawn._code.append(text_place(x, height - baseline, turned=text.turned))  # noqa: SLF001 - as fast as it gets
    _set(drawn, said, meaning)


def _set(drawn: Any, said: str, meaning: str = "") -> None:
    """The text, and where its letters do not tell it, what it means."""
    shown = _shown(drawn, said)
    if meaning:
        shown = f"/Span <</ActualText <FEFF{meaning.encode('utf-16-be').hex()}>>> BDC {shown} EMC"
    drawn._code.append(shown)  # noqa: SLF001


def _shown(drawn: Any, said: str) -> str:
    """The text in the codes of its font's subsets.

    Not by `textOut`, which adds up the width to know where a cursor stands that nobody asks for.
    """
    document = drawn._canvas._doc  # noqa: SLF001
    font = pdfmetrics.getFont(drawn._fontname)  # noqa: SLF001
    found = []
    for subset, codes in font.splitString(said, document):
        if subset != drawn._curSubset:  # noqa: SLF001
            drawn._curSubset = subset  # noqa: SLF001
            size = number(drawn._fontsize)  # noqa: SLF001
            found.append(f"{font.getSubsetInternalName(subset, document)} {size} Tf")
        found.append(f"({codes.decode('latin-1').translate(_ESCAPES)}) Tj")
    return " ".join(found)


def draw_watermark(canvas: Any, text: Text, size: tuple[float, float]) -> None:
    """The text, laid level by layout, turned about the page's centre to lie along the diagonal that climbs."""
    width, height = size
    diagonal = math.hypot(width, height)
    cos, sin = width / diagonal, height / diagonal
    drawn = canvas.beginText()
    drawn.setFont(registered_font(text.face), text.size, 0)
    drawn.setFillGray(text.grey)
    for run in text.runs:
        right, up = run.x - width / 2, height / 2 - run.baseline
        x, y = width / 2 + right * cos - up * sin, height / 2 + right * sin + up * cos
        drawn.setTextTransform(cos, sin, -sin, cos, x, y)
        _set(drawn, run.text)
    canvas.drawText(drawn)
