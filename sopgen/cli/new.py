"""`sopgen new`: a first spec: of a pattern by six answers, or with every key explained."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sopgen.cli.bilingual_click import Speaking
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE, CommandLineFault, UsageFault, WriteFault
from sopgen.cli.portable import refuse_unportable
from sopgen.cli.specs import DEFAULT_FOLDER, FORM_SUFFIX, SUFFIX
from sopgen.cli.writing import write_new
from sopgen.diagnostics import Language, Message

if TYPE_CHECKING:
    from sopgen.starters.filling import Answers

HELP = Message(
    """Tulis spesifikasi baru: NAMA menjadi specs/NAMA.sop.yaml, atau dengan --form formulir Excel specs/NAMA.form.xlsx.

    Dengan --pola (atau dijawab di terminal) SOP yang utuh menurut pola itu: langkah, keputusan di setiap pemeriksaan,
    dan kalimat yang memenuhi aturan; --daftar-pola menyebut semua pola. Tanpa pola: contoh yang semua kuncinya
    diterangkan.

    Yang belum diketahui ditulis ‹seperti ini›; sopgen check dan build menyebutnya sampai diganti. Yang sudah ada di
    sopgen.yaml tidak ditulis lagi. Berkas yang sudah ada tidak pernah ditimpa.

    Kode keluar: 0 beres; 2 nama atau pilihan salah, atau berkas sudah ada.
    """,
    """Write a new spec: NAME becomes specs/NAME.sop.yaml, or with --form the form in Excel specs/NAME.form.xlsx.

    With --pola (or as answered on a terminal) a whole SOP of that pattern: steps, a decision at each check, and wording
    by the rules; --daftar-pola names all patterns. Without one: a sample in which every key is explained.

    What is not known is written ‹like this›; sopgen check and build name it until it is replaced. What sopgen.yaml says
    is not written again. A file that exists is never overwritten.

    Exit codes: 0 fine; 2 a wrong name or choice, or the file exists.
    """,
)
HELPS = {
    "pola": Message("Pola SOP; lihat --daftar-pola.", "Pattern of the SOP; see --daftar-pola."),
    "daftar_pola": Message("Sebut semua pola.", "Name all patterns."),
    "jenis": Message("teknis: satu pelaksana, rinci.", "teknis: one executor, in detail."),
    "unit": Message("Unit penyusun.", "The unit that writes it."),
    "aspek": Message("Hal yang diatur, misalnya “kegiatan rapat”.", "What it is about, such as “kegiatan rapat”."),
    "hasil": Message("Hasilnya, misalnya “laporan”.", "What comes of it, such as “laporan”."),
    "pelaksana": Message(
        "Nama pelaksana menurut urutan pola, dipisah titik koma.", "Executors in the pattern's order, with semicolons."
    ),
    "pembayaran": Message("Ada pembayaran oleh pemohon.", "The applicant pays."),
    "form": Message("Tulis formulir Excel, bukan YAML.", "Write the form in Excel, not YAML."),
}
REPLACE = "# Ganti semua yang bertanda ‹…› dengan isi Anda; sopgen check menyebut yang tersisa."
TEMPLATE = Path(__file__).with_name("new.sop.yaml")


def new_command(language: Language) -> click.Command:
    def callback(name: Path | None, daftar_pola: bool, form: bool, **given: Any) -> int:
        console = Console(language)
        if daftar_pola:
            return list_patterns(console)
        if name is None:
            raise UsageFault(Message("NAMA belum disebutkan", "NAME is missing"))
        return start(name, console, given=given, form=form)

    def option(flag: str, **settings: Any) -> click.Option:
        key = flag.removeprefix("--").replace("-", "_")
        return click.Option([flag], help=HELPS[key].in_language(language), **settings)

    return Speaking(
        "new",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            click.Argument(
                ["name"],
                required=False,
                metavar=Message("NAMA", "NAME").in_language(language),
                type=click.Path(path_type=Path),
            ),
            option("--pola", metavar="POLA"),
            option("--daftar-pola", is_flag=True),
            option("--jenis", type=click.Choice(["administratif", "teknis"])),
            option("--unit", metavar="UNIT"),
            option("--aspek", metavar="ASPEK"),
            option("--hasil", metavar="HASIL"),
            option("--pelaksana", metavar="NAMA;NAMA"),
            option("--pembayaran", is_flag=True),
            option("--form", is_flag=True),
        ],
    )


def list_patterns(console: Console) -> int:
    from sopgen.starters.steps import PATTERNS

    wide = max(map(len, PATTERNS))
    for key, pattern in PATTERNS.items():
        console.result(f"{key:<{wide}}  {pattern.told}: {', '.join(lane.name for lane in pattern.lanes)}")
    return EXIT_FINE


def start(name: Path, console: Console, *, given: dict[str, Any] | None = None, form: bool = False) -> int:
    """Write a new spec or form to `name`; the exit code."""
    target = _target(name, FORM_SUFFIX if form else SUFFIX)
    if os.path.lexists(target):
        raise CommandLineFault(
            Message(
                f"{shown(target)} sudah ada dan tidak ditimpa; pilih nama lain",
                f"{shown(target)} exists and is not overwritten; choose another name",
            )
        )
    answers = _answers(given or {}, console, form=form)
    data = _of_pattern(answers, target, form=form) if answers else _explained(target)
    try:
        write_new(target.parent, Path(target.name), data)
    except WriteFault as fault:
        raise CommandLineFault(fault.message) from fault
    named = shown(target)
    build = f'sopgen build "{named}"' if " " in named else f"sopgen build {named}"
    console.result(
        Message(
            f"{shown(target)} ditulis; isilah, lalu jalankan: {build}",
            f"{shown(target)} is written; fill it in, then run: {build}",
        ).in_language(console.language)
    )
    return EXIT_FINE


def _answers(given: dict[str, Any], console: Console, *, form: bool) -> Answers | None:
    """What the flags say, and on a terminal what is answered; None for the explained sample."""
    told = {key: value for key, value in given.items() if value}
    asked = sys.stdin is not None and sys.stdin.isatty() and not told
    if not told and not asked and not form:
        return None
    from sopgen.cli.questions import ask
    from sopgen.starters.filling import Answers
    from sopgen.starters.steps import PATTERNS

    pattern = str(told.get("pola", "pembuatan"))
    if pattern not in PATTERNS:
        raise UsageFault(
            Message(
                f"pola {pattern} tidak ada; yang ada: {', '.join(PATTERNS)}",
                f"no pattern {pattern}; there are: {', '.join(PATTERNS)}",
            )
        )
    names = tuple(part.strip() for part in str(told.get("pelaksana", "")).split(";") if part.strip())
    answers = Answers(
        pattern,
        technical=told.get("jenis") == "teknis",
        unit=str(told.get("unit", "")),
        aspect=str(told.get("aspek", "")),
        result=str(told.get("hasil", "")),
        names=names,
        paid=bool(told.get("pembayaran")),
    )
    answers = ask(answers, console) if asked else answers
    _refuse_too_many(answers)
    return answers


def _refuse_too_many(answers: Answers) -> None:
    from sopgen.starters.filling import pattern_of

    lanes = pattern_of(answers).lanes
    if len(answers.names) > len(lanes):
        listed = "; ".join(lane.name for lane in lanes)
        raise UsageFault(
            Message(
                f"pola ini punya {len(lanes)} pelaksana ({listed}); yang lain ditambahkan sesudahnya",
                f"this pattern has {len(lanes)} executors ({listed}); add the others afterwards",
            )
        )


def _of_pattern(answers: Answers, target: Path, *, form: bool) -> bytes:
    from sopgen.editing.house import house_text
    from sopgen.starters.filling import spec_of

    data = spec_of(answers, _said_by_bureau(target))
    if form:
        from sopgen.render.form.workbook import render_form

        return render_form(data)
    return f"{_schema_line(target)}\n{REPLACE}\n{house_text(data)}".encode()


def _explained(target: Path) -> bytes:
    """The sample, without the keys that the bureau's sopgen.yaml says."""
    from sopgen.editing import Draft, EditFault

    text = TEMPLATE.read_text(encoding="utf-8")
    draft = Draft(text)
    for key in _said_by_bureau(target):
        if draft.has((key,)):
            try:
                draft.remove((key,))
            except EditFault:
                continue
    _, _, rest = draft.text.partition("\n")
    return f"{_schema_line(target)}\n{rest}".encode()


