"""The flow table's texts: blocks for every cell, column widths from the content, natural row heights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, cycle, permutations
from typing import NamedTuple

from sopgen.columns import Column, Columns, Head, text_in
from sopgen.intake.sop import Isi, Sop
from sopgen.layout import style
from sopgen.layout.setting import Setter
from sopgen.text.block import Block, Item, block_of, items_of
from sopgen.text.face import Face

_LIST_INDENT = 1.3  # em
_MOVES = (24.0, 12.0, 6.0, 3.0)  # points of width that a column may give another


@dataclass(frozen=True)
class TextRows:
    """One block for each kegiatan and text column, for each cell of the head, and what sets them."""

    sop: Sop
    columns: Columns
    setter: Setter
    face: Face
    blocks: dict[tuple[int, str], Block]
    heads: dict[Head, Block]
    _heights: dict[float, tuple[ColumnHeights, ...]] = field(default_factory=dict, repr=False)

    def height(self, step: int, name: str, width: float, size: float) -> float:
        """Height in points that a cell needs, paddings included."""
        block = self.blocks[step, name]
        if not block.item_count:
            return 0.0
        return self.setter.height(block, width - 2 * style.PAD_SIDE, size) + 2 * style.PAD_INK

    def heights(self, size: float) -> tuple[ColumnHeights, ...]:
        """The heights of each text column's cells at this size, from left to right."""
        if size not in self._heights:
            self._heights[size] = tuple(ColumnHeights(self, column.key, size) for column in self.texts)
        return self._heights[size]

    @cached_property
    def texts(self) -> tuple[Column, ...]:
        """The text columns, from left to right."""
        return self.columns.texts

    @cached_property
    def names(self) -> tuple[Block, ...]:
        """The lanes' names."""
        return tuple(self.heads[self.columns.each[i].head] for i in self.columns.lanes)

    @cached_property
    def steps(self) -> range:
        return range(1, len(self.sop.kegiatan) + 1)

    @cached_property
    def widest_words(self) -> tuple[float, ...]:
        """By text column, the em that its widest word takes, as far as a column need be so wide."""
        return tuple(min(max(self._widest(column)), column.word_most) for column in self.texts)

    def _widest(self, column: Column) -> Iterator[float]:
        for step in self.steps:
            block = self.blocks[step, column.key]
            # a number should not part from its unit
            yield min(block.natural_width, column.unbroken) if column.unbroken else block.widest_word


def text_rows(sop: Sop, columns: Columns, setter: Setter, face: Face, bold: Face) -> TextRows:
    """Blocks of all cells and column headings."""
    blocks = {
        (k.nomor, column.key): block_of(
            cell_items(text_in(k, column)),
            bold if k.nomor in columns.bold and column.field == "uraian" else face,
            setter.measurer,
            _LIST_INDENT,
        )
        for k in sop.kegiatan
        for column in columns.texts
    }
    heads = {
        head: block_of((Item("", head.text),), bold, setter.measurer) for column in columns.each for head in column.path
    }
    return TextRows(sop, columns, setter, face, blocks, heads)


def cell_items(isi: Isi) -> tuple[Item, ...]:
    return items_of(isi.teks, isi.butir, "letters")


class Widths(NamedTuple):
    """Column widths in points, all on the grid."""

    number: float
    lane: float  # the usual one, from which symbols have their size
    lanes: tuple[float, ...]  # some may be wider: tracks beside their symbols need room
    texts: tuple[float, ...]  # of the text columns, from left to right


class TooNarrowError(Exception):
    """The paper is too narrow for so many lanes. `needed` and `available` in points."""

    def __init__(self, needed: float, available: float) -> None:
        self.needed = needed
        self.available = available


