"""Manifest and files in, what is stale out: nothing is parsed or drawn to find it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from sopgen.cli.building.build_request import KINDS, Wanted, file_names
from sopgen.cli.building.digests import Program, file_digest
from sopgen.cli.building.manifest import Manifest, ManifestEntry
from sopgen.cli.outputs import state_of

State = Literal["fresh", "missing", "stale", "edited"]


class Standing(NamedTuple):
    """How one spec's outputs stand: each file with its state, and the pages if they are known."""

    files: tuple[tuple[Path, State], ...]
    pages: int = 0

    @property
    def fresh(self) -> bool:
        return len(self.fresh_files) == len(self.files)

    @property
    def fresh_files(self) -> tuple[Path, ...]:
        return tuple(name for name, state in self.files if state == "fresh")


def name_of(spec: Path, output: Path) -> str:
    """A path as the manifest names it: from the output folder, so that a moved project stays fresh."""
    try:
        return Path(os.path.relpath(spec, output)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(os.path.abspath(spec)).as_posix()  # noqa: PTH100 - links stay


def standing_of(spec: Path, stem: Path, output: Path, wanted: Wanted, manifest: Manifest, program: Program) -> Standing:
    """By digests of what was written and of all that it was made from."""
    inputs = _Current(spec, output)
    files: list[tuple[Path, State]] = []
    pages = 0
    for kind in wanted.kinds:
        first = manifest.files.get(file_names(stem, kind, 1)[0].as_posix())
        pages = first.pages if first else pages
        for name in file_names(stem, kind, first.pages if first else 1):
            entry = manifest.files.get(name.as_posix())
            files.append((name, _state(name, entry, output, wanted.options(kind), inputs, program)))
    return Standing(tuple(files), pages)


def _state(
    name: Path, entry: ManifestEntry | None, output: Path, options: str, current: _Current, program: Program
) -> State:
    written = file_digest(output / name)
    if written is None:
        return "missing"
    if (entry is None or written != entry.content) and not _still_ours(output / name):
        return "edited"
    if entry is None:
        return "stale"  # nobody knows what it was made from
    same = written == entry.content and entry.options == options and entry.program == program.key
    return "fresh" if same and current.agrees(entry) else "stale"


def _still_ours(target: Path) -> bool:
    """A killed run may have written a file and not listed it: then the file carries a digest that agrees."""
    try:
        return state_of(target) == "whole"
    except OSError:
        return True


class _Current:
    """The digests of a spec and its defaults as they stand now, each taken once."""

    def __init__(self, spec: Path, output: Path) -> None:
        from sopgen.intake import find_project
        from sopgen.intake.decoding import MAX_BYTES

        self._name = name_of(spec, output)
        self._output = output
        defaults, _ = find_project(spec)
        self._spec = file_digest(spec, MAX_BYTES)
        self._defaults = file_digest(defaults, MAX_BYTES) if defaults else None

    def agrees(self, entry: ManifestEntry) -> bool:
        inputs = entry.inputs
        if (entry.spec, inputs.spec, inputs.defaults) != (self._name, self._spec, self._defaults):
            return False
        if inputs.logo is None:
            return True
        from sopgen.intake.logo import MAX_BYTES

        return file_digest(self._output / inputs.logo[0], MAX_BYTES) == inputs.logo[1]


def orphans(manifest: Manifest, output: Path, stems: Mapping[Path, Path], named: Sequence[Path]) -> list[Path]:
    """Listed files that stand there although no spec makes them any more, of specs that lie under the names given."""
    made = {name_of(spec, output): stem for spec, stem in stems.items()}
    closed = {Path(os.path.abspath(spec)) for spec in stems}  # noqa: PTH100 - folders that could not be read are among them
    places = [Path(os.path.abspath(place)) for place in named]  # noqa: PTH100 - links stay
    found = []
    for name, entry in sorted(manifest.files.items()):
        spec = Path(os.path.abspath(output / entry.spec))  # noqa: PTH100 - idem
        if not any(spec == place or spec.is_relative_to(place) for place in places):
            continue
        if any(parent in closed for parent in spec.parents):
            continue
        stem = made.get(entry.spec)
        if (stem is None or Path(name) not in _possible(stem, manifest)) and (output / name).exists():
            found.append(Path(name))
    return found


def _possible(stem: Path, manifest: Manifest) -> set[Path]:
    """The files that a spec makes, in whatever kind, of as many pages as it has now."""
    found = set()
    for kind in KINDS:
        first = manifest.files.get(file_names(stem, kind, 1)[0].as_posix())
        found.update(file_names(stem, kind, first.pages if first else 1))
    return found
