"""`sopgen import`: SOPs drawn by hand -> specs, with a list of what is doubtful in each."""

# ruff: noqa: N999 - the command's own name

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import FOLDER, Speaking
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import CommandLineFault
from sopgen.cli.outputs import check_output_folder
from sopgen.cli.specs import DEFAULT_FOLDER, FORM_SUFFIX, SUFFIX, old_documents
from sopgen.cli.writing import write_new
from sopgen.diagnostics import Language, Message, Refusal
from sopgen.foreign.files import read_file, why_unread
from sopgen.foreign.names import utf8

if TYPE_CHECKING:
    from sopgen.drawn.reading import Imported

HELP = Message(
    """Baca SOP lama yang digambar dengan tangan (XLSX, PDF berteks, Word) dan tulis spesifikasinya.

    Dari folder dibaca semua dokumen di dalamnya; subfoldernya dipertahankan di folder tujuan. Dua berkas senama yang
    lain jenisnya menjadi LAMA-pdf dan LAMA-xlsx.

    LAMA.pdf menjadi specs/LAMA.sop.yaml; beberapa SOP dalam satu berkas menjadi LAMA-2, LAMA-3 dan seterusnya. Di
    awal setiap spesifikasi, di bawah "# perlu dilihat:", tertulis apa yang meragukan dan di mana. Berkas yang sudah
    ada tidak pernah ditimpa. Berkas Word, Office lama dan OpenDocument dibaca lewat LibreOffice.

    Dengan --form: formulir LAMA.form.xlsx untuk diisi dengan Excel atau LibreOffice. Dengan --report: halaman asli di
    samping gambar ulangnya, yang terbaca, meragukan dan tidak terbaca ditandai, untuk dibandingkan sekilas.

    Kode keluar: 0 beres; 1 ada berkas yang tidak terbaca atau yang sudah ada; 2 baris perintah salah,
    atau ada yang tidak dapat ditulis (berkas lain tetap dibaca).
    """,
    """Read old SOPs that were drawn by hand (XLSX, PDFs with text, Word) and write their specs.

    Of a folder all documents in it are read; its sub-folders are kept in the output folder. Two files of one name and
    different kinds become OLD-pdf and OLD-xlsx.

    OLD.pdf becomes specs/OLD.sop.yaml; several SOPs in one file become OLD-2, OLD-3 and so on. At the head of
    each spec, below "# perlu dilihat:", stands what is doubtful and where. A file that exists is never overwritten.
    Word, old Office and OpenDocument files are read by way of LibreOffice.

    With --form: the form OLD.form.xlsx, to be filled in with Excel or LibreOffice. With --report: the original page
    beside the redrawn one, with marks for what is read, doubtful and unread, to be compared at a glance.

    Exit codes: 0 fine; 1 a file was not read, or exists already; 2 the command line, or something could not be
    written (other files are read all the same).
    """,
)
OUTPUT_HELP = Message("Folder spesifikasi (bawaan: specs).", "The folder for specs (default: specs).")
FORM_HELP = Message("Tulis formulir XLSX, bukan spesifikasi YAML.", "Write the XLSX form instead of the YAML spec.")
REPORT_HELP = Message(
    "Tulis juga perbandingan dengan aslinya (LAMA.banding.html atau .json).",
    "Write a comparison with the original too (OLD.banding.html or .json).",
)
LOGO_HELP = Message(
    "Simpan juga logonya (LAMA.logo.png atau .jpg) dan sebut di spesifikasi.",
    "Save the logo too (OLD.logo.png or .jpg) and name it in the spec.",
)
_MOST_REASONS = 3
_LEFT_OUT = Message("ditinggalkan", "left out")
_NO_LOGO = Message("  logo tidak ditemukan", "  no logo was found")


class Old(NamedTuple):
    """A document, and what is made of it is called: its place below the output folder, without an ending."""

    file: Path
    stem: str


