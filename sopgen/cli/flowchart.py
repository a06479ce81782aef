"""`sopgen flowchart`: specs -> their flowcharts alone, as pictures or DOT."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import FOLDER, Speaking, force_option, output_option
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import CommandLineFault
from sopgen.cli.outputs import DEFAULT_OUTPUT, check_output_folder, collisions, stem_of
from sopgen.cli.overwriting import replace_output
from sopgen.cli.specs import find_specs, specs_argument
from sopgen.diagnostics import Language, Message

if TYPE_CHECKING:
    from sopgen.pipeline import ChartFormat

HELP = Message(
    """Gambar diagram alir saja, tanpa tabelnya, lewat Graphviz; misalnya untuk halaman web.

    SPECS adalah berkas atau folder; di dalam folder dicari *.sop.yaml. Tanpa SPECS: semua di dalam specs/.
    specs/a/x.sop.yaml menjadi output/a/x.alur.svg.

    svg, png, dan dot langsung dapat dibuat; pdf memerlukan Graphviz yang terpasang.

    Kode keluar: 0 beres; 1 ada spesifikasi yang ditolak atau berkas yang diubah tangan; 2 baris perintah, SPECS,
    Graphviz, atau folder keluaran.
    """,
    """Draw the flowchart alone, without its table, through Graphviz; for a web page, say.

    SPECS are files or folders; folders are searched for *.sop.yaml. Without SPECS: all in specs/.
    specs/a/x.sop.yaml becomes output/a/x.alur.svg.

    svg, png and dot work at once; pdf needs an installed Graphviz.

    Exit codes: 0 fine; 1 a spec was refused or a file was edited by hand; 2 the command line, SPECS, Graphviz or the
    output folder.
    """,
)
OUTPUT_HELP = Message(
    "Folder keluaran, dari folder kerja; bawaan: output.", "Output folder, from the working folder; default: output."
)
FORMAT_HELP = Message("Format gambar; bawaan: svg.", "Format of the picture; default: svg.")
ENGINE_HELP = Message(
    "pure: mesin yang ikut terpasang (bawaan); dot: Graphviz di komputer ini. SOPGEN_DOT mengalahkan keduanya.",
    "pure: the engine that came along (default); dot: the computer's own Graphviz. SOPGEN_DOT overrides both.",
)


def engine_option(language: Language) -> click.Option:
    return click.Option(
        ["--engine"], type=click.Choice(["pure", "dot"]), default="pure", help=ENGINE_HELP.in_language(language)
    )


def format_option(language: Language) -> click.Option:
    return click.Option(
        ["--format", "chart_format"],
        type=click.Choice(["svg", "png", "pdf", "dot"]),
        default="svg",
        help=FORMAT_HELP.in_language(language),
    )


def flowchart_command(language: Language) -> click.Command:
    def callback(specs: tuple[Path, ...], output: Path, chart_format: ChartFormat, engine: str, force: bool) -> int:
        console = Console(language)
        return draw_flowcharts(specs, output, chart_format, installed=engine == "dot", force=force, console=console)

    return Speaking(
        "flowchart",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            specs_argument(),
            output_option(language, OUTPUT_HELP, place=FOLDER, default=DEFAULT_OUTPUT),
            format_option(language),
            engine_option(language),
            force_option(language),
        ],
    )


def check_engine(chart_format: ChartFormat, *, installed: bool) -> None:
    """Say what is missing before any work is done."""
    from sopgen.render.graphviz.engine import EngineFault, find_engine

    if chart_format != "dot":
        try:
            find_engine(chart_format, installed=installed)
        except EngineFault as fault:
            raise CommandLineFault(fault.message) from fault


def draw_flowcharts(
    named: tuple[Path, ...], output: Path, chart_format: ChartFormat, *, installed: bool, force: bool, console: Console
) -> int:
    """Draw every spec's flowchart; the exit code."""
    check_output_folder(output)
    check_engine(chart_format, installed=installed)
    specs = find_specs(named)
    attempts = Attempts(console)
    stems = {spec: stem for spec in specs if (stem := attempts.attempt(spec, stem_of, spec)) is not None}
    rivals = collisions(stems)
    for number, (spec, stem) in enumerate(stems.items(), start=1):
        console.progress(number, len(stems), spec)
        if spec in rivals:
            attempts.refuse(spec, [rivals[spec]])
            continue
        data = attempts.attempt(spec, _draw, spec, chart_format, installed=installed)
        if data is None:
            continue
        name = stem.with_name(f"{stem.name}.alur.{chart_format}")
        target = attempts.attempt(spec, replace_output, output, name, data, force=force, maker="flowchart")
        if target is not None:
            console.result(f"{shown(spec)} → {shown(target)}")
    console.done()
    return attempts.exit_code


def _draw(spec: Path, chart_format: ChartFormat, *, installed: bool) -> bytes:
    from sopgen import pipeline
    from sopgen.render.graphviz.engine import EngineFault

    loaded = pipeline.load(spec)
    try:
        return pipeline.render_flowchart(loaded, pipeline.lay_out(loaded), chart_format, installed_dot=installed)
    except EngineFault as fault:
        # What ails the engine ails it for every spec.
        raise CommandLineFault(fault.message) from fault
