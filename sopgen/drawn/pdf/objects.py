"""A PDF file → its pages' paths, characters and pictures, in points from the top left corner of the page as it is seen.

Raises `NotOpened`. Bounded: pages, objects and characters beyond what any SOP has are refused.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Literal

from sopgen.drawn.model import Box, Point
from sopgen.drawn.pdf.characters import TooManyCharacters, Writing, characters_of
from sopgen.drawn.pdf.values import Loop, Matrix, Paint, Path, Sheet, around, moved, times
from sopgen.drawn.pdf.visible import EVERYTHING, Clips, Grounds, is_outside, shared
from sopgen.foreign.pdf import NoPdf, measure, measure_contents

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES: Final = 300
_MOST_OBJECTS: Final = 40_000  # of one page
_MOST_POINTS: Final = 400_000  # of one page
_MOST_NOTES: Final = 2_000  # of one page
_DEEPEST: Final = 12
_CURVE: Final = 6  # straight pieces for a curve
_DARK: Final = 200  # a paint whose lightest part is below is seen as a line
_WHITE: Final = 244
_OPAQUE: Final = 250


class NotOpened(Exception):  # noqa: N818 - what came of it
    """`why`: locked (a password), broken, or large."""

    def __init__(self, why: Literal["locked", "broken", "large"]) -> None:
        super().__init__(why)
        self.why: Literal["locked", "broken", "large"] = why


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """All pages."""
    import pypdfium2

    try:
        measure(data)
        measure_contents(data)
        document = pypdfium2.PdfDocument(data)
    except NoPdf:
        raise NotOpened("large") from None
    except pypdfium2.PdfiumError as error:
        raise NotOpened("locked" if "assword" in str(error) else "broken") from None
    try:
        if len(document) > MOST_PAGES:
            raise NotOpened("large")
        return tuple(_sheet(document, number) for number in range(len(document)))
    except pypdfium2.PdfiumError:
        raise NotOpened("broken") from None
    except TooManyCharacters:
        raise NotOpened("large") from None
    finally:
        document.close()


def _sheet(document: PdfDocument, number: int) -> Sheet:
    from pypdfium2 import raw

    page = document[number]
    try:
        if _has_notes(page.raw):
            page = _with_notes(document, number, page)
        view, size = _view(page)
        writing = Writing(page, view, raw)
        reader = _Reader(view, writing)
        reader.read(page.raw)
        paths = reader.seen_paths()
        letters = characters_of(writing)
        unread = (*reader.unread, *letters.unknown)
        sheet = Sheet(
            size,
            paths,
            letters.found,
            tuple(reader.pictures),
            unread=unread,
            backdrop=letters.backdrop,
            hidden=letters.hidden,
        )
    finally:
        page.close()
    return sheet


def _has_notes(page: Any) -> bool:
    """Whether something was put upon the page that its own drawing does not hold: stamps, texts, strokes."""
    from pypdfium2 import raw

    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind not in {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_TEXT}:
            return True
    return False


def _with_notes(document: PdfDocument, number: int, page: Any) -> Any:
    """The page again, with what was put upon it drawn as its own."""
    from pypdfium2 import raw

    if raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[number]


def _view(page: Any) -> tuple[Matrix, Point]:
    """From the page's own coordinates to those of the page as it is seen, and its size."""
    x0, y0, x1, y1 = page.get_bbox()
    match page.get_rotation():
        case 90:
            return (0, 1, 1, 0, -y0, -x0), (y1 - y0, x1 - x0)
        case 180:
            return (-1, 0, 0, 1, x1, -y0), (x1 - x0, y1 - y0)
        case 270:
            return (0, -1, -1, 0, y1, x1), (y1 - y0, x1 - x0)
        case _:
            return (1, 0, 0, -1, -x0, y1), (x1 - x0, y1 - y0)


