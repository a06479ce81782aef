"""Where outputs go."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from sopgen.cli.attempts import Attempts
from sopgen.cli.building.build_request import ALL_PAPERS, paper_stem
from sopgen.cli.console import shown
from sopgen.cli.faults import NO_WORKING_FOLDER, CommandLineFault
from sopgen.cli.specs import DEFAULT_FOLDER, FORM_SUFFIX, SUFFIX
from sopgen.diagnostics import Diagnostic, Message, Severity

DEFAULT_OUTPUT = Path("output")


def target_stem(spec: Path, project_root: Path) -> Path:
    """The output's place below the output folder, without suffix: a spec under specs/ keeps its path there."""
    home = _absolute(project_root) / DEFAULT_FOLDER
    name = _stem(spec.name)
    # Asked twice, since either path may have come through a link.
    for place, base in ((_absolute(spec), home), (_real(spec), _real(home))):
        if place.is_relative_to(base):
            return place.relative_to(base).with_name(name)
    return Path(name)


def stem_of(spec: Path) -> Path:
    """The output's place of a spec that need not be readable."""
    from sopgen.intake import find_project

    _, project_root = find_project(spec)
    return target_stem(spec, project_root)


def collisions(stems: Mapping[Path, Path]) -> dict[Path, Diagnostic]:
    """The specs that would write the same output, or have a twin that would."""
    return {**twins(list(stems)), **_rivals(stems)}


def _rivals(stems: Mapping[Path, Path]) -> dict[Path, Diagnostic]:
    """The specs whose stems are the same, case folded as on Windows and macOS."""
    by_target: dict[str, list[Path]] = {}
    for spec, stem in stems.items():
        for paper in ALL_PAPERS:
            place = paper_stem(stem, paper).as_posix()
            by_target.setdefault(unicodedata.normalize("NFC", place).casefold(), []).append(spec)
    return {
        spec: _collision(stems[spec], [other for other in specs if other != spec])
        for specs in by_target.values()
        if len(specs) > 1
        for spec in specs
    }


def twins(specs: Sequence[Path]) -> dict[Path, Diagnostic]:
    """A form and a spec of one name in one folder: nobody knows which is meant, even where one alone is named."""
    beside = [twin for spec in specs if (twin := _twin(spec)) is not None]
    rivals = _rivals({spec: spec.with_name(_stem(spec.name)) for spec in dict.fromkeys((*specs, *beside))})
    forms = {_stem(spec.name).casefold() for spec in (*specs, *beside) if spec.name.lower().endswith(FORM_SUFFIX)}
    return {spec: rivals[spec] for spec in specs if spec in rivals and _stem(spec.name).casefold() in forms}


def without_twins(specs: Sequence[Path], attempts: Attempts) -> list[Path]:
    """The specs that have no twin; the others are refused."""
    rivals = twins(specs)
    for spec, rival in rivals.items():
        attempts.refuse(spec, [rival])
    return [spec for spec in specs if spec not in rivals]


def _twin(spec: Path) -> Path | None:
    """The form beside a spec of its name, or the spec beside a form."""
    name = spec.name.lower()
    suffix = FORM_SUFFIX if name.endswith(SUFFIX) else SUFFIX if name.endswith(FORM_SUFFIX) else None
    twin = spec.with_name(_stem(spec.name) + suffix) if suffix else None
    return twin if twin is not None and os.path.isfile(twin) else None  # noqa: PTH113 - says no where Path would raise


def check_output_folder(folder: Path) -> None:
    """Refuse an output folder that can never be one before any work is done."""
    try:
        os.path.abspath(folder)  # noqa: PTH100 - asks for the working folder
    except FileNotFoundError:
        raise CommandLineFault(NO_WORKING_FOLDER) from None
    if os.path.lexists(folder) and not os.path.isdir(folder):  # noqa: PTH112 - says no where Path would raise
        raise CommandLineFault(
            Message(
                f"{folder.as_posix()} adalah berkas, bukan folder; pilih folder lain dengan -o",
                f"{folder.as_posix()} is a file, not a folder; choose another with -o",
            )
        )


def _collision(stem: Path, others: list[Path]) -> Diagnostic:
    rivals = ", ".join(shown(other) for other in others)
    return Diagnostic(
        code="BERKAS-01",
        severity=Severity.WAJIB,
        message=Message(
            f"Keluarannya, {shown(stem)}, sama dengan keluaran {rivals}.",
            f"Its output, {shown(stem)}, is also the output of {rivals}.",
        ),
        remedy=Message("Ganti nama salah satu berkas.", "Rename one of the files."),
    )


def _stem(name: str) -> str:
    for suffix in (SUFFIX, FORM_SUFFIX, ".yaml", ".yml"):
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    return name


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - `..` goes, links stay


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
