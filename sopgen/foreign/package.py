"""A ZIP package's bytes → its parts: stored and deflated ones only, each once, bounded in number, size and ratio.

What an entry claims of its size is not believed: it is unpacked piece by piece, and no further than the bound.
"""

from __future__ import annotations

import codecs
import zipfile
import zlib
from io import BytesIO
from typing import Final

from sopgen.foreign.files import MOST_BYTES

MOST_PARTS: Final = 5_000
MOST_MARKS: Final = 3_000_000
"""`<` in all parts of XML together: twice the elements that they hold."""
MOST_RATIO: Final = 200
"""Unpacked to packed, for a whole package of more than `_FREE`: blank rows in a sheet come to a hundred."""
_FREE: Final = 4 << 20
_ENTRY: Final = b"PK\x01\x02"  # begins what the directory says of a part
_ENCRYPTED: Final = 0x1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CHUNK: Final = 1 << 20
_XML: Final = (b"<", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class NoPackage(Exception):  # noqa: N818 - what was found
    """Bytes that are no package, or one that is larger than is reasonable."""


def read_package(data: bytes) -> dict[str, bytes]:
    """The parts by name. Raises `NoPackage`."""
    if len(data) > MOST_BYTES or data.count(_ENTRY) > MOST_PARTS:  # before each takes memory of its own
        raise NoPackage
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            names = {entry.filename.casefold() for entry in entries}
            if len(names) < len(entries) or not all(map(_is_readable, entries)):
                raise NoPackage
            return _unpacked(archive, entries, min(MOST_BYTES, max(_FREE, MOST_RATIO * len(data))))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        raise NoPackage from error


def names_in(data: bytes) -> frozenset[str]:
    """What a package's parts are called, without unpacking any. Raises `NoPackage`."""
    if len(data) > MOST_BYTES or data.count(_ENTRY) > MOST_PARTS:
        raise NoPackage
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise NoPackage from error


def _is_readable(entry: zipfile.ZipInfo) -> bool:
    return entry.compress_type in _METHODS and not entry.flag_bits & _ENCRYPTED


def _unpacked(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], left: int) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    marks = MOST_MARKS
    for entry in entries:
        pieces: list[bytes] = []
        with archive.open(entry) as part:
            while piece := part.read(min(_CHUNK, left + 1)):
                left -= len(piece)
                pieces.append(piece)
                if left < 0:
                    raise NoPackage
        content = b"".join(pieces)
        if content[:64].lstrip().startswith(_XML):
            marks -= content.count(b"<")
            if marks < 0:
                raise NoPackage
        parts[entry.filename] = content
    return parts
