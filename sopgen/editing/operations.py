"""Operations as JSON says them → a spec's new text and the operations that undo them.

Every operation is a map with `op`; paths are lists of keys and indexes from 0, steps are numbers from 1 as printed:

    {"op": "set", "path": ["kegiatan", 0, "waktu"], "value": "15 menit"}        null empties it
    {"op": "remove", "path": ["keterkaitan"]}                                  "comments": "keep" leaves those above
    {"op": "append", "path": ["dasar_hukum"], "value": "…"}
    {"op": "insert", "path": ["dasar_hukum", 1], "value": "…"}                 before what stands there
    {"op": "move", "path": ["dasar_hukum", 3], "to": 0}
    {"op": "insert_step", "number": 4, "step": {"uraian": "…", "pelaksana": "staf"}}
    {"op": "duplicate_step", "number": 4}
    {"op": "move_step", "number": 4, "to": 2}
    {"op": "delete_step", "number": 4, "pointed_at": "refuse" | "next" | id}   default: refuse
    {"op": "add_executor", "key": "kabag", "value": "Kepala Bagian", "position": 1}    default: rightmost
    {"op": "rename_executor", "key": "kabag", "to": "karo"}
    {"op": "move_executor", "key": "kabag", "position": 0}
    {"op": "delete_executor", "key": "kabag", "instead": "karo"}               default: refuse if it does anything
    {"op": "splice", "start": 10, "end": 12, "text": "…"}                      what undoing is made of
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sopgen.diagnostics import Message
from sopgen.editing.draft import Draft
from sopgen.editing.edit_fault import EditFault
from sopgen.editing.executors import add_executor, delete_executor, move_executor, rename_executor
from sopgen.editing.setting import set_value
from sopgen.editing.steps import delete_step, duplicate_step, insert_step, move_step
from sopgen.intake.fault import Path

Operation = Mapping[str, Any]


class Edited(NamedTuple):
    """`undo`: operations that, applied to `text`, give back the text that was, character by character.

    `data`: what stands in `text`; None where nothing but splices were made.
    """

    text: str
    undo: tuple[dict[str, Any], ...]
    data: Any = None


def apply_operations(text: str, operations: Sequence[Operation]) -> Edited:
    """All of them in order, or none. Raises `EditFault`."""
    after = text
    draft: Draft | None = None
    for operation in operations:
        if operation.get("op") == "splice":
            after, draft = _spliced(after, operation), None
            continue
        draft = draft or Draft(after)
        apply_operation(draft, operation)
        after = draft.text
    return Edited(after, _undo(text, after), draft.data if draft else None)


def apply_operation(draft: Draft, operation: Operation) -> None:
    """One that is no splice."""
    perform = _PERFORMERS.get(str(operation.get("op")))
    if perform is None:
        raise EditFault(Message(f"operasi `{operation.get('op')}` tidak ada", f"no operation `{operation.get('op')}`"))
    try:
        perform(draft, operation)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise EditFault(
            Message(
                f"operasi `{operation['op']}` tidak lengkap: {error}", f"`{operation['op']}` is incomplete: {error}"
            )
        ) from None


def _undo(before: str, after: str) -> tuple[dict[str, Any], ...]:
    if before == after:
        return ()
    least = min(len(before), len(after))
    head = 0
    while head < least and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < least - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    told = before[head : len(before) - tail]
    return ({"op": "splice", "start": head, "end": len(after) - tail, "text": told},)


def _spliced(text: str, operation: Operation) -> str:
    start, end, told = operation.get("start"), operation.get("end"), operation.get("text")
    if not (
        isinstance(start, int) and isinstance(end, int) and isinstance(told, str) and 0 <= start <= end <= len(text)
    ):
        raise EditFault(Message("tempat di luar teks", "a place outside the text"))
    return text[:start] + told + text[end:]


def _path(operation: Operation) -> Path:
    path = operation["path"]
    if not isinstance(path, list | tuple) or not all(
        isinstance(each, str) or (isinstance(each, int) and not isinstance(each, bool)) for each in path
    ):
        raise ValueError("path")
    return tuple(path)


def _append(draft: Draft, operation: Operation) -> None:
    path = _path(operation)
    there = draft.value(path) if draft.has(path) else None
    if isinstance(there, str) and there:  # a text becomes the first item
        set_value(draft, path, [there, operation["value"]])
    else:
        set_value(draft, (*path, len(there or ())), operation["value"])


def _insert(draft: Draft, operation: Operation) -> None:
    path = _path(operation)
    there = draft.value(path[:-1])
    place = path[-1]
    if not isinstance(there, list) or not isinstance(place, int) or not 0 <= place <= len(there):
        raise ValueError("path")
    if there:
        draft.insert_item(path[:-1], place, operation["value"])
    else:
        set_value(draft, path[:-1], [operation["value"]])


def _move(draft: Draft, operation: Operation) -> None:
    path, to = _path(operation), int(operation["to"])
    if not 0 <= to < len(draft.value(path[:-1])):
        raise ValueError("to")
    draft.move(path, to)


_PERFORMERS: Final[Mapping[str, Callable[[Draft, Operation], None]]] = {
    "set": lambda draft, op: set_value(draft, _path(op), op["value"]),
    "remove": lambda draft, op: draft.remove(_path(op), with_comments=op.get("comments") != "keep"),
    "append": _append,
    "insert": _insert,
    "move": _move,
    "insert_step": lambda draft, op: insert_step(draft, int(op["number"]), dict(op["step"])),
    "duplicate_step": lambda draft, op: duplicate_step(draft, int(op["number"])),
    "move_step": lambda draft, op: move_step(draft, int(op["number"]), int(op["to"])),
    "delete_step": lambda draft, op: delete_step(draft, int(op["number"]), str(op.get("pointed_at", "refuse"))),
    "add_executor": lambda draft, op: add_executor(draft, str(op["key"]), op["value"], op.get("position")),
    "rename_executor": lambda draft, op: rename_executor(draft, str(op["key"]), str(op["to"])),
    "move_executor": lambda draft, op: move_executor(draft, str(op["key"]), int(op["position"])),
    "delete_executor": lambda draft, op: delete_executor(draft, str(op["key"]), op.get("instead")),
}
