"""Comparison → text for a terminal: each change with its place, what went in [-…-] and what came in {+…+}."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sopgen.comparing.change import Change, Comparison
from sopgen.comparing.words import HENCE, SEE, SIGNS, class_name, count_words, tell
from sopgen.comparing.wordwise import Piece, word_pair
from sopgen.diagnostics import Language, Message, some

_COUNT: Final = Message("{} → {}: perubahan {}", "{} → {}: changes {}")
_NONE: Final = Message("{} → {}: tidak ada perubahan isi", "{} → {}: no change of what it says")
_ROWS: Final = (Message("semula ", "before"), Message("menjadi", "after "))
_MARKS: Final = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}


def changes_text(comparison: Comparison, old: str, new: str, language: Language, *, letak: bool = False) -> str:
    """Ends with a line feed. `old`, `new`: what the two are called."""
    shown = comparison.changes if letak else comparison.entries
    head = _COUNT if comparison.entries else _NONE
    lines = [head.in_language(language).format(old, new, count_words(comparison))]
    for number, change in enumerate(shown, start=1):
        lines += ["", *_entry(number, change, comparison, language)]
    if hidden := len(comparison.changes) - len(shown):
        lines += ["", _uncounted(hidden).in_language(language)]
    return "\n".join(lines) + "\n"


def _uncounted(hidden: int) -> Message:
    return Message(
        f"Tidak dihitung: {hidden} perpindahan letak (lihat dengan --letak)",
        f"Not counted: {some(hidden, 'change')} of place (see --letak)",
    )


def _entry(number: int, change: Change, comparison: Comparison, language: Language) -> Iterator[str]:
    told = tell(change, comparison, language)
    yield f"{number:>3} {SIGNS[change.kind]} {class_name(change.kelas)}: {told.place}"
    pair = word_pair(told.before, told.after)
    for name, pieces, skip in ((_ROWS[0], pair.before, "added"), (_ROWS[1], pair.after, "removed")):
        if change.kind != skip:
            yield f"      {name.in_language(language)}: {_marked(pieces)}"
    for each in told.hence:
        yield f"      {HENCE.in_language(language)}: {_indented(each)}"
    if change.cause is not None:
        yield f"      {SEE.in_language(language).format(change.cause)}"


def _marked(pieces: tuple[Piece, ...]) -> str:
    return _indented("".join(f"{_MARKS[piece.state][0]}{piece.text}{_MARKS[piece.state][1]}" for piece in pieces))


def _indented(text: str) -> str:
    return text.replace("\n", "\n               ")
