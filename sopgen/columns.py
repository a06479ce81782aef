"""Sop in, the flow table's columns out: one list, from left to right, that says all a reader need know of them.

Who lays the table out, reads it back or examines it takes its columns from here. A table with one column less or more
is a list with one entry less or more; the executors' columns stand together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final, Literal, NamedTuple

from sopgen.intake.sop import COLUMN_LABELS, Isi, Kegiatan, Sop

FIELD_OF: Final = {
    "kegiatan": "uraian",
    "kelengkapan": "kelengkapan",
    "waktu": "waktu",
    "output": "output",
    "keterangan": "keterangan",
}
"""The key of a kegiatan whose text a column of the form prints, by the role of its cells."""

FORM: Final = ("no", "kegiatan", "pelaksana", "kelengkapan", "waktu", "output", "keterangan")
"""The roles of the form's columns, from left to right; all executors' are one."""

_STANDARD_LEAST: Final = {"kegiatan": 75.0}  # points; of the others 45
_WORD_MOST: Final = {"kegiatan": 13.0, "waktu": 6.0}  # em; of the others 9
_NUMBER_WITH_UNIT: Final = 5.3  # em

Path = tuple[str | int, ...]


class Head(NamedTuple):
    """What stands once above several columns. `role` of its cell; `place` in the spec of the text that it prints."""

    role: str
    text: str
    place: Path


class Column(NamedTuple):
    """One column. `key` is the role of its cells, `heading` stands above it, below its `groups`, the outermost first.

    `field`: the key of a kegiatan whose text it prints; `lane`: the id of the executor whose symbols stand in it.
    `least` in points: the room that many lanes leave it. `word_most` in em: no longer word makes it wider.
    `unbroken` in em: a text so short stays on one line. `fill`: the colour of its cells, `#RRGGBB`.
    """

    key: str
    kind: Literal["number", "text", "lane"]
    heading: str
    groups: tuple[Head, ...] = ()
    field: str = ""
    lane: str = ""
    least: float = 45.0
    word_most: float = 9.0
    unbroken: float = 0.0
    fill: str | None = None

    @property
    def head(self) -> Head:
        """The cell that stands right above the column."""
        if self.kind == "lane":
            return Head("nama_pelaksana", self.heading, ("pelaksana", self.lane))
        return Head(f"kepala_{self.key}", self.heading, ("tampilan", "label", self.key))

    @property
    def path(self) -> tuple[Head, ...]:
        """All heads above the column, from the top."""
        return (*self.groups, self.head)


class HeadCell(NamedTuple):
    """A cell of the head: the columns `first` … `first + span - 1`, from level `level` on over `levels` levels."""

    head: Head
    column: Column
    level: int
    levels: int
    first: int
    span: int


@dataclass(frozen=True)
class Columns:
    """All columns of one flow table, from left to right. `bold`: the kegiatan whose texts stand out."""

    each: tuple[Column, ...]
    bold: frozenset[int] = frozenset()

    @cached_property
    def texts(self) -> tuple[Column, ...]:
        """Those that print a text of each kegiatan."""
        return tuple(column for column in self.each if column.kind == "text")

    @cached_property
    def lanes(self) -> range:
        """Where the executors' columns stand."""
        found = [i for i, column in enumerate(self.each) if column.kind == "lane"]
        return range(found[0], found[-1] + 1)

    @cached_property
    def low(self) -> bool:
        """Whether rows may be low: no mutu baku is printed, and texts take a line or two."""
        return all(head.role != "kepala_mutu_baku" for column in self.each for head in column.groups)

    @cached_property
    def levels(self) -> int:
        """How many heads stand above each other at the most."""
        return max(len(column.path) for column in self.each)

    def shared(self, left: int) -> int:
        """How many heads column `left` shares with the one at its right."""
        one, other = self.each[left].groups, self.each[left + 1].groups
        return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))

    @cached_property
    def head_cells(self) -> tuple[HeadCell, ...]:
        """The head's cells, level by level."""
        found: list[HeadCell] = []
        for level in range(self.levels):
            for first, column in enumerate(self.each):
                if len(column.path) <= level or (first and self.shared(first - 1) > level):
                    continue
                ends = level == len(column.groups)
                last = first
                while not ends and last + 1 < len(self.each) and self.shared(last) > level:
                    last += 1
                levels = self.levels - level if ends else 1
                found.append(HeadCell(column.path[level], column, level, levels, first, last - first + 1))
        return tuple(found)


def columns_of(sop: Sop) -> Columns:
    """The columns of the regulation's form."""

    def printed(key: str) -> str:
        return sop.tampilan.printed(key, COLUMN_LABELS[key])

    def group(key: str) -> Head:
        return Head(f"kepala_{key}", printed(key), ("tampilan", "label", key))

    def text(key: str, *groups: Head) -> Column:
        return Column(
            key,
            "text",
            printed(key),
            groups,
            FIELD_OF[key],
            least=_STANDARD_LEAST.get(key, 45.0),
            word_most=_WORD_MOST.get(key, 9.0),
            unbroken=_NUMBER_WITH_UNIT if key == "waktu" else 0.0,
        )

    performers, standard = group("pelaksana"), group("mutu_baku")
    return Columns(
        (
            Column("no", "number", printed("no")),
            text("kegiatan"),
            *(
                Column("pelaksana", "lane", p.nama, (performers, *common), lane=p.id)
                for p, common in zip(sop.pelaksana, _common_heads(sop), strict=True)
            ),
            *(text(key, standard) for key in ("kelengkapan", "waktu", "output")),
            text("keterangan"),
        )
    )


def _common_heads(sop: Sop) -> Iterator[tuple[Head, ...]]:
    """For each lane the head that it shares with its neighbours of one `kelompok`."""
    for kelompok, lanes in groupby(sop.pelaksana, key=lambda lane: lane.kelompok):
        members = list(lanes)
        head = Head("kelompok_pelaksana", kelompok, ("pelaksana", members[0].id, "kelompok"))
        yield from ((head,) if kelompok else () for _ in members)


def without(columns: Columns, *groups: str) -> Columns:
    """The same without the columns that stand under these heads, named by their keys."""
    roles = {f"kepala_{group}" for group in groups}
    return Columns(tuple(c for c in columns.each if not roles & {head.role for head in c.groups}))


def text_in(kegiatan: Kegiatan, column: Column) -> Isi:
    """What the column prints of this kegiatan."""
    found: Isi | str = getattr(kegiatan, column.field)
    return found if isinstance(found, Isi) else Isi(found)
