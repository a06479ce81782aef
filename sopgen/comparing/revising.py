"""What a revision has to record: the entries of `riwayat` that tell the changes since the issued document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from sopgen.comparing.change import Change, Comparison
from sopgen.comparing.words import tell
from sopgen.comparing.wordwise import Piece, word_pair
from sopgen.intake.sop import Revisi

_DATES: Final = frozenset({("tanggal", "revisi"), ("tanggal", "efektif"), ("status",)})
"""What changes with every revision, or says no more than that there is one."""

_FOLLOWS: Final = "Akibat perubahan pada {}"


def changed_content(comparison: Comparison) -> tuple[Change, ...]:
    """The changes that want an entry: what the SOP says, but for the dates of the revision itself."""
    return tuple(change for change in comparison.entries if change.new not in _DATES)


def new_entries(comparison: Comparison) -> tuple[Revisi, ...]:
    """The entries of `riwayat` that the issued document has not."""
    left = list(comparison.old.riwayat)
    found = []
    for entry in comparison.new.riwayat:
        if entry in left:
            left.remove(entry)
        else:
            found.append(entry)
    return tuple(found)


def next_number(entries: Sequence[Revisi]) -> str:
    """One more than the greatest number among the entries."""
    numbers = [int(entry.revisi) for entry in entries if re.fullmatch(r"\d{1,6}", entry.revisi)]
    return str(max(numbers, default=0) + 1)


def entries_of(comparison: Comparison, number: str, day: date, reason: str = "") -> tuple[Revisi, ...]:
    """One entry for each change; a consequence names the place of its cause where no reason is given."""
    wanted = changed_content(comparison)
    return tuple(_entry(change, comparison, number, day, reason, wanted) for change in wanted)


def _entry(
    change: Change, comparison: Comparison, number: str, day: date, reason: str, wanted: Sequence[Change]
) -> Revisi:
    told = tell(change, comparison, "id")
    pair = word_pair(told.before, told.after)
    cause = comparison.changes[change.cause - 1] if change.cause is not None else None
    if not reason and cause in wanted and cause is not None:
        reason = _FOLLOWS.format(tell(cause, comparison, "id").place)
    before = told.before if change.kind == "added" else _plain(pair.before)
    after = told.after if change.kind == "removed" else _plain(pair.after)
    return Revisi(number, day, told.place, _on_one_line(before), _on_one_line(after), reason)


def _plain(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _on_one_line(text: str) -> str:
    return "; ".join(filter(None, _lines(text)))


def _lines(text: str) -> Iterator[str]:
    return (" ".join(line.split()) for line in text.split("\n"))


def merged(entries: Sequence[Revisi], wanted: Sequence[Revisi], since: Sequence[Revisi]) -> tuple[Revisi, ...]:
    """`entries` with those `wanted`: what was recorded of a place since the issued document (`since`) is told anew, its
    reason kept.
    """
    found = list(entries)
    for entry in wanted:
        there = next((each for each in since if each.bagian == entry.bagian and each in found), None)
        if there is None:
            found.append(entry)
        else:
            found[found.index(there)] = entry._replace(alasan=there.alasan or entry.alasan)
    return tuple(found)


class Recording(NamedTuple):
    """`operations` of `editing` write the revision `number` into the new spec; `wanted` are the entries of its changes,
    `entries` all that `riwayat` then has.
    """

    operations: tuple[dict[str, Any], ...]
    number: str
    wanted: tuple[Revisi, ...]
    entries: tuple[Revisi, ...]


def recording(comparison: Comparison, day: date, number: str = "", reason: str = "") -> Recording:
    """What records the changes since the issued document (`comparison.old`) as made on `day`; without any, nothing."""
    since = new_entries(comparison)
    number = number or (since[-1].revisi if since else "") or next_number(comparison.old.riwayat)
    wanted = entries_of(comparison, number, day, reason)
    there = comparison.new.riwayat
    if not wanted:
        return Recording((), number, (), there)
    entries = merged(there, wanted, since)
    operations: list[dict[str, Any]] = []
    for index, entry in enumerate(entries):
        if index >= len(there):
            operations.append({"op": "append", "path": ["riwayat"], "value": _said(entry)})
        elif entry != there[index]:
            operations.append({"op": "set", "path": ["riwayat", index], "value": _said(entry)})
    if comparison.new.tanggal.revisi != day:
        operations.append({"op": "set", "path": ["tanggal", "revisi"], "value": day.isoformat()})
    return Recording(tuple(operations), number, wanted, entries)


def _said(entry: Revisi) -> dict[str, str]:
    texts = {**entry._asdict(), "tanggal": entry.tanggal.isoformat() if entry.tanggal else ""}
    return {key: text for key, text in texts.items() if text}
