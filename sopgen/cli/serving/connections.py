"""Connections of a server for one person: how many stand open, and how long each may take to say what it wants.

A page opens half a dozen. Whatever else is on this computer may open more, say nothing or a letter now and then: it
keeps a place no longer than the page is waiting for one.
"""

from __future__ import annotations

import io
import socket
import threading
import time
from contextlib import suppress
from typing import Final

MOST_OPEN: Final = 64


class Connections:
    """Those that stand open, by socket, and which of them have not said yet what they want; from any thread."""

    def __init__(self, most: int = MOST_OPEN) -> None:
        self.most = most
        self._asking: dict[socket.socket, bool] = {}  # the one that has been asking longest first
        self._changing = threading.Lock()

    @property
    def count(self) -> int:
        return len(self._asking)

    def admit(self, found: socket.socket) -> bool:
        """Whether there is a place, if need be that of the one that has been asking longest, which is closed."""
        with self._changing:
            if len(self._asking) >= self.most:
                longest = next((each for each, asking in self._asking.items() if asking), None)
                if longest is None:
                    return False
                del self._asking[longest]
                with suppress(OSError):
                    longest.shutdown(socket.SHUT_RDWR)
            self._asking[found] = True
            return True

    def mark(self, known: socket.socket, *, asking: bool) -> None:
        """It begins to ask, or is answered from now on."""
        with self._changing:
            if self._asking.pop(known, None) is not None:
                self._asking[known] = asking

    def forget(self, known: socket.socket) -> None:
        with self._changing:
            self._asking.pop(known, None)


class Arriving(io.RawIOBase):
    """What a connection says, as long as its time lasts: all of it together, not from one letter to the next."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._until = 0.0

    def allow(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)
