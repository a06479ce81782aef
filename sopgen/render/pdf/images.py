"""A logo's file in, an image that reportlab draws as it looks out."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader


def image_reader(data: bytes) -> Any:
    """Transparency of any kind becomes an alpha channel, the one kind that reportlab keeps smooth.

    Of 16-bit greys it would keep the lowest 8 bits' range and paint the rest white. Inks (CMYK) become light, for
    the file says of its colours that they are sRGB.
    """
    reader = ImageReader(BytesIO(data))
    picture = reader._image  # noqa: SLF001 - the picture as decoded, without a second decoding
    if picture.mode.startswith("I"):
        return ImageReader(picture.convert("I").point([grey >> 8 for grey in range(1 << 16)], "L"))
    if "transparency" in picture.info or picture.mode == "PA":
        return ImageReader(picture.convert("RGBA"))
    if picture.mode == "CMYK":
        return ImageReader(picture.convert("RGB"))
    return reader
