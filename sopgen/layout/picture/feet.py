"""The boxes at the foot: place and hours, complaints, and a QR code where the spec names an address."""

from __future__ import annotations

from typing import Final

from sopgen.intake.sop import Sop
from sopgen.layout.picture.measures import FRAME, LEFT, MM, RIGHT
from sopgen.layout.picture.pictograms import drawn_pictogram
from sopgen.layout.picture.qr import qr_code
from sopgen.layout.picture.sheet import BOLD, Sheet
from sopgen.outlines import polyline, rectangle
from sopgen.scene import Shape
from sopgen.service.facts import fact
from sopgen.text.block import Item

FEET_HEIGHT: Final = 30 * MM
_CODE: Final = 31 * MM  # the QR code's box: 26 mm, its quiet zone inside
_CODE_SIZE: Final = 26 * MM
_ICON: Final = 11 * MM
_ICON_STROKE: Final = 1.5
_HEADING: Final = 9.5
_SIZES: Final = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
_GAP: Final = 6.2


def draw_feet(sheet: Sheet, sop: Sop, top: float) -> None:
    """Raises Refusal."""
    bottom = top + FEET_HEIGHT
    own = sop.pelayanan
    right = RIGHT - _CODE if own.tautan else RIGHT
    middle = (LEFT + right) / 2
    box = (LEFT, top, RIGHT, bottom)
    uprights = [middle] if not own.tautan else [middle, right]
    rules = (Shape(polyline(((x, top), (x, bottom))), FRAME) for x in uprights)
    sheet.shape("bingkai", box, Shape(rectangle(box), FRAME), *rules)
    channels = " · ".join(fact(own.kanal, "pelayanan", "kanal").lines)
    place = tuple(filter(None, (own.tempat, own.jam, channels)))
    _box(sheet, "tempat", "TEMPAT DAN JAM", place, ("pelayanan", "tempat"), LEFT, middle, top)
    complaints = fact(own.pengaduan, "pelayanan", "pengaduan").lines
    _box(sheet, "adu", "PENGADUAN", complaints, ("pelayanan", "pengaduan"), middle, right, top)
    if own.tautan:
        x = right + (_CODE - _CODE_SIZE) / 2
        y = top + (FEET_HEIGHT - _CODE_SIZE) / 2
        sheet.figures.append(qr_code(own.tautan, (x, y, x + _CODE_SIZE, y + _CODE_SIZE), len(sheet.texts)))


def _box(
    sheet: Sheet,
    icon: str,
    heading: str,
    lines: tuple[str, ...],
    place: tuple[str, ...],
    left: float,
    right: float,
    top: float,
) -> None:
    x, y = left + 3.2 * MM, top + 3.2 * MM
    shapes = drawn_pictogram(icon, x, y, _ICON, _ICON_STROKE)
    sheet.shape("gambar_kecil", (x, y, x + _ICON, y + _ICON), *shapes)
    words = x + _ICON + 3.0 * MM
    width = right - words - 2.4 * MM
    cap = sheet.setter.cap(BOLD, _HEADING)
    sheet.word("subjudul", heading, BOLD, _HEADING, words, y + cap)
    if not lines:
        return
    below = y + cap + _GAP
    block = sheet.block([Item("", line) for line in lines])
    fitted = sheet.fit(block, width, top + FEET_HEIGHT - 2.4 * MM - below, _SIZES, place)
    sheet.put(icon, fitted, words, below)
