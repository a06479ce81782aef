"""Papers that stand beside an SOP's document and are none: its public edition, pictures, standards, leaflets.

Sopgen's own, unchanged since, named after the document beside them, and without a spec, which holds what is internal.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def companions_among(documents: Iterable[Path]) -> set[Path]:
    """Those of them that are such papers. What cannot be read is none."""
    places = {path.with_name(path.name.lower()): path for path in documents}
    return {path for lowered, path in places.items() if _beside(lowered) in places and _is_paper(path)}


def _beside(path: Path) -> Path | None:
    """The document that a file called NAME.KIND.pdf is named after."""
    name, *kinds = path.name.split(".")
    return path.with_name(f"{name}.pdf") if len(kinds) == 2 and kinds[-1] == "pdf" else None


def _is_paper(path: Path) -> bool:
    from sopgen import pipeline
    from sopgen.foreign.files import MOST_BYTES, read_file
    from sopgen.render.enclosed import NothingEnclosed

    try:
        data = read_file(path, MOST_BYTES)
    except OSError:
        return False
    if len(data) > MOST_BYTES or pipeline.seal_state(data) != "whole":
        return False
    try:
        pipeline.enclosed(data)
    except NothingEnclosed:
        return True
    return False
