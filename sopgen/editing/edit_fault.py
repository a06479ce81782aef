"""EditFault: an operation that cannot be carried out; the text is as it was."""

from __future__ import annotations

from sopgen.diagnostics import Message


class EditFault(Exception):  # noqa: N818 - the house's word
    """`steps`: the numbers of the kegiatan that stand in the way, if any do."""

    def __init__(self, message: Message, steps: tuple[int, ...] = ()) -> None:
        super().__init__(message.en)
        self.message = message
        self.steps = steps
