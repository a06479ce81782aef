"""The signatures of a sheet of changes, below the last pair of pages, where there is room for them."""

from __future__ import annotations

from typing import Final

from sopgen.layout.changes.miniature import Reduction, shapes_of
from sopgen.layout.papers import lay_out_paper, sizes
from sopgen.layout.style import MM
from sopgen.papers.blocks import Paper, Sheet
from sopgen.papers.changes import SIGNATURES
from sopgen.scene import Figure, Page
from sopgen.text.measure import Measurer

_ABOVE: Final = 9 * MM  # between the key to the signs and the first line
_FEET: Final = frozenset({"halaman", "nomor_kaki"})


def with_signatures(page: Page, measurer: Measurer) -> Page | None:
    """The page with them; None where they find no room."""
    document = lay_out_paper(Paper("", (Sheet("", (SIGNATURES,), landscape=True),)), measurer)
    (signed,) = document.pages
    texts = [text for text in signed.texts if text.role not in _FEET]
    top, bottom = min(text.box[1] for text in texts), max(text.box[3] for text in texts)
    low = max(figure.box[3] for figure in page.figures) + _ABOVE
    if low + bottom - top > page.size[1] - sizes.BOTTOM:
        return None
    lowered = Reduction((0.0, top), (0.0, low), 1.0)
    box = lowered.box((min(text.box[0] for text in texts), top, max(text.box[2] for text in texts), bottom))
    lines = tuple(map(lowered.shape, shapes_of(signed, document.style)))
    figure = Figure("garis", box, lines, before=len(page.texts) + len(texts))
    return page._replace(texts=(*page.texts, *map(lowered.text, texts)), figures=(*page.figures, figure))
