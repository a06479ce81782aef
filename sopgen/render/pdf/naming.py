"""What a page of an SOP says of whose it is → the pages of a file that say nothing of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sopgen.drawn.pdf.contents import NotOpened
from sopgen.render.pdf.pagewords import letters_of


def unnamed(data: bytes, names: Mapping[int, Sequence[str]]) -> tuple[int, ...]:
    """`names`: what pages of the file, from 1, should bear; those that bear none of it, blanks and case aside."""
    from sopgen.drawn.pdf.opening import opened_pdf

    try:
        with opened_pdf(data) as pdf:
            said = {page: "".join(chr(each.code) for each in letters_of(pdf, page - 1)) for page in names}
    except NotOpened:
        return ()
    return tuple(
        page
        for page, texts in names.items()
        if said[page] and not any(_close(each) in _close(said[page]) for each in texts)
    )


def _close(text: str) -> str:
    return "".join(text.split()).casefold()
