"""A PDF file → its pages' paths, characters and pictures, in points from the top left corner of the page as it is seen.

Raises `NotOpened`. Bounded: pages, objects and characters beyond what any SOP has are refused.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, TypeGuard

from sopgen.drawn.model import Box, Point
from sopgen.drawn.pdf.characters import Writing, characters_of
from sopgen.drawn.pdf.contents import CURVE, MOVE, Colour, Drawn, PdfPage, Segment, Thing
from sopgen.drawn.pdf.opening import opened_pdf
from sopgen.drawn.pdf.values import Loop, Matrix, Paint, Path, Sheet, around, moved, times
from sopgen.drawn.pdf.visible import EVERYTHING, Covers, Grounds, is_outside, seen_through, shared

_CURVE: Final = 6  # straight pieces for a curve
_DARK: Final = 200  # a paint whose lightest part is below is seen as a line
_WHITE: Final = 244
_BLACK: Final = 90  # a paint whose lightest part is below hides what is printed under it
_OPAQUE: Final = 250
_A_WORD: Final = 3  # letters
_BACKGROUND: Final = 200_000.0  # square points, two fifths of A4: larger ones are the paper that was scanned
_PAGE: Final = 60_000.0  # square points: larger surfaces are the ground of all that stands on them
_MOST_PICTURES: Final = 40
_UNMOVED: Final[Matrix] = (1, 0, 0, 1, 0, 0)


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """All pages."""
    with opened_pdf(data) as document:
        return tuple(_sheet(document.page(number)) for number in range(len(document)))


def _sheet(page: PdfPage) -> Sheet:
    try:
        view, size = _view(*page.view())
        writing = Writing(view)
        reader = _Reader(view, writing)
        for thing in page.things():
            reader.take(thing, view)
        paths = reader.seen_paths()
        letters = characters_of(writing, page.letters(), reader.is_covered)
    finally:
        page.close()
    return Sheet(
        size,
        paths,
        letters.found,
        tuple(reader.pictures),
        unread=(*reader.unread, *letters.unknown),
        backdrop=letters.backdrop,
        hidden=letters.hidden,
        retyped=letters.covered if reader.is_written_over() else "",
        overlaid=tuple(box for box, count in reader.over_words.items() if count >= _A_WORD),
    )


def _view(box: Box, turned: int) -> tuple[Matrix, Point]:
    """From the page's own coordinates to those of the page as it is seen, and its size."""
    x0, y0, x1, y1 = box
    match turned:
        case 90:
            return (0, 1, 1, 0, -y0, -x0), (y1 - y0, x1 - x0)
        case 180:
            return (-1, 0, 0, 1, x1, -y0), (x1 - x0, y1 - y0)
        case 270:
            return (0, -1, -1, 0, y1, x1), (y1 - y0, x1 - x0)
        case _:
            return (1, 0, 0, -1, -x0, y1), (x1 - x0, y1 - y0)


