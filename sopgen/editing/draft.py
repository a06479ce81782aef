"""Draft: a spec's text under change. Every change is held against the data: it reads as it should, or it is not made.

All that a change does not touch stays byte by byte: comments, order, quotes, line ends. Comment lines right above an
entry, indented like it, belong to it.
"""

from __future__ import annotations

import copy
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from sopgen.diagnostics import Message
from sopgen.editing.edit_fault import EditFault
from sopgen.editing.house_order import place_in_order
from sopgen.editing.scalars import (
    as_text,
    entry_lines,
    fits_literal,
    flow_entry,
    flow_value,
    item_lines,
    key_text,
    scalar,
    stands_in_brackets,
    value_lines,
)
from sopgen.intake.decoding import MAX_BYTES
from sopgen.intake.fault import Path, name
from sopgen.intake.nodes import Entry, Node, NodeFault, node_at, read_nodes
from sopgen.intake.parsing import parse
from sopgen.intake.printed import is_text, is_text_list

_BREAK: Final = re.compile("\r\n|\n|\r")


class Draft:
    """`text` and what it says as `data`. Raises `EditFault` for a text that is no YAML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.data: Any = None
        self.root: Node | None = None
        self._read(text)
        found = _BREAK.search(text)
        self._break = found.group() if found else "\n"

    def _read(self, text: str) -> None:
        if len(text) > MAX_BYTES:
            raise EditFault(Message("berkas lebih dari 1 MiB", "the file is over 1 MiB"))
        tree = parse(text, "")
        if tree.broken or tree.faults:
            fault = tree.faults[0] if tree.faults else None
            where = f"{fault.span.line}: " if fault and fault.span else ""
            told = fault.message if fault else Message("bukan YAML", "not YAML")
            raise EditFault(Message(f"baris {where}{told.id}", f"line {where}{told.en}"))
        try:
            root = read_nodes(text)
        except NodeFault as fault:
            raise EditFault(Message(f"tidak dapat disunting: {fault}", f"cannot be edited: {fault}")) from None
        self.text, self.data, self.root = text, tree.data, root

    def value(self, path: Path) -> Any:
        """What stands at a path; raises `EditFault` where nothing does."""
        value = self.data
        for element in path:
            try:
                value = value[element]
            except (KeyError, IndexError, TypeError):
                raise _nothing_at(path) from None
        return value

    def has(self, path: Path) -> bool:
        try:
            self.value(path)
        except EditFault:
            return False
        return True

    # ---- changes; each leaves text and data in step

    def replace(self, path: Path, value: Any) -> None:
        """Put another value in the place of one that stands there."""
        wanted = _normal(value, path)
        if wanted == _normal(self.value(path), path):
            return
        entry = self._entry(path)
        self._commit(*self._replacement(entry, wanted, path), wanted_data=_changed(self.data, path, wanted))

    def insert_key(self, path: Path, value: Any, index: int | None = None) -> None:
        """A key that its map does not hold yet: at its place in the house's order, or before the key at `index`."""
        parent, key = self._map_at(path[:-1]), str(path[-1])
        value = _normal(value, path)
        keys = [str(entry.key) for entry in parent.entries]
        place = place_in_order(keys, key, path[:-1]) if index is None else min(index, len(keys))
        data = copy.deepcopy(self.data)
        holder = _at(data, path[:-1])
        items = list(holder.items())
        items.insert(place, (key, value))
        holder.clear()
        holder.update(items)
        if parent.flow:
            told = flow_entry(key, value, path)
            self._commit(*self._into_flow(parent, place, told), wanted_data=data)
            return
        lines = entry_lines(key, value, path)
        self._commit(*self._into_block(parent, place, lines, at_dash=True), wanted_data=data)

    def insert_item(self, path: Path, index: int, value: Any) -> None:
        """An item of a list that is not empty."""
        node = self._node(path)
        value = _normal(value, (*path, index))
        data = copy.deepcopy(self.data)
        _at(data, path).insert(index, value)
        if node.flow:
            told = flow_value([value], path)[1:-1] if not is_text_list(path) else scalar(value, (), style='"')
            self._commit(*self._into_flow(node, index, told), wanted_data=data)
            return
        lines = item_lines(value, (*path, index))
        self._commit(*self._into_block(node, index, lines, at_dash=False), wanted_data=data)

    def remove(self, path: Path) -> None:
        """A key or an item, with its comments. A collection that this would empty goes with it, but for a step."""
        parent, last = self._node(path[:-1]), path[-1]
        if len(parent.entries) == 1:
            if len(path) == 1 or isinstance(path[-2], int):
                raise EditFault(Message("yang terakhir tidak dapat dihapus", "the last one cannot be removed"))
            self.remove(path[:-1])
            return
        data = copy.deepcopy(self.data)
        del _at(data, path[:-1])[last]
        index = self._index(parent, last)
        if parent.flow:
            start, end = self._flow_cut(parent, index)
            self._commit(start, end, "", wanted_data=data)
        else:
            self._commit(*self._block_cut(parent, index), wanted_data=data)

    def move(self, path: Path, index: int) -> None:
        """A key or an item to another place of its collection, with its comments."""
        parent, last = self._node(path[:-1]), path[-1]
        here = self._index(parent, last)
        if here == index:
            return
        data = copy.deepcopy(self.data)
        holder = _at(data, path[:-1])
        if isinstance(holder, list):
            holder.insert(index, holder.pop(here))
        else:
            items = list(holder.items())
            items.insert(index, items.pop(here))
            holder.clear()
            holder.update(items)
        first, behind = min(here, index), max(here, index) + 1
        if parent.flow:
            start = parent.entries[first].start
            end = self._entry_end(parent, parent.entries[behind - 1])
            parts = [self.text[entry.start : self._entry_end(parent, entry)] for entry in parent.entries[first:behind]]
            parts.insert(index - first, parts.pop(here - first))
            self._commit(start, end, ", ".join(parts), wanted_data=data)
            return
        edges = [self._head(parent, n) for n in range(first, behind)]
        edges.append(self._tail(parent, behind - 1))
        chunks = [self.text[a:b] for a, b in pairwise(edges)]
        if not _ends_line(chunks[-1]):
            chunks[-1] += self._break
        behind_dash = bool(self.text[_line_start(self.text, edges[0]) : edges[0]].strip())
        indent = " " * parent.column
        if behind_dash:
            chunks[0] = indent + chunks[0]
        chunks.insert(index - first, chunks.pop(here - first))
        start, told = edges[0], "".join(chunks)
        if behind_dash and told.startswith(f"{indent}#"):  # a comment leads: the dash stands alone above it
            start = _line_start(self.text, start) + len(self.text[_line_start(self.text, start) : start].rstrip())
            told = self._break + told
        elif behind_dash:
            told = told[len(indent) :]
        self._commit(start, edges[-1], told, wanted_data=data)

    def rename_key(self, path: Path, new: str) -> None:
        self.rewrite_scalars({}, {path: new})

    def rewrite(self, text: str) -> None:
        """Another text that says the same."""
        self._commit(0, len(self.text), text, wanted_data=self.data)

    def lines_of(self, parent: Node, index: int, starts: Sequence[int]) -> tuple[int, int]:
        """The lines of a block entry, comments right above included: the first, and the one behind the last."""
        first = bisect_right(starts, self._head(parent, index)) - 1
        return first, bisect_left(starts, self._tail(parent, index))

    def rewrite_scalars(
        self, values: Mapping[Path, str], keys: Mapping[Path, str] | None = None, *, keep_quotes: bool = True
    ) -> None:
        """Many single values and keys at once, in one reading."""
        splices: list[tuple[int, int, str]] = []
        data = copy.deepcopy(self.data)
        for path, value in values.items():
            entry = self._entry(path)
            node = entry.node
            flow = self._inside_flow(path)
            told = scalar(value, path, flow=flow, style=node.style if keep_quotes else "")
            splices.append((node.start, node.end, told if node.start != node.end else f" {told}"))
            _at(data, path[:-1])[path[-1]] = as_text(value)
        for path, new in (keys or {}).items():
            entry = self._entry(path)
            told = key_text(new, path[:-1], flow=self._inside_flow(path))
            splices.append((entry.start, entry.key_end, told))
        for parent in {path[:-1] for path in keys or {}}:
            holder = _at(data, parent)
            items = [((keys or {}).get((*parent, key), key), value) for key, value in holder.items()]
            if len(dict(items)) != len(items):
                raise EditFault(Message("kunci itu sudah dipakai", "that key is already used"))
            holder.clear()
            holder.update(items)
        if not splices:
            return
        splices.sort()
        pieces, at = [], splices[0][0]
        for start, end, told in splices:
            pieces += [self.text[at:start], told]
            at = end
        self._commit(splices[0][0], at, "".join(pieces), wanted_data=data)

    # ---- places

    def _node(self, path: Path) -> Node:
        node = node_at(self.root, path)
        if node is None:
            raise _nothing_at(path)
        return node

    def _map_at(self, path: Path) -> Node:
        node = self._node(path)
        if node.kind != "map":
            raise EditFault(Message(f"{_told(path)} bukan pasangan kunci dan isi", f"{_told(path)} holds no keys"))
        return node

    def _entry(self, path: Path) -> Entry:
        parent = self._node(path[:-1])
        entry = parent.entry(path[-1])
        if entry is None:
            raise _nothing_at(path)
        return entry

    def _inside_flow(self, path: Path) -> bool:
        return any(self._node(path[:depth]).flow for depth in range(len(path)))

    def _index(self, parent: Node, last: str | int) -> int:
        entry = parent.entry(last)
        if entry is None:
            raise _nothing_at((last,))
        return parent.entries.index(entry)

    def _entry_end(self, parent: Node, entry: Entry) -> int:
        return max(entry.node.end, entry.sign) if parent.kind == "map" else entry.node.end

    def _head(self, parent: Node, index: int) -> int:
        """Where a block entry begins: at its line, comment lines right above and indented like it included."""
        start = _line_start(self.text, parent.entries[index].start)
        if self.text[start : parent.entries[index].start].strip():
            return parent.entries[index].start  # behind the dash of the list that its map stands in
        column = parent.entries[index].start - start
        least = self._tail_of_content(parent.entries[index - 1]) if index else _block_start(self.text, parent)
        while start > least:
            above = _line_start(self.text, start - 1)
            line = self.text[above:start]
            if above < least or not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) != column:
                break
            start = above
        return start

    def _tail_of_content(self, entry: Entry) -> int:
        return _next_line(self.text, max(entry.node.end, entry.sign))

    def _tail(self, parent: Node, index: int) -> int:
        """Where a block entry ends: behind its last line, comment lines indented deeper included."""
        entry = parent.entries[index]
        at = self._tail_of_content(entry)
        column = parent.column
        while at < len(self.text):
            behind = _next_line(self.text, at)
            line = self.text[at:behind]
            if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
                break
            at = behind
        return at

    def _block_cut(self, parent: Node, index: int) -> tuple[int, int, str]:
        entry = parent.entries[index]
        start = self._head(parent, index)
        if start == entry.start and start != _line_start(self.text, start):  # the first key of a list item
            following = parent.entries[index + 1]
            head = self._head(parent, index + 1)
            comments = head != _line_start(self.text, following.start)
            if comments or self.text[self._tail_of_content(entry) : head].strip():
                return start, max(entry.node.end, entry.sign), ""
            return start, following.start, ""
        return start, self._tail(parent, index), ""

    def _flow_cut(self, parent: Node, index: int) -> tuple[int, int]:
        if index + 1 < len(parent.entries):
            return parent.entries[index].start, parent.entries[index + 1].start
        end = self._entry_end(parent, parent.entries[index])
        return self._entry_end(parent, parent.entries[index - 1]), end

    def _into_flow(self, parent: Node, index: int, told: str) -> tuple[int, int, str]:
        if not parent.entries:
            return parent.start, parent.end, self.text[parent.start] + told + self.text[parent.end - 1]
        if index == 0:
            at = parent.entries[0].start
            return at, at, f"{told}, "
        at = self._entry_end(parent, parent.entries[index - 1])
        return at, at, f", {told}"

    def _into_block(self, parent: Node, index: int, lines: list[str], *, at_dash: bool) -> tuple[int, int, str]:
        """`at_dash`: an entry of a map, whose first key may stand behind a list's dash."""
        indent = " " * parent.column
        told = self._break.join(f"{indent}{line}".rstrip() for line in lines)
        if index == 0:
            first = parent.entries[0].start
            if at_dash and self.text[_line_start(self.text, first) : first].strip():
                return first, first, told.lstrip(" ") + self._break + indent
            at = self._head(parent, 0)
            return at, at, told + self._break
        at = self._tail(parent, index - 1)
        if not _ends_line(self.text[:at]):
            return at, at, self._break + told
        return at, at, told + self._break

    def _replacement(self, entry: Entry, value: Any, path: Path) -> tuple[int, int, str]:
        """The splice that puts `value` behind a key's colon or an item's dash."""
        node, parent = entry.node, self._node(path[:-1])
        if self._inside_flow(path):
            told = (
                flow_value(value, path)
                if isinstance(value, dict | list)
                else scalar(value, path, flow=True, style=node.style)
            )
            if isinstance(value, str) and is_text(path) and parent.kind == "list":
                told = scalar(value, path, style='"')
            spaced = told if node.start != node.end or not told else f" {told}"
            return node.start, node.end, spaced
        line_end = _line_end(self.text, entry.sign)
        behind = self.text[entry.sign : line_end]
        below = node.start > line_end or self._block_style(node)
        comment = behind.lstrip() if below and behind.lstrip().startswith("#") else ""
        if not below:
            tail = self.text[node.end : _line_end(self.text, node.end)]
            comment = tail.strip() if tail.lstrip().startswith("#") and tail[:1] in " \t" else ""
        start, end = entry.sign, max(node.end, entry.sign)
        told, lines = self._told(value, path, node)
        text = f" {told}" if told else ""
        if not lines:
            if below and comment:
                return start, end, f"{text} {comment}" if not is_text(path) else self._commented(text, comment, parent)
            return start, end, text
        indent = " " * (parent.column + 2)
        body = "".join(f"{self._break}{indent}{line}".rstrip(" ") for line in lines)
        if comment:
            end = end if below else _line_end(self.text, node.end)
            return start, end, f"{text} {comment}{body}"
        return start, end, text + body

    def _commented(self, text: str, comment: str, parent: Node) -> str:
        """A comment may not stand behind a printed text: it goes below, on a line of its own."""
        return f"{text}{self._break}{' ' * (parent.column + 2)}{comment}" if text else f" {comment}"

    def _block_style(self, node: Node) -> bool:
        return node.kind != "scalar" and not node.flow and bool(node.entries)

    def _told(self, value: Any, path: Path, node: Node) -> tuple[str, list[str]]:
        """What stands on the key's own line, and what below it."""
        if isinstance(value, dict | list):
            if not value or stands_in_brackets(value, path) or (node.flow and not is_text_list(path)):
                return flow_value(value, path), []
            return "", value_lines(value, path)
        text = "" if value is None else as_text(value)
        if fits_literal(text):
            return "|", text.split("\n")
        return scalar(value, path, style=node.style), []

    def _commit(self, start: int, end: int, told: str, *, wanted_data: Any) -> None:
        text = self.text[:start] + told + self.text[end:]
        before = (self.text, self.data, self.root)
        try:
            self._read(text)
            self._expect(wanted_data)
        except EditFault:
            self.text, self.data, self.root = before
            raise

    def _expect(self, data: Any) -> None:
        if _normal(self.data, ()) != _normal(data, ()) or _keys(self.data) != _keys(data):
            raise EditFault(
                Message(
                    "perubahan ini tidak dapat ditulis tanpa mengubah yang lain; ubahlah di berkasnya",
                    "this change cannot be written without changing something else; make it in the file",
                )
            )


