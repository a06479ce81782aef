"""`sopgen revise`: a changed spec or form -> the same with the next entries of `riwayat` and `tanggal.revisi`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import FILE, Speaking
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE, CommandLineFault
from sopgen.cli.issued_document import issued_places, load_issued
from sopgen.cli.outputs import DEFAULT_OUTPUT
from sopgen.cli.reference_date import day_given, written_date
from sopgen.cli.specs import FORM_SUFFIX, is_document
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Language, Message, some

if TYPE_CHECKING:
    from sopgen.comparing import Comparison
    from sopgen.intake import Loaded

HELP = Message(
    """Catat revisi: tulis entri riwayat berikutnya dan tanggal.revisi ke dalam SPEC, spesifikasi atau formulir.

    Isinya perbedaan SPEC dengan dokumen yang terakhir terbit: output/NAMA.pdf atau .xlsx (bila build sudah
    menggantinya, yang disimpan di output/.terbit/), atau yang disebut dengan --terbit (spesifikasi, dokumen, atau
    REV:path). Setiap perubahan satu entri: bagian, semula, menjadi; alasannya
    diisi dengan --alasan atau ditulis sendiri. Komentar dan urutan di dalam SPEC tetap; di dalam formulir hanya sel
    lembar Riwayat dan tanggalnya yang diisi. Dijalankan lagi, entri revisi yang sama diperbarui dan alasannya tetap.

    Kode keluar: 0 beres, juga bila tidak ada yang berubah; 1 SPEC atau dokumen terbit ditolak; 2 baris perintah, atau
    SPEC tidak dapat ditulis.
    """,
    """Record a revision: write the next entries of riwayat, and tanggal.revisi, into SPEC, a spec or a form.

    They are what SPEC says otherwise than the document that was issued last: output/NAME.pdf or .xlsx (where build
    has put another in its place, the one kept in output/.terbit/), or what --terbit names (a spec, a document or
    REV:path). Each change is an entry: bagian, semula, menjadi; the reason is
    given with --alasan or written by hand. Comments and order in SPEC stay; of a form only cells of its sheet Riwayat
    and its dates are filled. Run again, the entries of the same revision are renewed and keep their reasons.

    Exit codes: 0 fine, also where nothing changed; 1 SPEC or the issued document was refused; 2 the command line, or
    SPEC cannot be written.
    """,
)
DATE = Message("TANGGAL", "DATE")
OPTION_HELP = {
    "terbit": Message(
        "Dokumen yang terakhir terbit; bawaan: output/NAMA.pdf, lalu .xlsx.",
        "The document issued last; default: output/NAME.pdf, then .xlsx.",
    ),
    "tanggal": Message(
        "Tanggal revisi, misalnya 12-3-2026 atau 2026-03-12; bawaan: tanggal.revisi bila sudah diganti di SPEC.",
        "Date of the revision, such as 2026-03-12; default: tanggal.revisi, where SPEC has a new one.",
    ),
    "efektif": Message(
        "Tanggal Efektif yang baru, bila revisi mulai berlaku pada tanggal lain; bawaan: tetap.",
        "The new Tanggal Efektif, where the revision takes force on another day; default: as it is.",
    ),
    "alasan": Message("Alasan semua perubahan ini.", "The reason of all these changes."),
    "revisi": Message("Nomor revisi; bawaan: nomor berikutnya.", "The revision's number; default: the next one."),
}


class Wish(NamedTuple):
    """What the command line asks for."""

    spec: Path
    terbit: str | None = None
    tanggal: str | None = None
    efektif: str | None = None
    alasan: str = ""
    revisi: str = ""


def revise_command(language: Language) -> click.Command:
    def callback(**values: Any) -> int:
        return revise(Wish(**values), Console(language))

    def option(name: str, **settings: Any) -> click.Option:
        return click.Option([f"--{name}"], help=OPTION_HELP[name].in_language(language), **settings)

    return Speaking(
        "revise",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            click.Argument(["spec"], metavar="SPEC", type=click.Path(path_type=Path)),
            option("terbit", metavar=FILE.in_language(language)),
            option("tanggal", metavar=DATE.in_language(language)),
            option("efektif", metavar=DATE.in_language(language)),
            option("alasan", default="", metavar="…"),
            option("revisi", default="", metavar="…"),
        ],
    )


def revise(wish: Wish, console: Console) -> int:
    """Record what changed, if anything did; the exit code."""
    if is_document(wish.spec):
        raise CommandLineFault(
            Message(
                f"{shown(wish.spec)}: riwayat ditulis ke dalam spesifikasi (*.sop.yaml) atau formulir "
                f"(*{FORM_SUFFIX}), bukan ke dalam dokumennya",
                f"{shown(wish.spec)}: the history is written into a spec (*.sop.yaml) or form (*{FORM_SUFFIX}), not "
                "into its document",
            )
        )
    day_given("--tanggal", wish.tanggal), day_given("--efektif", wish.efektif)
    attempts = Attempts(console)
    from sopgen.cli.versions import load_version

    loaded = attempts.attempt(wish.spec, load_version, str(wish.spec), console)
    named = wish.terbit or str(_issued(wish.spec, loaded.sop.nomor)) if loaded else ""
    issued = attempts.attempt(Path(named), load_version, named, console) if loaded else None
    if loaded is None or issued is None:
        return attempts.exit_code
    recorded = attempts.attempt(wish.spec, _record, wish, loaded, issued)
    if recorded is None:
        return attempts.exit_code
    if recorded.changes:
        written = attempts.attempt(wish.spec, write_output, wish.spec.parent, Path(wish.spec.name), recorded.data)
        if written is None:
            return attempts.exit_code
    console.result(_told(wish.spec, recorded, named).in_language(console.language))
    return EXIT_FINE


def _issued(spec: Path, number: str) -> Path:
    """The document in the output folder. Raises CommandLineFault where there is none."""
    places = issued_places(spec, number=lambda: number)
    if not places:
        raise CommandLineFault(
            Message(
                f"{shown(spec)}: belum ada dokumennya di {shown(DEFAULT_OUTPUT)}/; sebutkan yang terakhir terbit "
                "dengan --terbit",
                f"{shown(spec)}: there is no document of it in {shown(DEFAULT_OUTPUT)}/; name the one issued last with "
                "--terbit",
            )
        )
    return next((place for place in places if load_issued(place) is not None), places[0])


class _Recorded(NamedTuple):
    """How many `changes`, and how many entries of the revision are `without` a reason.

    `effective` is the Tanggal Efektif where that lies before the revision.
    """

    data: bytes = b""
    number: str = ""
    changes: int = 0
    without: int = 0
    effective: date | None = None


def _record(wish: Wish, loaded: Loaded, issued: Loaded) -> _Recorded:
    """The spec's new bytes. Raises CommandLineFault where no date is known, `Refusal` for what a hand must write."""
    from sopgen import paperwork
    from sopgen.comparing.revising import changed_content, recording

    comparison = paperwork.compare(issued, loaded)
    if not changed_content(comparison):
        return _Recorded()
    _ensure_not_older(wish, comparison)
    day, efektif = _day(wish, comparison), comparison.new.tanggal.efektif
    _ensure_later(wish, day, comparison)
    made = recording(comparison, day, wish.revisi, wish.alasan)
    operations = made.operations
    asked = day_given("--efektif", wish.efektif)
    if asked is not None and asked != efektif:
        operations += ({"op": "set", "path": ["tanggal", "efektif"], "value": asked.isoformat()},)
        efektif = asked
    without = sum(not entry.alasan for entry in made.entries if entry.revisi == made.number)
    earlier = efektif if isinstance(efektif, date) and efektif < day else None
    return _Recorded(_edited(loaded, operations), made.number, len(made.wanted), without, earlier)


