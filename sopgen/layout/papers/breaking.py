"""Where a page of a paper ends: which rows still stand on it, what room is between blocks, what no page holds."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.diagnostics import Message
from sopgen.layout.faults import fault, refuse
from sopgen.layout.papers import sizes
from sopgen.papers.blocks import Block, Facts, Grid, Heading, Row, Signatures, Span, Text, Words

TAKEN = 2  # rows that a signature takes along, where they fit


def gap_between(above: Block, below: Block) -> float:
    if isinstance(above, Heading) and isinstance(below, Heading):
        return sizes.TITLE_GAP
    if isinstance(above, Heading) and above.level == "section":
        return sizes.SECTION_GAP
    if isinstance(above, Heading) or (isinstance(above, Grid) and isinstance(below, Text | Signatures)):
        return sizes.HEAD_GAP
    if isinstance(below, Signatures):
        return sizes.SIGN_GAP
    if isinstance(above, Text | Facts) and above.air:
        return sizes.AIR_GAP
    return sizes.BLOCK_GAP


def fitting(rows: Sequence[Row], heights: Sequence[float], room: float, tail: float) -> int:
    """How many rows stand on this page; if they are all of them, what must follow stands on it too."""
    count, used = 0, 0.0
    while count < len(rows) and used + heights[count] <= room + 0.01:
        used += heights[count]
        count += 1
    if count == len(rows):
        if not tail or used + tail <= room + 0.01:
            return count
        count = max(len(rows) - TAKEN, min(1, len(rows) - 1))
    while count and count < len(rows) and (rows[count].keeps or rows[count - 1].group):
        count -= 1
    return count


def going_on(group: Row) -> Row:
    """A group's heading on the next page."""
    if group.going_on:
        return group
    (cell,) = group.cells
    last = cell.pieces[-1]
    assert isinstance(last, Words)
    told = last._replace(spans=(*last.spans, Span(" · lanjutan")))
    return group._replace(cells=(cell._replace(pieces=(*cell.pieces[:-1], told)),), going_on=True)


def too_high(text: str) -> Exception:
    shown = text if len(text) <= 60 else f"{text[:59]}…"
    return refuse(
        fault(
            "GAMBAR-02",
            Message(f"teks ini tidak muat pada satu halaman: {shown}", f"this text fits on no page: {shown}"),
            Message("pendekkan, atau pecah menjadi butir-butir", "shorten it, or make items of it"),
        )
    )
