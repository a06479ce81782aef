"""`sopgen index`: specs -> a workbook with a row for each SOP."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import Speaking, force_option, output_option
from sopgen.cli.console import Console, shown
from sopgen.cli.equal_numbers import tell_of_equal_numbers
from sopgen.cli.filled_forms import filled_option, read_forms, tell_of_strangers
from sopgen.cli.outputs import DEFAULT_OUTPUT, check_output_folder, stem_of, without_twins
from sopgen.cli.overwriting import replace_output
from sopgen.cli.reference_date import reference_date
from sopgen.cli.specs import find_specs, specs_argument
from sopgen.diagnostics import Language, Message, Refusal
from sopgen.foreign.names import uri_of

if TYPE_CHECKING:
    from sopgen.bureau.index import IndexRow
    from sopgen.bureau.standing import Standing
    from sopgen.intake.sop import Sop

HELP = Message(
    """Buat indeks semua SOP sebagai XLSX: satu baris satu SOP.

    Isinya: nomor, judul, unit, jenis, tanggal, pelaksana, banyaknya kegiatan dan keputusan, waktu jalur utama, temuan,
    kotak tanda tangan, dan jatuh tempo monitoring (setiap 6 bulan) serta evaluasi (setiap tahun).

    Dengan --monev BERKAS (formulir sopgen monev berupa XLSX yang sudah diisi) juga hasilnya, mana yang perlu direvisi,
    dan batas waktunya.

    SPECS adalah berkas atau folder; di dalam folder dicari *.sop.yaml. Tanpa SPECS: semua di dalam specs/.

    Kode keluar: 0 beres; 1 ada spesifikasi atau isian yang ditolak; 2 baris perintah, SPECS, atau keluaran salah.
    """,
    """Make an index of all SOPs as XLSX: a row for each.

    In it: number, title, unit, kind, dates, executors, how many steps and decisions, the main path's time, findings,
    the signature box, and when monitoring (every 6 months) and evaluation (every year) are due.

    With --monev FILE (a filled form of sopgen monev, XLSX) also its results, what is to be revised, and deadlines.

    SPECS are files or folders; folders are searched for *.sop.yaml. Without SPECS: all in specs/.

    Exit codes: 0 fine; 1 a spec or a filled form was refused; 2 the command line, SPECS or the output file is wrong.
    """,
)
MONEV_HELP = Message(
    "Formulir monitoring atau evaluasi yang sudah diisi (XLSX); boleh berulang.",
    "A filled form of monitoring or evaluation (XLSX); may be repeated.",
)
OUTPUT_HELP = Message("Berkas keluaran; bawaan: output/indeks.xlsx.", "Output file; default: output/indeks.xlsx.")
DATE_HELP = Message(
    "Tanggal acuan jatuh tempo; bawaan: SOURCE_DATE_EPOCH, lalu hari ini.",
    "Reference date of what is due; default: SOURCE_DATE_EPOCH, then today.",
)


def index_command(language: Language) -> click.Command:
    def callback(
        specs: tuple[Path, ...], output: Path, asked: str | None, filled: tuple[Path, ...], force: bool
    ) -> int:
        today = reference_date(asked, os.environ)
        return write_index(specs, output, today, filled=filled, force=force, console=Console(language))

    return Speaking(
        "index",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            specs_argument(),
            output_option(language, OUTPUT_HELP, default=DEFAULT_OUTPUT / "indeks.xlsx"),
            click.Option(["--date", "asked"], metavar="YYYY-MM-DD", help=DATE_HELP.in_language(language)),
            filled_option(language, "--monev", MONEV_HELP),
            force_option(language),
        ],
    )


def write_index(
    named: tuple[Path, ...],
    output: Path,
    today: date,
    *,
    filled: tuple[Path, ...] = (),
    force: bool,
    console: Console,
) -> int:
    """Index every spec that can be read, drawn or not, with what filled forms say; the exit code."""
    check_output_folder(output.parent)
    specs = find_specs(named)
    attempts = Attempts(console)
    standings = _standings(filled, attempts)
    rows: list[IndexRow] = []
    sops: list[Sop] = []
    for number, spec in enumerate(without_twins(specs, attempts), start=1):
        console.progress(number, len(specs), spec)
        found = attempts.attempt(spec, _row, spec, output.parent, today, standings)
        if found is not None:
            row, sop, refusal = found
            rows.append(row)
            sops.append(sop)
            if refusal:
                attempts.refuse(spec, refusal.diagnostics)
    console.done()
    if not rows:
        return attempts.exit_code
    from sopgen import pipeline

    tell_of_strangers(standings, sops, console)
    tell_of_equal_numbers(sops, console)
    data = pipeline.render_index(rows, sops, today=today)
    written = replace_output(output.parent, Path(output.name), data, force=force, maker="index")
    console.result(f"{len(rows)} SOP → {shown(written)}")
    return attempts.exit_code


def _standings(filled: tuple[Path, ...], attempts: Attempts) -> dict[str, Standing]:
    if not filled:
        return {}
    from sopgen.papers.filled import standings

    return standings(read_forms(filled, attempts))


def _row(spec: Path, folder: Path, today: date, standings: dict[str, Standing]) -> tuple[IndexRow, Sop, Refusal | None]:
    """The row, the SOP, and why the spec cannot be drawn if it cannot."""
    from sopgen import pipeline

    loaded = pipeline.load(spec)
    stem = stem_of(spec)
    link = uri_of(Path(os.path.relpath(DEFAULT_OUTPUT / stem.with_name(f"{stem.name}.pdf"), folder)))
    refusal = None
    try:
        document = pipeline.lay_out(loaded)
    except Refusal as refused:
        document, refusal = None, refused
    row = pipeline.index_row(loaded, document, today=today, link=link, standings=standings)
    return row, loaded.sop, refusal
