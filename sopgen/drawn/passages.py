"""A cell's text → text and list items as a spec has them. Only line breaks that a page made are undone."""

from __future__ import annotations

import re
from typing import Final

from sopgen.drawn.words import MARK

_INLINE: Final = re.compile(r"\s*;\s*(?=(?:\d{1,2}[.)]|[a-z][.)]|[-•])\s)")
_TICK: Final = "✓"

Passage = str | list[str] | dict[str, str | list[str]]


def passage(text: str, *, wrapped: bool) -> Passage:
    """A text, a list of items, or a text with items below it (`teks`, `butir`)."""
    lines = [line.strip() for line in text.replace("\xa0", " ").splitlines()]
    lines = [piece for line in lines for piece in _INLINE.split(line)]
    if len(lines) < 2 and MARK.fullmatch(lines[0] if lines else ""):
        return text.strip()
    before, items = _split(lines)
    if not items:
        return _plain(before, wrapped=wrapped)
    if before:
        return {"teks": _plain(before, wrapped=wrapped), "butir": items}
    return items


def _plain(lines: list[str], *, wrapped: bool) -> str:
    kept = [" ".join(line.split()) for line in lines]
    if wrapped:
        return joined([line for line in kept if line])
    return "\n".join(kept).strip("\n")


def joined(lines: list[str]) -> str:
    """Lines that a page broke, as one. After a hyphen inside a word the line goes on without a blank."""
    text = ""
    for line in lines:
        text += line if not text or _hyphened(text, line) else f" {line}"
    return text


def _hyphened(text: str, line: str) -> bool:
    return bool(re.search(r"[^\W\d_]-$", text) and re.match(r"[^\W\d_]", line)) or text.endswith("/")


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    """Lines before the first mark, and the items with what follows each."""
    before: list[str] = []
    items: list[list[str]] = []
    marks: list[str] = []
    for line in lines:
        found = MARK.match(line)
        if found and _is_mark(found[0].strip(), items):
            items.append([line[found.end() :].strip()])
            marks.append(found[0].strip())
        elif items:
            items[-1].append(line)
        else:
            before.append(line)
    if items and not any(items[-1]) and marks[-1] == _TICK:  # nothing follows it: a sign of the text before it
        items.pop()
        (items[-1] if items else before).append(_TICK)
    texts = [joined([" ".join(line.split()) for line in item if line]) for item in items]
    return [line for line in before if line], [text for text in texts if text]


def _is_mark(mark: str, items: list[list[str]]) -> bool:
    """A number must count on: "2. " begins no list of its own, and "96 Tahun" none at all."""
    digits = mark.strip("().")
    return not digits.isdigit() or int(digits) <= len(items) + 2
