"""A PNG's bytes → its pixels, without a library: what a logo in a PDF needs where Pillow cannot be had (W3C PNG, 2003).

Eight bits a sample come out: fewer are spread over the range, of sixteen the upper eight are kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any, Final, Literal, NamedTuple

MOST_BYTES: Final = 24 << 20
"""Of pixels, unpacked: more would keep a browser busy for half a minute."""

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_GREY, _COLOUR, _PALETTE, _GREY_ALPHA, _COLOUR_ALPHA = 0, 2, 3, 4, 6
_CHANNELS: Final = {_GREY: 1, _COLOUR: 3, _PALETTE: 1, _GREY_ALPHA: 2, _COLOUR_ALPHA: 4}
_DEPTHS: Final = {
    _GREY: (1, 2, 4, 8, 16),
    _COLOUR: (8, 16),
    _PALETTE: (1, 2, 4, 8),
    _GREY_ALPHA: (8, 16),
    _COLOUR_ALPHA: (8, 16),
}
# Left, top, and the steps to the right and down of Adam7's seven passes; a picture not interlaced has one.
_PASSES: Final = (
    ((0, 0, 1, 1),),
    ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)


class NoPng(Exception):  # noqa: N818 - what was found
    """Broken, too large, or of a kind that is not read here."""


class Pixels(NamedTuple):
    """Row by row from the top, a byte a sample; `alpha` has one for each pixel."""

    mode: Literal["L", "RGB"]
    size: tuple[int, int]
    data: bytes
    alpha: bytes | None


class _Head(NamedTuple):
    width: int
    height: int
    depth: int
    kind: int
    interlaced: int

    @property
    def channels(self) -> int:
        return _CHANNELS[self.kind]

    def row_bytes(self, width: int) -> int:
        return (width * self.channels * self.depth + 7) // 8


def read_png(data: bytes) -> Pixels:
    """Raises `NoPng`."""
    parts: dict[bytes, bytes] = {}
    packed = bytearray()
    for name, content in chunks(data):
        if name == b"IDAT":
            packed += content
        else:
            parts.setdefault(name, content)
    head = _head(parts.get(b"IHDR", b""))
    samples = _samples(head, _unpacked(head, bytes(packed)))
    return _coloured(head, samples, parts.get(b"PLTE", b""), parts.get(b"tRNS"))


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk's name and content, up to the last. Raises `NoPng` for a cut or spoilt one."""
    if not data.startswith(_SIGNATURE):
        raise NoPng
    at, name = len(_SIGNATURE), b""
    while name != b"IEND":
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 8 + length
        if end + 4 > len(data) or zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            raise NoPng
        yield name, data[at + 8 : end]
        at = end + 4


def _head(content: bytes) -> _Head:
    if len(content) != 13:
        raise NoPng
    head = _Head(
        int.from_bytes(content[:4], "big"), int.from_bytes(content[4:8], "big"), content[8], content[9], content[12]
    )
    known = head.depth in _DEPTHS.get(head.kind, ()) and head.interlaced < len(_PASSES) and content[10:12] == b"\0\0"
    if not known or not head.width or not head.height or head.height * head.row_bytes(head.width) > MOST_BYTES:
        raise NoPng
    return head


def _unpacked(head: _Head, packed: bytes) -> bytes:
    wanted = sum(
        rows * (1 + head.row_bytes(columns)) for _, columns, rows in (_extent(head, each) for each in _passes(head))
    )
    try:
        found = zlib.decompressobj().decompress(packed, wanted)
    except zlib.error:
        raise NoPng from None
    if len(found) != wanted:
        raise NoPng
    return found


def _passes(head: _Head) -> tuple[tuple[int, int, int, int], ...]:
    return _PASSES[head.interlaced]


