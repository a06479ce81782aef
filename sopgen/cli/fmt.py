"""`sopgen fmt`: specs in the house's layout, comments kept."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import Speaking
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_REFUSED, CommandLineFault
from sopgen.cli.specs import FORM_SUFFIX, find_specs, specs_argument
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Language, Message

HELP = Message(
    """Rapikan spesifikasi: urutan kunci, indentasi, tanda kutip; komentar tetap.

    Dengan --ids tujuan yang ditulis dengan nomor (Tidak: 4) diganti id kegiatan yang pendek (Tidak: mengonsep), supaya
    menyisipkan kegiatan tidak mengubah arah panah. Tanpa SPECS: semua di dalam specs/. Formulir tidak diubah.

    Kode keluar: 0 beres; 1 ada yang ditolak, atau dengan --check ada yang belum rapi; 2 baris perintah salah.
    """,
    """Put specs into the house's layout: order of keys, indentation, quotes; comments are kept.

    With --ids targets written as numbers (Tidak: 4) become short ids (Tidak: mengonsep), so that a step put in between
    turns no arrow. Without SPECS: all in specs/. Forms are left alone.

    Exit codes: 0 fine; 1 one is refused, or with --check one would change; 2 a wrong command line.
    """,
)
IDS_HELP = Message("Ganti nomor tujuan dengan id.", "Put ids in place of target numbers.")
CHECK_HELP = Message("Sebutkan saja yang belum rapi.", "Only name what would change.")


def fmt_command(language: Language) -> click.Command:
    def callback(specs: tuple[Path, ...], ids: bool, check: bool) -> int:
        return format_specs(specs, Console(language), ids=ids, check=check)

    return Speaking(
        "fmt",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            specs_argument(),
            click.Option(["--ids"], is_flag=True, help=IDS_HELP.in_language(language)),
            click.Option(["--check"], is_flag=True, help=CHECK_HELP.in_language(language)),
        ],
    )


_NO_FORM: Final = Message(
    "formulir tidak dirapikan; tujuannya dipilih dari daftar di selnya, bukan ditulis sebagai id",
    "a form has no layout to be made; its targets are chosen from the cells' lists and need no ids",
)


def format_specs(named: tuple[Path, ...], console: Console, *, ids: bool, check: bool) -> int:
    """Rewrite every spec that is not in the house's layout; the exit code."""
    attempts = Attempts(console)
    code = 0
    for spec in find_specs(named):
        if spec.name.lower().endswith(FORM_SUFFIX):
            if spec in named:
                raise CommandLineFault(_NO_FORM)
            continue
        told = attempts.attempt(spec, _formatted, spec, ids=ids)
        if told is None or told[0] == told[1]:
            continue
        if check:
            code = EXIT_REFUSED
            message = Message(f"{shown(spec)}: belum rapi", f"{shown(spec)}: would change")
        else:
            if attempts.attempt(spec, write_output, spec.parent, Path(spec.name), told[1]) is None:
                continue
            message = Message(f"{shown(spec)}: dirapikan", f"{shown(spec)}: formatted")
        console.result(message.in_language(console.language))
    return max(code, attempts.exit_code)


def _formatted(spec: Path, *, ids: bool) -> tuple[bytes, bytes]:
    """What stands there, and what should. Raises `Refusal` for a text that cannot be read."""
    from sopgen.editing import EditFault
    from sopgen.editing.formatting import format_text
    from sopgen.intake import file_source
    from sopgen.intake.decoding import decode
    from sopgen.intake.parsing import parse
    from sopgen.intake.rereading import refuse_unparsed

    source = file_source(spec)
    data = source.read()
    text = decode(data, source.shown)
    refuse_unparsed(parse(text, source.shown))
    mark = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
    try:
        return data, mark + format_text(text, ids=ids).encode()
    except EditFault:
        return data, data  # written in a way that only a hand can rewrite: it stays
