"""A workbook's bytes → what shows or hides what its cells say: sheets, print settings, covers, colours, formats.

A cell may say one thing and its sheet show another: a text box lies on it, its type is white, its number format
prints other words, a merged cell lies over it, its row, its column or its whole sheet is not seen at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from sopgen.workbook.cells import MAIN, place_of, range_of
from sopgen.workbook.dress import Dress, dresses_of, partly_dressed
from sopgen.workbook.grid import listed_sheets
from sopgen.workbook.package import NoWorkbook, book_of, parts_of, related, tree
from sopgen.workbook.printing import Printing, printing_of
from sopgen.workbook.reading import read_workbook
from sopgen.workbook.shapes import unprinted
from sopgen.workbook.values import Box, Place, Shape, Sheet

_AREA: Final = "_xlnm.Print_Area"
_FIELD: Final = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f]{6}|[A-Za-z&])')


class LaidOn(NamedTuple):
    """A shape or picture upon a sheet, by its name. `is_bare`: nothing of it is seen but its text, if it has one.

    `is_glued`: a connector hangs on it. `is_other`: a chart, a diagram, ink.
    """

    name: str
    text: str
    box: Box
    is_picture: bool = False
    is_bare: bool = False
    is_glued: bool = False
    is_other: bool = False


class SheetLook(NamedTuple):
    """One sheet. `boxes`: what lies upon it. `margins`: the words in the printed head and foot.

    `areas`: the ranges that are printed; none for all. `dressed`: by what hides or strikes it, the cells with a text
    that show it otherwise. `buried`: cells with a text that a merged one lies over. `unprinted`: what is drawn there
    and kept from paper; `is_bare_on_paper`: nothing that is drawn is printed. `has_margin_picture`: one in the printed
    head or foot. `formulas`: of cells that hold one; what they were read to say is what it gave when it was saved.
    """

    sheet: Sheet
    boxes: tuple[LaidOn, ...]
    margins: tuple[str, ...]
    areas: tuple[tuple[Place, Place], ...]
    has_conditions: bool
    dressed: dict[Dress, tuple[Place, ...]]
    buried: tuple[Place, ...]
    printing: Printing
    unprinted: tuple[Box, ...] = ()
    is_bare_on_paper: bool = False
    has_margin_picture: bool = False
    formulas: tuple[tuple[Place, str], ...] = ()

    @property
    def name(self) -> str:
        return self.sheet.name

    @property
    def area(self) -> tuple[Place, Place] | None:
        """The one range that is printed; None where it is all, or several."""
        return self.areas[0] if len(self.areas) == 1 else None

    def prints(self, place: Place) -> bool:
        """Whether a cell is printed."""
        return not self.areas or any(
            first[0] <= place[0] <= last[0] and first[1] <= place[1] <= last[1] for first, last in self.areas
        )

    @property
    def texts(self) -> dict[Place, str]:
        """Of the cells by their place, rows and columns from 0."""
        return {place: text for place, text in self.sheet.cells.items() if text.strip()}


def looks_of(data: bytes, due: Sequence[SheetLook] = ()) -> tuple[SheetLook, ...]:
    """Every sheet in order. `due`: as they were made, if that is known. Raises `NoWorkbook`."""
    parts = parts_of(data)
    book = book_of(parts)
    try:
        areas: dict[int, tuple[tuple[Place, Place], ...]] = dict(_areas(tree(parts[book])))
        is_bare = _hides_objects(tree(parts[book]))
        dresses = dresses_of(parts, book)
        sheets = {each.name: each for each in read_workbook(data, [look.sheet for look in due])}
        found = []
        for at, (name, part, _) in enumerate(listed_sheets(parts, book)):
            root, sheet = tree(parts[part]), sheets[name]
            found.append(
                SheetLook(
                    sheet,
                    tuple(_boxes(sheet)),
                    _margins(root),
                    areas.get(at, ()),
                    root.find(f"{MAIN}conditionalFormatting") is not None,
                    _dressed(parts, book, root, sheet, dresses),
                    tuple(_buried(sheet)),
                    printing_of(root),
                    tuple(_unprinted(parts, part, sheet)),
                    is_bare or _is_draft(root),
                    _has_margin_picture(root),
                    tuple(_formulas(root)),
                )
            )
        return tuple(found)
    except (ValueError, KeyError, IndexError, OverflowError, RecursionError) as error:
        raise NoWorkbook from error


def _areas(book: ET.Element) -> Iterator[tuple[int, tuple[tuple[Place, Place], ...]]]:
    """Sheet, counted from 0 → the ranges that it prints."""
    for name in book.iter(f"{MAIN}definedName"):
        if name.get("name") == _AREA and name.text:
            ranges = [range_of(each.rpartition("!")[2].replace("$", "")) for each in name.text.split(",")]
            yield int(name.get("localSheetId", "0")), tuple((first, last) for first, last in ranges if first and last)


def _hides_objects(book: ET.Element) -> bool:
    """Whether a workbook shows nothing that is drawn, on a screen or on paper (Ctrl+6)."""
    about = book.find(f"{MAIN}workbookPr")
    return about is not None and about.get("showObjects") == "none"


def _is_draft(sheet: ET.Element) -> bool:
    """Whether a sheet is printed in draft quality, which leaves out what is drawn."""
    setup = sheet.find(f"{MAIN}pageSetup")
    return setup is not None and setup.get("draft") in {"1", "true"}


def _has_margin_picture(sheet: ET.Element) -> bool:
    found = sheet.find(f"{MAIN}headerFooter")
    is_named = found is not None and any("&G" in (each.text or "") for each in found)
    return is_named and sheet.find(f"{MAIN}legacyDrawingHF") is not None


def _formulas(sheet: ET.Element) -> Iterator[tuple[Place, str]]:
    for cell in sheet.iter(f"{MAIN}c"):
        place, formula = place_of(cell.get("r", "")), cell.find(f"{MAIN}f")
        if place and formula is not None:
            yield place, formula.text or ""


def _unprinted(parts: dict[str, bytes], part: str, sheet: Sheet) -> Iterator[Box]:
    for kind, drawing in related(parts, part).values():
        if kind == "drawing" and drawing in parts:
            yield from unprinted(tree(parts[drawing]), sheet)


def _dressed(
    parts: dict[str, bytes], book: str, root: ET.Element, sheet: Sheet, dresses: dict[int, tuple[Dress, ...]]
) -> dict[Dress, tuple[Place, ...]]:
    found: dict[Dress, list[Place]] = {}
    for cell in root.iter(f"{MAIN}c"):
        place, _ = range_of(cell.get("r", ""))
        if place and sheet.cells.get(place, "").strip():
            for dress in dresses.get(int(cell.get("s", "0")), ()):
                found.setdefault(dress, []).append(place)
    for place, dress in partly_dressed(parts, book, root):
        if place not in found.get(dress, []) and sheet.cells.get(place, "").strip():
            found.setdefault(dress, []).append(place)
    return {dress: tuple(places) for dress, places in found.items()}


def _buried(sheet: Sheet) -> Iterator[Place]:
    heads = {first for first, _ in sheet.merges}
    for place, text in sheet.cells.items():
        if text.strip() and place not in heads and sheet.span(place) != (place, place):
            yield place


def _boxes(sheet: Sheet) -> Iterator[LaidOn]:
    glued = {end[0] for line in sheet.lines for end in line.glued if end}
    for each in (*sheet.shapes, *sheet.pictures):
        yield _laid_on(each, is_glued=each.id in glued)
    for box in sheet.others:
        yield LaidOn("", "", box, is_other=True)


def _laid_on(shape: Shape, *, is_glued: bool) -> LaidOn:
    text = " ".join(shape.text.split())
    return LaidOn(shape.name, text, shape.box, shape.preset == "picture", shape.rimless, is_glued)


def _margins(sheet: ET.Element) -> tuple[str, ...]:
    found = sheet.find(f"{MAIN}headerFooter")
    if found is None:
        return ()
    return tuple(word for each in found for word in _FIELD.sub(" ", each.text or "").split())
