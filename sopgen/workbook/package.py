"""A ZIP package's bytes → its parts, bounded, and a part's XML, without document types."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

MOST_PARTS: Final = 5_000
MOST_BYTES: Final = 64 << 20
_RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class NoWorkbook(Exception):  # noqa: N818 - what was found, not what kind of class
    """Bytes that are no XLSX workbook, or one that unpacks to more than is reasonable."""


def parts_of(data: bytes) -> dict[str, bytes]:
    """All parts. What an entry claims of its size is not believed: reading stops at the bound."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _read(archive)
    except NoWorkbook:
        raise
    except Exception as error:  # each method of packing has errors of its own
        raise NoWorkbook from error


def _read(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_PARTS:
        raise NoWorkbook
    parts: dict[str, bytes] = {}
    left = MOST_BYTES
    for entry in entries:
        with archive.open(entry) as part:
            parts[entry.filename] = part.read(left + 1)
        left -= len(parts[entry.filename])
        if left < 0:
            raise NoWorkbook
    return parts


def tree(part: bytes) -> ET.Element:
    """Raises NoWorkbook. A document type is how XML would expand without end; no office program writes one.

    Nor one in UTF-16, in which it would go unseen.
    """
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part:
        raise NoWorkbook
    try:
        return ET.fromstring(part)  # noqa: S314 - without a document type nothing expands
    except (ET.ParseError, ValueError, LookupError) as error:
        raise NoWorkbook from error


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
