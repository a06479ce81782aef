"""Change: one thing that is other in the new Sop, where it stood and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from sopgen.intake.sop import Arah, Sop

Path = tuple[str | int, ...]
"""Attributes of a Sop and indexes from 0: ("kegiatan", 3, "waktu"), ("kegiatan", 6, "arah", 1, "ke")."""

Kind = Literal["removed", "added", "changed", "moved", "renumbered"]


class Kelas(StrEnum):
    """What a change touches. `letak`: numbers, bends and appearance, not what the SOP says."""

    ALUR = "alur"
    MUTU_BAKU = "mutu baku"
    PELAKSANA = "pelaksana"
    IDENTITAS = "identitas"
    TEKS = "teks"
    LETAK = "letak"


class Ways(NamedTuple):
    """All ways out of a step, where they became others as a whole."""

    keputusan: bool
    arah: tuple[Arah, ...]


class Change(NamedTuple):
    """`before` and `after` are the Sops' own values; step numbers in them are those of the old and of the new one.

    `old` is None for the list that an added item was not in, and `new` for the list that a removed one left; then the
    other path ends with the item's index and `where` is the list's path in the other Sop. `cause`: the number of the
    change that brought this one; `consequences` are changes that follow from this one of themselves, and are no
    entries. `in_a_row`: how many steps in a row only took other numbers.
    """

    kelas: Kelas
    kind: Kind
    old: Path | None
    new: Path | None
    before: Any = None
    after: Any = None
    where: Path = ()
    cause: int | None = None
    consequences: tuple[Change, ...] = ()
    in_a_row: int = 1

    @property
    def steps(self) -> tuple[int | None, int | None]:
        """The step's number in the old and in the new Sop, where it stands in one."""
        return _step(self.old if self.old is not None else self.where), _step(
            self.new if self.new is not None else self.where
        )


def _step(path: Path) -> int | None:
    return path[1] + 1 if len(path) > 1 and path[0] == "kegiatan" and isinstance(path[1], int) else None


class Comparison(NamedTuple):
    """`changes` are numbered from 1 as they stand, by place in the new Sop, those of `letak` last.

    `steps`, `lanes`: old number or key of what stands in both → new.
    """

    old: Sop
    new: Sop
    changes: tuple[Change, ...]
    steps: dict[int, int]
    lanes: dict[str, str]

    @property
    def entries(self) -> tuple[Change, ...]:
        """What the SOP says otherwise: all but `letak`."""
        return tuple(change for change in self.changes if change.kelas is not Kelas.LETAK)

    def counts(self) -> dict[Kelas, int]:
        """How many entries each class has, classes without one left out."""
        found = [change.kelas for change in self.entries]
        return {kelas: found.count(kelas) for kelas in Kelas if kelas in found}


def with_consequences(changes: tuple[Change, ...]) -> Iterator[Change]:
    """Every change, and those that are kept with their causes."""
    for change in changes:
        yield change
        yield from with_consequences(change.consequences)
