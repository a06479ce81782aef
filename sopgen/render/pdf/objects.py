"""PDF objects in, the file's bytes out: small ones packed into compressed object streams, found by a
cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).

reportlab would write every object plain, with the tag tree several times the size, and end its streams in a way that
PDF/A forbids (no line's end before `endstream`).
"""

from __future__ import annotations

import hashlib
import zlib

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # four bytes above 127 tell tools that this is no text
_PACKED = 200
"""Objects in one object stream: a reader unpacks the whole of it to find one."""


class Objects:
    """The objects of a file by number, from 1. None has a generation but 0."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def add(self, body: bytes | str) -> int:
        self._bodies.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self._bodies)

    def reserve(self) -> int:
        """A number whose object comes later."""
        return self.add(b"null")

    def put(self, number: int, body: str) -> None:
        self._bodies[number - 1] = body.encode("latin-1")

    def add_stream(self, entries: str, data: bytes, *, compress: bool = True) -> int:
        """A stream, its dictionary's entries as PDF writes them, without Length and Filter."""
        return self.add(_stream(entries, data, compress=compress))

    def file(self, root: int, info: int) -> bytes:
        """The whole file. The information dictionary stands plain, so that what it says can be read as it is."""
        parts = [_HEAD]
        length = len(_HEAD)
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

        def place(number: int, body: bytes) -> None:
            nonlocal length
            places[number] = (1, length, 0)
            written = b"%d 0 obj\n%s\nendobj\n" % (number, body)
            parts.append(written)
            length += len(written)

        small: list[tuple[int, bytes]] = []
        for number, body in enumerate(self._bodies, start=1):
            if number == info or body.endswith(b"endstream"):
                place(number, body)
            else:
                small.append((number, body))
        following = len(self._bodies) + 1
        for start in range(0, len(small), _PACKED):
            packed = small[start : start + _PACKED]
            for index, (number, _) in enumerate(packed):
                places[number] = (2, following, index)
            place(following, _object_stream(packed))
            following += 1
        places[following] = (1, length, 0)
        entries = f"/Type/XRef/Size {following + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[{self._id() * 2}]"
        table = b"".join(
            kind.to_bytes(1, "big") + where.to_bytes(4, "big") + index.to_bytes(2, "big")
            for kind, where, index in (places[number] for number in range(following + 1))
        )
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (following, _stream(entries, table)))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % length)
        return b"".join(parts)

    def _id(self) -> str:
        """What distinguishes this file from any other: a digest of all that it holds."""
        digest = hashlib.sha256()
        for body in self._bodies:
            digest.update(body)
        return f"<{digest.hexdigest()[:32]}>"


def _stream(entries: str, data: bytes, *, compress: bool = True) -> bytes:
    if compress:
        data, entries = zlib.compress(data, 9), entries + "/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries.encode("latin-1"), len(data), data)


def _object_stream(packed: list[tuple[int, bytes]]) -> bytes:
    head, bodies, offset = [], [], 0
    for number, body in packed:
        head.append(f"{number} {offset}")
        bodies.append(body)
        offset += len(body) + 1
    index = " ".join(head).encode() + b"\n"
    return _stream(f"/Type/ObjStm/N {len(packed)}/First {len(index)}", index + b"\n".join(bodies))


def text_string(text: str) -> str:
    """A text as PDF writes it: plain where ASCII says it, else in UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
