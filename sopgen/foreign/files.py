"""A path → the bytes that stand there: regular files only, and never more of them than were asked for."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from sopgen.diagnostics import Message

MOST_BYTES: Final = 64 << 20
"""Of a finished document or a drawing from anywhere: a thousand times what an SOP has."""
_CHUNK: Final = 1 << 20
# Opening a pipe that nobody writes to would wait for ever; on Windows text would be translated.
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

REASONS: Final = {
    errno.ENOENT: Message("tidak ada", "there is none"),
    errno.ENOTDIR: Message("tidak ada", "there is none"),
    errno.EISDIR: Message("itu folder, bukan berkas", "it is a folder, not a file"),
    errno.EACCES: Message("akses ditolak; periksa izin berkas dan foldernya", "access denied; look at the permissions"),
    errno.ELOOP: Message("tautannya berputar", "its link leads round in a circle"),
    errno.ENAMETOOLONG: Message("namanya terlalu panjang", "its name is too long"),
}
_SAME: Final = {errno.EPERM: errno.EACCES}
FULL: Final = Message("penyimpanan penuh; kosongkan sebagian lalu ulangi", "the disk is full; make room")
_NO_TEMPORARY: Final = Message(
    "tidak ada tempat untuk berkas sementara; kosongkan penyimpanan, atau sebutkan folder lain dengan TMPDIR",
    "there is no room for temporary files; make some, or name another folder by TMPDIR",
)
_FULL: Final = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})


class NotRegular(OSError):  # noqa: N818 - what was found
    """A pipe, a device or a socket: reading one may never end."""


def read_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """At most one byte more than `most`, so that who asks can tell what is too large. Raises OSError."""
    with open_file(path) as file:
        return file.read(most + 1)


@contextmanager
def open_file(path: Path) -> Iterator[BinaryIO]:
    """A regular file, open for reading. Raises OSError: IsADirectoryError and `NotRegular` among others."""
    try:
        number = os.open(path, _FLAGS)
    except PermissionError:
        if os.name == "nt" and path.is_dir():  # as it tells of a folder
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path)) from None
        raise
    except ValueError as error:  # a zero byte in the name
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from error
    with os.fdopen(number, "rb") as file:
        kind = os.fstat(number).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
        if not stat.S_ISREG(kind):
            raise NotRegular(errno.EINVAL, "not a regular file", os.fspath(path))
        yield file


def sha256_of(path: Path, most: int = MOST_BYTES) -> str:
    """Of as much as `read_file` gives, a piece at a time. Raises OSError."""
    total, left = hashlib.sha256(), most + 1
    with open_file(path) as file:
        while chunk := file.read(min(_CHUNK, left)):
            total.update(chunk)
            left -= len(chunk)
    return total.hexdigest()


def is_irregular(path: Path) -> bool:
    """Whether a pipe, a device or a socket stands there."""
    try:
        kind = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(kind) or stat.S_ISDIR(kind))


def working_folder_stands() -> bool:
    """Whether there still is one: somebody may have deleted it."""
    try:
        os.getcwd()  # noqa: PTH109 - nothing but the question
    except OSError:
        return False
    return True


def is_full(error: OSError) -> bool:
    """Whether a disk, a share or the place for temporary files has no room: no file's fault."""
    return error.errno in _FULL or _without_temporary(error)


def _without_temporary(error: OSError) -> bool:
    """As `tempfile` says it, with the number of a missing file."""
    return isinstance(error, FileNotFoundError) and "temporary directory" in str(error.strerror)


def state_of(path: Path) -> tuple[int, int] | None:
    """When a file was written (ns) and its size: another pair, another file. None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def why_unread(error: OSError) -> Message:
    """Why a file could not be read, or a system not written to, in words that go on a sentence."""
    if isinstance(error, NotRegular):
        return Message("itu pipa atau perangkat, bukan berkas biasa", "it is a pipe or a device, not a regular file")
    if is_full(error):
        return _NO_TEMPORARY if _without_temporary(error) else FULL
    number = error.errno or 0
    own = error.strerror or type(error).__name__
    return REASONS.get(_SAME.get(number, number), Message(own, own))
