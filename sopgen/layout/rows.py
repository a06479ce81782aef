"""The flow table's texts: blocks for every cell, column widths from the content, natural row heights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sopgen.layout import style
from sopgen.layout.setting import Setter
from sopgen.spec.sop import Isi, Kegiatan, Sop
from sopgen.text.block import Block, Item, items_of
from sopgen.text.face import Face

FIELDS = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
LABELS = {
    "no": "No",
    "kegiatan": "Kegiatan",
    "pelaksana": "Pelaksana",
    "mutu_baku": "Mutu Baku",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "keterangan": "Keterangan",
}


@dataclass(frozen=True)
class TextRows:
    """One block for each kegiatan and field, and what sets them."""

    sop: Sop
    setter: Setter
    blocks: dict[tuple[int, str], Block]
    headers: dict[str, Block]

    def height(self, step: int, field: str, width: float, size: float) -> float:
        """Height in points that a cell needs, paddings included."""
        block = self.blocks[step, field]
        if not block.item_count:
            return 0.0
        return self.setter.height(block, width - 2 * style.PAD_SIDE, size) + 2 * style.PAD_INK

    @cached_property
    def steps(self) -> range:
        return range(1, len(self.sop.kegiatan) + 1)


def text_rows(sop: Sop, setter: Setter, face: Face, bold: Face) -> TextRows:
    """Blocks of all cells and column headings."""
    blocks = {
        (k.nomor, field): Block(cell_items(_isi(k, field)), face, setter.measurer, 1.3)
        for k in sop.kegiatan
        for field in FIELDS
    }
    headers = {
        key: Block((Item("", sop.tampilan.printed(key, default)),), bold, setter.measurer)
        for key, default in LABELS.items()
    }
    return TextRows(sop, setter, blocks, headers)


def _isi(kegiatan: Kegiatan, field: str) -> Isi:
    if field == "waktu":
        return Isi(kegiatan.waktu)
    return kegiatan.uraian if field == "kegiatan" else getattr(kegiatan, field)  # type: ignore[no-any-return]


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
    wish = style.LANE_MOST if lanes < 3 else max(style.LANE_WISH, min(style.LANE_FOR_WORDS, style.on_grid(words)))
    best = (total - style.NO_WIDTH) * style.LANES_SHARE / lanes
    width = int(min(wish, best) / style.GRID) * style.GRID
    width = max(width, least)
    while width * lanes > total - style.NO_WIDTH - text_least and width > least:
        width -= style.GRID
    if width * lanes > total - style.NO_WIDTH - text_least:
        raise TooNarrowError(width * lanes, total - style.NO_WIDTH - text_least)
    return width


def choose_fields(
    rows: TextRows,
    room: float,
    size: float,
    floors: list[float],
    limit: float,
    excess: Callable[[list[float]], float] | None = None,
    start: tuple[float, ...] | None = None,
) -> tuple[float, ...]:
    """Widths of the text columns that make the table lowest: steepest descent in ever smaller moves.

    `room` is what the columns share, `floors` the height of each kegiatan's row that the symbols need anyway.
    No row should be higher than `limit`: it would fit on no page. `excess`, if given, says how far rows of given heights are from a wished number of pages: it comes first.
    `start`: widths found for a size nearby.
    """
    least = [_least_width(rows, field, size) for field in FIELDS]
    if sum(least) > room:
        scale = room / sum(least)
        least = [int(max(30.0, w * scale) / style.GRID) * style.GRID for w in least]
    widths = [max(w, floor) for w, floor in zip(start, least, strict=True)] if start else _by_content(rows, room, least)
    widths[0] += room - sum(widths)
    if widths[0] < least[0]:
        widths = _by_content(rows, room, least)
        widths[0] += room - sum(widths)
    columns = [_ColumnHeights(rows, field, size) for field in FIELDS]

    def total(candidate: list[float]) -> tuple[float, float]:
        heights = [column.at(width) for column, width in zip(columns, candidate, strict=True)]
        needed = list(map(max, floors, *heights))
        low = sum(needed) + style.LOOSE_WEIGHT * sum(map(sum, heights))
        low += style.TOO_TALL_WEIGHT * sum(h - limit for h in needed if h > limit)
        return (excess([style.on_grid(h) for h in needed]) if excess else 0.0, low)

    steps = (12.0, 6.0, 3.0) if start else (24.0, 12.0, 6.0, 3.0)
    widths = _descend(widths, least, steps, total)
    tall = max(map(max, floors, *(c.at(w) for c, w in zip(columns, widths, strict=True))))
    if tall > limit:  # rather words divided than a row that fits on no page
        widths = _descend(widths, [min(w, style.FIELD_LEAST) for w in least], (24.0, 12.0, 6.0, 3.0), total)
    return tuple(widths)


def _descend(
    widths: list[float],
    least: list[float],
    moves: tuple[float, ...],
    total: Callable[[list[float]], tuple[float, float]],
) -> list[float]:
    """Move width from one column to another as long as that makes the total smaller."""
    best = total(widths)
    pairs = [(i, j) for i in range(len(widths)) for j in range(len(widths)) if i != j]
    for move in moves:
        improved = True
        while improved:
            improved = False
            for i, j in pairs:
                if widths[i] - move < least[i]:
                    continue
                candidate = list(widths)
                candidate[i] -= move
                candidate[j] += move
                value = total(candidate)
                if value < best:
                    widths, best, improved = candidate, value, True
    return widths


def _by_content(rows: TextRows, room: float, least: list[float]) -> list[float]:
    """What is left beyond the least widths, shared by the amount of text."""
    natural = [sum(rows.blocks[s, f].natural_width ** 0.6 for s in rows.steps) + 1.0 for f in FIELDS]
    spare = max(0.0, room - sum(least))
    return [w + int(spare * n / sum(natural) / style.GRID) * style.GRID for w, n in zip(least, natural, strict=True)]


class _ColumnHeights:
    """The heights of one column's cells at any width, each width computed once."""

    def __init__(self, rows: TextRows, field: str, size: float) -> None:
        self.rows, self.size = rows, size
        self.blocks = [rows.blocks[s, field] for s in rows.steps]
        self.known: dict[float, list[float]] = {}
        self.lead = rows.setter.leading * size
        face = self.blocks[0].face
        ends = rows.setter.cap(face, size) + 2 * style.PAD_INK - self.lead
        self.ends = [ends + max(0, b.item_count - 1) * style.ITEM_GAP * size for b in self.blocks]

    def at(self, width: float) -> list[float]:
        if width not in self.known:
            room = self.rows.setter.room(width - 2 * style.PAD_SIDE, self.size)
            counts = [block.line_count(room) for block in self.blocks]
            self.known[width] = [n * self.lead + ends if n else 0.0 for n, ends in zip(counts, self.ends, strict=True)]
        return self.known[width]


def _least_width(rows: TextRows, field: str, size: float) -> float:
    """No word divided where the paper allows it, and the heading on as few lines as its words."""
    widest = max((rows.blocks[s, field].widest_word for s in rows.steps), default=0.0)
    if field == "waktu":  # a number should not part from its unit
        widest = max((min(rows.blocks[s, field].natural_width, 5.3) for s in rows.steps), default=0.0)
    cap = {"kegiatan": 13.0, "waktu": 6.0}.get(field, 9.0)
    header = rows.headers[field].widest_word * style.HEADER_SIZE
    text = min(widest, cap) * size
    pads = 2 * style.PAD_SIDE
    return style.on_grid(max(text * style.SLACK + pads, header * style.SLACK + 2 * 3.0, 30.0))
