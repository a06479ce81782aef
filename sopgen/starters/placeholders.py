"""What stands in a new spec until somebody replaces it: ‹such as this›, or a value of the earlier sample."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sopgen.intake.loaded import Loaded

Place = tuple[str | int, ...]
_MARKED: Final = re.compile("‹[^‹›]*›")
_SAMPLE: Final[dict[Place, str]] = {
    ("nomor",): "SOP-001/ORG/2025",
    ("pengesahan", "nama"): "Nama Pejabat, S.Sos., M.Si.",
}


def placeholders_in(data: dict[str, Any] | list[Any], path: Place = ()) -> Iterator[tuple[Place, str]]:
    """Each place with the first placeholder there."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        place = (*path, key)
        if isinstance(value, dict | list):
            yield from placeholders_in(value, place)
        elif isinstance(value, str) and (found := _placeholder(place, value)):
            yield place, found


def _placeholder(place: Place, text: str) -> str:
    if "‹" in text and (found := _MARKED.search(text)):
        return found.group()
    return text.strip() if place in _SAMPLE and text.strip() == _SAMPLE[place] else ""


def placeholders_of(loaded: Loaded) -> Iterator[tuple[Place, str]]:
    """Those of a spec, and those that it has from its sopgen.yaml."""
    data = loaded.data if isinstance(loaded.data, dict) else {}
    yield from placeholders_in(data)
    if "‹".encode() in (loaded.defaults_source or b""):
        sop = loaded.sop
        approval = {key: value for key, value in sop.pengesahan._asdict().items() if isinstance(value, str)}
        inherited = {"instansi": list(sop.instansi), "unit": list(sop.unit), "pengesahan": approval}
        yield from placeholders_in({key: value for key, value in inherited.items() if key not in data})


def has_placeholder(text: str) -> bool:
    return bool(_MARKED.search(text))