def _day(wish: Wish, comparison: Comparison) -> date:
    if wish.tanggal is not None:
        return written_date("--tanggal", wish.tanggal)
    day = comparison.new.tanggal.revisi
    if isinstance(day, date) and day != comparison.old.tanggal.revisi:
        return day
    raise CommandLineFault(
        Message(
            f"{shown(wish.spec)}: sebutkan tanggal revisinya dengan --tanggal, misalnya --tanggal 12-3-2026",
            f"{shown(wish.spec)}: name the date of the revision with --tanggal YYYY-MM-DD",
        )
    )


def _ensure_not_older(wish: Wish, comparison: Comparison) -> None:
    """Refuse a spec without a revision that the issued document records: an old copy laid over a newer one."""
    kept = {entry.revisi for entry in comparison.new.riwayat}
    lost = list(dict.fromkeys(each.revisi for each in comparison.old.riwayat if each.revisi not in kept))
    if lost:
        numbers, here = ", ".join(lost), shown(wish.spec)
        raise CommandLineFault(
            Message(
                f"{here}: revisi {numbers} tercatat di dokumen yang terbit, tetapi tidak di sini; salinan lama? "
                "ambil spesifikasi dokumen itu dengan sopgen extract",
                f"{here}: the issued document records revision {numbers}, this spec does not; an old copy? "
                "take that document's spec out by sopgen extract",
            )
        )


