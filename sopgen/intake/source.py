"""Source: where a spec comes from, as the reader sees it: a name, bytes, and a way to what belongs to them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol

from sopgen.intake.fault import Fault


class FoundLogo(NamedTuple):
    """A logo's bytes, not looked at yet. `path`: what tells it from other logos."""

    path: Path
    data: bytes


class Source(Protocol):
    """A text to read. Compared by value: equal sources are one file."""

    @property
    def shown(self) -> str:
        """Its name as messages show it."""

    @property
    def name(self) -> str:
        """The file's own name, which finished documents carry."""

    def read(self) -> bytes:
        """Its bytes, at most one more than are worth reading. Raises `Refusal`."""

    def defaults(self) -> Source | None:
        """The sopgen.yaml that it rests on."""

    def find_logo(self, text: str) -> FoundLogo | Fault | None:
        """The logo that this file names `text`; None where logos are left behind by design."""
