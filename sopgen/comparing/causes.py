"""Changes → numbered entries: each consequence with its cause, what follows of itself inside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sopgen.comparing.change import Change, Kelas
from sopgen.comparing.likeness import whole_text, words_of
from sopgen.comparing.ways import Found
from sopgen.intake.sop import Arah, Isi, Kegiatan, Sop

Bringer = tuple[int | None, int | None]


def with_causes(found: Sequence[Found], old: Sop, new: Sop, lanes: Mapping[str, str]) -> tuple[Change, ...]:
    """`lanes`: old key → new. Causes are numbers from 1 in what is given back."""
    entries = [each for each in found if not each.forced]
    changes = [each.change for each in entries]
    of_step = dict(_bringers(changes))
    for each in found:
        if each.forced and each.brought_by is not None:
            index = of_step[each.brought_by]
            changes[index] = changes[index]._replace(consequences=(*changes[index].consequences, each.change))
    for index, each in enumerate(entries):
        cause = of_step.get(each.brought_by) if each.brought_by else _cause(index, changes, old, new, lanes)
        if cause is not None:
            changes[index] = changes[index]._replace(cause=cause + 1)
    return tuple(changes)


def _bringers(changes: Sequence[Change]) -> Iterator[tuple[Bringer, int]]:
    """What `Found.brought_by` names → the entry of the step that left, came or moved."""
    for index, change in enumerate(changes):
        if change.kelas is Kelas.ALUR and len(change.new or change.old or ()) == 2:
            number_old, number_new = change.steps
            yield ((None, number_new) if change.new is not None else (number_old, None)), index


def _cause(index: int, changes: Sequence[Change], old: Sop, new: Sop, lanes: Mapping[str, str]) -> int | None:
    change = changes[index]
    if change.kind != "changed" or change.new is None or len(change.new) != 3 or change.new[0] != "kegiatan":
        return None
    match change.new[2]:
        case "pelaksana":
            return _lane_gone_or_new(change, changes, lanes)
        case "uraian" | "keterangan":
            return _told_in_words(change, changes, old, new)
        case "kelengkapan":
            return next((n for n, each in enumerate(changes) if _is_output_of(each, change)), None)
    return None


def _lane_gone_or_new(change: Change, changes: Sequence[Change], lanes: Mapping[str, str]) -> int | None:
    """The executor that the step had is none any more, or the one that it has is new."""
    kept = set(lanes.values())
    gone = {key for key in change.before if key not in lanes}
    come = {key for key in change.after if key not in kept}
    for index, each in enumerate(changes):
        if each.kelas is Kelas.PELAKSANA and each.kind == "removed" and each.before.id in gone:
            return index
    for index, each in enumerate(changes):
        if each.kelas is Kelas.PELAKSANA and each.kind == "added" and each.after.id in come:
            return index
    return None


def _told_in_words(change: Change, changes: Sequence[Change], old: Sop, new: Sop) -> int | None:
    """The wording names another executor: the arrow leads to another, the step has another, or he is called so now."""
    before, after = words_of(whole_text(change.before)), words_of(whole_text(change.after))
    for index, each in enumerate(changes):
        if each.kind != "changed" or each.new is None or each is change:
            continue
        if each.new[0] == "pelaksana" and each.new[2:] == ("nama",):
            pairs = [(each.before, each.after)]
        elif each.steps == change.steps and each.kelas in {Kelas.ALUR, Kelas.PELAKSANA}:
            pairs = [(_names(each.before, old), _names(each.after, new))]
        else:
            continue
        if any(_gives_way(ours, theirs, before, after) for ours, theirs in pairs):
            return index
    return None


def _gives_way(name: str, instead: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a name stands in the old words and not in the new, or another only in the new."""
    left, came = words_of(name), words_of(instead)
    return left != came and (
        (_holds(before, left) and not _holds(after, left)) or (_holds(after, came) and not _holds(before, came))
    )


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    return bool(part) and any(
        tuple(words[start : start + len(part)]) == tuple(part) for start in range(len(words) - len(part) + 1)
    )


def _names(value: object, sop: Sop) -> str:
    """The printed name of who does what a way leads to, or of a step's leading executor."""
    names = {lane.id: lane.nama for lane in sop.pelaksana}
    match value:
        case int():
            return names.get(sop.kegiatan[value - 1].pelaksana[0], "")
        case Arah(ke=int() as number):
            return _names(number, sop)
        case Kegiatan(pelaksana=(first, *_)) | (str(first), *_):
            return names.get(first, "")
    return ""


def _is_output_of(each: Change, change: Change) -> bool:
    """Whether what one step hands on became what the next one needs, in the same words."""
    same = isinstance(each.before, Isi) and (each.before, each.after) == (change.before, change.after)
    return same and each.new is not None and each.new[2:] == ("output",)
