"""Review -> GitHub's workflow commands: `::error file=…,line=…,col=…,title=…::message`, and a last one that sums up.

Escaped as GitHub's own toolkit does: `%` and line ends everywhere, `:` and `,` in properties besides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sopgen.diagnostics import Diagnostic, Language, Message, some
from sopgen.report.harmless import on_one_line, spelled_out
from sopgen.report.review import FingerprintedFinding, Review, Reviewed, counts, fails
from sopgen.report.text_findings import OLD, bureaus_told, verdicts_line

OPEN: Final = Message("tidak dapat dinilai seluruhnya", "cannot be judged as a whole")
Finding = tuple[str, FingerprintedFinding]
SHOWN: Final = 9
"""With the line that sums up, ten."""


def github_annotations(review: Review, language: Language) -> str:
    """A finding that makes the check fail is an error, any other a warning. GitHub shows ten a step: the weightiest,
    one of each file that fails before a second of any.

    The last line tells how many more there are, the verdicts, and whether all was examined.
    """
    found = sorted(review.findings(), key=lambda each: not fails(review, each[1]))
    opened = [file for file in review.files if file.is_open]
    leading = _one_of_each(review, found)
    lines = [
        *(_told(file, finding, review, language) for file, finding in leading),
        *(_open(file, language) for file in opened),
    ]
    first = {id(finding) for _, finding in leading}
    rest = [each for each in found if id(each[1]) not in first]
    room = max(SHOWN - len(lines), 0)
    told = [*lines[:SHOWN], *(_told(file, finding, review, language) for file, finding in rest[:room])]
    shown = {id(finding) for _, finding in (*leading[:SHOWN], *rest[:room])}
    hidden = [finding for _, finding in found if id(finding) not in shown]
    last = f"::notice title=sopgen::{_data(_summary(review, hidden).in_language(language))}\n"
    return "".join([*told, last])


def _one_of_each(review: Review, found: Sequence[Finding]) -> list[Finding]:
    """Of each file that fails its first finding of those that make it fail."""
    first: dict[str, Finding] = {}
    for file, finding in found:
        if fails(review, finding):
            first.setdefault(file, (file, finding))
    return list(first.values())


def _told(file: str, finding: FingerprintedFinding, review: Review, language: Language) -> str:
    return _annotation(finding.diagnostic, file, "error" if fails(review, finding) else "warning", language)


def _summary(review: Review, hidden: Sequence[FingerprintedFinding]) -> Message:
    parts = []
    if hidden:
        lost = {id(finding) for _, finding in review.of_unread()}
        unread = sum(id(finding) in lost for finding in hidden)
        more = counts(finding for finding in hidden if id(finding) not in lost).message
        also = Message(f", {unread} tidak terbaca", f", {unread} unreadable") if unread else Message("", "")
        parts.append(
            Message(
                f"{len(hidden)} temuan lain ({more.id}{also.id}) ada di laporan lengkap: sopgen check",
                f"{some(len(hidden), 'more finding')} ({more.en}{also.en}) in the full report: sopgen check",
            )
        )
    parts.append(Message(*(verdicts_line(review, language) for language in ("id", "en"))))
    if old := review.sums["lama"]:
        parts.append(Message(*(told.format(old) for told in OLD)))
    if files := len({file.file for file in review.files if file.unexamined and not file.is_unread}):
        parts.append(
            Message(
                f"yang tidak diperiksa pada {files} berkas disebut di laporan lengkap",
                f"the full report names what was not examined in {some(files, 'file')}",
            )
        )
    parts += bureaus_told(review)
    for why, left_out in review.left_out_by_reason().items():
        names = ", ".join(map(on_one_line, left_out))
        parts.append(
            Message(
                f"{len(left_out)} berkas tidak diperiksa ({names}): {why.id}",
                f"{some(len(left_out), 'file')} not examined ({names}): {why.en}",
            )
        )
    return Message(*map("; ".join, zip(*parts, strict=True)))


def _open(file: Reviewed, language: Language) -> str:
    """What nobody may call fine, and no finding speaks of."""
    named = _property(on_one_line(file.file))
    return f"::error file={named},title=sopgen::{_data(spelled_out(OPEN.in_language(language)))}\n"


def _annotation(diagnostic: Diagnostic, file: str, command: str, language: Language) -> str:
    span = diagnostic.span
    properties = {"file": on_one_line(span.file if span else file)}
    if span and not span.sheet:  # a cell is no line of a text: the title says it
        properties |= {"line": str(span.line), "col": str(span.column), "endColumn": str(span.column + span.length)}
    properties["title"] = f"{diagnostic.code} {span.place}" if span and span.sheet else diagnostic.code
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    where = f"{diagnostic.where.in_language(language)}: " if diagnostic.where else ""
    told = f"{where}{diagnostic.message.in_language(language)} {diagnostic.remedy.in_language(language)}"
    return f"::{command} {listed}::{_data(spelled_out(told))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
