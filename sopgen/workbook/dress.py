"""What a cell's style does to its text: its ground's colour, other words or signs printed, struck out, too small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal
from xml.etree import ElementTree as ET

from sopgen.workbook.cells import MAIN, place_of
from sopgen.workbook.package import related, tree
from sopgen.workbook.styles import words_of
from sopgen.workbook.values import Place

Dress = Literal["unseen", "blank", "masked", "struck", "tiny", "signs"]
_RGB: Final = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_THEME: Final = {"0": 1.0, "1": 0.0}  # how bright the paper's and the type's own colours are
_SEEN: Final = 0.2  # of the way from black to white that type must differ from its ground
_TINY: Final = 5.0  # points: nobody reads smaller type on paper
_SIGNS: Final = re.compile(
    r"(?:wingdings|webdings|symbol|marlett|mt extra|ms outlook|bookshelf symbol)\b.*", re.IGNORECASE
)
"""Types that have signs in the places of letters."""


def dresses_of(parts: dict[str, bytes], book: str) -> dict[int, tuple[Dress, ...]]:
    """Of each cell style, by its number, that does any such thing."""
    name = _part(parts, book, "styles")
    if name not in parts:
        return {}
    root = tree(parts[name])
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in root.iter(f"{MAIN}numFmt")}
    masking = {number for number, code in codes.items() if '"' in code and words_of(code) is None}
    blanking = {number for number, code in codes.items() if ";;" in code}
    fonts = list(root.iterfind(f"{MAIN}fonts/{MAIN}font"))
    grounds = [
        _brightness(fill.find(f"{MAIN}patternFill/{MAIN}fgColor"), 1.0)
        for fill in root.iterfind(f"{MAIN}fills/{MAIN}fill")
    ]
    found = {}
    for at, style in enumerate(root.iterfind(f"{MAIN}cellXfs/{MAIN}xf")):
        font, fill = int(style.get("fontId", "0")), int(style.get("fillId", "0"))
        own = list(_of_font(fonts[font], grounds[fill] if fill < len(grounds) else None)) if font < len(fonts) else []
        if style.get("numFmtId") in blanking:
            own.append("blank")
        elif style.get("numFmtId") in masking:
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
    name = next((each for key in ("name", "rFont") if (each := font.find(f"{MAIN}{key}")) is not None), None)
    if name is not None and _SIGNS.fullmatch(name.get("val", "")):
        yield "signs"


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


def partly_dressed(parts: dict[str, bytes], book: str, sheet: ET.Element) -> Iterator[tuple[Place, Dress]]:
    """Cells some of whose words alone have a type of their own that does any such thing to them."""
    name = _part(parts, book, "sharedStrings")
    shared = [_of_runs(each) for each in tree(parts[name]).iterfind(f"{MAIN}si")] if name in parts else []
    for cell in sheet.iter(f"{MAIN}c"):
        place, inline = place_of(cell.get("r", "")), cell.find(f"{MAIN}is")
        value = (cell.findtext(f"{MAIN}v") or "") if cell.get("t") == "s" else ""
        held = shared[int(value)] if value.isdigit() and int(value) < len(shared) else frozenset()
        for dress in sorted(held | (_of_runs(inline) if inline is not None else frozenset())):
            if place:
                yield place, dress


def _of_runs(text: ET.Element) -> frozenset[Dress]:
    """Upon white ground: what lies under a run no run says."""
    return frozenset(
        dress
        for run in text.iterfind(f"{MAIN}r")
        if (run.findtext(f"{MAIN}t") or "").strip() and (font := run.find(f"{MAIN}rPr")) is not None
        for dress in _of_font(font, 1.0)
    )


def _part(parts: dict[str, bytes], book: str, kind: str) -> str:
    return next((name for each, name in related(parts, book).values() if each == kind), "")
