"""Text that stands in a part's XML."""

from __future__ import annotations

import re

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def possible(text: str) -> str:
    """Without the characters that no XML holds."""
    return _IMPOSSIBLE.sub("", text)
