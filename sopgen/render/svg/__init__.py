"""Pages as SVG: Document in, one picture a page out, with real text and with the place in the spec of what it shows.

`drawing` paints a page, `places` says which key of the spec a cell, a text or a symbol prints, `fonts` cuts the faces
down to what a page uses. A page of a program that has the fonts (the one in the browser) goes without them.
"""

from __future__ import annotations

from collections.abc import Callable

from sopgen.scene import Document, Page


def render_pages(document: Document, *, with_fonts: bool = True) -> tuple[bytes, ...]:
    """The same bytes for the same document. `with_fonts`: the fonts that a page uses stand in its file."""
    draw = page_drawer(document, with_fonts=with_fonts)
    return tuple(draw(page) for page in document.pages)


def page_drawer(document: Document, *, with_fonts: bool = True) -> Callable[[Page], bytes]:
    """What draws single pages of the document."""
    from sopgen.render.svg.drawing import draw_page
    from sopgen.render.svg.markup import Words

    words = Words.of(document)
    return lambda page: draw_page(page, document, words, with_fonts=with_fonts)
