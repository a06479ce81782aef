"""A bracket that opens and is never closed: libyaml stumbles over it lines further on, where the next key stands."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, Final

from yaml import YAMLError
from yaml.events import Event, MappingEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent
from yaml.parser import ParserError

from sopgen.diagnostics import Message, Span, split_lines
from sopgen.intake.codes import Code
from sopgen.intake.events import read_events
from sopgen.intake.fault import Fault

_STARTS: Final = (SequenceStartEvent, MappingStartEvent)
_ENDS: Final = (SequenceEndEvent, MappingEndEvent)
_CLOSING: Final = {"[": "]", "{": "}"}
# Quoted texts and comments hide brackets. An apostrophe inside a word quotes nothing, nor does a quote left open.
_SKIPPED: Final = re.compile(r"""(?<=[\s\[{,:])(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|#[^\r\n]*)""")


def open_bracket(error: YAMLError, text: str, shown: str) -> Fault | None:
    """The innermost bracket that is open where reading failed, if nothing closes it further down either."""
    begun = _innermost(text) if isinstance(error, ParserError) else None
    if begun is None or not getattr(begun, "flow_style", False):
        return None
    mark: Any = begun.start_mark
    opening = "[" if isinstance(begun, SequenceStartEvent) else "{"
    at = text.find(opening, mark.index)  # behind a tag or an anchor, if there is one
    if at < 0 or _is_closed(text[at:], opening):
        return None
    closing = _CLOSING[opening]
    message = Message(
        f"Kurung `{opening}` dibuka di sini, tetapi tidak ditutup.",
        f"A bracket `{opening}` opens here and is never closed.",
    )
    remedy = Message(
        f"Tutup dengan `{closing}` di akhir isinya; teks yang berawal `{opening}` diapit tanda kutip.",
        f"Close it with `{closing}` behind its contents; put a text that begins with `{opening}` in quotes.",
    )
    before = split_lines(text[:at])
    return Fault(Code.SYNTAX, (), message, remedy, span=Span(shown, len(before), len(before[-1]) + 1))


def _innermost(text: str) -> Event | None:
    """The list or map that has begun and not ended where reading fails. It is read again: that seldom happens."""
    begun: list[Event] = []
    with suppress(YAMLError):
        for event in read_events(text):
            if isinstance(event, _STARTS):
                begun.append(event)
            elif isinstance(event, _ENDS):
                begun.pop()
    return begun[-1] if begun else None


def _is_closed(text: str, opening: str) -> bool:
    """`text` begins with the opening bracket."""
    depth = 0
    for character in _SKIPPED.sub("", text):
        depth += (character == opening) - (character == _CLOSING[opening])
        if depth == 0:
            return True
    return False
