"""The part of styles, its fonts as the schema wants them."""

from __future__ import annotations

import re

_FONT_ORDER = (
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "charset",
    "scheme",
)


_RUN_ORDER = tuple("rFont" if name == "name" else name for name in _FONT_ORDER)


def with_runs_in_order(part: bytes) -> bytes:
    """The same of a sheet's rich texts."""

    def ordered(look: re.Match[bytes]) -> bytes:
        children = re.findall(rb"<(\w+)[^>]*/>", look[1])
        elements = re.findall(rb"<\w+[^>]*/>", look[1])
        ranked = sorted(zip(children, elements, strict=True), key=lambda pair: _RUN_ORDER.index(pair[0].decode()))
        return b"<rPr>" + b"".join(element for _, element in ranked) + b"</rPr>"

    return re.sub(rb"<rPr>(.*?)</rPr>", ordered, part, flags=re.DOTALL)


def with_fonts_in_order(part: bytes) -> bytes:
    """The schema wants a font's properties in an order that openpyxl does not keep."""

    def ordered(font: re.Match[bytes]) -> bytes:
        children = re.findall(rb"<(\w+)[^>]*/>", font[1])
        elements = re.findall(rb"<\w+[^>]*/>", font[1])
        ranked = sorted(zip(children, elements, strict=True), key=lambda pair: _FONT_ORDER.index(pair[0].decode()))
        return b"<font>" + b"".join(element for _, element in ranked) + b"</font>"

    return re.sub(rb"<font>(.*?)</font>", ordered, part, flags=re.DOTALL)