def lane_width(lanes: int, total: float, least: float, wider: tuple[float, float], text_least: float) -> float:
    """The width of a lane: what draughtsmen like, a bit more for its name, less where there are many.

    `wider`: lanes in which no word of a name is divided, and those under whose names the head stays low;
    `text_least` is what all text columns need beside them.
    """
    words, low_head = wider
    wish = style.LANE_MOST if lanes < 3 else style.LANE_WISH
    roomy = int((total - style.NO_WIDTH) * style.WORDS_SHARE / lanes / style.GRID) * style.GRID
    wish = max(wish, min(style.LANE_FOR_WORDS, style.on_grid(words), roomy), min(low_head, roomy))
    best = (total - style.NO_WIDTH) * style.LANES_SHARE / lanes
    width = int(min(wish, best) / style.GRID) * style.GRID
    width = max(width, least)
    while width * lanes > total - style.NO_WIDTH - text_least and width > least:
        width -= style.GRID
    if width * lanes > total - style.NO_WIDTH - text_least:
        raise TooNarrowError(width * lanes, total - style.NO_WIDTH - text_least)
    return width


Excess = Callable[[list[float]], float]
Total = Callable[[list[float]], tuple[float, float]]


def choose_fields(
    rows: TextRows,
    room: float,
    size: float,
    floors: list[float],
    limit: float,
    excess: Excess | None = None,
    start: tuple[float, ...] | None = None,
) -> tuple[float, ...]:
    """Widths of the text columns that make the table lowest: steepest descent in ever smaller moves.

    `room` is what the columns share, `floors` the height of each kegiatan's row that the symbols need anyway.
    No row should be higher than `limit`: it would fit on no page. `excess`, if given, says how far rows of given
    heights are from a wished number of pages: it comes first, and where no widths reach that number none are sought.
    `start`: widths found for a size nearby.
    """
    least = _least_widths(rows, room, size)
    widths = [max(w, floor) for w, floor in zip(start, least, strict=True)] if start else _by_content(rows, room, least)
    widths[0] += room - sum(widths)
    if widths[0] < least[0]:
        widths = _by_content(rows, room, least)
        widths[0] += room - sum(widths)
    columns = rows.heights(size)
    if excess and not can_be_reached(rows, room, size, floors, limit, excess):
        return tuple(widths)
    total = _total(columns, floors, limit, excess)
    widths = _descend(widths, least, _MOVES[1:] if start else _MOVES, columns, total)
    if excess and total(widths)[0] > 0.0:
        widths = _from_elsewhere(widths, room, least, columns, total)
    tall = max(map(max, floors, *(c.at(w) for c, w in zip(columns, widths, strict=True))))
    if tall > limit:  # rather words divided than a row that fits on no page
        widths = _descend(widths, [min(w, style.FIELD_LEAST) for w in least], _MOVES, columns, total)
    return tuple(widths)


def can_be_reached(rows: TextRows, room: float, size: float, floors: list[float], limit: float, excess: Excess) -> bool:
    """Whether rows are low enough that are as low as each column's greatest width lets them be; True if not known.

    The arguments are those of `choose_fields`.
    """
    least = _least_widths(rows, room, size)
    spare = room - sum(least)
    heights = [column.at(width + spare) for column, width in zip(rows.heights(size), least, strict=True)]
    lowest = list(map(style.on_grid, map(max, floors, *heights)))
    return max(lowest) > limit or excess(lowest) <= 0.0  # where a row fits on no page, words may be divided


def _from_elsewhere(
    widths: list[float], room: float, least: list[float], columns: tuple[ColumnHeights, ...], total: Total
) -> list[float]:
    """What is best of `widths` and of descents from where one column, or two, have all that the others can spare."""
    best = total(widths)
    for broad in [*combinations(range(len(least)), 1), *combinations(range(len(least)), 2)]:
        spare = int((room - sum(least)) / len(broad) / style.GRID) * style.GRID
        start = [w + spare * (i in broad) for i, w in enumerate(least)]
        start[broad[0]] += room - sum(start)
        found = _descend(start, least, _MOVES, columns, total)
        value = total(found)
        if value < best:
            widths, best = found, value
        if not best[0]:
            break
    return widths


