"""Whether somebody signed a finished file electronically.

Only whoever signed can make such a file again, so that no option lets a command write over it.
"""

from __future__ import annotations

BYTE_RANGE = b"/ByteRange"
"""Stands plain in every signed PDF: a signature tells with it which bytes it covers (ISO 32000-1, 12.8.1)."""

_SIGNED_PARTS = (b"_xmlsignatures/", b"META-INF/documentsignatures.xml")
"""Names in a package, plain in its directory, of what a signature of a workbook or a text adds."""


def is_signed(data: bytes) -> bool:
    """Of a PDF or a package; a field to be signed is no signature, nor is a scan of signed paper known for one."""
    if data.startswith(b"%PDF"):
        return BYTE_RANGE in data
    return data.startswith(b"PK") and any(name in data for name in _SIGNED_PARTS)
