"""Identity pages in, the same pages out with rows as a spreadsheet needs them.

A spreadsheet sets lines higher than the layout does, and somebody will write one more item. So the rows of the boxes
take what they need in any program and, where the page has it, a line more; what they take, the signature's room and
fuller rows give. Only where the page is too full for the lines themselves is the type smaller, by half a point mostly.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from sopgen.render.xlsx.identity_slots import LEAST_ROW, Slot, slots_of
from sopgen.render.xlsx.wrapping import FONT_STEP, SMALLEST
from sopgen.scene import Page, Rule, Table

_ROW_GRID = 0.75  # a pixel at 96 dpi
_SIGNATURE_LEAST = 42.0  # points that the signature's room keeps: 15 mm
_LINES_TO_COME = 1  # that each row of boxes has room for if the page has
_NOTHING = 1e-6


class IdentityTable(NamedTuple):
    """The table on its sheet: cells, rules, and by how much what stood at a height of the page has moved."""

    slots: tuple[Slot, ...]
    rules: tuple[Rule, ...]
    printed: tuple[float, ...]
    rows: tuple[float, ...]

    def moved(self, y: float) -> float:
        """Where what is printed at `y` stands."""
        at = max(1, min(bisect_left(self.printed, y), len(self.printed) - 1))
        (a, b), (c, d) = self.printed[at - 1 : at + 1], self.rows[at - 1 : at + 1]
        return c + (y - a) * (d - c) / (b - a)


class _Row(NamedTuple):
    """Heights of a row: as printed, the least that it must have, and what it would have."""

    printed: float
    least: float
    wished: float
    gives: bool


def identity_of(page: Page) -> Table | None:
    """The page's identity table."""
    return next((table for table in page.tables if table.role == "identitas"), None)


def reduction(pages: Iterable[Page]) -> float:
    """By how many points type is smaller on all pages for all lines to be seen."""
    less = 0.0
    for page in pages:
        table = identity_of(page)
        while table is not None and _is_too_high(page, table, less):
            less += FONT_STEP
    return less


def _is_too_high(page: Page, table: Table, less: float) -> bool:
    sizes = [text.size for cell in table.cells for text in cell.texts]
    if not sizes or min(sizes) - less - FONT_STEP < SMALLEST:
        return False
    _, rows = _rows(slots_of(page, table, less))
    return sum(row.least for row in rows) > _room(page, table) + _NOTHING


def _room(page: Page, table: Table) -> float:
    """From the table's top to where the foot begins, or to the flow table's."""
    foot = next((text.cell[1] for text in page.texts if text.role == "halaman"), table.rows[-1])
    return (table.rows[-1] if page.joins_identity else max(foot, table.rows[-1])) - table.rows[0]


def on_sheet(page: Page, less: float) -> IdentityTable | None:
    """The page's identity table as its sheet has it."""
    table = identity_of(page)
    if table is None:
        return None
    slots = slots_of(page, table, less)
    edges, rows = _rows(slots)
    heights = _heights(rows, _room(page, table))
    placed = tuple(round(y, 2) for y in accumulate(heights, initial=edges[0]))
    bare = IdentityTable(slots, (), edges, placed)
    return bare._replace(
        slots=tuple(slot._replace(box=_moved_box(bare, slot)) for slot in slots),
        rules=tuple(rule._replace(y0=bare.moved(rule.y0), y1=bare.moved(rule.y1)) for rule in table.rules),
    )


def _moved_box(table: IdentityTable, slot: Slot) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = slot.box
    return (x0, round(table.moved(y0), 2), x1, round(table.moved(y1), 2))


def _rows(slots: Sequence[Slot]) -> tuple[tuple[float, ...], list[_Row]]:
    """The edges of the rows as printed, and the rows."""
    edges = tuple(sorted({y for slot in slots for y in (slot.box[1], slot.box[3])}))
    rows = [_row(top, bottom, slots) for top, bottom in pairwise(edges)]
    for slot in slots:  # what stands in several rows may need more than these
        first, end = edges.index(slot.box[1]), edges.index(slot.box[3])
        lacks = slot.need() - sum(row.least for row in rows[first:end])
        if lacks > 0:
            at = max(range(first, end), key=lambda i: (rows[i].gives, rows[i].printed))
            least = _up(rows[at].least + lacks)
            rows[at] = rows[at]._replace(least=least, wished=max(least, rows[at].wished))
    return edges, rows


def _row(top: float, bottom: float, slots: Sequence[Slot]) -> _Row:
    printed = bottom - top
    here = [slot for slot in slots if slot.box[1] == top and slot.box[3] == bottom]
    signature = any(slot.kind == "signature" and slot.box[1] <= top and bottom <= slot.box[3] for slot in slots)
    need = _up(max((slot.need() for slot in here), default=LEAST_ROW))
    if signature:
        room = next(slot.box for slot in slots if slot.kind == "signature" and slot.box[1] <= top < slot.box[3])
        share = min(1.0, _SIGNATURE_LEAST / (room[3] - room[1]))
        need = _up(max(need, LEAST_ROW, printed * share))
        return _Row(printed, min(need, printed) if printed >= LEAST_ROW else need, 0.0, gives=True)
    if any(slot.kind == "box" for slot in here):
        more = _up(max(slot.need(_LINES_TO_COME) for slot in here if slot.kind == "box"))
        return _Row(printed, need, max(need, more), gives=True)
    least = max(need, _up(printed))
    return _Row(printed, least, least, gives=False)


def _heights(rows: Sequence[_Row], room: float) -> list[float]:
    """The least heights; of what is left each row gets its wish, and then what it has in print."""
    heights = [row.least for row in rows]
    for wanted in ([row.wished for row in rows], [row.printed for row in rows]):
        lacks = [max(0.0, more - height) for more, height in zip(wanted, heights, strict=True)]
        share = max(0.0, min(1.0, (room - sum(heights)) / max(sum(lacks), _NOTHING)))
        heights = [height + _down(lack * share) for height, lack in zip(heights, lacks, strict=True)]
    return heights


def _up(length: float) -> float:
    return math.ceil(length / _ROW_GRID - _NOTHING) * _ROW_GRID


def _down(length: float) -> float:
    return math.floor(length / _ROW_GRID + _NOTHING) * _ROW_GRID
