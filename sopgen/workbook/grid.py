"""A workbook's bytes → its sheets as typed cells: what a reader of forms needs and a reader of drawings does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple
from xml.etree import ElementTree as ET

from sopgen.workbook.cells import MAIN, MOST_COLUMNS, MOST_ROWS, place_of, range_of, shared_texts, text_of
from sopgen.workbook.package import NoWorkbook, Taken, book_of, parts_of, related, tree
from sopgen.workbook.values import Place

_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATE_FORMATS: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PERCENT_FORMATS: Final = frozenset({9, 10})

Kind = Literal["text", "number", "date", "percent", "boolean", "error", "uncalculated"]


class Cell(NamedTuple):
    """`text`: what the cell holds, numbers as the file says them, dates as ISO. `digits` a number is filled to."""

    text: str
    kind: Kind = "text"
    digits: int = 0


class Grid(NamedTuple):
    """One sheet; rows and columns of `cells` from 0. Empty cells are left out. `merges`: first and last cells."""

    name: str
    cells: dict[Place, Cell]
    is_hidden: bool = False
    merges: tuple[tuple[Place, Place], ...] = ()


class _Format(NamedTuple):
    kind: Kind
    digits: int = 0


def read_grids(data: bytes) -> tuple[Grid, ...]:
    """All sheets in their order. Raises `NoWorkbook`."""
    parts = parts_of(data)
    book = book_of(parts)
    try:
        return _grids(parts, book)
    except (ValueError, OverflowError, KeyError, IndexError, RecursionError) as error:
        raise NoWorkbook from error


def _grids(parts: dict[str, bytes], book_part: str) -> tuple[Grid, ...]:
    names = {kind: name for kind, name in related(parts, book_part).values() if kind == "sharedStrings"}
    shared = shared_texts(tree(parts[names["sharedStrings"]])) if names.get("sharedStrings") in parts else ()
    formats = _formats_of(parts, book_part)
    since_1904 = counts_since_1904(parts, book_part)
    found = []
    for name, part, is_hidden in listed_sheets(parts, book_part):
        root = tree(parts[part])
        cells = _cells(root, shared, formats, since_1904=since_1904)
        found.append(Grid(name, cells, is_hidden, _merges(root)))
    return tuple(found)


def listed_sheets(parts: dict[str, bytes], book_part: str) -> Iterator[tuple[str, str, bool]]:
    """Name, part, and whether it is hidden, of each sheet in order. Raises `NoWorkbook` for a part listed twice."""
    relations = related(parts, book_part)
    taken = Taken()
    for entry in tree(parts[book_part]).iter(f"{MAIN}sheet"):
        _, part = relations.get(entry.get(_RELATION, ""), ("", ""))
        if part in parts:
            taken.take(part)
            yield entry.get("name", ""), part, entry.get("state", "visible") != "visible"


def counts_since_1904(parts: dict[str, bytes], book_part: str) -> bool:
    """Whether its days are counted from 1904, not from 1900."""
    settings = tree(parts[book_part]).find(f"{MAIN}workbookPr")
    return settings is not None and settings.get("date1904") in {"1", "true"}


def _cells(
    root: ET.Element, shared: tuple[str, ...], formats: tuple[_Format, ...], *, since_1904: bool
) -> dict[Place, Cell]:
    cells: dict[Place, Cell] = {}
    next_row = 0
    for row in root.iter(f"{MAIN}row"):
        number = int(row.get("r", next_row + 1)) - 1
        next_row = number + 1
        if number >= MOST_ROWS:
            break
        next_column = 0
        for element in row.iter(f"{MAIN}c"):
            place = place_of(element.get("r", "")) or (number, next_column)
            next_column = place[1] + 1
            if place[1] < MOST_COLUMNS and (cell := _cell(element, shared, formats, since_1904=since_1904)):
                cells[place] = cell
    return cells


def _merges(root: ET.Element) -> tuple[tuple[Place, Place], ...]:
    found = (range_of(each.get("ref", "")) for each in root.iter(f"{MAIN}mergeCell"))
    return tuple((first, last) for first, last in found if first and last)


def _cell(  # noqa: PLR0911 - one for each type that a cell may have
    element: ET.Element, shared: tuple[str, ...], formats: tuple[_Format, ...], *, since_1904: bool
) -> Cell | None:
    kind = element.get("t", "n")
    text = text_of(element, shared)
    if kind == "e":
        return Cell(text or "#N/A", "error")
    if kind == "b":
        return Cell("ya" if text == "1" else "tidak", "boolean")
    if not text:
        return Cell("", "uncalculated") if element.find(f"{MAIN}f") is not None and kind != "str" else None
    if kind == "d":
        return Cell(text[:10], "date")
    if kind != "n":
        return Cell(text)
    style = int(element.get("s", "0"))
    told = formats[style] if style < len(formats) else _Format("number")
    if told.kind == "date":
        return Cell(_iso(float(text), since_1904=since_1904), "date")
    return Cell(text, told.kind, told.digits)


def _iso(serial: float, *, since_1904: bool) -> str:
    """A spreadsheet's day as ISO; 1900-02-29, which it believes in, is no day. A time of day alone stays one."""
    if serial < 1:
        minutes = round(serial * 24 * 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30) if serial >= 61 else datetime(1899, 12, 31)  # noqa: DTZ001 - a date of the calendar
    return (start + timedelta(days=int(serial))).date().isoformat()


def _formats_of(parts: dict[str, bytes], book_part: str) -> tuple[_Format, ...]:
    """The number format of every style of cells."""
    named = {kind: name for kind, name in related(parts, book_part).values() if kind == "styles"}
    return _formats(tree(parts[named["styles"]])) if named.get("styles") in parts else ()


def _formats(root: ET.Element) -> tuple[_Format, ...]:
    """The number format of every style of cells."""
    own = {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in root.iter(f"{MAIN}numFmt")}
    styles = root.find(f"{MAIN}cellXfs")
    return tuple(_format(int(each.get("numFmtId", "0")), own) for each in (styles if styles is not None else ()))


def _format(number: int, own: dict[int, str]) -> _Format:
    if number in own:
        code = _LITERAL.sub("", own[number]).partition(";")[0]
        if "%" in code:
            return _Format("percent")
        if re.search("[dmyhs]", code, re.IGNORECASE) and code.casefold() not in {"general", "standard"}:
            return _Format("date")
        return _Format("number", len(code) if re.fullmatch("0{2,}", code) else 0)
    if number in _PERCENT_FORMATS:
        return _Format("percent")
    return _Format("date" if number in _DATE_FORMATS else "number")