class Wanted(NamedTuple):
    """What is to be written of each SOP."""

    folder: Path
    form: bool = False
    report: str | None = None
    logo: bool = False

    def names(self, stem: str, at: int) -> dict[str, str]:
        """The files of SOP number `at`: spec or form, report, logo (of which kind only its own bytes tell)."""
        stem = f"{stem}{f'-{at + 1}' if at else ''}"
        found = {"spec": f"{stem}{FORM_SUFFIX if self.form else SUFFIX}"}
        found |= {"report": f"{stem}.banding.{self.report}"} if self.report else {}
        return found | ({kind: f"{stem}.logo.{kind}" for kind in ("png", "jpg")} if self.logo else {})


def import_command(language: Language) -> click.Command:
    def callback(files: tuple[Path, ...], folder: Path, form: bool, report: str | None, logo: bool) -> int:
        return bring_in(files, Wanted(folder, form, report, logo), console=Console(language))

    return Speaking(
        "import",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            click.Argument(
                ["files"],
                nargs=-1,
                required=True,
                metavar=Message("BERKAS|FOLDER…", "FILE|FOLDER…").in_language(language),
                type=click.Path(path_type=Path),
            ),
            click.Option(
                ["-o", "--output", "folder"],
                type=click.Path(path_type=Path),
                default=DEFAULT_FOLDER,
                metavar=FOLDER.in_language(language),
                help=OUTPUT_HELP.in_language(language),
            ),
            click.Option(["--form"], is_flag=True, help=FORM_HELP.in_language(language)),
            click.Option(["--report"], type=click.Choice(["html", "json"]), help=REPORT_HELP.in_language(language)),
            click.Option(["--logo"], is_flag=True, help=LOGO_HELP.in_language(language)),
        ],
    )


def bring_in(files: Sequence[Path], wanted: Wanted, *, console: Console) -> int:
    """Read each file and write its specs; the exit code."""
    check_output_folder(wanted.folder)
    missing = ", ".join(shown(path) for path in files if not os.path.lexists(path))
    if missing:
        raise CommandLineFault(Message(f"tidak ada berkas {missing}", f"no such file: {missing}"))
    stock, attempts = _old_stock(files), Attempts(console)
    for number, old in enumerate(stock, 1):
        console.progress(number, len(stock), old.file)
        if attempts.attempt(old.file, _bring_one_in, old, wanted, console) is False:
            attempts.refuse(old.file, ())
    console.done()
    return attempts.exit_code


def _old_stock(named: Sequence[Path]) -> list[Old]:
    """The files named and the documents below the folders named; what shares a name is told apart by its kind."""
    found: list[tuple[Path, Path]] = []  # the file, and its place below what was named
    for path in named:
        if not path.is_dir():
            found.append((path, Path(path.name)))
            continue
        documents = old_documents(path)
        if not documents:
            raise CommandLineFault(
                Message(
                    f"tidak ada XLSX, PDF, atau Word di dalam {shown(path)}", f"no XLSX, PDF or Word in {shown(path)}"
                )
            )
        found += [(file, file.relative_to(path)) for file in documents]
    stems = [place.with_suffix("").as_posix() for _, place in found]
    often = Counter(stem.lower() for stem in stems)
    return [
        Old(file, f"{stem}-{place.suffix[1:].lower()}" if often[stem.lower()] > 1 and place.suffix else stem)
        for (file, place), stem in zip(found, stems, strict=True)
    ]


