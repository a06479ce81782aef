"""Blocks in, paragraphs and tables of a word processor out, below each other."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any

from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm, Pt

from sopgen.papers.blocks import (
    Blank,
    Block,
    Fact,
    Facts,
    Gap,
    Grid,
    Heading,
    Letterhead,
    Signatures,
    Signer,
    Span,
    Text,
    Words,
    words,
)
from sopgen.papers.placing import widths_of
from sopgen.render.docx.markup import border, element
from sopgen.render.docx.tables import bare_table, write_grid
from sopgen.render.docx.writing import Look, add_run, mark_size, shape, write_pieces

_STYLES = {"title": "Title", "subtitle": "Subtitle", "note": "Normal", "section": "Heading 2"}
_NOTE_SIZE = 7.5
_LOGO = 17.0  # millimetres
_NUMBER, _COLON = 6.1, 2.0
_AIR = 1.18  # of a line, where lines stand wide apart
_RULED_GAP = 13.0  # points above a line to write on
_AIR_GAP = 0.75  # em between paragraphs there
_BLOCK_GAP, _HEAD_GAP, _TITLE_GAP, _SECTION_GAP, _SIGN_GAP = 8.0, 12.0, 3.0, 4.0, 14.0  # points
_SIGN_LINE, _SIGN_NUMBER = 57.0, 50.0  # lines to write on, millimetres
_NOTE_TO_SIGN = 20.0


class BlockWriter:
    """Into a document of python-docx. `breadth` between the margins, in millimetres."""

    def __init__(self, document: Any, breadth: float) -> None:
        self.document, self.breadth = document, breadth

    def write(self, blocks: Sequence[Block]) -> None:
        for at, block in enumerate(blocks):
            before = blocks[at - 1] if at else None
            if before is not None and not isinstance(before, Gap) and not isinstance(block, Gap):
                self._gap(_between(before, block), stays=_signs(blocks[at:]))
            self._write(block, stays=_signs(blocks[at + 1 :]))

    def _gap(self, points: float, *, stays: bool = False) -> None:
        """A paragraph of just that height: tables have no room around them."""
        paragraph = self.document.add_paragraph()
        form = paragraph.paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)
        form.keep_with_next = stays or None
        mark_size(paragraph, 1.0)

    def _write(self, block: Block, *, stays: bool) -> None:
        match block:
            case Gap():
                self._gap(block.height * 2.8346, stays=stays)
            case Letterhead():
                self._letterhead(block)
            case Heading():
                self._heading(block)
            case Text():
                leading, gap = (_AIR, _AIR_GAP) if block.air else (1.0, 0.16)
                gap = _RULED_GAP / block.size if block.ruled else gap
                look = Look(block.size, self.breadth, stays=stays, leading=leading, gap=gap)
                write_pieces(self.document, block.pieces, look)
            case Facts():
                self._facts(block)
            case Grid():
                write_grid(self.document, block, widths_of(block, self.breadth), stays=stays)
            case Signatures():
                self._signatures(block)

    # --- heads -----------------------------------------------------------------------------------

    def _heading(self, block: Heading) -> None:
        paragraph = self.document.add_paragraph(style=_STYLES[block.level])
        size = block.size or {"title": 13.0, "subtitle": 10.5, "note": _NOTE_SIZE, "section": 9.5}[block.level]
        look = Look(size, self.breadth, "left" if block.level == "section" else "center", stays=True)
        shape(paragraph, look, first=True)
        add_run(paragraph, block.text, size, bold=block.level != "note")

    def _letterhead(self, block: Letterhead) -> None:
        side = _LOGO + 3.0 if block.logo else 0.0
        widths = (side, self.breadth - 2 * side, side) if side else (self.breadth,)
        table = bare_table(self.document, widths)
        if block.logo:
            wide, tall = block.logo.size
            scale = _LOGO / max(wide, tall)
            holder = table.cell(0, 0)
            shape(holder.paragraphs[0], Look(8.5, side), first=True)
            run = holder.paragraphs[0].add_run()
            picture = run.add_picture(BytesIO(block.logo.picture), Mm(wide * scale), Mm(tall * scale))
            picture._inline.docPr.set("descr", f"Lambang {' '.join(block.lines)}")  # noqa: SLF001
        lines = [Words((Span(line.upper(), bold=True),), size=11.5) for line in block.lines if line]
        if block.address:
            lines.append(Words((Span(block.address),), size=8.5))
        look = Look(11.5, widths[-1], "center", gap=0.0)
        write_pieces(table.cell(0, 1 if side else 0), lines, look)
        for cell in table.rows[0].cells:
            cell._tc.get_or_add_tcPr().append(element("w:tcBorders", None, border("bottom", 1.25)))  # noqa: SLF001
            cell._tc.get_or_add_tcPr().append(element("w:vAlign", {"w:val": "center"}))  # noqa: SLF001
        table.rows[0].height = Mm(_LOGO + 3.0)

    # --- side by side ----------------------------------------------------------------------------

    def _facts(self, block: Facts) -> None:
        numbered = any(fact.numbered for fact in (*block.left, *block.right))
        number = (_NUMBER,) if numbered else ()
        left = (*number, block.label_width, _COLON)
        if block.right:
            value = block.right_at - sum(left)
            rest = self.breadth - block.right_at - block.right_label_width - _COLON
            widths = (*left, value, block.right_label_width, _COLON, rest)
        else:
            widths = (*left, self.breadth - sum(left))
        count = max(len(block.left), len(block.right))
        table = bare_table(self.document, widths, rows=count)
        for facts, start in ((block.left, 0), (block.right, len(left) + 1)):
            for at, fact in enumerate(facts):
                self._fact(table.rows[at].cells[start:], fact, block, numbered and start == 0, widths[start:])

    def _fact(self, cells: Any, fact: Fact, block: Facts, numbered: bool, widths: Sequence[float]) -> None:
        said = [words(fact.label), words(":"), fact.value]
        if numbered:
            said.insert(0, words(fact.number))
        for cell, piece, width in zip(cells, said, widths, strict=False):
            look = Look(block.size, width, leading=_AIR if block.air else 1.15)
            write_pieces(cell, (piece,), look)

    def _signatures(self, block: Signatures) -> None:
        """A row for what stands above the room, one for the room, one for names: so each stands on one level.

        They are a table in the one row of another, which no program divides: rows of a table that asks to stay with
        the next are torn apart by some.
        """
        starts = [*block.at, self.breadth]
        first = block.at[0]
        widths = [*([first] if first else []), *(end - start for start, end in pairwise(starts))]
        whole = bare_table(self.document, (self.breadth,))
        whole.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001
        holder = whole.cell(0, 0)
        waiting = holder.paragraphs[0]
        table = bare_table(holder, widths, rows=3)
        waiting._p.getparent().remove(waiting._p)  # noqa: SLF001 - one stands below the table already
        form = holder.paragraphs[-1].paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1.0)
        mark_size(holder.paragraphs[-1], 1.0)
        table.rows[1].height = Mm(block.room - 3.0)
        if first and block.note:
            holder = table.cell(0, 0).merge(table.cell(2, 0))
            write_pieces(holder, block.note, Look(_NOTE_SIZE, first - _NOTE_TO_SIGN, gap=0.0))
            for paragraph in holder.paragraphs:
                paragraph.paragraph_format.right_indent = Mm(_NOTE_TO_SIGN)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001
        for at, signer in enumerate(block.signers):
            column = at + (1 if first else 0)
            leading = _AIR if block.air else 1.0
            look = Look(block.size, widths[column], leading=leading, gap=0.0, stays=True)
            write_pieces(table.cell(0, column), signer.above, look)
            write_pieces(table.cell(1, column), (), look)
            write_pieces(table.cell(2, column), _below(signer), look._replace(stays=False))


def _below(signer: Signer) -> tuple[Words | Blank, ...]:
    name = words(signer.name, bold=True) if signer.name else Blank(width=_SIGN_LINE)
    rest = [Blank(line.rstrip(), _SIGN_NUMBER) if line.endswith(" ") else words(line) for line in signer.below]
    return (name, *rest)


def _signs(following: Sequence[Block]) -> bool:
    """Whether signatures come next, but for texts."""
    for block in following:
        if isinstance(block, Signatures):
            return True
        if not isinstance(block, Gap | Text):
            return False
    return False


def _between(above: Block, below: Block) -> float:
    if isinstance(above, Heading):
        both = isinstance(below, Heading)
        return _TITLE_GAP if both else _SECTION_GAP if above.level == "section" else _HEAD_GAP
    return _SIGN_GAP if isinstance(below, Signatures) else _BLOCK_GAP
