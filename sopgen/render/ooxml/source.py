"""The files a workbook was made from, inside it: a custom XML part that Excel keeps, read by `sopgen extract`.

<asal xmlns="urn:sopgen:asal"><spesifikasi nama="x.sop.yaml">BASE64</spesifikasi><bawaan>BASE64</bawaan></asal>
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from sopgen.diagnostics import Message
from sopgen.foreign.package import NoPackage, read_package
from sopgen.foreign.xml import NoXml, read_xml
from sopgen.render.enclosed import NothingEnclosed
from sopgen.render.ooxml.parts import XML_HEAD
from sopgen.render.ooxml.xml_text import possible
from sopgen.scene import Origin

NAMESPACE = "urn:sopgen:asal"
_BROKEN = Message(
    "berkas rusak atau bukan buku kerja XLSX; buka salinan yang utuh", "broken, or no XLSX workbook; use a whole copy"
)
_GONE = Message(
    "tidak ada spesifikasi di dalamnya: bukan buatan sopgen, atau sudah disimpan ulang oleh program yang membuangnya; "
    "pakai berkas asli hasil sopgen build",
    "no spec in it: not made by sopgen, or saved anew by a program that drops it; use the file as sopgen build wrote "
    "it",
)


def source_part(origin: Origin) -> bytes:
    """The custom XML part that carries the files, byte for byte."""
    pieces = [f"<spesifikasi nama={quoteattr(possible(origin.name))}>{_encoded(origin.spec)}</spesifikasi>"]
    if origin.defaults is not None:
        pieces.append(f"<bawaan>{_encoded(origin.defaults)}</bawaan>")
    return f'{XML_HEAD}<asal xmlns="{NAMESPACE}">{"".join(pieces)}</asal>'.encode()


def enclosed(data: bytes) -> Origin:
    """The files a workbook carries, wherever it was saved last. Raises NothingEnclosed."""
    try:
        parts = read_package(data)
    except NoPackage:
        raise NothingEnclosed(_BROKEN) from None
    for part in source_parts(parts):
        origin = _origin(part)
        if origin is not None:
            return origin
    raise NothingEnclosed(_GONE)


def source_parts(parts: Mapping[str, bytes]) -> list[bytes]:
    """The parts that carry a source; whoever saves the workbook may number them anew."""
    return [
        parts[name] for name in sorted(parts) if name.startswith("customXml/") and NAMESPACE.encode() in parts[name]
    ]


def _origin(part: bytes) -> Origin | None:
    try:
        root = read_xml(part)
        spec = root.find(f"{{{NAMESPACE}}}spesifikasi")
        defaults = root.find(f"{{{NAMESPACE}}}bawaan")
        if spec is None:
            return None
        return Origin(
            spec.get("nama", "spesifikasi.sop.yaml"),
            _decoded(spec.text),
            None if defaults is None else _decoded(defaults.text),
        )
    except (NoXml, binascii.Error, ValueError):
        return None


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _decoded(text: str | None) -> bytes:
    return base64.b64decode("".join((text or "").split()), validate=True)
