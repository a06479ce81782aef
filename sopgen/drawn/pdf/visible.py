"""What of a page's things is seen: not what a clip leaves out, nor what lies under a white ground drawn later."""

from __future__ import annotations

from typing import Final

from sopgen.drawn.model import Box, Point
from sopgen.drawn.near import TooMuch
from sopgen.drawn.pdf.texts import Finder
from sopgen.drawn.pdf.values import Matrix, around, moved

_UNDER: Final = 1.0  # points that a ground reaches beyond what it hides
_LEAST: Final = (12.0, 8.0)  # points: smaller grounds stand behind labels
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
    """White surfaces with the number at which each was drawn. Raises `TooMuch` when work is spent."""

    def __init__(self) -> None:
        self._boxes: list[Box] = []
        self._numbers: list[int] = []
        self._finder: Finder | None = None
        self._left = _MOST_LOOKED_AT

    def __bool__(self) -> bool:
        return bool(self._boxes)

    def add(self, box: Box, number: int) -> None:
        large = box[2] - box[0] >= _LEAST[0] and box[3] - box[1] >= _LEAST[1]
        if large and len(self._boxes) < _MOST_GROUNDS:
            self._boxes.append(box)
            self._numbers.append(number)

    def hide(self, box: Box, number: int) -> bool:
        """Whether a thing that was drawn at `number` lies wholly under a ground that was drawn later, and larger."""
        if not self._numbers or number >= self._numbers[-1]:
            return False
        if self._finder is None:
            self._finder = Finder(self._boxes)
        self._left -= len(self._finder.by_band.get(int((box[1] + box[3]) / 2 // self._finder.high), ()))
        if self._left < 0:
            raise TooMuch
        for at in self._finder.all((box[0] + box[2]) / 2, (box[1] + box[3]) / 2):
            x0, y0, x1, y1 = self._boxes[at]
            inside = x0 + _UNDER < box[0] and y0 + _UNDER < box[1] and box[2] < x1 - _UNDER and box[3] < y1 - _UNDER
            if inside and self._numbers[at] > number:
                return True
        return False
