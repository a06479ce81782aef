"""The old Sop and the changes → the new one: the proof that a list of changes leaves nothing out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sopgen.comparing.carrying import carry
from sopgen.comparing.change import Change, Path, Ways, with_consequences
from sopgen.comparing.ordering import rebuild
from sopgen.intake.sop import Sop

_ROWS = frozenset({("pelaksana",), ("kegiatan",)})


def apply_changes(old: Sop, changes: tuple[Change, ...]) -> Sop:
    """What `compare` found in `old` and another Sop gives that other Sop."""
    every = tuple(change for change in with_consequences(changes) if change.kind != "renumbered")
    keys = {
        change.before: change.after
        for change in every
        if change.new is not None and change.new[:1] == ("pelaksana",) and change.new[2:] == ("id",)
    }
    lanes = _placed(("pelaksana",), range(len(old.pelaksana)), every)
    steps = _placed(("kegiatan",), range(len(old.kegiatan)), every)
    sop = carry(old, lanes, steps, keys).sop
    for path in _lists(every):
        sop = _put(sop, path, tuple(_placed(path, _at(sop, path), every)))
    for change in every:
        if change.kind == "changed" and change.new is not None:
            sop = _put(sop, change.new, change.after)
    return sop


def _list(change: Change) -> Path:
    """The list that an item was put into, taken out of or moved in, as the new Sop names it."""
    if change.kind == "removed":
        return change.where
    assert change.new is not None
    return change.new[:-1]


def _lists(changes: Iterable[Change]) -> list[Path]:
    found = {_list(change) for change in changes if change.kind != "changed"} - _ROWS
    return sorted(found, key=str)


def _turns(path: Path, changes: Iterable[Change]) -> tuple[list[int], list[int], list[tuple[int, int]]]:
    """Old indexes removed, new ones added, and pairs of those moved."""
    here = [change for change in changes if change.kind != "changed" and _list(change) == path]
    removed = [_last(change.old) for change in here if change.kind == "removed"]
    added = [_last(change.new) for change in here if change.kind == "added"]
    moved = [(_last(change.old), _last(change.new)) for change in here if change.kind == "moved"]
    return removed, added, moved


def _last(path: Path | None) -> int:
    assert path is not None
    assert isinstance(path[-1], int)
    return path[-1]


def _placed(path: Path, items: Sequence[Any], changes: tuple[Change, ...]) -> list[Any]:
    """For each place of the new list what stood in the old one, or what was added there."""
    order = rebuild(len(items), *_turns(path, changes))
    added = {_last(each.new): each.after for each in changes if each.kind == "added" and _list(each) == path}
    return [added[new] if old is None else items[old] for new, old in enumerate(order)]


def _at(value: Any, path: Path) -> Any:
    for element in path:
        value = value[element] if isinstance(element, int) else getattr(value, element)
    return value


def _put(value: Any, path: Path, told: Any) -> Any:
    """The same with `told` at `path`."""
    if not path:
        return told
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        return (*value[:first], _put(value[first], rest, told), *value[first + 1 :])
    if isinstance(told, Ways) and not rest:
        return value._replace(keputusan=told.keputusan, arah=told.arah)
    return value._replace(**{first: _put(getattr(value, first), rest, told)})
