"""The six boxes, two a row: their heights, and where they are cut when a page ends."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from sopgen.layout import style
from sopgen.layout.identity.form import PAIRS, Form
from sopgen.layout.identity.parts import Draft, Lines, Measures
from sopgen.layout.identity.twocolumns import TwoColumns, two_columns
from sopgen.layout.paper import Paper
from sopgen.layout.setting import BrokenBlock
from sopgen.scene import Box, Cell, Text
from sopgen.text.block import Block, items_by_line
from sopgen.wording import wording_of

_EDGES = ((0, 1), (1, 3))  # a left box's columns, a right one's
_HEADING_PAD = 2.0
_HEADING_AIR = 3.5  # above and below the lines of a heading that needs a higher row
_RULE_ROOM = 1.0
_LINES_KEPT = 2  # of a text that runs on to the next page: a line alone looks like a leftover


Parted = tuple[TwoColumns | None, TwoColumns | None]
"""Which of a pair's boxes stand in columns."""


class _Part(NamedTuple):
    """What of a pair of boxes stands on one page."""

    lines: tuple[Lines, Lines]
    height: float
    continued: bool


class Boxes:
    """Measures and draws the boxes of one layout.

    `in_columns`: long lists of short items take two columns where that makes their pair lower; pages are not cut then.
    """

    def __init__(self, form: Form, measures: Measures, paper: Paper, *, in_columns: bool = False) -> None:
        self.form, self.measures, self.paper = form, measures, paper
        self.setter, self.size, self.pad = measures.setter, measures.size, measures.pad
        self.in_columns = in_columns
        self.parted = [self._parted(number) for number in range(len(PAIRS))]
        self.heights = [self._pair_height(number) for number in range(len(PAIRS))]

    def draw(self, pages: list[Draft]) -> None:
        """All pairs, on the last of `pages` and on new ones behind it."""
        for number in range(len(PAIRS)):
            self._pair(pages, number)

    def _pair_height(self, number: int) -> float:
        return self._heading_height(number) + self._body_height(self._ink(number, self.parted[number]))

    def _ink(self, number: int, parted: Parted) -> float:
        """The ink of a pair, the higher box's, some of them in columns."""
        inks = []
        for block, edges, columns in zip(self.form.boxes[number], _EDGES, parted, strict=True):
            if columns is None:
                inks.append(self.setter.height(block, self.measures.inner(*edges), self.size))
            else:
                inks += [self._lines_height(lines) for lines in columns.lines]
        return max(inks)

    def _parted(self, number: int) -> Parted:
        """The pair's boxes in columns that make it lowest, as few as do."""
        if not self.in_columns:
            return (None, None)
        columns = self.measures.columns
        ways: list[tuple[TwoColumns | None, ...]] = []
        for block, (first, last) in zip(self.form.boxes[number], _EDGES, strict=True):
            found = two_columns(block, columns[first], columns[last], self.setter, self.size)
            ways.append((None,) if found is None else (None, found))
        tried = [(left, right) for left, right in product(*ways)]
        return min(tried, key=lambda pair: (self._ink(number, pair), sum(each is not None for each in pair)))

    def _tallest(self, blocks: Iterable[Block]) -> float:
        """The ink of a left and a right block, the higher one's."""
        return max(
            self.setter.height(block, self.measures.inner(*edges), self.size)
            for block, edges in zip(blocks, _EDGES, strict=True)
        )

    def _heading_height(self, number: int, *, continued: bool = False) -> float:
        ink = self._tallest(self._heading_block(key, continued=continued) for key in PAIRS[number])
        return max(style.IDENTITY_HEADING, style.on_grid(ink + 2 * _HEADING_AIR))

    def _heading_block(self, key: str, *, continued: bool) -> Block:
        more = f" {wording_of(self.form.sop.tampilan).lanjutan}" if continued else ""
        return self.form.block(self.form.labels[key] + more, bold=True)

    def _body_height(self, tallest: float) -> float:
        return style.on_grid(max(tallest, self.size) + 2 * self.pad + _RULE_ROOM)

    def _lines_height(self, lines: Lines) -> float:
        if not lines:
            return 0.0
        gaps = sum(1 for line in lines[1:] if line.first) * style.ITEM_GAP * self.size
        return self.setter.cap(self.form.face, self.size) + (len(lines) - 1) * self.setter.leading * self.size + gaps

    def _pair(self, pages: list[Draft], number: int) -> None:
        """One pair of boxes, cut between lines where the page ends."""
        if self.in_columns:
            height = self.heights[number] - self._heading_height(number)
            lines = (self._lines(self.form.boxes[number][0], 0), self._lines(self.form.boxes[number][1], 1))
            self._draw_pair(pages[-1], number, _Part(lines, height, continued=False))
            return
        left, right = self.form.boxes[number]
        rest = (self._lines(left, 0), self._lines(right, 1))
        continued = False
        while True:
            draft = pages[-1]
            room = self.paper.bottom - draft.edges[-1] - self._heading_height(number, continued=continued)
            room = int(room / style.GRID + 1e-6) * style.GRID
            taken = [self._fitting(lines, room - 2 * self.pad - _RULE_ROOM) for lines in rest]
            part = (rest[0][: taken[0]], rest[1][: taken[1]])
            whole = part == rest
            body = self._body_height(max(map(self._lines_height, part)))
            fresh = len(draft.edges) == 1
            moves = not whole and not continued and self._moves_whole(number)
            if not fresh and (body > room or (not whole and max(taken) < 2) or moves):
                pages.append(Draft([self.paper.top]))
                continue
            self._draw_pair(draft, number, _Part(part, body, continued))
            if whole:
                return
            rest = (rest[0][taken[0] :], rest[1][taken[1] :])
            continued = True
            pages.append(Draft([self.paper.top]))

    def _moves_whole(self, number: int) -> bool:
        return self.heights[number] < style.MOVED_WHOLE * (self.paper.bottom - self.paper.top)

    def _lines(self, block: Block, side: int) -> Lines:
        return block.lines(self.setter.room(self.measures.inner(*_EDGES[side]), self.size))

    def _fitting(self, lines: Lines, room: float) -> int:
        """How many of the lines fit: whole items, or lines of one that fills the page; no last line is left alone."""
        count = len(lines)
        while count and self._lines_height(lines[:count]) > room:
            count -= 1
        if count in (0, len(lines)):
            return count
        starts = [i for i, line in enumerate(lines) if line.first and 0 < i < len(lines) - 1]
        whole = max((start for start in starts if start <= count), default=0)
        return whole or max(1, min(count, len(lines) - _LINES_KEPT))

    def _draw_pair(self, draft: Draft, number: int, part: _Part) -> None:
        row, top, middle = draft.add_row(self._heading_height(number, continued=part.continued))
        _, _, bottom = draft.add_row(part.height)
        for side, key in enumerate(PAIRS[number]):
            self._heading(draft, row, side, key, (top, middle), continued=part.continued)
            block, lines = self.form.boxes[number][side], part.lines[side]
            texts: tuple[Text, ...] = ()
            first, last = _EDGES[side]
            left, right = self.measures.columns[first], self.measures.columns[last]
            columns = self.parted[number][side]
            if columns is not None:
                texts = (
                    self._text(key, block, columns.lines[0], columns.texts[0], (left, middle, columns.middle, bottom)),
                    self._text(key, block, columns.lines[1], columns.texts[1], (columns.middle, middle, right, bottom)),
                )
            elif lines and block.text.strip():
                source = _source(block, lines, continued=part.continued)
                texts = (self._text(key, block, lines, source, (left, middle, right, bottom)),)
            draft.cells.append(Cell(row + 1, side, key, texts, 1, last - first, path=(key,)))

    def _text(self, key: str, block: Block, lines: Lines, source: str, cell: Box) -> Text:
        """Lines of a box from the head of their part of it."""
        sides = (cell[0] + style.IDENTITY_PAD_SIDE, cell[2] - style.IDENTITY_PAD_SIDE)
        text = self.setter.lines(key, BrokenBlock(block, lines, self.size), cell, sides, cell[1] + self.pad)
        return text._replace(text=source, items=items_by_line(*getattr(self.form.sop, key)))

    def _heading(self, draft: Draft, row: int, side: int, key: str, y: tuple[float, float], *, continued: bool) -> None:
        first, last = _EDGES[side]
        block = self._heading_block(key, continued=continued)
        cell = (self.measures.columns[first], y[0], self.measures.columns[last], y[1])
        role = f"label_{key}"
        text = self.setter.text(role, block, self.size, cell, pad=(style.IDENTITY_PAD_SIDE, _HEADING_PAD))
        fill = self.form.sop.tampilan.warna_kepala
        draft.cells.append(Cell(row, side, role, (text,) if text else (), 1, last - first, fill=fill, header=True))


def _source(block: Block, lines: Lines, *, continued: bool) -> str:
    """The source text of a whole block, or of the part of it that these lines print, each item on a line."""
    if not continued and lines:
        drawn = "".join(line.text for line in lines).replace(" ", "")
        if drawn == "".join(item.text for item in block.items).replace(" ", "").replace("\n", ""):
            return block.text
    said = ""
    for line in lines:
        said += ("\n" if line.first else " ") + (f"{line.marker} " if line.marker else "") + line.text
    return said[1:]
