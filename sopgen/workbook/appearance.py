"""A workbook's bytes → what shows or hides what its cells say: sheets, print settings, covers, colours, formats.

A cell may say one thing and its sheet show another: a text box lies on it, its type is white, its number format
prints other words, its sheet is not printed at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from sopgen.workbook.cells import MAIN, range_of
from sopgen.workbook.grid import listed_sheets, read_grids
from sopgen.workbook.package import NoWorkbook, book_of, parts_of, related, tree
from sopgen.workbook.values import Place

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_ART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PICTURE: Final = f"{_DRAWING}pic"
_LAID: Final = frozenset({f"{_DRAWING}sp", _PICTURE})
_AREA: Final = "_xlnm.Print_Area"
_FIELD: Final = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f]{6}|[A-Za-z&])')
_RGB: Final = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_THEME: Final = {"0": 1.0, "1": 0.0}  # how bright the paper's and the type's own colours are
_SEEN: Final = 0.2  # of the way from black to white that type must differ from its ground


class LaidOn(NamedTuple):
    """A shape or picture upon a sheet, by its name. `columns`: those it lies on, from 0; None where none are said."""

    name: str
    text: str
    columns: tuple[int, int] | None
    is_picture: bool = False


class SheetLook(NamedTuple):
    """One sheet. `texts`: of the cells by their place, rows and columns from 0. `boxes`: what lies upon it.

    `margins`: the words in the printed head and foot. `area`: the cells that are printed; None for all.
    `unseen`, `masked`: places whose type is hardly another colour than its ground, whose number format writes words.
    """

    name: str
    is_hidden: bool
    texts: dict[Place, str]
    boxes: tuple[LaidOn, ...]
    margins: tuple[str, ...]
    area: tuple[Place, Place] | None
    has_conditions: bool
    unseen: tuple[Place, ...]
    masked: tuple[Place, ...]


class _Styles(NamedTuple):
    unseen: frozenset[int]
    masked: frozenset[int]


def looks_of(data: bytes) -> tuple[SheetLook, ...]:
    """Every sheet in order. Raises `NoWorkbook`."""
    parts = parts_of(data)
    book = book_of(parts)
    try:
        areas = dict(_areas(tree(parts[book])))
        styles = _styles_of(parts, book)
        grids = {grid.name: grid for grid in read_grids(data)}
        found = []
        for at, (name, part, is_hidden) in enumerate(listed_sheets(parts, book)):
            root = tree(parts[part])
            texts = {place: cell.text for place, cell in grids[name].cells.items() if cell.text.strip()}
            dressed = [(place, style) for place, style in _dressed(root) if place in texts]
            found.append(
                SheetLook(
                    name,
                    is_hidden,
                    texts,
                    tuple(_boxes(parts, part)),
                    _margins(root),
                    areas.get(at),
                    root.find(f"{MAIN}conditionalFormatting") is not None,
                    tuple(place for place, style in dressed if style in styles.unseen),
                    tuple(place for place, style in dressed if style in styles.masked),
                )
            )
        return tuple(found)
    except (ValueError, KeyError, IndexError, OverflowError, RecursionError) as error:
        raise NoWorkbook from error


def _areas(book: ET.Element) -> Iterator[tuple[int, tuple[Place, Place]]]:
    """Sheet, counted from 0 → the one range that it prints."""
    for name in book.iter(f"{MAIN}definedName"):
        if name.get("name") == _AREA and name.text and "," not in name.text:
            first, last = range_of(name.text.rpartition("!")[2].replace("$", ""))
            if first and last:
                yield int(name.get("localSheetId", "0")), (first, last)


def _styles_of(parts: dict[str, bytes], book: str) -> _Styles:
    named = {kind: name for kind, name in related(parts, book).values() if kind == "styles"}
    if named.get("styles") not in parts:
        return _Styles(frozenset(), frozenset())
    root = tree(parts[named["styles"]])
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in root.iter(f"{MAIN}numFmt")}
    masking = {number for number, code in codes.items() if '"' in code or ";;" in code}
    fonts = [_brightness(font.find(f"{MAIN}color"), 0.0) for font in root.iterfind(f"{MAIN}fonts/{MAIN}font")]
    grounds = [
        _brightness(fill.find(f"{MAIN}patternFill/{MAIN}fgColor"), 1.0)
        for fill in root.iterfind(f"{MAIN}fills/{MAIN}fill")
    ]
    styles = list(root.iterfind(f"{MAIN}cellXfs/{MAIN}xf"))
    return _Styles(
        frozenset(at for at, each in enumerate(styles) if _is_unseen(each, fonts, grounds)),
        frozenset(at for at, each in enumerate(styles) if each.get("numFmtId") in masking),
    )


def _is_unseen(style: ET.Element, fonts: list[float | None], grounds: list[float | None]) -> bool:
    """Whether a cell's type is hardly another colour than its ground."""
    font, fill = int(style.get("fontId", "0")), int(style.get("fillId", "0"))
    type_, ground = fonts[font] if font < len(fonts) else None, grounds[fill] if fill < len(grounds) else None
    return type_ is not None and ground is not None and abs(type_ - ground) < _SEEN


def _brightness(colour: ET.Element | None, usual: float) -> float | None:
    """From 0.0, black, to 1.0; None for a colour that only a theme or a palette knows."""
    if colour is None:
        return usual
    found = _RGB.fullmatch(colour.get("rgb", ""))
    if found is None:
        return _THEME.get(colour.get("theme", "")) if not colour.get("tint") else None
    return sum(int(found[1][at : at + 2], 16) for at in (0, 2, 4)) / (3 * 255)


def _dressed(sheet: ET.Element) -> Iterator[tuple[Place, int]]:
    for cell in sheet.iter(f"{MAIN}c"):
        first, _ = range_of(cell.get("r", ""))
        if first:
            yield first, int(cell.get("s", "0"))


def _boxes(parts: dict[str, bytes], sheet: str) -> Iterator[LaidOn]:
    for kind, part in related(parts, sheet).values():
        if kind == "drawing" and part in parts:
            for anchor in tree(parts[part]):
                columns = _columns(anchor)
                for shape in (each for each in anchor.iter() if each.tag in _LAID):
                    named = next(shape.iter(f"{_DRAWING}cNvPr"), None)
                    text = " ".join("".join(each.text or "" for each in shape.iter(f"{_ART}t")).split())
                    yield LaidOn(
                        named.get("name", "") if named is not None else "", text, columns, shape.tag == _PICTURE
                    )


def _columns(anchor: ET.Element) -> tuple[int, int] | None:
    ends = [anchor.find(f"{_DRAWING}{end}/{_DRAWING}col") for end in ("from", "to")]
    first, last = (int(end.text or "0") if end is not None else None for end in ends)
    if first is None:
        return None
    return first, first if last is None else last


def _margins(sheet: ET.Element) -> tuple[str, ...]:
    found = sheet.find(f"{MAIN}headerFooter")
    if found is None:
        return ()
    return tuple(word for each in found for word in _FIELD.sub(" ", each.text or "").split())
