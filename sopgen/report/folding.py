"""Findings of one file → entries of a report: one cause is one entry, told once with all its places.

What is said alike stands once with its steps; what comes of another finding is told with it; what one advises step by
step is summed up. Marks on a page and acceptances speak of single findings, so that reports fold last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sopgen.diagnostics import LANGUAGES, Diagnostic, Message, Severity
from sopgen.report.places import place_words
from sopgen.report.ranges import ranges
from sopgen.report.review import FingerprintedFinding, Reviewed
from sopgen.rules.registry import REGISTRY

_BY_CAUSE: Final = (("AKT-05", "SIM-02"),)
"""(consequence, cause) within one SOP: where the first column is not the first to act, the start stands elsewhere."""
_CAUSED: Final = frozenset(code for code, _ in _BY_CAUSE)

_SUMMED_UP: Final = {
    "KEG-03": Message(
        "Uraian {} langkah tidak menyebut penerima serahannya: langkah {}.",
        "The texts of {} steps do not name who receives: steps {}.",
    ),
    "MB-02": Message(
        "Kelengkapan {} langkah tidak bersambung dengan output sebelumnya: langkah {}.",
        "Kelengkapan of {} steps does not continue an output before: steps {}.",
    ),
    "MB-07": Message(
        "Output {} langkah sama dengan kelengkapannya sendiri: langkah {}.",
        "The output of {} steps is what they needed already: steps {}.",
    ),
}
"""Advice that hangs on the habit of a writer: one entry an SOP, however many steps show it."""


def folded(file: Reviewed) -> Reviewed:
    """The file with its findings as entries, in the order of their first places."""
    entries = _without_consequences(_summed_up(_said_once(file.findings)))
    return file._replace(findings=tuple(_placed(_named(entry), file) for entry in entries))


def _named(entry: FingerprintedFinding) -> FingerprintedFinding:
    """The arrows that it is about, behind what is said of them."""
    found = entry.diagnostic
    if not found.about:
        return entry
    told = (
        f"{said.removesuffix('.')}: {', '.join(names)}."
        for said, names in zip(found.message, zip(*found.about, strict=True), strict=True)
    )
    return entry._replace(diagnostic=found._replace(message=Message(*told)))


def _placed(entry: FingerprintedFinding, file: Reviewed) -> FingerprintedFinding:
    """In a finished document: where it is on paper, in words."""
    if file.paper is None or file.is_unread:
        return entry
    found = entry.diagnostic
    of = f"SOP {file.part}, " if file.part else ""
    where = Message(*(of + place_words(found, file, language) for language in LANGUAGES))
    return entry._replace(diagnostic=found._replace(where=where))


def _said_once(findings: Iterable[FingerprintedFinding]) -> list[FingerprintedFinding]:
    """What is said alike of several steps, whether they are lines of a spec, cells of a workbook or rows of a page."""
    groups: dict[object, list[FingerprintedFinding]] = {}
    for finding in findings:
        each = finding.diagnostic
        told = (each.code, each.severity, each.message, each.remedy, each.caused_by)
        key = id(finding) if each.step is None else told
        groups.setdefault(key, []).append(finding)
    return [_united(group) for group in groups.values()]


def _united(group: Sequence[FingerprintedFinding]) -> FingerprintedFinding:
    """The first of several with the places of all."""
    first = group[0].diagnostic
    if len(group) == 1:
        return group[0]
    steps = tuple(sorted({step for each in group for step in steps_of(each.diagnostic)}))
    spans = tuple(span for each in group for span in (each.diagnostic.span, *each.diagnostic.spans) if span)
    also = tuple(dict.fromkeys(code for each in group for code in each.diagnostic.also))
    consequences = tuple(dict.fromkeys(told for each in group for told in each.diagnostic.consequences))
    return group[0]._replace(
        members=tuple(member for each in group for member in members_of(each)),
        diagnostic=first._replace(
            steps=steps,
            spans=spans[1:],
            also=also,
            consequences=consequences,
            about=tuple(dict.fromkeys(name for each in group for name in each.diagnostic.about)),
            fix=tuple(dict.fromkeys(part for each in group for part in each.diagnostic.fix)),
        ),
    )


def members_of(entry: FingerprintedFinding) -> tuple[str, ...]:
    """The fingerprints of all findings that it tells of."""
    return entry.members or (entry.fingerprint,)


def steps_of(diagnostic: Diagnostic) -> tuple[int, ...]:
    """All steps that a finding is about."""
    return diagnostic.steps or (() if diagnostic.step is None else (diagnostic.step,))


def _summed_up(findings: Iterable[FingerprintedFinding]) -> list[FingerprintedFinding]:
    groups: dict[object, list[FingerprintedFinding]] = {}
    for finding in findings:
        code = finding.diagnostic.code
        groups.setdefault(code if code in _SUMMED_UP else id(finding), []).append(finding)
    return [_summary(group) if len(group) > 1 else group[0] for group in groups.values()]


def _summary(group: Sequence[FingerprintedFinding]) -> FingerprintedFinding:
    """One entry, its steps listed."""
    united = _united(group)
    found = united.diagnostic
    steps = ranges(found.steps)
    told = Message(*(words.format(len(found.steps), steps) for words in _SUMMED_UP[found.code]))
    page = REGISTRY[found.code].documentation
    return united._replace(diagnostic=found._replace(message=told, remedy=page.remedy if page else found.remedy))


def _without_consequences(findings: Sequence[FingerprintedFinding]) -> tuple[FingerprintedFinding, ...]:
    """Consequences go to their cause, where it was found too; a consequence that weighs more stays."""
    kept = list(findings)
    for finding in findings:
        if not _may_be_caused(finding.diagnostic):
            continue
        place = next((i for i, cause in enumerate(kept) if _is_caused(finding.diagnostic, cause.diagnostic)), None)
        if place is not None:
            cause = kept[place].diagnostic
            each = finding.diagnostic
            kept[place] = kept[place]._replace(
                members=(*members_of(kept[place]), *members_of(finding)),
                diagnostic=cause._replace(
                    consequences=(*cause.consequences, each.message, *each.consequences),
                    also=(*cause.also, each.code, *each.also),
                    fix=tuple(dict.fromkeys((*cause.fix, *each.fix))),
                ),
            )
            kept.remove(finding)
    return tuple(kept)


def _may_be_caused(finding: Diagnostic) -> bool:
    """Whether it is worth to look for its cause among all others."""
    return bool(finding.caused_by) or finding.code == "HDR-08" or finding.code in _CAUSED


def _is_caused(finding: Diagnostic, cause: Diagnostic) -> bool:
    if finding.severity is Severity.WAJIB and cause.severity is not Severity.WAJIB:
        return False
    if (finding.code, cause.code) in _BY_CAUSE:
        return True
    same_place = finding.span == cause.span and finding.path == cause.path
    if finding.code == cause.code == "HDR-08" and same_place and finding.message != cause.message:
        return finding.message.id > cause.message.id
    return finding.caused_by == cause.code and set(steps_of(finding)) <= set(steps_of(cause))
