"""The names of lanes, with the words that a narrow head cut put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sopgen.drawn.head import Lane
from sopgen.drawn.hyphens import OFFICES

_COUNTS: Final = frozenset("ABCDEFIVX")
_LONG: Final = 5  # letters


def lane_names(lanes: Sequence[Lane], texts: Sequence[str], *, wrapped: bool) -> tuple[str, ...]:
    """`texts`: where the same names stand in full."""
    known = {word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold())}
    known |= {word for lane in lanes for line in lane.name.splitlines() for word in line.casefold().split()[:-1]}
    return tuple(_name(lane.name, known, wrapped=wrapped) for lane in lanes)


def _name(text: str, known: set[str], *, wrapped: bool) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    name = ""
    for line in lines:
        last, first = name.rpartition(" ")[2].casefold(), line.partition(" ")[0].casefold()
        cut = wrapped and name and ((last + first) in known | OFFICES or _is_rest(last, first, line, known))
        cut = cut or (wrapped and name and _is_last_letter(name, line))
        name += line if not name or cut or name.endswith(("/", "-")) else f" {line}"
    return name


def _is_last_letter(name: str, line: str) -> bool:
    """One letter below a long word: its own, unless it numbers what the word says (`Asisten I`, `Loket A`)."""
    last = name.rpartition(" ")[2]
    if len(line) != 1 or len(last) < _LONG or not last.isalpha():
        return False
    return (last.isupper() and line not in _COUNTS) or (last[1:].islower() and line.islower())


def _is_rest(last: str, first: str, line: str, known: set[str]) -> bool:
    """A line of a few small letters behind a word that no text knows."""
    return line[:1].islower() and last not in known and first not in known and first.isalpha()
