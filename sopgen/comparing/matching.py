"""Which executor and which step of the new Sop is which of the old one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final

from sopgen.comparing.assignment import assign
from sopgen.comparing.likeness import LIKE, likeness, nearness, whole_text
from sopgen.intake.sop import Kegiatan, Sop

_SAME_STEP: Final = 3900  # of 10000: also a row in wholly other words, if all else in it and its place are the same
_WORDING, _REST, _PLACE = 6, 3, 1  # tenths


def match_lanes(old: Sop, new: Sop) -> dict[int, int]:
    """Indexes: by key and name, by name, by key, then by a like name."""
    found: dict[int, int] = {}
    left, right = old.pelaksana, new.pelaksana
    _pin(left, right, found, lambda lane: (lane.id, lane.nama))
    _pin(left, right, found, lambda lane: lane.nama)
    _pin(left, right, found, lambda lane: lane.id)
    taken = set(found.values())
    scores = {
        (i, j): score * 100 + nearness(i, j, len(left), len(right))
        for i, one in enumerate(left)
        if i not in found
        for j, other in enumerate(right)
        if j not in taken and (score := likeness(one.nama, other.nama, LIKE)) >= LIKE
    }
    return found | assign(scores)


def match_steps(old: Sop, new: Sop, lanes: Mapping[str, str]) -> dict[int, int]:
    """Indexes: by id; by the same words in order; all others in one assignment by likeness.

    `lanes`: old key → new key.
    """
    found: dict[int, int] = {}
    _pin(old.kegiatan, new.kegiatan, found, lambda step: step.id)
    _pin_equal(old, new, lanes, found)
    taken = set(found.values())
    scores: dict[tuple[int, int], int] = {}
    for i, one in enumerate(old.kegiatan):
        if i in found:
            continue
        for j, other in enumerate(new.kegiatan):
            if j in taken:
                continue
            near = nearness(i, j, len(old.kegiatan), len(new.kegiatan))
            score = _step_likeness(one, other, lanes, near)
            if score >= _SAME_STEP:
                scores[i, j] = score * 100 + near
    found |= assign(scores)
    return found | _reworded_in_place(old, new, lanes, found)


def _reworded_in_place(old: Sop, new: Sop, lanes: Mapping[str, str], found: Mapping[int, int]) -> dict[int, int]:
    """A row in wholly other words, alone between the same neighbours and the same in all else."""
    taken = set(found.values())
    known = {-1: -1, **found, len(old.kegiatan): len(new.kegiatan)}
    made: dict[int, int] = {}
    for index, step in enumerate(old.kegiatan):
        place = known.get(index - 1, -2) + 1
        if index in found or place == -1 or place in taken or known.get(index + 1) != place + 1:
            continue
        if place < len(new.kegiatan) and _said(step, lanes)[1:] == _said(new.kegiatan[place])[1:]:
            made[index] = place
    return made


def _pin(left: Sequence[Any], right: Sequence[Any], found: dict[int, int], known_by: Callable[[Any], Any]) -> None:
    """Pairs of what bears one name that is no other's on its side."""
    taken = set(found.values())
    names = [known_by(item) for item in left]
    there = [known_by(item) for item in right]
    for index, name in enumerate(names):
        if index in found or not name or names.count(name) > 1 or there.count(name) != 1:
            continue
        if (partner := there.index(name)) not in taken:
            found[index] = partner
            taken.add(partner)


def _pin_equal(old: Sop, new: Sop, lanes: Mapping[str, str], found: dict[int, int]) -> None:
    taken = set(found.values())
    left = [index for index in range(len(old.kegiatan)) if index not in found]
    right = [index for index in range(len(new.kegiatan)) if index not in taken]
    ours = [_said(old.kegiatan[index], lanes) for index in left]
    theirs = [_said(new.kegiatan[index]) for index in right]
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        found.update((left[block.a + n], right[block.b + n]) for n in range(block.size))


def _said(step: Kegiatan, lanes: Mapping[str, str] | None = None) -> tuple[Any, ...]:
    """All that a row prints but its number and arrows."""
    keys = step.pelaksana if lanes is None else tuple(lanes.get(key, "\0" + key) for key in step.pelaksana)
    return step.uraian, keys, step.bersama, step.kelengkapan, step.waktu, step.output, step.keterangan


def _step_likeness(old: Kegiatan, new: Kegiatan, lanes: Mapping[str, str], near: int) -> int:
    """0 to 10000: six tenths by what is done, three by the rest of the row, one by the place."""
    wording = likeness(whole_text(old.uraian), whole_text(new.uraian))
    told = list(zip(_said(old, lanes)[1:], _said(new)[1:], strict=True))
    told.append((tuple(way.label for way in old.arah if way.label), tuple(way.label for way in new.arah if way.label)))
    filled = [(ours, theirs) for ours, theirs in told if ours or theirs]
    same = sum(1 for ours, theirs in filled if ours == theirs)
    # A row with little in it says little by being the same.
    rest = 1000 * same // max(3, len(filled))
    return _WORDING * wording + _REST * rest + _PLACE * near * 10
