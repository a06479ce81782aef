"""What a page seems to say otherwise, only because something was put upon it that takes nothing away."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Final

from sopgen.diagnostics import Diagnostic, family
from sopgen.rules.areas import meet
from sopgen.rules.put_upon import is_stamped
from sopgen.rules.signing import is_signing
from sopgen.scene import Document, Page, SpecPath, cell_box
from sopgen.seen import Difference

_OF_CHARTS: Final = frozenset({"SIM", "PNH", "OPC"})
_OF_WAYS: Final = "PNH-06"
"""Whether all ways of the spec are drawn, and no others: a whole arrow that was drawn in is one, no note."""


def not_of_marks(
    document: Document,
    places: Sequence[Difference],
    words: Mapping[Difference, str],
    named: Sequence[Diagnostic],
    aside: Container[Difference] = (),
) -> tuple[Diagnostic, ...]:
    """`named` without what stamps, signatures, strokes and notes are mistaken for. `words`: what was written at each.

    Words that were written into a cell are read, and no marks. `aside`: places that are told by themselves.
    """
    taken = {each.page for each in places if each.gone and each not in aside}
    drawn = {each.page for each in places if each not in aside}
    return tuple(
        each
        for each in named
        if not (places and _is_stroke(document, drawn if each.code == _OF_WAYS else taken, each))
        and not any(
            _is_marked(document, places, words, each.path[:long], aside) for long in range(1, len(each.path) + 1)
        )
    )


def _is_stroke(document: Document, taken: set[int], named: Diagnostic) -> bool:
    """Whether it speaks of symbols and arrows of a page that still shows all of them: none of those `taken` from."""
    if family(named.code) not in _OF_CHARTS:
        return False
    return taken.isdisjoint(
        page.number for page in document.pages if named.step in {None, *(row.step for row in page.rows)}
    )


def _is_marked(
    document: Document,
    places: Sequence[Difference],
    words: Mapping[Difference, str],
    path: SpecPath,
    aside: Container[Difference],
) -> bool:
    """Whether all that touches its cells are marks."""
    touching = [
        each in aside or _is_mark(page, each, words.get(each, ""))
        for page in document.pages
        for box in (cell_box(table, cell) for table in page.tables for cell in table.cells if cell.path == path)
        for each in places
        if each.page == page.number and meet(box, each.box)
    ]
    return bool(touching) and all(touching)


def _is_mark(page: Page, place: Difference, said: str) -> bool:
    return is_signing(page, place) or (not place.gone and (not said or is_stamped(said)))
