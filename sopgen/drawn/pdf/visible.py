"""What of a page's things is seen: not what a clip leaves out, nor what lies under a surface drawn later."""

from __future__ import annotations

from typing import Final

from sopgen.drawn.model import Box, Point
from sopgen.drawn.near import TooMuch
from sopgen.drawn.pdf.texts import Finder
from sopgen.drawn.pdf.values import Matrix, around, moved

_UNDER: Final = 1.0  # points that a ground reaches beyond what it hides
_LEAST: Final = (12.0, 8.0)  # points: smaller grounds stand behind labels
_LEAST_COVER: Final = (2.0, 3.0)  # points: smaller ones cover no character
_CORE: Final = 0.25  # of a character's room on each side, where nothing of it is printed, or little
_MOST_GROUNDS: Final = 4_000
_MOST_LOOKED_AT: Final = 3_000_000  # grounds held against things: a page of an SOP comes to a tenth

EVERYTHING: Final[Box] = (-1e9, -1e9, 1e9, 1e9)


def seen_through(clips: tuple[tuple[Point, ...], ...], outer: Matrix) -> Box:
    """What a thing's clips leave, as it is seen; `outer` as for the thing's own matrix."""
    seen = EVERYTHING
    for clip in clips:
        seen = shared(seen, around([moved(outer, x, y) for x, y in clip]))
    return seen


def shared(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def is_outside(box: Box, clip: Box) -> bool:
    return box[2] < clip[0] or box[0] > clip[2] or box[3] < clip[1] or box[1] > clip[3]


class Grounds:
    """Surfaces with the number at which each was drawn; smaller ones than `least` are left out.

    Raises `TooMuch` when work is spent.
    """

    def __init__(self, least: Point = _LEAST) -> None:
        self._least = least
        self._boxes: list[Box] = []
        self._numbers: list[int] = []
        self._finder: Finder | None = None
        self._left = _MOST_LOOKED_AT

    def __bool__(self) -> bool:
        return bool(self._boxes)

    def add(self, box: Box, number: int) -> None:
        large = box[2] - box[0] >= self._least[0] and box[3] - box[1] >= self._least[1]
        if large and len(self._boxes) < _MOST_GROUNDS:
            self._boxes.append(box)
            self._numbers.append(number)

    def hide(self, box: Box, number: int) -> bool:
        """Whether a thing that was drawn at `number` lies wholly under a ground that was drawn later, and larger."""
        return self._are_over(box, number, _UNDER)

    def _are_over(self, box: Box, number: int, beyond: float) -> bool:
        if not self._numbers or number >= self._numbers[-1]:
            return False
        if self._finder is None:
            self._finder = Finder(self._boxes)
        self._left -= len(self._finder.by_band.get(int((box[1] + box[3]) / 2 // self._finder.high), ()))
        if self._left < 0:
            raise TooMuch
        for at in self._finder.all((box[0] + box[2]) / 2, (box[1] + box[3]) / 2):
            x0, y0, x1, y1 = self._boxes[at]
            inside = x0 + beyond < box[0] and y0 + beyond < box[1] and box[2] < x1 - beyond and box[3] < y1 - beyond
            if inside and self._numbers[at] > number:
                return True
        return False


class Covers(Grounds):
    """Opaque surfaces, white or dark, under which no character can be read, however little they reach beyond it."""

    def __init__(self) -> None:
        super().__init__(_LEAST_COVER)

    def hide(self, box: Box, number: int) -> bool:
        """Whether the middle of a character that was drawn at `number` lies under one that was drawn later."""
        wide, high = _CORE * (box[2] - box[0]), _CORE * (box[3] - box[1])
        return self._are_over((box[0] + wide, box[1] + high, box[2] - wide, box[3] - high), number, 0.0)
