"""`--open`: what was built, shown in the program that the computer opens such files with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from sopgen.cli.building.build_report import Outcome
from sopgen.cli.console import Console, shown
from sopgen.diagnostics import Message

_UNOPENED = Message(
    "{}: tidak dapat dibuka dari sini; bukalah sendiri", "{}: cannot be opened from here; open it yourself"
)


def open_built(outcomes: Sequence[Outcome], output: Path, console: Console) -> None:
    """The documents of one SOP; of several, the folder. What was refused is not opened, nor what stands there of it."""
    sound = [outcome for outcome in outcomes if outcome.status in {"built", "unchanged", "edited"}]
    for path in _documents(sound[0]) if len(outcomes) == 1 and sound else (output,) if sound else ():
        if click.launch(str(path)) != 0:
            console.note(_UNOPENED.in_language(console.language).format(shown(path)))


def _documents(outcome: Outcome) -> tuple[Path, ...]:
    """Its PDFs; where none was asked for, whatever was made."""
    pdfs = tuple(path for path in outcome.files if path.suffix == ".pdf")
    return pdfs or outcome.files
