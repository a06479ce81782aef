"""`sopgen import`: SOPs drawn by hand -> specs, with a list of what is doubtful in each."""

# ruff: noqa: N999 - the command's own name

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from sopgen.cli.bilingual_click import FOLDER, Speaking
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE, EXIT_REFUSED, CommandLineFault
from sopgen.cli.outputs import check_output_folder, write_output
from sopgen.cli.specs import DEFAULT_FOLDER, SUFFIX
from sopgen.diagnostics import Language, Message
from sopgen.foreign.files import read_file, why_unread
from sopgen.foreign.names import utf8

HELP = Message(
    """Baca SOP lama yang digambar dengan tangan (XLSX, PDF berteks, Word) dan tulis spesifikasinya.

    LAMA.pdf menjadi specs/LAMA.sop.yaml; beberapa SOP dalam satu berkas menjadi LAMA-2, LAMA-3 dan seterusnya. Di
    awal setiap spesifikasi, di bawah "# perlu dilihat:", tertulis apa yang meragukan dan di mana. Berkas yang sudah
    ada tidak pernah ditimpa. Berkas Word, Office lama dan OpenDocument dibaca lewat LibreOffice.

    Kode keluar: 0 beres; 1 ada berkas yang tidak terbaca atau yang sudah ada; 2 baris perintah salah.
    """,
    """Read old SOPs that were drawn by hand (XLSX, PDFs with text, Word) and write their specs.

    OLD.pdf becomes specs/OLD.sop.yaml; several SOPs in one file become OLD-2, OLD-3 and so on. At the head of
    each spec, below "# perlu dilihat:", stands what is doubtful and where. A file that exists is never overwritten.
    Word, old Office and OpenDocument files are read by way of LibreOffice.

    Exit codes: 0 fine; 1 a file was not read, or exists already; 2 the command line.
    """,
)
OUTPUT_HELP = Message("Folder spesifikasi (bawaan: specs).", "The folder for specs (default: specs).")


def import_command(language: Language) -> click.Command:
    def callback(files: tuple[Path, ...], folder: Path) -> int:
        return bring_in(files, folder, console=Console(language))

    return Speaking(
        "import",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            click.Argument(
                ["files"],
                nargs=-1,
                required=True,
                metavar=Message("BERKAS…", "FILE…").in_language(language),
                type=click.Path(path_type=Path),
            ),
            click.Option(
                ["-o", "--output", "folder"],
                type=click.Path(path_type=Path),
                default=DEFAULT_FOLDER,
                metavar=FOLDER.in_language(language),
                help=OUTPUT_HELP.in_language(language),
            ),
        ],
    )


def bring_in(files: Sequence[Path], folder: Path, *, console: Console) -> int:
    """Read each file and write its specs; the exit code."""
    check_output_folder(folder)
    missing = ", ".join(shown(path) for path in files if not os.path.lexists(path))
    if missing:
        raise CommandLineFault(Message(f"tidak ada berkas {missing}", f"no such file: {missing}"))
    refused = [file for file in files if not _bring_one_in(file, folder, console)]
    return EXIT_REFUSED if refused else EXIT_FINE


def _bring_one_in(file: Path, folder: Path, console: Console) -> bool:
    """Whether all SOPs of one file were written."""
    from sopgen import pipeline
    from sopgen.drawn.files import NotRead

    try:
        found = pipeline.import_drawn(read_file(file))
    except (NotRead, OSError) as error:
        name, told = shown(file), error.message if isinstance(error, NotRead) else why_unread(error)
        console.fault(Message(f"{name}: {told.id}", f"{name}: {told.en}"))
        return False
    specs = {_name(file, at): each for at, each in enumerate(found)}
    there = [folder / name for name in specs if os.path.lexists(folder / name)]
    for path in there:
        console.fault(
            Message(
                f"{shown(path)} sudah ada dan tidak ditimpa; pilih folder lain dengan -o",
                f"{shown(path)} exists and is not overwritten; choose another folder with -o",
            )
        )
    if there:
        return False
    for name, each in specs.items():
        target = write_output(folder, Path(name), utf8(each.spec(file.name)))
        count, steps = len(each.doubts), len(each.steps)
        told = Message(
            f"{steps} kegiatan, {count} hal perlu dilihat" if count else f"{steps} kegiatan",
            f"{steps} steps, {count} to look at" if count else f"{steps} steps",
        )
        console.result(f"{shown(target)} ({told.in_language(console.language)})")
    return True


def _name(file: Path, at: int) -> str:
    return f"{file.stem}{f'-{at + 1}' if at else ''}{SUFFIX}"
