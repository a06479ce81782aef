"""Blocks in, pages of them out: below each other, broken where a page ends.

Rows are not split, heads are repeated, a group's heading never stands last; signatures stay whole and take a row or a
paragraph with them; a heading stays with what it heads. A row that is higher than a page is split between its pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sopgen.layout.papers import sizes
from sopgen.layout.papers.breaking import TAKEN, fitting, gap_between, going_on, too_high
from sopgen.layout.papers.grid import MeasuredGrid
from sopgen.layout.papers.heads import (
    facts_height,
    heading_height,
    letterhead_height,
    put_facts,
    put_heading,
    put_letterhead,
)
from sopgen.layout.papers.pieces import Ink, Setting
from sopgen.layout.papers.signing import put_signatures, signatures_height
from sopgen.layout.style import MM
from sopgen.papers.blocks import (
    Block,
    Facts,
    Gap,
    Grid,
    Heading,
    Letterhead,
    Row,
    Sheet,
    Signatures,
    Span,
    Text,
    Words,
)
from sopgen.scene import Box, Image, Table
from sopgen.text.face import Family
from sopgen.text.measure import Measurer


class Area(NamedTuple):
    """Where text stands on a page of the paper."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    foot: float  # baseline of the foot line
    family: Family
    measurer: Measurer

    @property
    def edges(self) -> Box:
        """What tables and texts stand between: left, top, right, bottom."""
        return (self.left, self.top, self.right, self.bottom)


@dataclass(slots=True)
class Draft:
    """A page being filled."""

    ink: Ink = field(default_factory=Ink)
    tables: list[Table] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)


