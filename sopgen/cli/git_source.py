"""`REV:path` on a command line → the file as that revision of a git repository has it. Nothing is checked out."""

from __future__ import annotations

import os
import posixpath
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final, NamedTuple

from sopgen.cli.faults import CommandLineFault
from sopgen.diagnostics import Message
from sopgen.foreign.files import MOST_BYTES
from sopgen.intake.fault import Fault
from sopgen.intake.logo import missing, outside
from sopgen.intake.project import DEFAULTS_NAME
from sopgen.intake.source import FoundLogo

_DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]")
_SECONDS: Final = 60
_NO_GIT: Final = Message(
    "REV:path memerlukan git; pasang git, atau sebutkan berkas", "REV:path needs git; install it, or name a file"
)


class GitSource(NamedTuple):
    """`path` counts from the repository's root, `folder` is where git was asked; its sopgen.yaml and its logo are the
    revision's own.
    """

    revision: str
    path: str
    data: bytes
    folder: Path

    @property
    def shown(self) -> str:
        return f"{self.revision}:{self.path}"

    @property
    def name(self) -> str:
        return posixpath.basename(self.path)

    def read(self) -> bytes:
        return self.data

    def defaults(self) -> GitSource | None:
        """Looked for up to the repository's root, or to the folder that holds pyproject.toml."""
        folder = posixpath.dirname(self.path)
        while True:
            place = posixpath.join(folder, DEFAULTS_NAME)
            if (data := _blob(self.revision, place, self.folder)) is not None:
                return self._replace(path=place, data=data)
            marked = _blob(self.revision, posixpath.join(folder, "pyproject.toml"), self.folder) is not None
            if marked or not folder:
                return None
            folder = posixpath.dirname(folder)

    def find_logo(self, text: str) -> FoundLogo | Fault:
        place = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), text.replace("\\", "/")))
        if place.startswith(("../", "/")):
            return outside(text)
        data = _blob(self.revision, place, self.folder)
        return missing(text, f"{self.revision}:{place}") if data is None else FoundLogo(Path(place), data)


def names_revision(text: str) -> bool:
    """Whether a word of the command line is `REV:path`, not a file."""
    revision, colon, path = text.partition(":")
    return bool(colon and revision and path) and not _DRIVE.match(text) and not os.path.lexists(text)


def git_source(text: str) -> GitSource:
    """The path counts from the working folder or, as git has it, from the root. Raises CommandLineFault."""
    revision, _, path = text.partition(":")
    here = Path.cwd()
    if revision.startswith("-") or _git(here, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None:
        raise CommandLineFault(
            Message(
                f"{text}: tidak ada revisi git {revision} di sini",
                f"{text}: there is no git revision {revision} here",
            )
        )
    prefix = (_git(here, "rev-parse", "--show-prefix") or b"").decode("utf-8", "surrogateescape").strip("\n")
    plain = path.replace("\\", "/") if os.name == "nt" else path
    for place in (posixpath.normpath(posixpath.join(prefix, plain)), posixpath.normpath(plain)):
        if not place.startswith(("../", "/")) and (data := _blob(revision, place, here)) is not None:
            return GitSource(revision, place, data, here)
    raise CommandLineFault(
        Message(f"{text}: berkas itu tidak ada di revisi {revision}", f"{text}: that revision has no such file")
    )


def _blob(revision: str, path: str, folder: Path) -> bytes | None:
    """A file's bytes as they were committed, no filter run; None where there is no such file, or it is too large."""
    name = f"{revision}:{path}"
    size = _git(folder, "cat-file", "-s", name)
    if size is None or int(size) > MOST_BYTES:
        return None
    return _git(folder, "cat-file", "blob", name)


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git says; None where it says no. Raises CommandLineFault where there is no git."""
    program = shutil.which("git")
    if program is None:
        raise CommandLineFault(_NO_GIT)
    try:
        done = subprocess.run(  # noqa: S603 - a program found by name, arguments as a list
            [program, *arguments], cwd=folder, capture_output=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
    return done.stdout if done.returncode == 0 else None
