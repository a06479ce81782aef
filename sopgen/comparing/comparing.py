"""compare: both Sops → Comparison. Every difference becomes one entry, in the order of the new document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from sopgen.comparing.carrying import carry
from sopgen.comparing.causes import with_causes
from sopgen.comparing.change import Change, Comparison, Kelas, Path
from sopgen.comparing.likeness import pair_texts
from sopgen.comparing.matching import match_lanes, match_steps
from sopgen.comparing.ordering import Alignment, align, rebuild
from sopgen.comparing.ways import Course, Found, way_changes
from sopgen.intake.sop import BOXES, Kegiatan, Kotak, Pelaksana, Pelayanan, Pengesahan, Sop, Tampilan, Tanggal

_HEAD: Final[tuple[Path, ...]] = (
    *((key,) for key in ("logo", "instansi", "teks_kepala", "unit", "nomor")),
    *(("tanggal", key) for key in Tanggal._fields),
    *(("pengesahan", key) for key in Pengesahan._fields),
    *((key,) for key in ("judul", "jenis", "sifat", "cakupan", "tim", "status", "digantikan_oleh")),
)
_SERVICE: Final[tuple[Path, ...]] = tuple(
    path
    for key in Pelayanan._fields
    for path in (
        (("pelayanan", key, "lama"), ("pelayanan", key, "sejak")) if key == "jangka_waktu" else (("pelayanan", key),)
    )
)
_LANE: Final = ("nama", "kelompok", "eksternal", "peran", "publik")
_WAYS_RANK: Final = 1
_STEP: Final = {
    "pelaksana": (0, Kelas.PELAKSANA),
    "uraian": (2, Kelas.TEKS),  # behind the ways out, which it tells in words
    "bersama": (3, Kelas.TEKS),
    "kelengkapan": (4, Kelas.MUTU_BAKU),
    "waktu": (5, Kelas.MUTU_BAKU),
    "output": (6, Kelas.MUTU_BAKU),
    "keterangan": (7, Kelas.TEKS),
    "publik": (8, Kelas.TEKS),
}
_APPEARANCE: Final[tuple[Path, ...]] = (
    *(("tampilan", key) for key in Tampilan._fields if key != "label"),
    ("riwayat",),
    ("abaikan",),
)


class _Placed(NamedTuple):
    """A change and what it is sorted by: the part of the document, places in it."""

    place: tuple[int, ...]
    found: Found


def compare(old: Sop, new: Sop) -> Comparison:
    """Nothing of either Sop is left out: `apply_changes` gives the new one back."""
    lanes = align(match_lanes(old, new), len(old.pelaksana), len(new.pelaksana))
    keys = {old.pelaksana[i].id: new.pelaksana[j].id for i, j in lanes.pairs.items()}
    steps = align(match_steps(old, new, keys), len(old.kegiatan), len(new.kegiatan))
    carried = carry(
        old,
        [new.pelaksana[place] if was is None else was for place, was in enumerate(_order(lanes, len(old.pelaksana)))],
        [new.kegiatan[place] if was is None else was for place, was in enumerate(_order(steps, len(old.kegiatan)))],
        keys,
    )
    found = [
        *_identity(carried.sop, old, new),
        *_lanes(carried.sop, old, new, lanes),
        *_steps(carried.sop, old, new, steps, carried.steps),
        *_unprinted(carried.sop, old, new),
    ]
    found.sort(key=lambda each: (each.found.change.kelas is Kelas.LETAK, *each.place))
    changes = with_causes([each.found for each in found], old, new, carried.lanes)
    return Comparison(old, new, changes, carried.steps, carried.lanes)


def _order(alignment: Alignment, count: int) -> list[int | None]:
    return rebuild(count, alignment.removed, alignment.added, alignment.moved)


def _value(sop: Any, path: Path) -> Any:
    for element in path:
        sop = sop[element] if isinstance(element, int) else getattr(sop, element)
    return sop


def _identity(carried: Sop, old: Sop, new: Sop) -> Iterator[_Placed]:
    paths: tuple[Path, ...] = (*_HEAD, *((box,) for box in BOXES), *_SERVICE)
    for rank, path in enumerate(paths):
        before, after = _value(carried, path), _value(new, path)
        if before == after:
            continue
        if isinstance(before, Kotak) and isinstance(after, Kotak) and not (before.teks or after.teks):
            yield from _items(before.butir, after.butir, (*path, "butir"), rank)
        else:
            yield _Placed((0, rank), Found(Change(Kelas.IDENTITAS, "changed", path, path, _value(old, path), after)))
    if old.tampilan.label != new.tampilan.label:
        path = ("tampilan", "label")
        labels = old.tampilan.label, new.tampilan.label
        yield _Placed((0, len(paths)), Found(Change(Kelas.TEKS, "changed", path, path, *labels)))


def _items(old: tuple[str, ...], new: tuple[str, ...], path: Path, rank: int) -> Iterator[_Placed]:
    turn = align(pair_texts(old, new), len(old), len(new))
    for index in turn.removed:
        change = Change(Kelas.IDENTITAS, "removed", (*path, index), None, old[index], where=path)
        yield _Placed((0, rank, turn.place_of_removed(index), 0), Found(change))
    for index in turn.added:
        change = Change(Kelas.IDENTITAS, "added", None, (*path, index), after=new[index], where=path)
        yield _Placed((0, rank, index, 1), Found(change))
    for left, right in turn.moved:
        change = Change(Kelas.IDENTITAS, "moved", (*path, left), (*path, right), old[left], new[right])
        yield _Placed((0, rank, right, 1), Found(change))
    for left, right in turn.pairs.items():
        if old[left] != new[right]:
            change = Change(Kelas.IDENTITAS, "changed", (*path, left), (*path, right), old[left], new[right])
            yield _Placed((0, rank, right, 2), Found(change))


def _lanes(carried: Sop, old: Sop, new: Sop, turn: Alignment) -> Iterator[_Placed]:
    path: Path = ("pelaksana",)
    for place, change in _rows(turn, path, Kelas.PELAKSANA, old.pelaksana, new.pelaksana):
        yield _Placed((1, *place), Found(change))
    for left, right in turn.pairs.items():
        lane: Pelaksana = carried.pelaksana[right]
        for rank, name in enumerate(_LANE):
            before, after = getattr(lane, name), getattr(new.pelaksana[right], name)
            if before != after:
                change = Change(Kelas.PELAKSANA, "changed", (*path, left, name), (*path, right, name), before, after)
                yield _Placed((1, right, 2, rank), Found(change))
        keys = old.pelaksana[left].id, new.pelaksana[right].id
        if keys[0] != keys[1]:
            change = Change(Kelas.LETAK, "changed", (*path, left, "id"), (*path, right, "id"), *keys)
            yield _Placed((1, right, 3), Found(change))


def _rows(
    turn: Alignment, path: Path, kelas: Kelas, old: tuple[Any, ...], new: tuple[Any, ...]
) -> Iterator[tuple[tuple[int, ...], Change]]:
    """What left, came or moved of executors or steps."""
    for index in turn.removed:
        change = Change(kelas, "removed", (*path, index), None, old[index], where=path)
        yield (turn.place_of_removed(index), 0, index), change
    for index in turn.added:
        yield (index, 1), Change(kelas, "added", None, (*path, index), after=new[index], where=path)
    for left, right in turn.moved:
        yield (right, 1), Change(kelas, "moved", (*path, left), (*path, right), old[left], new[right])


def _steps(carried: Sop, old: Sop, new: Sop, turn: Alignment, numbers: dict[int, int]) -> Iterator[_Placed]:
    path: Path = ("kegiatan",)
    course = Course(
        old,
        new,
        numbers,
        frozenset(index + 1 for index in turn.removed),
        frozenset(index + 1 for index in turn.added),
        frozenset(left + 1 for left, _ in turn.moved),
        frozenset(right + 1 for _, right in turn.moved),
    )
    for place, change in _rows(turn, path, Kelas.ALUR, old.kegiatan, new.kegiatan):
        yield _Placed((2, *place), Found(change))
    for left, right in turn.pairs.items():
        step: Kegiatan = carried.kegiatan[right]
        now = new.kegiatan[right]
        for name, (rank, kelas) in _STEP.items():
            if getattr(step, name) != getattr(now, name):
                values = getattr(old.kegiatan[left], name), getattr(now, name)
                change = Change(kelas, "changed", (*path, left, name), (*path, right, name), *values)
                yield _Placed((2, right, 2, rank), Found(change))
        for rank, each in enumerate(way_changes(step, old.kegiatan[left], now, course)):
            yield _Placed((2, right, 2, _WAYS_RANK, rank), each)
        if step.id != now.id:
            change = Change(Kelas.LETAK, "changed", (*path, left, "id"), (*path, right, "id"), step.id, now.id)
            yield _Placed((2, right, 3), Found(change))
    yield from _renumbered(turn)


def _renumbered(turn: Alignment) -> Iterator[_Placed]:
    """Steps that only took other numbers, those in a row in one."""
    moved = {left for left, _ in turn.moved}
    shifted = [(left, right) for left, right in turn.pairs.items() if left != right and left not in moved]
    start = 0
    for end in range(1, len(shifted) + 1):
        if end < len(shifted) and shifted[end] == (shifted[end - 1][0] + 1, shifted[end - 1][1] + 1):
            continue
        left, right = shifted[start]
        change = Change(
            Kelas.LETAK,
            "renumbered",
            ("kegiatan", left),
            ("kegiatan", right),
            left + 1,
            right + 1,
            in_a_row=end - start,
        )
        yield _Placed((2, right, 4), Found(change))
        start = end


def _unprinted(carried: Sop, old: Sop, new: Sop) -> Iterator[_Placed]:
    for rank, path in enumerate(_APPEARANCE):
        after = _value(new, path)
        if _value(carried, path) != after:
            yield _Placed((3, rank), Found(Change(Kelas.LETAK, "changed", path, path, _value(old, path), after)))
