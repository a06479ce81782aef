"""A PDF file's bytes → the file opened, by whichever pdfium is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from sopgen.drawn.pdf.contents import MOST_PAGES, NotOpened, Pdf
from sopgen.foreign.pdf import NoPdf, measure, measure_contents


@contextmanager
def opened_pdf(data: bytes) -> Iterator[Pdf]:
    """Raises `NotOpened`. Bounded: what unpacks to too much or has too many pages is not opened."""
    try:
        measure(data)
        measure_contents(data)
    except NoPdf:
        raise NotOpened("large") from None
    document = _opened(data)
    try:
        if len(document) > MOST_PAGES:
            raise NotOpened("large")
        yield document
    finally:
        document.close()


def _opened(data: bytes) -> Pdf:
    if find_spec("pypdfium2"):
        from sopgen.drawn.pdf.pdfium import NativePdf

        return NativePdf(data)
    from sopgen.drawn.pdf.browser import BrowserPdf

    return BrowserPdf(data)
