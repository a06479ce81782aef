"""Logos: huge, cut off, spoilt, with odd and swollen chunks."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from benchmarks.hostile_files.making import MIB, SPEC, Bases, Made, Rng, Spoil, deflated, flip


def make(rng: Rng, folder: Path, bases: Bases) -> Made:
    how, spoil = rng.choice(_PICTURES)
    base = rng.choice((bases.png, bases.jpeg))
    (folder / "specs").mkdir()
    (folder / "specs/logo.png").write_bytes(spoil(rng, base))
    (folder / "specs/a.sop.yaml").write_text(f"logo: logo.png\n{SPEC}", encoding="utf-8")
    return Made(how, (rng.choice((("check",), ("build", "--format", "xlsx"), ("build", "--format", "pdf"))),))


def _png(
    width: int, height: int, depth: int, colours: int, pixels: bytes, more: bytes = b"", interlaced: int = 0
) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, interlaced)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + more + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _huge_picture(rng: Rng, _base: bytes) -> bytes:
    width, height = rng.choice(((4_000, 4_000), (4_001, 1), (60_000, 60_000), (2**31 - 1, 1), (0, 0), (1, 100_000)))
    depth, colours = rng.choice(((8, 2), (8, 6), (16, 6), (1, 0), (8, 3)))
    return _png(width, height, depth, colours, deflated(rng.size(1, 60) * MIB, 1, b"\0"), interlaced=rng.randrange(2))


def _odd_chunks(rng: Rng, _base: bytes) -> bytes:
    text = deflated(rng.size(4, 60) * MIB, 1, b"a")
    name = rng.choice((b"zTXt", b"iCCP", b"iTXt", b"eXIf", b"tRNS", b"acTL", b"PLTE"))
    data = {b"zTXt": b"a\0\0" + text, b"iCCP": b"a\0\0" + text, b"iTXt": b"a\0\1\0\0\0" + text}.get(
        name, rng.randbytes(500)
    )
    chunk = struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return _png(8, 8, 8, 2, zlib.compress(b"\0" * (25 * 8)), chunk * rng.choice((1, 3)))


_PICTURES: tuple[tuple[str, Spoil], ...] = (
    ("spoilt picture", flip),
    ("spoilt picture", flip),
    ("huge picture", _huge_picture),
    ("odd chunks", _odd_chunks),
    ("picture cut off", lambda rng, data: data[: rng.randrange(len(data))]),
)
