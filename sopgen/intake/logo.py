"""The logo: it must be found, and be a small, whole PNG or JPEG."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, name
from sopgen.intake.picture import Kind, Picture, as_seen
from sopgen.intake.sop import Logo
from sopgen.intake.source import Source

MAX_BYTES: Final = 5 * 1024 * 1024
MAX_SIDE: Final = 4000

_AT: Final = ("logo",)
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
# Frame headers of JPEG; C4, C8 and CC are tables in the same range.
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SAVE_AGAIN: Final = Message(
    "Simpan ulang sebagai PNG dari aplikasi gambar.", "Save it again as PNG from an image program."
)


def check_logo(text: str, source: Source) -> tuple[Logo | None, Fault | None]:
    """The logo that `source` names, or what is wrong with it."""
    found = source.find_logo(text)
    if found is None or isinstance(found, Fault):
        return None, found
    picture = _check_image(text, found.data)
    if isinstance(picture, Fault):
        return None, picture
    return Logo(found.path, found.data, picture.data, picture.size), None


def _check_image(text: str, data: bytes) -> Picture | Fault:
    if len(data) > MAX_BYTES:
        message = Message(f"Logo {name(text)} lebih dari 5 MB.", f"The logo {name(text)} is over 5 MB.")
        return _too_large(message)
    kind: Kind
    if data.startswith(_PNG):
        kind, size = "PNG", _png_size(data)
    elif data.startswith(_JPEG):
        kind, size = "JPEG", _jpeg_size(data)
    else:
        return _wrong_kind(text, data)
    if size is None or 0 in size:
        return _broken(text)
    if max(size) > MAX_SIDE:
        width, height = size
        message = Message(
            f"Logo {name(text)} berukuran {width} × {height} piksel.",
            f"The logo {name(text)} measures {width} × {height} pixels.",
        )
        return _too_large(message)
    return as_seen(data, kind, size) or _broken(text)


def _png_size(data: bytes) -> tuple[int, int] | None:
    if len(data) < 33 or data[8:16] != b"\x00\x00\x00\rIHDR":
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _FRAMES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + max(int.from_bytes(data[at + 2 : at + 4], "big"), 2)
    return None


def _fault(code: Code, message: Message, remedy: Message) -> Fault:
    return Fault(code, _AT, message, remedy)


def missing(text: str, sought: str) -> Fault:
    """There is no such logo; `sought`: where it was looked for, as people name the place."""
    message = Message(f"Logo {name(text)} tidak ditemukan.", f"The logo {name(text)} is missing.")
    if "\\" in text:
        return _fault(Code.LOGO_MISSING, message, Message("Pakai `/`, bukan `\\`.", "Use `/`, not `\\`."))
    remedy = Message(
        f"Dicari di `{sought}`; jalurnya dihitung dari folder berkas yang menyebutnya.",
        f"Looked for at `{sought}`; its path counts from the folder of the file naming it.",
    )
    return _fault(Code.LOGO_MISSING, message, remedy)


def outside(text: str) -> Fault:
    """The logo lies where other projects' files may lie."""
    message = Message(f"Logo {name(text)} berada di luar proyek.", f"The logo {name(text)} lies outside the project.")
    remedy = Message("Salin logo ke dalam folder proyek.", "Copy the logo into the project's folder.")
    return _fault(Code.LOGO_OUTSIDE, message, remedy)


def _too_large(message: Message) -> Fault:
    remedy = Message(
        "Perkecil: paling besar 5 MB dan 4.000 piksel per sisi.",
        "Make it smaller: at most 5 MB and 4,000 pixels a side.",
    )
    return _fault(Code.LOGO_TOO_LARGE, message, remedy)


def _wrong_kind(text: str, data: bytes) -> Fault:
    if b"<svg" in data[:4096].lower():
        message = Message(f"Logo {name(text)} adalah SVG.", f"The logo {name(text)} is an SVG.")
        remedy = Message("Ekspor dahulu sebagai PNG, lebar 600 piksel.", "Export it as PNG first, 600 pixels wide.")
        return _fault(Code.LOGO_KIND, message, remedy)
    message = Message(f"Logo {name(text)} bukan PNG atau JPEG.", f"The logo {name(text)} is not PNG or JPEG.")
    return _fault(Code.LOGO_KIND, message, _SAVE_AGAIN)


def _broken(text: str) -> Fault:
    message = Message(f"Logo {name(text)} rusak atau terpotong.", f"The logo {name(text)} is broken or cut short.")
    return _fault(Code.LOGO_BROKEN, message, _SAVE_AGAIN)
