"""Sources in memory: a spec out of a finished document, from a browser or a program. No file is looked for."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sopgen.intake.fault import Fault
from sopgen.intake.logo import missing
from sopgen.intake.project import DEFAULTS_NAME
from sopgen.intake.source import FoundLogo


class MemorySource(NamedTuple):
    """`bureau`: the sopgen.yaml that goes with it. `logos`: (name as the files say it, or its last part, bytes).

    `logos` None: they were left behind, as in a finished document's enclosed spec; it is drawn without one.
    """

    name: str
    data: bytes
    bureau: bytes | None = None
    logos: tuple[tuple[str, bytes], ...] | None = ()

    @property
    def shown(self) -> str:
        return self.name

    def read(self) -> bytes:
        return self.data

    def defaults(self) -> MemorySource | None:
        return None if self.bureau is None else MemorySource(DEFAULTS_NAME, self.bureau, logos=self.logos)

    def find_logo(self, text: str) -> FoundLogo | Fault | None:
        if self.logos is None:
            return None
        for name, data in self.logos:
            if name in (text, text.replace("\\", "/").rpartition("/")[2]):
                return FoundLogo(Path(name), data)
        return missing(text, text)
