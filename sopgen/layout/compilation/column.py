"""Texts in, pages of them out: one column from top to bottom, broken between lines where a page ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sopgen.layout import style
from sopgen.layout.compilation.paper import BODY_LEADING, BODY_SIZE, Upright
from sopgen.layout.setting import BrokenBlock, Setter
from sopgen.scene import Align, Image, Symbol, Table, Text
from sopgen.text.block import Block, BlockLine, Item, block_of
from sopgen.text.face import Face
from sopgen.text.measure import Measurer

_LEAST_LINES = 2  # of a paragraph that stay together at a page's end


@dataclass(slots=True)
class Draft:
    """A page being filled."""

    texts: list[Text] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    symbols: list[Symbol] = field(default_factory=list)


class Column:
    """Where the next text goes: `y` on the last of `pages`."""

    def __init__(self, paper: Upright, measurer: Measurer) -> None:
        self.paper = paper
        self.setter = Setter(measurer, BODY_LEADING)
        self.pages = [Draft()]
        self.y = paper.top

    @property
    def draft(self) -> Draft:
        return self.pages[-1]

    @property
    def room(self) -> float:
        return self.paper.bottom - self.y

    def turn(self) -> None:
        self.pages.append(Draft())
        self.y = self.paper.top

    def gap(self, points: float) -> None:
        """Room between two texts; none at a page's top."""
        if self.y > self.paper.top:
            self.y += points

    def keep(self, points: float) -> None:
        """A new page, unless this much room is left."""
        if self.room < points and self.y > self.paper.top:
            self.turn()

    def paragraph(
        self,
        role: str,
        text: str,
        *,
        size: float = BODY_SIZE,
        face: Face | None = None,
        align: Align = "left",
        sides: tuple[float, float] | None = None,
    ) -> None:
        self.items(role, (Item("", text),), size=size, face=face, align=align, sides=sides)

    def items(
        self,
        role: str,
        items: Sequence[Item],
        *,
        size: float = BODY_SIZE,
        face: Face | None = None,
        align: Align = "left",
        sides: tuple[float, float] | None = None,
        indent_em: float | None = None,
    ) -> None:
        """Paragraphs with or without markers, below what stands there; nothing for empty ones."""
        block = block_of(items, face or self.paper.face(), self.setter.measurer, indent_em)
        if not block.text.strip():
            return
        left, right = sides or (self.paper.left, self.paper.right)
        lines = block.lines(round((right - left) / size, 4))
        while lines:
            fitting = self._fitting(block, lines, size)
            if fitting < min(_LEAST_LINES, len(lines)) and self.y > self.paper.top:
                self.turn()
                continue
            taken, lines = lines[: max(fitting, 1)], lines[max(fitting, 1) :]
            ink = self._ink(block, taken, size)
            cell = (left, self.y, right, self.y + ink)
            text = self.setter.lines(role, BrokenBlock(block, taken, size), cell, (left, right), self.y, align)
            self.draft.texts.append(text._replace(text=_source(taken)))
            self.y += ink + (self.setter.leading - self.setter.cap(block.face, 1.0)) * size
            if lines:
                self.turn()

    def _fitting(self, block: Block, lines: Sequence[BlockLine], size: float) -> int:
        return next((n for n in range(len(lines), 0, -1) if self._ink(block, lines[:n], size) <= self.room), 0)

    def _ink(self, block: Block, lines: Sequence[BlockLine], size: float) -> float:
        gaps = sum(line.first for line in lines[1:]) * style.ITEM_GAP * size
        return self.setter.cap(block.face, size) + (len(lines) - 1) * self.setter.leading * size + gaps


def _source(lines: Sequence[BlockLine]) -> str:
    """The text of these lines, one line an item, for a page may hold a part of a text."""
    parts: list[str] = []
    for line in lines:
        told = f"{line.marker} {line.text}" if line.marker else line.text
        if line.first or not parts:
            parts.append(told)
        else:
            parts[-1] = f"{parts[-1]} {told}"
    return "\n".join(parts)
