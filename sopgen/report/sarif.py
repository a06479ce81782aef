"""Review -> SARIF 2.1.0 (OASIS), the format that code-scanning services read.

Accepted findings are left out unless asked for; then they are suppressed with their reason.

A rule carries its whole page as Markdown. `helpUri` has to be an absolute address (3.49.12), and pages of a program
that each bureau keeps on its own computers have none that is true everywhere: it is there where `--rules-url` says it.

What may be said of each file, and what was not examined, stands with the file among the run's artifacts; what leaves
a verdict open is a notification of the run besides (3.20.21). Why a document could not be read is a result of kind
"open", which counts as nothing found (3.27.9).

Columns count Unicode code points, as spans do. Files are named from the root
of the repository that the check ran in, else as the command line named them, percent-encoded.
"""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath
from typing import Any, Final

from sopgen.diagnostics import Diagnostic, Language, Severity, Span, family
from sopgen.foreign.json_text import json_text
from sopgen.foreign.names import uri_of
from sopgen.report.json_findings import verdict_on
from sopgen.report.review import Accepted, FingerprintedFinding, Review, Reviewed
from sopgen.report.text import REACH, STEP
from sopgen.report.text_findings import UNEXAMINED as NOT_EXAMINED
from sopgen.rules import REGISTRY
from sopgen.rules.page import rule_page
from sopgen.version import __version__

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Final = {Severity.WAJIB: "error", Severity.ANJURAN: "warning"}
FINGERPRINT: Final = "sopgen/v1"

Json = dict[str, Any]


def sarif_log(review: Review, language: Language) -> str:
    """The whole log, ending with a line feed."""
    findings, unread = review.of_sops(), review.of_unread()
    accepted = (
        [(file.file, each) for file in review.files for each in review.own_accepted(file)] if review.accepted else []
    )
    told = [finding.diagnostic for _, finding in (*findings, *unread)]
    told += [each.finding.diagnostic for _, each in accepted]
    codes = sorted({each.code for each in told})
    first = {each.code: each for each in reversed(told)}
    ended = not any(family(each.code) == "PROGRAM" for each in told)
    run: Json = {
        "tool": {
            "driver": {
                "name": "sopgen",
                "version": __version__,
                "semanticVersion": __version__,
                "language": "id-ID" if language == "id" else "en-US",
                "rules": [{**_rule(first[code], language), **_page_at(review, code)} for code in codes],
            }
        },
        "invocations": [
            {
                "executionSuccessful": ended,
                "exitCode": int(review.fails),
                "toolExecutionNotifications": _open_questions(review, language),
            }
        ],
        "artifacts": _artifacts(review, language),
        "columnKind": "unicodeCodePoints",
        "properties": {
            "date": review.today.isoformat(),
            "scope": review.scope,
            "preset": review.preset,
            "bureaus": list(review.bureaus),
            "sums": review.sums,
        },
        "results": [
            *(_result(file, finding, codes, language) for file, finding in findings),
            *(_unread(file, finding, codes, language) for file, finding in unread),
            *(_suppressed(file, each, codes, language) for file, each in accepted),
        ],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _open_questions(review: Review, language: Language) -> list[Json]:
    """What was not examined though a verdict rests on it, and, as notes, the files that were left out."""
    left_out = [
        {
            "level": "note",
            "message": {"text": f"{NOT_EXAMINED.in_language(language)}: {each.why.in_language(language)}"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(each.file)}}}],
        }
        for each in review.left_out
    ]
    return left_out + [
        {
            "level": "note" if each.chosen else "warning",
            "message": {"text": f"{each.what.in_language(language)} ({each.why.in_language(language)})"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(file.file)}}}],
        }
        for file in review.files
        for each in file.unexamined
        if each.decisive
    ]


def _artifacts(review: Review, language: Language) -> list[Json]:
    """The files examined, each once, with the verdict on every SOP in it."""
    on_sops = review.sop_verdicts()
    by_file: dict[str, list[Reviewed]] = {}
    for file in review.files:
        if file.examined:
            by_file.setdefault(file.file, []).append(file)
    return [
        {
            "location": {"uri": _uri(name)},
            **({"hashes": {"sha-256": parts[0].digest}} if parts[0].digest else {}),
            "properties": {"verdicts": [verdict_on(part, on_sops, language) for part in parts]},
        }
        for name, parts in by_file.items()
    ]


def _unread(file: str, finding: FingerprintedFinding, codes: list[str], language: Language) -> Json:
    return {**_result(file, finding, codes, language), "kind": "open", "level": "none"}


def _suppressed(file: str, accepted: Accepted, codes: list[str], language: Language) -> Json:
    kind = "inSource" if accepted.by == "abaikan" else "external"
    reason = {"kind": kind, "justification": accepted.reason.in_language(language)}
    return {**_result(file, accepted.finding, codes, language), "suppressions": [reason]}