class Column:
    """Where the next block goes: `y` on the last of `pages`."""

    def __init__(self, area: Area, sheet: Sheet) -> None:
        self.area, self.sheet = area, sheet
        self.pages = [Draft()]
        self.y = area.top
        self._fresh = True

    @property
    def draft(self) -> Draft:
        return self.pages[-1]

    @property
    def room(self) -> float:
        return self.area.bottom - self.y

    def write(self) -> None:
        blocks = self.sheet.blocks
        for number, block in enumerate(blocks):
            if number and not isinstance(block, Gap) and not isinstance(blocks[number - 1], Gap):
                self._air(gap_between(blocks[number - 1], block))
            self._write(block, blocks[number + 1 :])

    def _air(self, points: float) -> None:
        if not self._fresh:
            self.y += points

    def _turn(self) -> None:
        self.pages.append(Draft())
        self.y, self._fresh = self.area.top, True

    @property
    def _going_on_height(self) -> float:
        return self._setting(sizes.GOES_ON_SIZE).cap() + sizes.GOES_ON_GAP if self.sheet.goes_on else 0.0

    def _goes_on(self) -> None:
        """What a page begins with on which a table goes on."""
        if self.sheet.goes_on:
            setting = self._setting(sizes.GOES_ON_SIZE)._replace(role="sambungan")
            cell = (self.area.left, self.y, self.area.right, self.y + setting.cap())
            said = (Words((Span(self.sheet.goes_on, bold=True), Span(" (lanjutan)"))),)
            self.y = setting.put(said, self.area.left, self.area.right, self.y, self.draft.ink, cell)
            self.y += sizes.GOES_ON_GAP

    def _setting(self, size: float, *, air: bool = False) -> Setting:
        if air:
            return Setting(self.area.family, self.area.measurer, size, sizes.LEADING_WIDE, sizes.PARAGRAPH_GAP)
        return Setting(self.area.family, self.area.measurer, size)

    # --- heights -----------------------------------------------------------------------------------

    def _height(self, block: Block) -> float:
        """Of a block that stands whole; of a table its head and first row."""
        area, width = self.area, self.area.right - self.area.left
        match block:
            case Gap():
                high = block.height * MM
            case Letterhead():
                high = letterhead_height(block, width, area.family, area.measurer)
            case Heading():
                high = heading_height(block, width, area.family, area.measurer)
            case Facts():
                high = facts_height(block, self._setting(block.size, air=block.air), width)
            case Signatures():
                high = signatures_height(block, self._setting(block.size, air=block.air), width)
            case Text():
                setting = self._setting(block.size, air=block.air)
                more = (sizes.RULED - (setting.leading + setting.gap) * setting.size) if block.ruled else 0.0
                high = setting.height(block.pieces, width) + more * (len(block.pieces) - 1)
            case Grid():
                measured = self._measured(block)
                first = sum(measured.heights(block.rows[: 2 if block.rows and block.rows[0].group else 1]))
                high = measured.head_height + first
        return high

    def _measured(self, grid: Grid) -> MeasuredGrid:
        area = self.area
        return MeasuredGrid(grid, area.left, area.right, area.family, area.measurer)

    def _tail(self, following: Sequence[Block]) -> float:
        """What must stand on the page of what comes before it: all up to the signatures, if these come next but texts.

        Nothing where it is higher than a page.
        """
        high = 0.0
        before: Block | None = None
        for block in following:
            if not isinstance(block, Gap | Text | Signatures):
                return 0.0
            if before is not None and not isinstance(before, Gap) and not isinstance(block, Gap):
                high += gap_between(before, block)
            high += self._height(block)
            if isinstance(block, Signatures):
                high += sizes.HEAD_GAP
                return high if high < (self.area.bottom - self.area.top) / 2 else 0.0
            before = block
        return 0.0

    # --- blocks ------------------------------------------------------------------------------------

    def _write(self, block: Block, following: Sequence[Block]) -> None:
        if isinstance(block, Grid):
            self._write_grid(block, self._tail(following))
            return
        if isinstance(block, Gap):
            self._air(block.height * MM)
            return
        if isinstance(block, Text):
            self._write_text(block, self._tail(following))
            return
        needed = self._height(block)
        if isinstance(block, Heading | Facts) and following:
            needed += self._height(following[0]) + sizes.BLOCK_GAP + self._taken_along(following)
        if needed > self.room and not self._fresh:
            self._turn()
        self._put(block)
        self._fresh = False

    def _taken_along(self, following: Sequence[Block]) -> float:
        """What a table of few rows needs besides its first one, where signatures take all of it along."""
        grid = following[0]
        tail = self._tail(following[1:])
        if not isinstance(grid, Grid) or not tail or len(grid.rows) > TAKEN:
            return 0.0
        return tail + sum(self._measured(grid).heights(grid.rows)[1:])

    def _put(self, block: Letterhead | Heading | Facts | Signatures) -> None:
        area, ink = self.area, self.draft.ink
        match block:
            case Letterhead():
                self.y, images = put_letterhead(block, area.left, area.right, self.y, area.family, area.measurer, ink)
                self.draft.images += images
            case Heading():
                self.y = put_heading(block, area.left, area.right, self.y, area.family, area.measurer, ink)
            case Facts():
                setting = self._setting(block.size, air=block.air)
                self.y = put_facts(block, setting, area.left, area.right, self.y, ink)
            case Signatures():
                setting = self._setting(block.size, air=block.air)
                self.y = put_signatures(block, setting, area.left, area.right, self.y, ink)

    def _write_text(self, block: Text, tail: float) -> None:
        """Paragraph by paragraph; the last one stays with the signatures."""
        area = self.area
        setting = self._setting(block.size, air=block.air)
        between = (setting.leading + setting.gap) * setting.size - setting.cap()
        if block.ruled:
            between = sizes.RULED - setting.cap()
        for number, piece in enumerate(block.pieces):
            last = number == len(block.pieces) - 1
            high = setting.height((piece,), area.right - area.left)
            if high + (tail if last else 0.0) > self.room and not self._fresh:
                self._turn()
            if high > area.bottom - area.top:
                raise too_high(piece.text if isinstance(piece, Words) else "")
            cell = (area.left, self.y, area.right, self.y + high)
            self.y = setting.put((piece,), area.left, area.right, self.y, self.draft.ink, cell)
            self._fresh = False
            if not last:
                self.y += between

    # --- tables ------------------------------------------------------------------------------------

    def _write_grid(self, grid: Grid, tail: float) -> None:
        measured = self._measured(grid)
        rows = list(grid.rows)
        group: Row | None = None
        begun = False
        while rows or not begun:
            heights = measured.heights(rows)
            room = self.room - measured.head_height - (self._going_on_height if begun else 0.0)
            count = fitting(rows, heights, room, tail)
            if rows and not count and not self._fresh:
                self._turn()
                continue
            if rows and not count:
                count = self._at_least(measured, rows, heights, room)
            if begun:
                self._goes_on()
            table = measured.table(rows[:count], self.y, self.draft.ink, goes_on=begun)
            self.draft.tables.append(table)
            self.y, self._fresh, begun = table.rows[-1], False, True
            group = next((row for row in reversed(rows[:count]) if row.group), group)
            rows = rows[count:]
            if rows:
                self._turn()
                if group and not rows[0].group:
                    rows.insert(0, going_on(group))

    def _at_least(self, measured: MeasuredGrid, rows: list[Row], heights: Sequence[float], room: float) -> int:
        """How many rows a fresh page holds though what must follow does not fit, or though the first is too high."""
        if sum(heights) <= room:
            return len(rows)
        at = int(rows[0].group and len(rows) > 1)
        if heights[at] > room - sum(heights[:at]):
            rows[at : at + 1] = self._divided(measured, rows[at], room - sum(heights[:at]))
        return at + 1

    def _divided(self, measured: MeasuredGrid, row: Row, room: float) -> tuple[Row, Row]:
        parts = measured.split(row, room)
        if parts is None:
            said = max((piece.text for cell in row.cells for piece in cell.pieces if isinstance(piece, Words)), key=len)
            raise too_high(said)
        return parts
