"""`check --fix`: specs as they stand → mended on disk, whole or not at all, each change shown as a diff.

What is mended is what the run finds: rules that are not asked for, switched off or accepted are not its affair.
"""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sopgen.cli.attempts import Attempts
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import WriteFault
from sopgen.cli.specs import SUFFIX, told_few
from sopgen.cli.standard_input import STANDARD_INPUT
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Diagnostic, Message, Refusal, files_told, some

if TYPE_CHECKING:
    from sopgen.report.reviewing import Terms
    from sopgen.rules.fixes import Fixed

LEFT = Message(
    "--fix hanya memperbaiki spesifikasi (*.sop.yaml); tidak diubah: {0} ({1}). Formulir diperbaiki di selnya; "
    "dokumen di asalnya, atau dibaca dulu dengan sopgen import",
    "--fix mends specs alone (*.sop.yaml); left as they are: {0} ({1}). Mend a form in its cells, a document "
    "where it comes from, or read it first with sopgen import",
)
PIPED = Message(
    "--fix menulis ke berkasnya, dan masukan standar bukan berkas: simpan dulu sebagai *.sop.yaml",
    "--fix writes into the file, and standard input is none: save it as *.sop.yaml first",
)
_ROUNDS: Final = 50
"""At most, of one spec: each mends what was found after the one before."""


def fix_specs(
    specs: Sequence[Path],
    terms: Terms,
    names: Callable[[Path], str],
    attempts: Attempts,
    console: Console,
    *,
    dry: bool = False,
) -> None:
    """Specs that cannot be read or edited are left to the check, which says why; what cannot be written is told.

    `names`: what the baseline calls each; `dry`: whether the changes are shown and nothing is written.
    """
    from sopgen.editing import EditFault
    from sopgen.intake import file_source
    from sopgen.intake.decoding import decode
    from sopgen.rules.fixes import difference

    if STANDARD_INPUT in specs:
        console.note(PIPED.in_language(console.language))
    others = [spec for spec in specs if not _is_spec(spec) and spec != STANDARD_INPUT]
    if others:
        console.note(
            LEFT.in_language(console.language).format(
                files_told(len(others)).in_language(console.language), told_few(others)
            )
        )
    for spec in filter(_is_spec, specs):
        try:
            data = file_source(spec).read()
            decode(data, "")  # refuses what is no text, or too large to be read whole
            before = data.decode("utf-8-sig")
            mended = _mended(spec, before, terms, names(spec))
        except (Refusal, EditFault):
            continue
        if mended.edits:
            mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
            if not dry and attempts.attempt(spec, _write, spec, mark + mended.text.encode()) is None:
                continue
            console.note(difference(before, mended.text, shown(spec)).removesuffix("\n"))
            console.note(_fixed(spec, mended.edits, dry=dry).in_language(console.language))


def _fixed(spec: Path, edits: int, *, dry: bool) -> Message:
    if dry:
        return Message(
            f"{shown(spec)}: {edits} perbaikan dapat ditulis; berkasnya belum diubah",
            f"{shown(spec)}: {some(edits, 'mend')} to be written; the file is as it was",
        )
    return Message(f"{shown(spec)}: {edits} perbaikan ditulis", f"{shown(spec)}: {some(edits, 'mend')} written")


def _is_spec(path: Path) -> bool:
    return path.name.lower().endswith(SUFFIX)


def _mended(spec: Path, text: str, terms: Terms, name: str) -> Fixed:
    """All that is found and can be mended safely, and what is found then. Raises `EditFault`, `Refusal`."""
    from sopgen.rules.fixes import Fixed, fixed

    edits = 0
    for _ in range(_ROUNDS):
        mended = fixed(text, _found(spec, text, terms, name))
        if not mended.edits:
            break
        text, edits = mended.text, edits + mended.edits
    return Fixed(text, edits)


def _found(spec: Path, text: str, terms: Terms, name: str) -> list[Diagnostic]:
    """What a check reports of the spec if it said `text`: neither left out nor accepted."""
    from sopgen import pipeline
    from sopgen.intake import file_source
    from sopgen.report.reviewing import review_file

    try:
        loaded = pipeline.load(file_source(spec, text.encode()))
    except Refusal as refusal:
        return [*refusal.diagnostics]
    if terms.preset is not None:
        loaded = loaded._replace(setelan=loaded.setelan._replace(preset=terms.preset))
    found = pipeline.check(loaded, today=terms.today)
    told = review_file(shown(spec), found, loaded, terms, baseline_name=name)
    return [each.diagnostic for each in told.findings]


def _write(spec: Path, data: bytes) -> Path:
    """Into the file that a link leads to; not into one that is kept from being written."""
    target = Path(os.path.realpath(spec))
    if not target.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise WriteFault(
            Message(
                f"{shown(spec)} tidak diperbaiki: berkas itu hanya dapat dibaca; izinkan penulisannya lalu ulangi",
                f"{shown(spec)} was not mended: the file is read-only; allow writing and try again",
            )
        )
    return write_output(target.parent, Path(target.name), data)
