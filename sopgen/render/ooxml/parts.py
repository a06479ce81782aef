"""A package (OPC) from its parts: names and bytes in, one file out. No part is interpreted here."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE = 0o600 << 16
_COMPRESSION_LEVEL = 6


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
