"""`sopgen check`: specs -> findings, for people and machines."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sopgen.cli.as_built import parted
from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import CODE, FILE, FOLDER, Speaking, force_option
from sopgen.cli.check_reports import ReportForm, ReportTarget, free, placed, say_sum, write_report
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE, EXIT_REFUSED, CommandLineFault, UsageFault
from sopgen.cli.other_files import why_not_read
from sopgen.cli.outputs import twins
from sopgen.cli.portable import note_unportable
from sopgen.cli.reference_date import reference_date
from sopgen.cli.specs import Held, find_held, is_held, specs_argument, told_few
from sopgen.cli.standard_input import STANDARD_INPUT
from sopgen.diagnostics import Language, Message, files_told
from sopgen.foreign.names import is_web_address

if TYPE_CHECKING:
    from sopgen.cli.examining import Examined
    from sopgen.cli.marked_copies import MarkedCopies
    from sopgen.report.review import LeftOut, Review
    from sopgen.report.reviewing import Terms
    from sopgen.rules.presets import Preset

HELP = Message(
    """Periksa spesifikasi, buku kerja, atau PDF terhadap aturan SOP AP; dokumen tidak ditulis.

    SPECS adalah berkas atau folder; di dalam folder dicari *.sop.yaml, formulir, XLSX, dan PDF. Dokumen yang persis
    seperti yang dihasilkan spesifikasi yang diperiksa tidak diperiksa lagi; laporan menyebutnya.
    Tanpa SPECS: semua spesifikasi di dalam specs/. SPECS `-` membaca masukan standar. XLSX dan PDF hasil sopgen
    dinilai menurut spesifikasi di dalamnya; apa yang tidak dapat diperiksa disebut beserta sebabnya.

    Temuan yang diterima ditulis di kunci `abaikan` spesifikasinya, dengan alasan. Temuan lama dicatat sekali dengan
    --baseline BERKAS --update-baseline; catatan itu hanya boleh berkurang.

    Kode keluar: 0 beres; 1 ada temuan wajib (dengan --strict: ada temuan), yang tidak terbaca atau tidak dapat
    dinilai, atau berkas keluaran yang diubah tangan; 2 baris perintah, SPECS, atau berkas keluaran salah.
    """,
    """Check specs, workbooks or PDFs against the rules for SOP AP; no document is written.

    SPECS are files or folders; folders are searched for *.sop.yaml, forms, XLSX and PDF. Documents that are just what
    a spec that is examined gives are not examined again; the report names them.
    Without SPECS: all specs in specs/. SPECS `-` reads standard input. XLSX and PDF made by sopgen are judged by the
    spec inside them; what cannot be examined is told with its reason.

    Findings that are accepted stand under a spec's key `abaikan`, with their reason. Old findings are recorded once
    with --baseline FILE --update-baseline; that record may only shrink.

    Exit codes: 0 fine; 1 a mandatory finding (with --strict: any finding), something unreadable or that cannot be
    judged, or an output file that was edited by hand; 2 the command line, SPECS or an output file is wrong.
    """,
)
MADE = Message(
    "persis seperti yang dihasilkan spesifikasi yang diperiksa; sebut berkasnya untuk memeriksanya",
    "just what a spec that is examined gives; name the file to have it examined",
)
FOREIGN = Message(
    "harus dibuka LibreOffice dulu; sebut berkasnya untuk memeriksanya",
    "LibreOffice must open it first; name the file to have it examined",
)
PAPERS = Message(
    "bukan SOP melainkan lembar lain buatan sopgen; sebut berkasnya untuk memeriksanya",
    "no SOP but another paper that sopgen made; name the file to have it examined",
)
LEFT_OUT = Message("tidak diperiksa: {0} ({1}): {2}", "not examined: {0} ({1}): {2}")
DEFAULT_MARK_FOLDER = Path("temuan")
OPTION_HELP = {
    "format": Message(
        "Bentuk laporan; bawaan: text. html: lembar pemeriksaan siap cetak. Boleh berulang; BENTUK=BERKAS menulis ke "
        "berkas.",
        "The report's form; default: text. html: a compliance sheet to print. May be repeated; FORM=FILE writes to a "
        "file.",
    ),
    "output": Message(
        "Tulis laporan ke berkas ini, bukan ke layar.", "Write the report to this file, not to the screen."
    ),
    "fix": Message(
        "Perbaiki yang mekanis dan aman di dalam spesifikasi, lalu periksa; perubahannya ditunjukkan.",
        "Mend what is mechanical and safe in the specs, then check; the changes are shown.",
    ),
    "dry_run": Message(
        "Dengan --fix: tunjukkan saja perubahannya; tidak ada yang ditulis.",
        "With --fix: show the changes alone; nothing is written.",
    ),
    "statistics": Message("Ringkas per aturan, tanpa rincian (text).", "Sum up by rule, without details (text)."),
    "accepted": Message(
        "Sertakan temuan yang diterima, ditandai demikian (sarif).", "Include accepted findings, marked so (sarif)."
    ),
    "preset": Message(
        "Bobot aturan: baku atau ketat, mendahului `preset` di sopgen.yaml; `aturan` di sana tetap berlaku.",
        "Weights of rules: baku or ketat, before `preset` in sopgen.yaml; `aturan` there still counts.",
    ),
    "mark": Message(
        "Tulis juga salinan PDF yang bertanda di tempat setiap temuan.",
        "Also write a copy of the PDF with a mark at each finding's place.",
    ),
    "mark_folder": Message("Folder salinan bertanda; bawaan: temuan.", "Folder for marked copies; default: temuan."),
    "select": Message("Hanya aturan atau keluarga aturan ini, misalnya KEG,MB-01.", "Only these rules or families."),
    "ignore": Message("Tanpa aturan atau keluarga aturan ini.", "Without these rules or families."),
    "baseline": Message("Jangan laporkan temuan lama yang tercatat di sini.", "Leave out findings recorded here."),
    "update_baseline": Message(
        "Buat catatan itu, atau hapus yang sudah diperbaiki.", "Make that record, or drop from it what was mended."
    ),
    "rules_url": Message(
        "Alamat mutlak folder halaman aturan (docs/rules), untuk helpUri (sarif).",
        "Absolute address of the rules' pages (docs/rules), for helpUri (sarif).",
    ),
    "strict": Message("Anjuran pun membuat pemeriksaan gagal.", "Advice fails the check too."),
    "date": Message(
        "Tanggal acuan; bawaan: SOURCE_DATE_EPOCH, lalu hari ini.",
        "Reference date; default: SOURCE_DATE_EPOCH, then today.",
    ),
}

NO_ADDRESS = Message(
    "--rules-url {}: bukan alamat mutlak; tulis seperti https://contoh.go.id/sopgen/docs/rules",
    "--rules-url {}: no absolute address; write one like https://example.org/sopgen/docs/rules",
)
NO_DRAWING = Message(
    "tanpa salinan bertanda, karena tidak membawa spesifikasinya dan gambar ulang bukan yang diperiksa: {0} "
    "({1}); tempat setiap temuan disebut di laporan dan di lembar (--format html)",
    "no marked copy, as they do not carry their spec and a redrawing is not what was examined: {0} ({1}); the "
    "report and the sheet (--format html) name each finding's place",
)
ALTERED = Message(
    "tanpa salinan bertanda, karena isinya tidak sama dengan spesifikasi di dalamnya, dan salinan menggambar "
    "spesifikasinya: {0} ({1}); tempat setiap temuan disebut di laporan dan di lembar (--format html)",
    "no marked copy, as they do not say what the spec inside says, which is what a copy draws: {0} ({1}); the "
    "report and the sheet (--format html) name each finding's place",
)
UNREAD_COPY = Message(
    "tanpa salinan bertanda, karena tidak terbaca: {0} ({1})",
    "no marked copy, as they could not be read: {0} ({1})",
)
NO_COPY = Message("{}: tanda hanya untuk berkas", "{}: only files get marked copies")


class Wish(NamedTuple):
    """What the command line asks for."""

    specs: tuple[Path, ...] = ()
    report_formats: tuple[ReportTarget, ...] = ()
    output: Path | None = None
    mark: bool = False
    mark_folder: Path = DEFAULT_MARK_FOLDER
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    update_baseline: bool = False
    strict: bool = False
    fix: bool = False
    dry_run: bool = False
    statistics: bool = False
    accepted: bool = False
    rules_url: str = ""
    preset: Preset | None = None
    date: str | None = None
    force: bool = False


def check_command(language: Language) -> click.Command:
    def callback(**values: Any) -> int:
        return check(Wish(**values), Console(language))

    def option(name: str, *flags: str, **settings: Any) -> click.Option:
        return click.Option(
            [*(flags or [f"--{name.replace('_', '-')}"])], help=OPTION_HELP[name].in_language(language), **settings
        )

    path = click.Path(path_type=Path)
    return Speaking(
        "check",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            specs_argument(),
            option("format", "--format", "report_formats", type=ReportForm(language), multiple=True),
            option("output", "-o", "--output", type=path, metavar=FILE.in_language(language)),
            option("mark", is_flag=True),
            option("mark_folder", type=path, default=DEFAULT_MARK_FOLDER, metavar=FOLDER.in_language(language)),
            option("select", multiple=True, metavar=CODE.in_language(language)),
            option("ignore", multiple=True, metavar=CODE.in_language(language)),
            option("baseline", type=path, metavar=FILE.in_language(language)),
            option("update_baseline", is_flag=True),
            option("strict", is_flag=True),
            option("preset", type=click.Choice(["baku", "ketat"])),
            option("fix", is_flag=True),
            option("dry_run", is_flag=True),
            option("statistics", is_flag=True),
            option("accepted", is_flag=True),
            option("rules_url", default="", metavar="URL"),
            option("date", metavar="YYYY-MM-DD"),
            force_option(language),
        ],
    )


def check(wish: Wish, console: Console) -> int:
    """Check every spec and report what was found; the exit code."""
    from sopgen.cli.examining import examine, reviewed
    from sopgen.cli.known_findings import KnownFindings
    from sopgen.report.folding import folded
    from sopgen.report.review import Review, named

    if wish.rules_url and not is_web_address(wish.rules_url):
        raise UsageFault(Message(*(part.format(wish.rules_url) for part in NO_ADDRESS)))
    terms = _terms(wish)
    _note_idle(wish, console)
    attempts = Attempts(console)
    reports = free(placed(wish.report_formats, wish.output), attempts, force=wish.force)
    if not reports:
        return attempts.exit_code
    known = KnownFindings(wish.baseline, update=wish.update_baseline)
    terms = terms._replace(baseline=known.baseline)
    held = _held(wish.specs)
    note_unportable((spec for spec in held.files if not is_held(spec)), console)
    if wish.fix:
        from sopgen.cli.fixing import fix_specs

        fix_specs(held.files, terms, known.name, attempts, console, dry=wish.dry_run)
    held = parted(held)
    specs, left_out = held.files, _left_out(held)
    copies = _copies(wish, specs, terms, console)
    examined = examine(specs, terms, console, {**twins(specs), **(copies.rivals if copies else {})})
    if copies:
        _say_uncopied(examined, console)
    files = reviewed(
        examined,
        terms,
        console,
        names=known.name,
        drawn=wish.mark or any(report.form == "html" for report in reports),
        marker=copies.write if copies else None,
    )
    names = [named(known.name(each.spec), each.part) for each in examined]
    # Where the baseline cannot be written, nothing was recorded: all findings stand.
    settled = attempts.attempt(wish.baseline or Path(), known.settle, files, names, terms.selection)
    review = Review(
        terms.today,
        tuple(folded(file) for file in (files if settled is None else settled)),
        wish.strict,
        terms.selection.told,
        statistics=wish.statistics,
        accepted=wish.accepted,
        rules_at=wish.rules_url,
        left_out=left_out,
        bureaus=_bureaus(examined),
        preset=", ".join(sorted({each.loaded.setelan.preset for each in examined if each.loaded})) or "baku",
    )
    if not any(report.file is None and report.form == "text" for report in reports):
        _say_left_out(review, console)
    for report in reports:
        write_report(review, report, attempts, console)
    say_sum(review, reports, console)
    code = max(EXIT_REFUSED if review.fails else EXIT_FINE, attempts.exit_code)
    return max(code, copies.exit_code) if copies else code


def _bureaus(examined: Sequence[Examined]) -> tuple[str, ...]:
    """Each sopgen.yaml that specs rest on and that does not stand in the working folder or below."""
    used = {
        loaded.defaults.shown for each in examined if (loaded := each.loaded) and loaded.defaults and not each.paper
    }
    return tuple(sorted(each for each in used if not _is_below_here(each)))


def _is_below_here(file: str) -> bool:
    """Whether it stands in the working folder or below; nothing does where that is gone."""
    try:
        return Path(os.path.abspath(file)).is_relative_to(os.path.abspath(os.curdir))  # noqa: PTH100 - links stay
    except OSError:
        return False


def _note_idle(wish: Wish, console: Console) -> None:
    """An option that does nothing is a slip of whoever wrote it, but no reason to check nothing."""
    forms = {each.form for each in wish.report_formats} or {"text"}
    idle = (
        (wish.mark_folder != DEFAULT_MARK_FOLDER and not wish.mark, "--mark-folder", "--mark"),
        (wish.dry_run and not wish.fix, "--dry-run", "--fix"),
        (wish.accepted and "sarif" not in forms, "--accepted", "--format sarif"),
        (bool(wish.rules_url) and "sarif" not in forms, "--rules-url", "--format sarif"),
        (wish.statistics and "text" not in forms, "--statistics", "--format text"),
    )
    for is_idle, option, needed in idle:
        if is_idle:
            told = Message(f"{option} hanya berarti bersama {needed}", f"{option} means something with {needed} alone")
            console.note(told.in_language(console.language))


def _held(named: tuple[Path, ...]) -> Held:
    """Standard input first, if it is named."""
    piped = [STANDARD_INPUT] if STANDARD_INPUT in named else []
    others = tuple(path for path in named if path != STANDARD_INPUT)
    if piped and not others:
        return Held(piped)
    found = find_held(others)
    return found._replace(files=[*piped, *found.files])


def _left_out(held: Held) -> tuple[LeftOut, ...]:
    """Which files of the folders named are not examined, and why."""
    from sopgen.report.review import LeftOut

    reasons = ((held.made, MADE), (held.papers, PAPERS), (held.foreign, FOREIGN))
    known = tuple(LeftOut(shown(path), why) for files, why in reasons for path in files)
    return (*known, *(LeftOut(shown(path), why) for path in held.strange if (why := why_not_read(path))))


def _say_left_out(review: Review, console: Console) -> None:
    """Where no report on the screen does."""
    for why, files in review.left_out_by_reason().items():
        told = (
            files_told(len(files)).in_language(console.language),
            told_few([Path(file) for file in files]),
            why.in_language(console.language),
        )
        console.note(LEFT_OUT.in_language(console.language).format(*told))


def _terms(wish: Wish) -> Terms:
    from sopgen.report.reviewing import Terms
    from sopgen.report.selection import Selection, names_in, unknown
    from sopgen.rules import REGISTRY
    from sopgen.rules.near_codes import perhaps

    selected, ignored = names_in(wish.select), names_in(wish.ignore)
    if strangers := unknown((*selected, *ignored), REGISTRY):
        names, meant = ", ".join(strangers), perhaps(strangers, REGISTRY)
        raise CommandLineFault(
            Message(
                f"tidak ada aturan atau keluarga {names}{meant.id}; lihat sopgen rules",
                f"no rule or family {names}{meant.en}; see sopgen rules",
            )
        )
    today = reference_date(wish.date, os.environ)
    return Terms(
        today,
        Selection(frozenset(selected), frozenset(ignored)),
        preset=wish.preset,
        fixes=any(each.form == "sarif" for each in wish.report_formats),
    )


def _copies(wish: Wish, specs: list[Path], terms: Terms, console: Console) -> MarkedCopies | None:
    if not wish.mark:
        return None
    from sopgen.cli.marked_copies import MarkedCopies

    unmarked = [spec for spec in specs if spec == STANDARD_INPUT]
    for spec in unmarked:
        console.note(NO_COPY.in_language(console.language).format(shown(spec)))
    drawn = [spec for spec in specs if spec not in unmarked]
    return MarkedCopies(wish.mark_folder, drawn, terms.today, console, force=wish.force)


def _say_uncopied(examined: Sequence[Examined], console: Console) -> None:
    """Why documents get no copy: a file once, where the same is true of all its SOPs."""
    without: dict[Message, list[Examined]] = {NO_DRAWING: [], ALTERED: [], UNREAD_COPY: []}
    for each in examined:
        if each.altered:
            without[ALTERED].append(each)
        elif each.paper is not None and not each.carries:
            without[UNREAD_COPY if each.loaded is None and not each.paper.steps else NO_DRAWING].append(each)
    parts = Counter(each.spec for each in examined)
    for line, found in without.items():
        lacking = Counter(each.spec for each in found)
        files = dict.fromkeys(
            each.spec if lacking[each.spec] == parts[each.spec] else Path(each.name) for each in found
        )
        if files:
            console.note(
                line.in_language(console.language).format(
                    files_told(len(files)).in_language(console.language), told_few([*files])
                )
            )
