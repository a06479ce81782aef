"""`check --mark`: a copy of each drawn spec's PDF with its findings in place, in a folder of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen.cli.attempts import Attempts
from sopgen.cli.companions import MARKED
from sopgen.cli.console import Console, shown
from sopgen.cli.outputs import check_output_folder, collisions, stem_of
from sopgen.cli.overwriting import replace_output
from sopgen.diagnostics import Diagnostic, Message
from sopgen.report.review import Reviewed, counts
from sopgen.wording import date_words

if TYPE_CHECKING:
    from sopgen.scene import Document


class MarkedCopies:
    """Two specs whose copies would have one name get none: `rivals` holds what is to be said of each."""

    def __init__(self, folder: Path, specs: Sequence[Path], today: date, console: Console, *, force: bool) -> None:
        check_output_folder(folder)
        self._folder = folder
        self._stems = {spec: stem_of(spec) for spec in specs}
        self._today = today
        self._force = force
        self._console = console
        self.rivals: dict[Path, Diagnostic] = collisions(self._stems)
        self._attempts = Attempts(console)

    @property
    def exit_code(self) -> int:
        return self._attempts.exit_code

    def write(self, spec: Path, document: Document, file: Reviewed) -> None:
        from sopgen import pipeline
        from sopgen.report.folding import folded
        from sopgen.report.places import placed

        if spec in self.rivals or spec not in self._stems:
            return
        findings = [finding.diagnostic for finding in file.findings]
        stem = self._stem(spec, file.part)

        def copied() -> Path:
            told, language = folded(file), self._console.language
            data = pipeline.render_marked(
                document,
                findings,
                self._summary(told),
                language,
                redrawn=file.redrawn,
                entries=[placed(each.diagnostic, file) for each in told.findings],
                pages=() if file.pages == tuple(range(1, len(file.pages) + 1)) else file.pages,
            )
            return replace_output(
                self._folder, stem.with_name(stem.name + MARKED), data, force=self._force, maker="check"
            )

        target = self._attempts.attempt(spec, copied)
        if target is not None:
            self._console.note(f"{shown(spec)} → {shown(target)}")

    def _stem(self, spec: Path, part: int) -> Path:
        """The first SOP of a file has the file's name, the others a number behind it, as an import gives them."""
        stem = self._stems[spec]
        if part < 2:
            return stem
        stem = stem.with_name(f"{stem.stem}-{part}{stem.suffix}")
        while stem in self._stems.values():
            stem = stem.with_name(f"{stem.stem}-sop{stem.suffix}")
        return stem

    def _summary(self, file: Reviewed) -> Message:
        told, day = counts(file.findings).message, date_words(self._today)
        return Message(f"{told.id}; tanggal acuan {day.id}", f"{told.en}; reference date {day.en}")
