"""`sopgen rules`: every code there is, by family."""

from __future__ import annotations

import click

from sopgen.cli.bilingual_click import Speaking
from sopgen.cli.console import Console
from sopgen.cli.faults import EXIT_FINE
from sopgen.diagnostics import Language, Message

HELP = Message(
    """Daftar semua aturan menurut keluarganya: kode, bobot, di mana diperiksa, judul.

    Penjelasan sebuah aturan: sopgen explain KODE.
    """,
    """List all rules by family: code, weight, where it is looked for, title.

    A rule explained: sopgen explain CODE.
    """,
)


def rules_command(language: Language) -> click.Command:
    def callback() -> int:
        from sopgen.rules.page import rules_table

        Console(language).result(rules_table(language).rstrip("\n"))
        return EXIT_FINE

    return Speaking("rules", language=language, callback=callback, help=HELP.in_language(language), params=[])
