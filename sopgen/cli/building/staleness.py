"""Manifest and files in, what is stale out: nothing is parsed or drawn to find it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from sopgen.cli.building.build_request import ALL_FILES, Sheet, SheetForm, Wanted, file_names
from sopgen.cli.building.digests import Program, file_digest, is_built_upon
from sopgen.cli.building.manifest import Manifest, ManifestEntry
from sopgen.cli.building.shards import Shard
from sopgen.cli.writing import MOST_OWN
from sopgen.foreign.files import read_file

if TYPE_CHECKING:
    from sopgen.scene import Maker

State = Literal["fresh", "missing", "stale", "edited", "signed", "kept"]
"""`kept`: edited since it was built, of what its spec still says. `signed`: the same, and every byte as built is still
there, with something behind it: a signature, a comment. Neither is stale; an `edited` one is of an older spec."""


class Standing(NamedTuple):
    """How one spec's outputs stand: each file with its state, the pages if they are known, where placeholders stand."""

    files: tuple[tuple[Path, State], ...]
    pages: int = 0
    placeholders: tuple[str, ...] = ()

    @property
    def fresh(self) -> bool:
        return len(self.fresh_files) == len(self.files)

    @property
    def fresh_files(self) -> tuple[Path, ...]:
        """Those that a build leaves as they are: a signed one, too."""
        return tuple(name for name, state in self.files if state in ("fresh", "signed"))

    @property
    def stale_files(self) -> tuple[tuple[Path, State], ...]:
        """Those that are not as the spec says."""
        return tuple((name, state) for name, state in self.files if state in ("missing", "stale", "edited"))


def name_of(spec: Path, output: Path) -> str:
    """A path as the manifest names it: from the output folder, so that a moved project stays fresh."""
    try:
        return Path(os.path.relpath(spec, output)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(os.path.abspath(spec)).as_posix()  # noqa: PTH100 - links stay


def standing_of(spec: Path, stem: Path, output: Path, wanted: Wanted, manifest: Manifest, program: Program) -> Standing:
    """By digests of what was written and of all that it was made from."""
    inputs = CurrentInputs(spec, output)
    files: list[tuple[Path, State]] = []
    pages = 0
    for paper, kind in product(wanted.papers, wanted.kinds):
        first = manifest.files.get(file_names(stem, kind, 1, paper)[0].as_posix())
        pages = first.pages if first else pages
        for name in file_names(stem, kind, first.pages if first else 1, paper):
            entry = manifest.files.get(name.as_posix())
            files.append((name, _state(name, entry, output, wanted.options(kind), inputs, program)))
    remembered = manifest.steps.get(name_of(spec, output))
    return Standing(tuple(files), pages, remembered.placeholders if remembered else ())


def sheets_standing_of(
    spec: Path,
    stem: Path,
    output: Path,
    sheets: Sequence[tuple[Sheet, SheetForm]],
    manifest: Manifest,
    program: Program,
    dated: str | None = None,
) -> Standing:
    """The same of what `standar` makes. `dated`: the day asked for; without one, whichever it was made with."""
    inputs = CurrentInputs(spec, output)
    files = []
    for sheet, form in sheets:
        (name,) = file_names(stem, form, 1, sheet)
        entry = manifest.files.get(name.as_posix())
        options = dated if dated is not None else entry.options if entry else ""
        files.append((name, _state(name, entry, output, options, inputs, program, maker="standar")))
    return Standing(tuple(files))


def _state(
    name: Path,
    entry: ManifestEntry | None,
    output: Path,
    options: str,
    current: CurrentInputs,
    program: Program,
    *,
    maker: Maker = "build",
) -> State:
    written = file_digest(output / name)
    if written is None:
        return "missing"
    agrees = entry is not None and entry.options == options and current.agrees(entry)
    if (entry is None or written != entry.content) and (hand := _hand_at(output / name, maker)):
        if entry is None or not agrees or hand == "command":
            return "edited"
        return "signed" if is_built_upon(output / name, entry.content) else "kept"
    if entry is None:
        return "stale"  # nobody knows what it was made from
    return "fresh" if agrees and written == entry.content and entry.program == program.key else "stale"


def _hand_at(target: Path, maker: Maker) -> Literal["person", "command"] | None:
    """Who wrote what stands there, if not the command that should: a person, or another command.

    A killed run may have written a file and not listed it: then the file carries a digest that agrees.
    """
    from sopgen.pipeline import maker_of, seal_state

    try:
        data = read_file(target, MOST_OWN)
    except OSError:
        return None
    if len(data) > MOST_OWN or seal_state(data) != "whole":
        return "person"
    return None if maker_of(data) == maker else "command"


class CurrentInputs:
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

        # Taken together as words, for the output folder need not be there yet, and may be a link.
        logo = Path(os.path.abspath(self._output / inputs.logo[0]))  # noqa: PTH100 - idem
        return file_digest(logo, MAX_BYTES) == inputs.logo[1]


def orphans(
    manifest: Manifest, output: Path, stems: Mapping[Path, Path], named: Sequence[Path], shard: Shard
) -> list[Path]:
    """Listed files of this share that no spec makes any more, of specs that lie under the names given.

    What another spec makes now, a form in the place of a text, is stale and no orphan.
    """
    made = {name_of(spec, output): stem for spec, stem in stems.items()}
    closed = {Path(os.path.abspath(spec)) for spec in stems}  # noqa: PTH100 - folders that could not be read are among them
    places = [Path(os.path.abspath(place)) for place in named]  # noqa: PTH100 - links stay
    found = []
    for name, entry in sorted(manifest.files.items()):
        spec = Path(os.path.abspath(output / entry.spec))  # noqa: PTH100 - idem
        if not shard.owns(entry.spec) or not any(spec == place or spec.is_relative_to(place) for place in places):
            continue
        if any(parent in closed for parent in spec.parents):
            continue
        stem = made.get(entry.spec)
        if (stem is None or Path(name) not in _possible(stem, manifest)) and (output / name).exists():
            found.append(Path(name))
    taken = {name for stem in stems.values() for name in _possible(stem, manifest)} if found else set()
    return [name for name in found if name not in taken]


def _possible(stem: Path, manifest: Manifest) -> set[Path]:
    """The files that a spec makes, in whatever kind, of as many pages as it has now."""
    found = set()
    for paper, kind in ALL_FILES:
        first = manifest.files.get(file_names(stem, kind, 1, paper)[0].as_posix())
        found.update(file_names(stem, kind, first.pages if first else 1, paper))
    return found
