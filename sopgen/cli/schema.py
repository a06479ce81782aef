"""`sopgen schema`: the JSON Schema of a spec, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from sopgen.cli.bilingual_click import Speaking, force_option, output_option
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE
from sopgen.cli.overwriting import refuse_unrecognised
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Language, Message

HELP = Message(
    "Cetak JSON Schema spesifikasi, untuk pelengkapan di editor; dengan -o ke berkas.",
    "Print the spec's JSON Schema, for editors; by -o into a file.",
)
OUTPUT_HELP = Message("Berkas yang ditulis, dalam UTF-8.", "The file to write, in UTF-8.")


def schema_command(language: Language) -> click.Command:
    def callback(output: Path | None, *, force: bool) -> int:
        from sopgen.intake import schema_text

        if output is not None:
            if not force:
                refuse_unrecognised(output, "schema")
            write_output(output.parent, Path(output.name), schema_text().encode())
            Console(language).result(shown(output))
            return EXIT_FINE
        Console(language).data(schema_text().rstrip("\n"))
        return EXIT_FINE

    return Speaking(
        "schema",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[output_option(language, OUTPUT_HELP), force_option(language)],
    )
