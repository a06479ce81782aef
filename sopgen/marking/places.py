"""A finding's path in the spec → its place on the drawn pages: a symbol, a cell, a field, a list item, a branch label.

What is not printed (`jenis`, `sifat`, `tampilan` …) has no place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from sopgen.columns import FIELD_OF
from sopgen.diagnostics import Diagnostic
from sopgen.intake.sop import BOXES
from sopgen.marking.boxes import clipped, grown, united
from sopgen.scene import Box, Cell, Document, Run, Table, Text, cell_box

_ROLE_OF: Final = {field: role for role, field in FIELD_OF.items()}
_FIELDS: Final = ("nomor", "judul", "teks_kepala", *BOXES)
_DATES: Final = ("pembuatan", "revisi", "efektif")
_DESCENT: Final = 0.24  # em below the baseline that letters reach
_HALF_LINE_GAP: Final = 0.1  # em between descenders and the next line's capitals, halved
_AROUND_TEXT: Final = 2.4
_AROUND_SYMBOL: Final = 3.2
_INSIDE_CELL: Final = 1.7


class MarkedPlace(NamedTuple):
    """Where a finding sits: a page's index in the document, and the rings to draw there, the main one first."""

    page: int
    rings: tuple[Box, ...]


def find_place(document: Document, diagnostic: Diagnostic) -> MarkedPlace | None:  # noqa: PLR0911 - one way out a field
    """None where nothing on any page shows what the finding is about."""
    path = diagnostic.path
    if diagnostic.step is not None and (not path or path[0] == "kegiatan"):
        return _of_step(document, diagnostic.step, path[2:])
    match path:
        case ():
            return None
        case ("kegiatan", *_):
            return _of_cell(document, "kepala_kegiatan", ())
        case ("pelaksana", *rest):
            return _of_lane(document, tuple(rest))
        case ("tanggal", *rest):
            date = rest[0] if rest and rest[0] in _DATES else _DATES[0]
            return _of_cell(document, f"tanggal_{date}", ())
        case ("pengesahan", *rest):
            return _of_text(document, "pengesahan", tuple(rest))
        case (("instansi" | "unit") as key, *_):
            return _of_text(document, "instansi", (key,))
        case ("logo", *_):
            return _of_logo(document)
        case (str() as key, *rest) if key in _FIELDS:
            return _of_cell(document, key, tuple(rest))
    return None


def _cells(document: Document) -> Iterator[tuple[int, Table, Cell]]:
    for index, page in enumerate(document.pages):
        for table, cell in page.cells():
            yield index, table, cell


def _of_step(document: Document, step: int, rest: tuple[str | int, ...]) -> MarkedPlace | None:
    key = rest[0] if rest else None
    if key in _ROLE_OF:
        role = _ROLE_OF[str(key)]
        return _of_cell(document, role, rest[1:], step)
    if key == "keputusan" and len(rest) > 1:
        label = _of_label(document, step, str(rest[1]))
        if label is not None:
            return label
    for index, page in enumerate(document.pages):
        boxes = [symbol.box for symbol in page.symbols if symbol.step == step and not symbol.extra]
        if boxes:
            return MarkedPlace(index, tuple(grown(box, _AROUND_SYMBOL) for box in boxes))
    return None


def _of_label(document: Document, step: int, label: str) -> MarkedPlace | None:
    for index, page in enumerate(document.pages):
        for arrow in page.arrows:
            if arrow.label and arrow.label.text == label and any(source == step for source, _ in arrow.edges):
                return MarkedPlace(index, (_around(arrow.label),))
    return None


def _of_lane(document: Document, rest: tuple[str | int, ...]) -> MarkedPlace | None:
    """The name at the head of the lane; of all lanes, the head over them."""
    for index, page in enumerate(document.pages):
        lane = next((lane for lane in page.lanes if rest and lane.id == rest[0]), None)
        for table, cell in page.cells():
            left = table.columns[cell.column]
            role = "kelompok_pelaksana" if "kelompok" in rest else "nama_pelaksana"
            is_lane = lane is not None and cell.role == role and abs(left - lane.x0) < 1
            if is_lane or (not rest and cell.role == "kepala_pelaksana"):
                return MarkedPlace(index, (_ring_in(table, cell),))
    return None


def _of_text(document: Document, cell_role: str, rest: tuple[str | int, ...]) -> MarkedPlace | None:
    """One of several texts in a cell, or the whole cell."""
    for index, table, cell in _cells(document):
        if cell.role == cell_role:
            texts = [text for text in cell.texts if rest and text.role == rest[0] and text.runs]
            ring = _between_lines(texts[0].runs, texts[0].size) if texts else _ring_in(table, cell)
            return MarkedPlace(index, (ring,))
    return None


def _of_logo(document: Document) -> MarkedPlace | None:
    for index, page in enumerate(document.pages):
        for image in page.images:
            if image.role == "logo":
                return MarkedPlace(index, (grown(image.box, _AROUND_TEXT),))
    return None


def _of_cell(document: Document, role: str, rest: tuple[str | int, ...], step: int | None = None) -> MarkedPlace | None:
    """The item that the path ends in, or the whole text; of a cell that goes on elsewhere, the first part."""
    found = [place for place in _cells(document) if (place[2].role, place[2].step) == (role, step)]
    if not found:
        return None
    item = next((element for element in reversed(rest) if isinstance(element, int)), None)
    if item is not None:
        for index, _, cell in found:
            for text in cell.texts:
                if box := _item_box(text, item):
                    return MarkedPlace(index, (box,))
    index, table, cell = found[0]
    return MarkedPlace(index, (_ring_in(table, cell),))


def _item_box(text: Text, item: int) -> Box | None:
    """The lines of one list item."""
    runs = tuple(run for run in text.runs if text.item_of(run) == item)
    return _between_lines(runs, text.size) if runs else None


def _ring_in(table: Table, cell: Cell) -> Box:
    """Round the cell's text, or inside the frame of an empty cell."""
    texts = [text for text in cell.texts if text.runs]
    inside = grown(cell_box(table, cell), -_INSIDE_CELL)
    return clipped(_around(*texts), inside) if texts else inside


def _around(*texts: Text) -> Box:
    if any(text.turned for text in texts):
        return grown(united([text.box for text in texts]), _AROUND_TEXT)
    return grown(united([run_box(run, text.size) for text in texts for run in text.runs]), _AROUND_TEXT)


def _between_lines(runs: tuple[Run, ...], size: float) -> Box:
    """Round some lines of many: above and below the ring runs midway to the next line."""
    return grown(united([run_box(run, size) for run in runs]), _AROUND_TEXT, _HALF_LINE_GAP * size)


def run_box(run: Run, size: float) -> Box:
    """The ink of a level run, descenders included."""
    return run.x, run.baseline - 0.75 * size, run.x + run.width, run.baseline + _DESCENT * size
