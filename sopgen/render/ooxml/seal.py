"""The digest a workbook carries of its own parts, so that an edit by hand is noticed; the frame around them is known.

It stands in a custom document property, which Excel and LibreOffice keep when they save: what they wrote anew then
no longer agrees with it. It guards against mistakes, not against malice.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from sopgen.foreign.package import NoPackage, read_package
from sopgen.render.enclosed import SealState
from sopgen.render.maker import CUSTOM_PROPERTIES
from sopgen.render.maker import PROPERTY as MAKER_PROPERTY
from sopgen.render.ooxml.parts import CONTENT_TYPES, ROOT_RELATIONS, XML_HEAD, is_framed_so
from sopgen.render.ooxml.source import source_parts
from sopgen.scene import Maker
from sopgen.version import DRAWING

PROPERTY = "sopgen-segel"
DRAWING_PROPERTY = "sopgen-gambar"
_BLANK = "0" * 64
_SEAL = re.compile(
    rb'<(?:\w+:)?property\b[^>]*\bname="' + PROPERTY.encode() + rb'"[^>]*>\s*<(?:\w+:)?lpwstr>\s*([0-9a-f]{64})\s*<'
)
_DRAWING = re.compile(
    rb'<(?:\w+:)?property\b[^>]*\bname="' + DRAWING_PROPERTY.encode() + rb'"[^>]*>\s*<(?:\w+:)?\w+>\s*(\d+)\s*<'
)
_PROPERTIES = (
    XML_HEAD + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    "{properties}</Properties>"
)
_ONE = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property>"
)
_RELATION = (
    '<Relationship Id="rIdSegel" Target="docProps/custom.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"/>'
)
_TYPE = (
    f'<Override PartName="/{CUSTOM_PROPERTIES}" '
    'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
)


def sealed(parts: Mapping[str, bytes], maker: Maker = "build") -> dict[str, bytes]:
    """The parts with their seal, and the command that they are of.

    The part of custom properties is made here; its relation is the package's affair.
    """
    blank = {**parts, CUSTOM_PROPERTIES: _properties(_BLANK, maker)}
    return {**blank, CUSTOM_PROPERTIES: _properties(_digest(blank), maker)}


def with_seal(parts: Mapping[str, bytes], maker: Maker) -> dict[str, bytes]:
    """The same with the relation and the type that a package needs for the seal's part."""
    told = {
        ROOT_RELATIONS: _before_end(parts[ROOT_RELATIONS], b"</Relationships>", _RELATION),
        CONTENT_TYPES: _before_end(parts[CONTENT_TYPES], b"</Types>", _TYPE),
    }
    return sealed({**parts, **told}, maker)


def _before_end(part: bytes, end: bytes, added: str) -> bytes:
    before, _, rest = part.rpartition(end)
    return before + added.encode() + end + rest


def seal_state(data: bytes) -> SealState:
    """Whether the workbook is as it was written. `foreign`: no package, or one with neither seal nor source."""
    try:
        parts = read_package(data)
    except NoPackage:
        return "foreign"
    properties = parts.get(CUSTOM_PROPERTIES, b"")
    found = _SEAL.search(properties)
    if found is None:
        return "edited" if source_parts(parts) else "foreign"  # ours, saved by a program that keeps no properties
    blanked = properties[: found.start(1)] + _BLANK.encode() + properties[found.end(1) :]
    agrees = _digest({**parts, CUSTOM_PROPERTIES: blanked}) == found[1].decode()
    return "whole" if agrees and is_framed_so(data) else "edited"


def was_ours(data: bytes) -> bool:
    """Whether another program saved a workbook of ours: it keeps a property of that name, written as it likes."""
    try:
        parts = read_package(data)
    except NoPackage:
        return False
    return f'"{PROPERTY}"'.encode() in parts.get(CUSTOM_PROPERTIES, b"")


def is_of_this_drawing(data: bytes) -> bool:
    """Whether what stands where in a workbook can be held against today's drawing; what tells no edition can."""
    try:
        properties = read_package(data).get(CUSTOM_PROPERTIES, b"")
    except NoPackage:
        return True
    found = _DRAWING.search(properties)
    return found is None or found[1].decode() == str(DRAWING)


def _properties(digest: str, maker: Maker) -> bytes:
    told = {PROPERTY: digest, DRAWING_PROPERTY: DRAWING, **({} if maker == "build" else {MAKER_PROPERTY: maker})}
    each = (_ONE.format(number=number, name=name, value=told[name]) for number, name in enumerate(told, start=2))
    return _PROPERTIES.format(properties="".join(each)).encode()


def _digest(parts: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for name in sorted(parts):
        for piece in (name.encode(), parts[name]):
            total.update(len(piece).to_bytes(8, "big"))
            total.update(piece)
    return total.hexdigest()
