"""`sopgen standar`: a service SOP's service standard, its leaflet, and the maklumat pelayanan."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import FOLDER, Speaking, force_option, output_option
from sopgen.cli.building.build_report import left_out_line, standing_line, waiting_line
from sopgen.cli.building.build_request import SHEET_FORMS, SHEETS, Sheet, SheetForm, file_names
from sopgen.cli.building.digests import digest, program
from sopgen.cli.building.making import inputs_of
from sopgen.cli.building.manifest import Manifest, ManifestEntry, merge_manifest, read_manifest
from sopgen.cli.building.staleness import Standing, name_of, sheets_standing_of
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE, EXIT_REFUSED, EXIT_STALE, UsageFault
from sopgen.cli.outputs import DEFAULT_OUTPUT, check_output_folder, collisions, stem_of
from sopgen.cli.overwriting import replace_output
from sopgen.cli.reference_date import day_given
from sopgen.cli.specs import find_specs, is_named, specs_argument
from sopgen.diagnostics import Diagnostic, Language, Message

if TYPE_CHECKING:
    from sopgen.intake import Loaded
    from sopgen.papers.service_standard import Dated

HELP = Message(
    """Buat standar pelayanan dari SOP pelayanan, beserta maklumat pelayanannya.

    Keempat belas komponen dalam dua bagian: yang wajib diumumkan dan yang internal. Sebagian dari SOP, selebihnya dari
    kunci pelayanan: di spesifikasi atau sopgen.yaml. Biaya dan jangka waktu tidak pernah diandaikan: yang belum diisi
    dicetak kosong dan disebut. Bagian yang diumumkan saja: --lembar selebaran.

    SPECS adalah berkas atau folder; di dalam folder dicari *.sop.yaml. Tanpa SPECS: semua di dalam specs/.
    specs/a/x.sop.yaml menjadi output/a/x.standar.pdf, x.standar.docx, x.maklumat.pdf, x.maklumat.docx. Yang bukan SOP
    pelayanan ditolak bila disebut namanya, dan dilewati di dalam folder.

    Kode keluar: 0 beres; 1 ada spesifikasi yang ditolak (bukan SOP pelayanan, misalnya) atau berkas yang diubah
    tangan; 2 baris perintah, SPECS, atau folder keluaran salah; 3 (hanya --check) ada yang belum ada atau usang.
    """,
    """Make the service standard of a service SOP, with its maklumat pelayanan.

    The fourteen components in two parts: what must be made known and what is internal. Some come from the SOP, the
    others from the key pelayanan: in the spec or sopgen.yaml. Fee and time are never assumed: what is not filled in is
    printed empty and named. The published part alone: --lembar selebaran.

    SPECS are files or folders; folders are searched for *.sop.yaml. Without SPECS: all in specs/.
    specs/a/x.sop.yaml becomes output/a/x.standar.pdf, x.standar.docx, x.maklumat.pdf, x.maklumat.docx. What is no
    service SOP is refused where it is named, and left out of a folder.

    Exit codes: 0 fine; 1 a spec was refused (one that is no service SOP, say) or a file was edited by hand; 2 the
    command line, SPECS or the output folder is wrong; 3 (--check only) a paper is missing or stale.
    """,
)
DATE = Message("TANGGAL", "DATE")
OPTION_HELP = {
    "lembar": Message(
        "Yang dibuat; boleh berulang. Bawaan: standar dan maklumat.",
        "What is made; may be repeated. Default: standar and maklumat.",
    ),
    "bentuk": Message("Bentuk berkas; boleh berulang. Bawaan: pdf dan docx.", "Form; may be repeated. Default: both."),
    "output": Message("Folder keluaran; bawaan: output.", "Output folder; default: output."),
    "tanggal": Message(
        "Tanggal penetapan, misalnya 12-3-2026, atau - untuk ditulis tangan; bawaan: Tanggal Efektif SOP.",
        "Date of setting it, such as 2026-03-12, or - to be written by hand; default: the SOP's Tanggal Efektif.",
    ),
    "check": Message(
        "Jangan tulis apa pun; daftarkan yang belum ada atau usang (kode keluar 3).",
        "Write nothing; list what is missing or stale (exit code 3).",
    ),
}


class Wish(NamedTuple):
    """What the command line asks for. `dated`: the day above the signatures."""

    specs: tuple[Path, ...]
    output: Path
    sheets: tuple[tuple[Sheet, SheetForm], ...]
    dated: Dated
    force: bool


def standar_command(language: Language) -> click.Command:
    def callback(
        specs: tuple[Path, ...],
        output: Path,
        lembar: tuple[Sheet, ...],
        bentuk: tuple[SheetForm, ...],
        tanggal: str | None,
        check: bool,
        force: bool,
    ) -> int:
        if check and force:
            raise UsageFault(Message("--check tidak menulis apa pun; --force tidak berlaku", "--check writes nothing"))
        dated: Dated = "-" if tanggal == "-" else day_given("--tanggal", tanggal)
        sheets = tuple(product(lembar or SHEETS[:2], bentuk or SHEET_FORMS))
        standards = Standards(Wish(specs, output, sheets, dated, force), Console(language))
        return standards.check() if check else standards.write()

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
            click.Option(["--bentuk"], type=click.Choice(SHEET_FORMS), multiple=True, help=told("bentuk")),
            output_option(language, OPTION_HELP["output"], place=FOLDER, default=DEFAULT_OUTPUT),
            click.Option(["--tanggal"], metavar=DATE.in_language(language), help=told("tanggal")),
            click.Option(["--check"], is_flag=True, help=told("check")),
            force_option(language),
        ],
    )


class _Made(NamedTuple):
    """Each paper with its bytes, what the next check holds them against, and what is to be told of them."""

    files: tuple[tuple[Path, bytes], ...]
    loaded: Loaded
    told: tuple[Message, ...]


class Standards:
    """The papers of all service SOPs that one command line names."""

    def __init__(self, wish: Wish, console: Console) -> None:
        self.wish, self.console = wish, console
        self.attempts = Attempts(console)
        self._left_out: list[tuple[Path, tuple[Diagnostic, ...]]] = []
        self._entries: dict[str, ManifestEntry] = {}

    def write(self) -> int:
        """Of every spec its papers; the exit code."""
        stems = self._stems()
        done = 0
        for number, (spec, stem) in enumerate(stems.items(), start=1):
            self.console.progress(number, len(stems), spec)
            made = self.attempts.attempt(spec, self._rendered, spec, stem)
            if made is not None:
                done += 1
                self._keep(spec, made)
        self.console.done()
        if self._entries:
            merge_manifest(self.wish.output, self._entries, program(), {}, self._tell_of_waiting)
        if not done:
            self._refuse_left_out()
        return self.attempts.exit_code

    def check(self) -> int:
        """List what is missing, stale or edited; nothing is written. The exit code."""
        manifest = read_manifest(self.wish.output)
        code = EXIT_FINE
        for spec, stem in self._stems().items():
            standing = self.attempts.attempt(spec, self._standing, spec, stem, manifest)
            for name, state in standing.files if standing else ():
                if state in ("missing", "stale", "edited", "kept"):
                    line = standing_line(self.wish.output / name, state, "sopgen standar")
                    self.console.result(line.in_language(self.console.language))
                    code = max(code, EXIT_REFUSED if state in ("edited", "kept") else EXIT_STALE, key=_weight)
        return max(code, self.attempts.exit_code, key=_weight)

    def _stems(self) -> dict[Path, Path]:
        check_output_folder(self.wish.output)
        found = find_specs(self.wish.specs)
        stems = {spec: stem for spec in found if (stem := self.attempts.attempt(spec, stem_of, spec)) is not None}
        rivals = collisions(stems)
        for spec, rival in rivals.items():
            self.attempts.refuse(spec, [rival])
        return {spec: stem for spec, stem in stems.items() if spec not in rivals}

    def _standing(self, spec: Path, stem: Path, manifest: Manifest) -> Standing | None:
        """None for a spec that is left out. Raises `Refusal`."""
        dated = None if self.wish.dated is None else str(self.wish.dated)
        told = sheets_standing_of(spec, stem, self.wish.output, self.wish.sheets, manifest, program(), dated)
        if told.stale_files:
            loaded = self._service(spec)
            if loaded is None and all(state == "missing" for _, state in told.files):
                return None
        return told

    def _service(self, spec: Path) -> Loaded | None:
        """None for a spec of another kind that was found in a folder. Raises `Refusal`."""
        from sopgen import pipeline
        from sopgen.diagnostics import Refusal
        from sopgen.service.published import check_published

        loaded = pipeline.load(spec)
        try:
            check_published(loaded.sop, "standar")
        except Refusal as refusal:
            located = tuple(loaded.locate(each) for each in refusal.diagnostics)
            if is_named(spec, self.wish.specs):
                raise Refusal(located) from None
            self.console.note(left_out_line(spec).in_language(self.console.language))
            self._left_out.append((spec, located))
            return None
        return loaded

    def _rendered(self, spec: Path, stem: Path) -> _Made | None:
        """None for a spec that is left out. Raises `Refusal`."""
        from sopgen import paperwork

        loaded = self._service(spec)
        if loaded is None:
            return None
        files = tuple(
            (file_names(stem, form, 1, sheet)[0], paperwork.render_service(loaded, sheet, form, dated=self.wish.dated))
            for sheet, form in self.wish.sheets
        )
        leaflet = all(sheet == "selebaran" for sheet, _ in self.wish.sheets)
        told = [_lacking(paperwork.empty_components(loaded, published=leaflet)), self._dated(loaded)]
        return _Made(files, loaded, tuple(each for each in told if each))

    def _keep(self, spec: Path, made: _Made) -> None:
        wish, written = self.wish, []
        for name, data in made.files:
            target = self.attempts.attempt(
                spec, replace_output, wish.output, name, data, force=wish.force, maker="standar"
            )
            if target is not None:
                written.append(shown(target))
                options = "" if wish.dated is None else str(wish.dated)
                inputs = inputs_of(made.loaded, wish.output)
                entry = ManifestEntry(name_of(spec, wish.output), digest(data), 1, options, inputs, program().key)
                self._entries[name.as_posix()] = entry
        if written:
            self.console.result(f"{shown(spec)} → {', '.join(written)}")
            for told in made.told:
                self.console.result(f"  {told.in_language(self.console.language)}")

    def _dated(self, loaded: Loaded) -> Message | None:
        """Whence the day above the signatures, where nobody named it."""
        from sopgen.papers.service_standard import set_on
        from sopgen.wording import printed_date

        if self.wish.dated is not None or all(sheet == "selebaran" for sheet, _ in self.wish.sheets):
            return None
        day = set_on(loaded.sop, None)
        if day is None:
            return Message(
                "tanggal penetapan: garis untuk ditulis tangan, atau --tanggal",
                "date of setting it: a line to write on, or --tanggal",
            )
        return Message(
            f"tanggal penetapan: {printed_date(day)}, Tanggal Efektif SOP; yang lain dengan --tanggal, garis untuk "
            "ditulis tangan dengan --tanggal -",
            f"date of setting it: {day.isoformat()}, the SOP's Tanggal Efektif; another by --tanggal, a line to write "
            "on by --tanggal -",
        )

    def _refuse_left_out(self) -> None:
        """Where nothing is left that could be made, the reasons are told as those of refusals."""
        for spec, diagnostics in self._left_out:
            self.attempts.refuse(spec, diagnostics)

    def _tell_of_waiting(self, lock: Path) -> None:
        self.console.note(waiting_line(lock).in_language(self.console.language))


def _weight(code: int) -> int:
    """What is refused or edited weighs more than what is stale."""
    return {EXIT_FINE: 0, EXIT_STALE: 1, EXIT_REFUSED: 2}.get(code, 3)


def _lacking(names: tuple[str, ...]) -> Message | None:
    if not names:
        return None
    listed = ", ".join(names)
    return Message(
        f"komponen yang dicetak kosong: {listed}; isi kunci pelayanan",
        f"components printed empty: {listed}; fill in the key pelayanan",
    )
