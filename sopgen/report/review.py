"""What a check found, as plain values: every format is made from a `Review` alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from sopgen.diagnostics import REFUSALS, Diagnostic, Message, Severity, family
from sopgen.intake.sop import Sop
from sopgen.rules.held import Unexamined


class FingerprintedFinding(NamedTuple):
    """A located diagnostic. `fingerprint` names it by rule and content, wherever it moves to in its file."""

    diagnostic: Diagnostic
    fingerprint: str


class Accepted(NamedTuple):
    """A finding that somebody lives with: `until` and `reason` as the spec's `abaikan` has them, or the baseline."""

    finding: FingerprintedFinding
    reason: Message
    until: date | None = None
    by: Literal["abaikan", "baseline"] = "abaikan"


class Drawing(NamedTuple):
    """The drawing's figures. `bound`: no drawing has fewer crossings; equal to `crossings` where that is proved.

    `step_pages`: on which page each step stands.
    """

    pages: int
    crossings: int
    bound: int
    proved: bool
    bends: int
    step_pages: tuple[tuple[int, int], ...] = ()


class Verdict(StrEnum):
    """What may be said of one file. Nobody may be told that rules are met which nobody looked at."""

    MET = "memenuhi"
    FAILED = "belum memenuhi"
    OPEN = "tidak dapat dinilai"


class Reviewed(NamedTuple):
    """One file. `sop` is None if it could not be read; `time` is the main path's, in words; `drawing` if drawn.

    `redrawn`: the drawing is ours of what a workbook or PDF says, not the one in the file.

    The baseline is no `examined` file, though findings of its own may stand in it.
    """

    file: str
    findings: tuple[FingerprintedFinding, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    sop: Sop | None = None
    drawing: Drawing | None = None
    time: Message | None = None
    examined: bool = True
    unexamined: tuple[Unexamined, ...] = ()
    redrawn: bool = False

    @property
    def verdict(self) -> Verdict:
        """A mandatory finding decides; else whatever was not examined leaves it open."""
        if any(is_failure(finding.diagnostic) for finding in self.findings):
            return Verdict.OPEN
        if any(finding.diagnostic.severity is Severity.WAJIB for finding in self.findings):
            return Verdict.FAILED
        return Verdict.OPEN if any(each.decisive for each in self.unexamined) else Verdict.MET


class Review(NamedTuple):
    """All files of one check. `today` is the reference date; `scope` the rules asked for, where not all were.

    `statistics`: a table of the rules instead of each finding; `accepted`: what is accepted is told too, as such;
    `rules_at`: the absolute address under which the rules' pages stand, where somebody gave one.
    """

    today: date
    files: tuple[Reviewed, ...]
    strict: bool = False
    scope: str = ""
    statistics: bool = False
    accepted: bool = False
    rules_at: str = ""

    def findings(self) -> tuple[tuple[str, FingerprintedFinding], ...]:
        """Each with its file; what stands at one place of a sopgen.yaml is one finding, however many specs share it."""
        told: dict[object, tuple[str, FingerprintedFinding]] = {}
        for file in self.files:
            for finding in file.findings:
                key = finding.diagnostic if finding.diagnostic.span else id(finding)
                told.setdefault(key, (file.file, finding))
        return tuple(told.values())


class Counts(NamedTuple):
    wajib: int
    anjuran: int

    @property
    def message(self) -> Message:
        return Message(f"{self.wajib} wajib, {self.anjuran} anjuran", f"{self.wajib} mandatory, {self.anjuran} advised")


def is_failure(diagnostic: Diagnostic) -> bool:
    return family(diagnostic.code) in REFUSALS


def counts(findings: Iterable[FingerprintedFinding]) -> Counts:
    weights = [finding.diagnostic.severity for finding in findings]
    return Counts(weights.count(Severity.WAJIB), weights.count(Severity.ANJURAN))


def fails(review: Review, finding: FingerprintedFinding) -> bool:
    """Whether this finding alone makes the check fail."""
    return review.strict or finding.diagnostic.severity is Severity.WAJIB


def place_order(diagnostic: Diagnostic) -> tuple[str, int, int, str, int, str]:
    """Findings of one file in the order of its lines or cells, whatever order the rules ran in."""
    span = diagnostic.span
    sheet, line, column = (span.sheet, span.line, span.column) if span else ("", 0, 0)
    return sheet, line, column, diagnostic.code, diagnostic.step or 0, diagnostic.message.id
