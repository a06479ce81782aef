"""Where an entry of a spec's text begins and ends, its comments with it: what to cut out, and where to put in.

Comment lines right above an entry, indented like it, belong to it.
"""

from __future__ import annotations

import re
from typing import Final

from sopgen.intake.nodes import Entry, Node

BREAK: Final = re.compile("\r\n|\n|\r")
Splice = tuple[int, int, str]
"""From, to (offsets), and what comes to stand there."""


class Places:
    """Of one state of the text; `line_break` is the one that it uses."""

    def __init__(self, text: str, line_break: str) -> None:
        self._text, self._break = text, line_break

    def entry_end(self, parent: Node, entry: Entry) -> int:
        return max(entry.node.end, entry.sign) if parent.kind == "map" else entry.node.end

    def head(self, parent: Node, index: int) -> int:
        """Where a block entry begins: at its line, comment lines right above and indented like it included."""
        start = line_start(self._text, parent.entries[index].start)
        if self._text[start : parent.entries[index].start].strip():
            return parent.entries[index].start  # behind the dash of the list that its map stands in
        column = parent.entries[index].start - start
        least = self._tail_of_content(parent.entries[index - 1]) if index else _block_start(self._text, parent)
        while start > least:
            above = line_above(self._text, start)
            line = self._text[above:start]
            if above < least or not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) != column:
                break
            start = above
        return start

    def _tail_of_content(self, entry: Entry) -> int:
        return next_line(self._text, max(entry.node.end, entry.sign))

    def tail(self, parent: Node, index: int) -> int:
        """Where a block entry ends: behind its last line, comment lines indented deeper included."""
        entry = parent.entries[index]
        at = self._tail_of_content(entry)
        column = parent.column
        while at < len(self._text):
            behind = next_line(self._text, at)
            line = self._text[at:behind]
            if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
                break
            at = behind
        return at

    def block_cut(self, parent: Node, index: int, *, with_comments: bool = True) -> Splice:
        entry = parent.entries[index]
        if not with_comments:
            return line_start(self._text, entry.start), self._tail_of_content(entry), ""
        start = self.head(parent, index)
        if start == entry.start and start != line_start(self._text, start):  # the first key of a list item
            following = parent.entries[index + 1]
            head = self.head(parent, index + 1)
            comments = head != line_start(self._text, following.start)
            if comments or self._text[self._tail_of_content(entry) : head].strip():
                return start, max(entry.node.end, entry.sign), ""
            return start, following.start, ""
        return start, self.tail(parent, index), ""

    def flow_cut(self, parent: Node, index: int) -> tuple[int, int]:
        if index + 1 < len(parent.entries):
            return parent.entries[index].start, parent.entries[index + 1].start
        end = self.entry_end(parent, parent.entries[index])
        return self.entry_end(parent, parent.entries[index - 1]), end

    def into_flow(self, parent: Node, index: int, told: str) -> Splice:
        if not parent.entries:
            return parent.start, parent.end, self._text[parent.start] + told + self._text[parent.end - 1]
        if index == 0:
            at = parent.entries[0].start
            return at, at, f"{told}, "
        at = self.entry_end(parent, parent.entries[index - 1])
        return at, at, f", {told}"

    def into_block(self, parent: Node, index: int, lines: list[str], *, at_dash: bool) -> Splice:
        """`at_dash`: an entry of a map, whose first key may stand behind a list's dash."""
        indent = " " * parent.column
        told = self._break.join(f"{indent}{line}".rstrip() for line in lines)
        if index == 0:
            first = parent.entries[0].start
            if at_dash and self._text[line_start(self._text, first) : first].strip():
                return first, first, told.lstrip(" ") + self._break + indent
            at = self.head(parent, 0)
            return at, at, told + self._break
        at = self.tail(parent, index - 1)
        if not ends_line(self._text[:at]):
            return at, at, self._break + told
        return at, at, told + self._break


def line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_above(text: str, at: int) -> int:
    """Where the line above the one that begins at `at` does."""
    return line_start(text, at - 2 if text.endswith("\r\n", 0, at) else at - 1)


def line_end(text: str, at: int) -> int:
    found = BREAK.search(text, at)
    return found.start() if found else len(text)


def next_line(text: str, at: int) -> int:
    found = BREAK.search(text, at)
    return found.end() if found else len(text)


def ends_line(text: str) -> bool:
    return not text or text[-1] in "\r\n"


def _block_start(text: str, node: Node) -> int:
    """How far up comments may belong to the first entry: what heads the whole file stays where it is."""
    return line_start(text, node.start) if node.column == 0 and node.kind == "map" else 0
