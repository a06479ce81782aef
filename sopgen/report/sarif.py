"""Review -> SARIF 2.1.0 (OASIS), the format that code-scanning services read. Accepted findings are left out.

Columns count Unicode code points, as spans do. Files are named as the command line named them, percent-encoded.
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from sopgen.diagnostics import Diagnostic, Language, Severity, family
from sopgen.report.review import FingerprintedFinding, Review
from sopgen.report.text import STEP
from sopgen.rules import REGISTRY
from sopgen.version import __version__

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Final = {Severity.WAJIB: "error", Severity.ANJURAN: "warning"}
FINGERPRINT: Final = "sopgen/v1"

Json = dict[str, Any]


def sarif_log(review: Review, language: Language) -> str:
    """The whole log, ending with a line feed."""
    findings = review.findings()
    codes = sorted({finding.diagnostic.code for _, finding in findings})
    first = {finding.diagnostic.code: finding.diagnostic for _, finding in reversed(findings)}
    run: Json = {
        "tool": {
            "driver": {
                "name": "sopgen",
                "version": __version__,
                "semanticVersion": __version__,
                "language": "id-ID" if language == "id" else "en-US",
                "rules": [_rule(first[code], language) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "properties": {"date": review.today.isoformat()},
        "results": [_result(file, finding, codes, language) for file, finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(diagnostic: Diagnostic, language: Language) -> Json:
    code = diagnostic.code
    rule = REGISTRY.get(code)
    page = rule.documentation if rule else None
    title = rule.title.in_language(language) if rule else code
    remedy = page.remedy if page else diagnostic.remedy
    told: Json = {
        "id": code,
        "shortDescription": {"text": title},
        "help": {"text": remedy.in_language(language) or title},
        "defaultConfiguration": {"level": LEVELS[diagnostic.severity]},
        "properties": {"tags": [family(code)]},
    }
    if page:
        told["fullDescription"] = {"text": page.why.in_language(language)}
    if diagnostic.source:
        told["properties"]["source"] = diagnostic.source.in_language(language)
    return told


def _result(file: str, finding: FingerprintedFinding, codes: list[str], language: Language) -> Json:
    diagnostic = finding.diagnostic
    location: Json = {"physicalLocation": _physical_location(file, diagnostic)}
    span, logical = diagnostic.span, []
    if span is not None and span.sheet:
        logical.append({"name": span.cell, "fullyQualifiedName": span.place, "kind": "element"})
    if diagnostic.step is not None:
        logical.append({"name": f"{STEP.in_language(language)} {diagnostic.step}", "kind": "element"})
    if logical:
        location["logicalLocations"] = logical
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": LEVELS[diagnostic.severity],
        "message": {"text": diagnostic.message.in_language(language)},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {
            "severity": diagnostic.severity.value,
            "step": diagnostic.step,
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
            location["region"]["snippet"] = {"text": diagnostic.source_line}
    return location


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
