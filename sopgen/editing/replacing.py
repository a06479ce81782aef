"""Another value in the place of one that stands in a spec's text: the splice, comments kept."""

from __future__ import annotations

from typing import Any

from sopgen.editing.places import Splice, line_end
from sopgen.editing.scalars import (
    as_text,
    fits_folded,
    fits_literal,
    flow_value,
    folded_lines,
    scalar,
    stands_in_brackets,
    value_lines,
)
from sopgen.intake.fault import Path
from sopgen.intake.nodes import Entry, Node
from sopgen.intake.printed import is_text, is_text_list


def in_flow(entry: Entry, parent: Node, value: Any, path: Path) -> Splice:
    """Between brackets, where all stands on one line."""
    node = entry.node
    if isinstance(value, str) and is_text(path) and parent.kind == "list":
        told = scalar(value, path, style='"')
    elif isinstance(value, dict | list):
        told = flow_value(value, path)
    else:
        told = scalar(value, path, flow=True, style=node.style)
    spaced = told if node.start != node.end or not told else f" {told}"
    return node.start, node.end, spaced


def in_block(text: str, line_break: str, entry: Entry, parent: Node, value: Any, path: Path) -> Splice:
    """Behind a key's colon or an item's dash, or below it. `parent` is the collection that it stands in."""
    node = entry.node
    end_of_line = line_end(text, entry.sign)
    behind = text[entry.sign : end_of_line]
    below = node.start > end_of_line or (node.kind != "scalar" and not node.flow and bool(node.entries))
    comment = behind.lstrip() if below and behind.lstrip().startswith("#") else ""
    if not below:
        tail = text[node.end : line_end(text, node.end)]
        comment = tail.strip() if tail.lstrip().startswith("#") and tail[:1] in " \t" else ""
    start, end = entry.sign, max(node.end, entry.sign)
    own, lines = _told(value, path, node, text[node.start : node.end])
    told = f" {own}" if own else ""
    indent = f"{line_break}{' ' * (parent.column + 2)}"
    if not lines:
        if below and comment:
            # A comment may not stand behind a printed text: it goes below, on a line of its own.
            between = indent if is_text(path) and told else " "
            return start, end, f"{told}{between}{comment}"
        return start, end, told
    body = "".join(f"{indent}{line}".rstrip(" ") for line in lines)
    if comment:
        end = end if below else line_end(text, node.end)
        return start, end, f"{told} {comment}{body}"
    return start, end, told + body


def _told(value: Any, path: Path, node: Node, before: str) -> tuple[str, list[str]]:
    """What stands on the key's own line, and what below it; `before` stood there."""
    if isinstance(value, dict | list):
        if not value or stands_in_brackets(value, path) or (node.flow and not is_text_list(path)):
            return flow_value(value, path), []
        return "", value_lines(value, path)
    text = "" if value is None else as_text(value)
    if fits_literal(text):
        return "|", text.split("\n")
    if node.style == ">" and before.startswith(">-") and fits_folded(text):
        return ">-", folded_lines(text, before.splitlines()[1:])
    return scalar(value, path, style=node.style), []
