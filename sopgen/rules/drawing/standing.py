"""What was read out of a file → where things stand on the paper examined, in words that a person finds on it.

Pages are counted on a PDF, and on a workbook of ours, whose sheets begin a page and whose breaks are all set. Where a
foreign workbook's pages end depends on who prints it: there steps and columns are named, and the cell beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message, Seat
from sopgen.drawn.head import Range, one_line
from sopgen.drawn.model import Panel
from sopgen.drawn.reading import Imported
from sopgen.drawn.table import Part, Row
from sopgen.intake.sop import COLUMN_LABELS
from sopgen.rules.drawing.chart import Chart, Spot
from sopgen.rules.drawing.form_places import field_words
from sopgen.rules.drawing.pnh_03 import crossings
from sopgen.rules.paper import Paper, PaperStep, row_words

COLUMN_NUMBER: Final = re.compile(r"\(?\d{1,2}[.)]*")
"""What stands in the row of column numbers, which is part of the head and names no column."""


def paper_of(imported: Imported, chart: Chart) -> Paper:
    """`chart`: what `charting` made of it; with a source each row is the step that it is there, if it is one."""
    breaks_known = chart.source is not None
    rows = _rows(imported)
    due = [step.due for step in chart.steps] if breaks_known else list(range(1, len(rows) + 1))
    table = imported.parts[0]
    last = len(imported.panels) - 1
    return Paper(
        tuple(
            PaperStep(
                number,
                order,
                row.number,
                page_at(imported, part.panel, row.down[0] + 1, breaks_known=breaks_known),
            )
            for order, ((part, row), number) in enumerate(zip(rows, due, strict=True), start=1)
            if number is not None
        ),
        page_at(imported, 0, 1.0, breaks_known=breaks_known),
        page_at(imported, table.panel, table.head.top + 1, breaks_known=breaks_known),
        tuple(_headings(imported.panels[table.panel], table)),
        sum(bool(panel.page) for panel in imported.panels)
        or page_at(imported, last, imported.panels[last].size[1], breaks_known=breaks_known),
        sum(1 for _ in crossings(chart)) if chart.symbols else None,
    )


def page_at(imported: Imported, panel: int, y: float, *, breaks_known: bool) -> int:
    """The page on which a height of a panel is printed; 0 where nobody can say."""
    here = imported.panels[panel]
    if here.page:
        return here.page
    if not breaks_known:
        return 0
    before = sum(len(each.breaks) + 1 for each in imported.panels[:panel])
    return before + sum(edge <= y for edge in here.breaks) + 1


def seats_of(imported: Imported, spots: Sequence[Spot], *, breaks_known: bool) -> tuple[Seat, ...]:
    """Points of the drawing: the page of each, the step in whose row it lies or beside which, the column."""
    return tuple(
        Seat(page_at(imported, each.panel, each.point[1], breaks_known=breaks_known), *_row_and_column(imported, each))
        for each in spots
    )


def _row_and_column(imported: Imported, spot: Spot) -> tuple[Message, Message | None]:
    x, y = spot.point
    on = [part for part in imported.parts if part.panel == spot.panel and part.head.top - 1 <= y]
    if on:
        return _down_words(imported, on[-1], y), _column_words(imported, on[-1], x)
    if any(part.panel == spot.panel for part in imported.parts):
        headed = any(part.panel == spot.panel and part.headed for part in imported.parts)
        return field_words(imported.panels[spot.panel], spot.point) or (_ABOVE_TABLE if headed else _ABOVE_ROWS), None
    return field_words(imported.panels[spot.panel], spot.point) or _IDENTITY, None


_ABOVE_TABLE: Final = Message("di atas tabel alur", "above the flow table")
_ABOVE_ROWS: Final = Message("di atas baris pertama halaman itu", "above that page's first row")
_IDENTITY: Final = Message("bagian identitas", "identity part")


def _down_words(imported: Imported, part: Part, y: float) -> Message:
    rows = [(order, each) for order, (own, each) in enumerate(_rows(imported), start=1) if own is part]
    for order, row in rows:
        if row.down[0] <= y < row.down[1]:
            return row_words(order, row.number)
    if not rows or (part.headed and y < part.head.bottom):
        return Message("kepala tabel", "table head")
    below = next(((order, row) for order, row in rows if y < row.down[0]), None)
    order, row = below or rows[-1]
    named = row_words(order, row.number)
    return (
        Message(f"di atas {named.id}", f"above {named.en}")
        if below
        else Message(f"di bawah {named.id}", f"below {named.en}")
    )


def _column_words(imported: Imported, part: Part, x: float) -> Message | None:
    lanes = [
        name
        for name, lane in zip(imported.lanes, part.head.lanes, strict=False)
        if lane.across[0] <= x < lane.across[1]
    ]
    labels = dict(_headings(imported.panels[part.panel], part))
    held = [labels.get(key, key) for key, across in part.head.columns.items() if across[0] <= x < across[1]]
    name = one_line((lanes or held or [""])[0])
    return Message(name, name) if name else None


def _headings(panel: Panel, part: Part) -> Iterator[tuple[str, str]]:
    """What the table calls its columns, else what the form does."""
    for key, across in part.head.columns.items():
        said = [
            one_line(cell.text)
            for cell in panel.cells
            if cell.text.strip()
            and not COLUMN_NUMBER.fullmatch(one_line(cell.text))
            and part.head.top - 1 <= cell.box[1] < part.head.bottom - 1
            and _is_over((cell.box[0], cell.box[2]), across)
        ]
        name = said[-1] if said else COLUMN_LABELS.get({"nomor": "no"}.get(key, key), key)
        yield key, name.title() if name.isupper() and len(name) > 3 else name


def _is_over(cell: Range, column: Range) -> bool:
    return abs(cell[0] - column[0]) < 3 and abs(cell[1] - column[1]) < 3


def _rows(imported: Imported) -> list[tuple[Part, Row]]:
    return [(part, row) for part in imported.parts for row in part.rows]