def _total(columns: tuple[ColumnHeights, ...], floors: list[float], limit: float, excess: Excess | None) -> Total:
    """What `choose_fields` makes small, as a function of the widths."""

    def total(widths: list[float]) -> tuple[float, float]:
        heights = [column.at(width) for column, width in zip(columns, widths, strict=True)]
        needed = list(map(max, floors, *heights))
        loose = sum([column.sum_at(width) for column, width in zip(columns, widths, strict=True)])
        low = sum(needed) + style.LOOSE_WEIGHT * loose
        low += style.TOO_TALL_WEIGHT * sum([h - limit for h in needed if h > limit])
        return (excess(list(map(style.on_grid, needed))) if excess else 0.0, low)

    return total


def _descend(
    widths: list[float], least: list[float], moves: tuple[float, ...], columns: tuple[ColumnHeights, ...], total: Total
) -> list[float]:
    """Move width from one column to another as long as that makes the total smaller."""
    best = total(widths)
    pairs = list(permutations(range(len(widths)), 2))
    for move in moves:
        refused = 0
        for i, j in cycle(pairs):
            if refused == len(pairs):
                break
            refused += 1
            if widths[i] - move < least[i]:
                continue
            if columns[j].sum_at(widths[j] + move) >= columns[j].sum_at(widths[j]):
                continue  # no cell gets lower, so the table does not
            candidate = list(widths)
            candidate[i] -= move
            candidate[j] += move
            value = total(candidate)
            if value < best:
                widths, best, refused = candidate, value, 0
    return widths


def _by_content(rows: TextRows, room: float, least: list[float]) -> list[float]:
    """What is left beyond the least widths, shared by the amount of text."""
    natural = [sum(rows.blocks[s, c.key].natural_width ** 0.6 for s in rows.steps) + 1.0 for c in rows.texts]
    spare = max(0.0, room - sum(least))
    return [w + int(spare * n / sum(natural) / style.GRID) * style.GRID for w, n in zip(least, natural, strict=True)]


class ColumnHeights:
    """The heights of one column's cells at any width, each width computed once."""

    def __init__(self, rows: TextRows, name: str, size: float) -> None:
        self.setter, self.size = rows.setter, size
        self.blocks = [rows.blocks[s, name] for s in rows.steps]
        # where every hard line fits the column, no wider one has fewer lines
        self._naturals = [(block.natural_width, block.line_count(block.natural_width)) for block in self.blocks]
        self._sums: dict[float, float] = {}
        self._known: dict[float, list[float]] = {}
        self._lead = rows.setter.leading * size
        ends = rows.setter.cap(self.blocks[0].face, size) + 2 * style.PAD_INK - self._lead
        self._ends = [ends + max(0, b.item_count - 1) * style.ITEM_GAP * size for b in self.blocks]

    def at(self, width: float) -> list[float]:
        known = self._known.get(width)
        if known is None:
            room = self.setter.room(width - 2 * style.PAD_SIDE, self.size)
            counts = [
                flat if room >= natural else block.line_count(room)
                for block, (natural, flat) in zip(self.blocks, self._naturals, strict=True)
            ]
            lead = self._lead
            known = [n * lead + ends if n else 0.0 for n, ends in zip(counts, self._ends, strict=True)]
            self._known[width], self._sums[width] = known, sum(known)
        return known

    def sum_at(self, width: float) -> float:
        if width not in self._sums:
            self.at(width)
        return self._sums[width]


def _least_widths(rows: TextRows, room: float, size: float) -> list[float]:
    """Of the text columns, narrower where the room is less than their words need."""
    least = [_least_width(rows, i, size) for i in range(len(rows.texts))]
    if sum(least) > room:
        scale = room / sum(least)
        least = [int(max(30.0, w * scale) / style.GRID) * style.GRID for w in least]
    return least


def _least_width(rows: TextRows, column: int, size: float) -> float:
    """No word divided where the paper allows it, and the heading on as few lines as its words."""
    text = rows.widest_words[column] * size * style.SLACK + 2 * style.PAD_SIDE
    heading = rows.heads[rows.texts[column].head].widest_word * style.HEADER_SIZE * style.SLACK + 2 * 3.0
    return style.on_grid(max(text, heading, 30.0))
