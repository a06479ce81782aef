"""The three facts above the tiles: what to bring, how long it takes, what it costs. What is not said stays empty."""

from __future__ import annotations

from itertools import product
from typing import Final, NamedTuple

from sopgen.diagnostics import Refusal
from sopgen.intake.fault import Path
from sopgen.intake.sop import Sop
from sopgen.layout.picture.measures import FRAME, LEFT, MM, RIGHT, SMALL_ICON_STROKE
from sopgen.layout.picture.pictograms import drawn_pictogram
from sopgen.layout.picture.sheet import BOLD, GREY, Fitted, Sheet, too_long
from sopgen.outlines import polyline, rectangle
from sopgen.scene import Shape
from sopgen.service.facts import MOST_ON_PICTURE, Fact, fact, requirements
from sopgen.text.block import Item
from sopgen.waktu.service_time import ServiceTime

_HEIGHTS: Final = (24 * MM, 28 * MM, 33 * MM, 42 * MM, 52 * MM)
_SHARES: Final = ((0.354, 0.312, 0.334), (0.37, 0.26, 0.37))
"""Of the sheet's width; the others for what is long to say."""
_ICON: Final = 13 * MM
_PAD: Final = 3.6 * MM
_HEADING: Final = 9.0
_SIZES: Final = (12.0, 11.0, 10.0, 9.0, 8.5)
_SMALLEST: Final = (8.0, 7.5, 7.0)
_LARGE: Final = (16.0, 14.0, 12.0)
_SINCE: Final = (9.0, 8.5, 8.0, 7.5, 7.0)
_COMPUTED: Final = "dihitung dari prosedur"
_GAP: Final = 6.2  # between a heading and its text, points


Shares = tuple[float, float, float]


class _Cell(NamedTuple):
    icon: str
    heading: str
    lines: list[tuple[str, Fitted]]


def draw_facts(sheet: Sheet, sop: Sop, time: ServiceTime | None, top: float) -> float:
    """In the lowest strip that holds them; where it ends. Raises Refusal."""
    for height, shares in product(_HEIGHTS, _SHARES):
        last = (height, shares) == (_HEIGHTS[-1], _SHARES[-1])
        try:
            cells = _cells(sheet, sop, time, (height, shares), _SIZES + _SMALLEST if last else _SIZES)
        except Refusal:
            if last:
                raise
            continue
        break
    _draw(sheet, cells, shares, top, height)
    return top + height


def _cells(
    sheet: Sheet, sop: Sop, time: ServiceTime | None, form: tuple[float, Shares], sizes: tuple[float, ...]
) -> list[_Cell]:
    height, shares = form
    rooms = [(RIGHT - LEFT) * share - 2 * _PAD - _ICON + 0.9 * MM for share in shares]
    free = height - 2 * 2.6 * MM - sheet.setter.cap(BOLD, _HEADING) - _GAP
    brought = _brought(sheet, requirements(sop), rooms[0], free, sizes)
    lasting = _lasting(sheet, time, rooms[1], free, sizes)
    if time and sum(fitted.ink for _, fitted in lasting) + _GAP * (len(lasting) - 1) > free + 0.01:
        raise too_long(("pelayanan", "jangka_waktu"), time.time)
    return [
        _Cell("bawa", "YANG DIBAWA", brought),
        _Cell("waktu", "WAKTU", lasting),
        _Cell("biaya", "BIAYA", _costs(sheet, fact(sop.pelayanan.biaya, "pelayanan", "biaya"), rooms[2], free, sizes)),
    ]


def _brought(
    sheet: Sheet, found: Fact, width: float, height: float, sizes: tuple[float, ...]
) -> list[tuple[str, Fitted]]:
    """At most four; what is more is on the SOP."""
    lines = list(found.lines)
    if not lines:
        return []
    kept = lines[:MOST_ON_PICTURE]
    items = [Item(f"{n}." if found.listed and len(lines) > 1 else "", line) for n, line in enumerate(kept, start=1)]
    if found.untold:
        items.append(Item("", f"… dan {found.untold} lainnya, lihat SOP"))
    return [("persyaratan", sheet.fit(sheet.block(items), width, height, sizes, found.place))]


