"""`sopgen build`: specs -> files in the output folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sopgen.cli.bilingual_click import FOLDER, Speaking, SpokenUsageError
from sopgen.cli.building.build_request import EDITIONS, KINDS, USUAL_KINDS, Kind, Wanted
from sopgen.cli.console import Console
from sopgen.cli.faults import UsageFault
from sopgen.cli.outputs import DEFAULT_OUTPUT
from sopgen.cli.specs import specs_argument
from sopgen.cli.standard_input import STANDARD_INPUT
from sopgen.diagnostics import Language, Message

if TYPE_CHECKING:
    from sopgen.cli.building.shards import Shard

HELP = Message(
    """Buat dokumen SOP dari spesifikasi.

    SPECS adalah berkas atau folder; di dalam folder dicari *.sop.yaml. Tanpa SPECS: semua di dalam specs/.
    specs/a/x.sop.yaml menjadi output/a/x.pdf dan output/a/x.xlsx. Yang tidak berubah tidak dibuat ulang. Berkas yang
    diubah tangan tidak ditimpa. Tidak ada yang dihapus. SPECS `-` membaca masukan standar dan menulis satu dokumen
    (PDF, atau --format) ke keluaran standar; dengan -o ke dalam folder itu sebagai spesifikasi.pdf.

    Tujuan yang ditulis dengan nomor (Tidak: 4) dan kini berarti kegiatan lain daripada di pembuatan terakhir ditolak,
    sampai nomornya dibetulkan, diganti id (sopgen fmt --ids), atau diterima dengan --terima.

    Kode keluar: 0 beres; 1 ada spesifikasi yang ditolak atau berkas yang diubah tangan; 2 baris perintah, SPECS, atau
    folder keluaran salah; 3 (hanya --check) ada keluaran yang belum ada, usang, atau tanpa spesifikasi.
    """,
    """Make SOP documents from specs.

    SPECS are files or folders; folders are searched for *.sop.yaml. Without SPECS: all in specs/.
    specs/a/x.sop.yaml becomes output/a/x.pdf and output/a/x.xlsx. What has not changed is not made again. A file edited
    by hand is not overwritten. Nothing is ever deleted. SPECS `-` reads standard input and writes one document (PDF, or
    --format) to standard output; with -o into that folder as spesifikasi.pdf.

    A target written as a number (Tidak: 4) that names another step than at the last build is refused until the number
    is mended, written as an id (sopgen fmt --ids) or accepted by --terima.

    Exit codes: 0 fine; 1 a spec was refused or a file was edited by hand; 2 the command line, SPECS or the output
    folder is wrong; 3 (--check only) an output is missing, stale or orphaned.
    """,
)
HELPS = {
    "output": Message(
        "Folder keluaran, dari folder kerja; bawaan: output.",
        "Output folder, from the working folder; default: output.",
    ),
    "kinds": Message(
        "Format keluaran, dipisah koma: pdf, xlsx, png, svg; bawaan: pdf,xlsx.",
        "Output formats, with commas: pdf, xlsx, png, svg; default: pdf,xlsx.",
    ),
    "edisi": Message(
        "lengkap: SOP menurut formulir; publik: bagi pemohon, tanpa mutu baku, ke x.publik.pdf, dan gambar alur "
        "pelayanan ke x.gambar.pdf (A4) dan x.gambar-a3.pdf (hanya sifat: pelayanan); bawaan: lengkap.",
        "lengkap: the SOP by the form; publik: for applicants, without mutu baku, to x.publik.pdf, and the annotated "
        "picture to x.gambar.pdf (A4) and x.gambar-a3.pdf (only sifat: pelayanan); default: lengkap.",
    ),
    "pdfa": Message(
        "Bentuk arsip PDF: 3a membawa spesifikasinya, 2a tidak, none bukan PDF/A; bawaan: 3a.",
        "Archival form of the PDF: 3a carries its spec, 2a does not, none is no PDF/A; default: 3a.",
    ),
    "konsep": Message("Cetak tulisan KONSEP melintang di setiap halaman.", "Print KONSEP (draft) across each page."),
    "force": Message(
        "Buat semuanya lagi, dan timpa juga berkas yang diubah tangan.",
        "Make everything again, and overwrite files edited by hand, too.",
    ),
    "terima": Message(
        "Nomor tujuan yang kini berarti kegiatan lain daripada di pembuatan terakhir memang dimaksudkan begitu.",
        "Target numbers that name another step than at the last build are meant so.",
    ),
    "check": Message(
        "Jangan tulis apa pun; daftarkan keluaran yang belum ada, usang, atau tanpa spesifikasi (kode keluar 3).",
        "Write nothing; list outputs that are missing, stale or orphaned (exit code 3).",
    ),
    "watch": Message("Buat lagi setiap kali ada yang berubah.", "Build again whenever something changes."),
    "jobs": Message("Banyaknya proses; bawaan: sebanyak inti prosesor.", "Processes; default: one a processor core."),
    "shard": Message(
        "Hanya bagian ke-i dari n, misalnya 2/4, untuk CI yang terbagi.",
        "Only the i-th of n parts, such as 2/4, for a CI matrix.",
    ),
    "open": Message(
        "Buka PDF-nya sesudah dibuat; bila SPECS lebih dari satu, folder keluarannya.",
        "Open the PDF when it is made; of more than one spec, the output folder.",
    ),
    "report": Message("json: laporan di stdout sebagai ganti baris biasa.", "json: a report on stdout, not lines."),
}
NO_CELLS = Message(
    "edisi publik tidak dibuat sebagai xlsx: pilih --format pdf, png, atau svg",
    "the public edition is not made as xlsx: choose --format pdf, png or svg",
)
NOTHING_TO_OPEN = Message(
    "--open tidak dapat bersama --check, --watch, atau masukan standar",
    "--open goes with neither --check nor --watch nor standard input",
)


def build_command(language: Language) -> click.Command:
    def callback(**values: Any) -> int:
        return build(Console(language), **values)

    def option(name: str, *flags: str, **settings: Any) -> click.Option:
        return click.Option([*(flags or [f"--{name}"])], help=HELPS[name].in_language(language), **settings)

    return Speaking(
        "build",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            specs_argument(),
            option(
                "output",
                "-o",
                "--output",
                type=click.Path(path_type=Path),
                metavar=FOLDER.in_language(language),
            ),
            option("kinds", "--format", "kinds", callback=_kinds, metavar="FORMAT"),
            option("edisi", type=click.Choice(EDITIONS), default=EDITIONS[0]),
            option("pdfa", type=click.Choice(["3a", "2a", "none"]), default="3a"),
            option("konsep", is_flag=True),
            option("force", is_flag=True),
            option("terima", is_flag=True),
            option("check", is_flag=True),
            option("watch", is_flag=True),
            option("jobs", callback=_jobs, metavar="N"),
            option("shard", callback=_shard, metavar="I/N"),
            option("open", "--open", "opened", is_flag=True),
            option("report", type=click.Choice(["json"])),
        ],
    )


def build(
    console: Console,
    *,
    specs: tuple[Path, ...],
    output: Path | None,
    kinds: tuple[Kind, ...],
    edisi: Any,
    pdfa: Any,
    konsep: bool,
    force: bool,
    terima: bool,
    check: bool,
    watch: bool,
    jobs: int | None,
    shard: Shard,
    opened: bool,
    report: str | None,
) -> int:
    """Build, check or watch; the exit code."""
    from sopgen.cli.building.folder_build import FolderBuild
    from sopgen.cli.building.workers import cores

    if opened and (check or watch or STANDARD_INPUT in specs):
        raise UsageFault(NOTHING_TO_OPEN)
    usual_kinds = USUAL_KINDS if edisi == EDITIONS[0] else USUAL_KINDS[:1]
    if edisi != EDITIONS[0] and "xlsx" in kinds:
        raise UsageFault(NO_CELLS)
    if STANDARD_INPUT in specs:
        from sopgen.cli.building.single_build import ALONE, build_standard_input

        if len(specs) > 1 or check or watch or report or shard.parts > 1:
            raise UsageFault(ALONE)
        usual = usual_kinds if output else USUAL_KINDS[:1]
        return build_standard_input(output, Wanted(kinds or usual, konsep, force, pdfa, edition=edisi), console)
    wanted = Wanted(kinds or usual_kinds, konsep, force, pdfa, terima, edisi)
    output = output or DEFAULT_OUTPUT
    run = FolderBuild(specs, output, wanted, console, workers=jobs or cores(), shard=shard)
    if check:
        return run.check(as_json=report == "json")
    if watch:
        from sopgen.cli.building.watching import watch as keep_building

        return keep_building(run)
    code = run.build(as_json=report == "json")
    if opened:
        from sopgen.cli.opening import open_built

        open_built(run.outcomes, output, console)
    return code


def _kinds(ctx: click.Context, _param: click.Parameter, text: str | None) -> tuple[Kind, ...]:
    """The formats of `pdf,xlsx`, each once, in the order in which they are written; none where none are named."""
    if text is None:
        return ()
    named = {name.strip().lower() for name in text.split(",")}
    if not named <= set(KINDS):
        known = ", ".join(KINDS)
        raise SpokenUsageError(
            Message(
                f"--format: nilai tidak dikenal; pilihannya: {known} (dipisah koma)",
                f"--format: unknown value; choose from: {known} (with commas)",
            ),
            ctx,
        )
    return tuple(each for each in KINDS if each in named)


def _jobs(ctx: click.Context, _param: click.Parameter, text: str | None) -> int | None:
    if text is None:
        return None
    if not text.isdecimal() or int(text) < 1:
        raise SpokenUsageError(Message("--jobs: tulis angka mulai 1", "--jobs: write a number from 1"), ctx)
    return int(text)


def _shard(ctx: click.Context, _param: click.Parameter, text: str | None) -> Shard:
    from sopgen.cli.building.shards import Shard

    if text is None:
        return Shard()
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise SpokenUsageError(
            Message("--shard: tulis seperti 2/4 (bagian ke-2 dari 4)", "--shard: write as in 2/4 (part 2 of 4)"), ctx
        )
    return Shard(int(number), int(count))
