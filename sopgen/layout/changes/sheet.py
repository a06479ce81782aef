"""A pair of pages in, one page out: before at the left, after at the right, each smaller and with its marks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from sopgen.comparing import Comparison
from sopgen.comparing.words import SIGNS, tell
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.layout.changes.marks import DASH, DISC, GUTTER, Marked, draw_marks, hatching
from sopgen.layout.changes.miniature import Reduction, shapes_of, texts_of
from sopgen.layout.papers import sizes
from sopgen.layout.setting import Setter
from sopgen.layout.style import MM
from sopgen.outlines import circle, rectangle
from sopgen.scene import Box, Document, Figure, Image, Page, Shape, Text
from sopgen.text.face import Face
from sopgen.wording import printed_date

_GAP: Final = 6.0 * MM  # between the two pictures
_HEAD_SIZE: Final = 10.5
_LABEL_SIZE: Final = 9.0
_HEAD_DOWN: Final = 11.0  # points from the top to the first baseline
_LABEL_DOWN: Final = 28.0
_PICTURE_DOWN: Final = 36.0
_LEGEND_GAP: Final = 8.0 * MM
_LEGEND_SIZE: Final = 8.5
_ABSENT: Final = {True: "tidak ada pada semula", False: "tidak ada pada menjadi"}
_LEGEND_STEP: Final = (30 * MM, 31 * MM, 33 * MM, 30 * MM, 27 * MM, 34 * MM, 0.0)
_BLACK: Final = "#000000"


class Side(NamedTuple):
    """One of the two: the page, if there is one, its document and Sop, and what is marked."""

    page: Page | None
    document: Document
    sop: Sop
    marks: Sequence[Marked]
    old: bool


def compose(before: Side, after: Side, comparison: Comparison, size: tuple[float, float], setter: Setter) -> Page:
    """The page without its foot; `size` as the other pages of the paper have it."""
    left, right = round(sizes.LEFT, 2), round(size[0] - sizes.RIGHT, 2)
    top, bottom = round(sizes.TOP_LANDSCAPE, 2), size[1] - sizes.BOTTOM
    wide = (right - left - _GAP) / 2
    panels = ((left, before), (right - wide, after))
    high = bottom - top - _PICTURE_DOWN - _LEGEND_GAP - 14
    texts = [*_head(before, after, left, right, top, setter)]
    figures: list[Figure] = []
    images: list[Image] = []
    low = top
    for (x, side), other in zip(panels, (after, before), strict=True):
        label = top + _LABEL_DOWN
        name = "SEMULA" if side.old else "MENJADI"
        texts.append(_line(name, x, label, _LABEL_SIZE, setter, bold=True))
        if since := _since(side.sop, other.sop):
            texts.append(_line(since, x + wide, label, _LABEL_SIZE, setter, end=True))
        figure, more = _picture(
            side, (x, top + _PICTURE_DOWN, x + wide, top + _PICTURE_DOWN + high), comparison, setter
        )
        figures.append(figure._replace(before=len(texts)))
        images += more
        low = max(low, figure.box[3])
    figures.append(_legend(left, low + _LEGEND_GAP, right, setter)._replace(before=len(texts)))
    edges = (left, top, right, bottom)
    return Page(1, "banding", size, edges, (), tuple(texts), tuple(images), figures=tuple(figures))


def _since(sop: Sop, other: Sop) -> str:
    """Its Tanggal Efektif; its Tanggal Revisi where that alone tells the two apart."""
    efektif, revisi = sop.tanggal.efektif, sop.tanggal.revisi
    if efektif == other.tanggal.efektif and isinstance(revisi, date) and revisi != other.tanggal.revisi:
        return f"direvisi {printed_date(revisi)}"
    day = printed_date(efektif)
    return f"berlaku {day}" if day else ""


def _head(before: Side, after: Side, left: float, right: float, top: float, setter: Setter) -> tuple[Text, ...]:
    numbers = [side.page.number if side.page else None for side in (before, after)]
    if numbers[0] == numbers[1]:
        told = f"Halaman {numbers[0]} sebelum dan sesudah perubahan"
    else:
        named = [f"halaman {n} {word}" for n, word in zip(numbers, ("semula", "menjadi"), strict=True) if n is not None]
        told = " dan ".join(named)
        told = told[:1].upper() + told[1:]
    line = top + _HEAD_DOWN
    first = _line(told, left, line, _HEAD_SIZE, setter, bold=True)
    room = right - left - first.runs[0].width - 20
    title = on_one_line(after.sop.judul)
    wide = setter.measurer.width(title, Face("sans", bold=True), _HEAD_SIZE)
    size = _HEAD_SIZE if wide <= room else max(4.0, _HEAD_SIZE * room / wide)
    return first, _line(title, right, line, size, setter, bold=True, end=True)


def _picture(side: Side, room: Box, comparison: Comparison, setter: Setter) -> tuple[Figure, list[Image]]:
    x0, y0, x1, y1 = room
    if side.page is None:
        frame = (x0, y0, x1, y0 + 40 * MM)
        told = _ABSENT[side.old]
        text = _line(told, (x0 + x1) / 2, (frame[1] + frame[3]) / 2, _LABEL_SIZE, setter, middle=True)
        shape = Shape(rectangle(frame), 0.6, dash=(3.0, 2.0))
        return Figure("banding", frame, (shape,), told.capitalize(), (text,)), []
    table_left, table_right, top, bottom = _crop(side.page)
    scale = min((x1 - x0) / (table_right - table_left + GUTTER + 4), (y1 - y0) / (bottom - top))
    reduced = Reduction((table_left - GUTTER, top), (x0, y0), scale)
    marks = draw_marks(side.marks, table_left, table_right, old=side.old, setter=setter)
    style = side.page.style or side.document.style
    dashed = {line for mark in side.marks for line in mark.shown.lines} if side.old else set()
    shapes = [reduced.shape(shape) for shape in (*shapes_of(side.page, style, dashed), *marks.shapes)]
    texts = [reduced.text(text) for text in (*texts_of(side.page), *marks.texts)]
    box = (x0, y0, x1, y0 + (bottom - top) * scale)
    return (
        Figure("banding", box, tuple(shapes), _told(side, comparison), tuple(texts)),
        [reduced.image(image) for image in side.page.images],
    )


def _crop(page: Page) -> tuple[float, float, float, float]:
    """The table's edges, and from the first text to the foot line."""
    left, _, right, _ = page.edges
    texts = [text.box for text in page.texts]
    top = min([*(table.rows[0] for table in page.tables), *(box[1] for box in texts)])
    bottom = max([*(table.rows[-1] for table in page.tables), *(box[3] for box in texts)])
    return left, right, top - 4, bottom + 4


