"""Two texts → the words that went and came between those that stayed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

State = Literal["same", "removed", "added"]

CUT: Final = "…"
_MOST_SAME: Final = 9  # words in a row that are told whole
_BESIDE: Final = 2  # words kept beside a change, where more are cut
_TOKEN: Final = re.compile(r"\s+|[^\s]+")


class Piece(NamedTuple):
    text: str
    state: State = "same"


class Pair(NamedTuple):
    """What stood and what stands; in each only its own pieces."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def word_pair(before: str, after: str) -> Pair:
    """Word by word; long stretches that stayed are cut, where anything stayed at all."""
    ours, theirs = _TOKEN.findall(before), _TOKEN.findall(after)
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    if not any(kind == "equal" and any(not each.isspace() for each in ours[i:j]) for kind, i, j, _, _ in codes):
        return Pair(_piece(before, "removed"), _piece(after, "added"))
    old: list[Piece] = []
    new: list[Piece] = []
    for place, (kind, i, j, k, end) in enumerate(codes):
        if kind == "equal":
            told = _shortened(ours[i:j], first=place == 0, last=place == len(codes) - 1)
            old.append(Piece(told))
            new.append(Piece(told))
        else:
            old += _piece("".join(ours[i:j]), "removed")
            new += _piece("".join(theirs[k:end]), "added")
    return Pair(_joined(old), _joined(new))


def _piece(text: str, state: State) -> tuple[Piece, ...]:
    return (Piece(text, state),) if text else ()


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Blanks between two changed words belong to the change."""
    found: list[Piece] = []
    for place, piece in enumerate(pieces):
        state = piece.state
        if piece.text.isspace() and 0 < place < len(pieces) - 1:
            neighbours = pieces[place - 1].state, pieces[place + 1].state
            state = neighbours[0] if neighbours[0] == neighbours[1] else state
        if found and found[-1].state == state:
            found[-1] = Piece(found[-1].text + piece.text, state)
        else:
            found.append(Piece(piece.text, state))
    return tuple(found)


def _shortened(tokens: list[str], *, first: bool, last: bool) -> str:
    words = [place for place, token in enumerate(tokens) if not token.isspace()]
    if len(words) <= _MOST_SAME:
        return "".join(tokens)
    head = "" if first else "".join(tokens[: words[_BESIDE - 1] + 1]) + " "
    tail = "" if last else " " + "".join(tokens[words[-_BESIDE] :])
    return f"{head}{CUT}{tail}"
