"""`sopgen map`: specs -> the map of a bureau's SOPs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import Speaking, force_option, output_option
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import CommandLineFault
from sopgen.cli.flowchart import check_engine, engine_option, format_option
from sopgen.cli.outputs import DEFAULT_OUTPUT, check_output_folder, stem_of, without_twins
from sopgen.cli.overwriting import replace_output
from sopgen.cli.specs import find_specs, specs_argument
from sopgen.diagnostics import Language, Message
from sopgen.foreign.names import uri_of

if TYPE_CHECKING:
    from sopgen.intake import Loaded
    from sopgen.pipeline import ChartFormat

HELP = Message(
    """Gambar peta SOP: siapa menyebut siapa, menurut keterkaitan dan SOP yang disebut di keterangan.

    SPECS adalah berkas atau folder; di dalam folder dicari *.sop.yaml. Tanpa SPECS: semua di dalam specs/.
    SOP dikelompokkan menurut unit; SOP yang disebut tetapi belum ada digambar putus-putus. Di dalam SVG setiap SOP
    adalah tautan ke PDF-nya di dalam output/.

    Kode keluar: 0 beres; 1 ada spesifikasi yang ditolak atau berkas yang diubah tangan; 2 baris perintah, SPECS,
    Graphviz, atau berkas keluaran.
    """,
    """Draw the map of SOPs: which names which, by keterkaitan and the SOPs named in keterangan.

    SPECS are files or folders; folders are searched for *.sop.yaml. Without SPECS: all in specs/.
    SOPs are grouped by unit; those that are named but missing are dashed. In the SVG each SOP is a link to its PDF
    in output/.

    Exit codes: 0 fine; 1 a spec was refused or a file was edited by hand; 2 the command line, SPECS, Graphviz or the
    output file.
    """,
)
OUTPUT_HELP = Message(
    "Berkas keluaran; bawaan: output/peta.svg (atau .png, .pdf, .dot).",
    "Output file; default: output/peta.svg (or .png, .pdf, .dot).",
)


def map_command(language: Language) -> click.Command:
    def callback(
        specs: tuple[Path, ...], output: Path | None, chart_format: ChartFormat, engine: str, force: bool
    ) -> int:
        console = Console(language)
        return draw_bureau(specs, output, chart_format, installed=engine == "dot", force=force, console=console)

    return Speaking(
        "map",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            specs_argument(),
            output_option(language, OUTPUT_HELP),
            format_option(language),
            engine_option(language),
            force_option(language),
        ],
    )


def draw_bureau(
    named: tuple[Path, ...],
    output: Path | None,
    chart_format: ChartFormat,
    *,
    installed: bool,
    force: bool,
    console: Console,
) -> int:
    """Draw the map of all specs that can be read; the exit code."""
    target = output or DEFAULT_OUTPUT / f"peta.{chart_format}"
    check_output_folder(target.parent)
    check_engine(chart_format, installed=installed)
    specs = find_specs(named)
    attempts = Attempts(console)
    found: list[tuple[Path, Loaded]] = []
    for number, spec in enumerate(without_twins(specs, attempts), start=1):
        console.progress(number, len(specs), spec)
        loaded = attempts.attempt(spec, _load, spec)
        if loaded is not None:
            found.append((spec, loaded))
    console.done()
    if not found:
        return attempts.exit_code
    data = _render(found, target, chart_format, installed=installed)
    written = replace_output(target.parent, Path(target.name), data, force=force, maker="map")
    console.result(f"{len(found)} SOP → {shown(written)}")
    return attempts.exit_code


def _load(spec: Path) -> Loaded:
    from sopgen import pipeline

    return pipeline.load(spec)


def _render(found: list[tuple[Path, Loaded]], target: Path, chart_format: ChartFormat, *, installed: bool) -> bytes:
    from sopgen import pipeline
    from sopgen.render.graphviz.engine import EngineFault

    links = [_link(spec, target.parent) for spec, _ in found]
    try:
        return pipeline.render_map([loaded.sop for _, loaded in found], links, chart_format, installed_dot=installed)
    except EngineFault as fault:
        raise CommandLineFault(fault.message) from fault


def _link(spec: Path, folder: Path) -> str:
    """The way from the map's folder to a SOP's PDF, as an address."""
    stem = stem_of(spec)
    document = DEFAULT_OUTPUT / stem.with_name(f"{stem.name}.pdf")
    return uri_of(Path(os.path.relpath(document, folder)))