class _Reader:
    """Takes a page's things and those of the forms in it, in the painter's order."""

    def __init__(self, view: Matrix, writing: Writing) -> None:
        self.view, self.writing = view, writing
        self.paths: list[Path] = []
        self.drawn: list[int] = []  # at which thing each path was drawn
        self.texts: list[tuple[int, Thing, Matrix]] = []  # numbers, texts and what they stand in
        self.drawn_at: dict[int, int] = {}  # the number of a text by its key
        self.grounds = Grounds()
        self.covers = Covers()
        self.surfaces: list[tuple[int, Box]] = []  # those that cover what was drawn before
        self.below: list[tuple[int, float, float]] = []  # the number of each letter under one, and its middle
        self.above: list[tuple[int, float, float]] = []  # of all others
        self.pictures: list[Box] = []
        self.pictured: list[tuple[int, Box]] = []  # at which thing each smaller one was drawn
        self.over_words: dict[Box, int] = defaultdict(int)  # letters below each
        self.unread: list[Box] = []
        self.number = 0

    def take(self, thing: Thing, outer: Matrix) -> None:
        self.number += 1
        clip = seen_through(thing.clips, outer) if thing.clips else EVERYTHING
        if thing.written:
            self.writing.take(thing)
        if clip != EVERYTHING and is_outside(_bounds(thing, outer), clip):
            if thing.written:
                self.writing.hide(thing)
            return
        matrix = times(thing.matrix or _UNMOVED, outer)
        if thing.inner is not None:
            for each in thing.inner:
                self.take(each, matrix)
        elif thing.kind == "path":
            if thing.drawn:
                self._path(thing.drawn, matrix, clip)
        elif thing.written:
            self.writing.look_at(thing.written, matrix)
            self.texts.append((self.number, thing, outer))
            self.drawn_at[thing.key] = self.number
        elif thing.kind == "image":
            self._picture(around([moved(matrix, x, y) for x in (0, 1) for y in (0, 1)]))
        else:  # shading, or a form too deep
            bounds = _bounds(thing, outer)
            self.unread += [] if bounds == EVERYTHING else [bounds]

    def seen_paths(self) -> tuple[Path, ...]:
        """All that no ground hides; texts under one are told to be hidden."""
        for number, thing, outer in self.texts if self.grounds else ():
            if self.grounds.hide(_bounds(thing, outer), number):
                self.writing.hide(thing, covered=True)
        return tuple(
            path
            for number, path in zip(self.drawn, self.paths, strict=True)
            if not self.grounds.hide(around([point for loop in path.loops for point in loop.points]), number)
        )

    def is_covered(self, key: int, box: Box) -> bool:
        """Whether a character of a text lies under a surface that was drawn later; under pictures they are counted."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for number, (x0, y0, x1, y1) in self.pictured:
            if x0 < x < x1 and y0 < y < y1 and number > self.drawn_at.get(key, number):
                self.over_words[x0, y0, x1, y1] += 1
        number = self.drawn_at.get(key, 0)
        covered = bool(self.covers) and number > 0 and self.covers.hide(box, number)
        if self.covers and number:
            (self.below if covered else self.above).append((number, x, y))
        return covered

    def is_written_over(self) -> bool:
        """Whether a surface that covers words has others on it."""
        for number, box in self.surfaces if self.below else ():
            below = sum(before < number and _holds(box, x, y) for before, x, y in self.below)
            if below >= _A_WORD and any(after > number and _holds(box, x, y) for after, x, y in self.above):
                return True
        return False

    def _picture(self, box: Box) -> None:
        self.pictures.append(box)
        if (box[2] - box[0]) * (box[3] - box[1]) < _BACKGROUND and len(self.pictured) < _MOST_PICTURES:
            self.pictured.append((self.number, box))

    def _path(self, drawn: Drawn, matrix: Matrix, clip: Box) -> None:
        loops = tuple(_loops(drawn.segments, matrix))
        if not loops:
            return
        fill, stroke = _paint(drawn.fill), _paint(drawn.stroke)
        if _covers(drawn.fill) and len(loops) == 1 and _is_rectangle(loops[0]):
            box = shared(around(list(loops[0].points)), clip)
            if fill == "white":
                self.grounds.add(box, self.number)
            if fill == "white" or max(drawn.fill[:3]) < _BLACK:
                self.covers.add(box, self.number)
                if (box[2] - box[0]) * (box[3] - box[1]) < _PAGE:
                    self.surfaces.append((self.number, box))
        scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        red, green, blue, _ = drawn.stroke or drawn.fill or (0, 0, 0, 0)
        self.drawn.append(self.number)
        self.paths.append(Path(len(self.paths), loops, fill, stroke, drawn.width * scale, (red, green, blue)))


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] < x < box[2] and box[1] < y < box[3]


def _bounds(thing: Thing, outer: Matrix) -> Box:
    """The box around a thing; everything where that is not known."""
    if thing.bounds is None:
        return EVERYTHING
    left, bottom, right, top = thing.bounds
    return around([moved(outer, x, y) for x in (left, right) for y in (top, bottom)])


def _paint(colour: Colour | None) -> Paint:
    if colour is None:
        return "none"
    values = colour[:3]
    if min(values) >= _WHITE:
        return "white"
    return "dark" if min(values) < _DARK and sum(values) < 3 * _DARK else "pale"


def _covers(colour: Colour | None) -> TypeGuard[Colour]:
    return colour is not None and colour[3] >= _OPAQUE


def _loops(segments: list[Segment], matrix: Matrix) -> Iterator[Loop]:
    points: list[Point] = []
    control: list[Point] = []
    closed = curved = False
    for kind, x, y, closes in segments:
        point = moved(matrix, x, y)
        if kind == MOVE:
            if len(points) > 1:
                yield _loop(points, closed=closed, curved=curved)
            points, control, closed, curved = [point], [], False, False
        elif kind == CURVE:
            control.append(point)
            if len(control) == 3:
                points += _curve(points[-1] if points else control[0], *control)
                control, curved = [], True
        else:
            points.append(point)
        closed = closed or closes
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
