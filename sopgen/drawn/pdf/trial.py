"""A foreign PDF is first opened, and its pages are pictured, in a process that may be lost (`trial_process`).

What pdfium keeps of a page cannot be foretold from the file: forms drawn by forms, clips and marks that all things
after them carry, streams packed in a dozen ways or locked without a password. That process ends itself when a file
takes too much. It stays for the next file, and ends with the program.
"""

from __future__ import annotations

import atexit
import os
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO, Final, NamedTuple

from sopgen.drawn.pdf.contents import NotOpened

ASKED: Final = struct.Struct("<cQIid")
"""What is asked, the file's length, a page from 0, quarters to turn it by, pixels a point; the file follows."""
ANSWERED: Final = struct.Struct("<cIIIQ")
"""What came of it, a picture's width, height and bytes a row, and how many bytes follow."""
OPEN, GREY, PRINTED, COLOURED = b"o", b"g", b"p", b"c"
"""To open it; a page in grey as a screen shows it, or as paper does; in colours."""
FINE, FAILED = b"+", b"-"
TOO_MUCH: Final = 3
"""The exit code of a process that ended because a file took too much."""


class Bitmap(NamedTuple):
    """Bytes a pixel: one, or three (blue, green, red). `stride`: bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


class NoTrial(Exception):  # noqa: N818 - what is lacking
    """No process can be started here."""


def try_opening(data: bytes) -> None:
    """Raises `NotOpened` for a file whose pages take too much or end the process; `NoTrial`.

    What cannot be opened at all is not told here: who opens it learns why.
    """
    _ask(ASKED.pack(OPEN, len(data), 0, 0, 0.0), data)


def pictured(data: bytes, number: int, turned: int, scale: float, kind: bytes) -> Bitmap:
    """A page from 0, turned by quarters, in `GREY`, `PRINTED` or `COLOURED`. Raises `NotOpened`, `NoTrial`."""
    found = _ask(ASKED.pack(kind, len(data), number, turned, scale), data)
    if found is None:
        raise NotOpened("broken")
    return found


class _Over(Exception):  # noqa: N818 - no fault
    """A process that had answered, and has ended to give back its memory."""


class _Process:
    """One that was started by this very process: a fork has the pipes of another's."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this program's own
                [sys.executable, "-P", "-m", f"{__package__}.trial_process"],
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            raise NoTrial from None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._questions, self._answers = self._process.stdin, self._process.stdout
        if self._answers.read(len(FINE)) != FINE:
            self.end()
            raise NoTrial

    def ask(self, *question: bytes) -> Bitmap | None:
        """Raises `NotOpened` if it was lost of it, `_Over` if it had ended before."""
        try:
            for each in question:
                self._questions.write(each)
            self._questions.flush()
            said, width, height, stride, length = ANSWERED.unpack(_read(self._answers, ANSWERED.size))
            return Bitmap(width, height, stride, _read(self._answers, length)) if said == FINE else None
        except (OSError, EOFError):
            code = self._process.wait()
            if code == 0:
                raise _Over from None
            raise NotOpened("large" if code == TOO_MUCH else "broken") from None

    def end(self) -> None:
        for pipe in (self._questions, self._answers):
            with suppress(OSError):
                pipe.close()
        if self.owner == os.getpid():
            self._process.kill()
            self._process.wait()


_asking = threading.Lock()
_kept: _Process | None = None


def _ask(*question: bytes) -> Bitmap | None:
    global _kept  # noqa: PLW0603 - one for all files: its start takes longer than most of them
    with _asking:
        while True:
            if _kept is None or _kept.owner != os.getpid():
                _kept = _Process()
            try:
                return _kept.ask(*question)
            except _Over:
                _end()
            except BaseException:  # lost, or interrupted: what it says now would be taken for the next answer
                _end()
                raise


@atexit.register
def _end() -> None:
    global _kept  # noqa: PLW0603
    if _kept is not None:
        _kept.end()
    _kept = None


def _read(pipe: IO[bytes], length: int) -> bytes:
    found = pipe.read(length)
    if len(found) < length:
        raise EOFError
    return found
