"""A spec's text → its tree: maps, lists and texts with the place of every key and value.

Every scalar stays the text it is. Whatever YAML would drop, merge or cut without a word is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sopgen.diagnostics import Span, split_lines
from sopgen.intake import tree_faults as said
from sopgen.intake.brackets import open_bracket
from sopgen.intake.continuation import swallowed_lines
from sopgen.intake.events import read_events
from sopgen.intake.fault import Fault, Path
from sopgen.intake.printed import is_label_map, is_sign_text, is_text, is_text_list
from sopgen.intake.syntax import explain, special_sign
from sopgen.intake.tree import UNREAD, Tree, Unread

MAX_DEPTH: Final = 12
MAX_FAULTS: Final = 20

_STARTS: Final = (MappingStartEvent, SequenceStartEvent)
_ENDS: Final = (MappingEndEvent, SequenceEndEvent)
_COMMENT: Final = re.compile(r"\s+#")


def parse(text: str, shown: str) -> Tree:
    tree = Tree(shown, split_lines(text))
    builder = _Builder(text, tree)
    try:
        builder.document()
    except yaml.YAMLError as error:
        if fault := open_bracket(error, text, shown):
            tree.faults[:] = [earlier for earlier in tree.faults if _is_before(earlier, fault)]
        _only_first(tree, fault or explain(error, shown, tree.lines))
    except _Stop as stop:
        _only_first(tree, stop.fault)
    except _Enough:
        tree.broken = True
    return tree


def _only_first(tree: Tree, fault: Fault) -> None:
    tree.broken = True
    tree.faults[:] = [*tree.faults, fault][:1]


def _is_before(fault: Fault, other: Fault) -> bool:
    """What was found behind an open bracket is of its making."""
    here, there = fault.span, other.span
    return here is None or there is None or (here.line, here.column) < (there.line, there.column)


class _Stop(Exception):  # noqa: N818 - reading stops here; it is no error of ours
    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.fault = fault


class _Enough(Exception):  # noqa: N818 - idem
    """Too many faults to go on; those found are all kept."""


class _Builder:
    def __init__(self, text: str, tree: Tree) -> None:
        self._text = text
        self._tree = tree
        self._shown, self._lines = tree.shown, tree.lines
        self._events: Iterator[Event] = read_events(text)
        self._last = len(tree.lines) - 1

    def document(self) -> None:
        documents = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Stop(said.several_documents(self._span(event)))
                if event.version or event.tags:
                    raise _Stop(special_sign("%", self._span(event)))
            elif isinstance(event, NodeEvent):
                self._tree.data = self._node(event, ())

    def _node(self, event: Event, path: Path) -> Any:
        if len(path) > MAX_DEPTH:
            raise _Stop(said.too_deep(self._span(event)))
        self._tree.spans[path] = self._span(event)
        value: Any = UNREAD
        if isinstance(event, ScalarEvent):
            value = self._scalar(event, path)
        elif isinstance(event, AliasEvent):
            self._fault(special_sign("*", self._span(event)))
            return UNREAD
        elif isinstance(event, SequenceStartEvent):
            value = self._sequence(event, path)
        elif isinstance(event, MappingStartEvent):
            value = self._mapping(path)
        return UNREAD if self._signed(event) else value

    def _signed(self, event: Any) -> bool:
        """Is there an anchor or a tag? Both are reported as the text they probably were."""
        if event.anchor is None and event.tag is None:
            return False
        self._fault(special_sign("&" if event.anchor is not None else "!", self._span(event)))
        return True

    def _scalar(self, event: ScalarEvent, path: Path) -> str | None:
        if event.style:  # quoted
            return str(event.value)
        if event.value == "":
            self._hidden_text(event, path)
            return None
        if self._comment_behind(event) and is_text(path):
            self._fault(said.comment_cuts_text(event.value, self._comment_span(event)))
        self._swallowed(event)
        return str(event.value)

    def _swallowed(self, event: Event) -> None:
        start, end = _start(event), _end(event)
        if start.line != end.line:
            for fault in swallowed_lines(self._tree.lines, start.line, end.line, start.column, self._tree.shown):
                self._fault(fault)

    def _hidden_text(self, event: ScalarEvent, path: Path) -> None:
        """`keterangan: #1 dan 2`: a text beginning with `#` would vanish. `# ` is a comment behind a key."""
        line, column = _start(event).line, _start(event).column
        rest = self._line(line)[column:].lstrip()
        if is_sign_text(path) and rest.startswith("#") and rest[1:2].strip():
            start = len(self._line(line)) - len(rest)
            self._fault(said.comment_hides_text(rest, Span(self._tree.shown, line + 1, start + 1, len(rest))))

    def _sequence(self, event: SequenceStartEvent, path: Path) -> list[Any] | Unread:
        texts = is_text_list(path)
        items: list[Any] = []
        unquoted: ScalarEvent | None = None
        while not isinstance(item := next(self._events), SequenceEndEvent):
            here = (*path, len(items))
            if texts and isinstance(item, MappingStartEvent) and not item.flow_style:
                items.append(self._text_from_mapping(item, here))
                continue
            if isinstance(item, ScalarEvent) and not item.style:
                unquoted = unquoted or item
            value = self._node(item, here)
            if value is None and texts:
                del self._tree.spans[here]  # an empty item prints nothing; the others keep gapless indexes
                continue
            items.append(value)
        if texts and event.flow_style and unquoted is not None:
            self._fault(said.flow_list_of_texts(unquoted.value, self._span(event)))
            return UNREAD
        return items

    def _text_from_mapping(self, start: MappingStartEvent, path: Path) -> str | Unread:
        """`- Nomor : 101`, which YAML takes for a map, is the text it is."""
        events = [start, *self._until_end()]
        self._tree.spans[path] = self._span(start)
        if any(isinstance(e, AliasEvent) or getattr(e, "anchor", None) or getattr(e, "tag", None) for e in events):
            self._fault(special_sign(self._sign_among(events), self._span(start)))
            return UNREAD
        key, *value, _ = events[1:]
        first = value[0] if value else None
        is_text_like = (
            isinstance(key, ScalarEvent)
            and not key.style
            and (len(value) == 1 or (first is not None and getattr(first, "flow_style", False) and _one_node(value)))
            and not (isinstance(first, ScalarEvent) and first.style in ("|", ">"))
        )
        if not is_text_like:
            self._fault(said.item_not_text(self._span(start)))
            return UNREAD
        end = _end(value[-1])
        if isinstance(first, ScalarEvent) and not first.style and first.value == "":
            index = self._text.index(":", _end(key).index) + 1
        else:
            index = end.index
        raw = self._text[_start(start).index : index]
        if isinstance(first, ScalarEvent) and not first.style:
            self._swallowed(first)
        if self._comment_behind(value[-1]):
            self._fault(said.comment_cuts_text(raw, self._comment_span(value[-1])))
        return " ".join(re.split(r"[ \t]*[\r\n]+[ \t\r\n]*", raw))

    def _until_end(self) -> list[Event]:
        """The events of a map whose start has been read, its end included."""
        events: list[Event] = []
        depth = 1
        while depth:
            event = next(self._events)
            events.append(event)
            if isinstance(event, _STARTS):
                depth += 1
                if depth > MAX_DEPTH:
                    raise _Stop(said.too_deep(self._span(event)))
            elif isinstance(event, _ENDS):
                depth -= 1
        return events

    def _sign_among(self, events: list[Event]) -> str:
        if any(isinstance(event, AliasEvent) for event in events):
            return "*"
        return "&" if any(getattr(event, "anchor", None) for event in events) else "!"

    def _mapping(self, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            span = self._span(event)
            key = self._key(event, path, span)
            if key is None or key in data:
                self._tree.incomplete.add(path)
                self._skip_value()
                continue
            here = (*path, key)
            self._tree.key_spans[here] = span
            item = next(self._events)
            data[key] = self._node(item, here)
            if data[key] is None or not isinstance(item, ScalarEvent):
                self._tree.spans[here] = span  # an empty value and a collection are shown by their key
        return data

    def _key(self, event: Event, path: Path, span: Span) -> str | None:
        """The key's text, or None where a fault was found; its value is then stepped over."""
        if isinstance(event, AliasEvent):
            self._fault(special_sign("*", span))
            return None
        if not isinstance(event, ScalarEvent):
            self._step_over(event)
            if not self._signed(event):
                self._fault(said.key_not_text(span))
            return None
        if self._signed(event):
            return None
        key = str(event.value)
        if key == "<<" and not event.style:
            self._fault(said.merge_key(span))
            return None
        here = (*path, key)
        if here in self._tree.key_spans:
            in_step = len(path) == 2 and path[0] == "kegiatan"
            self._fault(said.duplicate_key(key, span, self._tree.key_spans[here].line, in_step=in_step))
            return None
        if is_label_map(path) and not event.style and self._comment_behind(event):
            self._fault(said.comment_cuts_text(key, self._comment_span(event)))
        return key

    def _skip_value(self) -> None:
        self._step_over(next(self._events))

    def _step_over(self, event: Event) -> None:
        """Consume what follows the start of a collection."""
        if isinstance(event, _STARTS):
            self._until_end()

    def _comment_behind(self, event: Event) -> bool:
        mark = _end(event)
        line = self._line(mark.line)
        return "#" in line and bool(_COMMENT.match(line, mark.column))

    def _comment_span(self, event: Event) -> Span:
        mark = _end(event)
        line = self._line(mark.line)
        column = line.index("#", mark.column)
        return Span(self._tree.shown, mark.line + 1, column + 1, len(line) - column)

    def _span(self, event: Event) -> Span:
        start, end, last = _start(event), _end(event), self._last
        line, column = start.line, start.column
        if line > last:  # behind a last line without a line break
            return Span(self._shown, last + 1, len(self._line(last)) + 1)
        to_line_end = end.line != line or (
            event.style in ("|", ">") if isinstance(event, ScalarEvent) else isinstance(event, _STARTS)
        )
        length = (len(self._line(line).rstrip()) if to_line_end else end.column) - column
        return Span(self._shown, line + 1, column + 1, max(1, length))

    def _line(self, number: int) -> str:
        """A line of the file; behind a last line without a line break libyaml counts one more."""
        return self._lines[number] if number < len(self._lines) else ""

    def _fault(self, fault: Fault) -> None:
        self._tree.faults.append(fault)
        if len(self._tree.faults) >= MAX_FAULTS:
            raise _Enough


def _start(event: Event) -> Any:
    """Every event of the parser has its marks, though the stubs allow for none."""
    return event.start_mark


def _end(event: Event) -> Any:
    return event.end_mark


def _one_node(events: list[Event]) -> bool:
    """Whether the events make up exactly one flow collection."""
    depth = 0
    for index, event in enumerate(events):
        if isinstance(event, _STARTS):
            depth += 1
        elif isinstance(event, _ENDS):
            depth -= 1
        if depth == 0:
            return index == len(events) - 1
    return False
