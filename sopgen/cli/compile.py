"""`sopgen compile`: all specs -> one volume, the annex of a Keputusan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import Speaking, force_option, output_option
from sopgen.cli.console import Console, shown
from sopgen.cli.equal_numbers import tell_of_equal_numbers
from sopgen.cli.outputs import DEFAULT_OUTPUT, check_output_folder, without_twins
from sopgen.cli.overwriting import replace_output
from sopgen.cli.specs import find_specs, specs_argument
from sopgen.diagnostics import Language, Message, some

if TYPE_CHECKING:
    from sopgen.intake import Loaded
    from sopgen.scene import Document

HELP = Message(
    """Jilid semua SOP menjadi satu PDF: lampiran sebuah Keputusan.

    Isinya: sampul, keputusan pimpinan, daftar isi, penjelasan singkat penggunaan, lalu semua SOP. Naskahnya ditulis di
    kunci kompilasi: di dalam sopgen.yaml; yang kosong memakai naskah baku.

    SPECS adalah berkas atau folder; di dalam folder dicari *.sop.yaml. Tanpa SPECS: semua di dalam specs/. SOP
    dikelompokkan menurut unit.

    Kode keluar: 0 beres; 1 ada spesifikasi yang ditolak, dan tidak ada yang ditulis; 2 baris perintah, SPECS, atau
    berkas keluaran salah.
    """,
    """Bind all SOPs into one PDF: the annex of a Keputusan.

    In it: cover, decree, table of contents, a short note on use, then all SOPs. Its texts stand under the key
    kompilasi: in sopgen.yaml; usual texts take the place of empty ones.

    SPECS are files or folders; folders are searched for *.sop.yaml. Without SPECS: all in specs/. SOPs are grouped by
    unit.

    Exit codes: 0 fine; 1 a spec was refused, and nothing is written; 2 the command line, SPECS or the output file.
    """,
)
OUTPUT_HELP = Message("Berkas keluaran; bawaan: output/kompilasi.pdf.", "Output file; default: output/kompilasi.pdf.")
DRAFT_HELP = Message("Cetak tulisan KONSEP melintang di setiap halaman SOP.", "Print KONSEP (draft) across SOP pages.")


def compile_command(language: Language) -> click.Command:
    def callback(specs: tuple[Path, ...], output: Path, konsep: bool, force: bool) -> int:
        return bind(specs, output, draft=konsep, force=force, console=Console(language))

    return Speaking(
        "compile",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            specs_argument(),
            output_option(language, OUTPUT_HELP, default=DEFAULT_OUTPUT / "kompilasi.pdf"),
            click.Option(["--konsep"], is_flag=True, help=DRAFT_HELP.in_language(language)),
            force_option(language),
        ],
    )


def bind(named: tuple[Path, ...], output: Path, *, draft: bool, force: bool, console: Console) -> int:
    """Bind the volume if every spec can be drawn; the exit code."""
    check_output_folder(output.parent)
    specs = find_specs(named)
    attempts = Attempts(console)
    drawn: list[tuple[Loaded, Document]] = []
    withdrawn: list[Path] = []
    for number, spec in enumerate(without_twins(specs, attempts), start=1):
        console.progress(number, len(specs), spec)
        pair = attempts.attempt(spec, _draw, spec, draft=draft)
        if pair is None:
            continue
        loaded, document = pair
        if document is None:
            withdrawn.append(spec)
        else:
            drawn.append((loaded, document))
    console.done()
    refused = len(specs) - len(drawn) - len(withdrawn)
    if refused:
        console.fault(
            Message(
                f"kompilasi tidak ditulis: {refused} dari {len(specs)} SOP ditolak; perbaiki dahulu",
                f"nothing is bound: {refused} of {some(len(specs), 'spec')} are refused; mend them first",
            )
        )
        return attempts.exit_code
    _tell_of_withdrawn(withdrawn, console)
    if not drawn:
        message = Message(
            "kompilasi tidak ditulis: semua SOP sudah dicabut", "nothing is bound: every SOP is withdrawn"
        )
        console.fault(message)
        return 1
    _tell_of_other_defaults([loaded for loaded, _ in drawn], console)
    tell_of_equal_numbers([loaded.sop for loaded, _ in drawn], console)
    made = attempts.attempt(specs[0], _bind, drawn)
    if made is None:
        return attempts.exit_code
    data, pages = made
    written = replace_output(output.parent, Path(output.name), data, force=force, maker="compile")
    console.result(
        Message(
            f"{len(drawn)} SOP → {shown(written)} ({pages} halaman)",
            f"{some(len(drawn), 'SOP')} → {shown(written)} ({some(pages, 'page')})",
        ).in_language(console.language)
    )
    return attempts.exit_code


def _tell_of_withdrawn(withdrawn: list[Path], console: Console) -> None:
    if withdrawn:
        names = ", ".join(path.name for path in withdrawn)
        console.fault(
            Message(
                f"dicabut, tidak ikut dikompilasi: {names}",
                f"withdrawn, left out of the volume: {names}",
            )
        )


def _tell_of_other_defaults(found: list[Loaded], console: Console) -> None:
    """The volume has one sopgen.yaml, though its SOPs may have several."""
    used = found[0].defaults
    if any(loaded.defaults != used for loaded in found):
        name = used.shown if used else "-"
        console.fault(
            Message(
                f"SOP memakai beberapa sopgen.yaml; naskah kompilasi diambil dari {name}",
                f"the SOPs have several sopgen.yaml; the volume's texts are those of {name}",
            )
        )


def _draw(spec: Path, *, draft: bool) -> tuple[Loaded, Document | None]:
    """The spec and its drawing; none of a withdrawn SOP."""
    from sopgen import pipeline

    loaded = pipeline.load(spec)
    if loaded.sop.status == "dicabut":
        return loaded, None
    return loaded, pipeline.lay_out(loaded, draft=draft)


def _bind(drawn: list[tuple[Loaded, Document]]) -> tuple[bytes, int]:
    from sopgen import pipeline

    volume = pipeline.compile_documents([loaded for loaded, _ in drawn], [document for _, document in drawn])
    return pipeline.render_document(volume), len(volume.pages)
