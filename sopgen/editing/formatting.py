"""A spec's text → the same in the house's layout: order of keys, two spaces a level, quotes where needed, ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import lines_with_ends
from sopgen.editing.draft import Draft
from sopgen.editing.house_order import order_of
from sopgen.editing.scalars import scalar
from sopgen.editing.targets import ids_of, mentions, steps_of
from sopgen.intake.fault import Path
from sopgen.intake.nodes import Node
from sopgen.intake.text import clean

INDENT: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]+")
_SMALL_WORDS: Final = frozenset(
    {"dan", "atau", "yang", "untuk", "kepada", "dari", "ke", "di", "dengan", "oleh", "pada"}
)


def format_text(text: str, *, ids: bool = False) -> str:
    """Comments stay with what they stand above. Raises `EditFault`. Formatting the result changes nothing more."""
    draft = Draft(text)
    if draft.root is None:
        return text
    if ids:
        name_targets(draft)
    _order_keys(draft)
    _unquote(draft)
    draft.rewrite(_indented(draft))
    return draft.text


def name_targets(draft: Draft) -> None:
    """Every step that something names by its number gets an id, short and of its own words, and is named by it."""
    wanted = sorted({m.number for m in mentions(draft.data) if m.number is not None and m.text.isdigit()})
    known = {number: key for key, number in ids_of(draft.data).items()}
    for number in wanted:
        if number not in known:
            words = [_first_words(draft, each) for each in range(1, len(steps_of(draft.data)) + 1)]
            known[number] = _id_for(words[number - 1], words[: number - 1] + words[number:], set(known.values()))
            draft.insert_key(("kegiatan", number - 1, "id"), known[number])
    numbered = [m for m in mentions(draft.data) if m.text.isdigit() and m.number in known]
    values = {m.path: known[m.number] for m in numbered if m.number and not m.on_key}
    keys = {m.path: known[m.number] for m in numbered if m.number and m.on_key}
    draft.rewrite_scalars(values, keys)


def _first_words(draft: Draft, number: int) -> list[str]:
    step = steps_of(draft.data)[number - 1]
    said = step.get("uraian") if isinstance(step, dict) else ""
    while isinstance(said, dict | list):
        said = next(iter(said.values() if isinstance(said, dict) else said), "")
    words = [word.casefold() for word in _WORD.findall(clean(str(said or "")))]
    return [word for word in words if word not in _SMALL_WORDS] or ["kegiatan"]


def _id_for(words: list[str], others: list[list[str]], taken: set[str]) -> str:
    """As few of its words as no other step begins with, four at most."""
    for length in range(1, min(len(words), 4) + 1):
        key = "-".join(words[:length])
        shared = length < 4 and any(each[:length] == words[:length] for each in others)
        if key not in taken and key != "selesai" and not shared:
            return key
    base, number = "-".join(words[:2]), 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


def _order_keys(draft: Draft) -> None:
    for path in list(_map_paths(draft.root, ())):
        keys = list(draft.value(path))
        order = order_of(path)
        known = [key for key in order if key in keys]
        if [key for key in keys if key in order] == known:
            continue
        for place, key in enumerate([*known, *(key for key in keys if key not in order)]):
            draft.move((*path, key), place)


def _map_paths(node: Node | None, path: Path) -> Iterator[Path]:
    if node is None or node.kind == "scalar":
        return
    if node.kind == "map":
        yield path
    for index, entry in enumerate(node.entries):
        yield from _map_paths(entry.node, (*path, entry.key if entry.key is not None else index))


def _unquote(draft: Draft) -> None:
    """Quotes only where they are needed, and texts on one line that were folded over several."""
    values: dict[Path, str] = {}
    for path, node, flow in _scalars(draft.root, (), flow=False):
        if not path:  # the file is one text, and no spec
            continue
        there = draft.text[node.start : node.end]
        value = draft.value(path)
        if node.style in {"|", ">", "text"} or not isinstance(value, str):
            continue
        if there != scalar(value, path, flow=flow) and "\n" not in clean(value):
            values[path] = value
    draft.rewrite_scalars(values, keep_quotes=False)


def _scalars(node: Node | None, path: Path, *, flow: bool) -> Iterator[tuple[Path, Node, bool]]:
    if node is None:
        return
    if node.kind == "scalar":
        if node.start != node.end:
            yield path, node, flow
        return
    for index, entry in enumerate(node.entries):
        here = (*path, entry.key if entry.key is not None else index)
        yield from _scalars(entry.node, here, flow=flow or node.flow)


def _indented(draft: Draft) -> str:
    """Lines moved as wholes: what a literal or a folded text holds keeps its place within it."""
    lines = lines_with_ends(draft.text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    shifts = [0] * len(lines)
    gaps: list[tuple[int, int]] = []  # blanks behind a dash or a colon
    if draft.root is not None:
        _shift(draft, draft.root, 0, starts, shifts, gaps)
    text = draft.text
    for start, end in sorted(gaps, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    told = []
    for line, shift in zip(lines_with_ends(text), shifts, strict=True):
        bare = line.lstrip(" ")
        blanks = len(line) - len(bare)
        told.append(line if not bare.strip() else " " * max(blanks + shift, 0) + bare)
    return "".join(told)


def _shift(
    draft: Draft, node: Node, wanted: int, starts: list[int], shifts: list[int], gaps: list[tuple[int, int]]
) -> None:
    """How far each line of a block collection moves; deeper ones have the last word on their own lines."""
    if node.flow or not node.entries:
        return
    for index, entry in enumerate(node.entries):
        first, behind = draft.lines_of(node, index, starts)
        for line in range(first, behind):
            shifts[line] = wanted - node.column
        child = entry.node
        beside = child.start > entry.sign and not draft.text[entry.sign : child.start].strip(" ")
        if beside:
            gaps.append((entry.sign, child.start))
        if child.kind == "scalar" or child.flow or not child.entries:
            continue
        if entry.key is None and beside:
            _shift_within(draft, child, wanted + INDENT, starts, shifts, gaps)
        else:
            _shift(draft, child, wanted + INDENT, starts, shifts, gaps)


def _shift_within(
    draft: Draft, node: Node, wanted: int, starts: list[int], shifts: list[int], gaps: list[tuple[int, int]]
) -> None:
    """A map that begins behind its dash: the dash's line has been moved with the dash."""
    line, _ = draft.lines_of(node, 0, starts)
    kept = shifts[line]
    _shift(draft, node, wanted, starts, shifts, gaps)
    shifts[line] = kept
