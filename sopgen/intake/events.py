"""A spec's text → the events of its YAML: the one place that calls a YAML parser, and what it needs to be told.

Marks count characters and lines as `split_lines` does, whichever parser reads and whichever version it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import yaml
from yaml.events import Event, ScalarEvent

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What the parsers would stumble over → a character of the same width that no text may hold, or that is dropped anyway.
# YAML 1.1 ends lines at U+2028 and U+2029; editors, CI and YAML 1.2 do not. libyaml takes U+FEFF inside a text for an
# error.
_LINE, _PARAGRAPH = "\ufdd0", "\ufdd1"
_STAND_IN: Final = str.maketrans({"\ufeff": "\u200b", "\u2028": _LINE, "\u2029": _PARAGRAPH})
_MEANT: Final = str.maketrans({_LINE: "\u2028", _PARAGRAPH: "\u2029"})
_REMEMBERED: Final = 4  # texts: an editor reads the one before and the one after a change, each for several reasons
_TOO_DEEP: Final = "nesting depth"  # what libyaml since 0.2.6 says of 1,000 levels, before it tells of the first


def read_events(text: str) -> Iterator[Event]:
    """Raises `yaml.YAMLError` where the text is no YAML. A text that was read to its end is not parsed again."""
    heard = _heard(text, Loader)
    if heard:
        yield from heard
        return
    hearing = []
    for event in _parsed(text):
        hearing.append(event)
        yield event
    heard[:] = hearing


@lru_cache(maxsize=_REMEMBERED)
def _heard(text: str, loader: type) -> list[Event]:  # noqa: ARG001 - what the list is remembered by
    """The events of a text; none before somebody came to their end."""
    return []


def _parsed(text: str) -> Iterator[Event]:
    plain = text if text.isascii() else text.translate(_STAND_IN)
    told = 0
    try:
        for event in _events(plain, Loader):
            told += 1
            yield event
    except yaml.MarkedYAMLError as error:
        if _TOO_DEEP not in (error.problem or ""):
            raise
        # PyYAML's own parser knows no such bound and tells of every level, so that who reads finds the place.
        for number, event in enumerate(_events(plain, yaml.SafeLoader)):
            if number >= told:
                yield event


def _events(text: str, loader: Any) -> Iterator[Event]:
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, ScalarEvent) and not event.value.isascii():
            event.value = event.value.translate(_MEANT)
        yield event
