"""`sopgen monev`: the forms of monitoring and evaluation, minutes of an evaluation, due reviews; forms read back."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.assessing_forms import Wishes, write_forms
from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import FOLDER, Speaking, force_option, output_option
from sopgen.cli.console import Console
from sopgen.cli.faults import UsageFault
from sopgen.cli.filled_forms import filled_option, read_forms, tell_summary
from sopgen.cli.outputs import DEFAULT_OUTPUT
from sopgen.cli.reference_date import day_given, reference_date
from sopgen.cli.specs import specs_argument
from sopgen.diagnostics import Language, Message

if TYPE_CHECKING:
    from sopgen.papers.assessed import Half
    from sopgen.paperwork import PaperForm

HELP = Message(
    """Buat formulir monitoring dan evaluasi, serta berita acara, dari semua SOP.

    Isinya menurut nomor SOP: formulir monitoring (tiap semester), tujuh pertanyaan evaluasi (sedikitnya setahun
    sekali), dan dengan --lembar berita-acara berita acara evaluasi sebelum SOP disahkan. SOP konsep dan SOP yang
    dicabut tidak ikut; namanya disebut. Penilai, evaluator, koordinator, dan tempat ditulis di kunci monev: di dalam
    sopgen.yaml; yang kosong dicetak sebagai garis isian.

    XLSX berisi daftar pilihan; yang sudah diisi dibaca kembali dengan --baca, atau ditunjukkan oleh sopgen index
    --monev. SPECS adalah berkas atau folder; tanpa SPECS: semua di dalam specs/.

    Kode keluar: 0 beres; 1 ada spesifikasi atau isian yang ditolak, atau berkas keluaran diubah tangan; 2 baris
    perintah, SPECS, atau folder keluaran salah.
    """,
    """Make the forms of monitoring and evaluation, and minutes, of all SOPs.

    In the order of their numbers: the monitoring form (each half year), the seven questions of evaluation (once a
    year at least), and with --lembar berita-acara the minutes of an evaluation before SOPs are signed. Drafts and
    withdrawn SOPs are left out and named. Assessor, evaluator, coordinator and place stand under the key monev: in
    sopgen.yaml; a line to write on takes the place of what is empty.

    The XLSX has lists to choose from; filled ones are read back with --baca, or shown by sopgen index --monev. SPECS
    are files or folders; without SPECS: all in specs/.

    Exit codes: 0 fine; 1 a spec or a filled form was refused, or an output file was edited by hand; 2 the command
    line, SPECS or the output folder is wrong.
    """,
)
OPTION_HELP = {
    "lembar": Message(
        "Yang dibuat; boleh berulang. Bawaan: monitoring dan evaluasi. kalender: tinjauan berikutnya, tinjauan.ics.",
        "What is made; may be repeated. Default: monitoring and evaluasi. kalender: due reviews, tinjauan.ics.",
    ),
    "baca": Message(
        "Baca formulir yang sudah diisi (XLSX) dan ringkas: mana yang perlu direvisi, dan batas waktunya. Boleh "
        "berulang. Dengan --lembar kalender: tinjauan dihitung sejak penilaian itu; dengan --lembar berita-acara "
        "--usulkan: yang perlu direvisi diusulkan “Perlu perbaikan”.",
        "Read a filled form (XLSX) and sum it up: what is to be revised, and until when. May be repeated. With "
        "--lembar kalender: reviews are counted from that assessment; with --lembar berita-acara --usulkan: what is "
        "to be revised is proposed so.",
    ),
    "bentuk": Message(
        "Bentuk berkas; boleh berulang. Bawaan: semua.", "The files' form; may be repeated. Default: all."
    ),
    "output": Message("Folder keluaran; bawaan: output/monev.", "Output folder; default: output/monev."),
    "masa": Message(
        "Semester yang dinilai, misalnya 2026-1; bawaan: garis isian.",
        "The half year assessed, such as 2026-1; default: a line to write on.",
    ),
    "satu": Message("Evaluasi: satu SOP selembar, tegak.", "Evaluation: one SOP a sheet, upright."),
    "nomor": Message("Nomor berita acara.", "The minutes' number."),
    "tanggal": Message("Tanggal berita acara, misalnya 13-3-2026.", "The minutes' date, such as 2026-03-13."),
    "batas": Message("Batas waktu perbaikan, misalnya 27-3-2026.", "Deadline of what is to be mended."),
    "usulkan": Message(
        "Berita acara: usulkan hasil menurut temuan sopgen check; bawaan: dikosongkan, diputuskan orang.",
        "Minutes: propose results from the findings of sopgen check; default: empty, for people to decide.",
    ),
    "date": Message(
        "Tanggal acuan temuan; bawaan: --tanggal, SOURCE_DATE_EPOCH, lalu hari ini.",
        "Reference date of findings; default: --tanggal, SOURCE_DATE_EPOCH, then today.",
    ),
}
DAY = Message("TANGGAL", "DATE")
SHEETS = ("monitoring", "evaluasi", "berita-acara", "kalender")
FORMS: tuple[PaperForm, ...] = ("pdf", "docx", "xlsx")
_HALF = re.compile(r"(\d{4})-([12])")


def monev_command(language: Language) -> click.Command:
    def callback(
        specs: tuple[Path, ...],
        output: Path,
        lembar: tuple[str, ...],
        bentuk: tuple[PaperForm, ...],
        masa: str | None,
        nomor: str,
        tanggal: str | None,
        batas: str | None,
        asked: str | None,
        satu: bool,
        usulkan: bool,
        filled: tuple[Path, ...],
        force: bool,
    ) -> int:
        day = day_given("--tanggal", tanggal)
        wishes = Wishes(
            lembar or SHEETS[:2],
            bentuk or FORMS,
            _half(masa),
            satu,
            " ".join(nomor.split()),
            day,
            day_given("--batas", batas),
            _reference(asked, day) if usulkan else None,
        )
        console = Console(language)
        if not filled:
            return write_forms(specs, output, wishes, {}, force=force, console=console)
        _refuse_forms_to_fill(lembar, specs, proposed=usulkan)
        return read_back(filled, specs, output, wishes if lembar else None, force=force, console=console)

    def told(name: str) -> str:
        return OPTION_HELP[name].in_language(language)

    def day(*names: str, told: Message) -> click.Option:
        return click.Option(list(names), metavar=DAY.in_language(language), help=told.in_language(language))

    return Speaking(
        "monev",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            specs_argument(),
            click.Option(["--lembar"], type=click.Choice(SHEETS), multiple=True, help=told("lembar")),
            click.Option(["--bentuk"], type=click.Choice(FORMS), multiple=True, help=told("bentuk")),
            output_option(language, OPTION_HELP["output"], place=FOLDER, default=DEFAULT_OUTPUT / "monev"),
            filled_option(language, "--baca", OPTION_HELP["baca"]),
            click.Option(["--masa"], metavar="2026-1", help=told("masa")),
            click.Option(["--satu"], is_flag=True, help=told("satu")),
            click.Option(["--nomor"], metavar="NOMOR", default="", help=told("nomor")),
            day("--tanggal", told=OPTION_HELP["tanggal"]),
            day("--batas", told=OPTION_HELP["batas"]),
            click.Option(["--usulkan"], is_flag=True, help=told("usulkan")),
            day("--date", "asked", told=OPTION_HELP["date"]),
            force_option(language),
        ],
    )


def _reference(asked: str | None, day: date | None) -> date:
    """Of findings: what was asked for, else the minutes' own day, else what `reference_date` says."""
    return day if asked is None and day is not None else reference_date(asked, os.environ)


