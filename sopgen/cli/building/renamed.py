"""Documents whose spec is gone: the one that a spec of another file name issued is found by its SOP's number."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from sopgen.cli.building.issued import SUFFIXES, document_names, is_draft, kept_issued
from sopgen.cli.building.manifest import Manifest
from sopgen.diagnostics import Refusal
from sopgen.foreign.files import is_irregular


def left_behind(manifest: Manifest, output: Path) -> tuple[Path, ...]:
    """The documents, with the output folder, of specs that are there no more; one that was kept stands for its SOP."""
    found: dict[Path, None] = {}
    gone: dict[str, bool] = {}
    for name, entry in sorted(manifest.files.items()):
        place = Path(name)
        if place.suffix not in SUFFIXES or is_draft(entry):
            continue
        if entry.spec not in gone:
            gone[entry.spec] = not os.path.lexists(output / entry.spec)
        if gone[entry.spec] and place in document_names(place.with_suffix("")):
            kept = kept_issued(output, place.with_suffix(""))
            found[kept or output / place] = None
    return tuple(found)


def of_number(number: str, places: Iterable[Path]) -> Path | None:
    """The first of these documents that is of the SOP of a number."""
    if not number.strip():
        return None
    return next((place for place in places if _number_in(place) == number.strip()), None)


def _number_in(place: Path) -> str:
    """Empty where nothing can be read."""
    if is_irregular(place):
        return ""
    try:
        seen = place.stat()
    except OSError:
        return ""
    return _number_read(place, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=10_000)
def _number_read(place: Path, _changed: int, _size: int) -> str:
    from sopgen import finished

    try:
        return finished.load_held(finished.read_held(place), str(place)).sop.nomor.strip()
    except Refusal:
        return ""