def _told(side: Side, comparison: Comparison) -> str:
    """The picture in words: what is marked on it, by the numbers of the matrix."""
    assert side.page is not None
    which = "semula" if side.old else "menjadi"
    marks = "; ".join(
        f"nomor {mark.number} ({SIGNS[mark.change.kind]}) {tell(mark.change, comparison, 'id').place}"
        for mark in side.marks
    )
    return f"Halaman {side.page.number} {which}, " + (f"dengan tanda: {marks}." if marks else "tanpa tanda.")


def _legend(left: float, top: float, right: float, setter: Setter) -> Figure:
    """The signs and what they mean, in one line."""
    shapes: list[Shape] = []
    texts: list[Text] = []
    baseline = top + 9
    box_high, box_wide = 11.0, 24.0
    x = left
    for step, told in zip(
        _LEGEND_STEP,
        ("semula", "menjadi", "dihapus", "ditambah", "diubah", "baris berubah", "nomor pada daftar perubahan"),
        strict=True,
    ):
        place = (x, top, x + box_wide, top + box_high)
        after = x + box_wide + 5
        match told:
            case "semula":
                shapes.append(Shape(rectangle(place), 1.2, dash=tuple(each / 2 for each in DASH)))
            case "menjadi":
                shapes.append(Shape(rectangle(place), 1.3))
            case "dihapus":
                small = Reduction(place[:2], place[:2], 0.5)
                large = (*place[:2], place[0] + 2 * box_wide, place[1] + 2 * box_high)
                shapes += [small.shape(each) for each in hatching(large)]
                shapes.append(Shape(rectangle(place), 1.0, dash=tuple(each / 2 for each in DASH)))
                texts.append(_line("−", after, baseline, _LEGEND_SIZE, setter, bold=True))
                after += 8
            case "ditambah" | "diubah":
                sign = "+" if told == "ditambah" else "≠"
                texts.append(_line(sign, x + 8, baseline, 11.0, setter, bold=True))
                after = x + 20
            case "baris berubah":
                shapes.append(Shape(rectangle((x + 4, top, x + 6, top + box_high)), fill=_BLACK))
                after = x + 12
            case _:
                middle = (x + 6, top + box_high / 2)
                shapes.append(Shape(circle(middle, DISC / 2), fill=_BLACK))
                number = _line("1", *middle, 7.0, setter, bold=True, middle=True)
                texts.append(number._replace(grey=1.0))
                after = x + 17
        texts.append(_line(told, after, baseline, _LEGEND_SIZE, setter))
        x += step
    told = "Arti tanda: bingkai putus-putus semula, bingkai tebal menjadi, arsir dihapus, + ditambah, ≠ diubah."
    return Figure("legenda", (left, top, right, top + box_high), tuple(shapes), told, tuple(texts))


def _line(
    text: str,
    x: float,
    y: float,
    size: float,
    setter: Setter,
    *,
    bold: bool = False,
    end: bool = False,
    middle: bool = False,
) -> Text:
    """One line from `x`, to `x` (`end`), or about it (`middle`, then also about `y`)."""
    face = Face("sans", bold=bold)
    baseline = y + setter.cap(face, size) / 2 if middle else y
    wide = setter.measurer.width(text, face, size)
    start = x - wide if end else x - wide / 2 if middle else x
    cell = (start, baseline - size, start + wide, baseline + size / 3)
    return setter.single("banding", text, face, size, (start, baseline), cell)
