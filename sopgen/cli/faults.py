"""Faults that end a command, and the exit codes of the contract."""

from __future__ import annotations

from sopgen.diagnostics import Message

EXIT_FINE = 0
EXIT_REFUSED = 1
EXIT_COMMAND_LINE = 2
EXIT_STALE = 3
EXIT_INTERRUPTED = 130
NO_WORKING_FOLDER = Message(
    "folder kerja sudah tidak ada (dihapus atau dipindahkan); pindahlah ke folder lain lalu ulangi",
    "the working folder is gone (deleted or moved); go to another folder and try again",
)


class CommandLineFault(Exception):  # noqa: N818 - like Refusal: what happened, not what kind of class
    """The command line, a SPECS path or the output folder is wrong: nothing more can be done."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


class UsageFault(CommandLineFault):
    """Words or options that do not go together, or are missing: the command's help is named beside what is wrong."""


class WriteFault(Exception):  # noqa: N818 - idem
    """One output file could not be written; the others may still be."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


class TakenFault(WriteFault):
    """What was to be new stands there already, written meanwhile by another run, say."""


class EditedFault(Exception):  # noqa: N818 - idem
    """An output that somebody changed by hand stands in the way; the others may still be written."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message
