"""Printed text: what a clerk typed → what stands on the page. Nothing visible is lost, nothing is markup."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# Invisible: soft hyphen, zero-width space, joiners, word joiner, BOM, Mongolian separator, variation selectors.
_DROPPED: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\u180e\ufe00-\ufe0f]")
_NO_BREAK: Final = re.compile("[\u2007\u202f]")
# Letters joined by a typesetter, pasted from a PDF: apart they are drawn by every font and found by every search.
_LIGATURES: Final = str.maketrans(
    {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
)
_BREAKS: Final = re.compile("\r\n|[\r\n\u2028\u2029]")
_SPACES: Final = re.compile("[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")


def clean(raw: str) -> str:
    """NFC; ligatures apart, line breaks and NBSP kept, other white space folded, invisible characters dropped."""
    if raw.isascii() and raw.isprintable() and "  " not in raw:
        return raw.strip(" ")
    text = unicodedata.normalize("NFC", raw).translate(_LIGATURES)
    text = _NO_BREAK.sub("\u00a0", _DROPPED.sub("", text))
    lines = [_SPACES.sub(" ", line).strip(" ") for line in _BREAKS.split(text)]
    return "\n".join(lines).strip("\n")


def on_one_line(*lines: str) -> str:
    """A title, a number or a name that the spec may part into lines."""
    return " ".join(" ".join(lines).split())


def refused_character(raw: str) -> str | None:
    """The first character that may not stand in a text, if any."""
    if raw.isascii() and raw.isprintable():
        return None
    found = CONTROL.search(raw) or BIDI.search(raw)
    return found.group() if found else None


def code_point(character: str) -> str:
    """`U+202E`, with its Unicode name where it has one."""
    called = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" ({called})" if called else "")
