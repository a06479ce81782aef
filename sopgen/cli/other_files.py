"""Files that units send and no reader takes: told by name, with what makes each readable; none is passed over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sopgen.diagnostics import Message
from sopgen.foreign.files import read_file

_PICTURES: Final = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic"})
_ARCHIVES: Final = frozenset({".zip", ".rar", ".7z", ".tar", ".gz", ".tgz"})
_OTHERS: Final = frozenset(
    {".xps", ".html", ".htm", ".mht", ".ppt", ".pptx", ".odp", ".vsd", ".vsdx", ".odg", ".eml", ".msg"}
)
_HEADS: Final = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How PDFs and office files begin, whatever they are called."""

_PICTURE: Final = Message(
    "gambar (foto atau hasil pindai), yang tidak dibaca; minta Excel atau PDF aslinya",
    "pictures (photos or scans), which are not read; ask for the original workbook or PDF",
)
_ARCHIVE: Final = Message(
    "arsip; keluarkan isinya ke sebuah folder, lalu periksa folder itu",
    "archives; unpack them into a folder, then check that folder",
)
_OTHER: Final = Message(
    "jenis berkas yang tidak dibaca; simpan sebagai XLSX atau PDF, atau minta aslinya",
    "a kind of file that is not read; save it as XLSX or PDF, or ask for the original",
)
_NAMELESS: Final = Message(
    "namanya tanpa akhiran .xlsx atau .pdf; sebut berkasnya untuk memeriksanya",
    "its name does not end in .xlsx or .pdf; name the file to have it examined",
)


def why_not_read(path: Path) -> Message | None:
    """Why a file of such a name is not examined; None for one that no unit sends as its SOP."""
    suffix = path.suffix.lower()
    told = {_PICTURE: _PICTURES, _ARCHIVE: _ARCHIVES, _OTHER: _OTHERS}
    known = next((why for why, suffixes in told.items() if suffix in suffixes), None)
    return known or (_NAMELESS if not suffix and _begins_as_document(path) else None)


def strangers_among(files: Iterable[Path], *, beside_specs: bool) -> list[Path]:
    """Those of a folder that are told as not examined: beside specs, pictures are what specs and guides show."""
    told = {path: why_not_read(path) for path in files}
    return [path for path, why in told.items() if why and not (beside_specs and why is _PICTURE)]


def _begins_as_document(path: Path) -> bool:
    try:
        return read_file(path, 8).startswith(_HEADS)
    except OSError:
        return False
