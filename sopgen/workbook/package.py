"""A workbook's package → its parts, a part's XML, and what one part says of its relations to others."""

from __future__ import annotations

import posixpath
from typing import Final
from xml.etree import ElementTree as ET

from sopgen.foreign.package import NoPackage, read_package
from sopgen.foreign.xml import NoXml, read_xml

_USUAL_BOOK: Final = "xl/workbook.xml"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_NAMES: Final = (
    (b"spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"drawingml/spreadsheetDrawing", b"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"),
)
"""What a workbook saved as "Strict Open XML" calls its names (ISO/IEC 29500-1), and what all others call them."""
_RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class NoWorkbook(Exception):  # noqa: N818 - what was found, not what kind of class
    """Bytes that are no XLSX workbook, or one that unpacks to more than is reasonable."""


def parts_of(data: bytes) -> dict[str, bytes]:
    """All parts."""
    try:
        return read_package(data)
    except NoPackage as error:
        raise NoWorkbook from error


def book_of(parts: dict[str, bytes]) -> str:
    """The part that lists the sheets, wherever the package says it lies. Raises `NoWorkbook`."""
    told = [name for kind, name in related(parts, "").values() if kind == "officeDocument"]
    found = next((name for name in (*told, _USUAL_BOOK) if name in parts), None)
    if found is None:
        raise NoWorkbook
    return found


def tree(part: bytes) -> ET.Element:
    """Its names as most programs write them. Raises `NoWorkbook`."""
    if _STRICT in part:
        for strict, usual in _NAMES:
            part = part.replace(_STRICT + strict, usual)
    try:
        return read_xml(part)
    except NoXml as error:
        raise NoWorkbook from error


class Taken:
    """The parts that were read into sheets: each once, whatever relations say, or thousands of sheets are one part."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def take(self, name: str) -> None:
        """Raises `NoWorkbook` the second time."""
        if name in self._names:
            raise NoWorkbook
        self._names.add(name)


def related(parts: dict[str, bytes], name: str) -> dict[str, tuple[str, str]]:
    """Relation id → (kind, part name) of one part."""
    folder, file = posixpath.split(name)
    relations = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    if relations is None:
        return {}
    return {
        each.get("Id", ""): (
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join(folder, each.get("Target", ""))).lstrip("/")
            if not each.get("Target", "").startswith("/")
            else each.get("Target", "").lstrip("/"),
        )
        for each in tree(relations).iter(_RELATIONSHIPS)
    }
