"""Which SOP's document a file is, by the number in the spec that it carries."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from sopgen.diagnostics import Refusal
from sopgen.foreign.files import is_irregular


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
