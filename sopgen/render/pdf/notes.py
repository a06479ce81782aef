"""The notes, highlighters, stamps and the like that readers of PDFs put upon a finished one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sopgen.foreign.pdf import NoPdf
from sopgen.seen import Note

_SILENT: Final = frozenset({"", "Link", "Widget", "Popup", "PrinterMark", "TrapNet"})
"""Fields and signatures are seen on the page; the others say nothing."""
_MOST: Final = 200
_MOST_SAID: Final = 200  # characters of one
_HIDDEN: Final = 2  # neither on a screen nor on paper
_CORNERS: Final = 4  # numbers


def notes_on(data: bytes) -> tuple[Note, ...]:
    """In the file's order; none where no library reads them."""
    from sopgen.render.pdf.opened import opened

    try:
        with opened(data) as pdf:
            found = [note for number, page in enumerate(pdf.pages, start=1) for note in _notes(page, number)]
    except NoPdf:
        return ()
    return tuple(found[:_MOST])


def _notes(page: Any, number: int) -> Iterator[Note]:
    left, _, _, top = map(float, page.cropbox)
    for each in page.obj.get("/Annots", []):
        kind, place = str(each.get("/Subtype", "")).lstrip("/"), each.get("/Rect")
        if kind in _SILENT or place is None or len(place) != _CORNERS:
            continue
        x0, y0, x1, y1 = map(float, place)
        box = min(x0, x1) - left, top - max(y0, y1), max(x0, x1) - left, top - min(y0, y1)
        if int(each.get("/F", 0)) & _HIDDEN:
            continue
        said = " ".join(str(each.get("/Contents", "")).split())
        yield Note(number, box, kind, said[:_MOST_SAID])