def _extent(head: _Head, each: tuple[int, int, int, int]) -> tuple[tuple[int, int, int, int], int, int]:
    """A pass with its columns and rows; one without a column has no rows either."""
    left, top, right, down = each
    columns, rows = -(-(head.width - left) // right), -(-(head.height - top) // down)
    return (each, columns, rows) if columns > 0 and rows > 0 else (each, 0, 0)


def _samples(head: _Head, unpacked: bytes) -> bytearray:
    """Every sample as a byte, the channels of a pixel beside each other."""
    line = head.width * head.channels
    made = bytearray(line * head.height)
    at = 0
    for (left, top, right, down), columns, rows in (_extent(head, each) for each in _passes(head)):
        length = head.row_bytes(columns)
        before = bytes(length)
        for row in range(rows):
            before = _unfiltered(unpacked[at], unpacked[at + 1 : at + 1 + length], before, _pixel_bytes(head))
            at += 1 + length
            samples = _bytes_of(before, head.depth, head.kind)[: columns * head.channels]
            start = (top + row * down) * line
            for channel in range(head.channels):
                first = start + left * head.channels + channel
                made[first : start + line : right * head.channels] = samples[channel :: head.channels]
    return made


def _pixel_bytes(head: _Head) -> int:
    return max(1, head.channels * head.depth // 8)


def _unfiltered(kind: int, row: bytes, above: bytes, step: int) -> bytes:
    """A row as it was before it was filtered; `step`: bytes of a pixel."""
    match kind:
        case 0:
            return row
        case 1:
            return _along(row, step, lambda left, here: (left + here) & 255)
        case 2:
            return _sums(row, above)
        case 3:
            return _averaged(row, above, step)
        case 4:
            return _paeth(row, above, step)
    raise NoPng


def _along(row: bytes, step: int, add: Callable[[Any, int], int]) -> bytes:
    made = bytearray(len(row))
    for channel in range(step):
        made[channel::step] = bytes(accumulate(row[channel::step], add))
    return bytes(made)


def _sums(row: bytes, above: bytes) -> bytes:
    """Byte by byte, all at once in two large numbers: the upper bits are added without their carry."""
    a, b = int.from_bytes(row, "big"), int.from_bytes(above, "big")
    low = int.from_bytes(b"\x7f" * len(row), "big")
    return (((a & low) + (b & low)) ^ ((a ^ b) & ~low & ((1 << 8 * len(row)) - 1))).to_bytes(len(row), "big")


def _averaged(row: bytes, above: bytes, step: int) -> bytes:
    made = bytearray(step) + row
    for at, (here, up) in enumerate(zip(row, above, strict=True), start=step):
        made[at] = (here + ((made[at - step] + up) >> 1)) & 255
    return bytes(made[step:])


def _paeth(row: bytes, above: bytes, step: int) -> bytes:
    made = bytearray(step) + row
    for at, (here, up, corner) in enumerate(zip(row, above, bytes(step) + above, strict=False), start=step):
        left = made[at - step]
        to_left, to_up = up - corner, left - corner
        to_corner = abs(to_left + to_up)
        to_left, to_up = abs(to_left), abs(to_up)
        if to_left <= to_up and to_left <= to_corner:
            made[at] = (here + left) & 255
        else:
            made[at] = (here + (up if to_up <= to_corner else corner)) & 255
    return bytes(made[step:])


def _bytes_of(row: bytes, depth: int, kind: int) -> bytes:
    if depth == 8:
        return row
    if depth == 16:
        return row[::2]
    most = (1 << depth) - 1
    factor = 1 if kind == _PALETTE else 255 // most
    spread = [bytes(((byte >> shift) & most) * factor for shift in range(8 - depth, -1, -depth)) for byte in range(256)]
    return b"".join([spread[byte] for byte in row])


def _coloured(head: _Head, samples: bytearray, palette: bytes, clear: bytes | None) -> Pixels:
    size = (head.width, head.height)
    if head.kind == _PALETTE:
        return _from_palette(size, samples, palette, clear)
    if head.kind in (_GREY_ALPHA, _COLOUR_ALPHA):
        return _with_alpha(size, samples, head)
    if clear is not None:
        return _with_clear_colour(head, samples, clear)
    if head.kind == _GREY and head.depth == 1:
        return Pixels("RGB", size, _tripled(samples), None)
    return Pixels("RGB" if head.kind == _COLOUR else "L", size, bytes(samples), None)


def _with_alpha(size: tuple[int, int], samples: bytearray, head: _Head) -> Pixels:
    alpha = bytes(samples[head.channels - 1 :: head.channels])
    if head.kind == _GREY_ALPHA:
        grey = bytes(samples[::2])
        # Pillow has no such kind of 16 bits and takes it for one with colours.
        return Pixels("RGB", size, _tripled(grey), alpha) if head.depth == 16 else Pixels("L", size, grey, alpha)
    colours = bytearray(3 * len(alpha))
    for channel in range(3):
        colours[channel::3] = samples[channel::4]
    return Pixels("RGB", size, bytes(colours), alpha)


def _tripled(grey: bytes | bytearray) -> bytes:
    colours = bytearray(3 * len(grey))
    for channel in range(3):
        colours[channel::3] = grey
    return bytes(colours)


def _from_palette(size: tuple[int, int], samples: bytearray, palette: bytes, clear: bytes | None) -> Pixels:
    entries = palette[:768].ljust(768, b"\0")
    colours = bytearray(3 * len(samples))
    for channel in range(3):
        colours[channel::3] = samples.translate(entries[channel::3])
    alpha = None if clear is None else bytes(samples.translate(clear[:256].ljust(256, b"\xff")))
    return Pixels("RGB", size, bytes(colours), alpha)


def _with_clear_colour(head: _Head, samples: bytearray, clear: bytes) -> Pixels:
    """One grey or colour is seen through. Programs disagree what that is where samples have not eight bits."""
    if head.depth != 8 or len(clear) != 2 * head.channels:
        raise NoPng
    wanted = clear[1::2]
    colours = bytes(samples) if head.kind == _COLOUR else _tripled(samples)
    pixels = (samples[at : at + head.channels] for at in range(0, len(samples), head.channels))
    alpha = bytes(0 if pixel == wanted else 255 for pixel in pixels)
    return Pixels("RGB", (head.width, head.height), colours, alpha)
