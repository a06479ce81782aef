"""Packages (ZIP) that swell, lie, repeat and break."""

from __future__ import annotations

import re
import struct
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from benchmarks.hostile_files.making import MIB, Bases, Made, Rng, flip, written

Parts = dict[str, bytes]


def make(rng: Rng, folder: Path, bases: Bases) -> Made:
    suffix, base = rng.choice(((".xlsx", bases.xlsx), (".xlsx", bases.xlsx), (".form.xlsx", bases.form)))
    how, spoil = rng.choice(_PACKAGES)
    return written(rng, folder, spoil(rng, unpack(base)), suffix, how)


def unpack(data: bytes) -> Parts:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method, compresslevel=None if method == zipfile.ZIP_LZMA else 9) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()


def _swollen(rng: Rng, parts: Parts) -> bytes:
    name = rng.choice([*parts, "xl/media/besar.bin"])
    filling = rng.choice((b"\0", b" ", b"<a/>", b"<c><v>1</v></c>", bytes(range(256))))
    size = rng.size(1, 8, 40, 80) * MIB
    method = rng.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    return pack({**parts, name: parts.get(name, b"") + filling * (size // len(filling))}, method)


def _lying(rng: Rng, parts: Parts) -> bytes:
    """The directory claims other sizes, sums, places or ways of packing."""
    data = bytearray(pack(parts))
    entries = [found.start() for found in re.finditer(rb"PK\x01\x02", data)]
    for _ in range(rng.randrange(1, 5)):
        at = rng.choice(entries) + rng.choice((8, 10, 16, 20, 24, 28, 30, 32, 42))
        data[at : at + 4] = struct.pack("<I", rng.choice((0, 1, 1000, 0xFFFFFFFF, rng.getrandbits(32))))
    return bytes(data)


def _many(rng: Rng, parts: Parts) -> bytes:
    count = rng.size(3_000, 6_000, 30_000)
    return pack({**parts, **{f"xl/{number}": b"" for number in range(count)}}, zipfile.ZIP_STORED)


def _twice(rng: Rng, parts: Parts) -> bytes:
    target = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, content in [*parts.items(), *rng.sample(list(parts.items()), 3)]:
            archive.writestr(rng.choice((name, name, name.upper(), f"../../{name}", f"/{name}", f"{name}/")), content)
    return target.getvalue()


def _around(rng: Rng, parts: Parts) -> bytes:
    data = pack(parts)
    filling = rng.choice((b"\0" * 1000, data, b"PK\x05\x06" + bytes(18), b"%PDF-1.7\n", rng.randbytes(300)))
    return rng.choice((data + filling, filling + data, data[:-2] + struct.pack("<H", 5) + b"hello"))


def _odd_names(rng: Rng, parts: Parts) -> bytes:
    names = ["a" * 60_000, "xl/\x1b[31m", "..\\..\\x", "C:x", "\u202e.xml", "xl//workbook.xml", "[Content_Types].xml/"]
    return pack({**parts, **dict.fromkeys(rng.sample(names, 4), b"x")})


_PACKAGES: tuple[tuple[str, Callable[[Rng, Parts], bytes]], ...] = (
    ("swollen part", _swollen),
    ("lying directory", _lying),
    ("many parts", _many),
    ("parts twice", _twice),
    ("spoilt package", lambda rng, parts: flip(rng, pack(parts))),
    ("bytes around", _around),
    ("odd names of parts", _odd_names),
)
