"""What pdfium tells of a file, as plain values: the one border between the reader and the library.

`pdfium` asks the library itself, `browser` the one that the page carries; `opening` chooses. Both ask the same of it,
in the same order, and keep the same bounds. Places are a page's own, in points from its lower left.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, Protocol

from sopgen.drawn.model import Box, Point
from sopgen.drawn.pdf.values import Matrix

MOST_PAGES: Final = 300
MOST_OBJECTS: Final = 40_000  # of one page
MOST_POINTS: Final = 400_000  # of one page
MOST_CHARACTERS: Final = 60_000  # of one page
MOST_NOTES: Final = 2_000  # of one page: the others are not looked at
DEEPEST: Final = 12  # forms in forms: the others are not opened
MOST_CLIPS: Final = 8  # of one thing: the others are not looked at
MOST_CLIP_POINTS: Final = 60  # of one clip: the same
MOST_CLIPPED: Final = 300_000  # points of all clips of a page: the same
LONGEST: Final = 64
"""Bytes of what a mark may say, or a font's name."""

Kind = Literal["path", "text", "image", "form", "other"]
Colour = tuple[int, int, int, int]
"""Red, green, blue, and how much it covers: to 255 each."""
LINE, CURVE, MOVE = 0, 1, 2
Segment = tuple[int, float, float, bool]
"""`LINE`, `CURVE` (three make one) or `MOVE`, as pdfium counts them; where to; whether it closes its loop."""


class NotOpened(Exception):  # noqa: N818 - what came of it
    """`why`: locked (a password), broken, or large."""

    def __init__(self, why: Literal["locked", "broken", "large"]) -> None:
        super().__init__(why)
        self.why: Literal["locked", "broken", "large"] = why


class Drawn(NamedTuple):
    """A path. A colour is None where it is not filled or stroked, or in no colour that is seen."""

    fill: Colour | None
    stroke: Colour | None
    width: float
    segments: list[Segment]


class Written(NamedTuple):
    """A text. `meanings`: what its marks say that it means (`ActualText`), as bytes of the file; `says`: any letter."""

    font: str
    size: float
    meanings: tuple[bytes, ...]
    says: bool


class Thing(NamedTuple):
    """One object of a page or form. `key` is a text's own, `bounds` what is not None where it is known.

    `clips`: the corners of what it is seen through. `inner` of a form that is opened: gone through before the next
    thing is asked for.
    """

    kind: Kind
    key: int
    matrix: Matrix | None
    bounds: Box | None
    clips: tuple[tuple[Point, ...], ...]
    drawn: Drawn | None = None
    written: Written | None = None
    inner: Iterator[Thing] | None = None


class Letter(NamedTuple):
    """A character that the file itself has. `box`: left, bottom, right, top; `angle` in radians.

    `stretch`: the lower row of its matrix, if it has one; `key`: the text it stands in.
    """

    code: int
    key: int
    box: Box
    origin: Point
    angle: float
    size: float
    stretch: Point | None


class Grey(NamedTuple):
    """A picture, a byte a pixel, row by row from the top."""

    width: int
    height: int
    pixels: bytes


class PdfPage(Protocol):
    """Notes and stamps put upon it are drawn as its own. Everything may raise `NotOpened`."""

    def view(self) -> tuple[Box, int]:
        """What of it is seen, and by how many degrees it is turned clockwise."""

    def things(self) -> Iterator[Thing]:
        """In the painter's order. To be gone through before `letters`."""

    def letters(self) -> Iterator[Letter]: ...

    def close(self) -> None: ...


class Pdf(Protocol):
    """Everything may raise `NotOpened`."""

    def __len__(self) -> int: ...

    def page(self, number: int) -> PdfPage:
        """From 0."""

    def picture(self, number: int, turned: int, pixels: int, *, printed: bool = False) -> Grey:
        """A page from 0, turned back by quarters, its longer side `pixels` long; as on paper, or as on the screen."""

    def close(self) -> None: ...
