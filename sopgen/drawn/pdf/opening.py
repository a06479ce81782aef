"""A PDF file's bytes → the file opened, by whichever pdfium is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sopgen.drawn.pdf.contents import MOST_PAGES, NotOpened, Pdf
from sopgen.foreign.pdf import NoPdf, measure, measure_contents

if TYPE_CHECKING:
    from sopgen.drawn.pdf.trial import Bitmap


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


def page_in_colour(data: bytes, number: int, turned: int, scale: float) -> Bitmap:
    """A page from 0, turned back by quarters, `scale` pixels a point. Raises `NotOpened`."""
    from sopgen.drawn.pdf.trial import COLOURED, NoTrial, pictured

    try:
        return pictured(data, number, -turned, scale, COLOURED)
    except NoTrial:
        from sopgen.drawn.pdf.pdfium import NativePdf

        document = NativePdf(data)
        try:
            return document.bitmap(number, -turned, scale, COLOURED)
        finally:
            document.close()


def _opened(data: bytes) -> Pdf:
    if find_spec("pypdfium2"):
        from sopgen.drawn.pdf.pdfium import NativePdf
        from sopgen.drawn.pdf.trial import NoTrial, try_opening

        with suppress(NoTrial):
            try_opening(data)
        return NativePdf(data)
    from sopgen.drawn.pdf.browser import BrowserPdf

    return BrowserPdf(data)
