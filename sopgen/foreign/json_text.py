"""Plain data → JSON that may be printed anywhere, and a file's JSON → plain data, within bounds.

What a terminal obeys or hides is escaped, and reads back.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

MOST_VALUES: Final = 2_000_000
"""Lists, objects and what they hold: each takes some hundred bytes of memory, of two in the file."""

# Controls that JSON itself leaves as they are, format characters, line and paragraph separators, lone surrogates.
_HIDDEN: Final = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0001-\U000e007f]"
)


def json_text(value: Any, indent: int | None = None) -> str:
    r"""Other letters stand as they are. A name's bytes that are no UTF-8 are `\udce9`."""
    return _HIDDEN.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent))


def read_json(data: bytes) -> Any:
    """Raises `ValueError`, also for more values than any file of sopgen's holds; `RecursionError`."""
    if sum(data.count(mark) for mark in b",[{") > MOST_VALUES:
        message = "too many values"
        raise ValueError(message)
    return json.loads(data)


def _escaped(found: re.Match[str]) -> str:
    code_point = ord(found[0])
    return f"\\u{code_point:04x}" if code_point < 0x10000 else json.dumps(found[0])[1:-1]
