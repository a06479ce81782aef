"""An identity table in, its cells as a person edits them out: a field, a heading or a whole box is one wrapped cell.

Only the approval is cut into rows, a line each with the signature's room between them, and the emblem's cell where the
agency's name ends. So few cells are merged, and the rows of the boxes can grow with what is written into them.

Lengths in points, from the page's top left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from sopgen.intake.sop import BOXES
from sopgen.render.xlsx.lines import BELOW, ROW_SHARE, centred_ink, line_height, usual_line_height
from sopgen.render.xlsx.words import INDENT, RangeText, VAlign, joined_lines
from sopgen.render.xlsx.wrapping import wrapped
from sopgen.scene import Box, Cell, Page, Table, Text, cell_box
from sopgen.text.measure import metrics

LEAST_ROW = 6.0
"""Points: a lower row cannot be taken hold of."""

_TOP_PADDING = 1.0  # what a spreadsheet leaves between a row's upper edge and its text
_ABOVE_LINE = 2.0  # between a row's upper edge and the cap height of a line that stands close below another

Kind = Literal["fixed", "signature", "box"]


class Slot(NamedTuple):
    """What is to be one cell: its place in print, how its rows may change, what it says or None where nobody writes."""

    box: Box
    kind: Kind
    text: RangeText | None = None
    fill: str | None = None

    def need(self, more: int = 0) -> float:
        """The height that holds its lines, and `more` of them, in any program."""
        text = self.text
        if text is None or not isinstance(text.text, str):
            return LEAST_ROW
        room = self.box[2] - self.box[0] - text.indent * INDENT
        lines = wrapped(text.text, text.face, text.size, room).lines
        if text.valign == "center":
            return centred_ink(text.face, lines, text.text) * text.size / ROW_SHARE
        high = metrics(text.face).ascent + (lines - 1) * line_height(text.face) + BELOW[text.face.family]
        usual = (lines + more) * usual_line_height(text.face) * text.size
        return _TOP_PADDING + max(high * text.size / ROW_SHARE, usual)


def slots_of(page: Page, table: Table, less: float) -> tuple[Slot, ...]:
    """All cells of the identity table, without gaps or overlaps.

    Type of the boxes' size is `less` points smaller than printed, wherever it stands: no full box stands out.
    """
    usual = _usual_text(table)
    smaller = usual.size if usual else 0.0
    found: list[Slot] = []
    cuts = _approval_cuts(page, table)
    for cell in table.cells:
        box = cell_box(table, cell)
        if cell.role == "pengesahan" and cell.texts:
            found += _approval(cell, box, cuts)
        elif cell.role == "label_pengesahan" and cuts:
            found += _beside_approval(cell, box, cuts[0])
        elif cell.role == "instansi" and cell.texts:
            found += _emblem(cell, box, page, [*table.rows, *cuts])
        elif cell.role in BOXES:
            found += _box(cell, box, usual)
        else:
            found.append(_whole(cell, box, usual))
    return tuple(_set_smaller(slot, smaller, less) for slot in found)


def _usual_text(table: Table) -> Text | None:
    """A text whose looks empty cells take, for they are there to be written in: of a box, else any at the left."""
    texts = [(cell.role in BOXES, text) for cell in table.cells if not cell.header for text in cell.texts]
    return next((text for is_box, text in texts if is_box), None) or next(
        (text for _, text in texts if text.align == "left"), None
    )


def _set_smaller(slot: Slot, size: float, less: float) -> Slot:
    if slot.text is None or slot.text.size != size:
        return slot
    return slot._replace(text=slot.text._replace(size=size - less))


def _words(text: Text, box: Box, valign: VAlign) -> RangeText:
    indent = 0
    if text.align == "left":
        indent = 1 + max(0, round((min(run.x for run in text.runs) - box[0] - INDENT) / INDENT))
    return RangeText(joined_lines(text), text.face, text.size, text.align, valign, text.grey, indent=indent)


def _whole(cell: Cell, box: Box, usual: Text | None) -> Slot:
    if cell.texts:
        return Slot(box, "fixed", _words(cell.texts[0], box, "center"), cell.fill)
    empty = RangeText(None, usual.face, usual.size, indent=1) if usual and not cell.header else None
    return Slot(box, "fixed", empty, cell.fill)


def _box(cell: Cell, box: Box, usual: Text | None) -> Iterator[Slot]:
    """One of the six boxes: a cell for each of its columns."""
    if not cell.texts:
        empty = RangeText(None, usual.face, usual.size, "left", "top", indent=1) if usual else None
        yield Slot(box, "box", empty, cell.fill)
        return
    lefts = [box[0], *(text.cell[0] for text in cell.texts[1:]), box[2]]
    for text, (left, right) in zip(cell.texts, pairwise(lefts), strict=True):
        part = (left, box[1], right, box[3])
        yield Slot(part, "box", _words(text, part, "top"), cell.fill)


def _approval_cuts(page: Page, table: Table) -> list[float]:
    """Where the approval's cell is cut: between its lines, and above and below the signature's room."""
    cell = next((each for each in table.cells if each.role == "pengesahan"), None)
    if cell is None or not cell.texts or page.signature_box is None:
        return []
    above, below = _parted(cell.texts, page.signature_box)
    cuts = [(a.box[3] + b.box[1]) / 2 for each in (above, below) for a, b in pairwise(each)]
    if above:
        cuts.append((above[-1].box[3] + page.signature_box[1]) / 2)
    if below:
        cuts.append(below[0].box[1] - _ABOVE_LINE)
    return sorted(round(cut, 2) for cut in cuts)


def _parted(texts: Sequence[Text], signature: Box) -> tuple[list[Text], list[Text]]:
    middle = (signature[1] + signature[3]) / 2
    return [text for text in texts if text.box[3] < middle], [text for text in texts if text.box[3] >= middle]


def _approval(cell: Cell, box: Box, cuts: Sequence[float]) -> Iterator[Slot]:
    """A row for each text; the first stands at its foot and the last at its head, as near to the others as in print."""
    for top, bottom in pairwise([box[1], *cuts, box[3]]):
        part = (box[0], top, box[2], bottom)
        text = next((text for text in cell.texts if top <= text.box[1] < bottom), None)
        valign: VAlign = "bottom" if top == box[1] else "top" if bottom == box[3] else "center"
        yield Slot(part, "fixed", _words(text, box, valign)) if text else Slot(part, "signature")


def _beside_approval(cell: Cell, box: Box, cut: float) -> Iterator[Slot]:
    """The approval's label beside the first line; below nobody writes."""
    first, rest = (box[0], box[1], box[2], cut), (box[0], cut, box[2], box[3])
    yield Slot(first, "fixed", _words(cell.texts[0], box, "bottom") if cell.texts else None, cell.fill)
    yield Slot(rest, "fixed", None, cell.fill)


