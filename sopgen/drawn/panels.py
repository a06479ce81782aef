"""A workbook's sheets → panels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.frames import frames_of
from sopgen.drawn.hyphens import whole_label
from sopgen.drawn.model import Box, Cell, Kind, Note, Panel, Stroke, Symbol
from sopgen.drawn.pdf.outlines import outline_of
from sopgen.drawn.pdf.values import Loop
from sopgen.drawn.solids import without_solids
from sopgen.drawn.words import polarity
from sopgen.workbook.cells import reference_of
from sopgen.workbook.values import Place, Shape, Sheet

KINDS: Final[dict[str, Kind]] = {
    "flowChartTerminator": "terminator",
    "flowChartAlternateProcess": "terminator",
    "roundRect": "terminator",
    "ellipse": "terminator",
    "flowChartConnector": "terminator",
    "flowChartProcess": "process",
    "rect": "process",
    "flowChartPredefinedProcess": "process",
    "flowChartDecision": "decision",
    "diamond": "decision",
    "flowChartOffpageConnector": "offpage",
    "homePlate": "offpage",
    "pentagon": "offpage",
}
"""DrawingML's outlines, and what clerks mean by them."""
_ROUND: Final = frozenset({"ellipse", "flowChartConnector"})
_NAMES: Final = (
    ("flowchart: terminator", "flowChartTerminator"),
    ("flowchart: alternate", "flowChartAlternateProcess"),
    ("flowchart: decision", "flowChartDecision"),
    ("flowchart: off-page", "flowChartOffpageConnector"),
    ("rounded rectangle", "roundRect"),
    ("diamond", "diamond"),
    ("pentagon", "homePlate"),
    ("oval", "ellipse"),
)
"""What programs call shapes when they are drawn."""
_PAPERS: Final = {1: "Letter", 5: "Legal", 9: "A4", 14: "F4"}
"""By their numbers in `paperSize`; 14 is Folio, which is sold as F4."""
_MOST_CORNERS: Final = 9  # of a free form without curves
_SMALL: Final = 700.0  # square points: a rectangle with a text that is smaller is a label


def panels_of(sheets: tuple[Sheet, ...]) -> tuple[Panel, ...]:
    """Sheets with something on them."""
    return tuple(_panel(sheet) for sheet in sheets if sheet.cells or sheet.shapes)


def _panel(sheet: Sheet) -> Panel:
    shapes, strokes = without_solids([each for each in sheet.shapes if not _is_unseen(each)], _strokes(sheet))
    glued = {each for stroke in strokes for each in stroke.glue if each is not None}
    symbols, notes = [], []
    for shape in _named(shapes):
        if _is_note(shape, glued):
            notes.append(Note(whole_label(shape.text), shape.box))
        else:
            symbols.append(Symbol(shape.id, _kind(shape), shape.box, shape.text.strip(), shape.name, shape.preset))
    symbols += [Symbol(each.id, "unknown", each.box, "", each.name) for each in sheet.pictures if each.id in glued]
    return Panel(
        Message(f"lembar {sheet.name}", f"sheet {sheet.name}"),
        (sheet.columns[-1], sheet.rows[-1]),
        tuple(_cells(sheet)),
        tuple(symbols),
        tuple(strokes),
        tuple(note for note in notes if note.text),
        tuple(each.box for each in sheet.pictures if each.id not in glued),
        sheet=sheet.name,
        columns=sheet.columns,
        rows=sheet.rows,
        sources=tuple(each.source for each in sheet.pictures if each.id not in glued),
        unread=sheet.others,
        remarks=tuple(Cell(_box(sheet, place, place), text, reference_of(place)) for place, text in sheet.remarks),
        hidden=tuple(_hidden(sheet)),
        paper=_PAPERS.get(sheet.paper or 0, ""),
        breaks=tuple(sheet.rows[row] for row in sheet.breaks if 0 < row < len(sheet.rows)),
        titles=_titles(sheet),
        frames=frames_of(sheet),
    )


