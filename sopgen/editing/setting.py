"""A value put at a path with as little change of the text as possible: what is equal inside keeps its comments."""

from __future__ import annotations

from typing import Any

from sopgen.diagnostics import Message
from sopgen.editing.draft import Draft
from sopgen.editing.edit_fault import EditFault
from sopgen.intake.fault import Path


def set_value(draft: Draft, path: Path, value: Any) -> None:
    """Replace what stands at `path`, or make it, with the maps above it that are missing."""
    if not path:
        raise EditFault(Message("isian tanpa nama", "a place is missing"))
    if draft.has(path):
        _set_present(draft, path, value)
        return
    parent = path[:-1]
    holder = draft.value(parent) if draft.has(parent) else None
    last = path[-1]
    if isinstance(last, int):
        _append_at(draft, parent, holder, last, value)
    elif isinstance(holder, dict) and holder:
        draft.insert_key(path, value)
    elif holder is None or holder == {}:
        set_value(draft, parent, {last: value})
    elif isinstance(holder, str) and parent:
        _lengthen(draft, parent, holder, last, value)
    else:
        raise EditFault(Message(f"`{last}` tidak dapat berdiri di dalam daftar", f"`{last}` cannot stand in a list"))


def _append_at(draft: Draft, parent: Path, holder: Any, index: int, value: Any) -> None:
    count = len(holder) if isinstance(holder, list) else 0
    if index != count or not isinstance(holder, list | None):
        raise EditFault(Message(f"butir {index + 1} tidak ada", f"there is no item {index + 1}"))
    if count:
        draft.insert_item(parent, index, value)
    else:
        set_value(draft, parent, [value])


def _lengthen(draft: Draft, path: Path, text: str, key: str, value: Any) -> None:
    """`staf: Staf` becomes `staf: {nama: Staf, …}`, `Tidak: 4` becomes `Tidak: {ke: 4, …}`."""
    match path:
        case ("pelaksana", _):
            short = "nama"
        case ("kegiatan", int(), "keputusan", _) | ("kegiatan", int(), "lanjut") | ("kegiatan", int(), "lanjut", int()):
            short = "ke"
        case _:
            short = "teks"
    draft.replace(path, {short: text, key: value})


def _set_present(draft: Draft, path: Path, value: Any) -> None:
    there = draft.value(path)
    if isinstance(there, dict) and isinstance(value, dict) and there and value:
        _set_map(draft, path, there, value)
    elif isinstance(there, list) and isinstance(value, list) and there and value:
        _set_list(draft, path, there, value)
    else:
        draft.replace(path, value)


def _set_map(draft: Draft, path: Path, there: dict[str, Any], value: dict[str, Any]) -> None:
    if not set(there) & set(value):
        draft.replace(path, value)
        return
    for key in there:
        if key not in value:
            draft.remove((*path, key))
    for place, (key, each) in enumerate(value.items()):
        if key in there:
            _set_present(draft, (*path, key), each)
        else:
            draft.insert_key((*path, key), each, place if path == ("pelaksana",) else None)
    if path == ("pelaksana",) or path[-1:] == ("keputusan",):  # their order is meaning
        for place, key in enumerate(value):
            draft.move((*path, key), place)


def _set_list(draft: Draft, path: Path, there: list[Any], value: list[Any]) -> None:
    """What is alike at both ends stays; of the middle, items are changed in place, added or taken away."""
    least = min(len(there), len(value))
    head = 0
    while head < least and there[head] == value[head]:
        head += 1
    tail = 0
    while tail < least - head and there[-1 - tail] == value[-1 - tail]:
        tail += 1
    old, new = len(there) - head - tail, len(value) - head - tail
    for index in range(head, head + min(old, new)):
        _set_present(draft, (*path, index), value[index])
    for index in range(head + min(old, new), head + new):
        draft.insert_item(path, index, value[index])
    for index in range(head + old - 1, head + new - 1, -1):
        draft.remove((*path, index))