def _schema_line(target: Path) -> str:
    schema = Path(os.path.relpath("sop.schema.json", target.parent)).as_posix()
    return f"# yaml-language-server: $schema={schema}"


def _said_by_bureau(target: Path) -> list[str]:
    """The keys of the sopgen.yaml above, as far as it can be read."""
    from sopgen.diagnostics import Refusal
    from sopgen.intake import file_source, find_project
    from sopgen.intake.decoding import decode
    from sopgen.intake.parsing import parse

    found, _ = find_project(target)
    if found is None:
        return []
    try:
        source = file_source(found)
        data = parse(decode(source.read(), source.shown), source.shown).data
    except Refusal:
        return []
    return [str(key) for key, value in data.items() if value] if isinstance(data, dict) else []


def _target(name: Path, suffix: str) -> Path:
    """A bare name goes into specs/, a path where it says."""
    plain = name.name
    for each in (SUFFIX, FORM_SUFFIX, ".yaml", ".yml"):
        plain = plain.removesuffix(each)
    if not plain.strip(" .") or plain.startswith("."):
        raise UsageFault(
            Message(
                f"{name.as_posix()}: bukan nama berkas; tulis misalnya sopgen new surat-masuk",
                f"{name.as_posix()}: no file name; write, say, sopgen new surat-masuk",
            )
        )
    folder = name.parent if len(name.parts) > 1 else DEFAULT_FOLDER
    target = folder / f"{plain}{suffix}"
    refuse_unportable(target)
    return target
