"""`sopgen diff`: two states of an SOP -> what changed."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import Speaking, force_option, output_option
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import UsageFault
from sopgen.cli.outputs import DEFAULT_OUTPUT, check_output_folder
from sopgen.cli.overwriting import refuse_unrecognised, replace_output
from sopgen.cli.specs import DOCUMENTS, FORM_SUFFIX, SUFFIX
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Language, Message
from sopgen.foreign.names import utf8

if TYPE_CHECKING:
    from sopgen.comparing import Comparison
    from sopgen.intake import Loaded
    from sopgen.paperwork import PaperForm

HELP = Message(
    """Tunjukkan apa yang berubah dari SOP LAMA ke SOP BARU: menurut isi, bukan menurut baris.

    LAMA dan BARU adalah spesifikasi (*.sop.yaml), formulir (*.form.xlsx), XLSX atau PDF hasil sopgen build yang
    membawa spesifikasinya, atau berkas pada revisi git: REV:path, misalnya HEAD~1:specs/a.sop.yaml.

    Kegiatan dicocokkan menurut id, lalu menurut kemiripan. Perubahan digolongkan: alur, mutu baku, pelaksana,
    identitas, teks. Nomor yang hanya bergeser dan tampilan termasuk letak, yang ditunjukkan dengan --letak. Akibat
    menunjuk sebabnya.

    Kode keluar: 0 beres, ada perubahan atau tidak; 1 LAMA atau BARU ditolak, atau berkas keluaran bukan buatan sopgen
    diff; 2 baris perintah atau berkas keluaran salah.
    """,
    """Show what changed from the SOP OLD to the SOP NEW: by what they say, not line by line.

    OLD and NEW are specs (*.sop.yaml), forms (*.form.xlsx), XLSX or PDF made by sopgen build that carry their spec, or
    a file in a git revision: REV:path, such as HEAD~1:specs/a.sop.yaml.

    Steps are matched by id, then by likeness. Changes are classed: alur (flow), mutu baku (quality standard),
    pelaksana (executors), identitas (identity), teks (wording). Numbers that only moved, and appearance, are letak,
    shown with --letak. Consequences refer to their cause.

    Exit codes: 0 fine, whether anything changed or not; 1 OLD or NEW was refused, or the output file is not of sopgen
    diff; 2 the command line or the output file.
    """,
)
OUTPUT_HELP = Message(
    "Tulis ke berkas ini; bawaan: layar, lembar perubahan ke output/NAMA.perubahan.*.",
    "Write to this file; default: the screen, the sheet of changes into output/NAME.perubahan.*.",
)
FORMAT_HELP = Message(
    "Bentuk daftar perubahan; bawaan: text. xlsx, docx, pdf: lembar perubahan, matriks semula-menjadi.",
    "The list's form; default: text. xlsx, docx, pdf: the sheet of changes, a matrix of before and after.",
)
LETAK_HELP = Message(
    "Sertakan letak: nomor yang bergeser, id, tampilan, riwayat.",
    "Include letak: numbers that moved, ids, appearance, history.",
)
A3_HELP = Message(
    "Dengan --format pdf: halaman yang berubah pada A3, kira-kira satu setengah kali lebih besar.",
    "With --format pdf: the pages that changed on A3, about one and a half times as large.",
)
A3_ALONE = Message("--a3 hanya berlaku bersama --format pdf", "--a3 goes with --format pdf alone")
OLD, NEW = Message("LAMA", "OLD"), Message("BARU", "NEW")
FORMS = {"text": "changes_text", "json": "changes_json", "html": "changes_html"}
PAPERS: tuple[PaperForm, ...] = ("xlsx", "docx", "pdf")
"""The sheet of changes: the matrix semula-menjadi, and the history."""


def diff_command(language: Language) -> click.Command:
    def callback(old: str, new: str, form: str, output: Path | None, letak: bool, a3: bool, force: bool) -> int:
        if a3 and form != "pdf":
            raise UsageFault(A3_ALONE)
        return diff(old, new, form, output, letak=letak, large=a3, force=force, console=Console(language))

    return Speaking(
        "diff",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            click.Argument(["old"], metavar=OLD.in_language(language)),
            click.Argument(["new"], metavar=NEW.in_language(language)),
            click.Option(
                ["--format", "form"],
                type=click.Choice([*FORMS, *PAPERS]),
                default="text",
                help=FORMAT_HELP.in_language(language),
            ),
            output_option(language, OUTPUT_HELP),
            click.Option(["--letak"], is_flag=True, help=LETAK_HELP.in_language(language)),
            click.Option(["--a3"], is_flag=True, help=A3_HELP.in_language(language)),
            force_option(language),
        ],
    )


def diff(
    old: str,
    new: str,
    form: str,
    output: Path | None,
    *,
    letak: bool,
    large: bool,
    force: bool,
    console: Console,
) -> int:
    """Compare the two if both can be read; the exit code."""
    from sopgen.cli.versions import load_version

    if output is not None and not force and form in FORMS:
        refuse_unrecognised(output, "diff")
    attempts = Attempts(console)
    both = [attempts.attempt(Path(each), load_version, each, console) for each in (old, new)]
    if both[0] is None or both[1] is None:
        return attempts.exit_code
    if form in PAPERS:
        target = output or _default(new, form, large=large)
        return _write_paper(both[0], both[1], form, target, attempts, console, large=large, force=force)
    comparison = attempts.attempt(Path(new), _compare, both[0], both[1])
    if comparison is None:
        return attempts.exit_code
    write = getattr(import_module(f"sopgen.report.{FORMS[form]}"), FORMS[form])
    text: str = write(comparison, shown(Path(old)), shown(Path(new)), console.language, letak=letak)
    if output is None:
        tell = console.result if form == "text" else console.data
        tell(text.removesuffix("\n"))
    else:
        from sopgen.report.seal import sealed_report

        console.result(shown(write_output(output.parent, Path(output.name), utf8(sealed_report(text, form)))))
    return attempts.exit_code


def _compare(old: Loaded, new: Loaded) -> Comparison:
    from sopgen import paperwork

    return paperwork.compare(old, new)


def _default(new: str, form: str, *, large: bool) -> Path:
    """Called after the new one, whatever it is a name of."""
    name = Path(new.replace(":", "/")).name
    for suffix in (SUFFIX, FORM_SUFFIX, *DOCUMENTS):
        name = name.removesuffix(suffix)
    return DEFAULT_OUTPUT / f"{name}.perubahan{'-a3' if large else ''}.{form}"


def _write_paper(
    old: Loaded,
    new: Loaded,
    form: PaperForm,
    output: Path,
    attempts: Attempts,
    console: Console,
    *,
    large: bool,
    force: bool,
) -> int:
    from sopgen import paperwork

    check_output_folder(output.parent)
    spec = Path(new.shown_path)
    data = attempts.attempt(spec, paperwork.render_changes, old, new, form, large=large)
    if data is None:
        return attempts.exit_code
    place = (output.parent, Path(output.name))
    written = attempts.attempt(spec, replace_output, *place, data, force=force, maker="diff")
    if written is not None:
        console.result(shown(written))
    return attempts.exit_code
