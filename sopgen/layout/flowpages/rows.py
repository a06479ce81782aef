"""The flow table's texts: blocks for every cell, column widths from the content, natural row heights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import cycle, permutations
from typing import NamedTuple

from sopgen.intake.sop import COLUMN_LABELS, Isi, Kegiatan, Sop
from sopgen.layout import style
from sopgen.layout.setting import Setter
from sopgen.text.block import Block, Item, items_of
from sopgen.text.face import Face

FIELDS = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")

_LIST_INDENT = 1.3  # em
_WORD_MOST = {"kegiatan": 13.0, "waktu": 6.0}  # em
_MOVES = (24.0, 12.0, 6.0, 3.0)  # points of width that a column may give another


@dataclass(frozen=True)
class TextRows:
    """One block for each kegiatan and field, for each heading and each lane's name, and what sets them."""

    sop: Sop
    setter: Setter
    blocks: dict[tuple[int, str], Block]
    headers: dict[str, Block]
    names: tuple[Block, ...]
    _columns: dict[float, tuple[ColumnHeights, ...]] = field(default_factory=dict, repr=False)

    def height(self, step: int, name: str, width: float, size: float) -> float:
        """Height in points that a cell needs, paddings included."""
        block = self.blocks[step, name]
        if not block.item_count:
            return 0.0
        return self.setter.height(block, width - 2 * style.PAD_SIDE, size) + 2 * style.PAD_INK

    def columns(self, size: float) -> tuple[ColumnHeights, ...]:
        """The heights of each field's cells at this size, in the order of FIELDS."""
        if size not in self._columns:
            self._columns[size] = tuple(ColumnHeights(self, name, size) for name in FIELDS)
        return self._columns[size]

    @cached_property
    def steps(self) -> range:
        return range(1, len(self.sop.kegiatan) + 1)

    @cached_property
    def widest_words(self) -> tuple[float, ...]:
        """By field, the em that its widest word takes, as far as a column need be so wide."""
        return tuple(min(max(self._widest(name)), _WORD_MOST.get(name, 9.0)) for name in FIELDS)

    def _widest(self, name: str) -> Iterator[float]:
        for step in self.steps:
            block = self.blocks[step, name]
            # a number should not part from its unit
            yield min(block.natural_width, 5.3) if name == "waktu" else block.widest_word


def text_rows(sop: Sop, setter: Setter, face: Face, bold: Face) -> TextRows:
    """Blocks of all cells and column headings."""
    blocks = {
        (k.nomor, name): Block(cell_items(_isi(k, name)), face, setter.measurer, _LIST_INDENT)
        for k in sop.kegiatan
        for name in FIELDS
    }
    headers = {
        key: Block((Item("", sop.tampilan.printed(key, default)),), bold, setter.measurer)
        for key, default in COLUMN_LABELS.items()
    }
    names = tuple(Block((Item("", p.nama),), bold, setter.measurer) for p in sop.pelaksana)
    return TextRows(sop, setter, blocks, headers, names)


def _isi(kegiatan: Kegiatan, name: str) -> Isi:
    if name == "waktu":
        return Isi(kegiatan.waktu)
    found: Isi = kegiatan.uraian if name == "kegiatan" else getattr(kegiatan, name)
    return found


def cell_items(isi: Isi) -> tuple[Item, ...]:
    return items_of(isi.teks, isi.butir, "letters")


class Widths(NamedTuple):
    """Column widths in points, all on the grid."""

    number: float
    lane: float
    first_lane: float  # outer lanes may be wider: tracks beside their symbols need room
    last_lane: float
    fields: tuple[float, ...]  # in the order of FIELDS


class TooNarrowError(Exception):
    """The paper is too narrow for so many lanes. `needed` and `available` in points."""

    def __init__(self, needed: float, available: float) -> None:
        self.needed = needed
        self.available = available


def lane_width(lanes: int, total: float, least: float, words: float) -> float:
    """The width of a lane: what draughtsmen like, a bit more for long words in its name, less where there are many."""
    text_least = 255.0
    wish = style.LANE_MOST if lanes < 3 else style.LANE_WISH
    roomy = int((total - style.NO_WIDTH) * style.WORDS_SHARE / lanes / style.GRID) * style.GRID
    wish = max(wish, min(style.LANE_FOR_WORDS, style.on_grid(words), roomy))
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
    heights are from a wished number of pages: it comes first. `start`: widths found for a size nearby.
    """
    least = [_least_width(rows, i, size) for i in range(len(FIELDS))]
    if sum(least) > room:
        scale = room / sum(least)
        least = [int(max(30.0, w * scale) / style.GRID) * style.GRID for w in least]
    widths = [max(w, floor) for w, floor in zip(start, least, strict=True)] if start else _by_content(rows, room, least)
    widths[0] += room - sum(widths)
    if widths[0] < least[0]:
        widths = _by_content(rows, room, least)
        widths[0] += room - sum(widths)
    columns = rows.columns(size)
    total = _total(columns, floors, limit, excess)
    widths = _descend(widths, least, _MOVES[1:] if start else _MOVES, columns, total)
    tall = max(map(max, floors, *(c.at(w) for c, w in zip(columns, widths, strict=True))))
    if tall > limit:  # rather words divided than a row that fits on no page
        widths = _descend(widths, [min(w, style.FIELD_LEAST) for w in least], _MOVES, columns, total)
    return tuple(widths)


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
    natural = [sum(rows.blocks[s, f].natural_width ** 0.6 for s in rows.steps) + 1.0 for f in FIELDS]
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


def _least_width(rows: TextRows, column: int, size: float) -> float:
    """No word divided where the paper allows it, and the heading on as few lines as its words."""
    text = rows.widest_words[column] * size * style.SLACK + 2 * style.PAD_SIDE
    heading = rows.headers[FIELDS[column]].widest_word * style.HEADER_SIZE * style.SLACK + 2 * 3.0
    return style.on_grid(max(text, heading, 30.0))