def _ensure_later(wish: Wish, day: date, comparison: Comparison) -> None:
    """Refuse a day before the SOP was made, or before a revision that was issued."""
    before = [comparison.new.tanggal.pembuatan, *(entry.tanggal for entry in comparison.old.riwayat)]
    last = max((each for each in before if isinstance(each, date)), default=None)
    if last is not None and day < last:
        here, told = shown(wish.spec), f"{day:%d-%m-%Y}"
        raise CommandLineFault(
            Message(
                f"{here}: tanggal revisi {told} mendahului {last:%d-%m-%Y}, tanggal pembuatan atau revisi "
                "sebelumnya; perbaiki --tanggal",
                f"{here}: the revision's date {told} is before {last:%d-%m-%Y}, when the SOP was made or last revised; "
                "mend --tanggal",
            )
        )


def _edited(loaded: Loaded, operations: Sequence[dict[str, Any]]) -> bytes:
    """The text or form with the operations made, all else as it is. Raises `Refusal`."""
    from sopgen.editing import EditFault, apply_operations
    from sopgen.intake.codes import Code
    from sopgen.intake.decoding import decode, refusal

    mark = b"\xef\xbb\xbf" if loaded.source.startswith(b"\xef\xbb\xbf") else b""
    try:
        if loaded.is_form:
            from sopgen.editing.forms import apply_to_form

            return apply_to_form(loaded.source, operations)
        return mark + apply_operations(decode(loaded.source, loaded.shown_path), operations).text.encode()
    except EditFault as fault:
        remedy = Message("Atau tulis entri riwayatnya sendiri.", "Or write the entries of riwayat by hand.")
        raise refusal(Code.UNREADABLE, loaded.shown_path, fault.message, remedy) from None


def _told(spec: Path, recorded: _Recorded, issued: str) -> Message:
    from sopgen.wording import date_words

    name, since = shown(spec), shown(Path(issued))
    if not recorded.changes:
        return Message(
            f"{name}: tidak ada perubahan isi sejak {since}; tidak ada yang ditulis",
            f"{name}: says what {since} said; nothing is written",
        )
    more = (
        Message(f"; {recorded.without} belum beralasan", f"; {recorded.without} without a reason")
        if recorded.without
        else Message("", "")
    )
    if recorded.effective:
        day = date_words(recorded.effective)
        more = Message(
            f"{more.id}\n  Tanggal Efektif masih {day.id}, sebelum revisi ini; perbarui, atau ulangi dengan --efektif",
            f"{more.en}\n  Tanggal Efektif is still {day.en}, before this revision; mend it, or run again with "
            "--efektif",
        )
    return Message(
        f"{name}: revisi {recorded.number}, {recorded.changes} perubahan sejak {since} dicatat{more.id}",
        f"{name}: revision {recorded.number}, {some(recorded.changes, 'change')} since {since} recorded{more.en}",
    )
