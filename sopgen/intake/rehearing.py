"""The events of a text that differs in one place from one whose events are known: only what stands around it is parsed.

A text is cut before a key of the outermost map or an item of a list right below one. What stands before the cut was
read without knowing what follows it, but for the head of the entry, which is the same; what stands behind the other cut
begins on a line of its own, at a place where the parser's state is that of the earlier text. Whatever is in doubt, the
markers of a document, tags and faults among it, is for the whole parse: the answer is None.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

Parse = Callable[[str], Iterable[Event]]

_MOST: Final = 0.5  # of the text; a larger piece is parsed as soon as the whole
_ABOVE: Final = "k:\n"  # what a list stands below while its items are parsed alone
_BELOW: Final = "x: x\n"
_OPENING: Final = (MappingStartEvent, SequenceStartEvent)
_CLOSING: Final = (MappingEndEvent, SequenceEndEvent)
_STREAM_AND_MAP, _END_OF_BOTH = 3, 3  # events


class _Cut(NamedTuple):
    """A line at which an entry begins."""

    offset: int
    line: int
    event: int  # the first that belongs to the entry
    head: int  # the offset behind what a change may not touch: the key with its colon, the dash
    column: int  # of the dash; -1 for a key of the outermost map


class Heard:
    """A text, its events, and where it may be cut."""

    def __init__(self, text: str, events: list[Event]) -> None:
        self.text, self.events = text, events
        self._cuts: list[_Cut] | None = None

    @property
    def cuts(self) -> list[_Cut]:
        if self._cuts is None:
            self._cuts = _cuts(self.text, self.events)
        return self._cuts

    def events_of(self, text: str, parse: Parse) -> list[Event] | None:
        """Those of `text`, equal to what parsing all of it gives."""
        start, end = _changed(self.text, text)
        grown = len(text) - len(self.text)
        if end + grown - start > len(text) * _MOST:
            return None
        first = bisect_right(self.cuts, start, key=lambda cut: cut.head) - 1
        if first < 0:
            return None
        begin = self.cuts[first]
        last = self._next_cut(first, bisect_left(self.cuts, end, lo=first + 1, key=lambda cut: cut.offset))
        piece = text[begin.offset : last.offset + grown if last else len(text)]
        if len(piece) > len(text) * _MOST or (last and not piece.endswith("\n")):
            return None
        told = _parsed_alone(piece, begin, last, parse)
        if told is None or last is None:
            return None if told is None else self.events[: begin.event] + told
        lines = _line_breaks(piece) - (last.line - begin.line)
        return self.events[: begin.event] + told + [_moved(each, grown, lines) for each in self.events[last.event :]]

    def _next_cut(self, first: int, index: int) -> _Cut | None:
        """From `index` on, where what is parsed from the `first` cut on may end; None at the end of the text."""
        in_list = self.cuts[first].column >= 0 and all(cut.column >= 0 for cut in self.cuts[first:index])
        return next((cut for cut in self.cuts[index:] if in_list or cut.column < 0), None)


def _changed(old: str, new: str) -> tuple[int, int]:
    """What of `old` is another: offsets of the first sign and behind the last."""
    least = min(len(old), len(new))
    head = _common(least, lambda n: old[:n] == new[:n])
    tail = _common(least - head, lambda n: old[len(old) - n :] == new[len(new) - n :])
    return head, len(old) - tail


def _common(most: int, alike: Callable[[int], bool]) -> int:
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        low, most = (middle, most) if alike(middle) else (low, middle - 1)
    return low


def _cuts(text: str, events: list[Event]) -> list[_Cut]:
    """In the text's order; none where the text is no plain document with a block map."""
    if len(events) <= _STREAM_AND_MAP + _END_OF_BOTH or not _is_plain(events):
        return []
    cuts: list[_Cut] = []
    depth, at_key = 0, True
    column = -1  # of the dashes of the list right below a key
    for number in range(_STREAM_AND_MAP, len(events) - _END_OF_BOTH):
        event: Any = events[number]
        if depth == 0 and at_key:
            cut = _at_key(text, event, number)
        elif depth == 1 and column >= 0 and not isinstance(event, _CLOSING):
            cut = _at_dash(text, event, number, column)
        else:
            cut = None
        if cut is not None:
            cuts.append(cut)
        if depth == 0:
            column = -1
            if not at_key and isinstance(event, SequenceStartEvent) and not event.flow_style:
                column = _column(event)
        depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
        if depth == 0:
            at_key = not at_key
    return cuts


