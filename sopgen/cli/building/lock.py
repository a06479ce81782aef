"""The lock of an output folder's manifest. It says who holds it, so that one left by a killed run costs no wait."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sopgen.cli.console import shown
from sopgen.cli.faults import WriteFault
from sopgen.cli.writing import process_runs, this_machine
from sopgen.diagnostics import Message
from sopgen.foreign.files import NotRegular, read_file

NAME: Final = ".sopgen.lock"
PATIENCE: Final = 10.0  # seconds: no build holds the lock for longer, so one that stands there was left by a killed run
TOLD_AFTER: Final = 1.0  # seconds
_PAUSE: Final = 0.02
_MOST_SAID: Final = 100


@contextmanager
def locked(folder: Path, waits: Callable[[Path], None]) -> Iterator[None]:
    """`waits` is told once if another build holds the lock for a while. Raises WriteFault where none can ever be had.

    Where none can be made for other reasons, the write that follows says why.
    """
    lock = folder / NAME
    held = _take(lock, waits)
    try:
        yield
    finally:
        if held:
            with suppress(OSError):
                lock.unlink()


def _take(lock: Path, waits: Callable[[Path], None]) -> bool:
    """Whether the lock is ours to give back."""
    since, told = time.monotonic(), False
    while True:
        try:
            number = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            waited = time.monotonic() - since
            left = _left(lock, patient=waited <= PATIENCE)
            if left is not None:
                _clear(lock, left)
                since, told = time.monotonic(), True
                continue
            if waited > TOLD_AFTER and not told:
                waits(lock)
                told = True
            time.sleep(_PAUSE)
        except OSError:
            return False
        else:
            with os.fdopen(number, "w") as file:
                file.write(f"{this_machine()} {os.getpid()}\n")
            return True


def _left(lock: Path, *, patient: bool) -> bytes | None:
    """What a lock says that nobody holds any more: its process is gone, or it names none and is old.

    None where somebody may hold it. Raises WriteFault for what can be no lock.
    """
    try:
        said = read_file(lock, _MOST_SAID)
        age = time.time() - lock.stat().st_mtime
    except (IsADirectoryError, NotRegular) as error:
        raise WriteFault(_in_the_way(lock)) from error
    except OSError:
        return None  # given back meanwhile
    machine, _, process = said.decode("ascii", "replace").strip().partition(" ")
    here = machine == this_machine()
    gone = here and not process_runs(int(process)) if process.isdigit() else age > PATIENCE
    return said if gone or not patient else None


def _clear(lock: Path, left: bytes) -> None:
    """By another name first: of two that wait, the later one would take away the earlier one's. Raises WriteFault."""
    away = lock.with_name(f"{NAME}-{os.getpid()}")
    try:
        lock.rename(away)
        if read_file(away, _MOST_SAID) == left:
            away.unlink()
        else:
            away.rename(lock)
    except FileNotFoundError:
        return
    except OSError as error:
        raise WriteFault(_in_the_way(lock)) from error


def _in_the_way(lock: Path) -> Message:
    return Message(
        f"{shown(lock)} menghalangi dan tidak dapat dihapus; hapus lalu ulangi",
        f"{shown(lock)} is in the way and cannot be removed; delete it and try again",
    )
