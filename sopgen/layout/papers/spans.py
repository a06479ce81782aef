"""Words of several looks in, lines of them out: broken as any other text is, each piece in its own face."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from sopgen.layout import style
from sopgen.papers.blocks import Span
from sopgen.text.breaks import fold
from sopgen.text.face import Face, Family
from sopgen.text.measure import Measurer
from sopgen.text.wrap import LineEnd, Paragraph

_BREAKING_SPACE = frozenset(" \t\r\n\f\v")  # what folding makes one space of


class Look(NamedTuple):
    face: Face
    struck: bool = False
    underlined: bool = False


class Segment(NamedTuple):
    """Part of a line in one look; `width` in em."""

    text: str
    look: Look
    width: float


class SpanLine(NamedTuple):
    segments: tuple[Segment, ...]
    width: float
    end: LineEnd
    hard: int


def look_of(span: Span, family: Family, *, bold: bool = False) -> Look:
    return Look(Face(family, span.bold or bold, span.italic), span.struck, span.underlined)


def break_spans(
    spans: tuple[Span, ...], width: float, size: float, family: Family, measurer: Measurer, *, bold: bool = False
) -> tuple[SpanLine, ...]:
    """The lines for a column of `width` points, set in `size`. A line feed in a span ends a line."""
    found: list[SpanLine] = []
    for hard, letters in enumerate(_hard_lines(spans, family, bold=bold)):
        text, looks = _folded(letters)
        widths = [measurer.metrics(look.face).advance(c) for c, look in zip(text, looks, strict=True)]
        base = looks[0].face if looks else Face(family, bold)
        room = round(width / style.SLACK / size, 4)
        at = 0
        for line in Paragraph(text, base, measurer, widths).lines(room):
            letters_here = len(line.text) - (line.end == "\u00ad")
            part = looks[at : at + letters_here]
            if line.end == "\u00ad":
                part = [*part, part[-1]]
            found.append(SpanLine(_segments(line.text, part, measurer), line.width, line.end, hard))
            at += letters_here + (line.end == " ")
    return tuple(found)


def _hard_lines(spans: tuple[Span, ...], family: Family, *, bold: bool) -> list[list[tuple[str, Look]]]:
    lines: list[list[tuple[str, Look]]] = [[]]
    for span in spans:
        look = look_of(span, family, bold=bold)
        for number, part in enumerate(span.text.split("\n")):
            if number:
                lines.append([])
            lines[-1] += [(c, look) for c in part]
    return lines


def _folded(letters: list[tuple[str, Look]]) -> tuple[str, list[Look]]:
    """White space folded as in any text, each letter left with its look."""
    text = fold("".join(c for c, _ in letters))
    looks: list[Look] = []
    at = 0
    for c in text:
        if c != " ":
            at = next(n for n in range(at, len(letters)) if letters[n][0] not in _BREAKING_SPACE)
        looks.append(letters[at][1])
        at += 1
    return text, looks


def _segments(text: str, looks: list[Look], measurer: Measurer) -> tuple[Segment, ...]:
    found: list[Segment] = []
    at = 0
    for look, group in groupby(looks):
        count = len(list(group))
        part = text[at : at + count]
        found.append(Segment(part, look, measurer.width(part, look.face, 1.0)))
        at += count
    return tuple(found)
