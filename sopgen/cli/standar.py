"""`sopgen standar`: a service SOP's service standard, its leaflet, and the maklumat pelayanan."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import FOLDER, Speaking, force_option, output_option
from sopgen.cli.console import Console, shown
from sopgen.cli.outputs import DEFAULT_OUTPUT, check_output_folder, collisions, replace_output, stem_of
from sopgen.cli.reference_date import day_given
from sopgen.cli.specs import find_specs, specs_argument
from sopgen.diagnostics import Language, Message

if TYPE_CHECKING:
    from sopgen.paperwork import PaperForm, ServiceSheet

HELP = Message(
    """Buat standar pelayanan dari SOP pelayanan, beserta maklumat pelayanannya.

    Keempat belas komponen dalam dua bagian: yang wajib diumumkan dan yang internal. Sebagian dari SOP, selebihnya dari
    kunci pelayanan: di spesifikasi atau sopgen.yaml. Biaya dan jangka waktu tidak pernah diandaikan: yang belum diisi
    dicetak kosong dan disebut. Bagian yang diumumkan saja: --lembar selebaran.

    SPECS adalah berkas atau folder; di dalam folder dicari *.sop.yaml. Tanpa SPECS: semua di dalam specs/.
    specs/a/x.sop.yaml menjadi output/a/x.standar.pdf, x.standar.docx, x.maklumat.pdf, x.maklumat.docx.

    Kode keluar: 0 beres; 1 ada spesifikasi yang ditolak (bukan SOP pelayanan, misalnya) atau berkas yang diubah
    tangan; 2 baris perintah, SPECS, atau folder keluaran salah.
    """,
    """Make the service standard of a service SOP, with its maklumat pelayanan.

    The fourteen components in two parts: what must be made known and what is internal. Some come from the SOP, the
    others from the key pelayanan: in the spec or sopgen.yaml. Fee and time are never assumed: what is not filled in is
    printed empty and named. The published part alone: --lembar selebaran.

    SPECS are files or folders; folders are searched for *.sop.yaml. Without SPECS: all in specs/.
    specs/a/x.sop.yaml becomes output/a/x.standar.pdf, x.standar.docx, x.maklumat.pdf, x.maklumat.docx.

    Exit codes: 0 fine; 1 a spec was refused (one that is no service SOP, say) or a file was edited by hand; 2 the
    command line, SPECS or the output folder is wrong.
    """,
)
OPTION_HELP = {
    "lembar": Message(
        "Yang dibuat; boleh berulang. Bawaan: standar dan maklumat.",
        "What is made; may be repeated. Default: standar and maklumat.",
    ),
    "bentuk": Message("Bentuk berkas; boleh berulang. Bawaan: pdf dan docx.", "Form; may be repeated. Default: both."),
    "output": Message("Folder keluaran; bawaan: output.", "Output folder; default: output."),
    "tanggal": Message(
        "Tanggal penetapan, YYYY-MM-DD; bawaan: Tanggal Efektif SOP.",
        "Date of setting it, YYYY-MM-DD; default: the SOP's Tanggal Efektif.",
    ),
}
FORMS: tuple[PaperForm, ...] = ("pdf", "docx")
SHEETS: tuple[ServiceSheet, ...] = ("standar", "maklumat", "selebaran")


def standar_command(language: Language) -> click.Command:
    def callback(
        specs: tuple[Path, ...],
        output: Path,
        lembar: tuple[ServiceSheet, ...],
        bentuk: tuple[PaperForm, ...],
        tanggal: str | None,
        force: bool,
    ) -> int:
        dated = day_given("--tanggal", tanggal)
        sheets, forms = lembar or SHEETS[:2], bentuk or FORMS
        return write_standards(specs, output, sheets, forms, dated, force=force, console=Console(language))

    def told(name: str) -> str:
        return OPTION_HELP[name].in_language(language)

    return Speaking(
        "standar",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            specs_argument(),
            click.Option(["--lembar"], type=click.Choice(SHEETS), multiple=True, help=told("lembar")),
            click.Option(["--bentuk"], type=click.Choice(FORMS), multiple=True, help=told("bentuk")),
            output_option(language, OPTION_HELP["output"], place=FOLDER, default=DEFAULT_OUTPUT),
            click.Option(["--tanggal"], metavar="YYYY-MM-DD", help=told("tanggal")),
            force_option(language),
        ],
    )


def write_standards(
    named: tuple[Path, ...],
    output: Path,
    sheets: tuple[ServiceSheet, ...],
    forms: tuple[PaperForm, ...],
    dated: date | None,
    *,
    force: bool,
    console: Console,
) -> int:
    """Of every spec its papers; the exit code."""
    check_output_folder(output)
    specs = find_specs(named)
    attempts = Attempts(console)
    stems = {spec: stem for spec in specs if (stem := attempts.attempt(spec, stem_of, spec)) is not None}
    rivals = collisions(stems)
    for number, (spec, stem) in enumerate(stems.items(), start=1):
        console.progress(number, len(stems), spec)
        if spec in rivals:
            attempts.refuse(spec, [rivals[spec]])
            continue
        made = attempts.attempt(spec, _rendered, spec, sheets, forms, dated)
        if made is None:
            continue
        files, lacking = made
        written = []
        for suffix, data in files.items():
            name = stem.with_name(f"{stem.name}.{suffix}")
            target = attempts.attempt(spec, replace_output, output, name, data, force=force, maker="standar")
            written += [shown(target)] if target is not None else []
        if written:
            console.result(f"{shown(spec)} → {', '.join(written)}")
            if lacking is not None:
                console.result(f"{stem.name}: {lacking.in_language(console.language)}")
    console.done()
    return attempts.exit_code


def _rendered(
    spec: Path, sheets: tuple[ServiceSheet, ...], forms: tuple[PaperForm, ...], dated: date | None
) -> tuple[dict[str, bytes], Message | None]:
    """Each file by what stands behind the spec's name, and which components nobody filled in."""
    from sopgen import paperwork, pipeline

    loaded = pipeline.load(spec)
    files = {
        f"{sheet}.{form}": paperwork.render_service(loaded, sheet, form, dated=dated)
        for sheet in sheets
        for form in forms
    }
    return files, _lacking(paperwork.empty_components(loaded))


def _lacking(names: tuple[str, ...]) -> Message | None:
    if not names:
        return None
    listed = ", ".join(names)
    return Message(
        f"komponen yang dicetak kosong: {listed}; isi kunci pelayanan",
        f"components printed empty: {listed}; fill in the key pelayanan",
    )
