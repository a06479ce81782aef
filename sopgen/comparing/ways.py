"""The ways out of one step, then and now: which changed, which only had to follow a step that came, went or moved."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sopgen.comparing.change import Change, Kelas, Ways
from sopgen.comparing.ordering import align
from sopgen.intake.sop import Arah, Kegiatan, Sop


class Course(NamedTuple):
    """What tells forced changes from chosen ones. Numbers are steps' numbers in the old and in the new Sop."""

    old: Sop
    new: Sop
    steps: dict[int, int]
    removed: frozenset[int]
    added: frozenset[int]
    moved_old: frozenset[int]
    moved_new: frozenset[int]


class Found(NamedTuple):
    """A change of a way. `brought_by`: the step, (old number, None) or (None, new one), that brought it; `forced`: it
    follows from that and is no entry of its own.
    """

    change: Change
    brought_by: tuple[int | None, int | None] | None = None
    forced: bool = False


def way_changes(carried: Kegiatan, old: Kegiatan, new: Kegiatan, course: Course) -> Iterator[Found]:
    """`carried` is `old` with the new numbers in it."""
    ours = ("kegiatan", old.nomor - 1, "arah")
    theirs = ("kegiatan", new.nomor - 1, "arah")
    if carried.keputusan != new.keputusan or (not new.keputusan and len(carried.arah) != len(new.arah)):
        before, after = Ways(old.keputusan, old.arah), Ways(new.keputusan, new.arah)
        change = Change(Kelas.ALUR, "changed", ours, theirs, before, after)
        yield Found(change, _cause([way.ke for way in old.arah], [way.ke for way in new.arah], course))
        return
    turn = align(_pairs(carried.arah, new.arah), len(old.arah), len(new.arah))
    for index in turn.removed:
        change = Change(Kelas.ALUR, "removed", (*ours, index), None, old.arah[index], where=theirs)
        yield Found(change, _cause([old.arah[index].ke], [], course))
    for index in turn.added:
        change = Change(Kelas.ALUR, "added", None, (*theirs, index), after=new.arah[index], where=ours)
        yield Found(change, _cause([], [new.arah[index].ke], course))
    for left, right in turn.moved:
        yield Found(Change(Kelas.LETAK, "moved", (*ours, left), (*theirs, right)))
    for left, right in turn.pairs.items():
        for kelas, name in ((Kelas.ALUR, "ke"), (Kelas.TEKS, "label"), (Kelas.LETAK, "rute")):
            if getattr(carried.arah[left], name) == getattr(new.arah[right], name):
                continue
            values = getattr(old.arah[left], name), getattr(new.arah[right], name)
            change = Change(kelas, "changed", (*ours, left, name), (*theirs, right, name), *values)
            if name != "ke":
                yield Found(change)
                continue
            forced = _forced(old, old.arah[left], new, new.arah[right], course)
            yield Found(change, forced or _cause([values[0]], [values[1]], course), forced is not None)


def _pairs(old: tuple[Arah, ...], new: tuple[Arah, ...]) -> dict[int, int]:
    """By label, then by target, then in order."""
    found: dict[int, int] = {}
    for same in (lambda a, b: a.label == b.label, lambda a, b: a.ke == b.ke, lambda _a, _b: True):
        taken = set(found.values())
        for left, ours in enumerate(old):
            if left in found:
                continue
            partner = next((n for n, theirs in enumerate(new) if n not in taken and same(ours, theirs)), None)
            if partner is not None:
                found[left] = partner
                taken.add(partner)
    return found


def _cause(old: list[int | None], new: list[int | None], course: Course) -> tuple[int | None, int | None] | None:
    """A step that was pointed at and is gone, or one that came and is pointed at now."""
    for number in old:
        if number in course.removed:
            return number, None
    for number in new:
        if number in course.added and number not in old:
            return None, number
    return None


def _forced(
    old: Kegiatan, before: Arah, new: Kegiatan, after: Arah, course: Course
) -> tuple[int | None, int | None] | None:
    """What the change follows from, where it does: the way leads on to what it led to, or always to the row below."""
    was, passed = _reach(before.ke, course.old, course.removed | course.moved_old)
    now, passes = _reach(after.ke, course.new, course.added | course.moved_new)
    there = {course.steps.get(number, 0) if number else 0 for number in was}
    follows = (passed or passes) and there & now
    if not follows and not (_is_default(old, before, course.old) and _is_default(new, after, course.new)):
        return None
    if after.ke in course.added:
        return None, after.ke
    if before.ke in course.removed:
        return before.ke, None
    for number in (after.ke, new.nomor):
        if number in course.moved_new:
            return None, number
    back = {left: right for left, right in course.steps.items() if left in course.moved_old}
    return (None, back[before.ke]) if before.ke in back else None


def _reach(start: int | None, sop: Sop, passable: Collection[int]) -> tuple[set[int], set[int]]:
    """The first steps that stayed where they were on all ways from `start`, 0 for the end; and the steps passed."""
    found: set[int] = set()
    passed: set[int] = set()
    open_ = [start]
    while open_:
        number = open_.pop()
        if number is None:
            found.add(0)
        elif number not in passable:
            found.add(number)
        elif number not in passed:
            passed.add(number)
            open_ += [way.ke for way in sop.kegiatan[number - 1].arah]
    return found, passed


def _is_default(step: Kegiatan, way: Arah, sop: Sop) -> bool:
    """Whether the way is the one that nobody writes: to the row below, from the last one to the end."""
    below = step.nomor + 1 if step.nomor < len(sop.kegiatan) else None
    return not step.keputusan and len(step.arah) == 1 and way.ke == below
