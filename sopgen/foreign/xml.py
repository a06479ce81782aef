"""XML from anywhere → a tree: no document type in any encoding, bounded in elements, attributes, depth and lines.

It is read twice: once by expat alone, which holds nothing and counts, then into a tree. `defusedxml` forbids document
types too, but counts nothing (ARCHITECTURE, Bounds); the tests ask it what must be refused.
"""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

MOST_ELEMENTS: Final = 1_000_000
MOST_DEPTH: Final = 200
MOST_LINES: Final = 2_000_000
"""Line ends and references: the tree holds what stands between two of them as a text of its own."""
_ENCODINGS: Final = ("utf-8", "utf-16", "us-ascii", "ascii", "iso-8859-1")
"""Those that expat knows itself."""


class NoXml(Exception):  # noqa: N818 - what was found
    """Bytes that are no XML, or XML with a document type or beyond the bounds."""


def read_xml(data: bytes, most: int = MOST_ELEMENTS) -> ET.Element:
    """The root. `most`: elements and attributes together. Raises `NoXml`."""
    try:
        _measure(data, most)
        return ET.fromstring(data)  # noqa: S314 - without a document type nothing expands
    except (ET.ParseError, expat.ExpatError, ValueError, LookupError) as error:
        raise NoXml from error


def _measure(data: bytes, most: int) -> None:
    """Raises `NoXml` at the first thing that is out of bounds."""
    if sum(map(data.count, (b"\n", b"\r", b"&"))) > MOST_LINES:
        raise NoXml
    parser = expat.ParserCreate()
    parser.ordered_attributes = True  # a list costs less than a mapping
    count = depth = 0

    def start(_name: str, attributes: list[str]) -> None:
        nonlocal count, depth
        count += 1 + len(attributes) // 2
        depth += 1
        if count > most or depth > MOST_DEPTH:
            raise NoXml

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise NoXml

    def document_type(*_: object) -> None:
        raise NoXml

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.XmlDeclHandler = declared
    parser.StartDoctypeDeclHandler = document_type
    parser.Parse(data, True)
