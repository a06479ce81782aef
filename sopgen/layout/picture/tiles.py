"""The tiles: number, pictogram, words, who acts, and when; one column up to six, two up to twelve, read row by row."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from sopgen.layout.picture.measures import FRAME, ICON_STROKE, LEFT, MM, RIGHT, THICK
from sopgen.layout.picture.pictograms import PICTOGRAMS, drawn_pictogram
from sopgen.layout.picture.sheet import BLACK, BOLD, GREY, SANS, Fitted, Sheet, too_long
from sopgen.outlines import circle, polyline, rectangle
from sopgen.scene import Box, Path, Shape
from sopgen.service.tiles import Back, Tile

_IN_ONE: Final = 6  # tiles of one column
_GAP: Final = 4.6 * MM
_HIGHEST: Final = 36 * MM
_WORDS: Final = {"pemohon": "ANDA", "petugas": "PETUGAS"}
_TAG: Final = 7.5
_TAG_GAP, _TAG_HIGH, _TAG_AIR = 6.0, 12.0, 10.0
_TITLES: Final = (  # lines at the most, and the sizes that a title of so many may have
    (1, (16.0, 15.0, 14.0, 13.0, 12.0)),
    (2, (14.0, 13.0, 12.0, 11.0, 10.0)),
    (3, (11.0, 10.0, 9.0)),
    (5, (10.0, 9.0, 8.5, 8.0)),
    (12, (8.0, 7.5, 7.0, 6.5)),  # a step's own words, where nobody wrote any for applicants
)
_TEXTS: Final = (11.0, 10.5, 10.0, 9.5, 9.0)
_SMALL_TEXTS: Final = (8.5, 8.0, 7.5, 7.0)
_TIMES_BELOW: Final = (10.0, 9.0, 8.0, 7.0, 6.0)
_LABEL: Final = 8.5
_TIMES: Final = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
_NOTES: Final = (9.5, 9.0, 8.5, 8.0, 7.5)
_LINE: Final = 7.6  # between texts below one another, points
_PAD: Final = 2.2 * MM
_ICON_AIR: Final = 1.6 * MM  # above and below a pictogram in a low tile
_DASH: Final = (3.0, 2.0)


class _Form(NamedTuple):
    """Measures of one tile. `disc` its number's radius, before it or, in two columns, inside."""

    icon: float
    stroke: float
    disc: float
    number: float
    time: float  # the width of the time's column; 0: below the text


_WIDE: Final = _Form(20 * MM, ICON_STROKE, 6 * MM, 19.0, 36 * MM)
_NARROW: Final = _Form(13 * MM, 1.5, 4.4 * MM, 14.0, 0.0)


def draw_tiles(sheet: Sheet, tiles: tuple[Tile, ...], top: float, bottom: float) -> None:
    """Between two heights. Raises Refusal."""
    if len(tiles) <= _IN_ONE:
        _one_column(sheet, tiles, top, bottom)
    else:
        _two_columns(sheet, tiles, top, bottom)


def _one_column(sheet: Sheet, tiles: tuple[Tile, ...], top: float, bottom: float) -> None:
    height = min(_HIGHEST, (bottom - top - _GAP * (len(tiles) - 1)) / len(tiles))
    spare = bottom - top - height * len(tiles) - _GAP * (len(tiles) - 1)
    gap = _GAP + (spare / max(1, len(tiles) - 1) if len(tiles) > 1 else 0.0)
    gap = min(gap, 2.2 * _GAP)
    left = LEFT + 16.5 * MM
    x = LEFT + _WIDE.disc
    for n, tile in enumerate(tiles, start=1):
        y = top + (n - 1) * (height + gap)
        middle = y + height / 2
        if n < len(tiles):
            start, end = middle + _WIDE.disc + 1.2, middle + height + gap - _WIDE.disc - 1.2
            sheet.shape("panah", (x - 4, start, x + 4, end), *sheet.arrow((x, start), (x, end), THICK))
        box = (left, y, RIGHT, y + height)
        _draw(sheet, n, tile, box, _WIDE, (x, middle))
        if n > 1:
            _back(sheet, tile, n, box, gap)


