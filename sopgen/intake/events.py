"""A spec's text → the events of its YAML: the one place that calls a YAML parser, and what it needs to be told.

Marks count characters and lines as `split_lines` does, whichever parser reads and whichever version it has.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from itertools import chain, islice
from threading import Lock
from typing import Any, Final

import yaml
from yaml.events import Event, ScalarEvent

from sopgen.intake.rehearing import Heard

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What the parsers would stumble over → a character of the same width that no text may hold, or that is dropped anyway.
# YAML 1.1 ends lines at U+2028 and U+2029; editors, CI and YAML 1.2 do not. libyaml takes U+FEFF inside a text for an
# error.
_LINE, _PARAGRAPH = "\ufdd0", "\ufdd1"
_STAND_IN: Final = str.maketrans({"\ufeff": "\u200b", "\u2028": _LINE, "\u2029": _PARAGRAPH})
_MEANT: Final = str.maketrans({_LINE: "\u2028", _PARAGRAPH: "\u2029"})
_REMEMBERED: Final = 4  # texts: an editor reads the one before and the one after a change, each for several reasons
_AT_ONCE: Final = 64  # events
_TOO_DEEP: Final = "nesting depth"  # what libyaml since 0.2.6 says of 1,000 levels, before it tells of the first


_lock: Final = Lock()
_heard: Final[OrderedDict[tuple[str, type], Heard]] = OrderedDict()  # read to their end; the newest last


def read_events(text: str) -> Iterator[Event]:
    """Raises `yaml.YAMLError` where the text is no YAML. A text that was read to its end is not parsed again.

    Of one that differs in one place from the newest of those, only what stands around that place is parsed.
    """
    known = _known(text)
    return chain.from_iterable(_heard_first(text)) if known is None else iter(known)


def _heard_first(text: str) -> Iterator[list[Event]]:
    hearing: list[Event] = []
    for some in _batches(text):
        hearing += some
        yield some
    _remember(text, hearing)


def _known(text: str) -> list[Event] | None:
    with _lock:
        heard = _heard.get((text, Loader))
        if heard is not None:
            _heard.move_to_end((text, Loader))
            return heard.events
        newest = next((each for (_, loader), each in reversed(_heard.items()) if loader is Loader), None)
    events = newest.events_of(text, _parsed) if newest else None
    if events is not None:
        _remember(text, events)
    return events


def _remember(text: str, events: list[Event]) -> None:
    with _lock:
        _heard[text, Loader] = Heard(text, events)
        while len(_heard) > _REMEMBERED:
            _heard.popitem(last=False)


def _parsed(text: str) -> Iterator[Event]:
    return chain.from_iterable(_batches(text))


def _batches(text: str) -> Iterator[list[Event]]:
    plain = text if text.isascii() else text.translate(_STAND_IN)
    told = 0
    try:
        for some in _in_batches(_events(plain, Loader)):
            told += len(some)
            yield some
    except yaml.MarkedYAMLError as error:
        if _TOO_DEEP not in (error.problem or ""):
            raise
        # PyYAML's own parser knows no such bound and tells of every level, so that who reads finds the place.
        yield from _in_batches(islice(_events(plain, yaml.SafeLoader), told, None))


def _in_batches(events: Iterator[Event]) -> Iterator[list[Event]]:
    """Some at once, as a layer between costs time for each; few, as who reads may stop long before the end of a text
    that is wrong throughout. What stands before a fault is given before it is raised.
    """
    while True:
        some: list[Event] = []
        try:
            some.extend(islice(events, _AT_ONCE))
        except yaml.YAMLError:
            yield some
            raise
        if not some:
            return
        yield some


def _events(text: str, loader: Any) -> Iterator[Event]:
    events: Iterator[Event] = yaml.parse(text, Loader=loader)
    return events if _LINE not in text and _PARAGRAPH not in text else _as_meant(events)


def _as_meant(events: Iterator[Event]) -> Iterator[Event]:
    for event in events:
        if isinstance(event, ScalarEvent) and not event.value.isascii():
            event.value = event.value.translate(_MEANT)
        yield event
