"""`.sopgen.json` in the output folder: every file written, and the digests of what it was made from.

Several builds may write one manifest: each merges its own entries into what stands there, under a lock.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from sopgen.cli.building.digests import Inputs, Program
from sopgen.cli.building.lock import locked
from sopgen.cli.specs import MANIFEST
from sopgen.cli.writing import make_folder, write_output
from sopgen.foreign.files import read_file
from sopgen.foreign.json_text import json_text, read_json
from sopgen.remembered import Remembered

NAME = MANIFEST
_VERSION = 1


class ManifestEntry(NamedTuple):
    """One file. `spec` is its spec's path from the output folder; `content` the digest of what was written."""

    spec: str
    content: str
    pages: int
    options: str
    inputs: Inputs
    program: str


class Manifest(NamedTuple):
    """Entries by path below the output folder, the programs that they name, and what is remembered of steps by spec."""

    files: dict[str, ManifestEntry]
    programs: dict[str, Program]
    steps: dict[str, Remembered]


def read_manifest(folder: Path) -> Manifest:
    """What stands there; empty where nothing does, or nothing that can be read: then all is made anew."""
    try:
        told = read_json(read_file(folder / NAME))
        if told["versi"] != _VERSION:
            return Manifest({}, {}, {})
        files = {str(name): _entry(entry) for name, entry in told["berkas"].items()}
        programs = {
            str(key): Program(str(each["huruf"]), str(each["sumber"]), str(each["pustaka"]))
            for key, each in told["program"].items()
        }
        steps = {str(spec): _remembered(each) for spec, each in told.get("langkah", {}).items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Manifest({}, {}, {})
    return Manifest(files, programs, steps)


def is_listed(target: Path) -> bool:
    """Whether the manifest of a folder above lists a file as made from a spec."""
    place = Path(os.path.abspath(target))  # noqa: PTH100 - links stay
    for folder in place.parents:
        if (folder / NAME).exists():
            return place.relative_to(folder).as_posix() in read_manifest(folder).files
    return False


def merge_manifest(
    folder: Path,
    entries: Mapping[str, ManifestEntry],
    program: Program,
    steps: Mapping[str, Remembered | None],
    waits: Callable[[Path], None],
) -> None:
    """Put `entries` and `steps` (None: nothing to remember) beside those of other builds. Raises WriteFault.

    `waits` is told of a lock that another build holds.
    """
    make_folder(folder)
    with locked(folder, waits):
        before = read_manifest(folder)
        files = {**before.files, **entries}
        used = {entry.program for entry in files.values()}
        programs = {key: each for key, each in {**before.programs, program.key: program}.items() if key in used}
        built = {entry.spec for entry in files.values()}
        kept = {spec: each for spec, each in {**before.steps, **steps}.items() if each and spec in built}
        text = _text(Manifest(files, programs, kept))
        with suppress(OSError):
            if read_file(folder / NAME, len(text)) == text:
                return
        write_output(folder, Path(NAME), text)


def _entry(told: Mapping[str, Any]) -> ManifestEntry:
    inputs = told["masukan"]
    logo = inputs["logo"]
    return ManifestEntry(
        str(told["spec"]),
        str(told["isi"]),
        int(told["halaman"]),
        str(told["opsi"]),
        Inputs(str(inputs["spec"]), inputs["bawaan"], (str(logo[0]), str(logo[1])) if logo else None),
        str(told["program"]),
    )


def _remembered(told: Mapping[str, Any]) -> Remembered:
    return Remembered(
        tuple((str(key), str(text)) for key, text in told["kegiatan"]),
        tuple((int(step), str(key), int(number)) for step, key, number in told["nomor"]),
        tuple(str(place) for place in told.get("isian", ())),
    )


def _text(manifest: Manifest) -> bytes:
    told: dict[str, Any] = {
        "versi": _VERSION,
        "program": {
            key: {"huruf": each.fonts, "sumber": each.sources, "pustaka": each.libraries}
            for key, each in sorted(manifest.programs.items())
        },
        "berkas": {
            name: {
                "spec": entry.spec,
                "isi": entry.content,
                "halaman": entry.pages,
                "opsi": entry.options,
                "masukan": {"spec": entry.inputs.spec, "bawaan": entry.inputs.defaults, "logo": entry.inputs.logo},
                "program": entry.program,
            }
            for name, entry in sorted(manifest.files.items())
        },
    }
    if manifest.steps:
        told["langkah"] = {
            spec: {"kegiatan": each.steps, "nomor": each.numbers}
            | ({"isian": each.placeholders} if each.placeholders else {})
            for spec, each in sorted(manifest.steps.items())
        }
    return f"{json_text(told, indent=1)}\n".encode()
