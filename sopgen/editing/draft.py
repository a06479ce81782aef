"""Draft: a spec's text under change. Every change is held against the data: it reads as it should, or it is not made.

All that a change does not touch stays byte by byte: comments, order, quotes, line ends.
"""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from sopgen.diagnostics import Message
from sopgen.editing.edit_fault import EditFault
from sopgen.editing.house_order import place_in_order
from sopgen.editing.places import BREAK, Places, ends_line, line_end, line_start
from sopgen.editing.plain_data import at_path, changed, normal, order_of_keys
from sopgen.editing.replacing import in_block, in_flow
from sopgen.editing.scalars import as_text, entry_lines, flow_entry, flow_value, item_lines, key_text, scalar
from sopgen.intake.decoding import MAX_BYTES
from sopgen.intake.fault import Path, name
from sopgen.intake.nodes import Entry, Node, NodeFault, node_at, read_nodes
from sopgen.intake.parsing import parse
from sopgen.intake.printed import is_text_list


class Draft:
    """`text` and what it says as `data`. Raises `EditFault` for a text that is no YAML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.data: Any = None
        self.root: Node | None = None
        self._read(text)
        found = BREAK.search(text)
        self._break = found.group() if found else "\n"

    def _read(self, text: str) -> None:
        if len(text) > MAX_BYTES:
            raise EditFault(Message("berkas lebih dari 1 MiB", "the file is over 1 MiB"))
        self.text, (self.data, self.root) = text, _taken_apart(text)

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
        wanted = normal(value, path)
        if wanted == normal(self.value(path), path):
            return
        entry = self._entry(path)
        parent = self._node(path[:-1])
        if self._inside_flow(path):
            splice = in_flow(entry, parent, wanted, path)
        else:
            splice = in_block(self.text, self._break, entry, parent, wanted, path)
        self._commit(*splice, wanted_data=changed(self.data, path, wanted))

    def insert_key(self, path: Path, value: Any, index: int | None = None) -> None:
        """A key that its map does not hold yet: at its place in the house's order, or before the key at `index`."""
        parent, key = self._map_at(path[:-1]), str(path[-1])
        value = normal(value, path)
        keys = [str(entry.key) for entry in parent.entries]
        place = place_in_order(keys, key, path[:-1]) if index is None else min(index, len(keys))
        data = copy.deepcopy(self.data)
        holder = at_path(data, path[:-1])
        items = list(holder.items())
        items.insert(place, (key, value))
        holder.clear()
        holder.update(items)
        if parent.flow:
            told = flow_entry(key, value, path)
            self._commit(*self._places.into_flow(parent, place, told), wanted_data=data)
            return
        lines = entry_lines(key, value, path)
        self._commit(*self._places.into_block(parent, place, lines, at_dash=True), wanted_data=data)

    def insert_item(self, path: Path, index: int, value: Any) -> None:
        """An item of a list that is not empty."""
        node = self._node(path)
        value = normal(value, (*path, index))
        data = copy.deepcopy(self.data)
        at_path(data, path).insert(index, value)
        if node.flow:
            told = flow_value([value], path)[1:-1] if not is_text_list(path) else scalar(value, (), style='"')
            self._commit(*self._places.into_flow(node, index, told), wanted_data=data)
            return
        lines = item_lines(value, (*path, index))
        self._commit(*self._places.into_block(node, index, lines, at_dash=False), wanted_data=data)

    def remove(self, path: Path, *, with_comments: bool = True) -> None:
        """A key or an item, with its comments. A collection that this would empty goes with it, but for a step.

        Without its comments those above it stay; one on its own lines raises `EditFault`, for it would be lost.
        """
        parent, last = self._node(path[:-1]), path[-1]
        if not with_comments:
            self._refuse_losing_a_comment(parent, last)
        if len(parent.entries) == 1:
            if len(path) == 1 or isinstance(path[-2], int):
                raise EditFault(Message("yang terakhir tidak dapat dihapus", "the last one cannot be removed"))
            self.remove(path[:-1])
            return
        data = copy.deepcopy(self.data)
        del at_path(data, path[:-1])[last]
        index = self._index(parent, last)
        if parent.flow:
            start, end = self._places.flow_cut(parent, index)
            self._commit(start, end, "", wanted_data=data)
        else:
            self._commit(*self._places.block_cut(parent, index, with_comments=with_comments), wanted_data=data)

    def _refuse_losing_a_comment(self, parent: Node, last: str | int) -> None:
        entry = parent.entries[self._index(parent, last)]
        start = line_start(self.text, entry.start)
        alone = not self.text[start : entry.start].strip(" -")
        behind = self.text[entry.node.end : line_end(self.text, entry.node.end)].strip()
        if not parent.flow and (behind or not alone):
            raise EditFault(Message("ada komentar di barisnya", "there is a comment on its line"))

    def move(self, path: Path, index: int) -> None:
        """A key or an item to another place of its collection, with its comments."""
        parent, last = self._node(path[:-1]), path[-1]
        here = self._index(parent, last)
        if here == index:
            return
        data = copy.deepcopy(self.data)
        holder = at_path(data, path[:-1])
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
            end = self._places.entry_end(parent, parent.entries[behind - 1])
            parts = [
                self.text[entry.start : self._places.entry_end(parent, entry)] for entry in parent.entries[first:behind]
            ]
            parts.insert(index - first, parts.pop(here - first))
            self._commit(start, end, ", ".join(parts), wanted_data=data)
            return
        edges = [self._places.head(parent, n) for n in range(first, behind)]
        edges.append(self._places.tail(parent, behind - 1))
        chunks = [self.text[a:b] for a, b in pairwise(edges)]
        if not ends_line(chunks[-1]):
            chunks[-1] += self._break
        behind_dash = bool(self.text[line_start(self.text, edges[0]) : edges[0]].strip())
        indent = " " * parent.column
        if behind_dash:
            chunks[0] = indent + chunks[0]
        chunks.insert(index - first, chunks.pop(here - first))
        start, told = edges[0], "".join(chunks)
        if behind_dash and told.startswith(f"{indent}#"):  # a comment leads: the dash stands alone above it
            start = line_start(self.text, start) + len(self.text[line_start(self.text, start) : start].rstrip())
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
        first = bisect_right(starts, self._places.head(parent, index)) - 1
        return first, bisect_left(starts, self._places.tail(parent, index))

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
            at_path(data, path[:-1])[path[-1]] = as_text(value)
        for path, new in (keys or {}).items():
            entry = self._entry(path)
            told = key_text(new, path[:-1], flow=self._inside_flow(path))
            splices.append((entry.start, entry.key_end, told))
        for parent in {path[:-1] for path in keys or {}}:
            holder = at_path(data, parent)
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

    @property
    def _places(self) -> Places:
        return Places(self.text, self._break)

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
        if normal(self.data, ()) != normal(data, ()) or order_of_keys(self.data) != order_of_keys(data):
            raise EditFault(
                Message(
                    "perubahan ini tidak dapat ditulis tanpa mengubah yang lain; ubahlah di berkasnya",
                    "this change cannot be written without changing something else; make it in the file",
                )
            )


@lru_cache(maxsize=2)  # who edits goes on from the text of the last change
def _taken_apart(text: str) -> tuple[Any, Node | None]:
    """What a text says and its nodes, neither of which is ever changed. Raises `EditFault`, and again each time."""
    tree = parse(text, "")
    if tree.broken or tree.faults:
        fault = tree.faults[0] if tree.faults else None
        where = f"{fault.span.line}: " if fault and fault.span else ""
        told = fault.message if fault else Message("bukan YAML", "not YAML")
        raise EditFault(Message(f"baris {where}{told.id}", f"line {where}{told.en}"))
    try:
        return tree.data, read_nodes(text)
    except NodeFault as fault:
        raise EditFault(Message(f"tidak dapat disunting: {fault}", f"cannot be edited: {fault}")) from None


def _told(path: Path) -> str:
    return name(".".join(str(element) for element in path))


def _nothing_at(path: Path) -> EditFault:
    return EditFault(Message(f"tidak ada isian {_told(path)}", f"nothing stands at {_told(path)}"))
