"""What a build reads of a spec: the spec, its sopgen.yaml, the logo that either names.

The one list of them, found by reading: whoever watches or compares asks here, and guesses nothing from names.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sopgen.diagnostics import Refusal
from sopgen.intake import FileSource, load_spec
from sopgen.intake.fault import Fault
from sopgen.intake.project import places_of_defaults
from sopgen.intake.source import FoundLogo


def inputs_of(spec: Path) -> frozenset[Path]:
    """Every file that reading the spec opens or looks for, found or not: what comes to stand there is read next."""
    sought: set[Path] = set()
    with suppress(Refusal, OSError):  # what is wrong with it the build says
        load_spec(_Noted(FileSource(spec, spec.as_posix()), sought))
    return frozenset(sought)


class _Noted:
    """A file as a source, which writes down what is looked for."""

    def __init__(self, file: FileSource, sought: set[Path]) -> None:
        self._file, self._sought = file, sought
        sought.add(_absolute(file.path))

    @property
    def shown(self) -> str:
        return self._file.shown

    @property
    def name(self) -> str:
        return self._file.name

    def read(self) -> bytes:
        return self._file.read()

    def defaults(self) -> _Noted | None:
        for place in places_of_defaults(self._file.path):
            self._sought.add(place)
            if os.path.lexists(place):
                break
        found = self._file.defaults()
        return None if found is None else _Noted(found, self._sought)

    def find_logo(self, text: str) -> FoundLogo | Fault:
        if "\0" not in text:
            self._sought.add(_absolute(self._file.path.parent / text))
        return self._file.find_logo(text)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - links stay
