"""A page in, its texts out, each once, in the order they are read aloud: above a table, cell by cell, drawing, foot."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.scene import Page, Text


def page_texts(page: Page) -> Iterator[Text]:
    """The texts outside the drawing. The watermark is no text to read: it lies behind all of them."""
    above = float("-inf")
    for table in page.tables:
        yield from (text for text in page.texts if above <= text.box[1] < table.rows[0])
        above = table.rows[0]
        for cell in table.cells:
            yield from cell.texts
    yield from (text for text in page.texts if text.box[1] >= above or not page.tables)


def drawing_texts(page: Page) -> Iterator[tuple[str, Text]]:
    """The drawing's texts, each with the role it has there: branch labels, then pentagon numbers."""
    yield from (("label", arrow.label) for arrow in page.arrows if arrow.label)
    yield from (("nomor_konektor", symbol.number) for symbol in page.symbols if symbol.number)