def _emblem(cell: Cell, box: Box, page: Page, edges: Sequence[float]) -> Iterator[Slot]:
    """The agency's name at the foot of what is above a cut, its unit at the head of what is below.

    One alone without emblem stands in the middle.
    """
    texts = cell.texts
    if len(texts) == 1 and not page.images:
        yield Slot(box, "fixed", _words(texts[0], box, "center"), cell.fill)
        return
    wanted = (texts[0].box[3] + texts[1].box[1]) / 2 if len(texts) > 1 else texts[0].box[1] - _ABOVE_LINE
    inner = sorted({edge for edge in edges if box[1] < edge < box[3]})
    cut = _cut_near(wanted, [box[1], *inner, box[3]], page.signature_box)
    upper, lower = (box[0], box[1], box[2], cut), (box[0], cut, box[2], box[3])
    yield Slot(upper, "fixed", _words(texts[0], box, "bottom") if len(texts) > 1 else None, cell.fill)
    yield Slot(lower, "fixed", _words(texts[-1], box, "top"), cell.fill)


def _cut_near(wanted: float, edges: Sequence[float], signature: Box | None) -> float:
    """The cut itself where it lies in the signature's room, which may be two rows; else the nearest edge of a row."""
    wanted = round(wanted, 2)
    for top, bottom in pairwise(edges):
        in_room = signature is not None and top <= (signature[1] + signature[3]) / 2 < bottom
        if in_room and top + LEAST_ROW <= wanted <= bottom - LEAST_ROW:
            return wanted
    return min(edges[1:-1], key=lambda edge: abs(edge - wanted), default=wanted)
