"""Names of files in texts: what of a name's bytes is no UTF-8 is lone surrogates to Python, which no text may hold."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote


def utf8(text: str) -> bytes:
    r"""A text for a file: what has no UTF-8 as `\udce9`, JSON's own way to write it, which reads back as it was."""
    return text.encode("utf-8", "backslashreplace")


def uri_of(path: PurePath) -> str:
    """A reference to a file, byte for byte what its name is, percent-encoded."""
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
