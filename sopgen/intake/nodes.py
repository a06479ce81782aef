"""A spec's text → its nodes with exact places: where every key, value, list item and bracket begins and ends.

The reader's tree knows lines and columns, for messages; who changes a text needs the offsets, and which way a
collection is written. Indexes and keys are those of the reader's tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sopgen.intake.events import read_events
from sopgen.intake.fault import Path
from sopgen.intake.printed import is_text_list

_BLANK: Final = " \t\r\n"

Kind = Literal["scalar", "map", "list"]


class Node:
    """One value. `start` and `end` are offsets into the text; an empty one stands right behind its colon or dash.

    `column` of a block map is that of its keys, of a block list that of its dashes.
    """

    __slots__ = ("column", "end", "entries", "flow", "kind", "start", "style")

    def __init__(self, kind: Kind, start: int, end: int, *, flow: bool = False, style: str = "") -> None:
        self.kind, self.start, self.end, self.flow, self.style = kind, start, end, flow, style
        self.column = 0
        self.entries: list[Entry] = []

    def entry(self, name: str | int) -> Entry | None:
        if isinstance(name, int):
            return self.entries[name] if self.kind == "list" and 0 <= name < len(self.entries) else None
        return next((each for each in self.entries if each.key == name), None) if self.kind == "map" else None


class Entry:
    """A key or a dash with its value. `start`: of the key or dash. `sign`: right behind the colon or dash."""

    __slots__ = ("key", "key_end", "node", "sign", "start")

    def __init__(self, key: str | None, start: int, key_end: int, sign: int, node: Node) -> None:
        self.key, self.start, self.key_end, self.sign, self.node = key, start, key_end, sign, node


class NodeFault(ValueError):  # noqa: N818 - the house's word
    """A text that cannot be taken apart: not YAML, or written with what a spec may not use."""


def read_nodes(text: str) -> Node | None:
    """The root of the text; None where nothing stands in it. Raises `NodeFault`."""
    try:
        return _Reader(text).root()
    except yaml.YAMLError as error:
        raise NodeFault(str(error)) from None


def node_at(root: Node | None, path: Path) -> Node | None:
    here = root
    for name in path:
        entry = here.entry(name) if here is not None else None
        here = entry.node if entry else None
    return here


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[Any] = read_events(text)

    def root(self) -> Node | None:
        event: Any
        for event in self._events:
            if isinstance(event, NodeEvent):
                return self._node(event, (), 0)
        return None

    def _next(self) -> Any:
        """The next event; the stubs allow for one without marks, which the parser never gives."""
        return next(self._events)

    def _node(self, event: Any, path: Path, sign: int) -> Node:
        if isinstance(event, AliasEvent) or event.anchor or event.tag:
            raise NodeFault("alias, anchor or tag")
        start, end = _begin(event), _end(event)
        if isinstance(event, ScalarEvent):
            if not event.style and event.value == "":
                return Node("scalar", sign, sign)
            return Node("scalar", start, start + len(self._text[start:end].rstrip(_BLANK)), style=event.style or "")
        if isinstance(event, SequenceStartEvent):
            return self._list(event, path)
        return self._map(event, path)

    def _map(self, event: Any, path: Path) -> Node:
        node = Node("map", _begin(event), _end(event), flow=bool(event.flow_style))
        node.column = event.start_mark.column
        while not isinstance(key := self._next(), MappingEndEvent):
            if not isinstance(key, ScalarEvent) or key.anchor or key.tag:
                raise NodeFault("a key that is no text")
            start, end = _begin(key), _end(key)
            between = self._text[end:]
            if not between.lstrip(" ").startswith(":"):
                raise NodeFault("a key without its colon")
            sign = end + between.index(":") + 1
            value = self._node(self._next(), (*path, key.value), sign)
            node.entries.append(Entry(key.value, start, end, sign, value))
            if not node.flow:
                node.end = value.end
        if node.flow:
            node.end = _end(key)
        return node

    def _list(self, event: Any, path: Path) -> Node:
        node = Node("list", _begin(event), _end(event), flow=bool(event.flow_style))
        node.column = event.start_mark.column
        texts, behind = is_text_list(path), node.start
        while not isinstance(item := self._next(), SequenceEndEvent):
            if node.flow:
                start = sign = _begin(item)
            else:
                start = self._dash(behind)
                sign = start + 1
            here = (*path, len(node.entries))
            if texts and isinstance(item, MappingStartEvent) and not item.flow_style:
                value = self._text_map(item)
            else:
                value = self._node(item, here, sign)
            behind = value.end
            if not node.flow:
                node.end = value.end
            if texts and value.start == value.end:
                continue  # an empty item prints nothing; the reader counts it out
            node.entries.append(Entry(None, start, start, sign, value))
        if node.flow:
            node.end = _end(item)
        return node

    def _dash(self, behind: int) -> int:
        """The next dash of a block list: the first sign that is neither blank nor part of a comment."""
        text, at = self._text, behind
        while at < len(text) and text[at] != "-":
            if text[at] == "#":
                while at < len(text) and text[at] not in "\r\n":
                    at += 1
            else:
                at += 1
        return at

    def _text_map(self, start: Any) -> Node:
        """`- Nomor : 101`, which the reader takes for the text it is."""
        depth, first, last = 1, _begin(start), _begin(start)
        while depth:
            event = self._next()
            if isinstance(event, MappingStartEvent | SequenceStartEvent):
                depth += 1
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                depth -= 1
                last = max(last, _end(event) if _begin(event) != _end(event) else last)
            else:
                last = max(last, _end(event))
        if self._text[last : last + 1] == ":":
            last += 1
        return Node("scalar", first, first + len(self._text[first:last].rstrip(_BLANK)), style="text")


def _begin(event: Any) -> int:
    """Every event of the parser has its marks, though the stubs allow for none."""
    return int(event.start_mark.index)


def _end(event: Any) -> int:
    return int(event.end_mark.index)
