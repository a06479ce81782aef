"""`sopgen extract`: a finished document -> the spec it was made from."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from sopgen.cli.bilingual_click import FILE, FOLDER, Speaking
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE, EXIT_REFUSED, CommandLineFault
from sopgen.cli.outputs import check_output_folder
from sopgen.cli.portable import IMPOSSIBLE, is_device
from sopgen.cli.specs import SUFFIX
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Language, Message
from sopgen.foreign.files import read_file, why_unread

if TYPE_CHECKING:
    from sopgen.scene import Origin

HELP = Message(
    """Keluarkan spesifikasi yang tersimpan di dalam BERKAS (XLSX atau PDF hasil sopgen build).

    Isinya dicetak byte demi byte, lain tidak: sopgen extract x.xlsx > x.sop.yaml

    Kode keluar: 0 beres; 1 tidak ada spesifikasi di dalamnya, atau berkas lain sudah ada; 2 baris perintah atau
    BERKAS salah.
    """,
    """Bring out the spec kept in FILE (an XLSX or PDF made by sopgen build).

    It is printed byte for byte, and nothing else: sopgen extract x.xlsx > x.sop.yaml

    Exit codes: 0 fine; 1 there is no spec in it, or another file is in the way; 2 the command line or FILE is wrong.
    """,
)
ALL_HELP = Message(
    "Tulis spesifikasi dan sopgen.yaml-nya ke FOLDER.", "Write the spec and its sopgen.yaml into FOLDER."
)
DEFAULTS_NAME = "sopgen.yaml"


_ENDINGS = (SUFFIX, ".yaml", ".yml")
_LONGEST = 180  # bytes: file systems hold 255


def extract_command(language: Language) -> click.Command:
    def callback(file: Path, folder: Path | None) -> int:
        return extract(file, folder, console=Console(language))

    return Speaking(
        "extract",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            click.Argument(["file"], metavar=FILE.in_language(language), type=click.Path(path_type=Path)),
            click.Option(
                ["--all", "folder"],
                type=click.Path(path_type=Path),
                metavar=FOLDER.in_language(language),
                help=ALL_HELP.in_language(language),
            ),
        ],
    )


def extract(file: Path, folder: Path | None, *, console: Console) -> int:
    """Print the spec's bytes, or write it and its defaults into `folder`; the exit code."""
    from sopgen import pipeline
    from sopgen.render.enclosed import NothingEnclosed

    data = _read(file)
    try:
        origin = pipeline.enclosed(data)
    except NothingEnclosed as found:
        name = shown(file)
        console.fault(Message(f"{name}: {found.message.id}", f"{name}: {found.message.en}"))
        return EXIT_REFUSED
    if pipeline.seal_state(data) == "edited":
        name = shown(file)
        console.fault(
            Message(
                f"{name} disunting atau ditandatangani sesudah dibuat; yang diambil spesifikasi, bukan yang tercetak",
                f"{name} was edited or signed after it was made; what is taken out is its spec, not what is printed",
            )
        )
    if folder is None:
        if sys.stdout.isatty():
            console.result(origin.spec.decode("utf-8", "backslashreplace").removesuffix("\n"))
        else:
            click.echo(origin.spec, nl=False)
        return EXIT_FINE
    return _write_all(origin, folder, console)


def _read(file: Path) -> bytes:
    try:
        return read_file(file)
    except OSError as error:
        name, why = shown(file), why_unread(error)
        told = Message(f"berkas {name} tidak dapat dibaca: {why.id}", f"{name} cannot be read: {why.en}")
        raise CommandLineFault(told) from error


def _write_all(origin: Origin, folder: Path, console: Console) -> int:
    """All files or none: a file of other contents is never overwritten."""
    check_output_folder(folder)
    files = {_plain_name(origin.name): origin.spec}
    if origin.defaults is not None:
        files[DEFAULTS_NAME] = origin.defaults
    in_the_way = [folder / name for name, data in files.items() if _differs(folder / name, data)]
    for path in in_the_way:
        console.fault(
            Message(
                f"{shown(path)} sudah ada dan isinya lain, jadi tidak ada yang ditulis; pilih folder lain",
                f"{shown(path)} exists with other contents, so nothing is written; choose another folder",
            )
        )
    if in_the_way:
        return EXIT_REFUSED
    for name, data in files.items():
        console.result(shown(write_output(folder, Path(name), data)))
    return EXIT_FINE


def _plain_name(name: str) -> str:
    """A name for a spec, from what a file says of itself: in this folder, seen, and possible on every system."""
    plain = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(c for c in plain if c.isprintable() and c not in IMPOSSIBLE).strip(" .")
    stem = next((plain[: -len(end)] for end in _ENDINGS if plain.lower().endswith(end)), plain)
    end = plain[len(stem) :] or SUFFIX
    while len(stem.encode()) > _LONGEST:
        stem = stem[:-1]
    stem = stem.rstrip(" .")
    if not stem or plain.casefold() == DEFAULTS_NAME:
        return f"spesifikasi{SUFFIX}"
    if is_device(stem):
        stem = f"spesifikasi-{stem}"
    return stem + end


def _differs(path: Path, data: bytes) -> bool:
    try:
        return read_file(path, len(data)) != data
    except FileNotFoundError:
        return False
    except OSError:
        return True
