"""Names of files in texts: what of a name's bytes is no UTF-8 is lone surrogates to Python, which no text may hold."""

from __future__ import annotations

import os
import re
from pathlib import PurePath
from urllib.parse import quote


def utf8(text: str) -> bytes:
    r"""A text for a file: what has no UTF-8 as `\udce9`, JSON's own way to write it, which reads back as it was."""
    return text.encode("utf-8", "backslashreplace")


def uri_of(path: PurePath) -> str:
    """A reference to a file, byte for byte what its name is, percent-encoded."""
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def is_web_address(text: str) -> bool:
    """Whether a text is an absolute address of a folder of pages, of signs that an address may have."""
    return (
        re.fullmatch(r"https?://[^\s/?#<>\"\\^`{|}]+(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?", text, re.ASCII) is not None
    )
