"""Pelaksana added, renamed, moved, deleted: the kegiatan that name them follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sopgen.diagnostics import Message
from sopgen.editing.draft import Draft
from sopgen.editing.edit_fault import EditFault
from sopgen.editing.setting import set_value
from sopgen.editing.targets import steps_of
from sopgen.intake.fault import Path
from sopgen.intake.text import clean


def add_executor(draft: Draft, key: str, value: Any, position: int | None = None) -> None:
    """A column; `position` from 0, else rightmost."""
    lanes = lanes_of(draft.data)
    if key in lanes:
        raise EditFault(Message(f"pelaksana `{key}` sudah ada", f"there is an executor `{key}` already"))
    if lanes:
        draft.insert_key(("pelaksana", key), value, len(lanes) if position is None else position)
    else:
        set_value(draft, ("pelaksana",), {key: value})


def rename_executor(draft: Draft, key: str, to: str) -> None:
    """Another key; the printed name is a value like any other."""
    _check(draft, key)
    if key == to:
        return
    if to in lanes_of(draft.data) or not clean(to):
        raise EditFault(Message(f"kunci `{to}` tidak dapat dipakai", f"the key `{to}` cannot be used"))
    draft.rewrite_scalars({path: to for _, path in _uses(draft.data, key)}, {("pelaksana", key): to})


def move_executor(draft: Draft, key: str, position: int) -> None:
    _check(draft, key)
    if not 0 <= position < len(lanes_of(draft.data)):
        raise EditFault(Message(f"tidak ada kolom {position + 1}", f"there is no column {position + 1}"))
    draft.move(("pelaksana", key), position)


def delete_executor(draft: Draft, key: str, instead: str | None = None) -> None:
    """One that kegiatan name is deleted only where another takes its place in them."""
    _check(draft, key)
    uses = list(_uses(draft.data, key))
    if uses and instead is None:
        steps = tuple(sorted({step for step, _ in uses}))
        told = ", ".join(map(str, steps))
        raise EditFault(
            Message(
                f"pelaksana `{key}` masih mengerjakan kegiatan {told}; pilih penggantinya",
                f"the executor `{key}` still does step {told}; choose who does it instead",
            ),
            steps,
        )
    if instead is not None:
        _check(draft, instead)
        if instead == key:
            raise EditFault(Message("penggantinya harus pelaksana lain", "another executor must take its place"))
    for step, _ in uses:
        _replace_in_step(draft, step, key, instead or "")
    draft.remove(("pelaksana", key))


def _replace_in_step(draft: Draft, step: int, key: str, instead: str) -> None:
    path: Path = ("kegiatan", step - 1, "pelaksana")
    there = draft.value(path)
    if not isinstance(there, list):
        draft.replace(path, instead)
        return
    found = [clean(each) for each in there if isinstance(each, str)]
    new = list(dict.fromkeys(instead if each == key else each for each in found))
    if new != found:
        draft.replace(path, new if len(new) > 1 else new[0])


def lanes_of(data: Any) -> dict[str, Any]:
    lanes = data.get("pelaksana") if isinstance(data, dict) else None
    return lanes if isinstance(lanes, dict) else {}


def _uses(data: Any, key: str) -> Iterator[tuple[int, Path]]:
    for number, step in enumerate(steps_of(data), start=1):
        value = step.get("pelaksana") if isinstance(step, dict) else None
        path: Path = ("kegiatan", number - 1, "pelaksana")
        if isinstance(value, str) and clean(value) == key:
            yield number, path
        elif isinstance(value, list):
            yield from ((number, (*path, n)) for n, each in enumerate(value) if each == key)


def _check(draft: Draft, key: str) -> None:
    if key not in lanes_of(draft.data):
        raise EditFault(Message(f"pelaksana `{key}` tidak ada", f"there is no executor `{key}`"))
