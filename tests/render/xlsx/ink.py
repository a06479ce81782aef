"""A workbook and the pages printed of it in, what is cut out: the ink of a cell's text lies in that cell, all of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from sopgen.text.measure import SHAPES
from tests.render.xlsx.workbook_reading import MAIN, Sheet, read

Box = tuple[float, float, float, float]
_TOLERANCE = 0.25  # points: a rule is 0.75 wide
_BACKWARD = 0.25  # what a "j" at a line's beginning may take of the room before the text
_INCH = 72.0
_DRAWN_ELSEWHERE = dict.fromkeys(map(ord, SHAPES))  # the fonts lack them: a program takes them from any other
_HYPHEN_AT_A_LINES_END = "\ufffe"  # what PDFium takes it for


def faults(data: bytes, pdf: Path, scale: float = 1.0) -> list[str]:
    """Characters that leave their cell, and cells whose text is not all there. `scale`: of the print."""
    found = []
    pages = iter(pypdfium2.PdfDocument(pdf))
    for sheet in read(data):
        for bands in _printed(sheet):
            found += _page_faults(sheet, bands, next(pages), scale)
    return found


Bands = list[tuple[int, int, float]]  # rows from, to before, and how far below the paper's edge the first one begins


def _printed(sheet: Sheet) -> Iterator[Bands]:
    """The rows of each printed page: those repeated at its head, then its own."""
    _, top = _margins(sheet)
    ends = [*sheet.breaks, len(sheet.rows) - 1]
    for start, end in zip([0, *ends], ends, strict=False):
        if start and sheet.titles:
            yield [(0, sheet.titles, top), (start, end, top + sheet.rows[sheet.titles])]
        else:
            yield [(start, end, top)]


def _margins(sheet: Sheet) -> tuple[float, float]:
    """How far the sheet begins from the paper's left and upper edges."""
    assert sheet.root is not None
    margins = sheet.root.find(f"{MAIN}pageMargins")
    assert margins is not None
    return float(margins.get("left", 0)) * _INCH, float(margins.get("top", 0)) * _INCH


def _page_faults(sheet: Sheet, bands: Bands, page: pypdfium2.PdfPage, scale: float) -> Iterator[str]:
    left, top = _margins(sheet)
    drawn = [shape.box for shape in sheet.shapes if shape.text]
    said: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for char, printed in _chars(page):
        x0, x1 = (left + (x - left) / scale for x in (printed[0], printed[2]))
        y0, y1 = (top + (y - top) / scale for y in (printed[1], printed[3]))
        band = next((each for each in bands if each[2] <= (y0 + y1) / 2 < each[2] + _height(sheet, each)), None)
        if band is None:
            continue  # the foot
        down = sheet.rows[band[0]] - band[2]
        box = (x0 - left, y0 + down, x1 - left, y1 + down)
        centre = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        if any(_inside(centre, each) for each in drawn):
            continue
        cell = sheet.cell_at(centre)
        said[cell][char] += 1
        room = sheet.box_of(cell)
        out = max(room[0] - box[0] - _BACKWARD, room[1] - box[1], box[2] - room[2], box[3] - room[3])
        if out > _TOLERANCE:
            yield f"{sheet.name} {cell}: {char!r} leaves its cell by {out:.2f} pt: {sheet.cells.get(cell)!r}"
    shown = {row for first, end, _ in bands for row in range(first, end)}
    for cell, text in sheet.cells.items():
        wanted = Counter("".join(text.translate(_DRAWN_ELSEWHERE).split()))
        if cell[0] in shown and said[cell] != wanted:
            yield f"{sheet.name} {cell}: not all of it: {text!r}"


def _height(sheet: Sheet, band: tuple[int, int, float]) -> float:
    return sheet.rows[band[1]] - sheet.rows[band[0]]


def _inside(point: tuple[float, float], box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _chars(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Box]]:
    """Every visible character with the box of its ink, from the page's top left corner."""
    height = page.get_height()
    text = page.get_textpage()
    for index in range(text.count_chars()):
        char = text.get_text_range(index, 1).replace(_HYPHEN_AT_A_LINES_END, "-")
        x0, y0, x1, y1 = text.get_charbox(index)
        if char.strip() and char not in SHAPES and x1 > x0:
            yield char, (x0, height - y1, x1, height - y0)