def _is_plain(events: list[Event]) -> bool:
    document: Any = events[1]
    root: Any = events[2]
    return (
        isinstance(document, DocumentStartEvent)
        and not document.explicit
        and not document.tags
        and document.version is None
        and isinstance(root, MappingStartEvent)
        and not root.flow_style
        and _column(root) == 0
        and not any(isinstance(each, DocumentStartEvent) for each in events[_STREAM_AND_MAP:])
    )


def _column(event: Any) -> int:
    """Every event of the parser has its marks, though the stubs allow for none."""
    return int(event.start_mark.column)


def _at_key(text: str, event: Any, number: int) -> _Cut | None:
    mark, end = event.start_mark, event.end_mark
    colon = text.find(":", end.index)
    if type(event) is not ScalarEvent or mark.column or end.line != mark.line or text[end.index : colon].strip():
        return None
    return _Cut(mark.index, mark.line, number, colon + 2, -1)


def _at_dash(text: str, event: Any, number: int, column: int) -> _Cut | None:
    mark = event.start_mark
    offset = mark.index - mark.column
    before = text[offset : mark.index]
    if mark.column <= column or before[:column].strip(" ") or before[column] != "-" or before[column + 1 :].strip(" "):
        return None
    return _Cut(offset, mark.line, number, offset + column + 2, column)


def _line_breaks(text: str) -> int:
    """Line breaks as marks count them."""
    return text.count("\n") + text.replace("\r\n", "\n").count("\r") + text.count("\x85")


def _parsed_alone(piece: str, begin: _Cut, last: _Cut | None, parse: Parse) -> list[Event] | None:
    """Between what it stands below and what follows it. None where it is at fault, or reaches beyond its place."""
    above = _ABOVE if begin.column >= 0 else ""
    below = "" if last is None else _BELOW if last.column < 0 else " " * last.column + f"- {_BELOW}"
    try:
        events = list(parse(above + piece + below))
    except yaml.YAMLError:
        return None
    skipped = _STREAM_AND_MAP + (2 if above else 0)
    left = 0 if last is None else _END_OF_BOTH + (2 if last.column < 0 else 5)
    told = events[skipped : len(events) - left]
    if not _is_plain(events) or not _stays_inside(told, bool(above), last):
        return None
    listed: Any = events[4]
    if above and (not isinstance(listed, SequenceStartEvent) or _column(listed) != begin.column):
        return None
    lines = begin.line - _line_breaks(above)
    return [_moved(each, begin.offset - len(above), lines) for each in told]


def _stays_inside(told: list[Event], in_list: bool, last: _Cut | None) -> bool:
    """Whether what is opened is closed and nothing else is: but for the list, and the map at the text's end."""
    depth = lowest = 0
    for each in told if last is not None else told[:-_END_OF_BOTH]:
        depth += isinstance(each, _OPENING) - isinstance(each, _CLOSING)
        lowest = min(lowest, depth)
    wanted = -1 if in_list and (last is None or last.column < 0) else 0
    return bool(told) and depth == lowest == wanted


def _moved(event: Any, offset: int, lines: int) -> Event:
    if not offset and not lines:
        return event  # type: ignore[no-any-return]
    moved: Any = object.__new__(type(event))
    moved.__dict__.update(event.__dict__)
    start, end = event.start_mark, event.end_mark
    moved.start_mark = _mark(start, offset, lines)
    moved.end_mark = moved.start_mark if end is start else _mark(end, offset, lines)
    return moved  # type: ignore[no-any-return]


def _mark(mark: Any, offset: int, lines: int) -> Any:
    make: Any = yaml.Mark
    return make(mark.name, mark.index + offset, mark.line + lines, mark.column, None, None)
