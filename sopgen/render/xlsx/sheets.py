"""Pages in, sheets out: one grid a sheet, every text in a range of its own, every rule as an edge of the grid.

All pages of one kind stand below each other on one sheet. A head that is repeated on each page stands there once:
the printing program repeats it.

Lengths in points; a sheet's origin is the top left corner of its first cell.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sopgen.render.xlsx.identity_rows import IdentityTable, on_sheet, reduction
from sopgen.render.xlsx.ranges import pieces_of, texts_above
from sopgen.render.xlsx.words import Piece, RangeText
from sopgen.scene import Box, Page, Rule

_HIGHEST_ROW = 400.0  # points; a spreadsheet's is 409


class Range(NamedTuple):
    """Cells merged into one where they are several: from a grid cell, so many rows and columns."""

    row: int
    column: int
    rows: int
    columns: int
    words: RangeText | None
    fill: str | None = None


class PagePlace(NamedTuple):
    """Where a page stands on its sheet: `y - offset` is a scene ordinate's place. Rows from `first` to before `end`."""

    page: Page
    left: float
    offset: float
    first: int
    end: int


class GridSheet(NamedTuple):
    """One sheet. `titles`: rows repeated on each page. Rules by grid edge: (line, cell) with width and grey.

    `growing`: rows that a program makes higher when somebody writes more into them.
    """

    name: str
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    ranges: tuple[Range, ...]
    level: dict[tuple[int, int], tuple[float, float]]
    upright: dict[tuple[int, int], tuple[float, float]]
    places: tuple[PagePlace, ...]
    titles: int
    growing: frozenset[int] = frozenset()


def sheet_of(name: str, pages: Sequence[Page]) -> GridSheet:
    """All pages of one kind as one sheet. `pages` follow one another in the document."""
    repeated = len(pages) > 1 and all(_head(page) < _body(page) for page in pages[1:])
    raised = repeated or len(pages) == 1  # every printed page begins as far below the paper's edge as the first
    pieces: list[Piece] = []
    rules: list[Rule] = []
    tops: list[tuple[float, float]] = []  # on the sheet: where a page's own rows begin; its offset
    less = reduction(pages)
    identities = [on_sheet(page, less) for page in pages]
    pages = [_with_identity(page, identity) for page, identity in zip(pages, identities, strict=True)]
    boxes: list[Box] = []
    cursor = 0.0
    for page, identity in zip(pages, identities, strict=True):
        start = _body(page) if repeated and page is not pages[0] else _head(page, raised=raised)
        offset = start - cursor
        left = page.edges[0]
        pieces += [
            _moved(piece, left, offset)
            for piece in pieces_of(page, identity, raised=raised)
            if piece.box[1] >= start - 0.01
        ]
        slots = identity.slots if identity else ()
        boxes += [_moved_box(slot.box, left, offset) for slot in slots if slot.kind == "box"]
        rules += [_moved_rule(rule, left, offset) for table in page.tables for rule in _from(table.rules, start)]
        tops.append((cursor, offset))
        cursor = _tidy(page.tables[-1].rows[-1] - offset)
    columns = _edges(x for piece in pieces for x in (piece.box[0], piece.box[2]))
    rows = _low(_edges([*(y for piece in pieces for y in (piece.box[1], piece.box[3])), cursor]))
    ends = [top for top, _ in tops[1:]] + [cursor]
    places = tuple(
        PagePlace(page, page.edges[0], offset, _index(rows, top), _index(rows, end))
        for page, (top, offset), end in zip(pages, tops, ends, strict=True)
    )
    level, upright = _rule_edges(rules, columns, rows)
    ranges = tuple(_range(piece, columns, rows) for piece in pieces)
    titles = _index(rows, _tidy(_body(pages[0]) - tops[0][1])) if repeated or _only_page_with_head(pages) else 0
    growing = [(_index(rows, box[1]), _index(rows, box[3])) for box in boxes]
    grown = frozenset(first for first, end in growing if end == first + 1)
    return GridSheet(name, columns, rows, ranges, level, upright, places, titles, grown)


