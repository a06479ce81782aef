"""What stands in *ke langkah* → the step meant: the words count where rows were inserted and the number lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from sopgen.diagnostics import Message
from sopgen.intake.form.words import END, folded

SEPARATOR: Final = "·"
LABEL_LETTERS: Final = 40
_LABELLED: Final = re.compile(r"(\d{1,4})\s*(?:[·•.):–-]|\s)\s*(.+?)\s*(?:…|\.\.\.)?", re.DOTALL)
_NUMBER: Final = re.compile(
    r"(?:(?:kembali\s+)?(?:ke\s+)?(?:(?:no|nomor|langkah|kegiatan)\.?\s*)?)(\d{1,4})", re.IGNORECASE
)
_ENDS: Final = frozenset({END, "akhir", "end", "berakhir", "tamat"})
_ALIKE: Final = 0.6


class Steps(NamedTuple):
    """What the rows say of their steps: ids and first lines, in order."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]


class Meant(NamedTuple):
    """`number`: the step, 0 for the end, None where it cannot be told; then `text` goes on as it stands."""

    number: int | None
    remark: Message | None = None


def label(number: int, text: str) -> str:
    """`4 · Mengonsep laporan…`."""
    line = " ".join(text.split())
    return f"{number} {SEPARATOR} {line[:LABEL_LETTERS].rstrip()}{'…' if len(line) > LABEL_LETTERS else ''}"


def step_meant(text: str, steps: Steps) -> Meant:
    said = " ".join(text.split())
    if said in steps.ids:
        return Meant(steps.ids.index(said) + 1)
    if folded(said) in _ENDS:
        return Meant(0)
    if found := _NUMBER.fullmatch(said):
        return Meant(int(found[1]))
    if found := _LABELLED.fullmatch(said):
        return _labelled(int(found[1]), found[2], steps)
    alone = _with_words(said.rstrip("…"), steps.texts)
    return Meant(alone[0] if len(alone) == 1 else None)


def _labelled(number: int, words: str, steps: Steps) -> Meant:
    matching = _with_words(words, steps.texts)
    if number in matching:
        return Meant(number)
    if len(matching) == 1:
        return Meant(matching[0], _moved(number, words, matching[0]))
    there = steps.texts[number - 1] if 1 <= number <= len(steps.texts) else ""
    alike = SequenceMatcher(None, folded(words), folded(there)[: len(folded(words)) + 10]).ratio()
    unworded = number <= len(steps.texts) and not there.strip()  # its row is named for that already
    return Meant(number if not matching and (alike >= _ALIKE or unworded) else None)


def _with_words(words: str, texts: Sequence[str]) -> list[int]:
    wanted = folded(words)
    return [number for number, text in enumerate(texts, start=1) if wanted and folded(text).startswith(wanted)]


def _moved(number: int, words: str, now: int) -> Message:
    shown = " ".join(words.split())[:LABEL_LETTERS]
    return Message(
        f"“{number} · {shown}…” kini kegiatan {now}; dibaca {now}.",
        f"“{number} · {shown}…” is step {now} now; read as {now}.",
    )
