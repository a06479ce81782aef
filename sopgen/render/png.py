"""A finished PDF in, its pages as PNG out; each picture carries a digest of what it shows."""

from __future__ import annotations

import hashlib
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from sopgen.render.enclosed import SealState

if TYPE_CHECKING:
    from PIL.Image import Image

SEAL = "sopgen-segel"
DPI = 150
_POINTS_AN_INCH = 72
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


def _png(image: Image, dpi: int) -> bytes:
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text(SEAL, _digest(image))
    target = BytesIO()
    image.save(target, "PNG", pnginfo=told, dpi=(dpi, dpi), compress_level=6)
    return target.getvalue()


def sealed_picture(data: bytes) -> bytes:
    """A picture that another program drew, with the same seal; its pixels stay packed as they are."""
    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        text = b"tEXt" + f"{SEAL}\0{_digest(image)}".encode()
    chunk = (len(text) - 4).to_bytes(4, "big") + text + zlib.crc32(text).to_bytes(4, "big")
    return data[:_HEAD_END] + chunk + data[_HEAD_END:]


def seal_state(data: bytes) -> SealState:
    """Whether the picture shows what it was written to show."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data)) as image:
            image.load()
            written = image.info.get(SEAL)
            if not isinstance(written, str):
                return "foreign"
            return "whole" if written == _digest(image) else "edited"
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return "foreign"


def _digest(image: Image) -> str:
    shown = image.convert("RGB")
    return hashlib.sha256(f"{shown.size}".encode() + shown.tobytes()).hexdigest()
