"""`sopgen gather`: the parts that `build --shard` made on several machines -> one output folder, checked as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from sopgen.cli.bilingual_click import FOLDER, Speaking
from sopgen.cli.building.build_report import waiting_line
from sopgen.cli.building.build_request import ALL_FILES, USUAL_KINDS, Kind, Paper, SheetForm, file_names
from sopgen.cli.building.digests import digest, file_digest, is_built_upon, program
from sopgen.cli.building.manifest import Manifest, merge_manifest, read_manifest
from sopgen.cli.building.staleness import CurrentInputs
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE, EXIT_STALE, CommandLineFault
from sopgen.cli.outputs import DEFAULT_OUTPUT, check_output_folder, stem_of
from sopgen.cli.overwriting import refuse_edited
from sopgen.cli.specs import find_specs
from sopgen.cli.writing import MOST_OWN, write_output
from sopgen.diagnostics import Language, Message, some
from sopgen.foreign.files import read_file

HELP = Message(
    """Kumpulkan BAGIAN, folder-folder hasil sopgen build --shard, ke dalam satu folder keluaran.

    Hanya dokumen yang segar yang diambil: yang isinya seperti saat dibuat, dari spesifikasi yang sekarang. Yang lain,
    misalnya dokumen dari spesifikasi yang sudah dihapus, ditinggalkan dan disebut. Bagian-bagian itu dibuat dengan
    folder keluaran yang sama di proyek yang sama.

    Kode keluar: 0 semua dokumen ada; 1 ada berkas yang diubah tangan di folder keluaran; 2 baris perintah atau sebuah
    folder salah; 3 ada dokumen yang belum ada atau usang.
    """,
    """Put PARTS, folders made by sopgen build --shard, together into one output folder.

    Only fresh documents are taken: as they were built, of the specs as they are now. Others, of a deleted spec, say,
    are left out and named. The parts were made with the same output folder in the same project.

    Exit codes: 0 all documents are there; 1 a file edited by hand stands in the output folder; 2 the command line or a
    folder is wrong; 3 a document is missing or stale.
    """,
)
OUTPUT_HELP = Message("Folder keluaran; bawaan: output.", "Output folder; default: output.")
SPECS_HELP = Message(
    "Berkas atau folder spesifikasi; boleh berulang; bawaan: specs.",
    "Spec files or folders; repeatable; default: specs.",
)
LEFT_OUT = Message(
    "{}: ditinggalkan, bukan dari spesifikasi yang sekarang", "{}: left out, not of the specs as they are"
)
MISSING = Message("{}: belum ada atau usang di semua bagian", "{}: missing or stale in all parts")


def gather_command(language: Language) -> click.Command:
    def callback(**values: Any) -> int:
        return gather(Console(language), **values)

    return Speaking(
        "gather",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[
            click.Argument(["parts"], metavar="BAGIAN…", nargs=-1, required=True, type=click.Path(path_type=Path)),
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path),
                metavar=FOLDER.in_language(language),
                help=OUTPUT_HELP.in_language(language),
            ),
            click.Option(
                ["--specs"], multiple=True, type=click.Path(path_type=Path), help=SPECS_HELP.in_language(language)
            ),
        ],
    )


def gather(console: Console, *, parts: tuple[Path, ...], output: Path | None, specs: tuple[Path, ...]) -> int:
    """Copy what is fresh; the exit code. Raises `EditedFault` before anything is written."""
    output = output or DEFAULT_OUTPUT
    check_output_folder(output)
    manifests = {part: _listed(part) for part in parts}
    listed = {name for manifest in manifests.values() for name in manifest.files}
    found = find_specs(specs)
    stems = {spec: stem_of(spec) for spec in found}
    asked: list[tuple[Paper, Kind | SheetForm]] = [
        (paper, kind)
        for paper, kind in ALL_FILES
        if any(file_names(stem, kind, 1, paper)[0].as_posix() in listed for stem in stems.values())
    ] or [("sop", kind) for kind in USUAL_KINDS]
    taken: dict[Path, Path] = {}
    missing: list[Path] = []
    for spec, stem in stems.items():
        inputs = CurrentInputs(spec, output)
        for paper, kind in asked:
            part, names = _freshest(stem, paper, kind, inputs, manifests)
            if part is None and paper != "sop" and names[0].as_posix() not in listed:
                continue  # another edition is not of every SOP
            if part is None:
                missing += names
            else:
                taken |= dict.fromkeys(names, part)
    _write(taken, manifests, output, console)
    for name in sorted(listed - {name.as_posix() for name in taken}):
        console.note(LEFT_OUT.in_language(console.language).format(shown(Path(name))))
    for absent in missing:
        console.result(MISSING.in_language(console.language).format(shown(output / absent)))
    files, sops = len(taken), len(found)
    told = Message(
        f"{files} berkas dari {sops} SOP → {shown(output)}",
        f"{some(files, 'file')} of {some(sops, 'SOP')} → {shown(output)}",
    )
    console.result(told.in_language(console.language))
    return EXIT_STALE if missing else EXIT_FINE


def _listed(part: Path) -> Manifest:
    if not part.is_dir():
        raise CommandLineFault(Message(f"tidak ada folder {shown(part)}", f"no such folder: {shown(part)}"))
    return read_manifest(part)


def _freshest(
    stem: Path, paper: Paper, kind: Kind | SheetForm, inputs: CurrentInputs, manifests: Mapping[Path, Manifest]
) -> tuple[Path | None, list[Path]]:
    """The first part in which all files of a spec's kind are fresh, and their names; the first name where none is."""
    first = file_names(stem, kind, 1, paper)
    for part, manifest in manifests.items():
        entry = manifest.files.get(first[0].as_posix())
        if entry is not None:
            names = file_names(stem, kind, entry.pages, paper)
            if all(_is_fresh(part, name, manifest, inputs) for name in names):
                return part, names
    return None, first


def _is_fresh(part: Path, name: Path, manifest: Manifest, inputs: CurrentInputs) -> bool:
    """By this very program, of the spec as it stands now, and as it was built but for a signature behind it."""
    entry = manifest.files.get(name.as_posix())
    return (
        entry is not None
        and entry.program == program().key
        and inputs.agrees(entry)
        and (file_digest(part / name) == entry.content or is_built_upon(part / name, entry.content))
    )


def _write(taken: Mapping[Path, Path], manifests: Mapping[Path, Manifest], output: Path, console: Console) -> None:
    """The files, then their entries with what the parts remember of the steps."""
    from sopgen.pipeline import maker_of

    data = {name: read_file(part / name, MOST_OWN) for name, part in taken.items()}
    waiting = [name for name in data if file_digest(output / name) != digest(data[name])]
    for name in waiting:
        refuse_edited(output / name, "standar" if maker_of(data[name]) == "standar" else "build")
    for name in waiting:
        write_output(output, name, data[name])
    entries = {name.as_posix(): manifests[part].files[name.as_posix()] for name, part in taken.items()}
    steps = {entries[name.as_posix()].spec: part for name, part in taken.items()}
    if entries:

        def tell(lock: Path) -> None:
            console.note(waiting_line(lock).in_language(console.language))

        remembered = {spec: manifests[part].steps.get(spec) for spec, part in steps.items()}
        merge_manifest(output, entries, program(), remembered, tell)