def _two_columns(sheet: Sheet, tiles: tuple[Tile, ...], top: float, bottom: float) -> None:
    rows = math.ceil(len(tiles) / 2)
    gap = _GAP
    height = min(_HIGHEST, (bottom - top - gap * (rows - 1)) / rows)
    width = (RIGHT - LEFT - gap) / 2
    for n, tile in enumerate(tiles, start=1):
        row, column = divmod(n - 1, 2)
        x, y = LEFT + column * (width + gap), top + row * (height + gap)
        box = (x, y, x + width, y + height)
        _draw(sheet, n, tile, box, _NARROW, (x + _PAD + _NARROW.icon / 2, y + _PAD + _NARROW.disc))


def _draw(sheet: Sheet, number: int, tile: Tile, box: Box, form: _Form, disc: tuple[float, float]) -> None:
    left, top, right, bottom = box
    dash, fill = (_DASH, GREY) if tile.merged else ((), "#FFFFFF")
    frame = Shape(rectangle(box), FRAME, fill, dash)
    black = Shape(circle(disc, form.disc), fill=BLACK)
    sheet.shape("kotak", box, frame, black)
    baseline = disc[1] + sheet.setter.cap(BOLD, form.number) / 2
    sheet.word("nomor_kotak", str(number), BOLD, form.number, disc[0], baseline, align="center", grey=1.0)
    inside = form.time == 0.0
    icon_left = left + (_PAD if inside else 4.6 * MM)
    size = form.icon if inside else min(form.icon, bottom - top - 2 * _ICON_AIR)
    icon_top = disc[1] + form.disc + 1.6 * MM if inside else (top + bottom - size) / 2
    size = min(size, bottom - icon_top - 1.0 * MM)
    icon_left += 0.0 if inside else (form.icon - size) / 2
    icon = (icon_left, icon_top, icon_left + size, icon_top + size)
    shapes = drawn_pictogram(tile.icon, icon_left, icon_top, size, form.stroke)
    sheet.figure("gambar", icon, shapes, f"Gambar langkah {number}: {PICTOGRAMS[tile.icon].words}")
    words = left + form.icon + (_PAD + 3.4 * MM if inside else 10.2 * MM)
    time_left = right - form.time if form.time else right
    _texts(sheet, tile, (words, top, time_left - 2.2 * MM, bottom), below=inside)
    if form.time:
        _when(sheet, tile, (time_left, top, right - 2.0 * MM, bottom))


def _texts(sheet: Sheet, tile: Tile, box: Box, *, below: bool) -> None:
    """Title and text with the tag of who acts beside the title; in two columns above it, with the time."""
    left, top, right, bottom = box
    width = right - left
    beside = width if below else width - _tag_width(sheet) - _TAG_GAP
    above = _TAG_HIGH + _LINE if below else 0.0
    parts = _fitted(sheet, tile, beside, width, bottom - top - 2 * _PAD - above)
    ink = above + sum(fitted.ink for _, fitted in parts) + _LINE * (len(parts) - 1)
    y = (top + bottom - ink) / 2
    title = parts[0][1]
    if below:
        _tag(sheet, tile, left, y + _TAG_HIGH / 2)
        tag = _tag_wide(sheet, _WORDS[tile.actor])
        _when_beside(sheet, tile, left + tag + _TAG_GAP, right, y + _TAG_HIGH / 2)
        y += above
    else:
        last = title.block.lines(sheet.setter.room(beside, title.size))[-1].width * title.size
        _tag(sheet, tile, left + last + _TAG_GAP, y + title.ink - sheet.setter.cap(BOLD, title.size) / 2)
    for role, fitted in parts:
        y = sheet.put(role, fitted, left, y) + _LINE


def _fitted(sheet: Sheet, tile: Tile, beside: float, width: float, height: float) -> list[tuple[str, Fitted]]:
    """The texts in the largest sizes that fit together: rather a smaller text than a title that loses its line."""
    title, text = sheet.block(tile.title, BOLD), sheet.block(_told(tile))
    for texts in (_TEXTS, _SMALL_TEXTS):
        for most, sizes in _TITLES:
            headed = sheet.try_fit(title, beside, height, sizes, most=most)
            if headed is None:
                continue
            if not text.text:
                return [("judul_kotak", headed)]
            found = sheet.try_fit(text, width, height - headed.ink - _LINE, texts)
            if found is not None:
                return [("judul_kotak", headed), ("isi_kotak", found)]
    raise too_long(tile.place, f"{tile.title} {_told(tile)}".strip())


