"""pypdfium2 → `contents`. No other module of `drawn` knows the library."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any, Final

import pypdfium2
from pypdfium2 import raw

from sopgen.drawn.model import Box, Point
from sopgen.drawn.pdf.contents import (
    DEEPEST,
    LONGEST,
    MOST_CHARACTERS,
    MOST_CLIP_POINTS,
    MOST_CLIPPED,
    MOST_CLIPS,
    MOST_NOTES,
    MOST_OBJECTS,
    MOST_POINTS,
    Colour,
    Drawn,
    Grey,
    Kind,
    Letter,
    NotOpened,
    Segment,
    Thing,
    Written,
)
from sopgen.drawn.pdf.trial import COLOURED, GREY, PRINTED, Bitmap, NoTrial, pictured
from sopgen.drawn.pdf.values import Matrix

_KINDS: Final[dict[int, Kind]] = {
    raw.FPDF_PAGEOBJ_PATH: "path",
    raw.FPDF_PAGEOBJ_TEXT: "text",
    raw.FPDF_PAGEOBJ_IMAGE: "image",
    raw.FPDF_PAGEOBJ_FORM: "form",
}
_LEAST_COVER: Final = 8  # of 255: what covers less is not seen


class NativePdf:
    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise NotOpened("locked" if "assword" in str(error) else "broken") from None

    def __len__(self) -> int:
        return len(self._document)

    def page(self, number: int) -> NativePage:
        try:
            page = self._document[number]
            if _has_notes(page.raw) and _flattened(page.raw):
                page.close()
                page = self._document[number]
            return NativePage(page)
        except pypdfium2.PdfiumError:
            raise NotOpened("broken") from None

    def picture(self, number: int, turned: int, pixels: int, *, printed: bool = False) -> Grey:
        """Drawn in a process that may be lost, where there is one."""
        scale = pixels / max(*self._size(number), 1.0)
        kind = PRINTED if printed else GREY
        try:
            bitmap = pictured(self._data, number, -turned, scale, kind)
        except NoTrial:
            bitmap = self.bitmap(number, -turned, scale, kind)
        wide, high, stride, drawn = bitmap
        rows = memoryview(drawn)
        return Grey(wide, high, b"".join(rows[at : at + wide] for at in range(0, stride * high, stride)))

    def _size(self, number: int) -> tuple[float, float]:
        try:
            wide, high = self._document.get_page_size(number)
        except pypdfium2.PdfiumError:
            raise NotOpened("broken") from None
        return wide, high

    def bitmap(self, number: int, turned: int, scale: float, kind: bytes) -> Bitmap:
        """A page from 0, turned by quarters; by this very process. Raises `NotOpened`."""
        try:
            if self._document.formenv is None:
                self._document.init_forms()  # without it what stands in fields, a signature's picture, is not drawn
            page = self._document[number]
            drawn = page.render(
                scale=scale,
                rotation=90 * (turned % 4),
                grayscale=kind != COLOURED,
                optimize_mode="print" if kind == PRINTED else None,
            )
        except pypdfium2.PdfiumError:
            raise NotOpened("broken") from None
        bitmap = Bitmap(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
        page.close()
        return bitmap

    def close(self) -> None:
        self._document.close()


def _has_notes(page: Any) -> bool:
    """Whether something was put upon the page that its own drawing does not hold: stamps, texts, strokes."""
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind not in {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_TEXT}:
            return True
    return False


def _flattened(page: Any) -> bool:
    """Whether what was put upon the page is drawn as its own once it is opened again."""
    return bool(raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)


class NativePage:
    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self._text = page.get_textpage()
        self._objects = self._points = 0
        self._clipped = MOST_CLIPPED
        self._fonts: dict[int, str] = {}
        self._x, self._y, self._width = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
        self._edges = [ctypes.c_float() for _ in range(4)]
        self._colours = [ctypes.c_uint() for _ in range(4)]
        self._fills, self._strokes = ctypes.c_int(), ctypes.c_int()
        self._matrix = raw.FS_MATRIX()
        self._buffer = ctypes.create_string_buffer(LONGEST)
        self._bytes = ctypes.cast(self._buffer, ctypes.POINTER(ctypes.c_ubyte))
        self._length = ctypes.c_ulong()

    def close(self) -> None:
        self._text.close()
        self._page.close()

    def count_characters(self) -> int:
        return int(raw.FPDFText_CountChars(self._text.raw))

    def view(self) -> tuple[Box, int]:
        try:
            return self._page.get_bbox(), self._page.get_rotation()
        except pypdfium2.PdfiumError:
            raise NotOpened("broken") from None

    def things(self) -> Iterator[Thing]:
        page = self._page.raw
        return self._all(raw.FPDFPage_GetObject, page, raw.FPDFPage_CountObjects(page), 0)

    def _all(self, get: Callable[[Any, int], Any], holder: Any, count: int, depth: int) -> Iterator[Thing]:
        for number in range(count):
            self._objects += 1
            if self._objects > MOST_OBJECTS:
                raise NotOpened("large")
            yield self._thing(get(holder, number), depth)

    def _thing(self, thing: Any, depth: int) -> Thing:
        kind = _KINDS.get(raw.FPDFPageObj_GetType(thing), "other")
        if kind == "form" and depth < DEEPEST:
            count = raw.FPDFFormObj_CountObjects(thing)
            inner = self._all(raw.FPDFFormObj_GetObject, thing, count, depth + 1)
            return Thing(kind, 0, self._matrix_of(thing), None, (), inner=inner)
        clips = () if kind == "form" else tuple(self._clips(thing))
        matrix, bounds = self._matrix_of(thing), self._bounds(thing)
        if kind == "path":
            return Thing(kind, 0, matrix, bounds, clips, drawn=self._drawn(thing))
        if kind == "text":
            return Thing(kind, _address(thing), matrix, bounds, clips, written=self._written(thing))
        return Thing(kind, 0, matrix, bounds, clips)

    def _matrix_of(self, thing: Any) -> Matrix | None:
        found = self._matrix
        if not raw.FPDFPageObj_GetMatrix(thing, found):
            return None
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _bounds(self, thing: Any) -> Box | None:
        left, bottom, right, top = self._edges
        if not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            return None
        return left.value, bottom.value, right.value, top.value

    def _clips(self, thing: Any) -> Iterator[tuple[Point, ...]]:
        clip = raw.FPDFPageObj_GetClipPath(thing)
        for number in range(min(raw.FPDFClipPath_CountPaths(clip), MOST_CLIPS) if clip else 0):
            count = raw.FPDFClipPath_CountPathSegments(clip, number)
            self._clipped -= max(count, 0)
            if 0 < count <= MOST_CLIP_POINTS and self._clipped > 0:
                yield tuple(self._point(raw.FPDFClipPath_GetPathSegment(clip, number, at)) for at in range(count))

    def _point(self, segment: Any) -> Point:
        raw.FPDFPathSegment_GetPoint(segment, self._x, self._y)
        return self._x.value, self._y.value

    def _drawn(self, thing: Any) -> Drawn | None:
        """None where it is told to be neither filled nor stroked, or in no colour that is seen."""
        if not raw.FPDFPath_GetDrawMode(thing, self._fills, self._strokes):
            return None
        fill = self._colour(raw.FPDFPageObj_GetFillColor, thing) if self._fills.value else None
        stroke = self._colour(raw.FPDFPageObj_GetStrokeColor, thing) if self._strokes.value else None
        if fill is None and stroke is None:
            return None
        self._width.value = 1.0
        raw.FPDFPageObj_GetStrokeWidth(thing, self._width)
        return Drawn(fill, stroke, self._width.value, self._segments(thing))

    def _colour(self, ask: Callable[..., Any], thing: Any) -> Colour | None:
        red, green, blue, cover = self._colours
        if not ask(thing, red, green, blue, cover) or cover.value < _LEAST_COVER:
            return None
        return red.value, green.value, blue.value, cover.value

    def _segments(self, thing: Any) -> list[Segment]:
        count = raw.FPDFPath_CountSegments(thing)
        self._points += count
        if self._points > MOST_POINTS:
            raise NotOpened("large")
        x, y = self._x, self._y
        found: list[Segment] = []
        for number in range(count):
            segment = raw.FPDFPath_GetPathSegment(thing, number)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            kind = raw.FPDFPathSegment_GetType(segment)
            found.append((kind, x.value, y.value, bool(raw.FPDFPathSegment_GetClose(segment))))
        return found

    def _written(self, thing: Any) -> Written:
        size = self._width
        sized = raw.FPDFTextObj_GetFontSize(thing, size)
        meanings = tuple(self._meanings(thing))
        says = bool(meanings) and raw.FPDFTextObj_GetText(thing, self._text.raw, None, 0) > 4
        return Written(self._font(thing), size.value if sized else 1.0, meanings, says)

    def _font(self, thing: Any) -> str:
        font = raw.FPDFTextObj_GetFont(thing)
        key = _address(font)
        if key not in self._fonts:
            count = raw.FPDFFont_GetBaseFontName(font, self._buffer, LONGEST) if key else 0
            self._fonts[key] = self._buffer.raw[: count - 1].decode("latin-1") if 0 < count <= LONGEST else ""
        return self._fonts[key]

    def _meanings(self, thing: Any) -> Iterator[bytes]:
        for number in range(raw.FPDFPageObj_CountMarks(thing)):
            mark = raw.FPDFPageObj_GetMark(thing, number)
            told = raw.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", self._bytes, LONGEST, self._length)
            if told and self._length.value <= LONGEST:
                yield self._buffer.raw[: self._length.value]

    def letters(self) -> Iterator[Letter]:
        page = self._text.raw
        count = self.count_characters()
        if count > MOST_CHARACTERS:
            raise NotOpened("large")
        box, x, y, matrix = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double(), self._matrix
        for number in range(count):
            code = raw.FPDFText_GetUnicode(page, number)
            if raw.FPDFText_IsGenerated(page, number) == 1 or code in {10, 13}:
                continue
            if not raw.FPDFText_GetLooseCharBox(page, number, box):
                continue
            raw.FPDFText_GetCharOrigin(page, number, x, y)
            stretched = raw.FPDFText_GetMatrix(page, number, matrix)
            yield Letter(
                code,
                _address(raw.FPDFText_GetTextObject(page, number)),
                (box.left, box.bottom, box.right, box.top),
                (x.value, y.value),
                raw.FPDFText_GetCharAngle(page, number),
                raw.FPDFText_GetFontSize(page, number),
                (matrix.c, matrix.d) if stretched else None,
            )


def _address(pointer: Any) -> int:
    return int.from_bytes(pointer, "little")
