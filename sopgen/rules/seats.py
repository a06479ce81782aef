"""Places on the paper examined, in words: what lies in one row together, rows that name the same columns too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sopgen.diagnostics import Message, Seat, some
from sopgen.rules.ranges import ranges

_NUMBERED: Final = re.compile(r"langkah (\d+)")
_COLUMNS_NAMED: Final = 4


def seats_words(seats: Sequence[Seat]) -> Message:
    """At least one place: "hal. 2, langkah 3, 5, kolom Waktu; hal. 3, langkah 9, kolom Kabid"."""
    rows: dict[tuple[int, Message], list[Message]] = {}
    for page, row, column in seats:
        columns = rows.setdefault((page, row), [])
        if column and column not in columns:
            columns.append(column)
    alike: dict[tuple[int, tuple[Message, ...]], list[Message]] = {}
    for (page, row), columns in rows.items():
        alike.setdefault((page, tuple(columns)), []).append(row)
    told = []
    before = 0
    for (page, named), downs in alike.items():
        told.append(_together(page if page != before else 0, downs, named))
        before = page
    return Message(*("; ".join(words) for words in zip(*told, strict=True)))


def _together(page: int, rows: Sequence[Message], columns: Sequence[Message]) -> Message:
    parts = [Message(f"hal. {page}", f"p. {page}")] if page else []
    parts.append(_listed(rows))
    if columns:
        named = [Message(*(", ".join(words) for words in zip(*columns[:_COLUMNS_NAMED], strict=True)))]
        if (more := len(columns) - _COLUMNS_NAMED) > 0:
            named.append(Message(f"dan {more} kolom lagi", f"and {some(more, 'more column')}"))
        listed = Message(*(" ".join(words) for words in zip(*named, strict=True)))
        parts.append(Message(f"kolom {listed.id}", f"column {listed.en}"))
    return Message(*(", ".join(words) for words in zip(*parts, strict=True)))


def _listed(rows: Sequence[Message]) -> Message:
    """Steps by their numbers together, what else there is behind them."""
    numbers = [int(found[1]) for row in rows if (found := _NUMBERED.fullmatch(row.id))]
    others = [row for row in rows if not _NUMBERED.fullmatch(row.id)]
    steps = [Message(f"langkah {ranges(numbers)}", f"step {ranges(numbers)}")] if numbers else []
    return Message(*(", ".join(words) for words in zip(*steps, *others, strict=True)))
