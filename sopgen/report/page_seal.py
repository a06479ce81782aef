"""The seal of a report in HTML: a digest of the whole page in its last line, by which one that was written on is known.

People fill such a page in, sign it or add to it; the other forms of a report are for machines, or for the moment.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

_SEAL: Final = re.compile(rb"<!-- sopgen-segel: ([0-9a-f]{64}) -->\r?\n\Z")


def sealed_page(page: str) -> str:
    """`page` ends with a line feed."""
    return f"{page}<!-- sopgen-segel: {_digest(page.encode('utf-8', 'backslashreplace'))} -->\n"


def is_as_written(data: bytes) -> bool:
    """Whether every byte is; with other line ends, as a checkout on Windows has them, it is the same page."""
    found = _SEAL.search(data)
    return found is not None and found[1].decode() == _digest(data[: found.start()])


def _digest(page: bytes) -> str:
    return hashlib.sha256(page.replace(b"\r\n", b"\n")).hexdigest()
