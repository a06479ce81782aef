"""Old stock: a stranger's file → SOPs, and their comparison with what is drawn of them. It stands on `pipeline`."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sopgen.diagnostics import Language, Refusal
from sopgen.intake import MemorySource
from sopgen.pipeline import ENCLOSED_NAME, lay_out, load, render_pages

if TYPE_CHECKING:  # what reads and draws is imported where it does
    from sopgen.drawn.reading import Imported

COMPARISON_PIXELS = 1400


def import_drawn(data: bytes) -> tuple[Imported, ...]:
    """The SOPs that somebody drew by hand in a file, as they were read. Raises `NotRead`."""
    from sopgen.drawn.files import NO_SOP, TOO_MUCH, NotRead, read_file
    from sopgen.drawn.near import TooMuch
    from sopgen.drawn.reading import read_panels

    try:
        found = read_panels(read_file(data))
    except TooMuch:
        raise NotRead(TOO_MUCH) from None
    if not found:
        raise NotRead(NO_SOP)
    return found


def open_drawn(data: bytes) -> bytes:
    """The file as PDF or XLSX, whatever program it is of: what `import_drawn` and `compare_drawn` take as it is.

    Raises `NotRead`.
    """
    from sopgen.drawn.files import opened

    return opened(data)


def needs_office(data: bytes) -> bool:
    """Whether LibreOffice must open the file, which takes from seconds to two minutes."""
    from sopgen.drawn.files import by_office

    return by_office(data)


def logo_of_drawn(data: bytes, imported: Imported) -> tuple[str, bytes] | None:
    """The logo of an SOP in the opened file, as a file's suffix and its bytes; None if there is none."""
    from sopgen.drawn.logo import logo_of
    from sopgen.drawn.pdf.contents import NotOpened
    from sopgen.foreign.package import read_package
    from sopgen.render.png import foreign_piece

    logo = logo_of(imported.panels)
    if logo is None:
        return None
    if logo.panel.page:
        with suppress(NotOpened):  # drawing its page takes more than it may
            return "png", foreign_piece(data, logo.panel.page, logo.panel.turned, logo.panel.size, logo.box)
        return None
    picture = read_package(data).get(logo.source, b"")
    kind = {b"\x89PN": "png", b"\xff\xd8\xff": "jpg"}.get(picture[:3])
    return (kind, picture) if kind else None


def compare_drawn(data: bytes, imported: Imported, source: str, language: Language = "id") -> bytes:
    """An HTML page with an SOP as it lies in the opened file `data`, named `source`, beside what was read of it."""
    from sopgen.report.comparison.page import Redrawn, comparison_page

    try:
        document = lay_out(load(MemorySource(ENCLOSED_NAME, imported.spec(source).encode(), logos=None)))
        redrawn = Redrawn(render_pages(document, "svg"))
    except Refusal as refusal:
        redrawn = Redrawn(refusals=refusal.diagnostics)
    return comparison_page(source, imported, _pictures(data, imported), redrawn, language)


def original_pages(data: bytes, imported: Imported) -> tuple[str, ...]:
    """Each page or sheet of the opened file that an SOP was read from, as SVG with its marks."""
    from sopgen.drawn.seen import seen_on
    from sopgen.report.comparison.original import original

    return tuple(
        original(panel, seen_on(imported, number), picture)
        for number, (panel, picture) in enumerate(zip(imported.panels, _pictures(data, imported), strict=True))
    )


def _pictures(data: bytes, imported: Imported) -> tuple[bytes | None, ...]:
    """Of each panel that is a page its picture."""
    from sopgen.render.png import foreign_pages

    pages = [(panel.page, panel.turned) for panel in imported.panels if panel.page]
    pictures = iter(foreign_pages(data, pages, COMPARISON_PIXELS) if pages else ())
    return tuple(next(pictures) if panel.page else None for panel in imported.panels)
