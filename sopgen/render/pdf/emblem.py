"""The emblem out of a finished PDF: the one thing that it shows and its enclosed spec does not bring along."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from sopgen.foreign.pdf import NoPdf

_DEEPEST: Final = 3  # pieces in pieces of a page
_OURS: Final = "/FormXob."
_MOST_SIDE: Final = 4_000  # pixels: no logo that a spec may name is larger


def emblem_of(data: bytes, page: int = 0) -> bytes | None:
    """The first picture of a page, from 0, as a file; None where there is none that can be had.

    One that is called as in a PDF of ours goes before others: those were put there since. A program that puts several
    pages on a sheet draws each as one piece, with its pictures.
    """
    from sopgen.render.pdf.opened import opened

    try:
        with opened(data) as pdf:
            drawn = [*_pictures(pdf.pages[page].Resources, _DEEPEST)] if page < len(pdf.pages) else []
            masks = {each[mask].objgen for _, each in drawn for mask in ("/SMask", "/Mask") if mask in each}
            ours = [each for name, each in drawn if name.startswith(_OURS)]
            found = next(iter([*ours, *(each for _, each in drawn if each.objgen not in masks)]), None)
            return None if found is None else _as_file(found)
    except (NoPdf, AttributeError, NotImplementedError, OSError):
        return None


def _pictures(resources: Any, deep: int) -> Iterator[tuple[str, Any]]:
    """With their names; those of the page itself before those of what is drawn on it as one piece."""
    things = [*resources.get("/XObject", {}).items()]
    yield from ((name, each) for name, each in things if each.get("/Subtype") == "/Image")
    for _, each in things if deep else ():
        if each.get("/Subtype") == "/Form" and "/Resources" in each:
            yield from _pictures(each.Resources, deep - 1)


def _as_file(picture: Any) -> bytes | None:
    """A PNG, with what is see-through as it was."""
    from pikepdf import PdfError, PdfImage

    mask = picture.get("/SMask")
    if any(int(each.Width) > _MOST_SIDE or int(each.Height) > _MOST_SIDE for each in (picture, mask) if each):
        return None
    try:
        image = PdfImage(picture).as_pil_image().convert("RGB")
        if mask is not None:
            image.putalpha(PdfImage(mask).as_pil_image().convert("L"))
    except (PdfError, ValueError):
        return None
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()
