"""A sheet's XML → the texts of its cells, the edges of its grid, merged ranges, page breaks."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final
from xml.etree import ElementTree as ET

from sopgen.workbook.styles import Look, Styles, day_of
from sopgen.workbook.values import Place, Sheet

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PIXEL: Final = 0.75  # points
_DEFAULT_HEIGHT: Final = 15.0
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 400
_ESCAPED: Final = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")
_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def sheet_of(name: str, root: ET.Element, shared: tuple[str, ...], styles: Styles | None = None) -> Sheet:
    """Without shapes. Rows and columns beyond any SOP's are not read."""
    styles = styles or Styles()
    cells: dict[Place, str] = {}
    looks: dict[Place, Look] = {}
    heights: dict[int, float] = {}
    next_row = 0
    for row in root.iter(f"{MAIN}row"):
        number = int(row.get("r", next_row + 1)) - 1
        next_row = number + 1
        if number >= MOST_ROWS:
            break
        if row.get("hidden") in {"1", "true"}:
            heights[number] = 0.0
        elif height := row.get("ht"):
            heights[number] = float(height)
        for column, cell in enumerate(row.iter(f"{MAIN}c")):
            place = place_of(cell.get("r", "")) or (number, column)
            if text := text_of(cell, shared, styles):
                cells[place] = text
            if look := styles.looks.get(int(cell.get("s", "0"))):
                looks[place] = look
    merges = tuple(
        (first, last)
        for each in root.iter(f"{MAIN}mergeCell")
        for first, last in [range_of(each.get("ref", ""))]
        if first and last
    )
    used = [*cells, *(last for _, last in merges)]
    rows = max((row for row, _ in used), default=0) + 2
    columns = max((column for _, column in used), default=0) + 2
    return Sheet(
        name,
        column_edges(root, min(columns, MOST_COLUMNS), styles.digit),
        _row_edges(root, heights, max(rows, max(heights, default=0) + 2)),
        cells,
        merges,
        tuple(int(each.get("id", "0")) for each in root.iterfind(f"{MAIN}rowBreaks/{MAIN}brk")),
        paper=_paper(root.find(f"{MAIN}pageSetup")),
        looks=looks,
    )


def _paper(setup: ET.Element | None) -> int | None:
    number = "" if setup is None else setup.get("paperSize", "")
    return int(number) if number.isdecimal() and len(number) < 5 else None


def place_of(reference: str) -> Place | None:
    """`C7` → (6, 2)."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def reference_of(place: Place) -> str:
    """(6, 2) → `C7`."""
    row, column = place
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """2 → `C`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def range_of(reference: str) -> tuple[Place | None, Place | None]:
    """`A1:C7` → its first and last cell."""
    first, _, last = reference.partition(":")
    return place_of(first), place_of(last or first)


def shared_texts(root: ET.Element) -> tuple[str, ...]:
    return tuple(_joined(each) for each in root.iterfind(f"{MAIN}si"))


def remarks_of(root: ET.Element) -> tuple[tuple[Place, str], ...]:
    """The notes hung on a sheet's cells."""
    found = ((place_of(each.get("ref", "")), each.find(f"{MAIN}text")) for each in root.iter(f"{MAIN}comment"))
    return tuple((place, _joined(text).strip()) for place, text in found if place and text is not None)


def text_of(cell: ET.Element, shared: tuple[str, ...], styles: Styles = Styles()) -> str:  # noqa: B008 - an immutable value
    if cell.get("t") == "inlineStr":
        inline = cell.find(f"{MAIN}is")
        return _joined(inline) if inline is not None else ""
    value = cell.findtext(f"{MAIN}v") or ""
    if cell.get("t") == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    if cell.get("t", "n") == "n" and value:
        style = int(cell.get("s", "0"))
        before, after = styles.words.get(style, ("", "")) if value.isdecimal() else ("", "")
        return (day_of(value) or value) if style in styles.dates else f"{before}{value}{after}"
    return _shown(value)


def _joined(element: ET.Element) -> str:
    """All runs of a rich text; readings (rPh) are no part of it."""
    runs = [element, *element.iterfind(f"{MAIN}r")]
    return "".join(_shown(run.findtext(f"{MAIN}t") or "") for run in runs)


def _shown(text: str) -> str:
    """What a spreadsheet shows for `_x0041_`, and for `_x005F_x0041_` (ISO/IEC 29500-1, 22.9.2.19)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def column_edges(root: ET.Element, count: int, digit: int) -> tuple[float, ...]:
    """In points, one more than columns. `digit`: how many pixels a figure of the usual font takes."""
    form = root.find(f"{MAIN}sheetFormatPr")
    usual = form.get("defaultColWidth") if form is not None else None
    widths: list[float | None] = [float(usual) if usual else None] * count
    for each in root.iterfind(f"{MAIN}cols/{MAIN}col"):
        told = each.get("width")
        width = 0.0 if each.get("hidden") in {"1", "true"} else float(told) if told else None
        for number in range(int(each.get("min", "1")) - 1, min(int(each.get("max", "1")), count)):
            widths[number] = width

    def pixels(width: float | None) -> int:
        if width is None:  # eight digits and a margin, in steps of eight pixels
            return -(-(8 * digit + 5) // 8) * 8
        return int((256 * width + 128 // digit) / 256 * digit)

    return (0.0, *accumulate(pixels(width) * _PIXEL for width in widths))


def _row_edges(root: ET.Element, heights: dict[int, float], count: int) -> tuple[float, ...]:
    form = root.find(f"{MAIN}sheetFormatPr")
    usual = float(form.get("defaultRowHeight", _DEFAULT_HEIGHT)) if form is not None else _DEFAULT_HEIGHT
    return (0.0, *accumulate(heights.get(number, usual) for number in range(min(count, MOST_ROWS))))