def _lasting(
    sheet: Sheet, time: ServiceTime | None, width: float, height: float, sizes: tuple[float, ...]
) -> list[tuple[str, Fitted]]:
    if time is None:
        return []
    place: Path = ("pelayanan", "jangka_waktu")
    large = sheet.fit(sheet.block(time.time, BOLD), width, height, (*_LARGE, *sizes), place)
    lines = [("waktu_pelayanan", large)]
    if not time.promised:
        lines.append(("waktu_pelayanan", sheet.fit(sheet.block(_COMPUTED), width, height, (9.0, 8.0, 7.5), place)))
    if time.since:
        since = f"sejak {time.since.removeprefix('sejak ')}"
        lines.append(("waktu_pelayanan", sheet.fit(sheet.block(since), width, height, _SINCE, place)))
    if time.lead:
        lines.insert(0, ("waktu_pelayanan", sheet.fit(sheet.block(time.lead), width, height, sizes, place)))
    return lines


def _costs(
    sheet: Sheet, found: Fact, width: float, height: float, sizes: tuple[float, ...]
) -> list[tuple[str, Fitted]]:
    """The first line large where it is short; at most four, what is more is in the service standard."""
    if not found:
        return []
    first, *more = found.lines[:MOST_ON_PICTURE]
    more += [f"… dan {found.untold} lainnya, lihat standar pelayanan"] if found.untold else []
    lines = []
    left = height
    for size in _LARGE:
        if sheet.setter.measurer.width(first, BOLD, size) * 1.02 <= width:
            lines.append(("biaya", sheet.fit(sheet.block(first, BOLD), width, height, (size,), found.place)))
            left -= lines[0][1].ink + _GAP
            break
    else:
        more = [first, *more]
    if more:
        items = [Item("", line) for line in more]
        lines.append(("biaya", sheet.fit(sheet.block(items), width, left, sizes, found.place)))
    return lines


def _draw(sheet: Sheet, cells: list[_Cell], shares: Shares, top: float, height: float) -> None:
    bottom = top + height
    box = (LEFT, top, RIGHT, bottom)
    inner = [LEFT + (RIGHT - LEFT) * sum(shares[:n]) for n in (1, 2)]
    frame = Shape(rectangle(box), FRAME, GREY)
    rules = (Shape(polyline(((x, top), (x, bottom))), FRAME) for x in inner)
    sheet.shape("bingkai", box, frame, *rules)
    cap = sheet.setter.cap(BOLD, _HEADING)
    for left, cell in zip([LEFT, *inner], cells, strict=True):
        x, middle = left + _PAD - 0.5 * MM, (top + bottom) / 2
        icon = (x, middle - _ICON / 2, x + _ICON, middle + _ICON / 2)
        shapes = drawn_pictogram(cell.icon, icon[0], icon[1], _ICON, SMALL_ICON_STROKE)
        sheet.shape("gambar_kecil", icon, *shapes)
        if cell.icon == "biaya":
            _currency(sheet, icon)
        words = x + _ICON + 2.6 * MM
        ink = cap + sum(fitted.ink + _GAP for _, fitted in cell.lines)
        y = middle - ink / 2 if cell.lines else top + 2.6 * MM + 4
        sheet.word("subjudul", cell.heading, BOLD, _HEADING, words, y + cap)
        y += cap + _GAP
        for role, fitted in cell.lines:
            y = sheet.put(role, fitted, words, y) + _GAP


def _currency(sheet: Sheet, icon: tuple[float, float, float, float]) -> None:
    """The letters in the coin are part of the picture."""
    middle = ((icon[0] + icon[2]) / 2, (icon[1] + icon[3]) / 2)
    baseline = middle[1] + sheet.setter.cap(BOLD, 12.0) / 2
    said = sheet.setter.single("gambar_kecil", "Rp", BOLD, 12.0, (middle[0], baseline), icon, "center")
    figure = sheet.figures.pop()
    sheet.figures.append(figure._replace(texts=(said,)))
