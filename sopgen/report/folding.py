"""Findings of one file → entries of a report: one cause is one entry, told once with all its places.

What is said alike stands once with its steps; what comes of another finding is told with it; what one advises step by
step, or item by item of a box, is summed up. Marks on a page and acceptances speak of single findings, so that reports
fold last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from sopgen.diagnostics import LANGUAGES, Diagnostic, Message, Severity
from sopgen.placenames import COLUMN_NAMES
from sopgen.report.places import place_words
from sopgen.report.review import Accepted, FingerprintedFinding, Reviewed, place_order
from sopgen.rules.ranges import ranges
from sopgen.rules.registry import REGISTRY
from sopgen.rules.remedies import on_paper

_BY_CAUSE: Final = (("AKT-05", "SIM-02"),)
"""(consequence, cause) within one SOP: where the first column is not the first to act, the start stands elsewhere."""
_CAUSED: Final = frozenset(code for code, _ in _BY_CAUSE)

_SUMMED_UP: Final = {
    "MB-02": Message(
        "Kelengkapan {count} langkah tidak bersambung dengan output sebelumnya: langkah {steps}.",
        "Kelengkapan of {count} steps does not continue an output before: steps {steps}.",
    ),
    "MB-07": Message(
        "Output {count} langkah sama dengan kelengkapannya sendiri: langkah {steps}.",
        "The output of {count} steps is what they needed already: steps {steps}.",
    ),
}
"""Advice that hangs on the habit of a writer: one entry an SOP, however many steps show it."""

_LISTED: Final = {
    "HDR-06": Message(
        "{items} butir Dasar Hukum belum lengkap, atau tahunnya perlu diperiksa: {list}.",
        "{items} items of Dasar Hukum are incomplete, or their year wants a look: {list}.",
    ),
    "HDR-08": Message(
        "{items} butir Keterkaitan tidak diawali “SOP”: {list}.",
        "{items} items of Keterkaitan do not begin with “SOP”: {list}.",
    ),
    "HDR-10": Message(
        "{items} SOP yang disebut kegiatan tidak tercantum di Keterkaitan: {list}.",
        "{items} SOPs that steps name do not stand in Keterkaitan: {list}.",
    ),
    "HDR-11": Message(
        "{items} alat, formulir, atau bahan tidak tercantum di Peralatan: {list}.",
        "{items} tools, forms or materials do not stand in Peralatan: {list}.",
    ),
    "KEG-02": Message(
        "Uraian {count} keputusan belum menyebut syarat setiap cabangnya: langkah {steps}.",
        "The texts of {count} decisions name no condition of their branches: steps {steps}.",
    ),
    "KEG-03": Message(
        "Uraian {count} langkah tidak menyebut penerima serahannya: {list}.",
        "The texts of {count} steps do not name who receives: {list}.",
    ),
    "MB-01": Message("{list} kosong.", "{list} are empty."),
    "SIM-05": Message(
        "{count} keputusan bercabang lebih atau kurang dari dua: langkah {steps} ({list}).",
        "{count} decisions have more or less than two branches: steps {steps} ({list}).",
    ),
}
"""What one box lacks, or each decision in the same way: one entry where the findings say what each is about."""

_COLUMNS: Final = {key: at for at, key in enumerate(COLUMN_NAMES)}
_IN_THE_SAME_STEPS: Final = frozenset({"MB-01"})
"""Of these only what the same steps lack is one entry."""


def folded(file: Reviewed) -> Reviewed:
    """The file with its findings as entries, in the order of their first places; what is accepted is told alike."""
    return file._replace(findings=_entries(file.findings, file), accepted=_accepted(file))


def _entries(findings: Sequence[FingerprintedFinding], file: Reviewed) -> tuple[FingerprintedFinding, ...]:
    entries = _without_consequences(_summed_up(_said_once(findings), is_paper=file.paper is not None))
    return tuple(_placed(_named(entry), file) for entry in entries)


def _accepted(file: Reviewed) -> tuple[Accepted, ...]:
    """What is accepted for one reason, and as long, folded by itself."""
    groups: dict[object, list[Accepted]] = {}
    for each in file.accepted:
        groups.setdefault((each.by, each.reason, each.until), []).append(each)
    told = [
        group[0]._replace(finding=entry)
        for group in groups.values()
        for entry in _entries([each.finding for each in group], file)
    ]
    return tuple(sorted(told, key=lambda each: place_order(each.finding.diagnostic)))


def _named(entry: FingerprintedFinding) -> FingerprintedFinding:
    """The arrows that it is about, behind what is said of them."""
    found = entry.diagnostic
    if not found.about or found.code in _LISTED:
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
        about = each.about if each.code in _LISTED else ()
        told = (each.code, each.severity, each.message, each.remedy, each.caused_by, about)
        key = each if each.step is None else told
        groups.setdefault(key, []).append(finding)
    return [_united(group) for group in groups.values()]


def _united(group: Sequence[FingerprintedFinding]) -> FingerprintedFinding:
    """The first of several with the places of all."""
    first = group[0].diagnostic
    if len(group) == 1:
        return group[0]
    steps = tuple(sorted({step for each in group for step in steps_of(each.diagnostic)}))
    placed = (span for each in group for span in (each.diagnostic.span, *each.diagnostic.spans) if span)
    spans = tuple(dict.fromkeys(placed))
    also = tuple(dict.fromkeys(code for each in group for code in each.diagnostic.also))
    consequences = tuple(dict.fromkeys(told for each in group for told in each.diagnostic.consequences))
    return group[0]._replace(
        members=tuple(member for each in group for member in members_of(each)),
        diagnostic=first._replace(
            steps=steps,
            spans=spans[1:],
            also=also,
            consequences=consequences,
            seats=tuple(seat for each in group for seat in each.diagnostic.seats),
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


def _summed_up(findings: Iterable[FingerprintedFinding], *, is_paper: bool) -> list[FingerprintedFinding]:
    groups: dict[object, list[FingerprintedFinding]] = {}
    for finding in findings:
        found = finding.diagnostic
        is_one_of_many = found.code in _SUMMED_UP or (found.code in _LISTED and found.about)
        where = steps_of(found) if found.code in _IN_THE_SAME_STEPS else ()
        groups.setdefault((found.code, found.severity, where) if is_one_of_many else id(finding), []).append(finding)
    return [_summary(group, is_paper=is_paper) if len(group) > 1 else group[0] for group in groups.values()]


def _summary(group: Sequence[FingerprintedFinding], *, is_paper: bool) -> FingerprintedFinding:
    """One entry, its steps or items listed."""
    united = _united(sorted(group, key=_in_order))
    found = united.diagnostic
    words = {**_SUMMED_UP, **_LISTED}[found.code]
    told = Message(
        *(
            said.format(
                count=len(found.steps),
                steps=ranges(found.steps),
                items=len(found.about),
                list=", ".join(item.in_language(language) for item in found.about),
            )
            for language, said in zip(LANGUAGES, words, strict=True)
        )
    )
    page = REGISTRY[found.code].documentation
    alike = found.code in _LISTED and len({each.diagnostic.remedy for each in group}) == 1
    remedy = page.remedy if page and not alike else found.remedy
    paths = [each.diagnostic.path for each in group]
    one_column = found.step is not None and len({path[2:] for path in paths}) == 1
    path = found.path if one_column else _common(paths)
    return united._replace(
        diagnostic=found._replace(message=told, remedy=on_paper(remedy) if is_paper else remedy, path=path)
    )


def _in_order(finding: FingerprintedFinding) -> tuple[tuple[int, str], ...]:
    """By its place: items and steps by their numbers, cells of a step as the page has its columns."""
    return tuple((key, "") if isinstance(key, int) else (_COLUMNS.get(key, -1), key) for key in finding.diagnostic.path)


def _common(paths: Sequence[tuple[str | int, ...]]) -> tuple[str | int, ...]:
    """The place that holds all of them."""
    same = (part[0] for part in takewhile(lambda part: len(set(part)) == 1, zip(*paths, strict=False)))
    return tuple(same)


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
