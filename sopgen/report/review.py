"""What a check found, as plain values: every format is made from a `Review` alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final, Literal, NamedTuple, TypedDict

from sopgen.diagnostics import REFUSALS, Diagnostic, Message, Severity, family
from sopgen.intake.sop import Sop
from sopgen.rules.held import Unexamined
from sopgen.rules.paper import Paper


class FingerprintedFinding(NamedTuple):
    """A located diagnostic. `fingerprint` names it by rule and content, wherever it moves to in its file.

    `members`: of an entry of a report that tells of several, the fingerprints of them all.
    """

    diagnostic: Diagnostic
    fingerprint: str
    members: tuple[str, ...] = ()


class Accepted(NamedTuple):
    """A finding that somebody lives with: `until` and `reason` as the spec's `abaikan` has them, or the baseline."""

    finding: FingerprintedFinding
    reason: Message
    until: date | None = None
    by: Literal["abaikan", "baseline"] = "abaikan"

    @property
    def is_waiver(self) -> bool:
        """Whether an SOP's maker excuses it from a mandatory rule: who reviews it decides."""
        return self.by == "abaikan" and self.finding.diagnostic.severity is Severity.WAJIB


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


VERDICTS: Final = {
    Verdict.MET: Message("memenuhi", "met"),
    Verdict.FAILED: Message("belum memenuhi", "not met"),
    Verdict.OPEN: Message("tidak dapat dinilai", "cannot be judged"),
}
"""Each in words."""
STATUS: Final = {
    "konsep": Message("konsep, belum disahkan", "a draft, not approved"),
    "dicabut": Message("dicabut, tidak berlaku lagi", "withdrawn, no longer in force"),
}
"""What an SOP is that is not in force."""
UNREAD: Final = "tidak terbaca"
"""Among the sums: documents on which there is no verdict for want of any SOP."""
_BY_WEIGHT: Final = (Verdict.MET, Verdict.OPEN, Verdict.FAILED)
"""What one file of an SOP leaves open, another may settle: a mandatory finding does."""
_UNJUDGED: Final = REFUSALS - {"GAMBAR"}
"""Families of what says nothing of an SOP; that one cannot be drawn is for its author to mend."""


class Sums(TypedDict):
    """For programs: how many files, SOPs, findings by weight, accepted findings, old ones that a baseline knows,
    unreadable documents, verdicts.
    """

    files: int
    sops: int
    wajib: int
    anjuran: int
    diabaikan: int
    lama: int
    unread: int
    verdicts: dict[str, int]


