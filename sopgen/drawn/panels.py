"""A workbook's sheets → panels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.hyphens import whole_label
from sopgen.drawn.model import Cell, Kind, Note, Panel, Stroke, Symbol
from sopgen.drawn.pdf.outlines import outline_of
from sopgen.drawn.pdf.values import Loop
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
_MOST_CORNERS: Final = 9  # of a free form without curves
_SMALL: Final = 700.0  # square points: a rectangle with a text that is smaller is a label


def panels_of(sheets: tuple[Sheet, ...]) -> tuple[Panel, ...]:
    """Sheets with something on them."""
    return tuple(_panel(sheet) for sheet in sheets if sheet.cells or sheet.shapes)


def _panel(sheet: Sheet) -> Panel:
    glued = {glue[0] for line in sheet.lines for glue in line.glued if glue}
    symbols, notes = [], []
    shapes = list(_named(sheet.shapes))
    for shape in shapes:
        if _is_note(shape, glued):
            notes.append(Note(whole_label(shape.text), shape.box))
        else:
            symbols.append(Symbol(shape.id, _kind(shape), shape.box, shape.text.strip(), shape.name, shape.preset))
    symbols += [Symbol(each.id, "unknown", each.box, "", each.name) for each in sheet.pictures if each.id in glued]
    strokes = [
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
        breaks=tuple(sheet.rows[row] for row in sheet.breaks if 0 < row < len(sheet.rows)),
    )


def _named(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Old workbooks come out of a conversion with rectangles alone; then the shapes' names say what they were."""
    if {shape.preset for shape in shapes} - {""} != {"rect"}:
        yield from shapes
        return
    for shape in shapes:
        found = next((preset for word, preset in _NAMES if word in shape.name.casefold()), None)
        yield shape._replace(preset=found, text_box=False) if found else shape


def _kind(shape: Shape) -> Kind:
    x0, y0, x1, y1 = shape.box
    if shape.corners:
        return outline_of(Loop(shape.corners, closed=True, curved=len(shape.corners) > _MOST_CORNERS)).kind
    if shape.preset in _ROUND and shape.text.strip() and abs((x1 - x0) - (y1 - y0)) < 0.3 * (y1 - y0):
        return "offpage"  # a circle with a letter or number: the connector of other kinds of flowcharts
    return KINDS.get(shape.preset, "unknown")


def _is_note(shape: Shape, glued: set[int]) -> bool:
    """A text box, or a rectangle that says a branch's word and that no connector hangs on."""
    if not shape.text_box or shape.id in glued:
        return False
    x0, y0, x1, y1 = shape.box
    return shape.preset not in KINDS or polarity(shape.text) is not None or (x1 - x0) * (y1 - y0) < _SMALL


def _cells(sheet: Sheet) -> Iterator[Cell]:
    spans: dict[Place, Place] = dict(sheet.merges)
    places = {*sheet.cells, *spans}
    for place in sorted(places):
        last = spans.get(place, place)
        if place[0] >= len(sheet.rows) - 1 or place[1] >= len(sheet.columns) - 1:
            continue
        bottom, right = min(last[0] + 1, len(sheet.rows) - 1), min(last[1] + 1, len(sheet.columns) - 1)
        box = (sheet.columns[place[1]], sheet.rows[place[0]], sheet.columns[right], sheet.rows[bottom])
        yield Cell(box, sheet.cells.get(place, ""), reference_of(place))
