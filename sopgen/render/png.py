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

SEAL = "sopgen-segel"
DPI = 150
_PIECE_DPI = 300
_MOST_PIXELS = 5_000
_POINTS_AN_INCH = 72
_SAYS = SEAL.encode() + b"\0"
_SEAL_LENGTH = 12 + len(_SAYS) + 64
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


def foreign_pages(pdf: bytes, pages: Sequence[tuple[int, int]], pixels: int) -> tuple[bytes, ...]:
    """Pages of a file from anywhere, in grey, no side longer than `pixels`: (number from 1, quarters turned back)."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    found = []
    try:
        for number, turned in pages:
            page = document[number - 1]
            scale = pixels / max(*page.get_size(), 1.0)
            image = page.render(scale=scale, rotation=90 * (-turned % 4), grayscale=True).to_pil()
            target = BytesIO()
            image.save(target, "PNG", compress_level=6)
            found.append(target.getvalue())
    finally:
        document.close()
    return tuple(found)


def foreign_piece(
    pdf: bytes, number: int, turned: int, size: tuple[float, float], box: tuple[float, float, float, float]
) -> bytes:
    """What stands in a box on a page of a file from anywhere, that is `size` points large once it is turned back."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        scale = min(_PIECE_DPI / _POINTS_AN_INCH, _MOST_PIXELS / max(*size, 1.0))
        image = document[number - 1].render(scale=scale, rotation=90 * (-turned % 4)).to_pil()
        target = BytesIO()
        image.crop([round(edge * scale) for edge in box]).save(target, "PNG", compress_level=6)
        return target.getvalue()
    finally:
        document.close()


def _png(image: Image, dpi: int) -> bytes:
    target = BytesIO()
    image.save(target, "PNG", dpi=(dpi, dpi), compress_level=6)
    return sealed_picture(target.getvalue())


def sealed_picture(data: bytes) -> bytes:
    """A picture with its seal, a chunk of text behind the head."""
    text = b"tEXt" + _SAYS + hashlib.sha256(data).hexdigest().encode()
    chunk = (len(text) - 4).to_bytes(4, "big") + text + zlib.crc32(text).to_bytes(4, "big")
    return data[:_HEAD_END] + chunk + data[_HEAD_END:]


def seal_state(data: bytes) -> SealState:
    """Whether the picture is byte for byte as it was written."""
    if _SAYS not in data:
        return "foreign"
    unsealed = data[:_HEAD_END] + data[_HEAD_END + _SEAL_LENGTH :]
    return "whole" if sealed_picture(unsealed) == data else "edited"
