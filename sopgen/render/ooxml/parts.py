"""A package (OPC) from its parts: names and bytes in, one file out. No part is interpreted here.

Its frame (ZIP, APPNOTE 6.3) is written here, byte for byte: so it can be said whether a file is framed just so.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_COMPRESSION_LEVEL: Final = 6
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION: Final = 20  # the one that can deflate
_UTF8_NAME: Final = 0x800
_DEFLATED: Final = 8
_FIRST_DAY: Final = 0x21  # 1 January 1980, at midnight
_ORDINARY_FILE: Final = 0o600 << 16
_HEAD: Final = struct.Struct("<4sHHHHHLLLHH")
_LISTED: Final = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_LAST: Final = struct.Struct("<4sHHHHLLH")


class _Entry(NamedTuple):
    """One part as it is packed. `name` is what stands in the file."""

    name: bytes
    flags: int
    check: int
    size: int
    deflated: bytes


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The same parts give the same bytes: no clock, no order of making, no platform."""
    first = [name for name in (CONTENT_TYPES, ROOT_RELATIONS) if name in parts]
    return _framed(_entry(name, parts[name]) for name in (*first, *sorted(set(parts) - set(first))))


def is_framed_so(data: bytes) -> bool:
    """Whether a package holds nothing but its parts, framed as `packed` does: nothing before, behind or between."""
    entries: list[_Entry] = []
    at = 0
    while data.startswith(_LOCAL, at) and at + _HEAD.size <= len(data):
        _, _, flags, _, _, _, check, packed_size, size, length, _ = _HEAD.unpack_from(data, at)
        start = at + _HEAD.size + length
        deflated = data[start : start + packed_size]
        entries.append(_Entry(data[at + _HEAD.size : start], flags & _UTF8_NAME, check, size, deflated))
        at = start + packed_size
    return _framed(entries) == data and all(_ends(entry) for entry in entries)


def _entry(name: str, part: bytes) -> _Entry:
    packer = zlib.compressobj(_COMPRESSION_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    flags = 0 if name.isascii() else _UTF8_NAME
    return _Entry(name.encode(), flags, zlib.crc32(part), len(part), packer.compress(part) + packer.flush())


def _ends(entry: _Entry) -> bool:
    """Whether nothing stands behind the end of what is packed."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        unpacker.decompress(entry.deflated, entry.size + 1)
    except zlib.error:
        return False
    return unpacker.eof and not unpacker.unused_data


def _framed(entries: Iterable[_Entry]) -> bytes:
    body: list[bytes] = []
    listed: list[bytes] = []
    at = 0
    for each in entries:
        told = (each.flags, _DEFLATED, 0, _FIRST_DAY, each.check, len(each.deflated), each.size, len(each.name), 0)
        head = _HEAD.pack(_LOCAL, _VERSION, *told)
        listed += [_LISTED.pack(_CENTRAL, _VERSION, _VERSION, *told, 0, 0, 0, _ORDINARY_FILE, at), each.name]
        body += [head, each.name, each.deflated]
        at += len(head) + len(each.name) + len(each.deflated)
    count, directory = len(listed) // 2, b"".join(listed)
    return b"".join(body) + directory + _LAST.pack(_END, 0, 0, count, count, len(directory), at, 0)
