"""A spec → the document that was last issued of it: what a build kept, else what stands in the output folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen.cli.building.issued import FOLDER, document_names, is_draft, kept_issued
from sopgen.cli.console import shown
from sopgen.cli.outputs import DEFAULT_OUTPUT, stem_of
from sopgen.diagnostics import Diagnostic, Refusal
from sopgen.foreign.files import is_irregular

if TYPE_CHECKING:
    from sopgen.cli.building.manifest import Manifest
    from sopgen.intake import Loaded


def issued_places(spec: Path, output: Path = DEFAULT_OUTPUT, number: Callable[[], str] = str) -> list[Path]:
    """Where it may be, the likeliest first: a PDF or workbook of a spec in the output folder.

    A signed one is always the last; else the one that was kept when what nobody recorded was built. `number`: the
    SOP's; where nothing has the spec's name it is asked for, and finds the document of a spec that is gone.
    """
    from sopgen.cli.building.manifest import read_manifest

    stem = stem_of(spec)
    places = [place for name in document_names(stem) if _is_document(place := output / name)]
    kept = kept_issued(output, stem)
    if not places and kept is None:
        return _left_by_another_name(output, number)
    if kept is None:
        return places
    from sopgen.cli.building.digests import file_digest

    files = read_manifest(output).files
    listed = [(place, files.get(place.relative_to(output).as_posix())) for place in places]
    signed = [place for place, entry in listed if entry is not None and file_digest(place) != entry.content]
    return [*signed, kept, *(place for place in places if place not in signed)]


def _left_by_another_name(output: Path, number: Callable[[], str]) -> list[Path]:
    from sopgen.cli.building.manifest import read_manifest
    from sopgen.cli.building.numbers import of_number
    from sopgen.cli.building.renamed import left_behind

    gone = left_behind(read_manifest(output), output)
    place = of_number(number(), gone) if gone else None
    return [] if place is None else [place]


def _is_document(place: Path) -> bool:
    return place.is_file() and not is_irregular(place)


def load_issued(place: Path) -> Loaded | None:
    """None for a file that gives no spec: a scan of the signed page, say."""
    from sopgen import finished

    try:
        return finished.load_held(finished.read_held(place), shown(place))
    except Refusal:
        return None


def unrecorded(spec: Path, loaded: Loaded, manifest: Manifest, today: date) -> tuple[Diagnostic, ...]:
    """RVS-01, where the document that was issued last is in force and says otherwise than the spec.

    A spec that is as it was when that was built costs a digest and no more.
    """
    from sopgen import paperwork
    from sopgen.cli.building.staleness import CurrentInputs

    current = CurrentInputs(spec, DEFAULT_OUTPUT)
    for place in issued_places(spec, number=lambda: loaded.sop.nomor):
        if FOLDER not in place.parts:
            entry = manifest.files.get(place.relative_to(DEFAULT_OUTPUT).as_posix())
            if entry is None or is_draft(entry) or current.agrees(entry):
                return ()
        issued = load_issued(place)
        if issued is not None:
            return paperwork.check_revision(loaded, issued, today=today)
    return ()
