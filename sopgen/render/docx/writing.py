"""Pieces in, paragraphs out: words of several looks, boxes to tick, lines to write on, tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from sopgen.papers.blocks import Blank, Choice, Piece, Span, Tag, Tick, Words
from sopgen.render.docx.markup import border, check_box, element
from sopgen.render.ooxml.xml_text import possible
from sopgen.scene import Align

_ALIGNS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_TAG_SIZE = 6.5
_ITEM_GAP = 0.16  # em
_TAB_INSIDE = 0.5  # millimetres that a line to write on keeps from its cell's end, or it would go on in the next line


class Look(NamedTuple):
    """How a holder's paragraphs look. `size` in points; `breadth` in millimetres; `stays`: on the next one's page."""

    size: float
    breadth: float
    align: Align = "left"
    bold: bool = False
    stays: bool = False
    leading: float = 1.0  # of a line as high as the font says
    gap: float = _ITEM_GAP  # em between paragraphs


def write_pieces(holder: Any, pieces: Sequence[Piece], look: Look) -> None:
    """Into a cell, a document or a footer; a cell's first paragraph is there already."""
    waiting = list(holder.paragraphs) if hasattr(holder, "_tc") else []
    number = 0
    for piece in pieces:
        for each in _plain(piece):
            paragraph = waiting.pop(0) if waiting else holder.add_paragraph()
            shape(paragraph, look, first=number == 0)
            _write(paragraph, each, look)
            number += 1
    for paragraph in waiting:
        shape(paragraph, look, first=True)


def _plain(piece: Piece) -> tuple[Words | Tick | Blank | Tag, ...]:
    if isinstance(piece, Choice):
        return tuple(Tick(option, option == piece.chosen) for option in piece.options)
    return (piece,)


def shape(paragraph: Any, look: Look, *, first: bool) -> None:
    form = paragraph.paragraph_format
    form.space_before = Pt(0 if first else round(look.gap * look.size, 1))
    form.space_after = Pt(0)
    form.line_spacing = look.leading
    paragraph.alignment = _ALIGNS[look.align]
    if look.stays:
        form.keep_with_next = True
    mark_size(paragraph, look.size)


def mark_size(paragraph: Any, size: float) -> None:
    """An empty paragraph is as high as its mark."""
    look = element("w:rPr", None, element("w:sz", {"w:val": round(size * 2)}))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    section = properties.find("{*}sectPr")
    if section is None:
        properties.append(look)
    else:
        section.addprevious(look)


def _write(paragraph: Any, piece: Words | Tick | Blank | Tag, look: Look) -> None:
    match piece:
        case Words():
            _write_words(paragraph, piece, look)
        case Tick():
            if not piece.label:
                paragraph.alignment = _ALIGNS[look.align]
            paragraph._p.append(check_box(ticked=piece.ticked, half_points=round(look.size * 2) + 3))  # noqa: SLF001
            if piece.label:
                add_run(paragraph, f" {piece.label}", look.size, bold=look.bold)
        case Blank():
            if piece.label:
                add_run(paragraph, f"{piece.label} ", look.size)
            if piece.centred and piece.width is not None:
                whole = piece.width + _width(piece.label, look)
                paragraph.paragraph_format.left_indent = Mm(round((look.breadth - whole) / 2, 1))
                look = look._replace(breadth=(look.breadth + whole) / 2)
                piece = piece._replace(width=None)
            end = look.breadth if piece.width is None else min(look.breadth, piece.width + _width(piece.label, look))
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(round(end - _TAB_INSIDE, 1)))
            add_run(paragraph, "\t", look.size).underline = True  # a leader is drawn by Word alone
        case Tag():
            _write_tag(paragraph, piece)


def _width(label: str, look: Look) -> float:
    """About how far a label reaches, in millimetres."""
    return len(label) * look.size * 0.5 * 0.3528 + 1.5


def _write_words(paragraph: Any, piece: Words, look: Look) -> None:
    size = piece.size or look.size
    if piece.align:
        paragraph.alignment = _ALIGNS[piece.align]
    if piece.marker:
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent = Mm(piece.marker_width), Mm(-piece.marker_width)
        form.tab_stops.add_tab_stop(Mm(piece.marker_width))
        add_run(paragraph, f"{piece.marker}\t", size, bold=look.bold)
    for span in map(_with_line, piece.spans):
        run = add_run(paragraph, span.text, size, bold=span.bold or look.bold)
        run.italic = span.italic or None
        run.font.strike = span.struck or None
        run.underline = span.underlined or None


def _with_line(span: Span) -> Span:
    """A line to write on is made of underscores: blanks hang over a line's end."""
    if span.underlined and not span.text.strip():
        return Span("_" * (len(span.text) // 2))
    return span


def add_run(paragraph: Any, text: str, size: float, *, bold: bool = False) -> Any:
    run = paragraph.add_run(possible(text))
    run.font.size = Pt(size)
    run.bold = bold or None
    return run


def _write_tag(paragraph: Any, piece: Tag) -> None:
    run = add_run(paragraph, f" {piece.text} ", _TAG_SIZE, bold=True)
    look = run._r.get_or_add_rPr()  # noqa: SLF001
    look.append(border("bdr", 0.5))
    if piece.bad:
        run.font.color.rgb = RGBColor(255, 255, 255)
        look.append(element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": "000000"}))