def _bring_one_in(old: Old, wanted: Wanted, console: Console) -> bool:
    """Whether all SOPs of one file were read, and their files are not there yet. Raises WriteFault."""
    from sopgen import oldstock
    from sopgen.drawn.files import NotRead

    file = old.file
    try:
        given = read_file(file)
        if oldstock.needs_office(given):
            console.note(
                Message(
                    f"{shown(file)}: dibuka lewat LibreOffice, dapat memakan waktu sampai dua menit …",
                    f"{shown(file)}: opened by way of LibreOffice, which may take up to two minutes …",
                ).in_language(console.language)
            )
        data = oldstock.open_drawn(given)
        found = oldstock.import_drawn(data)
    except (NotRead, OSError) as error:
        name, told = shown(file), error.message if isinstance(error, NotRead) else why_unread(error)
        console.fault(Message(f"{name}: {told.id}", f"{name}: {told.en}"))
        return False
    there = [
        path
        for at in range(len(found))
        for name in wanted.names(old.stem, at).values()
        if os.path.lexists(path := wanted.folder / name)
    ]
    for path in there:
        console.fault(
            Message(
                f"{shown(file)}: {shown(path)} sudah ada dan tidak ditimpa; pilih folder lain dengan -o",
                f"{shown(file)}: {shown(path)} exists and is not overwritten; choose another folder with -o",
            )
        )
    if there:
        return False
    for at, each in enumerate(found):
        _write(each, data, old, at, wanted, console)
    return True


def _write(each: Imported, data: bytes, old: Old, at: int, wanted: Wanted, console: Console) -> None:
    """Make one SOP's files, then write them. Raises WriteFault."""
    from sopgen import oldstock

    file, names = old.file, wanted.names(old.stem, at)
    logo = oldstock.logo_of_drawn(data, each) if wanted.logo else None
    text = utf8(each.spec(file.name, Path(names[logo[0]]).name if logo else ""))
    made = _form(text, names["spec"], file, console) if wanted.form else text
    beside = [(names[logo[0]], logo[1])] if logo else []
    if wanted.report:
        beside.append((names["report"], _report(each, data, file, wanted.report, console)))
    target = write_new(wanted.folder, Path(names["spec"]), made)
    console.result(f"{shown(target)} ({_counted(each, console)})")
    if wanted.form:  # it has no place for them
        for place, message in each.doubts_in(console.language):
            console.result(f"  {place}: {message}")
        for left in each.left_out:
            console.result(f"  {_LEFT_OUT.in_language(console.language)}: {left.in_language(console.language)}")
    if wanted.logo and not logo:
        console.result(_NO_LOGO.in_language(console.language))
    for name, content in beside:
        console.result(shown(write_new(wanted.folder, Path(name), content)))


def _counted(each: Imported, console: Console) -> str:
    count, steps = len(each.doubts_in(console.language)), len(each.steps)
    return Message(
        f"{steps} kegiatan, {count} hal perlu dilihat" if count else f"{steps} kegiatan",
        f"{steps} steps, {count} to look at" if count else f"{steps} steps",
    ).in_language(console.language)


def _form(text: bytes, name: str, file: Path, console: Console) -> bytes:
    """The form of a spec; what keeps it from being one yet is told, and its cells are marked there."""
    from sopgen import pipeline
    from sopgen.intake import MemorySource

    source = MemorySource(name.replace(FORM_SUFFIX, SUFFIX), text, logos=None)
    try:
        return pipeline.render_form_of(source)
    except Refusal as refusal:
        said = dict.fromkeys(each.message.in_language(console.language) for each in refusal.diagnostics)
        why = " ".join([*list(said)[:_MOST_REASONS], *(["…"] if len(said) > _MOST_REASONS else [])])
        console.note(
            Message(
                f"{shown(file)}: formulirnya belum utuh: {why} Kolom Periksa menunjuk barisnya.",
                f"{shown(file)}: the form is not whole yet: {why} The column Periksa marks the rows.",
            ).in_language(console.language)
        )
        return pipeline.render_unfinished_form(source)


def _report(each: Imported, data: bytes, file: Path, kind: str, console: Console) -> bytes:
    from sopgen import oldstock

    if kind == "html":
        return oldstock.compare_drawn(data, each, file.name, console.language)
    from sopgen.report.comparison.record import comparison_json

    return comparison_json(file.name, each, console.language)
