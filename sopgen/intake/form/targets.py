"""What stands in *ke langkah* → the step meant: the words count where rows were inserted and the number lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from sopgen.diagnostics import Message
from sopgen.intake.form.words import END_WORDS, folded

SEPARATOR: Final = "·"
LABEL_LETTERS: Final = (40, 60, 90, 140, 200)  # the first that tells a step from all others
_LABELLED: Final = re.compile(r"(\d{1,4})\s*(?:[·•.):–-]|\s)\s*(.+?)\s*(…|\.\.\.)?", re.DOTALL)
_NUMBER: Final = re.compile(
    r"(?:(?:kembali\s+)?(?:ke\s+)?(?:(?:no|nomor|langkah|kegiatan)\.?\s*)?)(\d{1,4})", re.IGNORECASE
)
_ALIKE: Final = 0.6


class Steps(NamedTuple):
    """What the rows say of their steps, in order: ids, first lines, hidden codes, the numbers in *No* (0: none)."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    codes: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


class Meant(NamedTuple):
    """`number`: the step, 0 for the end, None where it cannot be told; then the text goes on as it stands.

    `several`: the steps that it may mean, where it cannot be told for that reason. `worded`: by more than a number.
    """

    number: int | None
    remark: Message | None = None
    several: tuple[int, ...] = ()
    worded: bool = True


def label(number: int, texts: Sequence[str]) -> str:
    """`4 · Mengonsep laporan…`, by as many letters as no other step begins with, where there are so many."""
    lines = [" ".join(text.split()) for text in texts]
    line = lines[number - 1]
    others = [other.casefold() for at, other in enumerate(lines, start=1) if other and at != number]
    for letters in LABEL_LETTERS:
        if len(line) <= letters:
            return f"{number} {SEPARATOR} {line}"
        start = line[:letters].casefold()
        if not any(other.startswith(start) for other in others):
            break
    return f"{number} {SEPARATOR} {line[:letters].rstrip()}…"


def step_meant(text: str, steps: Steps) -> Meant:
    said = " ".join(text.split())
    if said in steps.ids:
        return Meant(steps.ids.index(said) + 1)
    if folded(said) in END_WORDS:
        return Meant(0)
    if found := _NUMBER.fullmatch(said):
        return _numbered(int(found[1]), steps)
    if found := _LABELLED.fullmatch(said):
        return _labelled(int(found[1]), found[2], steps, cut=bool(found[3]))
    alone = _with_words(said.rstrip("…"), steps.texts, cut=said.endswith("…"))
    return Meant(alone[0] if len(alone) == 1 else None, several=tuple(alone))


def _numbered(number: int, steps: Steps) -> Meant:
    """The step whose row says so; where no row says so, the one that is so manieth."""
    there = [at for at, own in enumerate(steps.numbers, start=1) if own == number]
    if len(there) > 1:
        return Meant(None, several=tuple(there))
    if not there or there == [number]:
        return Meant(number, worded=False)
    told = Message(
        f"Nomor {number} di kolom No kini kegiatan {there[0]}; dibaca {there[0]}.",
        f"Number {number} in the column No is step {there[0]} now; read as {there[0]}.",
    )
    return Meant(there[0], told, worded=False)


def _labelled(number: int, words: str, steps: Steps, *, cut: bool) -> Meant:
    matching = _with_words(words, steps.texts, cut=cut)
    coded = [at for at in matching if steps.codes[at - 1 : at] == (f"#{number}",)]
    if number in matching:
        twins = matching if coded and coded != [number] else []
        return Meant(number, _told_of_twins(number, twins) if twins else None)
    if len(matching) > 1 and coded:
        matching = coded
    if len(matching) == 1:
        return Meant(matching[0], _moved(number, words, matching[0]))
    there = steps.texts[number - 1] if 1 <= number <= len(steps.texts) else ""
    alike = SequenceMatcher(None, folded(words), folded(there)[: len(folded(words)) + 10]).ratio()
    unworded = number <= len(steps.texts) and not there.strip()  # its row is named for that already
    return Meant(number if not matching and (alike >= _ALIKE or unworded) else None, several=tuple(matching))


def _with_words(words: str, texts: Sequence[str], *, cut: bool) -> list[int]:
    """Steps that begin so; where nothing was cut off, those that say just this come before them."""
    wanted = folded(words)
    if not wanted:
        return []
    told = [(number, folded(text)) for number, text in enumerate(texts, start=1)]
    exact = [number for number, text in told if text == wanted]
    if exact and not cut:
        return exact
    return [number for number, text in told if text.startswith(wanted)]


def _moved(number: int, words: str, now: int) -> Message:
    shown = " ".join(words.split())[: LABEL_LETTERS[0]]
    return Message(
        f"“{number} · {shown}…” kini kegiatan {now}; dibaca {now}.",
        f"“{number} · {shown}…” is step {now} now; read as {now}.",
    )


def _told_of_twins(number: int, twins: Sequence[int]) -> Message:
    listed = ", ".join(str(each) for each in twins)
    return Message(
        f"Kegiatan {listed} berbunyi sama; dibaca {number}. Bedakan kalimatnya.",
        f"Steps {listed} say the same; read as {number}. Word them differently.",
    )
