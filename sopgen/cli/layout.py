"""`sopgen layout`: specs -> the drawing as data, or its figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import Speaking
from sopgen.cli.console import Console, shown
from sopgen.cli.specs import find_specs, specs_argument
from sopgen.diagnostics import Language, Message
from sopgen.report.text import column_width

if TYPE_CHECKING:
    from sopgen.scene import Document

HELP = Message(
    """Gambar spesifikasi tanpa menulis berkas; tampilkan ukuran gambarnya.

    SPECS adalah berkas atau folder; di dalam folder dicari *.sop.yaml. Tanpa SPECS: semua di dalam specs/.

    Kode keluar: 0 beres; 1 ada spesifikasi yang ditolak; 2 baris perintah atau SPECS salah.
    """,
    """Draw specs without writing files; show the figures of the drawing.

    SPECS are files or folders; folders are searched for *.sop.yaml. Without SPECS: all in specs/.

    Exit codes: 0 fine; 1 a spec was refused; 2 the command line or SPECS is wrong.
    """,
)
JSON_HELP = Message(
    "Seluruh gambar sebagai JSON, satu baris tiap spesifikasi.", "The whole drawing as JSON, one line for each spec."
)
HEADINGS = (
    Message("spesifikasi", "spec"),
    Message("halaman", "pages"),
    Message("huruf", "font"),
    Message("silang", "crossings"),
    Message("minimal", "minimum"),
    Message("tekuk", "bends"),
    Message("panjang", "length"),
)
PROVED, UNPROVED = Message("terbukti", "proved"), Message("≥ {}", "≥ {}")


def layout_command(language: Language) -> click.Command:
    def callback(specs: tuple[Path, ...], as_json: bool) -> int:
        return draw(specs, as_json=as_json, console=Console(language))

    return Speaking(
        "layout",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            specs_argument(),
            click.Option(["--json", "as_json"], is_flag=True, help=JSON_HELP.in_language(language)),
        ],
    )


def draw(named: tuple[Path, ...], *, as_json: bool, console: Console) -> int:
    """Print what every spec's drawing is; the exit code."""
    specs = find_specs(named)
    attempts = Attempts(console)
    figures = [[heading.in_language(console.language) for heading in HEADINGS]]
    for number, spec in enumerate(specs, start=1):
        console.progress(number, len(specs), spec)
        if as_json:
            line = attempts.attempt(spec, _json_line, spec)
            if line is not None:
                console.data(line)
        else:
            document = attempts.attempt(spec, _document, spec)
            if document is not None:
                figures.append(_figures(spec, document, console.language))
    if len(figures) > 1:
        console.result(_table(figures))
    console.done()
    return attempts.exit_code


def _document(spec: Path) -> Document:
    from sopgen import pipeline

    return pipeline.build_document(spec)


def _json_line(spec: Path) -> str:
    from sopgen.render.layout_json import layout_json

    return layout_json(_document(spec), spec.as_posix()).rstrip("\n")


def _figures(spec: Path, document: Document, language: Language) -> list[str]:
    figures = document.figures
    least = PROVED if figures.proved_minimal else UNPROVED
    return [
        shown(spec),
        str(len(document.pages)),
        f"{document.font_size:g}",
        str(figures.crossings),
        least.in_language(language).format(figures.crossing_lower_bound),
        str(figures.bends),
        f"{figures.length:.0f} pt",
    ]


def _table(rows: list[list[str]]) -> str:
    widths = [max(column_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(_table_line(row, widths) for row in rows)


def _table_line(row: list[str], widths: list[int]) -> str:
    padding = [" " * (width - column_width(text)) for text, width in zip(row, widths, strict=True)]
    cells = [row[0] + padding[0], *(blank + text for text, blank in zip(row[1:], padding[1:], strict=True))]
    return "  ".join(cells)
