"""Codes of fonts that hold pictures instead of letters → the characters that they show.

Office programs write such signs with the codes of letters, or with the same in the private area of Unicode (F0xx).
"""

from __future__ import annotations

import re
from typing import Final

DRAWN: Final = frozenset("✓✗☐☑☒●")
"""Signs that programs draw where a font lacks them, and say so."""
_WINGDINGS: Final = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒",
    0x9F: "•", 0xA0: "▪", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "→",
    0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x46: "→", 0x6D: "○", 0xA1: "○",
}  # fmt: skip
_WINGDINGS_2: Final = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "☐", 0x95: "•", 0xA0: "▪",
}  # fmt: skip
_WEBDINGS: Final = {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x3D: "•"}
_DINGBATS: Final = {0x33: "✓", 0x34: "✓", 0x35: "✗", 0x36: "✗", 0x37: "✗", 0x38: "✗", 0x6C: "●", 0x6E: "■", 0x6F: "☐"}
_SYMBOL: Final = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xD6: "✓", 0xDE: "⇒", 0x2D: "−", 0xA7: "•", 0xA8: "♦",
}  # fmt: skip
_TABLES: Final = (
    (re.compile(r"wingdings\W?2", re.IGNORECASE), _WINGDINGS_2),
    (re.compile(r"wingdings(?!\W?3)", re.IGNORECASE), _WINGDINGS),
    (re.compile(r"webdings", re.IGNORECASE), _WEBDINGS),
    (re.compile(r"dingbats", re.IGNORECASE), _DINGBATS),
    (re.compile(r"(?:\A|[+,\s])symbol(?:\Z|[,\s-]|mt|ps|neu)", re.IGNORECASE), _SYMBOL),
)
_PRIVATE: Final = range(0xF000, 0xF100)


def _table(font: str) -> dict[int, str] | None:
    return next((table for name, table in _TABLES if name.search(font)), None)


def signs_in(font: str) -> bool:
    """Whether a font of this name holds signs instead of letters."""
    return _table(font) is not None


def sign_of(code: int, font: str) -> str | None:
    """What a code shows in a font; "" for a sign that is not known; None if the code means itself."""
    table = _table(font)
    if table is None:
        return "" if code in _PRIVATE else None
    low = code - 0xF000 if code in _PRIVATE else code
    if low in table:
        return table[low]
    is_letter = code < 0x100 and chr(code).isspace()
    return None if is_letter or (code >= 0x100 and code not in _PRIVATE) else ""
