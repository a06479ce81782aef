"""`sopgen build -`: one spec from standard input, its document on standard output or in a folder that was named."""

from __future__ import annotations

import sys
from pathlib import Path

from sopgen.cli.attempts import Attempts
from sopgen.cli.building.build_request import PICTURES, Wanted, file_names
from sopgen.cli.building.making import laid_out, rendered_files
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import UsageFault
from sopgen.cli.outputs import check_output_folder
from sopgen.cli.overwriting import replace_output
from sopgen.cli.standard_input import NAME, STANDARD_INPUT, standard_input
from sopgen.diagnostics import Message, Refusal

ALONE = Message(
    "`-` (masukan standar) tidak dapat bersama SPECS lain, --check, --watch, --shard, atau --report",
    "`-` (standard input) goes with no other SPECS, nor with --check, --watch, --shard or --report",
)
ONE_FORMAT = Message(
    "keluaran standar memuat satu berkas: pilih --format pdf atau xlsx, atau sebutkan folder dengan -o",
    "standard output holds one file: choose --format pdf or xlsx, or name a folder with -o",
)
NO_SCREEN = Message(
    "dokumen tidak ditulis ke layar: arahkan keluarannya (> berkas.pdf), atau sebutkan folder dengan -o",
    "a document is not written to the screen: redirect it (> file.pdf), or name a folder with -o",
)


def build_standard_input(folder: Path | None, wanted: Wanted, console: Console) -> int:
    """The exit code. `folder` None: the one file asked for goes to standard output."""
    if folder is None:
        if len(wanted.kinds) * len(wanted.papers) != 1 or wanted.kinds[0] in PICTURES:
            raise UsageFault(ONE_FORMAT)
        if sys.stdout.isatty():
            raise UsageFault(NO_SCREEN)
    else:
        check_output_folder(folder)
    attempts = Attempts(console)
    made = attempts.attempt(STANDARD_INPUT, _rendered, wanted)
    if made is None:
        return attempts.exit_code
    if folder is None:
        sys.stdout.buffer.write(made[0][1])
        sys.stdout.flush()
        return attempts.exit_code
    for name, data in made:
        console.result(shown(replace_output(folder, name, data, force=wanted.force)))
    return attempts.exit_code


def _rendered(wanted: Wanted) -> list[tuple[Path, bytes]]:
    from sopgen import pipeline

    stem = Path(NAME.removesuffix(".sop.yaml"))
    found: list[tuple[Path, bytes]] = []
    documents, refused = laid_out(pipeline.load(standard_input()), wanted)
    if refused:
        raise Refusal(refused)
    for paper, document in documents.items():
        for kind in wanted.kinds:
            files = rendered_files(document, kind, wanted)
            found += zip(file_names(stem, kind, len(document.pages), paper), files, strict=True)
    return found
