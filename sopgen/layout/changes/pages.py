"""Where on paper the entries of a comparison are."""

from __future__ import annotations

from sopgen.comparing import Change, Comparison
from sopgen.scene import Document


def pages_of_entries(comparison: Comparison, old: Document | None, new: Document | None) -> tuple[int | None, ...]:
    """For each entry its page in the new document, of what was removed in the old one; None where none was drawn."""
    return tuple(_page(change, old if change.new is None else new) for change in comparison.entries)


def _page(change: Change, document: Document | None) -> int | None:
    path = change.new if change.new is not None else change.old
    if document is None or path is None or path[0] in {"pelayanan", "tampilan", "status", "digantikan_oleh"}:
        return None
    if path[0] == "kegiatan":
        step = change.steps[1 if change.new is not None else 0]
        return next((page.number for page in document.pages for row in page.rows if row.step == step), None)
    if path[0] == "pelaksana":
        return next((page.number for page in document.pages if page.lanes), None)
    return document.pages[0].number
