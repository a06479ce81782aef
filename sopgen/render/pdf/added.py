"""A finished PDF beside the one that its spec gives → the words that somebody put upon its pages.

Words are those of characters that stand where the other file has no such character: also turned ones, across a cell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from sopgen.drawn.pdf.contents import NotOpened
from sopgen.scene import Box
from sopgen.seen import Across, Difference

if TYPE_CHECKING:
    from sopgen.drawn.pdf.contents import Letter, Pdf

_MOVED: Final = 1.0  # points: a program that writes a page anew puts a character so much elsewhere
_AROUND: Final = 2.0  # points around a place: a letter's room is larger than its ink
_BLANK: Final = 0.2  # em between two letters
_MOSTLY: Final = 0.3  # of letters, of a letter
_LARGE: Final = 24.0  # points: no text of an SOP is half as large
_NEXT: Final = 1.5  # em down to the next line, or to a letter of another text


class Added(NamedTuple):
    """What was written at a place, in the order in which it was; "" for nothing, or what nobody can read.

    `over`: whether it stands upon other letters, so that none of both is read with the other.
    """

    said: str = ""
    over: bool = False


def words_added(data: bytes, made: bytes, places: Sequence[Difference]) -> tuple[Added, ...]:
    """Of each place."""
    from sopgen.drawn.pdf.opening import opened_pdf

    if not places:
        return ()
    try:
        with opened_pdf(data) as held, opened_pdf(made) as due:
            pages = {(each.held, each.page) for each in places}
            added = {(one, other): [*_added(held, one - 1, due, other - 1)] for one, other in sorted(pages)}
            printed = {other: [box for _, box in _letters(due, other - 1)] for _, other in pages}
    except NotOpened:
        return (Added(),) * len(places)
    found: list[Added] = []
    taken: set[int] = set()  # a letter between two places is the first one's
    for each in places:
        letters = added[each.held, each.page]
        here = [(letter, box) for letter, box in letters if id(letter) not in taken and _meets(box, each.box)]
        taken |= {id(letter) for letter, _ in here}
        under = [box for box in printed[each.page] if _meets(box, each.box)]
        upon = sum(any(_lies_on(box, other) for other in under) for _, box in here)
        found.append(Added(_said(here), upon >= _MOSTLY * max(len(here), 1)))
    return tuple(found)


def words_across(data: bytes, made: bytes, held: Sequence[int]) -> tuple[Across, ...]:
    """Words that were written large upon a page. `held`: of each page of `made` the file's, from 1; 0 for none."""
    from sopgen.drawn.pdf.opening import opened_pdf

    found: list[Across] = []
    try:
        with opened_pdf(data) as file, opened_pdf(made) as due:
            for page, number in enumerate(held, start=1):
                added = _added(file, number - 1, due, page - 1) if number else ()
                large = [(letter, box) for letter, box in added if box[3] - box[1] >= _LARGE]
                if said := _said(large):
                    found.append(Across(page, number, tuple(box for _, box in large), said))
    except NotOpened:
        return ()
    return tuple(found)


def _added(held: Pdf, one: int, due: Pdf, other: int) -> Iterator[tuple[Letter, Box]]:
    """Characters of a page that the other one has not, with their boxes as they are seen."""
    printed: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for letter, _ in _letters(due, other):
        printed[letter.code].append(letter.origin)
    for letter, box in _letters(held, one):
        (x, y), here = letter.origin, printed[letter.code]
        if not any(abs(x - at) <= _MOVED and abs(y - down) <= _MOVED for at, down in here):
            yield letter, box


def _letters(pdf: Pdf, at: int) -> Iterator[tuple[Letter, Box]]:
    page = pdf.page(at)
    try:
        (left, _, _, top), turned = page.view()
        for _ in page.things():
            pass
        for each in page.letters() if not turned else ():
            x0, y0, x1, y1 = each.box
            yield each, (x0 - left, top - y1, x1 - left, top - y0)
    finally:
        page.close()


def _said(letters: Sequence[tuple[Letter, Box]]) -> str:
    """Blanks where they are written, and where letters stand apart."""
    words = [chr(letter.code) for letter, _ in letters[:1]]
    for (last, before), (letter, box) in pairwise(letters):
        size = max(before[3] - before[1], 1.0)
        apart = abs(letter.origin[1] - last.origin[1]) > _NEXT * size or box[0] - before[2] > _BLANK * size
        back = box[0] < before[0] - size
        words.append(f" {chr(letter.code)}" if apart or back else chr(letter.code))
    return " ".join("".join(words).split())


def _lies_on(box: Box, other: Box) -> bool:
    """Whether it covers a good part of the other's room."""
    across, down = min(box[2], other[2]) - max(box[0], other[0]), min(box[3], other[3]) - max(box[1], other[1])
    return across > _MOSTLY * min(box[2] - box[0], other[2] - other[0]) and down > _MOSTLY * (other[3] - other[1])


def _meets(box: Box, place: Box) -> bool:
    return (
        box[0] < place[2] + _AROUND
        and place[0] - _AROUND < box[2]
        and box[1] < place[3] + _AROUND
        and place[1] - _AROUND < box[3]
    )
