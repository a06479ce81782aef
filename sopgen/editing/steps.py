"""Kegiatan inserted, deleted, moved, doubled: whatever pointed at a step points at it still."""

from __future__ import annotations

from typing import Any, Literal

from sopgen.diagnostics import Message
from sopgen.editing.draft import Draft
from sopgen.editing.edit_fault import EditFault
from sopgen.editing.setting import set_value
from sopgen.editing.targets import Mention, ids_of, mentions, renumber, steps_of
from sopgen.intake.fault import Path

END = "selesai"
Decision = Literal["refuse", "next"]


def insert_step(draft: Draft, number: int, step: dict[str, Any]) -> None:
    """A new kegiatan `number`; those from there on move down."""
    count = len(steps_of(draft.data))
    _check_number(number, count + 1)
    before = list(mentions(draft.data))
    if count:
        draft.insert_item(("kegiatan",), number - 1, step)
    else:
        set_value(draft, ("kegiatan",), [step])
    moved = {n: n + 1 for n in range(number, count + 1)}
    renumber(draft, before, moved, _all(count) | moved)


def duplicate_step(draft: Draft, number: int) -> None:
    """A copy right below, without its id."""
    _check_number(number, len(steps_of(draft.data)))
    copied = dict(draft.value(("kegiatan", number - 1)) or {})
    copied.pop("id", None)
    moved = {n: n + 1 for n in range(number + 1, len(steps_of(draft.data)) + 1)}
    own = [m for m in mentions(draft.data) if m.step == number]
    insert_step(draft, number + 1, copied)
    renumber(draft, own, moved, {number: number + 1})


def move_step(draft: Draft, number: int, to: int) -> None:
    count = len(steps_of(draft.data))
    _check_number(number, count)
    _check_number(to, count)
    before = list(mentions(draft.data))
    draft.move(("kegiatan", number - 1), to - 1)
    order = list(range(1, count + 1))
    order.insert(to - 1, order.pop(number - 1))
    moved = {old: new for new, old in enumerate(order, start=1)}
    renumber(draft, before, moved, moved)


def delete_step(draft: Draft, number: int, pointed_at: Decision | str = "refuse") -> None:
    """Without a decision, one that others point at is not deleted. `pointed_at`: "next", or the id or number meant."""
    count = len(steps_of(draft.data))
    _check_number(number, count)
    if count == 1:
        raise EditFault(
            Message("kegiatan satu-satunya tidak dapat dihapus", "the only step cannot be deleted"), (number,)
        )
    pointing = [m for m in mentions(draft.data) if m.number == number and m.is_target and m.step != number]
    if pointing and pointed_at == "refuse":
        raise _pointed_at(number, pointing)
    if pointing:
        target = _what_came_next(draft.data, number) if pointed_at == "next" else pointed_at
        _retarget(draft, pointing, target, number)
    _forget_mentions(draft, number)
    before = [m for m in mentions(draft.data) if m.step != number]
    draft.remove(("kegiatan", number - 1))
    moved = {n: n - 1 for n in range(number + 1, count + 1)}
    renumber(draft, before, moved, {n: n for n in range(1, number)} | moved)


def _retarget(draft: Draft, pointing: list[Mention], target: str, number: int) -> None:
    ids = ids_of(draft.data)
    meant = int(target) if target.isdigit() else ids.get(target)
    if meant == number or (meant is None and target != END) or (meant or 1) > len(steps_of(draft.data)):
        raise EditFault(Message(f"tujuan pengganti `{target}` tidak ada", f"there is no step `{target}` to point at"))
    looping = tuple(m.step for m in pointing if m.step is not None and m.step == meant)
    if looping:
        raise EditFault(
            Message(
                f"kegiatan {looping[0]} akan menuju dirinya sendiri; ubah dahulu tujuannya",
                f"step {looping[0]} would lead to itself; change its target first",
            ),
            looping,
        )
    by_number = {n: key for key, n in ids.items()}
    told = target if target == END else by_number.get(meant or 0, str(meant))
    draft.rewrite_scalars({mention.path: told for mention in pointing})


def _what_came_next(data: Any, number: int) -> str:
    """Where the step led; for a decision or a fork, the step below it."""
    step = steps_of(data)[number - 1]
    following = step.get("lanjut") if isinstance(step, dict) else None
    following = following.get("ke") if isinstance(following, dict) else following
    if isinstance(following, str) and following:
        return following
    return str(number + 1) if number < len(steps_of(data)) else END


def _forget_mentions(draft: Draft, number: int) -> None:
    """Accepted findings of a step go with it, and so do routes that passed it."""
    paths: list[Path] = [
        mention.path if mention.on_key else mention.path[:-1]
        for mention in mentions(draft.data)
        if mention.number == number and not mention.is_target and mention.step != number
    ]
    for path in reversed(paths):
        draft.remove(path)


def _pointed_at(number: int, pointing: list[Mention]) -> EditFault:
    steps = tuple(sorted({m.step for m in pointing if m.step is not None}))
    told = ", ".join(map(str, steps))
    return EditFault(
        Message(
            f"kegiatan {number} masih dituju oleh kegiatan {told}; pilih tujuan penggantinya",
            f"step {number} is still pointed at by step {told}; choose what they shall point at",
        ),
        steps,
    )


def _check_number(number: int, most: int) -> None:
    if not 1 <= number <= most:
        raise EditFault(Message(f"kegiatan {number} tidak ada", f"there is no step {number}"))


def _all(count: int) -> dict[int, int]:
    return {n: n for n in range(1, count + 1)}
