"""Every format that is written: what it is called, how its bytes are known, and who draws, seals and reads it back.

A new format is a new row of `FORMATS`. Nothing of a renderer is imported before it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from sopgen.diagnostics import Message
from sopgen.render.enclosed import NothingEnclosed, SealState
from sopgen.scene import Document, Origin

if TYPE_CHECKING:
    from sopgen.render.pdf import Archival


class Format(NamedTuple):
    """`render` makes a document's file of it, if that holds documents; `enclosed` gives back what a file carries."""

    name: str
    suffix: str
    recognises: Callable[[bytes], bool]
    seal_state: Callable[[bytes], SealState]
    render: Callable[[Document, Archival], bytes] | None = None
    enclosed: Callable[[bytes], Origin] | None = None


def _render_pdf(document: Document, archival: Archival) -> bytes:
    from sopgen.render.pdf import render_pdf

    return render_pdf(document, archival)


def _render_xlsx(document: Document, _archival: Archival) -> bytes:
    from sopgen.render.xlsx.workbook import render_xlsx

    return render_xlsx(document)


def _pdf_seal(data: bytes) -> SealState:
    from sopgen.render.pdf.seal import seal_state

    return seal_state(data)


def _package_seal(data: bytes) -> SealState:
    from sopgen.render.ooxml.seal import seal_state

    return seal_state(data)


def _picture_seal(data: bytes) -> SealState:
    from sopgen.render.png import seal_state

    return seal_state(data)


def _text_seal(data: bytes) -> SealState:
    from sopgen.render.graphviz.seal import text_seal_state

    return text_seal_state(data)


def _calendar_seal(data: bytes) -> SealState:
    from sopgen.render.calendar import seal_state

    return seal_state(data)


def _in_pdf(data: bytes) -> Origin:
    from sopgen.render.pdf.source import enclosed

    return enclosed(data)


def _in_package(data: bytes) -> Origin:
    from sopgen.render.ooxml.source import enclosed

    return enclosed(data)


def _is_workbook(data: bytes) -> bool:
    """A ZIP file names its parts in plain letters; what is too broken to name any may have been a workbook."""
    return data.startswith(b"PK") and b"word/document.xml" not in data


FORMATS: Final = {
    each.name: each
    for each in (
        Format("pdf", ".pdf", lambda data: data.startswith(b"%PDF"), _pdf_seal, _render_pdf, _in_pdf),
        Format("xlsx", ".xlsx", _is_workbook, _package_seal, _render_xlsx, _in_package),
        Format("docx", ".docx", lambda data: data.startswith(b"PK") and not _is_workbook(data), _package_seal),
        Format("png", ".png", lambda data: data.startswith(b"\x89PNG"), _picture_seal),
        Format("ics", ".ics", lambda data: data.startswith(b"BEGIN:VCALENDAR"), _calendar_seal),
        Format("svg", ".svg", lambda data: data.lstrip().startswith((b"<?xml", b"<svg")), _text_seal),
    )
}


def format_of(data: bytes) -> Format | None:
    """The format of a file by its bytes, whatever its name."""
    return next((each for each in FORMATS.values() if each.recognises(data)), None)


def seal_state(data: bytes) -> SealState:
    """Whether a finished file is still as it was written; a text of no known format may be a DOT."""
    known = format_of(data)
    return known.seal_state(data) if known else _text_seal(data)


def enclosed(data: bytes) -> Origin:
    """The files that a finished document was made from, out of itself. Raises `NothingEnclosed`."""
    known = format_of(data)
    if known is None or known.enclosed is None:
        raise NothingEnclosed(Message("bukan berkas PDF atau XLSX", "neither a PDF nor an XLSX file"))
    return known.enclosed(data)
