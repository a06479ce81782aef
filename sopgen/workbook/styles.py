"""A workbook's styles: how wide the digits are that columns are counted in, and which cells show a date."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DIGITS: Final = 8  # pixels, in Times New Roman 12, the type that sopgen's workbooks count columns in
_AT_ELEVEN: Final = 7  # pixels of the widest digit at 11 points in what office programs begin with
_EMS: Final = {
    "arial": 0.556,
    "arial narrow": 0.456,
    "bookman old style": 0.62,
    "cambria": 0.554,
    "century gothic": 0.554,
    "courier new": 0.6,
    "georgia": 0.614,
    "helvetica": 0.556,
    "liberation sans": 0.556,
    "liberation serif": 0.5,
    "tahoma": 0.546,
    "times new roman": 0.5,
    "trebuchet ms": 0.524,
    "verdana": 0.636,
}
"""The widest digit of types that workbooks of offices begin with, where it is not as wide as in Calibri."""
_HEAVY: Final = frozenset({"medium", "thick", "double", "mediumDashed", "mediumDashDot", "mediumDashDotDot"})
_BUILT_IN_DATES: Final = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_COUNTED: Final = re.compile(
    r'(?P<before>(?:"[^"]*"|\\.|\s)*)(?:General|#,##0|#|0)(?P<after>(?:"[^"]*"|\\.|\s)*)(?:;.*)?', re.IGNORECASE
)
"""A number format that puts words before or behind a whole number: `0 "menit"`."""
_LITERAL: Final = re.compile(r'"[^"]*"|\\[^m]|\[[^\]]*\]')


class Look(NamedTuple):
    """How heavy a cell's borders are: 0 for none, 1 thin, 2 for heavier ones; whether it has a ground of its own."""

    left: int = 0
    right: int = 0
    top: int = 0
    bottom: int = 0
    filled: bool = False


class Styles(NamedTuple):
    """`dates`: the cell styles, by number, that show a day; `looks`: of those that show borders or a ground.

    `words`: what those that count something show before and behind a whole number.
    """

    digit: int = _DIGITS
    dates: frozenset[int] = frozenset()
    looks: dict[int, Look] = {}  # noqa: RUF012 - never written to
    words: dict[int, tuple[str, str]] = {}  # noqa: RUF012 - the same


def styles_of(root: ET.Element) -> Styles:
    formats = {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in root.iter(f"{MAIN}numFmt")}
    days = {number for number, code in formats.items() if _shows_day(code)} | _BUILT_IN_DATES
    cells = root.find(f"{MAIN}cellXfs")
    dates = (
        frozenset(at for at, each in enumerate(cells) if int(each.get("numFmtId", "0")) in days)
        if cells is not None
        else frozenset()
    )
    counted = {number: shown for number, code in formats.items() if (shown := words_of(code)) is not None}
    words = {
        at: counted[number]
        for at, each in enumerate(root.iterfind(f"{MAIN}cellXfs/{MAIN}xf"))
        if (number := int(each.get("numFmtId", "0"))) in counted
    }
    return Styles(_digit(root), dates, _looks(root), words)


def words_of(code: str) -> tuple[str, str] | None:
    """What a number format shows before and behind a whole number; None for one that does anything else."""
    found = _COUNTED.fullmatch(code)
    return (_plain(found["before"]), _plain(found["after"])) if found else None


def _plain(literal: str) -> str:
    return re.sub(r'["\\]', "", literal)


def _looks(root: ET.Element) -> dict[int, Look]:
    borders = [_borders(each) for each in root.iterfind(f"{MAIN}borders/{MAIN}border")]
    fills = [_is_filled(each) for each in root.iterfind(f"{MAIN}fills/{MAIN}fill")]
    found: dict[int, Look] = {}
    for at, each in enumerate(root.iterfind(f"{MAIN}cellXfs/{MAIN}xf")):
        border, fill = int(each.get("borderId", "0")), int(each.get("fillId", "0"))
        look = borders[border] if 0 <= border < len(borders) else Look()
        look = look._replace(filled=0 <= fill < len(fills) and fills[fill])
        if look != Look():
            found[at] = look
    return found


def _borders(border: ET.Element) -> Look:
    def weight(*names: str) -> int:
        kinds = [side.get("style", "none") for name in names if (side := border.find(f"{MAIN}{name}")) is not None]
        return max((0 if kind == "none" else 2 if kind in _HEAVY else 1 for kind in kinds), default=0)

    return Look(weight("left", "start"), weight("right", "end"), weight("top"), weight("bottom"))


def _is_filled(fill: ET.Element) -> bool:
    """Whether it is seen: a pattern, and not in white."""
    pattern = fill.find(f"{MAIN}patternFill")
    if pattern is None:
        return fill.find(f"{MAIN}gradientFill") is not None
    if pattern.get("patternType", "none") in {"none", "gray125"}:
        return False
    colour = pattern.find(f"{MAIN}fgColor")
    return colour is None or not (colour.get("rgb", "").upper().endswith("FFFFFF") or colour.get("theme") == "0")


def _shows_day(code: str) -> bool:
    plain = _LITERAL.sub("", code).casefold()
    return "d" in plain and "m" in plain and "general" not in plain


def _digit(root: ET.Element) -> int:
    """Pixels at 96 dots an inch of the widest digit in the font of Normal, the first one."""
    font = root.find(f"{MAIN}fonts/{MAIN}font")
    name, size = (font.find(f"{MAIN}{key}") if font is not None else None for key in ("name", "sz"))
    if name is None or size is None:
        return _DIGITS
    points = float(size.get("val", "11"))
    em = _EMS.get(name.get("val", "").casefold())
    return max(1, round(_AT_ELEVEN * points / 11 if em is None else em * points * 96 / 72))


def day_of(serial: str) -> str | None:
    """`43390` → `2018-10-17`; None for what counts no day that an SOP could bear."""
    try:
        number = int(float(serial))
    except (ValueError, OverflowError):
        return None
    if not 15_000 < number < 80_000:
        return None
    return (date(1899, 12, 30) + timedelta(days=number)).isoformat()
