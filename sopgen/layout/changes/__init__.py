"""A comparison and both drawings in, the marked document out: the sheet of changes, then the pages that changed.

`places` finds what shows a change, `marks` draws round it, `miniature` makes a page smaller, `sheet` puts two side by
side; `pages` says on which page an entry is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sopgen.comparing import Comparison
from sopgen.layout.changes.marks import Marked
from sopgen.layout.changes.pages import pages_of_entries
from sopgen.layout.changes.places import find_shown
from sopgen.layout.changes.sheet import Side, compose
from sopgen.layout.changes.signing import with_signatures
from sopgen.layout.papers import lay_out_paper
from sopgen.layout.setting import Setter
from sopgen.layout.style import MM
from sopgen.papers.changes import changes_paper
from sopgen.scene import Align, Bookmark, Document, Page, Text
from sopgen.text.measure import DEFAULT, Measurer
from sopgen.wording import Wording

__all__ = ["lay_out_changes", "pages_of_entries"]


_LARGE: Final = (round(420 * MM, 2), round(297 * MM, 2))  # A3: side by side, pages are at two thirds and more


def lay_out_changes(
    comparison: Comparison,
    old: Document | None,
    new: Document | None,
    measurer: Measurer = DEFAULT,
    *,
    large: bool = False,
) -> Document:
    """Without the pictures where one of the two cannot be drawn; `large`: they stand on A3.

    Raises `Refusal` for a text that no page holds.
    """
    places = pages_of_entries(comparison, old, new)
    sheet = lay_out_paper(changes_paper(comparison, places), measurer)
    if old is None or new is None:
        return sheet
    setter = Setter(measurer)
    size = _LARGE if large else sheet.pages[0].size
    pictures = [compose(*pair, comparison, size, setter) for pair in _pairs(comparison, old, new)]
    signed = pictures and with_signatures(pictures[-1], measurer)
    if signed:
        sheet = lay_out_paper(changes_paper(comparison, places, signed=False), measurer)
        pictures[-1] = signed
    pages = [*sheet.pages, *pictures]
    marks = [Bookmark("Halaman yang berubah", len(sheet.pages) + 1)] if pictures else []
    return sheet._replace(
        pages=tuple(_numbered(page, number, len(pages), sheet, setter) for number, page in enumerate(pages, start=1)),
        bookmarks=(*sheet.bookmarks, *marks),
    )


def _numbered(page: Page, number: int, count: int, sheet: Document, setter: Setter) -> Page:
    """The page with its number among all, and the foot line that the sheet's pages have."""
    first = sheet.pages[0]
    feet = {text.role: text for text in first.texts if text.role in {"halaman", "nomor_kaki"}}
    right, down = page.size[0] - first.size[0], page.size[1] - first.size[1]
    like = feet["halaman"]
    end = like.runs[0].x + like.runs[0].width + right
    told = Wording().page_of(number, count)
    counted = _lowered(like, told, end, down, setter, "right")
    others = [text for text in page.texts if text.role not in feet]
    named = feet.get("nomor_kaki")
    kept = [_lowered(named, named.text, named.runs[0].x, down, setter, "left")] if named else []
    return page._replace(number=number, texts=(*others, *kept, counted))


def _lowered(like: Text, told: str, x: float, down: float, setter: Setter, align: Align) -> Text:
    """A line of the foot in the look of another, from `x` or up to it."""
    x0, y0, x1, y1 = like.cell
    cell = (x0, y0 + down, max(x1, x), y1 + down)
    at = (x, like.runs[0].baseline + down)
    return setter.single(like.role, told, like.face, like.size, at, cell, align)._replace(grey=like.grey)


def _pairs(comparison: Comparison, old: Document, new: Document) -> Iterator[tuple[Side, Side]]:
    """Pages with a change, each with the one that shows the same steps; those that fell out or came new alone."""
    lefts = [_side(page, comparison, old, old=True) for page in old.pages]
    rights = [_side(page, comparison, new, old=False) for page in new.pages]
    partner = {at: _partner(right, lefts, comparison) for at, right in enumerate(rights)}
    nothing_left = Side(None, old, comparison.old, (), old=True)
    nothing_right = Side(None, new, comparison.new, (), old=False)
    shown: set[int] = set()
    for at, right in enumerate(rights):
        mate = partner[at]
        left = nothing_left if mate is None else lefts[mate]
        if _tells(right) or _tells(left):
            shown.add(-1 if mate is None else mate)
            yield left, right
    for at, left in enumerate(lefts):
        if _tells(left) and at not in shown:
            yield left, nothing_right


def _tells(side: Side) -> bool:
    """Whether more is marked than the dates of the revision, which the matrix says as well."""
    return any((mark.change.new or mark.change.old or ())[:1] != ("tanggal",) for mark in side.marks)


def _side(page: Page, comparison: Comparison, document: Document, *, old: bool) -> Side:
    sop = comparison.old if old else comparison.new
    marks = []
    for number, change in enumerate(comparison.entries, start=1):
        path = change.old if old else change.new
        shown = find_shown(page, path, sop) if path is not None and page.kind != "riwayat" else None
        if shown is not None:
            marks.append(Marked(number, change, shown))
    return Side(page, document, sop, marks, old=old)


def _partner(right: Side, lefts: list[Side], comparison: Comparison) -> int | None:
    """The old page of the same kind that shows the most of the same steps; of pages without steps the same one."""
    assert right.page is not None
    here = {row.step for row in right.page.rows if row.step is not None}
    best, most = None, 0
    for at, left in enumerate(lefts):
        assert left.page is not None
        if left.page.kind != right.page.kind:
            continue
        shared = len({comparison.steps.get(row.step) for row in left.page.rows if row.step is not None} & here)
        if not here and left.page.number == right.page.number:
            shared = 1
        if shared > most:
            best, most = at, shared
    return best