def _normal(value: Any, path: Path) -> Any:
    """The value as a reader would have it: texts cleaned, empty items of text lists left out."""
    if isinstance(value, dict):
        return {str(key): _normal(each, (*path, str(key))) for key, each in value.items()}
    if isinstance(value, list):
        items = [_normal(each, (*path, n)) for n, each in enumerate(value)]
        return [each for each in items if each is not None] if is_text_list(path) else items
    if value is None:
        return None
    return as_text(value)


def _keys(value: Any) -> Any:
    """The order of all keys, which equality of maps does not see."""
    if isinstance(value, dict):
        return [(key, _keys(each)) for key, each in value.items()]
    return [_keys(each) for each in value] if isinstance(value, list) else None


def _changed(data: Any, path: Path, value: Any) -> Any:
    changed = copy.deepcopy(data)
    _at(changed, path[:-1])[path[-1]] = value
    return changed


def _at(data: Any, path: Path) -> Any:
    for element in path:
        data = data[element]
    return data


def _told(path: Path) -> str:
    return name(".".join(str(element) for element in path))


def _nothing_at(path: Path) -> EditFault:
    return EditFault(Message(f"tidak ada isian {_told(path)}", f"nothing stands at {_told(path)}"))


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def _next_line(text: str, at: int) -> int:
    found = _BREAK.search(text, at)
    return found.end() if found else len(text)


def _ends_line(text: str) -> bool:
    return not text or text[-1] in "\r\n"


def _block_start(text: str, node: Node) -> int:
    """How far up comments may belong to the first entry: what heads the whole file stays where it is."""
    return _line_start(text, node.start) if node.column == 0 and node.kind == "map" else 0
