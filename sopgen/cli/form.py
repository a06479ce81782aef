"""`sopgen form`: the form to fill in with Excel or LibreOffice, and the way back to a text."""

from __future__ import annotations

import os
from pathlib import Path

import click

from sopgen.cli.bilingual_click import Speaking, force_option, output_option
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE, EXIT_REFUSED, CommandLineFault, UsageFault
from sopgen.cli.portable import refuse_unportable
from sopgen.cli.specs import DEFAULT_FOLDER, FORM_SUFFIX, SUFFIX
from sopgen.cli.writing import write_new, write_output
from sopgen.diagnostics import Language, Message, Refusal, some

HELP = Message(
    """Tulis formulir SOP untuk diisi dengan Excel atau LibreOffice.

    Tanpa apa pun atau dengan NAMA: formulir kosong, specs/NAMA.form.xlsx. Dengan berkas spesifikasi: formulir berisi
    SOP itu, di folder tempat perintah ini dijalankan (-o: di tempat lain). Formulir dibaca semua perintah seperti
    spesifikasi: sopgen build specs/NAMA.form.xlsx.

    Dengan --to-spec: spesifikasi YAML dari formulir; yang sudah ada disunting, komentarnya tetap.

    Dengan --perbarui: nomor dan kata-kata tujuan di dalam formulir itu disamakan dengan kegiatan yang kini dituju,
    misalnya setelah baris disisipkan, dan nama lama pelaksana dengan yang baru; selebihnya dibiarkan seperti adanya.

    Kode keluar: 0 beres; 1 berkasnya ditolak; 2 nama salah atau berkas sudah ada.
    """,
    """Write the SOP form, to be filled in with Excel or LibreOffice.

    Without anything or with a NAME: an empty form, specs/NAME.form.xlsx. With a spec file: a form that holds this SOP,
    in the folder where the command is run (-o: elsewhere). All commands read a form like a spec: sopgen build
    specs/NAME.form.xlsx.

    With --to-spec: the YAML spec of a form; one that exists is edited, its comments kept.

    With --perbarui: number and words of the targets in that form become those of the steps that they lead to now, say
    after a row was put in, and an executor's old name becomes the new one; all else is left as it is.

    Exit codes: 0 fine; 1 the file is refused; 2 a wrong name, or the file exists.
    """,
)
OUTPUT_HELP = Message("Berkas yang ditulis.", "The file to write.")
TO_SPEC_HELP = Message("Tulis spesifikasi dari formulir.", "Write the spec of a form.")
UPDATE_HELP = Message("Perbarui nomor tujuan di formulir.", "Bring the form's target numbers up to date.")
PATTERN_HELP = Message(
    "Formulir berisi SOP menurut pola (sopgen new --daftar-pola).", "A form that holds an SOP of a pattern."
)
UNNAMED = Path("sop-baru")
_MOST_LISTED = 8


def form_command(language: Language) -> click.Command:
    def callback(
        source: Path | None, output: Path | None, pola: str | None, to_spec: bool, perbarui: bool, force: bool
    ) -> int:
        console = Console(language)
        if perbarui:
            if output or pola or to_spec or force:
                raise UsageFault(
                    Message("--perbarui hanya dengan berkas formulir", "--perbarui goes with a form alone")
                )
            return update_form(source, console)
        if pola:
            from sopgen.cli.new import start

            if output or to_spec or force:
                raise UsageFault(Message("--pola hanya dengan NAMA", "--pola goes with a NAME alone"))
            return start(source or UNNAMED, console, given={"pola": pola}, form=True)
        if to_spec:
            return write_spec(source, output, console)
        return write_form(source or UNNAMED, output, console, force=force)

    return Speaking(
        "form",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            click.Argument(
                ["source"],
                metavar=Message("[NAMA|SPEK]", "[NAME|SPEC]").in_language(language),
                required=False,
                type=click.Path(path_type=Path),
            ),
            output_option(language, OUTPUT_HELP),
            click.Option(["--pola"], metavar="POLA", help=PATTERN_HELP.in_language(language)),
            click.Option(["--to-spec"], is_flag=True, help=TO_SPEC_HELP.in_language(language)),
            click.Option(["--perbarui"], is_flag=True, help=UPDATE_HELP.in_language(language)),
            force_option(language),
        ],
    )


def write_form(source: Path, output: Path | None, console: Console, *, force: bool) -> int:
    """An empty form of that name, or the form of a spec; the exit code."""
    spec = source if source.is_file() else None
    if spec is None and (source.name.lower().endswith((SUFFIX, ".yaml", ".yml")) or not source.name.strip(" .")):
        raise CommandLineFault(
            Message(f"tidak ada berkas {source.as_posix()}", f"there is no file {source.as_posix()}")
        )
    target = output or _form_of(source, spec)
    if spec is None:
        refuse_unportable(target)
    if os.path.lexists(target) and not force:
        raise CommandLineFault(
            Message(
                f"{shown(target)} sudah ada dan tidak ditimpa; pilih nama lain dengan -o, atau --force",
                f"{shown(target)} exists and is not overwritten; choose another name by -o, or --force",
            )
        )
    try:
        data = _filled(spec) if spec else _empty()
    except Refusal as refusal:
        for diagnostic in refusal.diagnostics:
            console.diagnostic(diagnostic, source)
        return EXIT_REFUSED
    publish = write_output if force else write_new
    publish(target.parent, Path(target.name), data)
    named = f'"{shown(target)}"' if " " in shown(target) else shown(target)
    told = Message(
        f"{shown(target)} ditulis; isilah, simpan, lalu jalankan: sopgen build {named}",
        f"{shown(target)} is written; fill it in, save it, then run: sopgen build {named}",
    )
    console.result(told.in_language(console.language))
    return EXIT_FINE


