"""A package (OPC) as its parts: names in, bytes out, and the other way round. No part is interpreted here."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LARGEST = 64 << 20  # bytes of all parts together: what a hand-made file may unpack to
_EPOCH = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE = 0o600 << 16
_COMPRESSION_LEVEL = 6


class BrokenPackage(Exception):  # noqa: N818 - what was found
    """Bytes that are no package, or one that unpacks to more than is reasonable."""


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The same parts give the same bytes: no clock, no order of making, no platform."""
    first = [name for name in (CONTENT_TYPES, ROOT_RELATIONS) if name in parts]
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION_LEVEL) as archive:
        for name in (*first, *sorted(set(parts) - set(first))):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.external_attr = _ORDINARY_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return target.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a package from anywhere. Raises BrokenPackage."""
    try:
        return _read(data)
    except Exception as error:  # each method of packing has errors of its own
        raise BrokenPackage from error


def _read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if sum(entry.file_size for entry in entries) > _LARGEST:
            raise zipfile.LargeZipFile
        return {entry.filename: archive.read(entry) for entry in entries}
