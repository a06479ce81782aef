"""What the user sees: results on stdout, faults on stderr, progress only on a terminal.

All printing goes through here, and all of it but `data` through `report/harmless`.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TextIO

import click

from sopgen.cli.colour import coloured, wanted
from sopgen.diagnostics import Diagnostic, Language, Message
from sopgen.report.harmless import on_one_line, spelled_out
from sopgen.report.text import column_width, diagnostic_text

BAR_FROM = 5  # pieces of work
BAR_LENGTH = 20  # columns


def speak_utf8() -> None:
    """Write UTF-8 and bare line feeds whatever the console's code page, so that output is the same everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def shown(path: Path) -> str:
    """A path as it is shown: forward slashes, nothing a terminal would obey."""
    return on_one_line(path.as_posix())


class Console:
    def __init__(self, language: Language) -> None:
        self.language = language
        self._live = sys.stderr is not None and sys.stderr.isatty()
        self._coloured = wanted()
        self._progress_columns = 0
        self._told: set[Diagnostic] = set()

    def result(self, text: str) -> None:
        self._clear_progress()
        click.echo(spelled_out(text))

    def data(self, text: str) -> None:
        """A result for a machine, in a form that has its own way of quoting: byte for byte."""
        self._clear_progress()
        click.echo(text)

    def findings(self, text: str) -> None:
        """A result in lines about faults and findings, in colour on a terminal."""
        self._clear_progress()
        click.echo(self._in_colour(spelled_out(text), sys.stdout))

    def note(self, text: str) -> None:
        """What is worth knowing beside the results, which may be meant for a machine."""
        self._clear_progress()
        click.echo(spelled_out(text), err=True)

    def diagnostic(self, diagnostic: Diagnostic, spec: Path) -> None:
        """What is wrong at one place is said once in a run, though it refuses every spec below one sopgen.yaml."""
        if diagnostic.span is not None:
            if diagnostic in self._told:
                return
            self._told.add(diagnostic)
        self._clear_progress()
        told = diagnostic_text(diagnostic, self.language, shown(spec))
        click.echo(self._in_colour(told, sys.stderr), err=True)

    def fault(self, message: Message) -> None:
        self._clear_progress()
        click.echo(f"sopgen: {spelled_out(message.in_language(self.language))}", err=True)

    def progress(self, number: int, total: int, spec: Path) -> None:
        """Name the spec in hand; the line is taken back before anything else is printed."""
        if not self._live:
            return
        self._clear_progress()
        line = f"{_bar(number, total)}[{number}/{total}] {shown(spec)} …"
        click.echo(line, err=True, nl=False)
        self._progress_columns = column_width(line)

    def done(self) -> None:
        """The run is over; the next one may say the same again."""
        self._clear_progress()
        self._told.clear()

    def _in_colour(self, text: str, stream: TextIO | None) -> str:
        """Click would take the colour out again where no terminal reads. A closed stream is none."""
        return coloured(text) if self._coloured and stream is not None and stream.isatty() else text

    def _clear_progress(self) -> None:
        # Blanks instead of an escape sequence: old Windows consoles print the sequence.
        if self._progress_columns:
            click.echo("\r" + " " * self._progress_columns + "\r", err=True, nl=False)
            self._progress_columns = 0


def _bar(number: int, total: int) -> str:
    """How far the work has come; none where a single glance sees it."""
    if total < BAR_FROM:
        return ""
    done = BAR_LENGTH * (number - 1) // total
    return "▕" + "█" * done + " " * (BAR_LENGTH - done) + "▏"
