"""A spec → the document that was last issued of it: what stands in the output folder, or what was named."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen.cli.console import shown
from sopgen.cli.outputs import DEFAULT_OUTPUT, stem_of
from sopgen.diagnostics import Diagnostic, Refusal
from sopgen.foreign.files import is_irregular

if TYPE_CHECKING:
    from sopgen.cli.building.manifest import Manifest
    from sopgen.intake import Loaded

SUFFIXES = (".pdf", ".xlsx")


def issued_places(spec: Path, output: Path = DEFAULT_OUTPUT) -> list[Path]:
    """The documents of a spec in the output folder that are there, the PDF first."""
    stem = stem_of(spec)
    places = [output / stem.with_name(stem.name + suffix) for suffix in SUFFIXES]
    return [place for place in places if place.is_file() and not is_irregular(place)]


def load_issued(place: Path) -> Loaded | None:
    """None for a file that gives no spec: a scan of the signed page, say."""
    from sopgen import pipeline

    try:
        return pipeline.load_held(pipeline.read_held(place), shown(place))
    except Refusal:
        return None


def unrecorded(spec: Path, loaded: Loaded, manifest: Manifest, today: date) -> tuple[Diagnostic, ...]:
    """RVS-01, where the document that `build` wrote last is in force and says otherwise than the spec.

    A spec that is as it was then costs a digest and no more.
    """
    from sopgen import paperwork
    from sopgen.cli.building.staleness import CurrentInputs

    current = CurrentInputs(spec, DEFAULT_OUTPUT)
    for place in issued_places(spec):
        entry = manifest.files.get(place.relative_to(DEFAULT_OUTPUT).as_posix())
        if entry is None or current.agrees(entry):
            return ()
        issued = load_issued(place)
        if issued is not None:
            return paperwork.check_revision(loaded, issued, today=today)
    return ()
