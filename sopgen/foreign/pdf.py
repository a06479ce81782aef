"""A PDF's bytes → how much its streams unpack to, before any library unpacks them to find its way.

A PDF's directory itself may stand in packed streams, in layers; whoever opens the file unpacks them. Only beginnings
are looked for here, no structure: what is packed begins with a header of zlib's behind the word `stream`.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Final

from sopgen.foreign.files import MOST_BYTES

MOST_UNPACKED: Final = 256 << 20
"""Of all streams that are no picture, together."""
MOST_RATIO: Final = 100
"""Unpacked to packed, for what unpacks to more than `_FREE`."""
MOST_LAYERS: Final = 2
MOST_STREAMS: Final = 200_000
MOST_SAVED: Final = 100_000
"""Graphics states that contents save and do not restore, all together: a program that draws keeps each of them."""
MOST_REPEATED: Final = 8
"""Times that one page may name the same contents."""
_FREE: Final = 32 << 20
_CHUNK: Final = 1 << 18
_BITE: Final = 1 << 13
_STREAM: Final = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image\b")
_NO_PICTURE: Final = re.compile(rb"#|/ObjStm|/XRef|/Type\s+\d")
_SAVING: Final = re.compile(rb"(?<![^\s()<>\[\]{}/%])[qQ](?![^\s()<>\[\]{}/%])")
_CONTENTS: Final = re.compile(rb"/Contents\s*\[([^\]]*)\]")
_REFERENCE: Final = re.compile(rb"\d+\s+\d+\s+R")
_DICTIONARY: Final = 2_000  # bytes before `stream` in which what is said of it stands


class NoPdf(Exception):  # noqa: N818 - what was found
    """A PDF that unpacks to more than is reasonable."""


def measure(data: bytes) -> None:
    """Raises `NoPdf`."""
    if len(data) > MOST_BYTES:
        raise NoPdf
    budget = _Budget(min(MOST_UNPACKED, max(_FREE, MOST_RATIO * len(data))))
    view = memoryview(data)
    for number, found in enumerate(_STREAM.finditer(data)):
        if number == MOST_STREAMS:
            raise NoPdf
        if not _is_picture(data, found.start()):
            budget.spend(view[found.end() :], MOST_LAYERS)


def measure_contents(data: bytes) -> None:
    """What a program that draws the pages keeps of them. Raises `NoPdf`; call `measure` first."""
    _count_references(data)
    saved = 0
    for found in _STREAM.finditer(data):
        if _is_picture(data, found.start()):
            continue
        content = _content(data, found.end(), _FREE)
        if content is None:
            if _is_packed(memoryview(data)[found.end() :]):  # what is not looked through may hold anything
                raise NoPdf
            continue
        _count_references(content)
        saved += _depth(content)
        if saved > MOST_SAVED:
            raise NoPdf


def _count_references(said: bytes) -> None:
    for found in _CONTENTS.finditer(said):
        named = Counter(_REFERENCE.findall(found[1]))
        if named and max(named.values()) > MOST_REPEATED:
            raise NoPdf


def _depth(content: bytes) -> int:
    """The most graphics states that are saved at once; 0 where there are too few to matter."""
    if content.count(b"q") <= MOST_SAVED // 100:
        return 0
    depth = most = 0
    for token in _SAVING.finditer(content):
        depth = depth + 1 if token[0] == b"q" else max(0, depth - 1)
        most = max(most, depth)
        if most > MOST_SAVED:
            break
    return most


def contents(data: bytes, most: int) -> Iterator[bytes]:
    """What each stream of a file holds, in the file's order: unpacked where zlib packed it, else as it stands.

    A stream that holds more than `most` bytes is left out. Call `measure` first.
    """
    for found in _STREAM.finditer(data):
        content = _content(data, found.end(), most)
        if content is not None:
            yield content


def _content(data: bytes, start: int, most: int) -> bytes | None:
    rest = memoryview(data)[start:]
    if _is_packed(rest):
        return _at_most(most, rest)
    end = data.find(b"endstream", start, start + most)
    return data[start:end] if end >= 0 else None


def _at_most(most: int, packed: memoryview) -> bytes | None:
    whole = bytearray()
    for piece in _unpacked(packed):
        whole += piece
        if len(whole) > most:
            return None
    return bytes(whole)


def _is_picture(data: bytes, at: int) -> bool:
    """Pages scanned are large for good reasons, and nothing here unpacks them."""
    start = max(data.rfind(b" obj", max(0, at - _DICTIONARY), at), 0)
    said = data[start:at]
    return bool(_PICTURE.search(said)) and not _NO_PICTURE.search(said)


class _Budget:
    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self, packed: memoryview, layers: int) -> None:
        """What is packed is unpacked and let go; if it is packed once more, that too."""
        if not _is_packed(packed):
            return
        if not layers:
            raise NoPdf
        inner: bytearray | None = None
        for number, piece in enumerate(_unpacked(packed)):
            self.left -= len(piece)
            if number == 0 and _is_packed(memoryview(piece)):
                inner = bytearray()
            if inner is not None:
                inner += piece
            if self.left < 0 or (inner is not None and len(inner) > _FREE):
                raise NoPdf
        if inner is not None:
            self.spend(memoryview(inner), layers - 1)


def _is_packed(data: memoryview) -> bool:
    return len(data) > 2 and data[0] & 0x0F == 8 and ((data[0] << 8) | data[1]) % 31 == 0


def _unpacked(data: memoryview) -> Iterator[bytes]:
    packer = zlib.decompressobj()
    at = 0
    try:
        while not packer.eof and at < len(data):
            waiting = bytes(data[at : at + _BITE])
            at += _BITE
            while waiting:
                piece = packer.decompress(waiting, _CHUNK)
                waiting = packer.unconsumed_tail
                if not piece:
                    break
                yield piece
    except zlib.error:  # broken from here on, or nothing packed at all
        return