def write_spec(source: Path | None, output: Path | None, console: Console) -> int:
    """The text of a form, into an existing one by edits; the exit code."""
    from sopgen.editing import EditFault

    source = _there(source)
    name = source.name[: -len(FORM_SUFFIX)] if source.name.lower().endswith(FORM_SUFFIX) else source.stem
    target = output or source.with_name(f"{name}{SUFFIX}")
    try:
        text = _spec_text(source, target)
    except Refusal as refusal:
        for diagnostic in refusal.diagnostics:
            console.diagnostic(diagnostic, source)
        return EXIT_REFUSED
    except EditFault as fault:
        where = shown(target)
        console.fault(Message(f"{where}: {fault.message.id}", f"{where}: {fault.message.en}"))
        return EXIT_REFUSED
    write_output(target.parent, Path(target.name), text)
    told = Message(
        f"{shown(target)} ditulis; pindahkan formulirnya bila keduanya di satu folder",
        f"{shown(target)} is written; move the form away if both lie in one folder",
    )
    console.result(told.in_language(console.language))
    return EXIT_FINE


def update_form(source: Path | None, console: Console) -> int:
    """The form in its place, with its targets called as their steps are now; the exit code."""
    from sopgen.editing import EditFault
    from sopgen.editing.relabelling import call_steps_as_now
    from sopgen.intake import file_source

    source = _there(source)
    for mark in (f"~${source.name}", f".~lock.{source.name}#"):
        if os.path.lexists(source.with_name(mark)):
            where = shown(source)
            raise CommandLineFault(
                Message(
                    f"{where} sedang terbuka di Excel atau LibreOffice; simpan, tutup, lalu ulangi",
                    f"{where} is open in Excel or LibreOffice; save it, close it, and try again",
                )
            )
    try:
        data, cells = call_steps_as_now(file_source(source).read(), shown(source))
    except Refusal as refusal:
        for diagnostic in refusal.diagnostics:
            console.diagnostic(diagnostic, source)
        return EXIT_REFUSED
    except EditFault as fault:
        where = shown(source)
        console.fault(Message(f"{where}: {fault.message.id}", f"{where}: {fault.message.en}"))
        return EXIT_REFUSED
    if not cells:
        told = Message(
            f"{shown(source)}: semua tujuan dan nama sudah benar",
            f"{shown(source)}: all targets and names are up to date",
        )
    else:
        write_output(source.parent, Path(source.name), data)
        listed = ", ".join(span.place for span in cells[:_MOST_LISTED]) + (", …" if len(cells) > _MOST_LISTED else "")
        told = Message(
            f"{shown(source)}: {len(cells)} sel diperbarui ({listed}); selebihnya tidak diubah",
            f"{shown(source)}: {some(len(cells), 'cell')} brought up to date ({listed}); all else is left as it is",
        )
    console.result(told.in_language(console.language))
    return EXIT_FINE


def _there(source: Path | None) -> Path:
    if source is None:
        raise UsageFault(Message("sebutkan berkas formulirnya", "name the form"))
    if not source.is_file():
        raise CommandLineFault(Message(f"tidak ada berkas {shown(source)}", f"there is no file {shown(source)}"))
    return source


def _form_of(source: Path, spec: Path | None) -> Path:
    name = source.name
    for suffix in (SUFFIX, FORM_SUFFIX, ".yaml", ".yml"):
        if name.lower().endswith(suffix):
            name = name[: -len(suffix)]
            break
    if spec is not None:
        return Path(f"{name}{FORM_SUFFIX}")
    folder = source.parent if len(source.parts) > 1 else DEFAULT_FOLDER
    return folder / f"{name}{FORM_SUFFIX}"


def _empty() -> bytes:
    from sopgen.render.form.workbook import render_form

    return render_form()


def _filled(spec: Path) -> bytes:
    """Of a spec that can be read: what stands in it, without its bureau's defaults."""
    from sopgen.pipeline import render_form_of

    return render_form_of(spec)


def _spec_text(source: Path, target: Path) -> bytes:
    from sopgen.intake import file_source
    from sopgen.intake.decoding import decode
    from sopgen.pipeline import spec_text_of_form

    existing = None
    if os.path.lexists(target):
        existing = file_source(target).read()
        decode(existing, shown(target))
    return spec_text_of_form(source, existing)
