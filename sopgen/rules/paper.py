"""Where the steps of an SOP stand on the paper that was examined: plain values, for whoever names places on it."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.diagnostics import Message


class PaperStep(NamedTuple):
    """`number`: the step's in the spec that was judged; `row` its row in the table, from 1; `written` its number there.

    `page` is 0 where nobody can say it.
    """

    number: int
    row: int
    written: str
    page: int


class Paper(NamedTuple):
    """`identity`, `table`: the pages on which each begins, 0 unknown. `columns`: the headings by their meaning.

    `pages` and `crossings`: how many there are, 0 and None where nobody can say.
    """

    steps: tuple[PaperStep, ...] = ()
    identity: int = 0
    table: int = 0
    columns: tuple[tuple[str, str], ...] = ()
    pages: int = 0
    crossings: int | None = None


def row_words(row: int, written: str) -> Message:
    """A step by the number that stands there, and by its place where that is another one, or none."""
    if written == str(row):
        return Message(f"langkah {row}", f"step {row}")
    if written:
        return Message(f"langkah bernomor {written} (baris ke-{row})", f"the step numbered {written} (row {row})")
    return Message(f"baris ke-{row} (tanpa nomor)", f"row {row} (without a number)")
