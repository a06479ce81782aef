"""The seal of a report in a file: a digest of all before its last line, by which one that was written on is known.

People fill reports in, sign them, put a note at their head: what is not as it was written is not overwritten.
Annotations for a CI log carry none, for there each line is obeyed and nothing else may stand: they are known by these.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from sopgen.foreign.names import utf8

_PLAIN: Final = "sopgen-segel: {}\n"
_COMMENT: Final = "<!-- sopgen-segel: {} -->\n"
_LINES: Final = {
    "text": _PLAIN,
    "json": ', "segel": "{}"}}\n',
    "sarif": ', "properties": {{"segel": "{}"}}}}\n',
    "junit": _COMMENT,
}
"""The last line of each form."""

_SEAL: Final = re.compile(
    "(?m)^(?:{})\\Z".format(
        "|".join(
            re.escape(line.format("@")).replace("@", "([0-9a-f]{64})").removesuffix("\\\n") + r"\r?\n"
            for line in dict.fromkeys(_LINES.values())
        )
    ).encode()
)


def sealed_page(page: str) -> str:
    """`page` in HTML ends with a line feed."""
    return page + _COMMENT.format(_digest(utf8(page)))


def sealed_report(text: str, form: str) -> str:
    """A report as it goes into a file, from what its writer gives; a page comes sealed from there."""
    line = _LINES.get(form)
    if line is None:
        return text
    body = text.removesuffix("}\n") if form in ("json", "sarif") else text
    return body + line.format(_digest(utf8(body)))


def is_as_written(data: bytes) -> bool:
    """Whether every byte is; with other line ends, as a checkout on Windows has them, it is the same report."""
    found = _SEAL.search(data)
    return found is not None and any(
        told is not None and told.decode() == _digest(data[: found.start()]) for told in found.groups()
    )


def _digest(report: bytes) -> str:
    return hashlib.sha256(report.replace(b"\r\n", b"\n")).hexdigest()
