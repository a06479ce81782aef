"""Questions on a terminal: what is not answered keeps what stands in brackets."""

from __future__ import annotations

from collections.abc import Sequence

import click

from sopgen.cli.console import Console
from sopgen.diagnostics import Message
from sopgen.starters.filling import Answers, pattern_of
from sopgen.starters.steps import PATTERNS

KIND = Message("Jenis (administratif/teknis)", "Kind (administratif/teknis)")
PATTERN = Message("Pola (nomor)", "Pattern (number)")
UNIT = Message("Unit penyusun", "Unit")
ASPECT = Message("Tentang apa, misalnya kegiatan rapat", "About what, such as kegiatan rapat")
RESULT = Message("Hasilnya, misalnya laporan", "What comes of it, such as laporan")
NAMES = Message("Pelaksana, dipisah titik koma", "Executors, with semicolons")
PAID = Message("Ada pembayaran (ya/tidak)", "Is there a payment (ya/tidak)")


def ask(answers: Answers, console: Console) -> Answers:
    """The six questions of `sopgen new`."""
    technical = asked(KIND, console, "administratif").casefold().startswith("t")
    answers = answers._replace(technical=technical)
    if not technical:
        answers = answers._replace(pattern=_choose(list(PATTERNS), console))
    pattern = pattern_of(answers)
    names = asked(NAMES, console, "; ".join(lane.name for lane in pattern.lanes))
    answers = answers._replace(
        unit=asked(UNIT, console),
        aspect=asked(ASPECT, console),
        result=asked(RESULT, console),
        names=tuple(part.strip() for part in names.split(";") if part.strip()),
    )
    if any(step.paid for step in pattern.steps):
        answers = answers._replace(paid=asked(PAID, console, "tidak").casefold().startswith(("y", "j")))
    return answers


def asked(question: Message, console: Console, usual: str = "") -> str:
    text: str = click.prompt(question.in_language(console.language), default=usual, show_default=bool(usual), err=True)
    return text.strip()


def _choose(keys: Sequence[str], console: Console) -> str:
    for number, key in enumerate(keys, start=1):
        console.note(f"  {number}  {key}: {PATTERNS[key].told}")
    text = asked(PATTERN, console, "1")
    if text.isdigit() and 1 <= int(text) <= len(keys):
        return keys[int(text) - 1]
    return text if text in keys else keys[0]
