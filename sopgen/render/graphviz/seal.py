"""The seal of a picture that Graphviz drew: a digest of what it shows, by which one edited by hand is known.

SVG and DOT carry it in a comment, their last line; PDF and PNG as a document's own files of those kinds do.
"""

from __future__ import annotations

import hashlib
import re
from typing import Literal

from sopgen.render.enclosed import SealState
from sopgen.render.maker import pdf_entry
from sopgen.scene import Maker

NAME = "sopgen-segel"
_SEAL = re.compile(rb"(?:// |<!-- )" + NAME.encode() + rb": ([0-9a-f]{64})(?: -->)?\r?\n")


def sealed(picture: bytes, chart_format: Literal["svg", "png", "pdf", "dot"], maker: Maker = "build") -> bytes:
    """The picture with its seal; a PDF names its command, for no other kind can stand where `build` writes."""
    match chart_format:
        case "png":
            from sopgen.render.png import sealed_picture

            return sealed_picture(picture)
        case "pdf":
            from sopgen.render.pdf.seal import SEAL_ENTRY, seal

            body, start, end = picture.rpartition(b"startxref")
            return seal(body + f"%{pdf_entry(maker)}{SEAL_ENTRY}\n".encode() + start + end)
    told = f"{NAME}: {_digest(picture)}"
    return picture + (f"// {told}\n" if chart_format == "dot" else f"<!-- {told} -->\n").encode()


def text_seal_state(data: bytes) -> SealState:
    """Of an SVG or a DOT."""
    found = next(reversed(list(_SEAL.finditer(data))), None)
    if found is None:
        return "foreign"
    whole = found.end() == len(data) and _digest(data[: found.start()]).encode() == found[1]
    return "whole" if whole else "edited"


def _digest(text: bytes) -> str:
    # A checkout on Windows is the same picture.
    return hashlib.sha256(text.replace(b"\r\n", b"\n")).hexdigest()
