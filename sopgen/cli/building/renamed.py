"""Documents whose spec is gone: the one that a spec of another file name issued is found by its SOP's number."""

from __future__ import annotations

import os
from pathlib import Path

from sopgen.cli.building.issued import SUFFIXES, document_names, is_draft, kept_issued
from sopgen.cli.building.manifest import Manifest


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
