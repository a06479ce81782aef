"""`check --fix`: specs as they stand → mended on disk, whole or not at all, each change shown as a diff."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path

from sopgen.cli.attempts import Attempts
from sopgen.cli.console import Console, shown
from sopgen.cli.specs import SUFFIX, told_few
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Message, Refusal

FIXED = Message("{}: {} perbaikan ditulis", "{}: {} mends written")

LEFT = Message(
    "--fix hanya memperbaiki spesifikasi (*.sop.yaml); tidak diubah: {0} berkas ({1}). Formulir diperbaiki di selnya; "
    "dokumen di asalnya, atau dibaca dulu dengan sopgen import",
    "--fix mends specs alone (*.sop.yaml); left as they are: {0} files ({1}). Mend a form in its cells, a document "
    "where it comes from, or read it first with sopgen import",
)


def fix_specs(specs: Sequence[Path], attempts: Attempts, console: Console) -> None:
    """Specs that cannot be read or edited are left to the check, which says why; what cannot be written is told."""
    from sopgen.editing import EditFault
    from sopgen.intake import file_source
    from sopgen.intake.decoding import decode
    from sopgen.rules.fixes import difference, fixed

    others = [spec for spec in specs if not spec.name.lower().endswith(SUFFIX)]
    if others:
        console.note(LEFT.in_language(console.language).format(len(others), told_few(others)))
    for spec in specs:
        if not spec.name.lower().endswith(SUFFIX):
            continue
        try:
            data = file_source(spec).read()
            decode(data, "")  # refuses what is no text, or too large to be read whole
            before = data.decode("utf-8-sig")
            mended = fixed(before)
        except (Refusal, EditFault):
            continue
        if mended.edits:
            mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
            whole = mark + mended.text.encode()
            if attempts.attempt(spec, write_output, spec.parent, Path(spec.name), whole) is None:
                continue
            console.note(difference(before, mended.text, shown(spec)).removesuffix("\n"))
            console.note(FIXED.in_language(console.language).format(shown(spec), mended.edits))
