r"""A text of a spec in each layer of DOT, so that Graphviz shows just that text: one function a layer.

Graphviz reads its attributes in different ways. Those of text read backslash escapes (`\N` is the node's name) and
HTML entities; labels in `<…>` read markup, and escapes besides; `_background` is counted in bytes.
"""

from __future__ import annotations

import html

_BACKSLASH = ord("\\")


def quoted(text: str) -> str:
    """A plain attribute: a name, a link, a tooltip."""
    return f'"{escaped(" ".join(text.split()))}"'


def escaped(text: str) -> str:
    """Within a quoted label or attribute."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")


def marked_up(text: str) -> str:
    """Within an HTML-like label."""
    return html.escape(text).replace("\\", "\\\\")


def counted(text: str) -> str:
    """A text within xdot, its length before it in bytes, as xdot counts: no backslash but one behind another.

    A straight quotation mark behind a backslash cannot be said there: a curly one stands for it.
    """
    text = text.replace('\\"', "\\”")
    data = text.encode()
    uncounted = sum(data[i] == _BACKSLASH and (not i or data[i - 1] != _BACKSLASH) for i in range(len(data)))
    return f"{len(data) - uncounted} -{text}"


def xdot_attribute(operations: str) -> str:
    """The attribute that holds finished xdot."""
    return '"' + operations.replace('"', '\\"') + ' "'
