"""Make the colour profile that archival PDFs carry: `python tools/make_icc.py`.

sRGB (IEC 61966-2-1) as an ICC profile of version 4.2 (ICC.1:2004-10): matrix and parametric curve, without a date,
so that its bytes are the same whenever it is made. Nobody's work but this formula: free of any licence.
"""

from __future__ import annotations

import struct
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "sopgen" / "render" / "pdf" / "srgb.icc"

D50 = (0.9642, 1.0, 0.8249)
# Primaries and the adaptation from D65 to D50 by Bradford's method.
COLUMNS = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
ADAPTATION = (1.04791, 0.02293, -0.05019, 0.02963, 0.99043, -0.01707, -0.00924, 0.01506, 0.75179)
# Y = (aX + b)^g from d upward, cX below it.
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def text(said: str) -> bytes:
    encoded = said.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II", 1, 12) + b"enUS" + struct.pack(">II", len(encoded), 28) + encoded


def profile() -> bytes:
    tags = {
        b"desc": text("sRGB IEC61966-2.1"),
        b"cprt": text("No copyright, use freely"),
        b"wtpt": b"XYZ \0\0\0\0" + fixed(*D50),
        b"chad": b"sf32\0\0\0\0" + fixed(*ADAPTATION),
        **{name: b"XYZ \0\0\0\0" + fixed(*column) for name, column in COLUMNS.items()},
        b"rTRC": b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + fixed(*CURVE),
    }
    start = 128 + 4 + 12 * (len(tags) + 2)
    table, data = [], b""
    for name, body in tags.items():
        data += b"\0" * (-len(data) % 4)
        table.append((name, start + len(data), len(body)))
        data += body
    _, curve_at, curve_length = table[-1]
    table += [(name, curve_at, curve_length) for name in (b"gTRC", b"bTRC")]
    data += b"\0" * (-len(data) % 4)
    index = struct.pack(">I", len(table)) + b"".join(struct.pack(">4sII", *entry) for entry in table)
    head = struct.pack(">I4xI4s4s4s", start + len(data), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s24x", 2000, 1, 1, 0, 0, 0, b"acsp")  # a date must stand there, but tells nothing
    head += struct.pack(">I12s48x", 0, fixed(*D50))
    assert len(head) == 128
    return head + index + data


if __name__ == "__main__":
    TARGET.write_bytes(profile())
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
