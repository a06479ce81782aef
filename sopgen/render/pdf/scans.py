"""A page of a PDF → whether it is a picture, as a scanner, a fax or a telephone makes it.

Words that a program recognised in such a page lie unseen upon it, and lines that cut the picture to size may too. One
whose letters were drawn as outlines is a picture as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sopgen.drawn.pdf.values import Matrix, around, moved, times

if TYPE_CHECKING:
    from sopgen.drawn.pdf.contents import Pdf, Thing

_LEAST: Final = 0.4  # of the page: a scan of one half as large, with its margins
_MOST_DRAWN: Final = 40  # segments: a table of an SOP's has some hundred
_LEAST_OUTLINED: Final = 2_000  # segments: outlines of a page's letters have some ten thousand
_UNMOVED: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def is_scan(pdf: Pdf, at: int) -> bool:
    """Whether pictures fill page `at`, from 0, and next to nothing is drawn on it, or all of it is outlines.

    Raises `NotOpened`.
    """
    page = pdf.page(at)
    try:
        (left, bottom, right, top), _ = page.view()
        covered, drawn = 0.0, 0
        for thing, matrix in _all(page.things(), _UNMOVED):
            if thing.drawn:
                drawn += len(thing.drawn.segments)
            if thing.kind == "image":
                x0, y0, x1, y1 = around([moved(matrix, x, y) for x in (0, 1) for y in (0, 1)])
                wide, high = min(x1, right) - max(x0, left), min(y1, top) - max(y0, bottom)
                covered += max(wide, 0.0) * max(high, 0.0)
        if drawn >= _LEAST_OUTLINED and next(iter(page.letters()), None) is None:
            return True
        return covered >= _LEAST * (right - left) * (top - bottom) and drawn <= _MOST_DRAWN
    finally:
        page.close()


def _all(things: Iterator[Thing], outer: Matrix) -> Iterator[tuple[Thing, Matrix]]:
    """Each thing with what brings its own measures to the page's."""
    for thing in things:
        matrix = times(thing.matrix or _UNMOVED, outer)
        if thing.inner is not None:
            yield from _all(thing.inner, matrix)
        else:
            yield thing, matrix
