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


def with_fonts_in_order(part: bytes) -> bytes:
    """The schema wants a font's properties in an order that openpyxl does not keep."""

    def ordered(font: re.Match[bytes]) -> bytes:
        children = re.findall(rb"<(\w+)[^>]*/>", font[1])
        elements = re.findall(rb"<\w+[^>]*/>", font[1])
        ranked = sorted(zip(children, elements, strict=True), key=lambda pair: _FONT_ORDER.index(pair[0].decode()))
        return b"<font>" + b"".join(element for _, element in ranked) + b"</font>"

    return re.sub(rb"<font>(.*?)</font>", ordered, part, flags=re.DOTALL)
