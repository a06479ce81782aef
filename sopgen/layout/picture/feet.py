"""The boxes at the foot: place and hours, complaints, and a QR code where the spec names an address."""

from __future__ import annotations

from typing import Final, NamedTuple

from sopgen.diagnostics import Refusal
from sopgen.intake.sop import Sop
from sopgen.layout.picture.measures import FRAME, LEFT, MM, RIGHT
from sopgen.layout.picture.pictograms import drawn_pictogram
from sopgen.layout.picture.qr import qr_code
from sopgen.layout.picture.sheet import BOLD, Fitted, Sheet
from sopgen.outlines import polyline, rectangle
from sopgen.scene import Shape
from sopgen.service.facts import fact
from sopgen.text.block import Item

_HEIGHTS: Final = (30 * MM, 36 * MM, 44 * MM)
_CODE: Final = 31 * MM  # the QR code's box: 26 mm, its quiet zone inside
_CODE_SIZE: Final = 26 * MM
_ICON: Final = 11 * MM
_ICON_STROKE: Final = 1.5
_HEADING: Final = 9.5
_SIZES: Final = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
_SMALLEST: Final = (7.5, 7.0)
_GAP: Final = 6.2
_PAD: Final = 3.2 * MM


class _Told(NamedTuple):
    """A box's pictogram, heading and text with its edges at left and right."""

    icon: str
    heading: str
    left: float
    right: float
    text: Fitted | None


def draw_feet(sheet: Sheet, sop: Sop, bottom: float) -> float:
    """In the lowest boxes that hold it, on `bottom`; where they begin. Raises Refusal."""
    for height in _HEIGHTS:
        sizes = _SIZES if height != _HEIGHTS[-1] else _SIZES + _SMALLEST
        try:
            told = _told(sheet, sop, height, sizes)
        except Refusal:
            if height == _HEIGHTS[-1]:
                raise
            continue
        break
    _draw(sheet, sop, told, bottom - height, bottom)
    return bottom - height


def _told(sheet: Sheet, sop: Sop, height: float, sizes: tuple[float, ...]) -> tuple[_Told, ...]:
    own = sop.pelayanan
    right = RIGHT - _CODE if own.tautan else RIGHT
    middle = (LEFT + right) / 2
    channels = " · ".join(fact(own.kanal, "pelayanan", "kanal").lines)
    place = tuple(filter(None, (own.tempat, own.jam, f"Kanal: {channels}" if channels else "")))
    complaints = fact(own.pengaduan, "pelayanan", "pengaduan").lines
    return tuple(
        _Told(icon, heading, x0, x1, _fitted(sheet, lines, ("pelayanan", key), x1 - x0, height, sizes))
        for icon, heading, key, lines, x0, x1 in (
            ("tempat", "TEMPAT DAN JAM", "tempat", place, LEFT, middle),
            ("adu", "PENGADUAN", "pengaduan", complaints, middle, right),
        )
    )


def _fitted(
    sheet: Sheet, lines: tuple[str, ...], place: tuple[str, ...], width: float, height: float, sizes: tuple[float, ...]
) -> Fitted | None:
    if not lines:
        return None
    below = _PAD + sheet.setter.cap(BOLD, _HEADING) + _GAP
    block = sheet.block([Item("", line) for line in lines])
    return sheet.fit(block, width - _PAD - _ICON - 3.0 * MM - 2.4 * MM, height - 2.4 * MM - below, sizes, place)


def _draw(sheet: Sheet, sop: Sop, told: tuple[_Told, ...], top: float, bottom: float) -> None:
    own = sop.pelayanan
    middle, right = told[-1].left, told[-1].right
    box = (LEFT, top, RIGHT, bottom)
    uprights = [middle] if not own.tautan else [middle, right]
    rules = (Shape(polyline(((x, top), (x, bottom))), FRAME) for x in uprights)
    sheet.shape("bingkai", box, Shape(rectangle(box), FRAME), *rules)
    for each in told:
        _draw_box(sheet, each, top)
    if own.tautan:
        x = right + (_CODE - _CODE_SIZE) / 2
        y = (top + bottom - _CODE_SIZE) / 2
        sheet.figures.append(qr_code(own.tautan, (x, y, x + _CODE_SIZE, y + _CODE_SIZE), len(sheet.texts)))


def _draw_box(sheet: Sheet, told: _Told, top: float) -> None:
    x, y = told.left + _PAD, top + _PAD
    shapes = drawn_pictogram(told.icon, x, y, _ICON, _ICON_STROKE)
    sheet.shape("gambar_kecil", (x, y, x + _ICON, y + _ICON), *shapes)
    words = x + _ICON + 3.0 * MM
    cap = sheet.setter.cap(BOLD, _HEADING)
    sheet.word("subjudul", told.heading, BOLD, _HEADING, words, y + cap)
    if told.text is not None:
        sheet.put(told.icon, told.text, words, y + cap + _GAP)