class _Reader:
    """Walks through a page's objects and those of the forms in it, in the painter's order."""

    def __init__(self, view: Matrix, writing: Writing) -> None:
        self.raw = writing.raw
        self.view, self.writing = view, writing
        self.paths: list[Path] = []
        self.drawn: list[int] = []  # at which object each path was drawn
        self.texts: list[tuple[int, Any, Matrix]] = []  # numbers, objects and what they stand in
        self.clips, self.grounds = Clips(self.raw), Grounds()
        self.pictures: list[Box] = []
        self.unread: list[Box] = []
        self.objects = self.points = 0
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._colour = [ctypes.c_uint() for _ in range(4)]

    def read(self, page: Any) -> None:
        raw = self.raw
        for number in range(raw.FPDFPage_CountObjects(page)):
            self._object(raw.FPDFPage_GetObject(page, number), self.view, 0)

    def _object(self, thing: Any, outer: Matrix, depth: int) -> None:
        raw = self.raw
        self.objects += 1
        if self.objects > _MOST_OBJECTS:
            raise NotOpened("large")
        kind = raw.FPDFPageObj_GetType(thing)
        clip = self.clips.of(thing, outer) if kind != raw.FPDF_PAGEOBJ_FORM else EVERYTHING
        if clip != EVERYTHING and is_outside(self._bounds(thing, outer), clip):
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self.writing.hide(thing)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(thing, times(self._matrix(thing), outer), clip)
        elif kind == raw.FPDF_PAGEOBJ_TEXT:
            self.writing.look_at(thing, times(self._matrix(thing), outer))
            self.texts.append((self.objects, thing, outer))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            matrix = times(self._matrix(thing), outer)
            corners = [moved(matrix, x, y) for x in (0, 1) for y in (0, 1)]
            self.pictures.append(around(corners))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            matrix = times(self._matrix(thing), outer)
            for number in range(raw.FPDFFormObj_CountObjects(thing)):
                self._object(raw.FPDFFormObj_GetObject(thing, number), matrix, depth + 1)
        else:  # shading, or a form too deep
            bounds = self._bounds(thing, outer)
            self.unread += [] if bounds == EVERYTHING else [bounds]

    def seen_paths(self) -> tuple[Path, ...]:
        """All that no ground hides; texts under one are told to be hidden."""
        for number, thing, outer in self.texts if self.grounds else ():
            if self.grounds.hide(self._bounds(thing, outer), number):
                self.writing.hide(thing)
        return tuple(
            path
            for number, path in zip(self.drawn, self.paths, strict=True)
            if not self.grounds.hide(around([point for loop in path.loops for point in loop.points]), number)
        )

    def _bounds(self, thing: Any, outer: Matrix) -> Box:
        """The box around a thing; everything where that is not known."""
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not self.raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            return EVERYTHING
        return around([moved(outer, x, y) for x in (left.value, right.value) for y in (top.value, bottom.value)])

    def _matrix(self, thing: Any) -> Matrix:
        found = self.raw.FS_MATRIX()
        if not self.raw.FPDFPageObj_GetMatrix(thing, found):
            return (1, 0, 0, 1, 0, 0)
        return (found.a, found.b, found.c, found.d, found.e, found.f)

    def _path(self, thing: Any, matrix: Matrix, clip: Box) -> None:
        raw = self.raw
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(thing, mode, stroked):
            return
        fill: Paint = self._paint(raw.FPDFPageObj_GetFillColor, thing) if mode.value else "none"
        opaque = self._colour[3].value >= _OPAQUE
        stroke: Paint = self._paint(raw.FPDFPageObj_GetStrokeColor, thing) if stroked.value else "none"
        if fill == "none" and stroke == "none":
            return
        width = ctypes.c_float(1.0)
        raw.FPDFPageObj_GetStrokeWidth(thing, width)
        scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        red, green, blue = (each.value for each in self._colour[:3])  # of the stroke, if there is one
        loops = tuple(self._loops(thing, matrix))
        if loops:
            if fill == "white" and opaque and len(loops) == 1 and _is_rectangle(loops[0]):
                self.grounds.add(shared(around(list(loops[0].points)), clip), self.objects)
            self.drawn.append(self.objects)
            self.paths.append(Path(len(self.paths), loops, fill, stroke, width.value * scale, (red, green, blue)))

    def _paint(self, ask: Any, thing: Any) -> Paint:
        red, green, blue, alpha = self._colour
        if not ask(thing, red, green, blue, alpha) or alpha.value < 8:
            return "none"
        values = red.value, green.value, blue.value
        if min(values) >= _WHITE:
            return "white"
        return "dark" if min(values) < _DARK and sum(values) < 3 * _DARK else "pale"

    def _loops(self, thing: Any, matrix: Matrix) -> Iterator[Loop]:
        raw, x, y = self.raw, self._x, self._y
        count = raw.FPDFPath_CountSegments(thing)
        self.points += count
        if self.points > _MOST_POINTS:
            raise NotOpened("large")
        points: list[Point] = []
        control: list[Point] = []
        closed = curved = False
        for number in range(count):
            segment = raw.FPDFPath_GetPathSegment(thing, number)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            kind = raw.FPDFPathSegment_GetType(segment)
            point = moved(matrix, x.value, y.value)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield _loop(points, closed=closed, curved=curved)
                points, control, closed, curved = [point], [], False, False
            elif kind == raw.FPDF_SEGMENT_BEZIERTO:
                control.append(point)
                if len(control) == 3:
                    points += _curve(points[-1] if points else control[0], *control)
                    control, curved = [], True
            else:
                points.append(point)
            closed = closed or bool(raw.FPDFPathSegment_GetClose(segment))
        if len(points) > 1:
            yield _loop(points, closed=closed, curved=curved)


def _is_rectangle(loop: Loop) -> bool:
    x0, y0, x1, y1 = around(list(loop.points))
    corners = {(round(x), round(y)) for x, y in loop.points}
    return not loop.curved and corners == {(round(x), round(y)) for x in (x0, x1) for y in (y0, y1)}


def _loop(points: list[Point], *, closed: bool, curved: bool) -> Loop:
    kept = [points[0]]
    for point in points[1:]:
        if math.dist(point, kept[-1]) > 0.02:
            kept.append(point)
    if len(kept) > 3 and math.dist(kept[0], kept[-1]) < 0.1:
        kept.pop()
        closed = True
    return Loop(tuple(kept), closed, curved)


def _curve(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    for step in range(1, _CURVE + 1):
        t = step / _CURVE
        s = 1 - t
        yield (
            s * s * s * start[0] + 3 * s * s * t * first[0] + 3 * s * t * t * second[0] + t * t * t * end[0],
            s * s * s * start[1] + 3 * s * s * t * first[1] + 3 * s * t * t * second[1] + t * t * t * end[1],
        )
