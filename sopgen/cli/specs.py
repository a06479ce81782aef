"""SPECS on the command line -> the spec files meant."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from sopgen.cli.companions import companions_among
from sopgen.cli.faults import CommandLineFault
from sopgen.cli.near_files import perhaps
from sopgen.cli.other_files import strangers_among, why_not_read
from sopgen.diagnostics import Message

SUFFIX = ".sop.yaml"
# Notepad adds .txt; other programs know the ending .yml.
MISNAMED = (f"{SUFFIX}.txt", ".sop.yml", ".sop.yaml.yaml", ".sop.yaml.yml")
FORM_SUFFIX = ".form.xlsx"
DEFAULT_FOLDER = Path("specs")
MANIFEST = ".sopgen.json"
"""What a build keeps in its output folder."""
DOCUMENTS = frozenset({".xlsx", ".xlsm", ".pdf"})
"""How finished documents end, which carry their spec."""
OTHER_DOCUMENTS = frozenset({".xls", ".doc", ".docx", ".xlsb", ".ods", ".odt", ".rtf"})
"""How documents end that are read by way of LibreOffice."""


class Held(NamedTuple):
    """What a check examines, and the files in its folders that it leaves out.

    `made`: documents called as a spec that is examined, or in a folder that a build keeps; `foreign`: documents that
    LibreOffice must open first; `papers`: what was made beside a document and is no SOP; `strange`: what units send and
    no reader takes.
    """

    files: list[Path]
    made: Sequence[Path] = ()
    foreign: Sequence[Path] = ()
    papers: Sequence[Path] = ()
    strange: Sequence[Path] = ()


def specs_argument() -> click.Argument:
    return click.Argument(["specs"], metavar="[SPECS…]", nargs=-1, type=click.Path(path_type=Path))


def find_held(named: Sequence[Path]) -> Held:
    """The files named, and all specs, workbooks and PDFs below the folders named.

    Set apart is what a build may have put beside or below a folder's specs: documents of their names, and all in
    folders that it keeps. Whether it did, their contents tell.
    """
    held = [_held_below(path) if _is_folder(path) else Held([path]) for path in _present(named)]
    return Held(
        list(_each_once(path for each in held for path in each.files)),
        list(_each_once(path for each in held for path in each.made)),
        list(_each_once(path for each in held for path in each.foreign)),
        list(_each_once(path for each in held for path in each.papers)),
        list(_each_once(path for each in held for path in each.strange)),
    )


def find_specs(named: Sequence[Path]) -> list[Path]:
    """The files named, and all specs below the folders named, each once; without any, all below specs/."""
    found = [spec for path in _present(named) for spec in (_specs_below(path) if _is_folder(path) else (path,))]
    return list(_each_once(found))


def is_named(spec: Path, named: Sequence[Path]) -> bool:
    """Whether a spec is named itself, not found in a folder."""
    return _place(spec) in {_place(path) for path in named if not _is_folder(path)}


def _present(named: Sequence[Path]) -> Sequence[Path]:
    """What is named, else specs/; it is there."""
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
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        names, meant = ", ".join(path.as_posix() for path in missing), perhaps(missing)
        raise CommandLineFault(
            Message(f"tidak ada berkas atau folder {names}{meant.id}", f"no such file or folder: {names}{meant.en}")
        )
    return paths


def _specs_below(folder: Path) -> list[Path]:
    """All specs in a folder and below, hidden ones left out, in an order that no file system decides."""
    files, closed = _files_below(folder)
    specs = [path for path in files if _is_spec(path.name)] + closed
    if not specs:
        raise _nothing_in(folder, files)
    return sorted(specs, key=_parts)


def _held_below(folder: Path) -> Held:
    files, closed = _files_below(folder)
    shown = [path for path in files if not path.name.startswith(("~$", "."))]
    specs = [path for path in shown if _is_spec(path.name)]
    names = {stem_shared(path) for path in specs}
    kept = {path.parent for path in files if path.name == MANIFEST} if specs else set()
    documents = [path for path in shown if is_document(path)]
    made = [path for path in documents if stem_shared(path) in names or not kept.isdisjoint(path.parents)]
    others = [path for path in documents if path not in set(made)]
    papers = companions_among(others)
    examined = [*specs, *closed, *(path for path in others if path not in papers)]
    foreign = [path for path in shown if path.suffix.lower() in OTHER_DOCUMENTS]
    strange = strangers_among(shown, beside_specs=bool(specs))
    if not examined:
        raise _nothing_in(folder, files, "*.xlsx", "*.pdf", others=sorted([*foreign, *strange], key=_parts))
    return Held(*(sorted(each, key=_parts) for each in (examined, made, foreign, papers, strange)))


def old_documents(folder: Path) -> list[Path]:
    """The documents below a folder that an import reads, hidden ones and forms left out."""
    files, _ = _files_below(folder)
    shown = [path for path in files if not path.name.startswith(("~$", "."))]
    return sorted(filter(_is_read, shown), key=_parts)


def _nothing_in(folder: Path, files: Iterable[Path], *more: str, others: Sequence[Path] = ()) -> CommandLineFault:
    """`more`: how documents end that would have done too. What looks like a spec and is not called so is named.

    `others`: files that might be meant, and are examined only where they are named.
    """
    endings = [f"*{SUFFIX}", *more]
    near = told_few([path for path in files if _looks_like_spec(path.name)])
    called = Message(
        f"; ada {near}: spesifikasi bernama NAMA{SUFFIX}", f"; there is {near}: a spec is called NAME{SUFFIX}"
    )
    named = Message(
        f"; ada {told_few(others)}: sebut berkasnya untuk memeriksanya",
        f"; there is {told_few(others)}: name the file to have it examined",
    )
    told = called if near else named if others else Message("", "")
    return CommandLineFault(
        Message(
            f"tidak ada berkas {', '.join(endings)} atau *{FORM_SUFFIX} di dalam {folder.as_posix()}{told.id}",
            f"no {', '.join(endings)} or *{FORM_SUFFIX} file in {folder.as_posix()}{told.en}",
        )
    )


def _looks_like_spec(name: str) -> bool:
    return name.lower().endswith(MISNAMED) and not name.startswith(".")


def stem_shared(path: Path) -> str:
    """The name that a spec shares with what is made from it: up to its first dot."""
    return path.name.lower().split(".")[0]


def told_few(files: Sequence[Path], most: int = 3) -> str:
    """The first files, and … where there are more."""
    return ", ".join([*(path.as_posix() for path in files[:most]), *("…" for _ in files[most : most + 1])])


def _parts(path: Path) -> tuple[str, ...]:
    return path.parts


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
        if _looks_like_spec(name)
    )
    return sorted(_each_once(found), key=lambda spec: spec.parts)


def _is_spec(name: str) -> bool:
    """A spec, or a form that is one; `~$…` is what Excel keeps beside an open file."""
    return name.lower().endswith((SUFFIX, FORM_SUFFIX)) and not name.startswith((".", "~$"))


def is_document(path: Path) -> bool:
    """Whether a file is a finished workbook or PDF, by its name."""
    return path.suffix.lower() in DOCUMENTS and not path.name.lower().endswith(FORM_SUFFIX)


def is_held(path: Path) -> bool:
    """Whether a file is judged as it lies, by its name: a document, or what somebody took for one; no spec."""
    return _is_read(path) or why_not_read(path) is not None


def _is_read(path: Path) -> bool:
    """A document of ours or of any office program."""
    return is_document(path) or path.suffix.lower() in OTHER_DOCUMENTS


def _each_once(specs: Iterable[Path]) -> Iterator[Path]:
    seen: set[str] = set()
    for spec in specs:
        place = _place(spec)
        if place not in seen:
            seen.add(place)
            yield spec


def _place(path: Path) -> str:
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100 - a link is another spec: not resolved
