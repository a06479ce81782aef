"""`sopgen edit`: Meja SOP over a folder, in the browser, with this computer's own speed."""

from __future__ import annotations

import sys
import webbrowser
from contextlib import suppress
from pathlib import Path

import click

from sopgen.cli.bilingual_click import FOLDER, Speaking
from sopgen.cli.console import Console
from sopgen.cli.faults import EXIT_FINE, CommandLineFault
from sopgen.cli.outputs import DEFAULT_OUTPUT
from sopgen.cli.specs import DEFAULT_FOLDER
from sopgen.diagnostics import Language, Message

HELP = Message(
    """Buka Meja SOP di peramban untuk semua spesifikasi di dalam FOLDER; bawaan: specs/, atau folder kerja.

    Halaman digambar selagi Anda menulis; berkas disimpan di tempatnya. Server hanya menjawab komputer ini, dan
    alamatnya membuka satu kali. Hentikan dengan Ctrl+C.
    """,
    """Open Meja SOP in the browser for all specs in FOLDER; default: specs/, or the working folder.

    Pages are drawn while you write; files are saved in their place. The server answers this computer only, and its
    address opens once. End it with Ctrl+C.
    """,
)
NO_BROWSER = Message("Jangan buka peramban; cetak alamatnya saja.", "Open no browser; print the address only.")
OUTPUT = Message(
    'Folder keluaran untuk "Buat semua", dari folder kerja; bawaan: output.',
    'Output folder of "Build all", from the working folder; default: output.',
)
NO_FOLDER = Message("{} bukan folder", "{} is no folder")
OPEN = Message("Meja SOP untuk {}: {} (Ctrl+C untuk berhenti)", "Meja SOP for {}: {} (Ctrl+C to stop)")


def edit_command(language: Language) -> click.Command:
    def callback(folder: Path | None, output: Path | None, no_browser: bool) -> int:
        return edit(folder, output or DEFAULT_OUTPUT, Console(language), browser=not no_browser)

    return Speaking(
        "edit",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            click.Argument(
                ["folder"],
                required=False,
                metavar=f"[{FOLDER.in_language(language)}]",
                type=click.Path(path_type=Path),
            ),
            click.Option(
                ["--output", "-o"],
                metavar=FOLDER.in_language(language),
                type=click.Path(path_type=Path),
                help=OUTPUT.in_language(language),
            ),
            click.Option(["--no-browser"], is_flag=True, help=NO_BROWSER.in_language(language)),
        ],
    )


def edit(folder: Path | None, output: Path, console: Console, *, browser: bool) -> int:
    """Serve until interrupted; the exit code."""
    from sopgen.cli.serving.folder import Folder
    from sopgen.cli.serving.server import EditServer

    chosen = folder or (DEFAULT_FOLDER if DEFAULT_FOLDER.is_dir() else Path())
    if not chosen.is_dir():
        raise CommandLineFault(Message(NO_FOLDER.id.format(chosen), NO_FOLDER.en.format(chosen)))
    with EditServer(Folder(chosen), output=output) as server, suppress(KeyboardInterrupt):
        console.result(OPEN.in_language(console.language).format(chosen.as_posix(), server.address))
        sys.stdout.flush()
        if browser:
            webbrowser.open(server.address)
        server.serve_forever()
    return EXIT_FINE
