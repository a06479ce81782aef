"""A finding's path in the spec → its place on the drawn pages: a symbol, a cell, a field, a list item, a branch label.

What is not printed (`jenis`, `sifat`, `tampilan` …) has no place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from sopgen.diagnostics import Diagnostic
from sopgen.marking.boxes import clipped, grown, united
from sopgen.scene import Box, Cell, Document, Run, SpecPath, Table, Text, cell_box

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


class Places:
    """Where findings sit on the pages of one document. A place that several speak of is looked for once."""

    def __init__(self, document: Document) -> None:
        self._printed = _Printed(document, {})
        for order, (index, table, cell) in enumerate(_cells(document)):
            self._printed.cells.setdefault(cell.path, []).append((order, index, table, cell))
        self._found: dict[tuple[int | None, SpecPath], MarkedPlace | None] = {}

    def find(self, diagnostic: Diagnostic) -> MarkedPlace | None:
        """None where nothing on any page shows what the finding is about."""
        key = diagnostic.step, diagnostic.path
        if key not in self._found:
            self._found[key] = _find(self._printed, diagnostic)
        return self._found[key]


class _Printed(NamedTuple):
    """A document and its cells by their places in the spec, each with its order in the document and its page."""

    document: Document
    cells: dict[SpecPath, list[tuple[int, int, Table, Cell]]]


def _find(printed: _Printed, diagnostic: Diagnostic) -> MarkedPlace | None:  # noqa: PLR0911 - one way out a key
    path, document = diagnostic.path, printed.document
    if diagnostic.step is not None and (not path or path[0] == "kegiatan"):
        return _of_step(printed, diagnostic.step, path[2:])
    match path:
        case ():
            return None
        case ("kegiatan", *_):
            return _of_head(document, "kepala_kegiatan")
        case ("pelaksana", *rest):
            return _of_lane(printed, tuple(rest))
        case ("tanggal", *rest):
            return _of_path(printed, ("tanggal", rest[0] if rest and rest[0] in _DATES else _DATES[0]))
        case ("pengesahan" | "instansi" | "unit", *_):
            return _of_text(printed, path)
        case ("logo", *_):
            return _of_logo(document)
    return _of_path(printed, path)


def _cells(document: Document) -> Iterator[tuple[int, Table, Cell]]:
    for index, page in enumerate(document.pages):
        for table, cell in page.cells():
            yield index, table, cell


def _of_step(printed: _Printed, step: int, rest: SpecPath) -> MarkedPlace | None:
    key = rest[0] if rest else None
    if key is not None and (cell := _of_path(printed, ("kegiatan", step - 1, *rest), least=3)):
        return cell
    if key == "keputusan" and len(rest) > 1:
        label = _of_label(printed.document, step, str(rest[1]))
        if label is not None:
            return label
    for index, page in enumerate(printed.document.pages):
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


def _of_lane(printed: _Printed, rest: SpecPath) -> MarkedPlace | None:
    """The name at the head of the lane; of all lanes, the head over them."""
    if not rest:
        return _of_head(printed.document, "kepala_pelaksana")
    lane: SpecPath = ("pelaksana", rest[0])
    return (_of_path(printed, (*lane, "kelompok")) if "kelompok" in rest else None) or _of_path(printed, lane)


def _of_head(document: Document, role: str) -> MarkedPlace | None:
    found = (
        MarkedPlace(index, (_ring_in(table, cell),)) for index, table, cell in _cells(document) if cell.role == role
    )
    return next(found, None)


def _of_text(printed: _Printed, path: SpecPath) -> MarkedPlace | None:
    """One of several texts in a cell; else the whole cell that prints the key."""
    for index, _, cell in _cells(printed.document):
        texts = [text for text in cell.texts if text.path and text.path == path[: len(text.path)] and text.runs]
        if texts:
            return MarkedPlace(index, (_between_lines(texts[0].runs, texts[0].size),))
    return _of_path(printed, ("instansi",) if path[0] == "unit" else path)


def _of_logo(document: Document) -> MarkedPlace | None:
    for index, page in enumerate(document.pages):
        for image in page.images:
            if image.role == "logo":
                return MarkedPlace(index, (grown(image.box, _AROUND_TEXT),))
    return None


def _of_path(printed: _Printed, path: SpecPath, *, least: int = 1) -> MarkedPlace | None:
    """The item that the path ends in, or the whole text of the cell whose place it begins with, of `least` elements.

    Of a cell that goes on elsewhere, the first part.
    """
    numbered = [each for length in range(least, len(path) + 1) for each in printed.cells.get(path[:length], ())]
    found = [(index, table, cell) for _, index, table, cell in sorted(numbered, key=lambda each: each[0])]
    if not found:
        return None
    rest = path[len(found[0][2].path) :]
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