class Reviewed(NamedTuple):
    """One file. `sop` is None if it could not be read; `time` is the main path's, in words; `drawing` if drawn.

    `redrawn`: the drawing is ours of what a workbook or PDF says, not the one in the file.

    `paper`: of a finished document, where things stand on it; None for a spec. `part`: which SOP of a file with
    several; `same_as`: the file that brings the same SOP, and counts for it; `digest`: SHA-256 of the file; `pages`: of
    a PDF those on which it stands.

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
    paper: Paper | None = None
    part: int = 0
    same_as: str = ""
    digest: str = ""
    pages: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """What tells it from all others of the check."""
        return named(self.file, self.part)

    @property
    def is_unread(self) -> bool:
        """Whether it is a document of which nothing could be read: it breaks no rule, nobody can say."""
        return self.paper is not None and self.sop is None and any(is_failure(f.diagnostic) for f in self.findings)

    @property
    def is_open(self) -> bool:
        """Whether nobody may say anything, though no finding says why, and nobody wanted it so."""
        return self._asks and not self.is_open_by_choice

    @property
    def is_open_by_choice(self) -> bool:
        """Whether all that leaves the verdict open was left out on purpose. That fails no check."""
        return self._asks and all(each.chosen for each in self.unexamined if each.decisive)

    @property
    def _asks(self) -> bool:
        return self.verdict is Verdict.OPEN and not any(is_failure(each.diagnostic) for each in self.findings)

    @property
    def old(self) -> tuple[Accepted, ...]:
        """What a baseline knows: old findings that nobody has mended yet."""
        return tuple(each for each in self.accepted if each.by == "baseline")

    @property
    def waived(self) -> tuple[Accepted, ...]:
        """What is accepted with a reason."""
        return tuple(each for each in self.accepted if each.by == "abaikan")

    @property
    def verdict(self) -> Verdict:
        """A mandatory finding decides, an old one too; else whatever was not examined leaves it open."""
        found = [each.diagnostic for each in (*self.findings, *(each.finding for each in self.old))]
        wajib = {family(each.code) for each in found if each.severity is Severity.WAJIB or is_failure(each)}
        if wajib - _UNJUDGED:
            return Verdict.FAILED
        if wajib:
            return Verdict.OPEN
        return Verdict.OPEN if any(each.decisive for each in self.unexamined) else Verdict.MET


class LeftOut(NamedTuple):
    """A file that stands where files are examined, and was not."""

    file: str
    why: Message


class Review(NamedTuple):
    """All files of one check. `today` is the reference date; `scope` the rules asked for, where not all were; `preset`
    by which weights (both, where projects differ).

    `statistics`: a table of the rules instead of each finding; `accepted`: what is accepted is told too, as such;
    `rules_at`: the absolute address under which the rules' pages stand, where somebody gave one; `left_out`: the files
    of the folders named that were not examined; `bureaus`: each sopgen.yaml from outside the working folder that the
    check rests on.
    """

    today: date
    files: tuple[Reviewed, ...]
    strict: bool = False
    scope: str = ""
    statistics: bool = False
    accepted: bool = False
    rules_at: str = ""
    left_out: tuple[LeftOut, ...] = ()
    preset: str = "baku"
    bureaus: tuple[str, ...] = ()

    @property
    def terms(self) -> str:
        """What makes the check another than one of all rules by their usual weights, as it was asked for."""
        return " ".join(filter(None, (self.scope, f"--preset {self.preset}" if self.preset != "baku" else "")))

    def findings(self) -> tuple[tuple[str, FingerprintedFinding], ...]:
        """Each with its file; what stands at one place of a sopgen.yaml is one finding, however many specs share it.

        So is what two files say of one SOP that both bring.
        """
        told: dict[object, tuple[str, FingerprintedFinding]] = {}
        counting = {file.same_as for file in self.files} - {""}
        known = {_said(file.name, each) for file in self.files if file.name in counting for each in file.findings}
        for file in self.files:
            for finding in file.findings:
                if file.same_as and _said(file.same_as, finding) in known:
                    continue
                key = finding.diagnostic if finding.diagnostic.span else id(finding)
                told.setdefault(key, (file.file, finding))
        return tuple(told.values())

    def left_out_by_reason(self) -> dict[Message, tuple[str, ...]]:
        """Why files were not examined, and which."""
        by_reason: dict[Message, list[str]] = {}
        for each in self.left_out:
            by_reason.setdefault(each.why, []).append(each.file)
        return {why: tuple(files) for why, files in by_reason.items()}

    @property
    def sops(self) -> tuple[Reviewed, ...]:
        """A file for each SOP that was read or is to be: without pairs, copies, and what nobody could read."""
        return tuple(file for file in self.files if file.examined and not file.same_as and not file.is_unread)

    def own_findings(self, file: Reviewed) -> tuple[FingerprintedFinding, ...]:
        """Of a file those that the one which counts for it does not have."""
        counted = self._counted_for(file)
        known = {_said("", each) for each in counted.findings} if counted else set()
        return tuple(each for each in file.findings if _said("", each) not in known)

    def own_accepted(self, file: Reviewed) -> tuple[Accepted, ...]:
        """The same of what is accepted: once for an SOP, in however many files it is held."""
        counted = self._counted_for(file)
        known = {_said("", each.finding) for each in counted.accepted} if counted else set()
        return tuple(each for each in file.accepted if _said("", each.finding) not in known)

    def is_told_alone(self, file: Reviewed) -> bool:
        """Whether a file says what the one that counts for it does not: a finding, or a question left open."""
        counted = self._counted_for(file)
        known = set(counted.unexamined) if counted else set()
        asks = any(each.decisive and each not in known for each in file.unexamined)
        return not file.same_as or asks or bool(self.own_findings(file))

    def _counted_for(self, file: Reviewed) -> Reviewed | None:
        return next((each for each in self.files if each.name == file.same_as), None) if file.same_as else None

    @property
    def unread(self) -> int:
        """How many documents nobody could read."""
        return sum(file.is_unread for file in self.files)

    def of_sops(self) -> tuple[tuple[str, FingerprintedFinding], ...]:
        """Of the findings those that say more than that a document could not be read, which is no fault of any SOP."""
        lost = self._of_unread()
        return tuple(each for each in self.findings() if id(each[1]) not in lost)

    def of_unread(self) -> tuple[tuple[str, FingerprintedFinding], ...]:
        """The others: why documents could not be read. They are in no sum."""
        lost = self._of_unread()
        return tuple(each for each in self.findings() if id(each[1]) in lost)

    def _of_unread(self) -> set[int]:
        return {id(each) for file in self.files if file.is_unread for each in file.findings}

    def counts(self) -> Counts:
        """What was found in what could be read."""
        return counts(finding for _, finding in self.of_sops())

    def by_sop(self) -> dict[str, tuple[Reviewed, ...]]:
        """The files of each SOP, by the name of the one that counts for it, which comes first."""
        held: dict[str, list[Reviewed]] = {file.name: [file] for file in self.files if not file.same_as}
        for file in self.files:
            if file.same_as:
                held.setdefault(file.same_as, []).append(file)
        return {name: tuple(files) for name, files in held.items()}

    def files_of(self, file: Reviewed) -> tuple[Reviewed, ...]:
        """All that bring the SOP that one brings: the one that counts for it first."""
        return self.by_sop()[file.same_as or file.name]

    def sop_verdicts(self) -> dict[str, Verdict]:
        """On each SOP, by the name of the file that counts for it: the worst on those that bring it."""
        return {name: worst(files) for name, files in self.by_sop().items()}

    def verdicts(self) -> dict[Verdict, int]:
        """How many SOPs have each. What was not read is no SOP."""
        told = self.sop_verdicts()
        counted = Counter(told[file.name] for file in self.sops)
        return {verdict: counted[verdict] for verdict in Verdict}

    @property
    def sums(self) -> Sums:
        """What every report adds up to."""
        found = self.counts()
        accepted = [each for file in self.files for each in self.own_accepted(file)]
        return {
            "files": len({file.file for file in self.files if file.examined}),
            "sops": len(self.sops),
            "wajib": found.wajib,
            "anjuran": found.anjuran,
            "diabaikan": sum(each.by == "abaikan" for each in accepted),
            "lama": sum(each.by == "baseline" for each in accepted),
            "unread": self.unread,
            "verdicts": {**{verdict.value: n for verdict, n in self.verdicts().items()}, UNREAD: self.unread},
        }

    @property
    def fails(self) -> bool:
        """By a finding that weighs enough, or by a file on which nobody may say anything, unless by choice."""
        return any(
            (file.verdict is Verdict.OPEN and not file.is_open_by_choice)
            or any(fails(self, finding) for finding in file.findings)
            for file in self.files
        )


def worst(files: Iterable[Reviewed]) -> Verdict:
    """The verdict on an SOP that one or more files bring."""
    return max((each.verdict for each in files), key=_BY_WEIGHT.index)


def named(file: str, part: int) -> str:
    """A file, or one SOP of several in it."""
    return f"{file}#{part}" if part else file


class Counts(NamedTuple):
    wajib: int
    anjuran: int

    @property
    def message(self) -> Message:
        return Message(f"{self.wajib} wajib, {self.anjuran} anjuran", f"{self.wajib} mandatory, {self.anjuran} advised")


def _said(name: str, finding: FingerprintedFinding) -> tuple[object, ...]:
    """What a finding says, wherever it stands on its paper."""
    found = finding.diagnostic
    return (name, found.code, found.severity, found.message, found.path, found.step)


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
