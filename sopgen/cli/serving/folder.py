"""A folder of specs as a page sees it: places below it, whole files in and out, nothing outside it."""

from __future__ import annotations

import hashlib
import os
import re
import threading
from pathlib import Path
from typing import Final, NamedTuple

from sopgen.cli.faults import CommandLineFault
from sopgen.cli.serving.alone import alone_in
from sopgen.cli.specs import FORM_SUFFIX, SUFFIX, find_specs
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Message, Refusal
from sopgen.foreign.files import MOST_BYTES, read_file, state_of, why_unread
from sopgen.intake.decoding import MAX_BYTES
from sopgen.intake.project import DEFAULTS_NAME

_TOO_LARGE: Final = Message("jauh lebih besar daripada SOP mana pun", "far larger than any SOP")
_PART: Final = re.compile(r"[^\x00-\x1f\x7f/\\:*?\"<>|]+")

# Windows takes these for devices, whatever stands behind the first dot.
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE)


class Outside(Exception):  # noqa: N818 - where the place lies
    """A place that is no spec's below the folder."""


class Missing(Exception):  # noqa: N818 - what was found
    """There is no such file."""


class Unreadable(Exception):  # noqa: N818 - what was found
    """Something stands there that cannot be read, or is larger than any SOP; nothing is put in its place."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


class Changed(Exception):  # noqa: N818 - what was found
    """The file is no longer what the writer last saw; nothing was written."""


class Listed(NamedTuple):
    """One spec. Without title and number it is refused. `status`: konsep, berlaku or dicabut."""

    place: str
    title: str = ""
    number: str = ""
    status: str = ""
    refused: bool = False


class Folder:
    """`root` and all below it. What its methods raise says which rule was broken."""

    def __init__(self, root: Path) -> None:
        self.root = Path(os.path.realpath(root))
        self._writing = threading.Lock()
        self._known: dict[Path, tuple[object, Listed]] = {}

    def locate(self, place: str) -> Path:
        """The file of a place such as `sub/x.sop.yaml`. Links may lead anywhere below the root, and nowhere else."""
        parts = place.split("/")
        if not all(_is_name(part) for part in parts) or not place.lower().endswith((SUFFIX, FORM_SUFFIX)):
            raise Outside(place)
        path = self.root.joinpath(*parts)
        if not Path(os.path.realpath(path)).is_relative_to(self.root):
            raise Outside(place)
        return path

    def specs(self) -> list[Listed]:
        """Every spec below the root, with what it calls itself. What did not change since is not read again."""
        return [self._remembered(path) for path in self.places()]

    def _remembered(self, path: Path) -> Listed:
        stamp = _stamp(path)
        known = self._known.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        listed = self._listed(path)
        if not listed.refused:  # a refusal may hang on another file, a logo
            self._known[path] = stamp, listed
        return listed

    def places(self) -> list[Path]:
        """The files of all specs below the root."""
        try:
            return find_specs([self.root])
        except CommandLineFault:  # none yet
            return []

    def _listed(self, path: Path) -> Listed:
        from sopgen import pipeline

        place = path.relative_to(self.root).as_posix()
        try:
            sop = pipeline.load(path).sop
        except Refusal:
            return Listed(place, refused=True)
        return Listed(place, sop.judul, sop.nomor or "", sop.status)

    def read(self, place: str) -> tuple[bytes, str]:
        """The file and its digest, by which a writer shows what it last saw."""
        path = self.locate(place)
        most = MAX_BYTES if place.lower().endswith(SUFFIX) else MOST_BYTES
        try:
            data = read_file(path, most)
        except (FileNotFoundError, NotADirectoryError):
            raise Missing(place) from None
        except OSError as error:
            raise Unreadable(cannot_read(place, why_unread(error))) from None
        if len(data) > most:
            raise Unreadable(cannot_read(place, _TOO_LARGE))
        return data, digest(data)

    def write(self, place: str, data: bytes, seen: str | None) -> str:
        """Whole or not at all. `seen`: the digest of what stood there when the writer read it, None for a new file."""
        path = self.locate(place)
        if not place.lower().endswith(SUFFIX):  # a form is a workbook: a text is not written over it
            raise Outside(place)
        with self._writing, alone_in(self.root):
            try:
                stands: str | None = self.read(place)[1]
            except Missing:
                stands = None
            if stands != seen:
                raise Changed(place)
            write_output(self.root, path.relative_to(self.root), data)
        return digest(data)


def cannot_read(place: str, why: Message) -> Message:
    return Message(f"{place} tidak dapat dibaca: {why.id}.", f"{place} cannot be read: {why.en}.")


def _stamp(path: Path) -> object:
    """When the spec was written, and every sopgen.yaml that may go with it."""
    return tuple(state_of(each) for each in (path, *(above / DEFAULTS_NAME for above in path.parents)))


def _is_name(part: str) -> bool:
    """Whether any system takes it for a file's own name: nothing hidden, no device, no end that Windows drops."""
    return bool(_PART.fullmatch(part)) and not (part.startswith(".") or part[-1] in ". " or _DEVICE.fullmatch(part))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
