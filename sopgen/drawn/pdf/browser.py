"""The pdfium that Meja SOP carries → `contents`: web/src/pdf asks it, and tells a whole page in a few rows of numbers.

The page's worker names it `meja_pdfium` before it asks for a file that may be a PDF.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Any, Final, cast

from sopgen.drawn.model import Box, Point
from sopgen.drawn.pdf import contents
from sopgen.drawn.pdf.contents import Colour, Drawn, Grey, Kind, Letter, NotOpened, Segment, Thing, Written
from sopgen.drawn.pdf.values import Matrix

LIBRARY: Final = "meja_pdfium"
_BOUNDS: Final = json.dumps(
    {
        "objects": contents.MOST_OBJECTS,
        "points": contents.MOST_POINTS,
        "characters": contents.MOST_CHARACTERS,
        "notes": contents.MOST_NOTES,
        "depth": contents.DEEPEST,
        "clips": contents.MOST_CLIPS,
        "clipPoints": contents.MOST_CLIP_POINTS,
        "clipped": contents.MOST_CLIPPED,
        "longest": contents.LONGEST,
    }
)
_KINDS: Final[dict[float, Kind]] = {1: "text", 2: "path", 3: "image", 5: "form"}
_VIEW: Final = 5  # numbers that stand before the things
_LETTER: Final = struct.Struct("<13d")


def _told(answer: Any) -> Any:
    """What came of a question: a text says why nothing did."""
    if isinstance(answer, str):
        raise NotOpened(cast("Any", answer))
    return answer


class BrowserPdf:
    def __init__(self, data: bytes) -> None:
        self._file = _told(import_module(LIBRARY).open(data, _BOUNDS))

    def __len__(self) -> int:
        return int(self._file.count())

    def page(self, number: int) -> BrowserPage:
        things, letters, fonts = _told(self._file.page(number))
        return BrowserPage(things.to_bytes(), letters.to_bytes(), json.loads(fonts))

    def picture(self, number: int, turned: int, pixels: int, *, printed: bool = False) -> Grey:  # noqa: ARG002 - only shown
        width, height, found = _told(self._file.picture(number, turned, pixels))
        return Grey(width, height, found.to_bytes())

    def close(self) -> None:
        self._file = None  # with all that it holds


class BrowserPage:
    """`things`: of doubles; the view, then as web/src/pdf/things.ts puts them. `letters`: as letters.ts does."""

    def __init__(self, things: bytes, letters: bytes, fonts: list[str]) -> None:
        self._things = _doubles(things)
        self._letters = letters
        self._fonts = fonts
        left, bottom, right, top, self._turned = islice(self._things, _VIEW)
        self._box: Box = (left, bottom, right, top)

    def view(self) -> tuple[Box, int]:
        return self._box, int(self._turned)

    def things(self) -> Iterator[Thing]:
        for _ in range(int(next(self._things))):
            yield self._thing()

    def _thing(self) -> Thing:
        kind = _KINDS.get(next(self._things), "other")
        opened = next(self._things)
        matrix = cast("Matrix | None", self._known(6))
        if opened:
            return Thing(kind, 0, matrix, None, (), inner=self.things())
        bounds = cast("Box | None", self._known(4))
        clips = tuple(each for each in [self._clip() for _ in range(int(next(self._things)))] if each)
        if kind == "path":
            return Thing(kind, 0, matrix, bounds, clips, drawn=self._drawn())
        if kind == "text":
            key = int(next(self._things))
            return Thing(kind, key, matrix, bounds, clips, written=self._written())
        return Thing(kind, 0, matrix, bounds, clips)

    def _known(self, count: int) -> tuple[float, ...] | None:
        return tuple(islice(self._things, count)) if next(self._things) else None

    def _clip(self) -> tuple[Point, ...]:
        count = int(next(self._things))
        return tuple((next(self._things), next(self._things)) for _ in range(count))

    def _drawn(self) -> Drawn | None:
        if not next(self._things):
            return None
        fill, stroke, width = self._colour(), self._colour(), next(self._things)
        return Drawn(fill, stroke, width, [self._segment() for _ in range(int(next(self._things)))])

    def _colour(self) -> Colour | None:
        found = self._known(4)
        return None if found is None else cast("Colour", tuple(map(int, found)))

    def _segment(self) -> Segment:
        kind, x, y, closes = islice(self._things, 4)
        return int(kind), x, y, bool(closes)

    def _written(self) -> Written:
        font, size, says, count = islice(self._things, 4)
        meanings = tuple(self._meaning() for _ in range(int(count)))
        return Written(self._fonts[int(font)], size, meanings, bool(says))

    def _meaning(self) -> bytes:
        return bytes(map(int, islice(self._things, int(next(self._things)))))

    def letters(self) -> Iterator[Letter]:
        for code, key, left, bottom, right, top, x, y, angle, size, stretched, c, d in _LETTER.iter_unpack(
            self._letters
        ):
            stretch = (c, d) if stretched else None
            yield Letter(int(code), int(key), (left, bottom, right, top), (x, y), angle, size, stretch)

    def close(self) -> None:
        self._things = iter(())


def _doubles(data: bytes) -> Iterator[float]:
    return iter(memoryview(data).cast("d"))
