"""Papers that stand beside an SOP's document and are none: its public edition, pictures, standards, leaflets.

Sopgen's own, unchanged since, named after the document beside them, and without a spec, which holds what is internal.
So are copies with marks, wherever they lie: a check made them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

MARKED: Final = ".bertanda.pdf"
"""What a copy with marks is called after the file that it is of."""


def companions_among(documents: Iterable[Path]) -> set[Path]:
    """Those of them that are such papers. What cannot be read is none."""
    places = {path.with_name(path.name.lower()): path for path in documents}
    return {
        path
        for lowered, path in places.items()
        if (_beside(lowered) in places and _is_paper(path)) or (lowered.name.endswith(MARKED) and _is_of_check(path))
    }


def _beside(path: Path) -> Path | None:
    """The document that a file called NAME.KIND.pdf is named after."""
    name, *kinds = path.name.split(".")
    return path.with_name(f"{name}.pdf") if len(kinds) == 2 and kinds[-1] == "pdf" else None


def _is_paper(path: Path) -> bool:
    from sopgen import pipeline
    from sopgen.render.enclosed import NothingEnclosed

    data = _as_made(path)
    if data is None:
        return False
    try:
        pipeline.enclosed(data)
    except NothingEnclosed:
        return True
    return False


def _is_of_check(path: Path) -> bool:
    from sopgen import pipeline

    data = _as_made(path)
    return data is not None and pipeline.maker_of(data) == "check"


def _as_made(path: Path) -> bytes | None:
    """Of a file that is as sopgen wrote it; None of any other, and of what cannot be read."""
    from sopgen import pipeline
    from sopgen.foreign.files import MOST_BYTES, read_file

    try:
        data = read_file(path, MOST_BYTES)
    except OSError:
        return None
    return data if len(data) <= MOST_BYTES and pipeline.seal_state(data) == "whole" else None
