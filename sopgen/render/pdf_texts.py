"""Texts in, text objects on reportlab's canvas out: every run as text, at its own x and baseline."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from sopgen.render.pdf_symbols import draw_glyph
from sopgen.scene import Glyph, Run, Text
from sopgen.text.face import Face
from sopgen.text.measure import SHAPE_WIDTH, font_name, font_path


@cache
def registered_font(face: Face) -> str:
    """The name reportlab knows the face by, registered once a process; its subsets are kept by document."""
    name = f"sopgen-{font_name(face)}"
    # A subset of the used characters only, not all of ASCII besides.
    pdfmetrics.registerFont(TTFont(name, str(font_path(face)), asciiReadable=False))
    return name


def draw_texts(canvas: Any, texts: Iterable[Text], height: float) -> None:
    """One text object for all, in reading order: what a reader copies comes out in the order it is read."""
    drawn = canvas.beginText()
    font: tuple[Face, float] | None = None
    grey: float | None = None
    glyphs: list[tuple[Text, Glyph]] = []
    for text in texts:
        if (text.face, text.size) != font:
            font = (text.face, text.size)
            drawn.setFont(registered_font(text.face), text.size, 0)
        if text.grey != grey:
            grey = text.grey
            drawn.setFillGray(grey)
        for run in text.runs:
            _draw_run(drawn, run, text, height)
            if run.glyphs:
                glyphs += [(text, glyph) for glyph in run.glyphs]
    if font is not None:
        canvas.drawText(drawn)
    for text, glyph in glyphs:
        draw_glyph(canvas, glyph, text, height)


def _draw_run(drawn: Any, run: Run, text: Text, height: float) -> None:
    for piece, x, baseline in _pieces(run, text) if run.glyphs else ((run.text, run.x, run.baseline),):
        if text.turned:
            drawn.setTextTransform(0, 1, -1, 0, x, height - baseline)
        else:
            drawn.setTextOrigin(x, height - baseline)
        drawn.textOut(piece)


def _pieces(run: Run, text: Text) -> Iterator[tuple[str, float, float]]:
    """The run without its drawn characters, each piece with its start.

    A blank stands in a drawn character's room, so that words do not grow together when they are copied.
    """
    room = SHAPE_WIDTH * text.size
    done, x, baseline = 0, run.x, run.baseline
    for glyph in run.glyphs:
        at = run.text.index(glyph.character, done)
        if at > done:
            yield run.text[done:at], x, baseline
        if text.turned:
            yield " ", x, glyph.box[3]
            baseline = glyph.box[3] - room
        else:
            yield " ", glyph.box[0], baseline
            x = glyph.box[0] + room
        done = at + 1
    if done < len(run.text):
        yield run.text[done:], x, baseline


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
        drawn.textOut(run.text)
    canvas.drawText(drawn)
