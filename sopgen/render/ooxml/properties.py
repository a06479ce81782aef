"""Document in, the parts that describe it out: title, number, agency and dates for a file manager's eyes."""

from __future__ import annotations

from datetime import date
from xml.sax.saxutils import escape

from sopgen.intake.text import on_one_line
from sopgen.render.description import LANGUAGE, SUBJECT, author
from sopgen.render.ooxml.parts import XML_HEAD
from sopgen.render.ooxml.xml_text import possible
from sopgen.scene import Document

_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)
_APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>sopgen</Application></Properties>"
)


def properties(document: Document) -> dict[str, bytes]:
    """Its dates are the document's own; without any it carries none."""
    return described(
        document.title, document.number, author(document), document.created, document.modified or document.created
    )


def described(
    title: str, number: str, creator: str, created: date | None = None, modified: date | None = None
) -> dict[str, bytes]:
    """The same of what is no document of the Scene."""
    told = [
        _element("dc:title", on_one_line(title)),
        _element("dc:subject", SUBJECT),
        _element("dc:creator", creator),
        _element("cp:keywords", on_one_line(number)),
        _element("dc:language", LANGUAGE),
        _date("created", created),
        _date("modified", modified),
    ]
    core = f"{XML_HEAD}{_CORE}{''.join(told)}</cp:coreProperties>"
    return {"docProps/core.xml": core.encode(), "docProps/app.xml": (XML_HEAD + _APPLICATION).encode()}


def _element(name: str, text: str) -> str:
    told = escape(possible(text))
    return f"<{name}>{told}</{name}>" if told else ""


def _date(name: str, day: date | None) -> str:
    # Midnight UTC is morning of the same day in every Indonesian time zone.
    return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:{name}>' if day else ""
