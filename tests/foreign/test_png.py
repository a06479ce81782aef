"""Pixels as Pillow decodes them, for every kind of PNG that can be written and every filter."""

from __future__ import annotations

import random
import zlib
from io import BytesIO

import pytest
from PIL import Image

from sopgen.foreign import png
from sopgen.foreign.png import NoPng, read_png

SIZE = (19, 13)  # no multiple of a pass of eight, nor of a byte of bits
GREY, COLOUR, PALETTE, GREY_ALPHA, COLOUR_ALPHA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, COLOUR: 3, PALETTE: 1, GREY_ALPHA: 2, COLOUR_ALPHA: 4}
KINDS = [
    *((GREY, depth) for depth in (1, 2, 4, 8, 16)),
    *((PALETTE, depth) for depth in (1, 2, 4, 8)),
    *((kind, depth) for kind in (COLOUR, GREY_ALPHA, COLOUR_ALPHA) for depth in (8, 16)),
]
PASSES = {
    0: [(0, 0, 1, 1)],
    1: [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)],
}


def chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


def written(kind: int, depth: int, *, interlaced: int = 0, size: tuple[int, int] = SIZE, **more: bytes) -> bytes:
    """Rows of chance behind every filter: what is in them is any picture."""
    chance = random.Random(kind * 100 + depth * 2 + interlaced)
    rows = bytearray()
    for left, top, right, down in PASSES[interlaced]:
        columns, lines = -(-(size[0] - left) // right), -(-(size[1] - top) // down)
        for line in range(lines if columns > 0 else 0):
            rows.append(line % 5)
            rows += chance.randbytes((columns * CHANNELS[kind] * depth + 7) // 8)
    head = size[0].to_bytes(4, "big") + size[1].to_bytes(4, "big") + bytes([depth, kind, 0, 0, interlaced])
    palette = chance.randbytes(3 << min(depth, 8)) if kind == PALETTE else b""
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", head),
            chunk(b"PLTE", palette) if palette else b"",
            *(chunk(name.encode(), content) for name, content in more.items()),
            chunk(b"IDAT", zlib.compress(bytes(rows))),
            chunk(b"IEND", b""),
        ]
    )


def by_pillow(data: bytes) -> tuple[str, bytes, bytes | None]:
    """As a PDF would have it: grey or colours, and how far each pixel is seen."""
    picture = Image.open(BytesIO(data))
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point([grey >> 8 for grey in range(1 << 16)], "L")
    if "transparency" in picture.info:
        picture = picture.convert("RGBA")
    if picture.mode in ("1", "P"):
        picture = picture.convert("RGB")
    if picture.mode in ("LA", "RGBA"):
        plain = picture.mode[:-1]
        return plain, picture.convert(plain).tobytes(), picture.getchannel("A").tobytes()
    return picture.mode, picture.tobytes(), None


def by_us(data: bytes) -> tuple[str, bytes, bytes | None]:
    pixels = read_png(data)
    assert pixels.size == Image.open(BytesIO(data)).size
    return pixels.mode, pixels.data, pixels.alpha


@pytest.mark.parametrize("interlaced", [0, 1])
@pytest.mark.parametrize(("kind", "depth"), KINDS)
def test_every_kind_is_decoded_as_pillow_does(kind, depth, interlaced):
    data = written(kind, depth, interlaced=interlaced)
    assert by_us(data) == by_pillow(data)


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (5, 1), (1, 9)])
def test_small_ones_have_passes_without_a_pixel(size):
    data = written(COLOUR_ALPHA, 8, interlaced=1, size=size)
    assert by_us(data) == by_pillow(data)


@pytest.mark.parametrize(
    ("kind", "depth", "clear"),
    [
        (PALETTE, 8, bytes(range(0, 250, 3))),
        (PALETTE, 4, b"\xff\x00"),
        (PALETTE, 1, b"\x80"),
        (GREY, 8, b"\x00\x07"),
        (COLOUR, 8, b"\x00\x01\x00\x02\x00\x03"),
    ],
)
def test_what_is_seen_through_is_decoded_as_pillow_does(kind, depth, clear):
    data = written(kind, depth, tRNS=clear)
    assert by_us(data) == by_pillow(data)


def test_a_clear_colour_of_other_depths_is_not_guessed():
    with pytest.raises(NoPng):
        read_png(written(GREY, 4, tRNS=b"\x00\x07"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data[:-30],
        lambda data: data.replace(b"IDAT", b"IDAX"),
        lambda data: data[:60] + b"\x00\x00" + data[62:],
        lambda data: data[1:],
        lambda _: b"",
        lambda _: written(COLOUR, 8, size=(0, 5)),
        lambda _: written(COLOUR, 8).replace(b"\x08\x02\x00\x00\x00", b"\x09\x02\x00\x00\x00"),
    ],
)
def test_what_is_cut_or_spoilt_is_refused(spoil):
    with pytest.raises(NoPng):
        read_png(spoil(written(COLOUR, 8)))


def test_more_pixels_than_are_reasonable_are_refused(monkeypatch):
    monkeypatch.setattr(png, "MOST_BYTES", 19 * 13 * 3 - 1)
    with pytest.raises(NoPng):
        read_png(written(COLOUR, 8))
