"""A finished PDF in, its pages as PNG out; each picture carries a digest of all its other bytes."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from sopgen.render.enclosed import SealState

if TYPE_CHECKING:
    from PIL.Image import Image

    from sopgen.drawn.pdf.contents import Grey, Pdf

SEAL = "sopgen-segel"
DPI = 150
_PIECE_DPI = 300
_MOST_PIXELS = 5_000
_POINTS_AN_INCH = 72
_SAYS = SEAL.encode() + b"\0"
_SEAL_LENGTH = 12 + len(_SAYS) + 64
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD_END = 33
"""Bytes: the signature and the first chunk, which tells the size; chunks of text may follow."""


def png_pages(pdf: bytes, dpi: int = DPI) -> tuple[bytes, ...]:
    """One picture a page, the same bytes for the same PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_png(page.render(scale=dpi / _POINTS_AN_INCH).to_pil(), dpi) for page in document)
    finally:
        document.close()


def foreign_pages(pdf: bytes, pages: Sequence[tuple[int, int]], pixels: int) -> tuple[bytes | None, ...]:
    """Pages of a file from anywhere, in grey, no side longer than `pixels`: (number from 1, quarters turned back).

    None where a picture takes more than is at hand. Raises `NotOpened`.
    """
    from sopgen.drawn.pdf.opening import opened_pdf

    with opened_pdf(pdf) as document:
        return tuple(_grey(document, number - 1, turned, pixels) for number, turned in pages)


def _grey(document: Pdf, number: int, turned: int, pixels: int) -> bytes | None:
    from sopgen.drawn.pdf.contents import NotOpened

    try:
        return grey_png(document.picture(number, turned, pixels))
    except NotOpened:
        return None


def grey_png(picture: Grey) -> bytes:
    """A PNG file, without a library (W3C PNG, 2003)."""
    wide, high, pixels = picture
    rows = b"".join(b"\0" + pixels[at : at + wide] for at in range(0, wide * high, wide))
    head = _chunk(b"IHDR", wide.to_bytes(4, "big") + high.to_bytes(4, "big") + bytes((8, 0, 0, 0, 0)))
    return _SIGNATURE + head + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    body = name + data
    return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")


def foreign_piece(
    pdf: bytes, number: int, turned: int, size: tuple[float, float], box: tuple[float, float, float, float]
) -> bytes:
    """What stands in a box on a page of a file from anywhere, that is `size` points large once it is turned back.

    Raises `NotOpened`.
    """
    from PIL import Image

    from sopgen.drawn.pdf.opening import page_in_colour

    scale = min(_PIECE_DPI / _POINTS_AN_INCH, _MOST_PIXELS / max(*size, 1.0))
    wide, high, stride, pixels = page_in_colour(pdf, number - 1, turned, scale)
    image = Image.frombuffer("RGB", (wide, high), pixels, "raw", "BGR", stride, 1)
    target = BytesIO()
    left, top, right, bottom = (round(edge * scale) for edge in box)
    image.crop((left, top, right, bottom)).save(target, "PNG", compress_level=6)
    return target.getvalue()


def _png(image: Image, dpi: int) -> bytes:
    target = BytesIO()
    image.save(target, "PNG", dpi=(dpi, dpi), compress_level=6)
    return sealed_picture(target.getvalue())


def sealed_picture(data: bytes) -> bytes:
    """A picture with its seal, a chunk of text behind the head."""
    chunk = _chunk(b"tEXt", _SAYS + hashlib.sha256(data).hexdigest().encode())
    return data[:_HEAD_END] + chunk + data[_HEAD_END:]


def seal_state(data: bytes) -> SealState:
    """Whether the picture is byte for byte as it was written."""
    if _SAYS not in data:
        return "foreign"
    unsealed = data[:_HEAD_END] + data[_HEAD_END + _SEAL_LENGTH :]
    return "whole" if sealed_picture(unsealed) == data else "edited"
