"""`sopgen new`: a first spec, with every key explained."""

from __future__ import annotations

import os
from pathlib import Path

import click

from sopgen.cli.bilingual_click import Speaking
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE, CommandLineFault, WriteFault
from sopgen.cli.outputs import write_output
from sopgen.cli.specs import DEFAULT_FOLDER, SUFFIX
from sopgen.diagnostics import Language, Message

HELP = Message(
    """Tulis spesifikasi baru yang semua kuncinya diterangkan: NAMA menjadi specs/NAMA.sop.yaml.

    Berkas itu langsung dapat dibuat dengan sopgen build; gantilah isinya dengan SOP Anda. Berkas yang sudah ada tidak
    pernah ditimpa.

    Kode keluar: 0 beres; 2 nama salah atau berkas sudah ada.
    """,
    """Write a new spec in which every key is explained: NAME becomes specs/NAME.sop.yaml.

    The file can be built at once; put your SOP in its place. A file that exists is never overwritten.

    Exit codes: 0 fine; 2 a wrong name, or the file exists.
    """,
)
TEMPLATE = Path(__file__).with_name("new.sop.yaml")


def new_command(language: Language) -> click.Command:
    def callback(name: Path) -> int:
        return start(name, Console(language))

    return Speaking(
        "new",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            click.Argument(
                ["name"], metavar=Message("NAMA", "NAME").in_language(language), type=click.Path(path_type=Path)
            )
        ],
    )


def start(name: Path, console: Console) -> int:
    """Write the template to `name`; the exit code."""
    target = _target(name)
    if os.path.lexists(target):
        raise CommandLineFault(
            Message(
                f"{shown(target)} sudah ada dan tidak ditimpa; pilih nama lain",
                f"{shown(target)} exists and is not overwritten; choose another name",
            )
        )
    schema = Path(os.path.relpath("sop.schema.json", target.parent)).as_posix()
    text = TEMPLATE.read_text(encoding="utf-8").replace("../sop.schema.json", schema, 1)
    try:
        write_output(target.parent, Path(target.name), text.encode())
    except WriteFault as fault:
        raise CommandLineFault(fault.message) from fault
    named = shown(target)
    build = f'sopgen build "{named}"' if " " in named else f"sopgen build {named}"
    console.result(
        Message(
            f"{shown(target)} ditulis; isilah, lalu jalankan: {build}",
            f"{shown(target)} is written; fill it in, then run: {build}",
        ).in_language(console.language)
    )
    return EXIT_FINE


def _target(name: Path) -> Path:
    """A bare name goes into specs/, a path where it says."""
    plain = name.name.removesuffix(SUFFIX).removesuffix(".yaml").removesuffix(".yml")
    if not plain.strip(" .") or plain.startswith("."):
        raise CommandLineFault(
            Message(
                f"{name.as_posix()}: bukan nama berkas; tulis misalnya sopgen new surat-masuk",
                f"{name.as_posix()}: no file name; write, say, sopgen new surat-masuk",
            )
        )
    folder = name.parent if len(name.parts) > 1 else DEFAULT_FOLDER
    return folder / f"{plain}{SUFFIX}"
