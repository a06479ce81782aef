"""`sopgen init`: a bureau's folder, by questions or flags. What stands there already stays."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, Final

import click

from sopgen.cli.bilingual_click import FOLDER, Speaking
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE, CommandLineFault
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Language, Message

HELP = Message(
    """Siapkan folder biro: sopgen.yaml, specs/, skema dan setelan editor, .gitignore; dengan --ci juga berkas CI.

    Yang ditanyakan di terminal (atau lewat pilihan) ditulis ke sopgen.yaml: instansi, unit, dan pejabat yang
    mengesahkan. Yang tidak dijawab ditulis ‹seperti ini›. Berkas yang sudah ada tidak diubah.

    Kode keluar: 0 beres; 2 folder atau pilihan salah.
    """,
    """Set up a bureau's folder: sopgen.yaml, specs/, schema and editor settings, .gitignore; by --ci the CI file, too.

    What is asked on a terminal (or said by options) goes into sopgen.yaml: agency, unit and the official who approves.
    What is not answered is written ‹like this›. A file that exists is left as it is.

    Exit codes: 0 fine; 2 a wrong folder or option.
    """,
)
QUESTIONS: Final = {
    "instansi": Message("Nama instansi", "Name of the agency"),
    "unit": Message("Nama unit", "Name of the unit"),
    "jabatan": Message("Jabatan yang mengesahkan", "Office of who approves"),
    "nama": Message("Nama pejabat beserta gelar", "Name of the official"),
    "pangkat": Message("Pangkat atau golongan (boleh kosong)", "Rank (may be empty)"),
    "nip": Message("NIP (boleh kosong)", "NIP (may be empty)"),
}
CI_HELP = Message("Tulis juga berkas CI.", "Write the CI file, too.")
WORKFLOW = Path(__file__).with_name("ci") / "sopgen.yml"
BUREAU_HEAD = (
    "# Isian yang sama untuk semua SOP di folder ini. Ganti semua yang bertanda ‹…›: sopgen build dan sopgen check\n"
    "# menyebutnya pada setiap SOP sampai diganti. Baris yang diawali # adalah catatan.\n"
)
BUREAU_WORDS = (
    "\n# Istilah dan nama instansi yang ejaannya memang begitu (aturan EJA-01 melewatinya): hapus tanda # di depan\n"
    "# kedua baris di bawah ini, lalu tulis satu istilah satu baris.\n"
    "# kata:\n"
    "#   - SIREBO\n"
)
IGNORED = (
    "# Berkas sementara Office dan sistem\n~$*\n.~lock.*\nThumbs.db\n.DS_Store\n.sopgen-*.tmp\noutput/.sopgen.lock\n"
)
EXTENSIONS = {"recommendations": ["redhat.vscode-yaml"]}
SETTINGS = {
    "yaml.schemas": {"./sop.schema.json": ["*.sop.yaml"]},
    "files.encoding": "utf8",
    "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
}


def init_command(language: Language) -> click.Command:
    def callback(folder: Path, ci: str | None, **given: str | None) -> int:
        return set_up(folder, given, Console(language), ci=ci is not None)

    options = [
        click.Option([f"--{key}"], metavar="TEKS", help=told.in_language(language)) for key, told in QUESTIONS.items()
    ]
    return Speaking(
        "init",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            click.Argument(
                ["folder"],
                required=False,
                default=Path(),
                metavar=f"[{FOLDER.in_language(language)}]",
                type=click.Path(path_type=Path),
            ),
            *options,
            click.Option(["--ci"], type=click.Choice(["github"]), help=CI_HELP.in_language(language)),
        ],
    )


def set_up(folder: Path, given: dict[str, str | None], console: Console, *, ci: bool) -> int:
    """Write what is not there yet; the exit code."""
    if folder.exists() and not folder.is_dir():
        raise CommandLineFault(
            Message(f"{shown(folder)} bukan folder", f"{shown(folder)} is no folder"),
        )
    for name, make in _files(given, console, ci=ci).items():
        target = folder / name
        if os.path.lexists(target):
            told = Message(f"{shown(target)} sudah ada, dibiarkan", f"{shown(target)} exists and is left")
        else:
            write_output(target.parent, Path(target.name), make().encode())
            told = Message(f"{shown(target)} ditulis", f"{shown(target)} is written")
        console.result(told.in_language(console.language))
    (folder / "specs").mkdir(parents=True, exist_ok=True)
    told = Message("berikutnya: sopgen new NAMA, atau sopgen form NAMA", "next: sopgen new NAME, or sopgen form NAME")
    console.result(told.in_language(console.language))
    return EXIT_FINE


def _files(given: dict[str, str | None], console: Console, *, ci: bool) -> dict[str, Any]:
    """What makes each file; questions are asked only where there is no sopgen.yaml yet."""
    from sopgen.intake import schema_text

    files: dict[str, Any] = {
        "sopgen.yaml": lambda: _bureau_text(given, console),
        "specs/.gitkeep": lambda: "",
        "sop.schema.json": schema_text,
        ".vscode/settings.json": lambda: json.dumps(SETTINGS, indent=2) + "\n",
        ".vscode/extensions.json": lambda: json.dumps(EXTENSIONS, indent=2) + "\n",
        ".gitignore": lambda: IGNORED,
    }
    if ci:
        files[".github/workflows/sopgen.yml"] = lambda: WORKFLOW.read_text(encoding="utf-8")
    return files


def _bureau_text(given: dict[str, str | None], console: Console) -> str:
    from sopgen.editing.house import house_text

    answers = {key: value or "" for key, value in given.items()}
    if sys.stdin is not None and sys.stdin.isatty() and not any(answers.values()):
        from sopgen.cli.questions import asked

        answers = {key: asked(told, console) for key, told in QUESTIONS.items()}
    official = {"jabatan": answers["jabatan"] or "‹jabatan pejabat›", "nama": answers["nama"] or "‹nama pejabat›"}
    if answers["pangkat"]:
        official["pangkat"] = answers["pangkat"]
    data: dict[str, Any] = {
        "instansi": answers["instansi"] or "‹nama instansi›",
        "unit": answers["unit"] or "‹nama unit›",
        "pengesahan": official | ({"nomor_induk": {"NIP": answers["nip"]}} if answers["nip"] else {}),
        "tampilan": {"kertas": "A4", "huruf": "Arial"},
    }
    return f"{BUREAU_HEAD}{house_text(data)}{BUREAU_WORDS}"
