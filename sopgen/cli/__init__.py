"""The command line: arguments -> exit code. One file a command; heavy imports stand inside the commands."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from sopgen.cli.attempts import told_of_system, traced_fault
from sopgen.cli.bilingual_click import Speaking, SpeakingGroup, usage_fault
from sopgen.cli.console import Console, speak_utf8
from sopgen.cli.faults import (
    EXIT_COMMAND_LINE,
    EXIT_FINE,
    EXIT_INTERRUPTED,
    EXIT_REFUSED,
    CommandLineFault,
    EditedFault,
    UsageFault,
    WriteFault,
)
from sopgen.cli.language import spoken_language
from sopgen.diagnostics import Language, Message

HELP = Message(
    "Dari spesifikasi SOP (YAML) ke dokumen resmi SOP AP menurut Permenpan-RB 35/2012.",
    "From SOP specs (YAML) to official Indonesian SOP AP documents (Permenpan-RB 35/2012).",
)
COMMANDS = (
    "build",
    "gather",
    "check",
    "explain",
    "rules",
    "diff",
    "revise",
    "compile",
    "flowchart",
    "index",
    "layout",
    "map",
    "monev",
    "standar",
    "new",
    "init",
    "form",
    "edit",
    "fmt",
    "import",
    "extract",
    "schema",
)
VERSION_HELP = Message(
    "Tampilkan versi dan lingkungannya, untuk laporan kesalahan.", "Show versions, as a bug report needs them."
)
SEE_HELP = Message("Bantuan: {} --help", "Help: {} --help")
GARBAGE_THRESHOLD = 200_000  # objects
INTERRUPTED = Message("dihentikan", "interrupted")


def main() -> NoReturn:
    """The console script."""
    # A build makes objects by the hundred thousand and drops few in cycles: to look for these so often is a tenth of
    # its time.
    gc.set_threshold(GARBAGE_THRESHOLD)
    speak_utf8()
    code = run()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, AttributeError):  # the reader went away; a windowed Python has no streams
        sys.exit(code)
    # Taking the libraries' objects apart one by one is an eighth of a build's time; the system does it at once.
    os._exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (the process's own without `arguments`); the exit code."""
    try:
        language = spoken_language(sys.argv[1:] if arguments is None else arguments, os.environ)
    except CommandLineFault as fault:
        Console("id").fault(fault.message)
        return EXIT_COMMAND_LINE
    try:
        # Left to click, the process's own arguments have their wildcards expanded on Windows.
        own = None if arguments is None else list(arguments)
        return command_tree(language).main(own, prog_name="sopgen", standalone_mode=False) or EXIT_FINE
    except (click.Abort, KeyboardInterrupt):
        Console(language).fault(INTERRUPTED)
        return EXIT_INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a user never sees a traceback
        return _failed(error, Console(language), _called(sys.argv[1:] if arguments is None else arguments))


def _called(arguments: Sequence[str]) -> str:
    """The command that was meant, without its arguments: click does not know it of all that it complains of."""
    return " ".join(("sopgen", *[word for word in arguments if word in COMMANDS][:1]))


def _failed(error: Exception, console: Console, called: str) -> int:
    """Say why the whole command, called as `sopgen build`, failed; the exit code."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            console.result(error.format_message())
        case click.UsageError() | UsageFault():
            console.fault(error.message if isinstance(error, UsageFault) else usage_fault(error))
            click.echo(SEE_HELP.in_language(console.language).format(called), err=True)
        case CommandLineFault() | WriteFault():
            console.fault(error.message)
        case EditedFault():
            console.fault(error.message)
            return EXIT_REFUSED
        case OSError():
            console.fault(told_of_system(error))
        case _:
            console.fault(traced_fault(error).message)
            return EXIT_REFUSED
    return EXIT_COMMAND_LINE


def command_tree(language: Language) -> SpeakingGroup:
    """All commands, speaking one language."""
    return SpeakingGroup(
        "sopgen",
        language=language,
        help=HELP.in_language(language),
        names=COMMANDS,
        params=[
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_version,
                help=VERSION_HELP.in_language(language),
            )
        ],
    )


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and isinstance(ctx.command, Speaking):
        from sopgen.cli.version import version_text

        click.echo(version_text(ctx.command.language))
        ctx.exit()
