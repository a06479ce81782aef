"""A page of another SOP on the same form, stapled in place of one → that page as a whole, and no cell of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from sopgen.scene import Document, Page
from sopgen.seen import Likeness, PageFault

_NAMING: Final = frozenset({"judul_prosedur", "nomor_kaki"})
"""The title above the flow, and the number in the foot."""
_LEAST: Final = 3  # places: who changes title and number by hand changes two


def names_due(document: Document, likeness: Likeness) -> Mapping[int, tuple[str, ...]]:
    """What the file's pages, from 1, should bear of whose they are, of those on which much is otherwise."""
    found = {}
    for page, held in zip(document.pages, likeness.held, strict=True):
        names = _names(page)
        there = [each for each in likeness.places if each.held == held]
        rows = {row.step for row in page.rows for each in there if each.box[1] < row.y1 and row.y0 < each.box[3]}
        much = len(there) >= _LEAST and (len(names) > 1 or 2 * len(rows) > len(page.rows))
        if held and names and much and held not in likeness.scans:
            found[held] = names
    return found


def _names(page: Page) -> tuple[str, ...]:
    if page.rows and not page.joins_identity:
        return tuple(text.text for text in page.texts if text.role in _NAMING)
    cells = [cell for table in page.tables for cell in table.cells if cell.path in {("nomor",), ("judul",)}]
    return tuple("".join(text.text for text in cell.texts) for cell in cells if cell.texts)


def without(likeness: Likeness, foreign: Collection[int]) -> Likeness:
    """With these pages of the file, from 1, told as none of the SOP's."""
    at = {held: page for page, held in enumerate(likeness.held, start=1) if held in foreign}
    return likeness._replace(
        places=tuple(each for each in likeness.places if each.held not in foreign),
        faults=(
            *(each for each in likeness.faults if each.held not in foreign),
            *(PageFault("foreign", page, held) for held, page in at.items()),
        ),
        held=tuple(0 if each in foreign else each for each in likeness.held),
        anew=tuple(each for each in likeness.anew if each.held not in foreign),
    )
