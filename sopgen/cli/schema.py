"""`sopgen schema`: the JSON Schema of a spec, for editors."""

from __future__ import annotations

import click

from sopgen.cli.bilingual_click import Speaking
from sopgen.cli.console import Console
from sopgen.cli.faults import EXIT_FINE
from sopgen.diagnostics import Language, Message

HELP = Message(
    "Cetak JSON Schema spesifikasi, untuk pelengkapan di editor.", "Print the spec's JSON Schema, for editors."
)


def schema_command(language: Language) -> click.Command:
    def callback() -> int:
        from sopgen.intake import schema_text

        Console(language).data(schema_text().rstrip("\n"))
        return EXIT_FINE

    return Speaking("schema", language=language, callback=callback, help=HELP.in_language(language), params=[])
