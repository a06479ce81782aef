"""Which specs that are checked together belong together."""

from __future__ import annotations

from sopgen.intake.loaded import Loaded


def agency_of(loaded: Loaded) -> str:
    """The agency, however it is cased and broken into lines; specs that name none are one group."""
    return _plain(loaded.sop.instansi)


def unit_of(loaded: Loaded) -> tuple[str, str]:
    return agency_of(loaded), _plain(loaded.sop.unit)


def _plain(lines: tuple[str, ...]) -> str:
    return " ".join(" ".join(lines).casefold().split())
