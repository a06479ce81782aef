"""The seal: a digest of the file's own bytes, by which sopgen knows what it wrote itself.

It guards nobody against a forger. It tells a document as it was built from one that was signed, filled in or edited
since, which must not be written over silently.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from typing import Any

from sopgen.render.enclosed import SealState
from sopgen.render.signature import is_signed

NAMESPACE = "urn:sopgen:dokumen:1#"
"""Of sopgen's own properties in the description."""

_KEY = "SegelSopgen"
_EMPTY = b"0" * 64
_DEEPEST = 3  # pieces in pieces of a page
_SEAL = re.compile(rb"/" + _KEY.encode() + rb"\(([0-9a-f]{64})\)")

SEAL_ENTRY = f"/{_KEY}({_EMPTY.decode()})"
"""Stands in the information dictionary until the file is sealed."""


def seal(data: bytes) -> bytes:
    """The file with the digest of all its bytes, the digest's own being zeros."""
    return _with_digest(data, hashlib.sha256(data).hexdigest().encode())


def seal_state(data: bytes) -> SealState:
    """`whole` if every byte is as it was sealed. A signature adds to the file, so a signed one is `edited`.

    So is a signed one without a seal: a service that wrote it anew may have left nothing of sopgen in it.
    """
    found = _place(data)
    if found is None:
        return "edited" if is_signed(data) or _was_sealed(data) else "foreign"
    agrees = hashlib.sha256(_with_digest(data, _EMPTY)).hexdigest().encode() == found[1]
    return "whole" if agrees else "edited"


def was_ours(data: bytes) -> bool:
    """Whether sopgen made it, and it still says so; or it was exported from a workbook of sopgen's."""
    from sopgen.foreign.pdf import NoPdf
    from sopgen.render.description import SUBJECT
    from sopgen.render.pdf.opened import opened

    if not data.startswith(b"%PDF"):
        return False
    try:
        with opened(data) as pdf:
            return str(pdf.docinfo.get("/Subject", "")) == SUBJECT or _was_sealed(data)
    except NoPdf:
        return False


def uses_our_faces(data: bytes, pages: Collection[int]) -> bool:
    """Whether letters of these pages, from 1, are of the faces that sopgen embeds, whoever wrote the file."""
    from sopgen.foreign.pdf import NoPdf
    from sopgen.render.pdf.opened import opened
    from sopgen.text.face import FAMILIES, Face
    from sopgen.text.measure import font_name

    faces = [Face(family, bold, italic) for family in FAMILIES for bold in (False, True) for italic in (False, True)]
    ours = {font_name(face).removesuffix("-Regular") for face in faces}
    try:
        with opened(data) as pdf:
            used = {
                str(font.BaseFont)[1:].rpartition("+")[2].removesuffix("-Regular")
                for number, page in enumerate(pdf.pages, start=1)
                if number in pages
                for font in _fonts(page.get("/Resources", {}), _DEEPEST)
            }
    except NoPdf:
        return False
    return not used.isdisjoint(ours)


def _fonts(resources: Any, deep: int) -> Iterator[Any]:
    """Those of a page, and of what is drawn on it as one piece: a program that prints several on a sheet does so."""
    yield from resources.get("/Font", {}).values()
    for piece in resources.get("/XObject", {}).values() if deep else ():
        if piece.get("/Subtype") == "/Form" and "/Resources" in piece:
            yield from _fonts(piece.Resources, deep - 1)


def _was_sealed(data: bytes) -> bool:
    """Whether another program wrote the file anew, and what sopgen said of it is still in there."""
    from sopgen.foreign.pdf import NoPdf
    from sopgen.render.pdf.opened import opened

    try:
        with opened(data) as pdf:
            return f"/{_KEY}" in pdf.docinfo or ("/Metadata" in pdf.Root and _said_by_sopgen(pdf.Root.Metadata))
    except NoPdf:
        return False


def _said_by_sopgen(metadata: Any) -> bool:
    return NAMESPACE.encode() in metadata.read_bytes()


def _place(data: bytes) -> re.Match[bytes] | None:
    """The last one: a title may say what looks like a seal, and the description repeats it further up."""
    return next(reversed(list(_SEAL.finditer(data))), None)


def _with_digest(data: bytes, digest: bytes) -> bytes:
    found = _place(data)
    assert found is not None
    return data[: found.start(1)] + digest + data[found.end(1) :]
