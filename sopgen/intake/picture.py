"""A picture's file as cameras, scanners and presses write it → the same as every program shows it.

A file may say that it lies on its side (EXIF), count inks instead of light (CMYK), bring a profile of its own colours,
or 16 bits a grey. Some programs heed that, others do not: where it matters the picture is written anew, upright, in
sRGB, 8 bits, as PNG. All others stay byte by byte.
"""

from __future__ import annotations

import re
import zlib
from importlib.util import find_spec
from io import BytesIO
from typing import Any, Final, Literal, NamedTuple

from sopgen.foreign.png import chunks

Kind = Literal["PNG", "JPEG"]

_ORIENTATION: Final = 0x0112
_ON_ITS_SIDE: Final = range(5, 9)
_JPEG_PROFILE: Final = b"ICC_PROFILE\x00"
_MOST_PROFILE: Final = 4 << 20
_EXIF: Final = re.compile(rb"\xff\xe1..Exif\x00\x00|eXIf", re.DOTALL)


class Picture(NamedTuple):
    """A file for renderers, and the size in pixels at which it is seen."""

    data: bytes
    size: tuple[int, int]


def as_seen(data: bytes, kind: Kind, size: tuple[int, int]) -> Picture | None:
    """None for a file that does not decode as a whole: only Pillow can tell. `size`: as the file counts it.

    Where Pillow cannot be had, in a browser, the file is taken for whole: there it is seen at once, and upright.
    """
    if find_spec("PIL") is None:
        return Picture(data, size[::-1] if orientation(data) in _ON_ITS_SIDE else size)
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=(kind,)) as image:
            image.load()
            plain = _plain(image)
    except Exception:  # noqa: BLE001 - a damaged file makes Pillow raise nearly anything
        return None
    if plain is None:
        return Picture(data, size)
    target = BytesIO()
    plain.save(target, "PNG")
    return Picture(target.getvalue(), plain.size)


def is_as_seen(data: bytes) -> bool:
    """Whether the file is upright and in sRGB by what it says of itself, so that `as_seen` leaves its colours alone."""
    if orientation(data) != 1:
        return False
    profile = data if _JPEG_PROFILE in data else _png_profile(data)
    return not _is_other_profile(profile)


def _png_profile(data: bytes) -> bytes:
    packed = next((content for name, content in chunks(data) if name == b"iCCP"), b"") if data[1:4] == b"PNG" else b""
    try:
        return zlib.decompressobj().decompress(packed.partition(b"\0")[2][1:], _MOST_PROFILE)
    except zlib.error:
        return b""


def _is_other_profile(profile: bytes | None) -> bool:
    return profile is not None and profile != b"" and b"sRGB" not in profile and b"s\x00R\x00G\x00B" not in profile


def orientation(data: bytes) -> int:
    """Of EXIF, 1 to 8; 1, upright, where the file says nothing."""
    found = _EXIF.search(data)
    if found is None:
        return 1
    tiff = data[found.end() : found.end() + 65_536]
    order: Literal["little", "big"] = "little" if tiff.startswith(b"II") else "big"
    first = int.from_bytes(tiff[4:8], order)
    for at in range(first + 2, first + 2 + 12 * min(int.from_bytes(tiff[first : first + 2], order), 200), 12):
        if int.from_bytes(tiff[at : at + 2], order) == _ORIENTATION:
            value = int.from_bytes(tiff[at + 8 : at + 10], order)
            return value if value in range(1, 9) else 1
    return 1


def _plain(image: Any) -> Any:
    """The picture upright, in sRGB and 8 bits; None where it is so already."""
    from PIL import ImageOps

    plain = image
    if image.getexif().get(_ORIENTATION, 1) in range(2, 9):
        plain = ImageOps.exif_transpose(image)
    if profile := _own_profile(image):
        plain = _in_srgb(plain, profile)
    if plain.mode == "CMYK":
        plain = plain.convert("RGB")
    elif plain.mode.startswith("I"):
        plain = plain.convert("I").point([grey >> 8 for grey in range(1 << 16)], "L")
    if plain is image:
        return None
    bare = plain.copy()
    bare.info = {key: value for key, value in plain.info.items() if key == "transparency"}
    return bare


def _own_profile(image: Any) -> bytes | None:
    """A profile of other colours than sRGB."""
    profile: bytes | None = image.info.get("icc_profile")
    return profile if _is_other_profile(profile) else None


def _in_srgb(image: Any, profile: bytes) -> Any:
    """By the picture's profile; as it is where the profile is broken or of another kind of colours."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        alpha = image.getchannel("A") if image.mode in ("RGBA", "LA") else None
        colours = image.convert({"RGBA": "RGB", "LA": "L", "P": "RGB", "1": "L"}.get(image.mode, image.mode))
        seen: Any = ImageCms.profileToProfile(colours, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    if alpha is not None:
        seen.putalpha(alpha)
    return seen
