"""`check --mark`: a copy of each drawn spec's PDF with its findings in place, in a folder of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen.cli.attempts import traced_fault
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import WriteFault
from sopgen.cli.outputs import check_output_folder, collisions, target_stem, write_output
from sopgen.diagnostics import Diagnostic, Message
from sopgen.report.review import Reviewed, counts

if TYPE_CHECKING:
    from sopgen.scene import Document

SUFFIX = ".bertanda.pdf"


class MarkedCopies:
    """Two specs whose copies would have one name get none: `rivals` holds what is to be said of each."""

    def __init__(self, folder: Path, specs: Sequence[Path], today: date, console: Console) -> None:
        check_output_folder(folder)
        self._folder = folder
        self._stems = {spec: _stem(spec) for spec in specs}
        self._today = today
        self._console = console
        self.rivals: dict[Path, Diagnostic] = collisions(self._stems)
        self.wrote_all = True

    def write(self, spec: Path, document: Document, file: Reviewed) -> None:
        from sopgen import pipeline

        if spec in self.rivals:
            return
        findings = [finding.diagnostic for finding in file.findings]
        try:
            data = pipeline.render_marked(document, findings, self._summary(file), self._console.language)
            stem = self._stems[spec]
            target = write_output(self._folder, stem.with_name(stem.name + SUFFIX), data)
        except WriteFault as fault:
            self._console.fault(fault.message)
            self.wrote_all = False
        except Exception as error:  # noqa: BLE001 - no copy may end the run or show a traceback
            self._console.diagnostic(traced_fault(error), spec)
            self.wrote_all = False
        else:
            self._console.note(f"{shown(spec)} → {shown(target)}")

    def _summary(self, file: Reviewed) -> Message:
        told, day = counts(file.findings).message, self._today.isoformat()
        return Message(f"{told.id}; tanggal acuan {day}", f"{told.en}; reference date {day}")


def _stem(spec: Path) -> Path:
    from sopgen.spec import find_project

    _, project_root = find_project(spec)
    return target_stem(spec, project_root)
