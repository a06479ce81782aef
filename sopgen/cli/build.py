"""`sopgen build`: specs -> files in the output folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_COMMAND_LINE, WriteFault
from sopgen.cli.findings_line import findings_line
from sopgen.cli.outputs import DEFAULT_OUTPUT, check_output_folder, collisions, target_stem, write_output
from sopgen.cli.speaking import Speaking
from sopgen.cli.specs import find_specs, specs_argument
from sopgen.diagnostics import Language, Message

if TYPE_CHECKING:
    from sopgen.pipeline import Format
    from sopgen.spec import Loaded

HELP = Message(
    """Buat dokumen SOP dari spesifikasi.

    SPECS adalah berkas atau folder; di dalam folder dicari *.sop.yaml. Tanpa SPECS: semua di dalam specs/.
    specs/a/x.sop.yaml menjadi output/a/x.pdf.

    Kode keluar: 0 beres; 1 ada spesifikasi yang ditolak; 2 baris perintah, SPECS, atau folder keluaran salah.
    """,
    """Make SOP documents from specs.

    SPECS are files or folders; folders are searched for *.sop.yaml. Without SPECS: all in specs/.
    specs/a/x.sop.yaml becomes output/a/x.pdf.

    Exit codes: 0 fine; 1 a spec was refused; 2 the command line, SPECS or the output folder is wrong.
    """,
)
OUTPUT_HELP = Message(
    "Folder keluaran, dari folder kerja; bawaan: output.", "Output folder, from the working folder; default: output."
)
FORMAT_HELP = Message("Format keluaran; bawaan: pdf.", "Output format; default: pdf.")
DRAFT_HELP = Message("Cetak tulisan KONSEP melintang di setiap halaman.", "Print KONSEP (draft) across each page.")


def build_command(language: Language) -> click.Command:
    def callback(specs: tuple[Path, ...], output: Path, output_format: Format, konsep: bool) -> int:
        return build(specs, output, output_format, draft=konsep, console=Console(language))

    return Speaking(
        "build",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            specs_argument(),
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path),
                default=DEFAULT_OUTPUT,
                metavar="FOLDER",
                help=OUTPUT_HELP.in_language(language),
            ),
            click.Option(
                ["--format", "output_format"],
                type=click.Choice(["pdf"]),
                default="pdf",
                help=FORMAT_HELP.in_language(language),
            ),
            click.Option(["--konsep"], is_flag=True, help=DRAFT_HELP.in_language(language)),
        ],
    )


def build(named: tuple[Path, ...], output: Path, output_format: Format, *, draft: bool, console: Console) -> int:
    """Build every spec that can be built; the exit code."""
    check_output_folder(output)
    specs = find_specs(named)
    attempts = Attempts(console)
    stems = {spec: stem for spec in specs if (stem := attempts.attempt(spec, _stem, spec)) is not None}
    rivals = collisions(stems)
    wrote_all = True
    for number, (spec, stem) in enumerate(stems.items(), start=1):
        console.progress(number, len(stems), spec)
        if spec in rivals:
            attempts.refuse(spec, [rivals[spec]])
            continue
        drawn = attempts.attempt(spec, _draw, spec, output_format, draft=draft)
        if drawn is None:
            continue
        data, pages, loaded = drawn
        try:
            target = write_output(output, stem.with_name(f"{stem.name}.{output_format}"), data)
        except WriteFault as fault:
            console.fault(fault.message)
            wrote_all = False
        else:
            console.result(_built(spec, target, pages).in_language(console.language))
            if findings := attempts.attempt(spec, findings_line, stem.name, loaded):
                console.result(findings.in_language(console.language))
    console.done()
    return attempts.exit_code if wrote_all else EXIT_COMMAND_LINE


def _stem(spec: Path) -> Path:
    from sopgen.spec import find_project

    _, project_root = find_project(spec)
    return target_stem(spec, project_root)


def _draw(spec: Path, output_format: Format, *, draft: bool) -> tuple[bytes, int, Loaded]:
    from sopgen import pipeline

    loaded = pipeline.load(spec)
    document = pipeline.lay_out(loaded, draft=draft)
    return pipeline.render_document(document, output_format), len(document.pages), loaded


def _built(spec: Path, target: Path, pages: int) -> Message:
    line = f"{shown(spec)} → {shown(target)}"
    return Message(f"{line} ({pages} halaman)", f"{line} ({pages} {'page' if pages == 1 else 'pages'})")
