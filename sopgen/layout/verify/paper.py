"""The page under the drawing: texts in their cells, lanes and rows on the table's edges, pages in order, free band."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from sopgen.layout.verify.examined_page import ExaminedPage
from sopgen.layout.verify.finding import EPS, INK_TOLERANCE, Expected, Violation, violation
from sopgen.layout.verify.outline import box_inside, enters_box
from sopgen.scene import Box, Cell, Page, Table, Text


def paper_violations(pages: list[ExaminedPage], expected: Expected) -> Iterator[Violation]:
    for n, examined in enumerate(pages, start=1):
        if examined.number != n:
            yield violation("page-number", examined.number, what=str(examined.number), other=str(n))
        yield from _cells(examined)
        yield from _overlaps(examined)
        yield from _band(examined)
        if examined.page.rows or examined.page.lanes:
            yield from _grid(examined)
    rows = [row.step for examined in pages for row in examined.page.rows if row.step is not None]
    if rows != sorted(expected.steps):
        yield violation("step-rows", 0, what=", ".join(map(str, rows)))


def _fault(rule: str, examined: ExaminedPage, text: Text, other: str = "") -> Violation:
    steps = () if text.step is None else (text.step,)
    return violation(rule, examined.number, steps, text.box[:2], what=text.text, other=other)


def _cells(examined: ExaminedPage) -> Iterator[Violation]:
    for table in examined.page.tables:
        for cell in table.cells:
            outer = _cell_box(table, cell)
            for text in cell.texts:
                inside = box_inside(text.box, text.cell, INK_TOLERANCE)
                if outer is None or not inside or not box_inside(text.box, outer, INK_TOLERANCE):
                    yield _fault("text-outside-cell", examined, text)
    for text in examined.page.texts:
        if not box_inside(text.box, text.cell, INK_TOLERANCE):
            yield _fault("text-outside-cell", examined, text)


def _cell_box(table: Table, cell: Cell) -> Box | None:
    right, below = cell.column + cell.column_span, cell.row + cell.row_span
    if cell.column < 0 or cell.row < 0 or right >= len(table.columns) or below >= len(table.rows):
        return None
    return (table.columns[cell.column], table.rows[cell.row], table.columns[right], table.rows[below])


def _overlaps(examined: ExaminedPage) -> Iterator[Violation]:
    """A sweep down the page: only texts that share a height are compared."""
    open_texts: list[Text] = []
    for text in sorted((t for t in examined.texts() if t.text), key=lambda t: t.box[1]):
        top = text.box[1] + EPS
        open_texts = [t for t in open_texts if t.box[3] > top]
        for other in open_texts:
            if other.box[0] < text.box[2] - EPS and other.box[2] > text.box[0] + EPS and text.box[3] > top:
                yield _fault("texts-overlap", examined, text, other.text)
        open_texts.append(text)


def _grid(examined: ExaminedPage) -> Iterator[Violation]:
    page, table = examined.page, examined.flow_table()
    columns, rows = (table.columns, table.rows) if table else ((), ())
    lanes = page.lanes
    joined = all(abs(a.x1 - b.x0) <= EPS for a, b in pairwise(lanes))
    if not joined or not all(_among(x, columns) for lane in lanes for x in (lane.x0, lane.x1)):
        yield violation("grid-lanes", page.number)
    if table and _common_heads(table) != _groups(page, headed=any(c.role == "nama_pelaksana" for c in table.cells)):
        yield violation("grid-groups", page.number)
    joined = all(abs(a.y1 - b.y0) <= EPS for a, b in pairwise(page.rows))
    strips = [row.strip for row in page.rows]
    misplaced = "head" in strips[1:] or "foot" in strips[:-1]
    if not joined or misplaced or not all(_among(y, rows) for row in page.rows for y in (row.y0, row.y1)):
        yield violation("grid-rows", page.number)
    if lanes and page.rows:
        area = (lanes[0].x0, page.rows[0].y0, lanes[-1].x1, page.rows[-1].y1)
        if page.drawing_area is None or any(abs(a - b) > EPS for a, b in zip(area, page.drawing_area, strict=True)):
            yield violation("grid-area", page.number)


def _common_heads(table: Table) -> list[tuple[float, float, str]]:
    """Left and right of each head that stands over a group of executors, and what it says."""
    return [
        (
            table.columns[c.column],
            table.columns[c.column + c.column_span],
            " ".join(word for t in c.texts for word in t.text.split()),
        )
        for c in sorted(table.cells, key=lambda cell: cell.column)
        if c.role == "kelompok_pelaksana"
    ]


def _groups(page: Page, *, headed: bool) -> list[tuple[float, float, str]]:
    """The same as the lanes tell it; none where the page has no head."""
    found = []
    for group, lanes in groupby(page.lanes if headed else (), key=lambda lane: lane.group):
        members = list(lanes)
        if group:
            found.append((members[0].x0, members[-1].x1, group))
    return found


def _among(place: float, edges: tuple[float, ...]) -> bool:
    return any(abs(place - edge) <= EPS for edge in edges)


def _band(examined: ExaminedPage) -> Iterator[Violation]:
    band = examined.page.band
    if band is None:
        return
    page = examined.page
    boxes: list[Box] = [text.box for text in examined.texts()]
    boxes += [symbol.box for symbol in page.symbols] + [segment.box for segment in examined.segments]
    boxes += [image.box for image in page.images]
    boxes += [arrow.label.box for arrow in page.arrows if arrow.label is not None]
    boxes += [(t.columns[0], t.rows[0], t.columns[-1], t.rows[-1]) for t in page.tables if t.columns and t.rows]
    for box in boxes:
        if enters_box(box, band):
            yield violation("band-entered", page.number, (), box[:2])
