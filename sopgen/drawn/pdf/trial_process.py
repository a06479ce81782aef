"""The process that opens foreign PDFs before the program does, and ends itself when one takes too much.

    python -m sopgen.drawn.pdf.trial_process

Questions and answers as `trial` has them, by standard input and output, until there are no more questions.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from typing import Final

from sopgen.drawn.pdf.contents import MOST_CHARACTERS, MOST_PAGES, NotOpened
from sopgen.drawn.pdf.pdfium import NativePdf
from sopgen.drawn.pdf.trial import ANSWERED, ASKED, FAILED, FINE, OPEN, TOO_MUCH, Bitmap

MOST_MEMORY: Final = 160 << 20
"""Bytes of this process, besides the file: a page of any SOP takes a ninth of them."""
MOST_SECONDS: Final = 6.0
"""Of processor time, for one question."""
_STALE: Final = 80 << 20
"""Bytes: a process that took more ends when it has answered, so that the next file finds all of the room."""
_LOOK: Final = 0.005  # seconds between two looks


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    answers.write(FINE)  # it has what it needs
    answers.flush()
    while len(head := questions.read(ASKED.size)) == ASKED.size:
        what, length, number, turned, scale = ASKED.unpack(head)
        data = questions.read(length)
        with _Watch(len(data)):
            bitmap = _opened(data) if what == OPEN else _pictured(data, number, turned, scale, what)
        said = FAILED if bitmap is None else FINE
        width, height, stride, pixels = bitmap or _NOTHING
        answers.write(ANSWERED.pack(said, width, height, stride, len(pixels)))
        answers.write(pixels)
        answers.flush()
        if _held() > _STALE:
            return


_NOTHING: Final = Bitmap(0, 0, 0, b"")


def _opened(data: bytes) -> Bitmap | None:
    """Each page as the reader asks for it, until one has too much: the reader will see that, too."""
    with suppress(NotOpened):
        document = NativePdf(data)
        for number in range(min(len(document), MOST_PAGES)):
            page = document.page(number)
            characters = page.count_characters()
            page.close()
            if characters > MOST_CHARACTERS:
                break
        document.close()
        return _NOTHING
    return None


def _pictured(data: bytes, number: int, turned: int, scale: float, kind: bytes) -> Bitmap | None:
    with suppress(NotOpened):
        document = NativePdf(data)
        bitmap = document.bitmap(number, turned, scale, kind)
        document.close()
        return bitmap
    return None


class _Watch:
    """Ends the process in the midst of pdfium's work, which no exception reaches."""

    def __init__(self, file: int) -> None:
        self._most = MOST_MEMORY + 2 * file
        self._done = threading.Event()
        self._began = time.process_time()
        self._looking = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> None:
        self._looking.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._looking.join()

    def _look(self) -> None:
        while not self._done.wait(_LOOK):
            if _held() > self._most or time.process_time() - self._began > MOST_SECONDS:
                os._exit(TOO_MUCH)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS (psapi.h)."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", *(f"more{n}" for n in range(7)))),
        )

    def _held() -> int:
        """Bytes of memory, the most that this process ever held."""
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        current = ctypes.windll.kernel32.GetCurrentProcess
        current.restype = wintypes.HANDLE
        ask = ctypes.windll.kernel32.K32GetProcessMemoryInfo
        ask.argtypes = (wintypes.HANDLE, ctypes.POINTER(_Counters), wintypes.DWORD)
        ask(current(), counters, counters.cb)
        return int(counters.PeakWorkingSetSize)

elif sys.platform == "linux":
    _PAGE: Final = os.sysconf("SC_PAGE_SIZE")
    _SIZES: Final = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)

    def _held() -> int:
        """Bytes of memory that this process holds (proc_pid_statm(5)); the peak that it is told is its parent's."""
        return int(os.pread(_SIZES, 99, 0).split()[1]) * _PAGE

else:
    import resource

    _UNIT: Final = 1 if sys.platform == "darwin" else 1024  # bytes in what is told

    def _held() -> int:
        """Bytes of memory, the most that this process ever held."""
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


if __name__ == "__main__":
    main()