def _told(tile: Tile) -> str:
    """The text, and the ways back that no arrow beside the tile shows."""
    words = [f"{back.label}: kembali ke {back.number}." for back in tile.backs if not _says(tile.text, back)]
    return " ".join(filter(None, (tile.text, *words)))


def _says(text: str, back: Back) -> bool:
    return f"kembali ke {back.number}" in text.casefold()


def _when_beside(sheet: Sheet, tile: Tile, left: float, right: float, middle: float) -> None:
    """The time and its note on one line, behind the tag."""
    told = f"{tile.note} {tile.time}" if tile.merged else ", ".join(filter(None, (tile.time, tile.note)))
    if not told.strip():
        return
    fitted = sheet.fit(sheet.block(told.strip(), BOLD), right - left, _TAG_HIGH, _TIMES_BELOW, tile.place, most=1)
    sheet.put("waktu_kotak", fitted, left, middle - fitted.ink / 2)


def _when(sheet: Sheet, tile: Tile, box: Box) -> None:
    """The time and its note in a column of their own, behind a thin rule."""
    left, top, right, bottom = box
    if not tile.time and not tile.note:
        return
    x = left + 3.6 * MM
    middle = (top + bottom) / 2
    half = min((bottom - top) / 2 - 3 * MM, 5.2 * MM)
    sheet.shape("garis", (left, middle - half, left, middle + half), Shape(_upright(left, middle, half), FRAME))
    parts = []
    for role, text, face, sizes in (
        ("waktu_kotak", tile.time, BOLD, _TIMES),
        ("tempat_kotak", tile.note, SANS, _NOTES),
    ):
        if text:
            parts.append(
                (role, sheet.fit(sheet.block(text, face), right - x, bottom - top - 2 * _PAD, sizes, tile.place))
            )
    ink = sum(fitted.ink for _, fitted in parts) + _LINE * (len(parts) - 1)
    y = middle - ink / 2
    for role, fitted in parts:
        y = sheet.put(role, fitted, x, y) + _LINE


def _upright(x: float, middle: float, half: float) -> Path:
    return polyline(((x, middle - half), (x, middle + half)))


def _tag_width(sheet: Sheet) -> float:
    """Of the widest tag, so that titles of all tiles have one room."""
    return max(_tag_wide(sheet, word) for word in _WORDS.values())


def _tag_wide(sheet: Sheet, word: str) -> float:
    return sheet.setter.measurer.width(word, BOLD, _TAG) + _TAG_AIR


def _tag(sheet: Sheet, tile: Tile, left: float, middle: float) -> None:
    """Black for the applicant, outlined for the office: the word tells them apart as well."""
    word = _WORDS[tile.actor]
    wide = _tag_wide(sheet, word)
    box = (left, middle - _TAG_HIGH / 2, left + wide, middle + _TAG_HIGH / 2)
    own = tile.actor == "pemohon"
    sheet.shape("tanda_pelaku", box, Shape(rectangle(box), FRAME, BLACK if own else "#FFFFFF"))
    baseline = middle + sheet.setter.cap(BOLD, _TAG) / 2
    sheet.word("tanda_pelaku", word, BOLD, _TAG, left + wide / 2, baseline, align="center", grey=1.0 if own else 0.0)


def _back(sheet: Sheet, tile: Tile, number: int, box: Box, gap: float) -> None:
    """A small arrow through the gap to the tile above, with the branch's label."""
    back = next((back for back in tile.backs if back.number == number - 1), None)
    if back is None:
        return
    x, top = box[2] - _WIDE.time - 12 * MM, box[1]
    sheet.figure(
        "panah_balik",
        (x - 4, top - gap, x + 4, top),
        sheet.arrow((x, top), (x, top - gap + 0.6), 1.0),
        f"{back.label}: kembali ke langkah {back.number}",
    )
    baseline = top - gap / 2 + sheet.setter.cap(SANS, _LABEL) / 2
    sheet.word("label", back.label.lower(), SANS, _LABEL, x - 5.0, baseline, align="right")
