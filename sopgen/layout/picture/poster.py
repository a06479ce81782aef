"""The sheet of the annotated picture: agency and title, three facts, the tiles, place, complaints and QR code."""

from __future__ import annotations

from typing import Final

from sopgen.intake.sop import Logo, Sop
from sopgen.intake.text import on_one_line
from sopgen.layout.picture.facts import draw_facts
from sopgen.layout.picture.feet import draw_feet
from sopgen.layout.picture.measures import BOTTOM, FOOT_LINE, HEIGHT, LEFT, MM, RIGHT, TOP, WIDTH
from sopgen.layout.picture.sheet import BOLD, SANS, Sheet
from sopgen.layout.picture.tiles import draw_tiles
from sopgen.layout.setting import Setter
from sopgen.scene import Image, Page, Text
from sopgen.service.tiles import Tile
from sopgen.waktu.service_time import ServiceTime
from sopgen.wording import printed_date

_LOGO: Final = 14.8 * MM
_TITLES: Final = (29.0, 26.0, 23.0, 20.0, 17.0, 14.0)
_TITLE_LINES: Final = 2
_LONG_TITLES: Final = (17.0, 14.0, 12.0, 10.0)  # on as many lines as it takes
_TITLE_LEADING: Final = 1.08  # em; large type needs less
_AGENCY: Final = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
_UNIT: Final = (10.5, 10.0, 9.0, 8.0, 7.0)
_WHAT: Final = ("ALUR PELAYANAN", "BAGI PEMOHON")
_WHAT_SIZE: Final = 10.0
_FOOT_SIZE: Final = 8.0


def draw_poster(
    sop: Sop, tiles: tuple[Tile, ...], time: ServiceTime | None, setter: Setter, stamp: Text | None
) -> Page:
    """On A4, upright. Raises Refusal for a text that finds no room."""
    sheet = Sheet(setter)
    y = _head(sheet, sop)
    y = _title(sheet, sop, y + 6.4 * MM)
    y = draw_facts(sheet, sop, time, y + 5.4 * MM)
    below = Sheet(setter)
    feet = draw_feet(below, sop, BOTTOM)
    draw_tiles(sheet, tiles, y + 5.0 * MM, feet - 4.6 * MM)
    sheet.append(below)
    _foot_line(sheet, sop)
    return Page(
        1,
        "gambar",
        (WIDTH, HEIGHT),
        (LEFT, TOP, RIGHT, BOTTOM),
        (),
        tuple(sheet.texts),
        tuple(sheet.images),
        watermark=stamp,
        figures=tuple(sheet.figures),
    )


def _head(sheet: Sheet, sop: Sop) -> float:
    """The agency beside its emblem, and what this sheet is; where it ends."""
    left = LEFT
    if sop.logo:
        sheet.images.append(_emblem(sop, sop.logo))
        left += _LOGO + 4.0 * MM
    setter = sheet.setter
    what = max(setter.measurer.width(line, BOLD, _WHAT_SIZE) for line in _WHAT)
    room = RIGHT - what - 6.0 * MM - left
    named = []
    for lines, face, sizes, key in ((sop.instansi, BOLD, _AGENCY, "instansi"), (sop.unit, SANS, _UNIT, "unit")):
        if lines:
            named.append((key, sheet.fit(sheet.block("\n".join(lines), face), room, _LOGO, sizes, (key,))))
    ink = sum(fitted.ink for _, fitted in named) + 4.5 * max(0, len(named) - 1)
    y = TOP + max(0.0, (_LOGO - ink) / 2)
    for role, fitted in named:
        y = sheet.put(role, fitted, left, y) + 4.5
    middle = TOP + _LOGO / 2
    for n, line in enumerate(_WHAT):
        sheet.word("jenis_lembar", line, BOLD, _WHAT_SIZE, RIGHT, middle - 1.5 + n * 11.5, align="right")
    return max(TOP + _LOGO, y - 4.5)


def _emblem(sop: Sop, logo: Logo) -> Image:
    wide, high = logo.size
    scale = min(_LOGO / wide, _LOGO / high)
    width, height = wide * scale, high * scale
    x, y = LEFT + (_LOGO - width) / 2, TOP + (_LOGO - height) / 2
    return Image("logo", logo.picture, (x, y, x + width, y + height), f"Lambang {' '.join(sop.instansi)}".strip())


def _title(sheet: Sheet, sop: Sop, top: float) -> float:
    block = sheet.block(on_one_line(sop.judul), BOLD)
    usual = sheet.setter
    sheet.setter = usual._replace(leading=_TITLE_LEADING)
    usually = sheet.try_fit(block, RIGHT - LEFT, HEIGHT, _TITLES, most=_TITLE_LINES)
    fitted = usually or sheet.fit(block, RIGHT - LEFT, 24 * MM, _LONG_TITLES, ("judul",))
    end = sheet.put("judul", fitted, LEFT, top)
    sheet.setter = usual
    return end


def _foot_line(sheet: Sheet, sop: Sop) -> None:
    number = on_one_line(sop.nomor)
    since = printed_date(sop.tanggal.efektif)
    named = ", ".join(filter(None, (number, f"berlaku sejak {since}" if since not in {"", "-"} else "")))
    said = f"Ringkasan {named or 'SOP'}. Bila berbeda, yang berlaku ialah SOP."
    fitted = sheet.fit(sheet.block(said), RIGHT - LEFT, 12.0, (_FOOT_SIZE, 7.0, 6.0), ("nomor",), most=1)
    sheet.put("catatan", fitted, LEFT, FOOT_LINE - fitted.ink)
