"""Which command made a finished file: it stands beside the seal. What names none is a document of `build`'s."""

from __future__ import annotations

import re
from typing import Final

from sopgen.scene import Maker

KEY: Final = "PerintahSopgen"
"""In a PDF's information dictionary."""
CUSTOM_PROPERTIES: Final = "docProps/custom.xml"
"""The part of an Office file that holds its custom properties, the seal among them."""
PROPERTY: Final = "sopgen-perintah"
"""Among a workbook's custom properties."""

_IN_PDF: Final = re.compile(rb"/" + KEY.encode() + rb"\((\w+)\)")
_IN_PROPERTIES: Final = re.compile(rb'name="' + PROPERTY.encode() + rb'">\s*<vt:lpwstr>(\w+)<')


def pdf_entry(maker: Maker) -> str:
    return "" if maker == "build" else f"/{KEY}({maker})"


def maker_of(data: bytes) -> str:
    """Of a file that carries a seal which agrees; `build` for one that names no command."""
    if data.startswith(b"%PDF"):
        found = next(reversed(list(_IN_PDF.finditer(data))), None)
    elif data.startswith(b"PK"):
        from sopgen.foreign.package import read_package

        found = _IN_PROPERTIES.search(read_package(data).get(CUSTOM_PROPERTIES, b""))
    else:
        found = None
    return found[1].decode() if found else "build"
