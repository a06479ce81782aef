"""`sopgen build`: specs -> files in the output folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_COMMAND_LINE, EXIT_REFUSED, EditedFault, WriteFault
from sopgen.cli.findings_line import findings_line
from sopgen.cli.outputs import (
    DEFAULT_OUTPUT,
    check_output_folder,
    collisions,
    refuse_edited,
    target_stem,
    write_output,
)
from sopgen.cli.speaking import Speaking, SpokenUsageError
from sopgen.cli.specs import find_specs, specs_argument
from sopgen.diagnostics import Language, Message

if TYPE_CHECKING:
    from sopgen.pipeline import Format
    from sopgen.render.pdf import Archival
    from sopgen.spec import Loaded

HELP = Message(
    """Buat dokumen SOP dari spesifikasi.

    SPECS adalah berkas atau folder; di dalam folder dicari *.sop.yaml. Tanpa SPECS: semua di dalam specs/.
    specs/a/x.sop.yaml menjadi output/a/x.pdf dan output/a/x.xlsx. Berkas yang diubah tangan tidak ditimpa.

    Kode keluar: 0 beres; 1 ada spesifikasi yang ditolak atau berkas yang diubah tangan; 2 baris perintah, SPECS, atau
    folder keluaran salah.
    """,
    """Make SOP documents from specs.

    SPECS are files or folders; folders are searched for *.sop.yaml. Without SPECS: all in specs/.
    specs/a/x.sop.yaml becomes output/a/x.pdf and output/a/x.xlsx. A file edited by hand is not overwritten.

    Exit codes: 0 fine; 1 a spec was refused or a file was edited by hand; 2 the command line, SPECS or the output
    folder is wrong.
    """,
)
OUTPUT_HELP = Message(
    "Folder keluaran, dari folder kerja; bawaan: output.", "Output folder, from the working folder; default: output."
)
FORMATS: tuple[Format, ...] = ("pdf", "xlsx")
FORMAT_HELP = Message(
    "Format keluaran, dipisah koma; bawaan: pdf,xlsx.", "Output formats, with commas; default: pdf,xlsx."
)
PDFA_HELP = Message(
    "Bentuk arsip PDF: 3a membawa spesifikasinya, 2a tidak, none bukan PDF/A; bawaan: 3a.",
    "Archival form of the PDF: 3a carries its spec, 2a does not, none is no PDF/A; default: 3a.",
)
FORCE_HELP = Message("Timpa juga berkas yang diubah tangan.", "Overwrite files edited by hand, too.")
DRAFT_HELP = Message("Cetak tulisan KONSEP melintang di setiap halaman.", "Print KONSEP (draft) across each page.")


def build_command(language: Language) -> click.Command:
    def callback(
        specs: tuple[Path, ...],
        output: Path,
        formats: tuple[Format, ...],
        pdfa: Archival,
        konsep: bool,
        force: bool,
    ) -> int:
        return build(specs, output, Wanted(formats, konsep, force, pdfa), console=Console(language))

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
                ["--format", "formats"],
                default=",".join(FORMATS),
                callback=_formats,
                metavar="FORMAT",
                help=FORMAT_HELP.in_language(language),
            ),
            click.Option(
                ["--pdfa"],
                type=click.Choice(["3a", "2a", "none"]),
                default="3a",
                help=PDFA_HELP.in_language(language),
            ),
            click.Option(["--konsep"], is_flag=True, help=DRAFT_HELP.in_language(language)),
            click.Option(["--force"], is_flag=True, help=FORCE_HELP.in_language(language)),
        ],
    )


class Wanted(NamedTuple):
    """What to make of each spec."""

    formats: tuple[Format, ...]
    draft: bool = False
    force: bool = False
    archival: Archival = "3a"


class _Outcome(NamedTuple):
    """Of one spec: the files written, and how the others fared."""

    targets: list[Path]
    edited: bool
    failed: bool


def _formats(ctx: click.Context, _param: click.Parameter, text: str) -> tuple[Format, ...]:
    """The formats of `pdf,xlsx`, each once, in the order in which they are written."""
    named = {name.strip().lower() for name in text.split(",")}
    if not named <= set(FORMATS):
        known = ", ".join(FORMATS)
        raise SpokenUsageError(
            Message(
                f"--format: nilai tidak dikenal; pilihannya: {known} (dipisah koma)",
                f"--format: unknown value; choose from: {known} (with commas)",
            ),
            ctx,
        )
    return tuple(each for each in FORMATS if each in named)


def build(named: tuple[Path, ...], output: Path, wanted: Wanted, *, console: Console) -> int:
    """Build every spec that can be built; the exit code."""
    check_output_folder(output)
    specs = find_specs(named)
    attempts = Attempts(console)
    stems = {spec: stem for spec in specs if (stem := attempts.attempt(spec, _stem, spec)) is not None}
    rivals = collisions(stems)
    outcomes: list[_Outcome] = []
    for number, (spec, stem) in enumerate(stems.items(), start=1):
        console.progress(number, len(stems), spec)
        if spec in rivals:
            attempts.refuse(spec, [rivals[spec]])
            continue
        drawn = attempts.attempt(spec, _draw, spec, wanted)
        if drawn is None:
            continue
        files, pages, loaded = drawn
        outcome = _write(output, stem, files, wanted, console)
        if outcome.targets:
            console.result(_built(spec, outcome.targets, pages).in_language(console.language))
            if findings := attempts.attempt(spec, findings_line, stem.name, loaded):
                console.result(findings.in_language(console.language))
        outcomes.append(outcome)
    console.done()
    if any(outcome.failed for outcome in outcomes):
        return EXIT_COMMAND_LINE
    return EXIT_REFUSED if any(outcome.edited for outcome in outcomes) else attempts.exit_code


def _write(output: Path, stem: Path, files: Mapping[Format, bytes], wanted: Wanted, console: Console) -> _Outcome:
    targets, edited, failed = [], False, False
    for output_format, data in files.items():
        relative = stem.with_name(f"{stem.name}.{output_format}")
        try:
            if not wanted.force:
                refuse_edited(output / relative)
            targets.append(write_output(output, relative, data))
        except EditedFault as fault:
            console.fault(fault.message)
            edited = True
        except WriteFault as fault:
            console.fault(fault.message)
            failed = True
    return _Outcome(targets, edited, failed)


def _stem(spec: Path) -> Path:
    from sopgen.spec import find_project

    _, project_root = find_project(spec)
    return target_stem(spec, project_root)


def _draw(spec: Path, wanted: Wanted) -> tuple[dict[Format, bytes], int, Loaded]:
    from sopgen import pipeline

    loaded = pipeline.load(spec)
    document = pipeline.lay_out(loaded, draft=wanted.draft)
    files = {each: pipeline.render_document(document, each, archival=wanted.archival) for each in wanted.formats}
    return files, len(document.pages), loaded


def _built(spec: Path, targets: list[Path], pages: int) -> Message:
    line = f"{shown(spec)} → {', '.join(shown(target) for target in targets)}"
    return Message(f"{line} ({pages} halaman)", f"{line} ({pages} {'page' if pages == 1 else 'pages'})")
