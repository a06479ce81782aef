"""SPECS on the command line -> the spec files meant."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from sopgen.cli.faults import CommandLineFault
from sopgen.diagnostics import Message

SUFFIX = ".sop.yaml"
# Notepad adds .txt; other programs know the ending .yml.
MISNAMED = (f"{SUFFIX}.txt", ".sop.yml", ".sop.yaml.yaml", ".sop.yaml.yml")
FORM_SUFFIX = ".form.xlsx"
DEFAULT_FOLDER = Path("specs")
DOCUMENTS = frozenset({".xlsx", ".pdf"})
"""How finished documents end, which carry their spec."""


def specs_argument() -> click.Argument:
    return click.Argument(["specs"], metavar="[SPECS…]", nargs=-1, type=click.Path(path_type=Path))


def find_specs(named: Sequence[Path], *, documents: bool = False) -> list[Path]:
    """The files named, and all specs below the folders named, each once; without any, all below specs/.

    With `documents` a folder that holds no spec gives its finished workbooks and PDFs.
    """
    if not named and not os.path.isdir(DEFAULT_FOLDER):  # noqa: PTH112 - says no where Path would raise
        raise CommandLineFault(
            Message(
                "tidak ada folder specs/ di sini; pindahlah ke folder kerja, sebutkan berkas atau folder spesifikasi, "
                "atau mulai dengan sopgen new NAMA",
                "there is no folder specs/ here; go to the work folder, name a spec file or folder, "
                "or begin with sopgen new NAME",
            )
        )
    paths = named or (DEFAULT_FOLDER,)
    missing = ", ".join(path.as_posix() for path in paths if not os.path.lexists(path))
    if missing:
        raise CommandLineFault(Message(f"tidak ada berkas atau folder {missing}", f"no such file or folder: {missing}"))
    found = [
        spec for path in paths for spec in (_specs_below(path, documents=documents) if _is_folder(path) else (path,))
    ]
    return list(_each_once(found))


def _specs_below(folder: Path, *, documents: bool) -> list[Path]:
    """All specs in a folder and below, hidden ones left out, in an order that no file system decides."""
    files, closed = _files_below(folder)
    specs = [path for path in files if _is_spec(path.name)]
    if not specs and documents:
        specs = [path for path in files if is_document(path) and not path.name.startswith(("~$", "."))]
    specs += closed
    if not specs:
        raise CommandLineFault(
            Message(
                f"tidak ada berkas *{SUFFIX} atau *{FORM_SUFFIX} di dalam {folder.as_posix()}",
                f"no *{SUFFIX} or *{FORM_SUFFIX} file in {folder.as_posix()}",
            )
        )
    return sorted(specs, key=lambda spec: spec.parts)


def _is_folder(path: Path) -> bool:
    """A folder that is called as a spec stands where one should: whoever reads it says so."""
    return os.path.isdir(path) and not _is_spec(path.name)  # noqa: PTH112 - says no where Path would raise


def _files_below(folder: Path) -> tuple[list[Path], list[Path]]:
    """The files, and the folders that cannot be read: each is told like a spec of which that is true."""
    files: list[Path] = []
    closed: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(str(error.filename)))):
        files += [Path(parent, name) for name in names]
        files += [Path(parent, name) for name in folders if _is_spec(name)]
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_spec(name)]
    return files, closed


def misnamed_specs(named: Sequence[Path]) -> list[Path]:
    """The files in the folders named (else specs/) that look like specs, but whose names keep them from being read."""
    folders = [path for path in named or (DEFAULT_FOLDER,) if _is_folder(path)]
    found = (
        Path(parent, name)
        for folder in folders
        for parent, _, files in os.walk(folder)
        for name in files
        if name.lower().endswith(MISNAMED) and not name.startswith(".")
    )
    return sorted(_each_once(found), key=lambda spec: spec.parts)


def _is_spec(name: str) -> bool:
    """A spec, or a form that is one; `~$…` is what Excel keeps beside an open file."""
    return name.lower().endswith((SUFFIX, FORM_SUFFIX)) and not name.startswith((".", "~$"))


def is_document(path: Path) -> bool:
    """Whether a file is a finished workbook or PDF, by its name."""
    return path.suffix.lower() in DOCUMENTS and not path.name.lower().endswith(FORM_SUFFIX)


def _each_once(specs: Iterable[Path]) -> Iterator[Path]:
    seen: set[str] = set()
    for spec in specs:
        place = os.path.normcase(os.path.abspath(spec))  # noqa: PTH100 - a link is another spec: not resolved
        if place not in seen:
            seen.add(place)
            yield spec
