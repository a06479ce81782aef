"""The nearest of the known words to an unknown one. difflib is imported only when there is an error to explain."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.diagnostics import Message
from sopgen.intake.fault import name

_LISTED_MAX = 14


def nearest(word: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    by_fold = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(word[:80].casefold(), by_fold, n=1, cutoff=0.7)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """Names the nearest known word, and the known words as long as they are few."""
    words = tuple(known)
    near = nearest(word, words)
    shown = ", ".join(name(each) for each in words[:_LISTED_MAX]) + (", …" if len(words) > _LISTED_MAX else "")
    if near is not None and len(words) > _LISTED_MAX:
        return Message(f"Mungkin maksudnya {name(near)}.", f"Perhaps {name(near)} is meant.")
    if near is not None:
        return Message(
            f"Mungkin maksudnya {name(near)}. Yang dikenal: {shown}.", f"Perhaps {name(near)} is meant. Known: {shown}."
        )
    return Message(f"Yang dikenal: {shown}." if words else "Hapus.", f"Known: {shown}." if words else "Delete it.")