def _refuse_forms_to_fill(sheets: tuple[str, ...], specs: tuple[Path, ...], *, proposed: bool) -> None:
    """Forms that were filled say nothing to those that are to be."""
    if set(sheets) - {"kalender", "berita-acara"} or (specs and not sheets):
        raise UsageFault(
            Message(
                "--baca hanya meringkas; SPECS dan --lembar dipakai bersamanya hanya dengan --lembar kalender atau "
                "berita-acara",
                "--baca sums up only; SPECS and --lembar go with it for --lembar kalender or berita-acara alone",
            )
        )
    if "berita-acara" in sheets and not proposed:
        raise UsageFault(
            Message(
                "--baca dengan --lembar berita-acara mengusulkan hasil; tambahkan --usulkan",
                "--baca with --lembar berita-acara proposes results; add --usulkan",
            )
        )


def read_back(
    filled: tuple[Path, ...],
    specs: tuple[Path, ...],
    output: Path,
    wishes: Wishes | None,
    *,
    force: bool,
    console: Console,
) -> int:
    """Sum filled forms up, and with `wishes` make the calendar from them; the exit code."""
    from sopgen.papers.filled import standings

    attempts = Attempts(console)
    assessments = read_forms(filled, attempts)
    if assessments:
        tell_summary(assessments, console)
    if wishes is None or attempts.exit_code:
        return attempts.exit_code
    return write_forms(specs, output, wishes, standings(assessments), force=force, console=console)


def _half(text: str | None) -> Half | None:
    if text is None:
        return None
    from sopgen.papers.assessed import Half

    found = _HALF.fullmatch(text)
    if found is None:
        raise UsageFault(
            Message(
                f"--masa {text}: bukan semester; tulis tahun dan 1 atau 2, misalnya 2026-1",
                f"--masa {text}: no half year; write the year and 1 or 2, such as 2026-1",
            )
        )
    return Half(int(found[1]), second=found[2] == "2")
