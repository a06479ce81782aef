"""The bookmarks: Identitas, Prosedur, and below that each page of the flow with the steps that stand on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from sopgen import scene
from sopgen.render.pdf.objects import Objects, text_string
from sopgen.scene import Document, Page


class Bookmark(NamedTuple):
    """`page` counts from 0."""

    title: str
    page: int
    below: tuple[Bookmark, ...] = ()


def bookmarks_of(document: Document) -> tuple[Bookmark, ...]:
    if document.bookmarks:
        return _nested(document.bookmarks)
    found: list[Bookmark] = []
    for kind, group in groupby(enumerate(document.pages), key=lambda each: each[1].kind):
        pages = list(group)
        if kind == "prosedur":
            found += [Bookmark("Identitas", at) for at, page in pages if page.joins_identity]
            found.append(Bookmark("Prosedur", pages[0][0], tuple(Bookmark(_title(page), at) for at, page in pages)))
        else:
            name = kind.capitalize()
            for number, (at, page) in enumerate(pages):
                found.append(Bookmark(f"{name}, halaman {page.number}" if number else name, at))
    return tuple(found)


def _nested(listed: Sequence[scene.Bookmark]) -> tuple[Bookmark, ...]:
    """A volume's own, each with those of a deeper level that follow it."""
    found: list[Bookmark] = []
    at = 0
    while at < len(listed):
        own = listed[at]
        end = next((n for n in range(at + 1, len(listed)) if listed[n].level <= own.level), len(listed))
        found.append(Bookmark(own.title, own.page - 1, _nested(listed[at + 1 : end])))
        at = end
    return tuple(found)


def _title(page: Page) -> str:
    steps = [row.step for row in page.rows if row.step is not None]
    if not steps:
        return f"Halaman {page.number}"
    span = f"{steps[0]}" if len(steps) == 1 else f"{steps[0]}–{steps[-1]}"
    return f"Halaman {page.number}: kegiatan {span}"


def write_bookmarks(objects: Objects, bookmarks: Sequence[Bookmark], pages: Sequence[int]) -> int:
    """The number of the outline's root. `pages` are the pages' object numbers."""
    root = objects.reserve()
    first, last, count = _write_level(objects, bookmarks, pages, root)
    objects.put(root, f"<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {count}>>")
    return root


def _write_level(
    objects: Objects, bookmarks: Sequence[Bookmark], pages: Sequence[int], parent: int
) -> tuple[int, int, int]:
    """First and last entry of a level, and how many entries are shown with it open."""
    numbers = [objects.reserve() for _ in bookmarks]
    shown = len(bookmarks)
    for at, (number, bookmark) in enumerate(zip(numbers, bookmarks, strict=True)):
        entry = f"<</Title{text_string(bookmark.title)}/Parent {parent} 0 R/Dest[{pages[bookmark.page]} 0 R/Fit]"
        entry += f"/Prev {numbers[at - 1]} 0 R" if at else ""
        entry += f"/Next {numbers[at + 1]} 0 R" if at + 1 < len(numbers) else ""
        if bookmark.below:
            first, last, count = _write_level(objects, bookmark.below, pages, number)
            entry += f"/First {first} 0 R/Last {last} 0 R/Count {count}"
            shown += count
        objects.put(number, entry + ">>")
    return numbers[0], numbers[-1], shown
