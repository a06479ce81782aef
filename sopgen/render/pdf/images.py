"""A logo's file in, an image that reportlab draws as it looks out; the same with Pillow and, in a browser, without."""

from __future__ import annotations

import struct
from importlib.util import find_spec
from io import BytesIO
from typing import Any, Final

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFError
from reportlab.pdfbase.pdfutils import readJPEGInfo

from sopgen.foreign.png import NoPng, Pixels, read_png
from sopgen.intake.picture import is_as_seen
from sopgen.render.pdf import NoImage

_JPEG: Final = b"\xff\xd8\xff"
_LIGHTS: Final = (1, 3)
"""Components of a JPEG: grey, or red, green and blue; four are inks."""


def image_reader(data: bytes) -> Any:
    """Transparency of any kind becomes an alpha channel, the one kind that reportlab keeps smooth.

    Of 16-bit greys reportlab would keep the lowest 8 bits' range and paint the rest white. Inks (CMYK) become light,
    for the file says of its colours that they are sRGB. Any other JPEG goes into the file as it is, undecoded.
    Raises `NoImage`.
    """
    if find_spec("PIL") is None:
        return _without_pillow(data)
    reader = ImageReader(BytesIO(data))
    picture = reader._image  # noqa: SLF001 - the picture as decoded, without a second decoding
    if picture.mode.startswith("I"):
        return ImageReader(picture.convert("I").point([grey >> 8 for grey in range(1 << 16)], "L"))
    if "transparency" in picture.info or picture.mode == "PA":
        return ImageReader(picture.convert("RGBA"))
    if not data.startswith(_JPEG):
        return reader
    try:
        return _Jpeg(data)
    except NoImage:
        return ImageReader(picture.convert("RGB"))  # inks, or a frame that reportlab does not know


def _without_pillow(data: bytes) -> Any:
    try:
        if is_as_seen(data):
            return _Jpeg(data) if data.startswith(_JPEG) else _Decoded(read_png(data))
    except NoPng:
        pass
    raise NoImage


class _Jpeg(ImageReader):  # type: ignore[misc]
    """Named by its bytes, not by its pixels: they need not be decoded."""

    def __init__(self, data: bytes) -> None:
        self._bytes = data
        self._dataA = None
        try:
            components = readJPEGInfo(self.jpeg_fh())[2]
        except (PDFError, struct.error):
            raise NoImage from None
        if components not in _LIGHTS:
            raise NoImage

    def jpeg_fh(self) -> BytesIO:
        return BytesIO(self._bytes)

    def getRGBData(self) -> bytes:  # noqa: N802 - reportlab's name
        return self._bytes


class _Decoded(ImageReader):  # type: ignore[misc]
    def __init__(self, pixels: Pixels) -> None:
        self._width, self._height = pixels.size
        self.mode = pixels.mode
        self._data = pixels.data
        self._dataA = _Decoded(Pixels("L", pixels.size, pixels.alpha, None)) if pixels.alpha is not None else None

    def jpeg_fh(self) -> None:
        return None

    def getRGBData(self) -> bytes:  # noqa: N802 - reportlab's name
        return self._data

    def getTransparent(self) -> None:  # noqa: N802 - reportlab's name
        return None
