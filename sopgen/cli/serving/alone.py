"""One writer at a time in a folder, whatever process it belongs to: between what is looked at and what is put there.

The lock is the system's own, on a file among the temporary ones, and ends with its process: none is left behind.
Where the system gives none (some network drives) writers are told apart by what they last saw alone.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_WAIT: Final = 5.0  # seconds for another writer, who takes some milliseconds
_PAUSE: Final = 0.02
_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def alone_in(root: Path) -> Iterator[None]:
    """Raises TimeoutError where another process keeps the folder for seconds."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:24]
    try:
        number = os.open(Path(tempfile.gettempdir(), f"sopgen-{name}.lock"), _FLAGS, 0o600)
    except OSError:  # another person's, or no room
        yield
        return
    try:
        _wait_for(number)
        yield
    finally:
        os.close(number)  # and with it the lock


def _wait_for(number: int) -> None:
    end = time.monotonic() + _WAIT
    while not _is_locked(number):
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(_PAUSE)


def _is_locked(number: int) -> bool:
    """Whether this process has the lock now; also where the system has none to give."""
    if os.name == "nt":
        import msvcrt

        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
