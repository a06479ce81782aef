"""What a cell's style does to its text: hidden in its ground's colour, other words printed, struck out, too small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal
from xml.etree import ElementTree as ET

from sopgen.workbook.cells import MAIN, place_of
from sopgen.workbook.package import related, tree
from sopgen.workbook.values import Place

Dress = Literal["unseen", "masked", "struck", "tiny"]
_RGB: Final = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_THEME: Final = {"0": 1.0, "1": 0.0}  # how bright the paper's and the type's own colours are
_SEEN: Final = 0.2  # of the way from black to white that type must differ from its ground
_TINY: Final = 5.0  # points: nobody reads smaller type on paper


def dresses_of(parts: dict[str, bytes], book: str) -> dict[int, tuple[Dress, ...]]:
    """Of each cell style, by its number, that does any such thing."""
    name = _part(parts, book, "styles")
    if name not in parts:
        return {}
    root = tree(parts[name])
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in root.iter(f"{MAIN}numFmt")}
    masking = {number for number, code in codes.items() if '"' in code or ";;" in code}
    fonts = list(root.iterfind(f"{MAIN}fonts/{MAIN}font"))
    grounds = [
        _brightness(fill.find(f"{MAIN}patternFill/{MAIN}fgColor"), 1.0)
        for fill in root.iterfind(f"{MAIN}fills/{MAIN}fill")
    ]
    found = {}
    for at, style in enumerate(root.iterfind(f"{MAIN}cellXfs/{MAIN}xf")):
        font, fill = int(style.get("fontId", "0")), int(style.get("fillId", "0"))
        own = list(_of_font(fonts[font], grounds[fill] if fill < len(grounds) else None)) if font < len(fonts) else []
        if style.get("numFmtId") in masking:
            own.append("masked")
        if own:
            found[at] = tuple(own)
    return found


def _of_font(font: ET.Element, ground: float | None) -> Iterator[Dress]:
    type_ = _brightness(font.find(f"{MAIN}color"), 0.0)
    if type_ is not None and ground is not None and abs(type_ - ground) < _SEEN:
        yield "unseen"
    if _is_on(font.find(f"{MAIN}strike")):
        yield "struck"
    size = font.find(f"{MAIN}sz")
    if size is not None and float(size.get("val", "11")) < _TINY:
        yield "tiny"


def _is_on(switch: ET.Element | None) -> bool:
    return switch is not None and switch.get("val", "1") not in {"0", "false"}


def _brightness(colour: ET.Element | None, usual: float) -> float | None:
    """From 0.0, black, to 1.0; None for a colour that only a theme or a palette knows."""
    if colour is None:
        return usual
    found = _RGB.fullmatch(colour.get("rgb", ""))
    if found is None:
        return _THEME.get(colour.get("theme", "")) if not colour.get("tint") else None
    return sum(int(found[1][at : at + 2], 16) for at in (0, 2, 4)) / (3 * 255)


def struck_cells(parts: dict[str, bytes], book: str, sheet: ET.Element) -> Iterator[Place]:
    """Cells some of whose words alone are struck out."""
    name = _part(parts, book, "sharedStrings")
    shared = [_has_struck(each) for each in tree(parts[name]).iterfind(f"{MAIN}si")] if name in parts else []
    for cell in sheet.iter(f"{MAIN}c"):
        place, inline = place_of(cell.get("r", "")), cell.find(f"{MAIN}is")
        value = (cell.findtext(f"{MAIN}v") or "") if cell.get("t") == "s" else ""
        struck = value.isdigit() and int(value) < len(shared) and shared[int(value)]
        if place and (struck or (inline is not None and _has_struck(inline))):
            yield place


def _has_struck(text: ET.Element) -> bool:
    return any(_is_on(run.find(f"{MAIN}rPr/{MAIN}strike")) for run in text.iterfind(f"{MAIN}r"))


def _part(parts: dict[str, bytes], book: str, kind: str) -> str:
    return next((name for each, name in related(parts, book).values() if each == kind), "")
