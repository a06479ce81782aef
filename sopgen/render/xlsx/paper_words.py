"""Pieces in, what a cell says of them out: plain, and in stretches of one look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.cell.text import InlineFont

from sopgen.papers.blocks import Blank, Choice, Piece, Span, Tag, Tick, Words

TICKED = "X"
"""What stands in a cell for a box that is ticked."""

Look = tuple[bool, bool, bool, bool, float]
"""Bold, italic, struck, underlined, size."""


def spans_of(pieces: Sequence[Piece], size: float) -> Iterator[tuple[str, Look]]:
    for number, piece in enumerate(pieces):
        before = "\n" if number else ""
        if isinstance(piece, Words):
            own = piece.size or size
            if piece.marker:
                before += f"{piece.marker} "
            for span in piece.spans:
                yield before + span.text, (span.bold, span.italic, span.struck, span.underlined, own)
                before = ""
        else:
            yield before + said((piece,)), (False, False, False, False, size)


def inline_font(name: str, look: Look) -> InlineFont:
    bold, italic, struck, underlined, size = look
    line = "single" if underlined else None
    return InlineFont(rFont=name, sz=size, b=bold or None, i=italic or None, strike=struck or None, u=line)


def said(pieces: Sequence[Piece]) -> str:
    """All that the pieces say, a line a piece."""
    return "\n".join(line for piece in pieces for line in _lines(piece))


def _written(span: Span) -> str:
    """A line to write on within a sentence is one of signs: a cell of plain text has no other."""
    return span.text if span.text.strip() or not span.underlined else "_" * len(span.text)


def _lines(piece: Piece) -> tuple[str, ...]:
    match piece:
        case Words():
            text = "".join(map(_written, piece.spans))
            return (f"{piece.marker} {text}".strip(),)
        case Choice():
            return (piece.chosen,)
        case Tick():
            return (f"{TICKED if piece.ticked else '☐'} {piece.label}".strip(),)
        case Blank():
            return (piece.label,)
        case Tag():
            return (piece.text,)
