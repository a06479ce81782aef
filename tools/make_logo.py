"""Draw specs/contoh-logo.png: an abstract emblem that belongs to no agency.

Standard library only, and no random or dated part: the same bytes wherever it runs with the same zlib.

    python tools/make_logo.py specs/contoh-logo.png
"""

from __future__ import annotations

import math
import struct
import sys
import zlib
from pathlib import Path

SIDE = 400
SAMPLES = 3  # per axis and pixel, for smooth edges

Colour = tuple[int, int, int]
NAVY: Colour = (24, 58, 104)
GOLD: Colour = (214, 164, 48)
WHITE: Colour = (255, 255, 255)
TEAL: Colour = (38, 128, 128)

PETALS = 8
PETAL_CENTRE = 96.0
PETAL_LONG, PETAL_WIDE = 44.0, 19.0


def in_petal(x: float, y: float) -> bool:
    for k in range(PETALS):
        angle = 2 * math.pi * k / PETALS
        along = x * math.cos(angle) + y * math.sin(angle) - PETAL_CENTRE
        across = -x * math.sin(angle) + y * math.cos(angle)
        if (along / PETAL_LONG) ** 2 + (across / PETAL_WIDE) ** 2 <= 1.0:
            return True
    return False


def colour_at(x: float, y: float) -> Colour | None:
    """The emblem's colour at a point, the centre being (0, 0); None outside."""
    radius = math.hypot(x, y)
    if radius > 192:
        return None
    if radius > 178:
        return NAVY
    if radius > 170:
        return WHITE
    if radius > 162:
        return GOLD
    if radius < 26:
        return GOLD
    if radius < 36:
        return NAVY
    if in_petal(x, y):
        return WHITE
    return TEAL if radius < 74 else NAVY


def pixel(column: int, row: int) -> bytes:
    red = green = blue = covered = 0
    for i in range(SAMPLES):
        for j in range(SAMPLES):
            found = colour_at(
                column + (i + 0.5) / SAMPLES - SIDE / 2,
                row + (j + 0.5) / SAMPLES - SIDE / 2,
            )
            if found is not None:
                red, green, blue = red + found[0], green + found[1], blue + found[2]
                covered += 1
    if not covered:
        return bytes(4)
    alpha = round(255 * covered / SAMPLES**2)
    return bytes((round(red / covered), round(green / covered), round(blue / covered), alpha))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def draw() -> bytes:
    """The emblem as a PNG with transparent corners."""
    rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(SIDE)) for y in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 6, 0, 0, 0)
    image = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + image


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "specs/contoh-logo.png").write_bytes(draw())
