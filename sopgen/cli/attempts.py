"""Spec by spec: a spec that fails is reported and does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ParamSpec, TypeVar

from sopgen.cli.console import Console, shown
from sopgen.cli.faults import (
    EXIT_COMMAND_LINE,
    EXIT_FINE,
    EXIT_REFUSED,
    NO_WORKING_FOLDER,
    CommandLineFault,
    EditedFault,
    WriteFault,
)
from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity

P = ParamSpec("P")
T = TypeVar("T")
LONGEST_FAULT = 200


class Attempts:
    def __init__(self, console: Console) -> None:
        self._console = console
        self.exit_code = EXIT_FINE

    def attempt(self, spec: Path, stage: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """The result of one stage for one spec; None if it is refused or not written, or the program fails on it."""
        try:
            return stage(*args, **kwargs)
        except Refusal as refusal:
            self.refuse(spec, refusal.diagnostics)
        except CommandLineFault:
            raise  # nothing more can be done for any spec
        except EditedFault as fault:
            self._console.fault(fault.message)
            self._fall_to(EXIT_REFUSED)
        except WriteFault as fault:
            self._console.fault(fault.message)
            self._fall_to(EXIT_COMMAND_LINE)
        except OSError as error:
            self._disturbed(spec, error)
        except Exception as error:  # noqa: BLE001 - no spec may end the run or show a traceback
            self.refuse(spec, [traced_fault(error)])
        return None

    def _disturbed(self, spec: Path, error: OSError) -> None:
        """A full disk is told as what was not written is; what else the system refused, as the spec is."""
        from sopgen.foreign.files import is_full

        if is_full(error):
            name, why = shown(spec), told_of_system(error)
            self._console.fault(Message(f"{name}: {why.id}", f"{name}: {why.en}"))
            self._fall_to(EXIT_COMMAND_LINE)
        else:
            self.refuse(spec, [disturbance(error)])

    def refuse(self, spec: Path, diagnostics: Iterable[Diagnostic]) -> None:
        self._fall_to(EXIT_REFUSED)
        for diagnostic in diagnostics:
            self._console.diagnostic(diagnostic, spec)

    def _fall_to(self, code: int) -> None:
        self.exit_code = max(self.exit_code, code)


def disturbance(error: OSError) -> Diagnostic:
    """What the system refused while a spec was in hand: a folder was deleted, a disk is full; no fault of sopgen's."""
    why = told_of_system(error)
    return Diagnostic(
        code="BACA-01",
        severity=Severity.WAJIB,
        message=Message(f"{why.id[0].upper()}{why.id[1:]}.", f"{why.en[0].upper()}{why.en[1:]}."),
        remedy=Message("Periksa folder dan penyimpanannya, lalu ulangi.", "Look at folder and disk, then try again."),
    )


def told_of_system(error: OSError) -> Message:
    from sopgen.foreign.files import is_full, why_unread, working_folder_stands

    if not working_folder_stands():
        return NO_WORKING_FOLDER
    why = why_unread(error)
    if is_full(error):
        return why
    return Message(f"tidak dapat membaca atau menulis: {why.id}", f"cannot read or write: {why.en}")


def traced_fault(error: BaseException) -> Diagnostic:
    """The program's own mistake, with a traceback on stderr for those who asked for one."""
    if os.environ.get("SOPGEN_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    return internal_fault(error)


def internal_fault(error: BaseException) -> Diagnostic:
    """The program's own mistake, in one line: what, and the line of code it came from."""
    said = " ".join(str(error).split())[:LONGEST_FAULT]
    told = ": ".join(part for part in (type(error).__name__, said) if part) + _origin(error)
    return Diagnostic(
        code="PROGRAM-01",
        severity=Severity.WAJIB,
        message=Message(f"Kesalahan di dalam sopgen sendiri ({told}).", f"Internal fault in sopgen itself ({told})."),
        remedy=Message(
            "Bukan salah Anda; laporkan kepada pengembang bersama berkas ini (rincian: SOPGEN_DEBUG=1).",
            "Not your fault; please report it with this file (details: SOPGEN_DEBUG=1).",
        ),
    )


def _origin(error: BaseException) -> str:
    place = error.__traceback__
    if place is None:
        return ""
    while place.tb_next is not None:
        place = place.tb_next
    return f", {Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}"