def _with_identity(page: Page, identity: IdentityTable | None) -> Page:
    """The page with its identity table's rows and emblem where its sheet has them."""
    if identity is None:
        return page
    tables = tuple(
        table._replace(rows=identity.rows, rules=identity.rules, cells=()) if table.role == "identitas" else table
        for table in page.tables
    )
    images = tuple(
        image._replace(box=(x0, y0 + moved, x1, y1 + moved))
        for image in page.images
        for x0, y0, x1, y1 in (image.box,)
        for moved in (identity.moved(y1) - y1,)
    )
    return page._replace(tables=tables, images=images)


def _only_page_with_head(pages: Sequence[Page]) -> bool:
    """Whether a row that somebody adds would need the head again, on a second page; no identity table is repeated."""
    return len(pages) == 1 and _head(pages[0]) < _body(pages[0]) and not pages[0].joins_identity


def _head(page: Page, *, raised: bool = False) -> float:
    """Where the page begins: with the line above its table, or with the table."""
    return min([page.tables[0].rows[0], *(text.cell[1] for text in texts_above(page, raised=raised))])


def _body(page: Page) -> float:
    """Where that begins which no head repeats."""
    return page.drawing_area[1] if page.drawing_area else page.tables[0].rows[0]


def _from(rules: Iterable[Rule], start: float) -> Iterator[Rule]:
    """The rules of what stands on the sheet: those that come down from a repeated head are cut off."""
    for rule in rules:
        if rule.y1 >= start - 0.01 and (rule.y1 > rule.y0 + 0.01 or rule.y0 >= start - 0.01):
            yield rule._replace(y0=max(rule.y0, start))


# --- pieces to a grid -------------------------------------------------------------------------------


def _tidy(length: float) -> float:
    return round(length, 2)


def _moved(piece: Piece, left: float, offset: float) -> Piece:
    return piece._replace(box=_moved_box(piece.box, left, offset))


def _moved_box(box: Box, left: float, offset: float) -> Box:
    x0, y0, x1, y1 = box
    return _tidy(x0 - left), _tidy(y0 - offset), _tidy(x1 - left), _tidy(y1 - offset)


def _moved_rule(rule: Rule, left: float, offset: float) -> Rule:
    return rule._replace(x0=rule.x0 - left, x1=rule.x1 - left, y0=rule.y0 - offset, y1=rule.y1 - offset)


def _edges(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(sorted(set(values)))


def _low(rows: Sequence[float]) -> tuple[float, ...]:
    """The edges of rows, and more where they are further apart than a row may be high."""
    edges: list[float] = []
    for top, bottom in pairwise(rows):
        count = math.ceil((bottom - top) / _HIGHEST_ROW)
        edges += [_tidy(top + (bottom - top) * i / count) for i in range(count)]
    return (*edges, rows[-1])


def _index(edges: Sequence[float], value: float) -> int:
    """The edge that stands at `value`, within what rounding made of it."""
    return bisect_left(edges, value - 0.1)


def _range(piece: Piece, columns: Sequence[float], rows: Sequence[float]) -> Range:
    x0, y0, x1, y1 = piece.box
    row, column = _index(rows, y0), _index(columns, x0)
    return Range(row, column, _index(rows, y1) - row, _index(columns, x1) - column, piece.words, piece.fill)


def _rule_edges(
    rules: Iterable[Rule], columns: Sequence[float], rows: Sequence[float]
) -> tuple[dict[tuple[int, int], tuple[float, float]], dict[tuple[int, int], tuple[float, float]]]:
    """Rules as edges of grid cells: (line, cell along it) with width and grey; the heavier one where two meet."""
    level: dict[tuple[int, int], tuple[float, float]] = {}
    upright: dict[tuple[int, int], tuple[float, float]] = {}
    for rule in rules:
        if rule.y1 - rule.y0 < 0.01:
            edge, line = level, _index(rows, rule.y0)
            cells = range(_index(columns, rule.x0), _index(columns, rule.x1))
        else:
            edge, line = upright, _index(columns, rule.x0)
            cells = range(_index(rows, rule.y0), _index(rows, rule.y1))
        for cell in cells:
            before = edge.get((line, cell))
            if before is None or (before[0], -before[1]) < (rule.width, -rule.grey):
                edge[line, cell] = (rule.width, rule.grey)
    return level, upright