def _strokes(sheet: Sheet) -> list[Stroke]:
    return [
        Stroke(
            line.points,
            line.heads,
            (line.glued[0][0] if line.glued[0] else None, line.glued[1][0] if line.glued[1] else None),
            (line.glued[0][1] if line.glued[0] else None, line.glued[1][1] if line.glued[1] else None),
            line.omegas,
            line.name,
        )
        for line in sheet.lines
    ]


def _titles(sheet: Sheet) -> tuple[float, float] | None:
    if sheet.titles is None:
        return None
    first, last = (min(row, len(sheet.rows) - 1) for row in (sheet.titles[0], sheet.titles[1] + 1))
    return sheet.rows[first], sheet.rows[last]


def _named(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Old workbooks come out of a conversion with rectangles alone; then the shapes' names say what they were."""
    if {shape.preset for shape in shapes} - {""} != {"rect"}:
        yield from shapes
        return
    for shape in shapes:
        found = next((preset for word, preset in _NAMES if word in shape.name.casefold()), None)
        yield shape._replace(preset=found, text_box=False, corners=()) if found else shape


def _kind(shape: Shape) -> Kind:
    x0, y0, x1, y1 = shape.box
    if shape.corners:
        return outline_of(Loop(shape.corners, closed=True, curved=len(shape.corners) > _MOST_CORNERS)).kind
    if shape.preset in _ROUND and shape.text.strip() and abs((x1 - x0) - (y1 - y0)) < 0.3 * (y1 - y0):
        return "offpage"  # a circle with a letter or number: the connector of other kinds of flowcharts
    return KINDS.get(shape.preset, "unknown")


def _is_note(shape: Shape, glued: set[int]) -> bool:
    """A text without a rim, or a rectangle that says a branch's word and that no connector hangs on."""
    if not shape.text_box or shape.id in glued:
        return False
    x0, y0, x1, y1 = shape.box
    return (
        shape.rimless or shape.preset not in KINDS or polarity(shape.text) is not None or (x1 - x0) * (y1 - y0) < _SMALL
    )


def _cells(sheet: Sheet) -> Iterator[Cell]:
    spans: dict[Place, Place] = dict(sheet.merges)
    places = {*sheet.cells, *spans}
    for place in sorted(places):
        if place[0] >= len(sheet.rows) - 1 or place[1] >= len(sheet.columns) - 1:
            continue
        box = _box(sheet, place, spans.get(place, place))
        if box[0] < box[2] and box[1] < box[3]:
            yield Cell(box, sheet.cells.get(place, ""), reference_of(place))


def _is_unseen(shape: Shape) -> bool:
    """Whether nothing of it is seen: at most it covers what lies below it."""
    return _is_flat(shape) or (shape.rimless and not shape.text.strip())


def _is_flat(shape: Shape) -> bool:
    """Whether it stands in rows or columns that nobody sees."""
    return shape.box[0] >= shape.box[2] or shape.box[1] >= shape.box[3]


def _hidden(sheet: Sheet) -> Iterator[str]:
    """Shapes, and cells with a text, in rows and columns that nobody sees; "" for the whole sheet."""
    if sheet.is_hidden:
        yield ""
    yield from (shape.name for shape in sheet.shapes if _is_flat(shape))
    spans: dict[Place, Place] = dict(sheet.merges)
    for place in sorted(sheet.cells):
        x0, y0, x1, y1 = _box(sheet, place, spans.get(place, place))
        if not (x0 < x1 and y0 < y1):
            yield reference_of(place)


def _box(sheet: Sheet, first: Place, last: Place) -> Box:
    """Of cells from the first to the last, as far as the sheet is read."""
    rows, columns = sheet.rows, sheet.columns
    right, bottom = min(last[1] + 1, len(columns) - 1), min(last[0] + 1, len(rows) - 1)
    return columns[min(first[1], right)], rows[min(first[0], bottom)], columns[right], rows[bottom]