def _rule(diagnostic: Diagnostic, language: Language) -> Json:
    code = diagnostic.code
    rule = REGISTRY.get(code)
    page = rule.documentation if rule else None
    title = rule.title.in_language(language) if rule else code
    remedy = page.remedy if page else diagnostic.remedy
    told: Json = {
        "id": code,
        "shortDescription": {"text": title},
        "help": _help(code, remedy.in_language(language) or title, language),
        "defaultConfiguration": {"level": LEVELS[diagnostic.severity]},
        "properties": {"tags": [family(code)]},
    }
    if page:
        told["fullDescription"] = {"text": page.why.in_language(language)}
    if diagnostic.source:
        told["properties"]["source"] = diagnostic.source.in_language(language)
    return told


def _page_at(review: Review, code: str) -> Json:
    rule = REGISTRY.get(code)
    if rule is None or not review.rules_at:
        return {}
    return {"helpUri": f"{review.rules_at.rstrip('/')}/{PurePosixPath(rule.docs).name}"}


def _help(code: str, remedy: str, language: Language) -> Json:
    """What to do, and the rule's whole page for viewers that show Markdown."""
    rule = REGISTRY.get(code)
    page = {"markdown": rule_page(rule, language)} if rule and rule.kind in {"spec", "drawing"} else {}
    return {"text": remedy, **page}


def _result(file: str, finding: FingerprintedFinding, codes: list[str], language: Language) -> Json:
    diagnostic = finding.diagnostic
    location: Json = {"physicalLocation": _physical_location(file, diagnostic)}
    span, logical = diagnostic.span, []
    if span is not None and span.sheet:
        logical.append(_cell(span))
    if diagnostic.where is not None:
        logical.append({"name": diagnostic.where.in_language(language), "kind": "element"})
    elif diagnostic.step is not None:
        logical.append({"name": f"{STEP.in_language(language)} {diagnostic.step}", "kind": "element"})
    if logical:
        location["logicalLocations"] = logical
    return {
        **_related(diagnostic),
        **_fixes(file, diagnostic, language),
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": LEVELS[diagnostic.severity],
        "message": {"text": _message(diagnostic, language)},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {
            "severity": diagnostic.severity.value,
            "step": diagnostic.step,
            "certain": diagnostic.sure,
            "also": list(diagnostic.also),
            "source": diagnostic.source.in_language(language) if diagnostic.source else None,
            "remedy": diagnostic.remedy.in_language(language),
        },
    }


def _physical_location(file: str, diagnostic: Diagnostic) -> Json:
    span = diagnostic.span
    location: Json = {"artifactLocation": {"uri": _uri(span.file if span else file)}}
    if span is not None and not span.sheet:
        location["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endColumn": span.column + span.length,
        }
        if diagnostic.source_line:
            location["region"]["snippet"] = {"text": _near(diagnostic.source_line, span.column)}
    return location


def _near(line: str, column: int) -> str:
    """The line, or of a very long one what is near the place: a report must not hold a file once for each finding."""
    return line if len(line) <= 2 * REACH else line[max(column - 1 - REACH, 0) : column - 1 + REACH]


def _message(diagnostic: Diagnostic, language: Language) -> str:
    return " ".join(told.in_language(language) for told in (diagnostic.message, *diagnostic.consequences))


def _related(diagnostic: Diagnostic) -> Json:
    """The further places of one finding."""
    places = [
        {
            "physicalLocation": _physical_location(span.file, diagnostic._replace(span=span, source_line=None)),
            **({"logicalLocations": [_cell(span)]} if span.sheet else {}),
        }
        for span in dict.fromkeys(diagnostic.spans)
    ]
    return {"relatedLocations": places} if places else {}


def _cell(span: Span) -> Json:
    """A workbook has no lines to point at."""
    return {"name": span.cell, "fullyQualifiedName": span.place, "kind": "element"}


def _fixes(file: str, diagnostic: Diagnostic, language: Language) -> Json:
    """What `check --fix` would write, in SARIF's words."""
    if not diagnostic.fix:
        return {}
    replacements = [
        {
            "deletedRegion": {
                "startLine": each.span.line,
                "startColumn": each.span.column,
                "endLine": each.end[0],
                "endColumn": each.end[1],
            },
            "insertedContent": {"text": each.text},
        }
        for each in diagnostic.fix
    ]
    change = {"artifactLocation": {"uri": _uri(file)}, "replacements": replacements}
    return {"fixes": [{"description": {"text": diagnostic.remedy.in_language(language)}, "artifactChanges": [change]}]}


def _uri(file: str) -> str:
    return uri_of(PurePath(file))
