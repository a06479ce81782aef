"""What every finished format shares: that it carries the files it was made from, and a digest of its own contents."""

from __future__ import annotations

from typing import Literal

from sopgen.diagnostics import Message

SealState = Literal["whole", "edited", "foreign"]
"""`whole`: the file carries the digest of its own contents and agrees; `edited`: it does not; `foreign`: none."""


class NothingEnclosed(Exception):  # noqa: N818 - what was found, not what kind of class
    """A finished file that gives no spec back; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message
