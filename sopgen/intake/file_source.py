"""Sources in the file system: sopgen.yaml lies in a folder above the spec, the logo inside the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from sopgen.diagnostics import Message
from sopgen.foreign.files import read_file, why_unread
from sopgen.intake.codes import Code
from sopgen.intake.decoding import MAX_BYTES, refusal
from sopgen.intake.fault import Fault
from sopgen.intake.logo import MAX_BYTES as MAX_LOGO_BYTES
from sopgen.intake.logo import missing, outside
from sopgen.intake.project import find_project, shown
from sopgen.intake.source import FoundLogo


class FileSource(NamedTuple):
    """A file; with `data`, its text as an editor or a pipe has it, which need not be what the disk holds."""

    path: Path
    shown: str
    data: bytes | None = None

    @property
    def name(self) -> str:
        return self.path.name

    def read(self) -> bytes:
        """At most one byte more than `MAX_BYTES`, so that a huge or endless file does no harm."""
        if self.data is not None:
            return self.data
        try:
            return read_file(self.path, MAX_BYTES)
        except OSError as error:
            reason = why_unread(error)
            message = Message(f"Berkas tidak dapat dibuka: {reason.id}.", f"The file cannot be opened: {reason.en}.")
            remedy = Message("Periksa nama, tempat, dan izin berkas.", "Check the file's name, place and permissions.")
            raise refusal(Code.UNREADABLE, self.shown, message, remedy) from None

    def defaults(self) -> FileSource | None:
        found, _ = find_project(self.path)
        return None if found is None else FileSource(found, shown(found, self.path))

    def find_logo(self, text: str) -> FoundLogo | Fault:
        """Its path counts from this file's folder. A spec outside the project keeps its logo in its own folder."""
        folder = self.path.parent
        _, root = find_project(self.path)
        allowed = root if folder.resolve().is_relative_to(root.resolve()) else folder
        try:
            real = (folder / text).resolve(strict=True)
            if not real.is_relative_to(allowed.resolve()):
                return outside(text)
            return FoundLogo(real, read_file(real, MAX_LOGO_BYTES))
        except (OSError, ValueError, RuntimeError):
            return _missing(text, folder)


def file_source(path: str | Path, data: bytes | None = None) -> FileSource:
    """The file at a path, shown as the caller named it."""
    path = Path(path)
    return FileSource(path, path.as_posix(), data)


def _missing(text: str, folder: Path) -> Fault:
    return missing(text, text if "\0" in text else Path(os.path.abspath(folder / text)).as_posix())  # noqa: PTH100 - links stay
