"""Cells that one stroke changed: exchanged, moved up or down by a row, filled alike, one word replaced everywhere.

A clerk does such a thing once, be it over thirty cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, NamedTuple

from sopgen.diagnostics import Message
from sopgen.rules.drawing.letters import letters
from sopgen.rules.drawing.wording import shortened

_SEVERAL: Final = 3  # cells: two are told by themselves
_QUOTED: Final = 3  # texts
_TOKEN: Final = re.compile(r"\w+|[^\w\s]+")


class StepCell(NamedTuple):
    """What it says and should say. `order`: its row, `due`: the step of the spec that the row is."""

    order: int
    due: int
    role: str
    here: str
    there: str

    @property
    def is_odd(self) -> bool:
        return letters(self.here) != letters(self.there)


class Stroke(NamedTuple):
    """`message`: the names of `roles`' columns, the steps' numbers → what is told."""

    cells: tuple[StepCell, ...]
    message: Callable[[tuple[str, ...], str], Message]

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(cell.role for cell in self.cells))


def strokes(cells: Sequence[StepCell]) -> list[Stroke]:
    """Of all cells in the order of rows; each that says something else in one stroke at most."""
    found: list[Stroke] = []
    for seek in (_columns_exchanged, _in_columns, _words_replaced):
        taken = {cell for stroke in found for cell in stroke.cells}
        found += seek([cell for cell in cells if cell not in taken])
    return found


def _words_replaced(cells: Sequence[StepCell]) -> Iterator[Stroke]:
    """Words that became others in several cells, and are not all that any of them says; hours are none."""
    alike: dict[tuple[str, str], list[StepCell]] = {}
    for cell in cells:
        if cell.role != "waktu" and cell.is_odd and (pair := _replaced(cell)) is not None:
            alike.setdefault(pair, []).append(cell)
    for same in alike.values():
        old, new = next(iter(_parts(same[0])))
        if len(same) > 1 and any(letters(cell.there).casefold() != letters(old).casefold() for cell in same):
            yield Stroke(tuple(same), _word_told(old, new, len(same)))


def _replaced(cell: StepCell) -> tuple[str, str] | None:
    """In small letters, what the cell should say and says instead, wherever it differs and nowhere else."""
    pairs = {(old.casefold(), new.casefold()) for old, new in _parts(cell)}
    return pairs.pop() if len(pairs) == 1 and all(all(pair) for pair in pairs) else None


def _parts(cell: StepCell) -> Iterator[tuple[str, str]]:
    due, said = _TOKEN.findall(cell.there), _TOKEN.findall(cell.here)
    for kind, *at in SequenceMatcher(None, due, said, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " ".join(due[at[0] : at[1]]), " ".join(said[at[2] : at[3]])


def _columns_exchanged(cells: Sequence[StepCell]) -> Iterator[Stroke]:
    """Two columns of a step of which each says what the other should; in several steps once."""
    odd = [cell for cell in cells if cell.is_odd]
    held: dict[tuple[str, str], list[StepCell]] = {}
    for one in odd:
        for other in odd:
            if one.due == other.due and one.role < other.role and _crosswise(one, other):
                held.setdefault((one.role, other.role), []).extend((one, other))
    for pairs in held.values():
        yield Stroke(tuple(pairs), _columns_told)


def _crosswise(one: StepCell, other: StepCell) -> bool:
    return letters(one.here) == letters(other.there) and letters(one.there) == letters(other.here)


def _in_columns(cells: Sequence[StepCell]) -> Iterator[Stroke]:
    for role in dict.fromkeys(cell.role for cell in cells):
        column = [cell for cell in cells if cell.role == role]
        for seek in (_shifted, _permuted, _filled):
            if stroke := seek(column):
                yield stroke
                column = [cell for cell in column if cell not in stroke.cells]


def _shifted(column: Sequence[StepCell]) -> Stroke | None:
    """A run of rows each of which says what the next one should, or the one before."""
    odd = [at for at, cell in enumerate(column) if cell.is_odd]
    if len(odd) < _SEVERAL:
        return None
    run = column[odd[0] : odd[-1] + 1]
    for told, pairs in (
        (_UP, [(one.here, other.there) for one, other in pairwise(run)]),
        (_DOWN, [(other.here, one.there) for one, other in pairwise(run)]),
    ):
        if all(letters(here) == letters(there) for here, there in pairs):
            return Stroke(tuple(cell for cell in run if cell.is_odd), _shift_told(told))
    return None


def _permuted(column: Sequence[StepCell]) -> Stroke | None:
    """Those that say among them what they should, at other places."""
    left, before = [cell for cell in column if cell.is_odd], 0
    while len(left) != before:
        before = len(left)
        here, there = {letters(cell.here) for cell in left}, {letters(cell.there) for cell in left}
        left = [cell for cell in left if letters(cell.here) in there and letters(cell.there) in here]
    says, should = Counter(letters(cell.here) for cell in left), Counter(letters(cell.there) for cell in left)
    return Stroke(tuple(left), _moved_told(left)) if len(left) > 1 and says == should else None


def _filled(column: Sequence[StepCell]) -> Stroke | None:
    """Those that say all the same, and should say several things."""
    odd = [cell for cell in column if cell.is_odd and cell.here.strip()]
    text, count = next(iter(Counter(letters(cell.here) for cell in odd).most_common(1)), ("", 0))
    same = [cell for cell in odd if letters(cell.here) == text]
    if count < _SEVERAL or len({letters(cell.there) for cell in same}) == 1:
        return None
    return Stroke(tuple(same), _fill_told(same))


def _word_told(old: str, new: str, count: int) -> Callable[[tuple[str, ...], str], Message]:
    def told(columns: tuple[str, ...], steps: str) -> Message:
        names = ", ".join(columns)
        return Message(
            f"“{shortened(old)}” diganti “{shortened(new)}” di {count} sel (langkah {steps}, kolom {names}), tidak "
            "seperti di spesifikasinya.",
            f"“{shortened(old)}” was replaced by “{shortened(new)}” in {count} cells (steps {steps}, columns {names}), "
            "unlike in the spec.",
        )

    return told


def _columns_told(columns: tuple[str, ...], steps: str) -> Message:
    return Message(
        f"Isi langkah {steps}, kolom {columns[0]} dan {columns[1]} tertukar, tidak seperti di spesifikasinya.",
        f"Step {steps}: columns {columns[0]} and {columns[1]} say what the other should by the spec.",
    )


def _moved_told(cells: Sequence[StepCell]) -> Callable[[tuple[str, ...], str], Message]:
    def told(columns: tuple[str, ...], steps: str) -> Message:
        if len(cells) > 2:
            return Message(
                f"Isi kolom {columns[0]} di langkah {steps} bertukar tempat, tidak seperti di spesifikasinya.",
                f"Column {columns[0]}, steps {steps}: the texts changed places, unlike in the spec.",
            )
        here = shortened(cells[0].here)
        if here and cells[1].here.strip():
            there = shortened(cells[0].there)
            return Message(
                f"Isi langkah {steps}, kolom {columns[0]} tertukar: “{here}” dan “{there}”, tidak seperti di "
                "spesifikasinya.",
                f"Steps {steps}, column {columns[0]} were exchanged: “{here}” and “{there}”, unlike in the spec.",
            )
        words = here or shortened(cells[1].here)
        return Message(
            f"“{words}” berpindah sel di antara langkah {steps}, kolom {columns[0]}, tidak seperti di spesifikasinya.",
            f"“{words}” moved between steps {steps}, column {columns[0]}, unlike in the spec.",
        )

    return told


_UP: Final = Message("naik satu baris", "stand a row higher")
_DOWN: Final = Message("turun satu baris", "stand a row lower")


def _shift_told(way: Message) -> Callable[[tuple[str, ...], str], Message]:
    return lambda columns, steps: Message(
        f"Isi kolom {columns[0]} di langkah {steps} {way.id}, tidak seperti di spesifikasinya.",
        f"The texts of column {columns[0]}, steps {steps}, {way.en} than in the spec.",
    )


def _fill_told(cells: Sequence[StepCell]) -> Callable[[tuple[str, ...], str], Message]:
    here = shortened(cells[0].here)
    due = dict.fromkeys(cell.there.strip() for cell in cells)
    quoted = [Message(*((f"“{shortened(text)}”",) * 2)) if text else Message("kosong", "empty") for text in due]
    more = Message(" dan lainnya", " and others") if len(quoted) > _QUOTED else Message("", "")
    listed = Message(*(", ".join(each) for each in zip(*quoted[:_QUOTED], strict=True)))
    return lambda columns, steps: Message(
        f"Isi langkah {steps}, kolom {columns[0]} semuanya “{here}”; di spesifikasinya {listed.id}{more.id}.",
        f"Steps {steps}, column {columns[0]}, all say “{here}”; in the spec {listed.en}{more.en}.",
    )
